"""The notes of a draft: a Word comment for each gap and each open finding, at its place."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest
from exploring import few
from in_rows import in_rows
from kinds.made import LETTER_FACTS, PARTY, SHIPPED, report, shipped, without

from briefing import Report, Severity, build, check
from briefing.library import in_kind
from briefing.templating import kinds
from form.noted import W, notes, part, words


def place(made: Report, rule: str, field: str = "") -> str:
    """Return the paragraph in which a draft has the comment of a finding."""
    found = next(f for f in check(made) if f.rule == rule and field in f.path)
    places = [at for note, at in notes(build(made, draft=True)) if found.message("vi") in note]
    assert len(places) == 1
    return places[0]


def rated(**facts: Any) -> Report:
    """Return a report that states a rate which its numbers contradict."""
    counted = {"label": "số vụ khám phá", "unit": "vụ", "value": 771, "out_of": 778}
    results = [
        {"area": "phong_trao", "statements": ["Phong trào được giữ vững"]},
        {"area": "phong_chong_toi_pham", "statements": ["Khám phá {vu} trong năm"]},
    ]
    return report(figures={"vu": {**counted, "rate": Decimal("92.2")}}, results=results, **facts)


CLASH: dict[str, Any] = {
    "people": {
        "an": {
            "name": "Phạm Thanh Phương",
            "posts": ["Phó Giám đốc Công an tỉnh"],
            "variants": ["Nguyễn Thanh Phương"],
        }
    },
}
OPEN = {
    "subject": lambda: without("subject"),
    "rate": rated,
    "clash": lambda: report(**CLASH),
    "letter": lambda: without("place", **LETTER_FACTS),
    "party": lambda: without("place", **PARTY),
    "news": lambda: report(kind="tin-hoi-nghi", conference=None),
    "several": lambda: without("place", "limitations", "causes", "signature", **CLASH),
}


def test_a_missing_subject_is_noted_where_it_is_missing() -> None:
    at = place(without("subject"), "kind/missing-fact", "subject")

    assert "[cần bổ sung: nội dung công tác được tổng kết]" in at


@pytest.mark.parametrize(
    ("name", "gap"),
    [
        ("limitations", "[cần bổ sung: tồn tại, hạn chế]"),
        ("causes", "[cần bổ sung: nguyên nhân]"),
        ("signature", "cần bổ sung: chức vụ người ký"),
        ("place", "địa danh"),
    ],
)
def test_every_gap_has_its_note_at_its_place(name: str, gap: str) -> None:
    made = without(name)
    rule = "kind/expected-fact" if name in {"limitations", "causes"} else "kind/missing-fact"

    assert gap.casefold() in place(made, rule, name).casefold()


def test_a_contradicted_rate_is_noted_at_the_sentence_that_states_it() -> None:
    assert place(rated(), "figures/stated-rate").startswith("Khám phá 771/778 vụ")


def test_a_contradicted_rate_is_noted_there_also_in_news() -> None:
    at = place(rated(kind="tin-hoi-nghi"), "figures/stated-rate")

    assert "khám phá 771/778 vụ" in at


def test_a_clash_of_names_is_noted_where_the_person_is_named() -> None:
    assert "Phạm Thanh Phương" in place(report(**CLASH), "people/name-clash")


def test_an_unknown_figure_is_noted_at_its_sentence() -> None:
    results = [{"area": "phong_trao", "statements": ["Đã vận động {ho_dan} tham gia {vu}"]}]
    made = report(results=results)
    found = next(f for f in check(made) if f.severity is Severity.ERROR)

    assert place(made, found.rule).startswith("Đã vận động")


def test_a_district_is_noted_where_it_is_named() -> None:
    words_ = "Phối hợp với huyện Đà Bắc tuần tra"
    made = report(results=[{"area": "phong_trao", "statements": [words_]}])

    assert place(made, "form/district-named") == f"{words_}."


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (
            "Ra quân",
            "Công an xã và Ban Chỉ huy Quân sự xã cùng lực lượng của huyện Đà Bắc tuần tra",
        ),
        (
            "Công an xã và Ban Chỉ huy Quân sự xã cùng lực lượng tại chỗ tuần tra",
            "Công an xã và Ban Chỉ huy Quân sự xã cùng lực lượng của huyện Đà Bắc tuần tra",
        ),
        ("Ra quân", "Công tác ANTT được giữ vững, có sự phối hợp của huyện Đà Bắc"),
    ],
    ids=["alone", "after-one-that-begins-alike", "with-an-abbreviation"],
)
def test_a_note_stands_at_its_own_statement(before: str, said: str) -> None:
    made = report(
        results=[{"area": "phong_trao", "statements": [before, said]}],
        abbreviations={"ANTT": {"long": "an ninh trật tự"}},
    )

    assert "huyện Đà Bắc" in place(made, "form/district-named")


def test_a_note_on_a_figure_is_not_put_at_one_that_ends_alike() -> None:
    some = {"label": "số vụ", "unit": "vụ", "out_of": 12}
    figures = {
        "dung": {**some, "value": 11, "rate": Decimal("91.7")},
        "sai": {**some, "value": 1, "rate": Decimal("92.2")},
    }
    statements = ["Khám phá {dung} trộm cắp", "Khởi tố {sai} ma túy"]
    made = report(figures=figures, results=[{"area": "phong_trao", "statements": statements}])

    assert place(made, "figures/stated-rate").startswith("Khởi tố 1/12 vụ")


def test_two_sentences_of_the_same_words_have_each_their_own_note() -> None:
    words_ = "Phối hợp với huyện Đà Bắc tuần tra"
    made = report(results=[{"area": "phong_trao", "statements": [words_, "Ra quân", words_]}])
    document = part(build(made, draft=True), "document")
    assert document is not None
    noted = [
        (words(paragraph), len(list(paragraph.iter(f"{W}commentReference"))))
        for paragraph in document.iter(f"{W}p")
        if "Đà Bắc" in words(paragraph)
    ]

    assert noted == [(f"{words_}.", 1), (f"{words_}.", 1)]


@pytest.mark.parametrize(
    ("facts", "rule", "at"),
    [
        ({"period": {"year": 2026, "starts": "2025-12-15"}}, "facts/not-printed", "năm 2026"),
        (
            {"awards": [{"form": "Giấy khen", "capacity": "x"}, {"form": "Cờ", "merit": "y"}]},
            "facts/not-printed",
            "Giấy khen",
        ),
        ({"conference": {"date": "2026-01-02"}}, "conference/too-early", "02/01/2026"),
        ({"letter": LETTER_FACTS["letter"]}, "facts/not-printed", "BÁO CÁO"),
    ],
)
def test_what_is_not_printed_is_noted_at_what_is_printed_beside_it(
    facts: dict[str, Any], rule: str, at: str
) -> None:
    assert at in place(report(**facts), rule)


def test_a_rate_typed_in_a_sentence_is_noted_there() -> None:
    statements = ["Phong trào được giữ vững", "Khám phá 771/778 vụ, đạt 92,2%"]
    made = report(results=[{"area": "phong_trao", "statements": statements}])
    paths = {f.rule for f in check(made) if f.path == "results[0].statements[1]"}

    assert paths
    for rule in paths:
        assert place(made, rule).startswith("Khám phá 771/778 vụ")


def test_every_open_finding_has_one_note_with_its_remedy() -> None:
    made = without("place", "limitations", "causes", "signature", **CLASH)
    open_ = [found for found in check(made) if found.severity is not Severity.INFO]

    noted = sorted(note for note, _ in notes(build(made, draft=True)))
    assert noted == sorted(f"{f.message('vi')} → {f.remedy('vi')}" for f in open_)


def test_notes_are_in_the_language_asked_for() -> None:
    noted = notes(build(without("subject"), draft=True, language="en"))

    assert [note for note, _ in noted if note.startswith("missing: ")]
    assert not [note for note, _ in noted if "thiếu" in note]


def test_a_final_document_has_no_notes_though_warnings_are_open() -> None:
    made = without("limitations", "causes")
    assert notes(build(made, draft=True))

    content = build(made)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if "comments" in name]
        assert b"comment" not in package.read("word/document.xml")
        assert b"comment" not in package.read("[Content_Types].xml")


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "cong-van-792-2022"])
def test_a_shipped_final_document_has_no_notes(name: str) -> None:
    assert part(build(shipped(name)), "comments") is None


def test_the_draft_of_a_complete_report_has_no_notes() -> None:
    made = report()
    assert not [found for found in check(made) if found.severity is not Severity.INFO]

    assert part(build(made, draft=True), "comments") is None


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert build(rated(), draft=True) == build(rated(), draft=True)


@pytest.mark.parametrize("name", few(sorted(OPEN, key=lambda name: name != "several")))
def test_a_draft_with_notes_is_a_valid_word_file(name: str, docx_errors: Any) -> None:
    content = build(OPEN[name](), draft=True)

    assert notes(content)
    assert docx_errors(content) == []


@pytest.mark.parametrize("kind", few(sorted(kinds())))
def test_a_draft_of_the_unnamed_province_as_any_kind_is_valid(kind: str, docx_errors: Any) -> None:
    content = build(in_kind(shipped("cong-van-792-2022"), kind), draft=True)

    assert notes(content)
    assert docx_errors(content) == []


def gap_words(paragraphs: Iterable[str]) -> set[str]:
    found = (re.findall(r"\[cần bổ sung: [^]]*\]", one.casefold()) for one in paragraphs)
    return {gap for gaps in found for gap in gaps}


@in_rows("kind", sorted(kinds()))
def test_every_gap_that_a_draft_shows_has_a_note(kind: str) -> None:
    made = Report.model_validate({"schema": 1, "kind": kind, "period": {"year": 2026}})
    content = build(made, draft=True)
    document = part(content, "document")
    assert document is not None

    noted = gap_words(at for _, at in notes(content))
    assert noted == gap_words(words(paragraph) for paragraph in document.iter(f"{W}p"))
    assert noted
