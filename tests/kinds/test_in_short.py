"""The short version has what the input marks, or else the first statement and every figure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing import RefusedError, build, check, load, preview
from briefing.forms import workbook
from briefing.library import in_kind
from kinds.made import WHOLE, report

SHORT = "bao-cao-tom-tat"
SAID = ["Câu thứ nhất", "Câu thứ hai", "Đã khám phá {vu}", "Câu thứ tư"]


def said(*statements: str, **more: Any) -> str:
    """Return the short version of one area."""
    area = {"area": "phong_trao", "statements": list(statements), **more}
    return preview(in_kind(report(results=[area]), SHORT))


def lines(text: str) -> list[str]:
    """Return what it says of the area."""
    known = ("Câu", "Đã khám phá", "Công an xã")
    return [
        line[2:]
        for line in text.splitlines()
        if line.startswith("- ") and line[2:].startswith(known)
    ]


def test_without_marks_no_figure_is_lost() -> None:
    assert lines(said(*SAID)) == ["Câu thứ nhất.", "Đã khám phá 45 vụ."]


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        ([2], ["Câu thứ hai."]),
        ([4, 1], ["Câu thứ nhất.", "Câu thứ tư."]),
        ([3], ["Đã khám phá 45 vụ."]),
    ],
)
def test_marks_choose_the_statements(marked: list[int], kept: list[str]) -> None:
    assert lines(said(*SAID, in_short=marked)) == kept


def test_other_documents_have_every_statement() -> None:
    area = {"area": "phong_trao", "statements": SAID, "in_short": [2]}
    text = preview(report(results=[area]))

    assert all(words in text for words in ("Câu thứ nhất.", "Đã khám phá 45 vụ.", "Câu thứ tư."))


def test_the_part_of_a_force_is_marked_as_well() -> None:
    part = {"force": "cong_an", "statements": SAID, "in_short": [2, 3]}
    forces = {"cong_an": "công an xã", "quan_su": "quân sự xã"}
    area = {"area": "phong_trao", "parts": [part]}
    text = preview(in_kind(report(results=[area], forces=forces), SHORT))

    assert lines(text) == ["Công an xã: Câu thứ hai. Đã khám phá 45 vụ."]


@pytest.mark.parametrize(("marked", "kept"), [([], ["thứ nhất", "45 vụ"]), ([4], ["thứ tư"])])
def test_sections_of_an_outline_are_marked_as_well(marked: list[int], kept: list[str]) -> None:
    section = {"title": "Kết quả", "statements": SAID, "in_short": marked}
    text = preview(in_kind(report(sections=[section], results=[]), SHORT))

    found = [words for words in ("thứ nhất", "thứ hai", "45 vụ", "thứ tư") if words in text]
    assert found == kept


def test_a_mark_without_its_statement_is_an_error_at_its_place() -> None:
    made = report(results=[{"area": "phong_trao", "statements": ["Câu"], "in_short": [1, 3]}])

    [found] = [one for one in check(made) if one.rule == "short/no-such-statement"]
    assert found.path == "results[0].in_short[1]"
    assert found.message() == "báo cáo tóm tắt chọn câu thứ 3, nhưng ở đây chỉ có 1 câu"
    with pytest.raises(RefusedError):
        build(made)


def test_marks_and_tables_of_areas_go_through_the_form(tmp_path: Path) -> None:
    tables = {"bang": {"title": "Bảng", "columns": "Thôn | Số vụ", "rows": ["Thôn 1 | 45"]}}
    area = {"area": "phong_trao", "statements": SAID, "in_short": [1, 3], "tables": ["bang"]}
    file = tmp_path / "phieu.xlsx"
    file.write_bytes(workbook({**WHOLE, "results": [area], "tables": tables}, "vi"))

    again = load(file)

    assert (again.results[0].in_short, again.results[0].tables) == ([1, 3], ["bang"])
