"""A new input to fill in: the fields of a kind with their hints, those not yet needed as notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing.findings import say
from briefing.forms.examples import Example, example, scalar, with_note, yaml_lines
from briefing.forms.sections import FormField, FormSection, form
from briefing.kinds import OwnField

_PERIODS = {
    "first_half": "{year: 2026, type: first_half}",
    "nine_months": "{year: 2026, type: nine_months}",
    "quarter": "{year: 2026, type: quarter, quarter: 1}",
    "month": "{year: 2026, type: month, month: 3}",
    "week": "{year: 2026, type: week, week: 12}",
    "campaign": "{year: 2026, type: campaign, starts: 2025-12-15, ends: 2026-02-14}",
    "years": "{first_year: 2021, year: 2025, type: years}",
}
_YEAR = "{year: 2026}"
_DATES = {
    "first_half": "2026-06",
    "nine_months": "2026-09",
    "quarter": "2026-03",
    "month": "2026-03",
    "week": "2026-03",
    "campaign": "2026-02",
    "years": "2025-12",
}
"""The month in which a report on such a period is issued; that of a year by the form."""
_LIVE = ("schema", "kind", "locality", "period", "date", "subject")
"""The keys that a new input holds; all others wait behind a #."""


def start_values(period_type: str) -> dict[str, Any]:
    """Return the period and the date that a new input of a type of period begins with."""
    examples = {field.path: field.example for section in form("vi") for field in section.fields}
    words = _PERIODS.get(period_type, _YEAR).strip("{}").split(", ")
    said = dict(word.split(": ") for word in words)
    period = {key: int(value) if value.isdecimal() else value for key, value in said.items()}
    return {"period": period, "date": _DATES.get(period_type, examples["date"])}


def starter(
    kind: str,
    language: str,
    *,
    letter: bool = False,
    period_type: str = "year",
    locality: str | None = None,
    requires: tuple[str, ...] = (),
    own: tuple[OwnField, ...] = (),
    outline: Sequence[Mapping[str, Any]] = (),
) -> str:
    """Return the text of a new input of a kind: a valid input with every usual key explained.

    ``period_type`` is the type of period that it is for, ``locality`` the pack, if one is chosen.
    What the kind ``requires`` is shown and said to be required; ``own`` are the fields that packs
    and the kind add.
    ``outline`` are the sections that an input of the kind begins with.
    """
    period = _PERIODS.get(period_type, _YEAR)
    known = {"kind": kind, "locality": locality, "period": period}
    known["date"] = _DATES.get(period_type)
    head = [f"# {line}" for line in say("starter.head", language).splitlines()]
    asked = _required(form(language, own), requires, language)
    lines = _sections(asked, known, outline, letter=letter)
    return "\n".join([*head, *lines, ""])


def _required(
    sections: Iterable[FormSection], requires: tuple[str, ...], language: str
) -> Iterator[FormSection]:
    """Yield the sections with what a kind requires in sight, said to be so."""
    word, told = say("starter.required", language), set[str]()

    def shown(field: FormField) -> FormField:
        path = next((path for path in requires if _is_of(field.path, path)), None)
        if path is None:
            return field
        # Of a group the first line says so for all.
        hint = field.hint if path in told else f"{field.hint} ({word})"
        told.add(path)
        return replace(field, at_start=True, hint=hint)

    for section in sections:
        yield replace(section, fields=tuple(map(shown, section.fields)))


def _is_of(path: str, required: str) -> bool:
    plain = path.replace("[]", "")
    return plain == required or plain.startswith(f"{required}.")


def _sections(
    sections: Iterable[FormSection],
    known: dict[str, str | None],
    outline: Sequence[Mapping[str, Any]],
    *,
    letter: bool,
) -> Iterator[str]:
    for section in sections:
        suits = section.for_letters if letter else section.for_reports
        lines = list(_keys(section, known)) if suits else []
        if outline and section.keys[0] == _OUTLINE:
            lines = [f"{_OUTLINE}:", *_outline(outline, "  ")]
        if lines:
            yield from ("", f"# == {section.title}", *lines)


_OUTLINE = "sections"


def _outline(sections: Sequence[Mapping[str, Any]], indent: str) -> Iterator[str]:
    """Yield the lines of sections, each with what is still to be written below it."""
    for section in sections:
        said = {key: value for key, value in section.items() if key != _OUTLINE}
        first, *others = [f"{key}: {scalar(value)}" for key, value in said.items()]
        yield f"{indent}- {first}"
        yield from (f"{indent}  {line}" for line in others)
        if below := section.get(_OUTLINE):
            yield f"{indent}  {_OUTLINE}:"
            yield from _outline(below, f"{indent}    ")
        elif "part" not in section:
            yield f"{indent}  statements: []"


def _keys(section: FormSection, known: dict[str, str | None]) -> Iterator[str]:
    shown = example(field for field in section.fields if field.at_start)
    for key, item in shown.items.items():
        lines = list(yaml_lines({key: item}))
        if known.get(key) is not None:
            yield with_note(f"{key}: {known[key]}", _hint(item))
        elif key == "subject":
            # The one thing that no pack and no program can know.
            yield with_note("subject:", _hint(item))
        elif key in _LIVE and key != "locality":
            yield from lines
        else:
            yield from (f"# {line}" for line in lines)


def _hint(item: Example | FormField) -> str:
    return item.hint if isinstance(item, FormField) else _hint(next(iter(item.items.values())))
