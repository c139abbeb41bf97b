"""The front door: an input is a case, documents are made of it as requested, each thing once."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path
from unittest.mock import patch

import pytest

import briefing
from briefing import library
from briefing.findings import Origins
from briefing.library import FORMATS, Case, Draft, Request, load_case, make_documents

INPUTS = Path(briefing.__file__).parents[1] / "inputs"
YEAR = INPUTS / "hoa-binh-2023.yaml"
UNFINISHED = INPUTS / "cong-van-792-2022.yaml"


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(YEAR)


def test_a_case_tells_what_its_documents_are_made_of(case: Case) -> None:
    assert case.source == YEAR
    assert case.inputs == [YEAR]
    assert YEAR in case.files()
    assert set(case.pack_folders) == set(case.report.pack_folders)
    assert {origin.file for origin in case.origins.places.values()} >= {str(YEAR)}


def test_a_case_cannot_be_changed(case: Case) -> None:
    with pytest.raises(FrozenInstanceError):
        case.source = None  # type: ignore[misc]


def test_a_report_that_is_told_more_stays_as_it_was(case: Case) -> None:
    report = case.report
    before = (report.origins, report.doubts, report.pack_folders, report.last_report)

    told = report.shaped_by((Path("elsewhere"),)).following(report).written_at(Origins())

    assert told.pack_folders == (Path("elsewhere"),)
    assert told.last_report is report
    assert told.origins != report.origins
    assert (report.origins, report.doubts, report.pack_folders, report.last_report) == before


def test_the_calls_of_the_package_give_what_the_door_gives(case: Case) -> None:
    [made] = make_documents(case, Request()).values()
    report = briefing.load(YEAR)

    assert made.written(".docx") == briefing.build(report)
    assert made.written(".md").decode("utf-8") == briefing.preview(report)
    assert made.written(".html").decode("utf-8") == briefing.page(report)
    assert made.findings == briefing.check(report)


def test_every_format_is_known_by_its_ending() -> None:
    assert set(FORMATS) == {".docx", ".pdf", ".html", ".md"}
    assert all(ending == each.suffix for ending, each in FORMATS.items())
    assert set(library.ISSUED) == {".docx", ".pdf"}


def test_what_is_printed_waits_as_what_it_is_printed_from(case: Case) -> None:
    [made] = make_documents(case, Request()).values()

    assert made.ready(".pdf") == made.ready(".docx") == made.written(".docx")
    assert made.ready(".md") == made.written(".md")


def test_several_kinds_come_of_one_case(case: Case) -> None:
    kinds, left_out = case.kinds("all")
    made = make_documents(case, Request(kinds, Draft.IF_NEEDED))

    assert tuple(made) == kinds
    assert len(kinds) > 1
    assert set(kinds) & set(left_out) == set()
    assert {kind: one.report.kind for kind, one in made.items()} == {kind: kind for kind in kinds}


def test_a_draft_is_made_only_where_no_final_document_can_be(case: Case) -> None:
    request = Request(draft=Draft.IF_NEEDED)
    [final] = make_documents(case, request).values()
    [draft] = make_documents(load_case(UNFINISHED), request).values()

    assert (final.stopped, final.document.notes) == (False, ())
    assert draft.stopped
    assert draft.document.notes
    with pytest.raises(briefing.RefusedError):
        make_documents(load_case(UNFINISHED), Request())


@pytest.mark.parametrize("draft", Draft)
def test_a_report_is_checked_once_for_each_document(case: Case, draft: Draft) -> None:
    with patch("briefing.library.making.check_facts", wraps=library.check_facts) as checked:
        make_documents(case, Request(draft=draft))

    assert checked.call_count == 1
