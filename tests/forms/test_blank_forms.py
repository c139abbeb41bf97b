"""What a form lacks is told at the cell in which it is to be typed, and typing it there heals."""

from __future__ import annotations

import re
from functools import cache

import pytest
from exploring import some
from fuzz.expected import put

from briefing import Finding
from briefing.annotating import annotated, notes_of
from briefing.findings import LANGUAGES
from briefing.library import new_input
from briefing.templating import kinds
from forms.test_spoken_of_cells import findings_of, keys_said
from forms.test_workbook import Sheets, sheets_of, written

KINDS = sorted(kinds())
OF_FILES = re.compile(r"đầu vào|\bkhóa\b|\bgói\b|YAML|\binput\b|\bpack\b|\bkey\b")
_CELL = re.compile(r"([^!]+)!([A-Z]+)(\d+)")
TYPED = {
    "period.year": "2026",
    "conference.date": "20/12/2026",
    "conference.starts_at": "08:00",
    "conference.ends_at": "11:30",
    "conference.chair": "Người được nêu",
    "conference.secretary": "Người được nêu",
}
"""What is typed where a few words will not do."""


@cache
def blank(kind: str, language: str = "vi") -> Sheets:
    return sheets_of(new_input(kind, language, locality="phu-tho", excel=True))


def told(sheets: Sheets, name: str = "phiếu.xlsx") -> list[Finding]:
    return findings_of(put(name, written(sheets)))


def cell_of(found: Finding) -> tuple[str, str, int]:
    cell = _CELL.fullmatch((found.origin and found.origin.cell) or "")
    assert cell, (found.rule, found.path)
    return cell[1], cell[2], int(cell[3])


def at(sheets: Sheets, title: str, letter: str, row: int) -> object:
    rows, column = sheets[title], ord(letter) - ord("A")
    return rows[row - 1][column] if row <= len(rows) and column < len(rows[row - 1]) else ""


def type_in(sheets: Sheets, title: str, letter: str, row: int, text: str) -> None:
    rows, column = sheets[title], ord(letter) - ord("A")
    rows += [[] for _ in range(row - len(rows))]
    rows[row - 1] += [""] * (column + 1 - len(rows[row - 1]))
    rows[row - 1][column] = text


def lacking(found: list[Finding]) -> list[Finding]:
    rules = ("kind/missing-fact", "kind/expected-fact", "workbook/not-filled")
    return [each for each in found if each.rule in rules]


@pytest.mark.parametrize("kind", some(KINDS))
def test_what_a_blank_form_lacks_names_an_empty_cell_in_both_languages(kind: str) -> None:
    sheets = blank(kind)
    found = told(sheets)

    assert found
    for each in found:
        title, letter, row = cell_of(each)
        assert at(sheets, title, letter, row) == "", (each.rule, title, letter, row)
        for language in LANGUAGES:
            said = f"{each.message(language)} {each.remedy(language)}"
            assert not OF_FILES.search(said), said
            if each in lacking(found):
                assert title in each.remedy(language)
                assert f"{letter}{row}" in each.remedy(language)
        assert keys_said(each.message("vi")) + keys_said(each.remedy("vi")) == []


@pytest.mark.parametrize("kind", some(KINDS))
def test_typing_something_in_the_cell_that_is_named_heals(kind: str) -> None:
    sheets = {name: [list(row) for row in rows] for name, rows in blank(kind).items()}
    before = lacking(told(sheets))
    for each in before:
        type_in(sheets, *cell_of(each), TYPED.get(each.path, "An toàn giao thông"))
    after = {(each.rule, each.path) for each in told(sheets)}

    assert before
    assert [each for each in before if (each.rule, each.path) in after] == []


def test_comments_stand_at_the_empty_cells() -> None:
    for kind in ("bao-cao-tong-ket", "bao-cao-kinh-te-xa-hoi"):
        form = new_input(kind, "vi", locality="phu-tho", excel=True)
        file = put(f"{kind}.xlsx", form)
        notes = notes_of(findings_of(file), str(file), "vi")
        copy = annotated(form, notes, str(file))
        assert sheets_of(copy) == sheets_of(form)
        # Of an outline every section without a sentence has its comment.
        assert (
            sum(map(len, notes.values()))
            == {
                "bao-cao-tong-ket": 6,
                "bao-cao-kinh-te-xa-hoi": 24,
            }[kind]
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_in_either_language_names_its_own_headings(language: str) -> None:
    found = lacking(told(blank("bao-cao-tong-ket", language)))
    headings = {
        str(cell) for rows in blank("bao-cao-tong-ket", language).values() for cell in rows[0]
    }
    items = {str(row[0]) for rows in blank("bao-cao-tong-ket", language).values() for row in rows}

    assert found
    for each in found:
        for spoken in LANGUAGES:
            *_, named = re.findall("“([^”]*)”", each.remedy(spoken))
            titles = blank("bao-cao-tong-ket", language)
            assert named in headings | items | set(titles), each.remedy(spoken)


def without_a_sheet(sheets: Sheets) -> tuple[str, str]:
    del sheets["Nhiệm vụ"]
    return "Hướng dẫn!A1", "làm phiếu mới bằng “briefing new bao-cao-tong-ket --excel --from"


def without_an_item(sheets: Sheets) -> tuple[str, str]:
    rows = sheets["Các ý"]
    rows[:] = [row for row in rows if row[0] != "danh sách nơi nhận"]
    return f"Các ý!A{len(rows) + 1}", "ghi “danh sách nơi nhận” vào ô"


def without_a_column(sheets: Sheets) -> tuple[str, str]:
    head, *rows = sheets["Nhiệm vụ"]
    gone = head.index("nội dung nhiệm vụ")
    sheets["Nhiệm vụ"] = [row[:gone] + row[gone + 1 :] for row in (head, *rows)]
    return f"Nhiệm vụ!{chr(65 + len(head) - 1)}1", "ghi tiêu đề “nội dung nhiệm vụ” vào ô"


@pytest.mark.parametrize("change", [without_a_sheet, without_an_item, without_a_column])
def test_what_an_older_form_has_no_room_for_is_told_with_the_room_to_make(change: object) -> None:
    sheets = {name: [list(row) for row in rows] for name, rows in blank("bao-cao-tong-ket").items()}
    assert callable(change)
    cell, said = change(sheets)
    where = [each for each in told(sheets) if str(each.origin).endswith(f"xlsx!{cell}")]

    assert len(where) == 1
    assert said in where[0].remedy("vi")


def test_a_row_that_lacks_a_cell_is_told_at_that_cell() -> None:
    sheets = {name: [list(row) for row in rows] for name, rows in blank("bao-cao-tong-ket").items()}
    sheets["Kết quả"].append(["1", "", "", "Đã tuần tra."])
    sheets["Số liệu"].append(["1", "so_vu", "", "", "vụ", "12"])
    cells = {(each.rule, each.origin.cell) for each in told(sheets) if each.origin}

    assert cells == {
        ("input/area-or-heading", "Kết quả!B3"),
        ("workbook/not-filled", "Số liệu!D3"),
    }
