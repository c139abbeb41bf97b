"""The form holds every field of an input once, and its examples are an input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli.running import Briefing
from fuzz.expected import put
from in_rows import in_rows

from briefing import check, load
from briefing.findings import LANGUAGES
from briefing.forms import form, reference
from briefing.forms.examples import example, yaml_lines
from briefing.report import json_schema
from briefing.templating import kinds

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCHEMA = json_schema("vi")


def leaves(part: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield the path of every value that the schema knows, without positions and names."""
    if path.endswith("sections[].sections[]"):
        return  # those below a section have the fields of any section
    if "$ref" in part:
        yield from leaves(SCHEMA["$defs"][part["$ref"].rpartition("/")[2]], path)
    elif "properties" in part:
        for key, said in part["properties"].items():
            yield from leaves(said, f"{path}.{key}" if path else key)
    elif part.get("type") == "array":
        yield from leaves(part["items"], f"{path}[]")
    elif entry := part.get("patternProperties"):
        yield from leaves(*entry.values(), f"{path}[]")
    elif isinstance(part.get("additionalProperties"), dict):
        yield from leaves(part["additionalProperties"], f"{path}[]")
    elif "anyOf" in part:
        # Of a bare text and a group the group says more, of one and several groups the several.
        options = [set(leaves(option, path)) for option in part["anyOf"]]
        yield from max(options, key=lambda paths: (len(paths), max(map(len, paths))))
    else:
        yield path


def test_the_form_has_every_field_of_the_schema_once() -> None:
    paths = [field.path for section in form("vi") for field in section.fields]

    assert sorted(paths) == sorted(set(leaves(SCHEMA)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_its_words(language: str) -> None:
    fields = [field for section in form(language) for field in section.fields]

    assert [field.path for field in fields if field.label == field.path] == []
    assert [field.path for field in fields if not field.hint.strip()] == []


def test_both_languages_say_different_words() -> None:
    hints = [{f.path: f.hint for s in form(language) for f in s.fields} for language in LANGUAGES]
    same = [path for path, hint in hints[0].items() if hint == hints[1][path]]

    # What is printed is Vietnamese in both.
    assert [path for path in same if not re.search("[“,]", hints[0][path])] == []


def examples(*left_out: str) -> str:
    """Return one input of all examples but some."""
    fields = [field for section in form("vi") for field in section.fields]
    shown = example(field for field in fields if field.path not in left_out)
    return "\n".join(yaml_lines(shown.items))


def test_the_examples_together_are_a_valid_input() -> None:
    # A period of a year has neither quarter nor first year; counts are together or apart; the
    # deputy of a unit signs by order only; packs and other files are not at hand.
    apart = [f"{period}.{key}" for period in ("period", "next_period") for key in PARTS]
    left_out = (*apart, "awards[].combined", "signature.unit_head")
    left_out += ("partners[].signature.unit_head", "locality", "signer", "previous_report")
    left_out += ("tables[].file", "based_on")
    report = load(put("mọi.yaml", examples(*left_out).encode("utf-8")))

    assert report.figures["kham_pha"].value == 45
    assert report.people["chu_tri"].posts == ["…"]


PARTS = ("quarter", "month", "week", "first_year", "stated_length")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_new_input_with_every_note_taken_away_is_valid(
    briefing: Briefing, kind: str, language: str
) -> None:
    text = briefing("new", kind, "--lang", language).out
    head, _, rest = text.partition("\n\n")
    # A line "# == …" is a heading, and the pack is not at hand here.
    lines = [line for line in rest.splitlines() if not line.startswith(("# ==", "# locality"))]
    whole = "\n".join(line.removeprefix("# ") for line in lines)
    report = load(put("mới.yaml", whole.replace("subject:  ", "subject: công tác").encode()))

    assert all(line.startswith("# ") for line in head.splitlines())
    assert report.kind == kind
    # An example takes nothing for granted that the rest of the example contradicts.
    assert [found.rule for found in check(report) if found.rule.startswith("input/")] == []


@pytest.mark.parametrize(("page", "language"), [("input.md", "en"), ("input.vi.md", "vi")])
def test_the_page_is_made_from_the_form(briefing: Briefing, page: str, language: str) -> None:
    kept = (DOCS / page).read_text(encoding="utf-8")
    assert kept == reference(language), "the form or an area has changed: make pages"
    assert briefing("schema", "--page", "--lang", language).out == reference(language)


@in_rows(
    ("group", "key", "said"),
    [
        ("Award", "to", "được khen"),
        ("Order", "to", "được giao việc"),
        ("_Proposal", "to", "được kiến nghị"),
        ("FigureStyle", "form", "ngoặc"),
        ("FigureStyle", "change", "phần trăm"),
        ("Conference", "title", "hội nghị"),
        ("AreaResults", "parts", "lực lượng"),
        ("Figure", "parts", "thành phần"),
    ],
)
def test_a_key_is_called_by_its_own_label(group: str, key: str, said: str) -> None:
    assert said in SCHEMA["$defs"][group]["properties"][key]["description"]
