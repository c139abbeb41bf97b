"""What many rules ask of all texts at once is what each text says when it is asked alone."""

from __future__ import annotations

import re

from exploring import drawn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.checking.shared import digits_of, figures_with, looking_at, texts_with
from briefing.checking.typed.as_declared import Sort
from briefing.checking.typed.compared import CHANGES
from briefing.checking.typed.contradictions import CRITERIA, may_claim, speaks_of_criteria
from briefing.checking.typed.fulfilment import FULFILMENTS
from briefing.report import Report, report_texts
from tests.figures.made import report

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(400))
SIGN = st.sampled_from([*"0123456789{}%[]<_~*`# ,.íÍhHtiêuch\0\n", "đ", "٣", "𝟡", "tiêu chí"])
LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])
TEXT = st.lists(SIGN, max_size=12).map("".join)


def of(texts: list[str]) -> Report:
    """Return a report with these sentences, which keep what is no sentence in an input as well."""
    made = report({}, results=[{"heading": "Kết quả", "statements": ["Tốt"]}])
    made._texts = tuple((("results", 0, "statements", at), text) for at, text in enumerate(texts))
    return made


@FIXED
@given(st.lists(TEXT, max_size=6))
@example(["1\0002", "3"])
@example([])
def test_the_digits_of_all_texts_are_those_of_each(texts: list[str]) -> None:
    assert digits_of(texts) == ["".join(re.findall("[0-9]", text)) for text in texts]


@FIXED
@given(st.lists(TEXT, max_size=6), st.lists(SIGN | st.sampled_from(["__", "](", "so với"])))
def test_texts_are_found_by_their_signs(texts: list[str], signs: list[str]) -> None:
    given_report = of(texts)
    with looking_at(given_report):
        found = list(texts_with(given_report, *signs))

    told = [(path, text) for path, text in report_texts(given_report)]
    assert found == [one for one in told if any(sign in one[1] for sign in signs)]


@FIXED
@given(TEXT)
@example("12 và 12")
@example("TIÊU CHÍ")
def test_no_text_that_may_claim_something_is_passed_over(text: str) -> None:
    [digits] = digits_of([text])
    looked_at = digits not in text or any(sign in text for sign in CRITERIA)

    assert looked_at or not may_claim(text)
    assert any(sign in text for sign in CRITERIA) or not speaks_of_criteria(text)


def test_figures_are_found_by_what_they_say() -> None:
    made = report({"one": {"value": 1}, "two": {"rate": 5}, "three": {"parts": ["one"]}})

    assert [name for name, _ in figures_with(made, "rate", "parts")] == ["two", "three"]
    assert list(figures_with(made, "target")) == []


@FIXED
@given(st.sampled_from([CHANGES, FULFILMENTS]), st.data())
def test_no_text_that_types_of_a_figure_lacks_its_signs(sort: Sort, data: st.DataObject) -> None:
    plain = data.draw(st.from_regex(sort.form, alphabet=LETTERS))
    found = sort.form.search(plain)

    assert found is not None
    assert sort.signs in plain.lower()
