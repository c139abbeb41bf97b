"""Figures named in sentences: braces, parts, and the words every report knows."""

from __future__ import annotations

import re
from typing import Any

import pytest
from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.figures import Phrasebook, Reference, references
from briefing.report import Report
from briefing.tracing import spans_of

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(200))


CHANGE = {"direction": "giảm", "percent": "26,82", "base": "cùng kỳ năm {last_year}"}


def book(**facts: Any) -> Phrasebook:
    figures = {
        "kham_pha": {"label": "khám phá", "unit": "vụ", "value": 771, "out_of": 778},
        "lam_ro": {"label": "làm rõ", "unit": "đối tượng", "value": "1.315"},
        "giam": {"label": "giảm", "unit": "vụ", "change": CHANGE},
    }
    data = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2023}}
    return Phrasebook(Report.model_validate({**data, "figures": figures, **facts}))


def filled(text: str) -> str:
    return book().fill(text, lambda reference: f"<{reference}>")


@in_rows(
    ("text", "written"),
    [
        ("khám phá {kham_pha}", "khám phá 771/778 vụ (đạt 99,10%)"),
        ("{lam_ro}, {lam_ro}", "1.315 đối tượng, 1.315 đối tượng"),
        ("{kham_pha.quantity}", "771/778 vụ"),
        ("đạt {kham_pha.rate}", "đạt 99,10%"),
        ("{kham_pha.out_of}{lam_ro.unit}", "778đối tượng"),
        ("{kham_pha.words} bị phát hiện", "bảy trăm bảy mươi mốt vụ bị phát hiện"),
        ("Đã xong. {kham_pha.words}", "Đã xong. Bảy trăm bảy mươi mốt vụ"),
        ("{giam}", "giảm 26,82% so với cùng kỳ năm 2022"),
        ("năm {year}, {next_year}, {last_year}", "năm 2023, 2024, 2022"),
        ("dịp {tet}", "dịp Tết Nguyên đán Giáp Thìn 2024"),
        ("không có tên nào", "không có tên nào"),
    ],
)
def test_a_name_in_braces_stands_for_its_phrase(text: str, written: str) -> None:
    assert filled(text) == written


@in_rows(
    ("text", "written"),
    [
        ("{{kham_pha}}", "{kham_pha}"),
        ("{{", "{"),
        ("}}", "}"),
        ("{{{lam_ro}}}", "{1.315 đối tượng}"),
        ("{", "{"),
        ("}", "}"),
        ("{}", "{}"),
        ("{Kham_pha}", "<{Kham_pha}>"),
        ("{ kham_pha }", "<{ kham_pha }>"),
        ("{1}", "{1}"),
        ("{khám_phá}", "<{khám_phá}>"),
        ("{kham_pha", "{kham_pha"),
    ],
)
def test_other_braces_print_unless_they_hold_letters(text: str, written: str) -> None:
    assert filled(text) == written


@pytest.mark.parametrize(
    "name", ["khong_co", "khong_co.rate", "kham_pha.khong_co", "lam_ro.rate", "year.rate", "tet.x"]
)
def test_what_stands_for_nothing_is_handed_back_to_be_worded(name: str) -> None:
    assert filled(f"đạt {{{name}}}!") == f"đạt <{{{name}}}>!"


def test_tet_is_that_of_the_next_period_wherever_that_lies() -> None:
    phrases = book(next_period={"year": 2026})

    assert phrases.words["tet"] == "Tết Nguyên đán Bính Ngọ 2026"
    assert phrases.words["next_year"] == "2026"


def test_a_report_names_its_figures_and_the_words_every_report_knows() -> None:
    assert book().names == [
        *("kham_pha", "lam_ro", "giam"),
        *("year", "next_year", "last_year", "tet", "this", "coming"),
    ]


def test_references_come_in_reading_order_with_their_place() -> None:
    assert list(references("a {x} {{y}} {z.rate} {Q}")) == [
        Reference("x", "", 2),
        Reference("z", "rate", 12),
    ]


def test_a_reference_reads_as_it_was_written() -> None:
    assert [str(found) for found in references("{x}{y.rate}")] == ["{x}", "{y.rate}"]


def test_a_number_written_in_quotes_knows_where_it_stands() -> None:
    figures = {"x": {"label": "x", "unit": "tỷ đồng", "value": "11,4", "rate": "1,15"}}
    data = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2023}, "figures": figures}
    said = Phrasebook(Report.model_validate(data), traced=True).phrase(Reference("x", "", 0))

    assert said == "11,4 tỷ đồng (đạt 1,15%)"
    assert {path for _, _, path in spans_of(said)} >= {"figures.x.value", "figures.x.rate"}


@FIXED
@given(st.text(st.sampled_from("{}a_.1 đ")) | st.text())
def test_any_text_prints_as_itself_once_its_braces_are_doubled(text: str) -> None:
    assert filled(text.replace("{", "{{").replace("}", "}}")) == text


@FIXED
@given(st.text(st.sampled_from("{}a_.1 đ")))
def test_filling_a_text_asks_for_exactly_its_references(text: str) -> None:
    asked: list[Reference] = []
    book().fill(text, lambda reference: asked.append(reference) or "")

    called = [one for one in asked if re.fullmatch("[a-z][a-z0-9_]*", one.name)]
    assert called == list(references(text))
    # What else is asked for is no name: letters in braces.
    assert all(set("ađ") & set(one.name) for one in asked)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ổn định ({a.change})", "Ổn định (giảm 34 vụ, 7,67%)"),
        (
            "Ổn định (cả năm {a.change}; {b})",
            "Ổn định (cả năm giảm 34 vụ, 7,67%; 45/50 vụ, đạt 90%)",
        ),
        ("Ổn định (như trên), {a.change}", "Ổn định (như trên), giảm 34 vụ (7,67%)"),
        ("Ổn định (theo xã (gồm {b}))", "Ổn định (theo xã (gồm 45/50 vụ, đạt 90%))"),
        ("a) {b}", "a) 45/50 vụ (đạt 90%)"),
    ],
)
def test_a_name_in_brackets_brings_no_brackets(text: str, said: str) -> None:
    figures = {
        "a": {"label": "số vụ", "unit": "vụ", "value": 409, "previous": 443},
        "b": {"label": "khám phá", "unit": "vụ", "value": 45, "out_of": 50},
    }
    whole = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2023}, "figures": figures}
    report = Report.model_validate(whole)

    assert Phrasebook(report).fill(text, str) == said
    traced = Phrasebook(report, traced=True).fill(text, str)
    assert traced == said
    assert {path.split(".")[1] for *_, path in spans_of(traced)} >= {"b" if "{b}" in text else "a"}
