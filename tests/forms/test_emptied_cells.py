"""What a filled form lacks is told at the cell that is empty, and typing it there heals.

Every column of every sheet is emptied in a form that has something in all of them, then every
sheet as a whole, then every item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from exploring import ALL, some
from fuzz.expected import put

from briefing.findings import LANGUAGES, Finding
from briefing.forms import workbook
from briefing.forms.sheet import sheets
from briefing.reading import read_as_far
from forms.test_spoken_of_cells import WHOLE, findings_of
from forms.test_workbook import Sheets, sheets_of, written

LACKING = {
    "figures/no-unit",
    "input/area-or-heading",
    "input/head-without-authority",
    "input/nothing-said",
    "tables/no-head",
    "workbook/no-name",
    "workbook/not-filled",
}
"""The rules that say only that something is missing."""
_CELL = re.compile(r"\b(?:ô|cell) ([A-Z]{1,2})(\d+)")
_SHEET = re.compile(r"(?:trang|sheet) “([^”]*)”")

Place = tuple[int, int]
Case = tuple[str, tuple[Place, ...]]


@cache
def whole(kind: str) -> Sheets:
    text = WHOLE.read_text(encoding="utf-8").replace("CÂU", "Câu một")
    source = put("w.yaml", text.replace("bao-cao-tong-ket", kind).encode())
    return sheets_of(workbook(read_as_far(source).data, "vi"))


def copied(form: Sheets) -> Sheets:
    return {title: [list(row) for row in rows] for title, rows in form.items()}


def found(form: Sheets) -> dict[tuple[str, str], Finding]:
    return {(one.rule, one.path): one for one in findings_of(put("phiếu.xlsx", written(form)))}


def filled_in(rows: list[list[Any]]) -> list[Place]:
    """Return the cells that are filled in below the heading, without those of the example."""
    return [
        (row, at)
        for row, cells in enumerate(rows)
        for at in range(1, len(cells))
        if row and cells[at] != "" and cells[0] != "ví dụ"
    ]


def single_cells(kind: str) -> Iterator[Case]:
    """Yield every item, and of every column the first cell that is filled in."""
    for sheet in sheets("vi"):
        filled = filled_in(whole(kind)[sheet.title])
        if sheet.layout == "rows":
            filled = list({at: (row, at) for row, at in reversed(filled)}.values())
        else:
            filled = [(row, at) for row, at in filled if at == 1]
        yield from ((sheet.title, (place,)) for place in filled)


def whole_sheets(kind: str) -> Iterator[Case]:
    for sheet in sheets("vi"):
        rows = whole(kind)[sheet.title]
        if sheet.layout == "rows":
            yield sheet.title, tuple(filled_in(rows))


def position(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def value_for(form: Sheets, case: Case, title: str, at: int) -> object:
    """Return what stood in a cell, of a whole sheet what its first row had in the column.

    In place of one thing another may be asked for: a sentence in place of a group of indicators.
    """
    emptied, taken = case
    stood = [(row, column) for row, column in taken if column == at]
    assert title == emptied
    assert stood or len(taken) == 1, f"{title}: nothing was taken from the column {at}"
    return form[title][stood[0][0]][at] if stood else "Câu một"


def lost(cases: Iterator[Case], kind: str) -> Iterator[tuple[Case, Sheets, Finding]]:
    """Yield what is found only when some cells are empty."""
    before = found(whole(kind))
    for case in cases:
        emptied = copied(whole(kind))
        for row, at in case[1]:
            emptied[case[0]][row][at] = ""
        new = (one for key, one in found(emptied).items() if key not in before)
        yield from ((case, emptied, one) for one in new)


def healed(kind: str, case: Case, emptied: Sheets, one: Finding) -> bool:
    """Type what a remedy asks for into the cell that it names in both languages, and look again."""
    here, there = (_CELL.search(one.remedy(language)) for language in LANGUAGES)
    if here is None:
        return False
    assert there is not None
    assert here.groups() == there.groups()
    title, letters, row = _SHEET.findall(one.remedy("vi"))[0], here[1], int(here[2]) - 1
    assert str(one.origin).endswith(f"xlsx!{title}!{letters}{row + 1}"), one.as_text("vi")
    again, at = copied(emptied), position(letters)
    again[title] += [[] for _ in range(row + 1 - len(again[title]))]
    again[title][row] += [""] * (at + 1 - len(again[title][row]))
    again[title][row][at] = value_for(whole(kind), case, title, at)
    assert (one.rule, one.path) not in found(again), (case, one.as_text("vi"))
    return True


def walked(cases: Iterator[Case], kind: str) -> set[str]:
    """Return the rules that were healed; those that say what is missing must name its cell."""
    rules = set()
    for case, emptied, one in lost(cases, kind):
        if healed(kind, case, emptied, one):
            rules.add(one.rule)
        else:
            assert one.rule not in LACKING, one.as_text("vi")
    return rules


def test_an_emptied_cell_heals_where_the_remedy_says() -> None:
    cases = list(single_cells("bao-cao-tong-ket"))
    rules = walked((cases[at] for at in some(some(range(len(cases))))), "bao-cao-tong-ket")

    assert rules >= LACKING if ALL else rules & LACKING


def test_an_emptied_sheet_is_begun_where_the_remedy_says() -> None:
    assert "kind/missing-fact" in walked(whole_sheets("bao-cao-phoi-hop"), "bao-cao-phoi-hop")
