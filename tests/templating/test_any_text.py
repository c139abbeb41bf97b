"""Any text in any field gives a whole document that says that text, and nothing is markup."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from exploring import drawn, in_turn, one_of_each, some
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefing import build, preview
from briefing.findings import FieldPath
from briefing.library import read_whole
from briefing.report import Names, Report, called_people, leaves
from briefing.vietnamese import clean
from templating.printed import docx_text, preview_text, says

# A whole report is drawn at once; shrinking it would take minutes and say no more.
FIXED = settings(
    derandomize=True, deadline=None, max_examples=drawn(60), phases=[Phase.explicit, Phase.generate]
)

INPUT = Path(__file__).resolve().parents[2] / "inputs" / "hoa-binh-2023.yaml"

ADVERSARIAL = [
    *("*đậm*", "_a_ __b__", "`mã`", "1. một", "1) một", "- gạch", "+ cộng", "# đề mục #", "x ##"),
    *("> trích", ">x", "a | b", "|", "\\|", "a\\", "&amp; & &#35;", "<b>đậm</b>", "<!-- ẩn"),
    *("[x](y)", "![x](<gap:y>)", "~~~", "---", "===", "{{ report }}", "{% raw %}", "{kham_pha}"),
    *("{", "}}", "a{#b", "%s %(x)d {0}", "]]>", "'\"", "“điểm nóng”", "7\u00a0vụ", "😀 𝒳 e\u0301"),
    *("_x000A_", "a\u2028b\tc\nd", "\ufdd0gap\ufdd1x\ufdd2", "ẤP Đ", "đồng chí", "x" * 300),
]


@cache
def whole_input() -> dict[str, Any]:
    return read_whole(INPUT).data


def whole_texts() -> list[tuple[FieldPath, str]]:
    return list(texts(whole_input()))


def texts(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


def dotted(path: FieldPath) -> str:
    return ".".join(map(str, path))


A_DATE = re.compile(r"\d{4}(-\d\d){1,2}")


def printed_fields() -> list[FieldPath]:
    """Return the paths of the texts that print as they stand: by their role, and no date."""
    report = Report.model_validate(whole_input())
    called = {path for path, _ in called_people(report)}
    shown = {
        leaf.path: leaf.value
        for leaf in leaves(report)
        if leaf.role.shown and leaf.path not in called and leaf.role.names is not Names.FIGURE
    }
    dates = {path for path, text in whole_texts() if A_DATE.fullmatch(text)}
    return [path for path, _ in whole_texts() if path in shown and path not in dates]


FIELDS = printed_fields()

# Drawn sign by sign: a whole text Hypothesis also takes from the words of the program, which have a
# sense ("phường" is no post in a province). One word of small letters and underscores calls a
# person. Both are checked elsewhere.
ANY_TEXT = (
    st.lists(st.characters(codec="utf-8"), min_size=1, max_size=40)
    .map("".join)
    .filter(lambda text: clean(text) and not re.fullmatch("[a-z0-9_]+", clean(text)))
)


def doubled(text: str) -> str:
    """Return a text as an officer writes it: a brace opens a name unless it stands twice."""
    return text.replace("{", "{{").replace("}", "}}")


def report_with(written: dict[FieldPath, str]) -> Report:
    data = copy.deepcopy(whole_input())
    for path, text in written.items():
        group: Any = data
        for step in path[:-1]:
            group = group[step]
        group[path[-1]] = doubled(text)
    return Report.model_validate(data)


def unsaid(written: dict[FieldPath, str]) -> list[str]:
    """Return the fields whose text is missing from the Word file or from the preview."""
    report = report_with(written)
    outputs = {"docx": docx_text(build(report)), "preview": preview_text(preview(report))}
    return [
        f"{name}: {dotted(path)}: {text!r:.60}"
        for path, text in written.items()
        for name, said in outputs.items()
        if not says(said, clean(text))
    ]


def test_the_fields_are_those_of_a_whole_report() -> None:
    names = {path[0] for path in FIELDS}

    assert len(FIELDS) > 60
    assert names == {
        *("title", "subject", "issuer", "place", "results", "figures", "models", "strengths"),
        *("forecast", "conference", "awards", "people", "recipients", "signature"),
    }


# Each field has the text behind that of the field before it: all texts are tried each time, and
# where all is tried, each in every field.
TURNS = range(len(ADVERSARIAL))
STARTS = [(first, "start") for first in some(TURNS)]
ENDS = [(first, "end") for first in some(some(TURNS))]


@pytest.mark.parametrize(("first", "place"), STARTS + ENDS)
def test_every_field_says_such_text_at_its_start_or_end(first: int, place: str) -> None:
    texts = cycle(ADVERSARIAL[first:] + ADVERSARIAL[:first])
    written = {
        path: [text, f"n{n:03}"] for n, (path, text) in enumerate(zip(FIELDS, texts, strict=False))
    }
    turn = 1 if place == "start" else -1

    assert unsaid({path: " ".join(words[::turn]) for path, words in written.items()}) == []


def shape(path: FieldPath) -> FieldPath:
    """Return a field without the numbers and names of items, of which one is like another."""
    named = path[:1] in (("figures",), ("people",))
    return tuple(
        "[]" if isinstance(step, int) or (named and at == 1) else step
        for at, step in enumerate(path)
    )


@pytest.mark.parametrize(
    ("path", "text"), in_turn(one_of_each(FIELDS, shape), ["---", "1)", "|", "#"])
)
def test_a_field_says_such_text_alone(path: FieldPath, text: str) -> None:
    assert unsaid({path: text}) == []


@FIXED
@given(st.lists(ANY_TEXT, min_size=len(FIELDS), max_size=len(FIELDS)))
def test_every_field_says_any_text(drawn: list[str]) -> None:
    assert unsaid(dict(zip(FIELDS, drawn, strict=True))) == []


@pytest.mark.parametrize("first", some(range(0, len(ADVERSARIAL), 15)))
def test_a_report_of_nothing_but_such_text_is_a_valid_word_file(docx_errors, first: int) -> None:
    texts = cycle(ADVERSARIAL[first:] + ADVERSARIAL[:first])
    assert len(FIELDS) > len(ADVERSARIAL)
    assert docx_errors(build(report_with(dict(zip(FIELDS, texts, strict=False))))) == []
