"""What cannot be read keeps nothing else from being told, and what follows from it is not told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH, Briefing
from exploring import some
from fuzz.expected import put

from forms.test_emptied_cells import copied, single_cells, whole
from forms.test_forty_faults import forty
from forms.test_workbook import Sheets, form_of_hoa_binh, written

Told = set[tuple[str, str]]


def checked(briefing: Briefing, file: Path) -> tuple[int, Told]:
    done = briefing("check", str(file), "--format", "json")
    found = json.loads(done.out)
    found = found if isinstance(found, list) else found["findings"]
    return done.code, {(one["rule"], one["cell"] or f"{one['line']}") for one in found}


def of_form(briefing: Briefing, sheets: Sheets) -> tuple[int, Told]:
    return checked(briefing, put("phiếu.xlsx", written(sheets)))


def figure(sheets: Sheets, **cells: Any) -> int:
    """Add a row to the figures and return its number."""
    row = [""] * len(sheets["Số liệu"][0])
    for letter, value in cells.items():
        row[ord(letter) - ord("A")] = value
    sheets["Số liệu"].append(row)
    return len(sheets["Số liệu"])


REFUSED: list[dict[str, Any]] = [
    {"D": "vụ án ma túy", "E": "vụ", "F": "12 vụ"},
    {"D": "vụ án ma túy", "E": "vụ", "F": "#N/A"},
    {"D": "Tổng cộng", "F": 99},
    {"F": 99},
    {"D": "vụ án ma túy", "E": "vụ", "C": "lĩnh vực lạ", "F": 5},
]


@pytest.mark.parametrize("row", REFUSED)
def test_the_other_faults_are_told_in_the_first_round(
    row: dict[str, Any], briefing: Briefing
) -> None:
    sheets = form_of_hoa_binh()
    figure(sheets, **row)
    rate = figure(sheets, D="vụ trộm cắp", E="vụ", F=12, K=16, M=85)
    change = figure(sheets, D="vụ cháy", E="vụ", F=10, O=12, P="tăng")
    code, told = of_form(briefing, sheets)

    assert code == 2
    assert {
        ("figures/stated-rate", f"Số liệu!M{rate}"),
        ("figures/direction", f"Số liệu!P{change}"),
    } <= told


def test_a_date_that_cannot_be_read_lets_figures_speak_and_no_rule_of_form(
    briefing: Briefing,
) -> None:
    sheets = form_of_hoa_binh()
    _, clean = of_form(briefing, sheets)
    for cells in sheets["Chung"]:
        if str(cells[0]).startswith("ngày ban hành"):
            cells[1] = "tháng mười hai"
    rate = figure(sheets, D="vụ trộm cắp", E="vụ", F=12, K=16, M=85)
    _, told = of_form(briefing, sheets)

    assert {rule for rule, _ in told - clean} == {"input/not-a-date", "figures/stated-rate"}
    assert ("figures/stated-rate", f"Số liệu!M{rate}") in told


def test_it_is_so_for_other_inputs_too(briefing: Briefing, tmp_path: Path) -> None:
    text = HOA_BINH.read_text(encoding="utf-8")
    file = tmp_path / HOA_BINH.name
    text = text.replace("schema: 1", "schema: 1\nunknown_key: 1")
    file.write_text(text.replace("{giai_quyet_tin_bao}", "{khong_co_that}"), encoding="utf-8")
    code, told = checked(briefing, file)

    assert code == 2
    assert {"input/unknown-key", "figures/unknown-name"} <= {rule for rule, _ in told}


def test_nothing_follows_from_a_cell_that_is_refused(briefing: Briefing) -> None:
    kind = "bao-cao-tong-ket"
    _, before = of_form(briefing, whole(kind))
    cases = [case for case in single_cells(kind) if case[0] in ("Số liệu", "Chỉ tiêu", "Kết quả")]
    followed = []
    for title, cells in some(cases):
        sheets = copied(whole(kind))
        for row, at in cells:
            sheets[title][row][at] = "#N/A"
        code, told = of_form(briefing, sheets)
        more = {one for one in told - before if not one[0].startswith(("workbook/", "input/"))}
        followed += [(title, cells, more)] if code == 2 and more else []

    assert followed == []


def test_of_forty_faults_nothing_follows(briefing: Briefing) -> None:
    content, expected = forty()
    _, clean = of_form(briefing, form_of_hoa_binh())
    code, told = checked(briefing, put("bốn mươi.xlsx", content))

    assert code == 2
    assert expected <= told
    assert told - expected - clean == set()
