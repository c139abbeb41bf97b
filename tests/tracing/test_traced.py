"""A traced text is the text that it would be without, and knows its facts all the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from briefing.document import escape_with_gaps
from briefing.tracing import (
    Traced,
    TracedDecimal,
    TracedInteger,
    TracedMarkup,
    carried,
    joined,
    paths_of,
    settled,
    settled_in_turn,
    spans_of,
    stating,
    substituted,
    through,
    worked_out,
)
from briefing.vietnamese import Abbreviation, Introducer, clause, lower_first, sentence, upper_first

PIECES = st.text(alphabet="aĐđ ơ.,;1*_|ßŉ“", max_size=8)


@st.composite
def traced_texts(draw: st.DrawFn) -> Traced:
    """Return a text put together of pieces with facts, sentences around figures."""
    words = draw(st.lists(PIECES, min_size=1, max_size=5))
    parts = [
        stating(word, f"f{n}") if draw(st.booleans()) else word for n, word in enumerate(words)
    ]
    text = joined(parts)
    return stating(text, "whole") if draw(st.booleans()) else stating(text)


def said(text: str) -> list[tuple[str, str]]:
    """Return what each fact of a text says."""
    return [(path, str(text)[start:end]) for start, end, path in spans_of(text)]


CHANGES: dict[str, Callable[[str], str]] = {
    "upper": lambda text: text.upper(),
    "lower": lambda text: text.lower(),
    "capitalize": lambda text: text.capitalize(),
    "strip": lambda text: text.strip(),
    "strip of": lambda text: text.strip(" .;"),
    "lstrip": lambda text: text.lstrip(),
    "rstrip": lambda text: text.rstrip(" .,;"),
    "upper_first": upper_first,
    "lower_first": lower_first,
    "sentence": sentence,
    "clause": lambda text: clause(text, "."),
    "replace": lambda text: text.replace("a", "bc"),
    "replace once": lambda text: text.replace("a", "", 1),
    "replace nothing": lambda text: text.replace("", "-"),
    "cut": lambda text: text[1:-1],
    "backwards": lambda text: text[::-1],
    "first": lambda text: text[:1],
    "added to": lambda text: "x" + text + "y",
    "joined": lambda text: text.join(["1", "2", "3"]),
    "escaped": escape_with_gaps,
    "substituted": lambda text: substituted(
        re.compile("[a1]"), lambda match: f"({match[0]})", text
    ),
    "f-string": lambda text: settled(f"x {text} y"),
    "f-string twice": lambda text: settled(f"{text}{text}"),
    "abbreviated": lambda text: Introducer([Abbreviation("a", "long a")]).body(text),
    "spelled out": lambda text: Introducer([Abbreviation("a", "long a")]).heading(text + " (a)"),
}


@pytest.mark.parametrize("name", CHANGES)
@settings(max_examples=drawn(120), deadline=None)
@given(text=traced_texts())
def test_what_is_done_to_it_gives_the_plain_outcome(name: str, text: Traced) -> None:
    change = CHANGES[name]

    assert str(settled(change(text))) == change(str(text))
    assert through(change, text) == change(str(text))


@pytest.mark.parametrize("name", CHANGES)
@settings(max_examples=drawn(120), deadline=None)
@given(text=traced_texts())
def test_its_stretches_lie_inside_it_and_inside_or_beside_one_another(
    name: str, text: Traced
) -> None:
    made = settled(CHANGES[name](text))
    spans = spans_of(made)

    assert all(0 <= start < end <= len(made) for start, end, _ in spans) or not made
    for position, (start, end, _) in enumerate(spans):
        for later, until, _ in spans[position + 1 :]:
            assert later >= end or (later >= start and until <= end)
    assert {path for _, _, path in spans} <= {path for _, _, path in text.spans}


@settings(max_examples=drawn(200), deadline=None)
@given(traced_texts())
def test_it_is_equal_and_sorted_and_found_like_a_plain_text(text: Traced) -> None:
    plain = str(text)

    assert type(plain) is str
    assert (text == plain, hash(text) == hash(plain), len(text) == len(plain)) == (True, True, True)
    assert list(text) == list(plain)
    assert ("a" in text) == ("a" in plain)
    assert {text: 1}[plain] == 1
    assert sorted([text, "b"]) == sorted([plain, "b"])
    assert f"{plain}".split() == text.split()


@settings(max_examples=drawn(200), deadline=None)
@given(st.lists(traced_texts(), min_size=1, max_size=4))
def test_marks_are_read_back_wherever_a_text_is_cut(texts: list[Traced]) -> None:
    marked = "".join(format(text) for text in texts)
    letters = [match.start() for match in re.finditer("[^\ufdd0-\ufdef]", marked)]
    at = letters[len(letters) // 2] if letters else 0
    told = settled_in_turn([marked[:at], marked[at:]])

    assert "".join(map(str, told)) == "".join(map(str, texts))
    assert not re.search("[\ufdd0-\ufdef]", "".join(map(str, told)))


def test_a_sentence_knows_its_own_path_around_those_of_its_figures() -> None:
    figure = Traced("771/778 vụ", (), ((0, 3, "figures.a.value"), (4, 7, "figures.a.out_of")))
    text = stating(settled(f"khám phá {figure};"), "results[0].statements[1]")

    assert said(sentence(text)) == [
        ("results[0].statements[1]", "Khám phá 771/778 vụ"),
        ("figures.a.value", "771"),
        ("figures.a.out_of", "778"),
    ]


def test_what_was_cut_apart_and_put_together_is_one_stretch_again() -> None:
    assert said(upper_first(Traced("ủy ban", ("issuer.name",)))) == [("issuer.name", "Ủy ban")]


def test_markdown_stays_markdown() -> None:
    text = TracedMarkup("a\\*b", ("x",))

    assert isinstance(text[1:], Markup)
    assert isinstance(through(str.upper, text), str)
    assert said(text + "c") == [("x", "a\\*b")]


@pytest.mark.parametrize(
    ("number", "paths"),
    [
        (TracedDecimal(Decimal(3), ("a",)) - TracedDecimal(Decimal(5), ("b",)), ("a", "b")),
        (abs(TracedDecimal(Decimal(-3), ("a",))), ("a",)),
        (TracedInteger(3, ("a",)) + TracedInteger(4, ("b",)), ("a", "b")),
        (sum([TracedInteger(3, ("a",)), 4]), ("a",)),
        (100 * TracedDecimal(Decimal(3), ("a",)) / 7, ("a",)),
        (TracedDecimal(Decimal("3.25"), ("a",)).quantize(Decimal("0.1")), ("a",)),
        (worked_out(lambda x, y: x + y)(TracedDecimal(Decimal(3), ("a",)), 4), ("a",)),
    ],
)
def test_a_number_worked_out_states_what_its_numbers_state(
    number: Decimal, paths: tuple[str, ...]
) -> None:
    assert paths_of(number) == paths
    assert said(carried("x", number)) == [(path, "x") for path in paths]


def test_a_traced_number_is_a_number_like_any_other() -> None:
    number = TracedDecimal(Decimal("92.20"), ("a",))

    assert (number == Decimal("92.20"), hash(number) == hash(Decimal("92.20"))) == (True, True)
    assert number in {Decimal("92.2")}
    assert str(number) == "92.20"
