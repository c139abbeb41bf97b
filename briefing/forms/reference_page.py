"""The reference page of an input: every key, what it does and an example; every area and body."""

from __future__ import annotations

import json
from collections.abc import Iterator

from briefing.findings import say
from briefing.forms.sections import FormField, FormSection, form
from briefing.kinds import OwnField, built_in


def reference(language: str, own: tuple[OwnField, ...] = ()) -> str:
    """Return the page in Markdown, in a language; ``own`` are fields of packs and kinds."""
    return "\n".join(_lines(language, own))


def _lines(language: str, own: tuple[OwnField, ...]) -> Iterator[str]:
    yield say("reference.head", language)
    for section in form(language, own):
        yield from _section(section, language)
    yield from ("", f"## {say('reference.areas', language)}", "")
    yield from _table(say("reference.area_columns", language))
    choices = built_in()
    orders = {body.name: choices.order(body.name) for body in choices.bodies.values()}
    for name, area in choices.areas.items():
        place = orders["people_committee"].index(name) + 1
        military = orders["military"].index(name) + 1
        yield f"| `{name}` | {area.heading} | {place} | {military} |"
    yield ""


def _section(section: FormSection, language: str) -> Iterator[str]:
    yield from ("", f"## {section.title}", "")
    yield from _table(say("reference.columns", language))
    yield from (_row(field) for field in section.fields)


def _row(field: FormField) -> str:
    example = json.dumps(field.example, ensure_ascii=False)
    if isinstance(field.example, str):
        example = example[1:-1]
    cells = (f"`{field.path}`", field.label, field.hint, f"`{example}`")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _table(columns: str) -> Iterator[str]:
    yield f"| {columns} |"
    yield "| " + " | ".join("---" for _ in columns.split("|")) + " |"
