"""Rows of “trong đó” are added up against their row, in every column that all of them fill."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from in_rows import in_rows

import briefing
from briefing import check, load, preview
from briefing.report import Report
from tests.indicators.laid import laid, refused

Row = dict[str, Any]


def told(whole: Row, *parts: Row, sentence: str = "Ổn định") -> list[tuple[str, str, str]]:
    first = {"label": "Tất cả", "name": "ca", "unit": "tỷ đồng", **whole}
    rows = [
        {"label": f"Phần {at}", "unit": first["unit"], "parent": "ca", **part}
        for at, part in enumerate(parts)
    ]
    data = {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2025},
        "figures_annex": True,
        "indicators": [first, *rows],
        "results": [{"heading": "Kinh tế", "statements": [sentence]}],
    }
    found = briefing.check(Report.model_validate(data))
    ours = [one for one in found if one.rule.startswith("indicators/parts-")]
    assert all(one.path.startswith("figures.ca.") for one in ours)
    return [
        (one.rule.removeprefix("indicators/"), one.severity.name.lower(), one.path.split(".")[2])
        for one in ours
    ]


def test_parts_of_an_amount_that_are_more_than_it_are_an_error() -> None:
    assert told({"actual": 30}, {"actual": 20}, {"actual": 15}) == [
        ("parts-over-whole", "error", "value")
    ]
    assert told({"plan": 30}, {"plan": 20}, {"plan": 15}) == [
        ("parts-over-whole", "error", "target")
    ]
    parts = [{"actual": 20_000, "unit": "triệu đồng"}, {"actual": 15}]
    assert told({"actual": 30}, *parts) == [("parts-over-whole", "error", "value")]


def test_one_column_that_does_not_add_up_where_another_does_is_an_error() -> None:
    whole = {"unit": "hộ", "actual": 30, "previous": 28, "next_plan": 35}
    parts = [
        {"actual": 20, "previous": 18, "next_plan": 25},
        {"actual": 10, "previous": 10, "next_plan": 11},
    ]
    assert told(whole, *parts) == [("parts-over-whole", "error", "next_plan")]


def test_people_and_things_may_overlap() -> None:
    parts = [{"actual": 20, "previous": 20}, {"actual": 15, "previous": 14}]
    overlap = [("parts-overlap", "warning", "value")]

    assert told({"unit": "người", "actual": 30, "previous": 30}, *parts) == overlap
    assert told({"unit": "ha", "actual": 30, "previous": 30}, *parts) == overlap
    accepted = {"stated": 30, "computed": 35, "reason": "nữ và thanh niên"}
    assert told({"unit": "người", "actual": 30, "accepted": [accepted]}, *parts) == []


def test_parts_that_are_less_are_told_only_where_all_other_columns_add_up() -> None:
    parts = [{"actual": 200, "previous": 180}, {"actual": 80, "previous": 100}]
    short = [("parts-short", "warning", "value")]

    assert told({"actual": 300, "previous": 280}, *parts) == short
    assert told({"actual": 300, "previous": 290}, *parts) == []
    assert told({"actual": 300}, *parts) == []


@in_rows(
    ("whole", "parts"),
    [
        ({"actual": 30}, [{"actual": 20}]),
        ({"actual": 30}, [{"actual": 20}, {}]),
        # One alone that is larger is told as such.
        ({"actual": 30}, [{"actual": 40}, {"actual": 10}]),
        # Rounded to whole numbers, or to one place each.
        ({"actual": 5}, [{"actual": 3}, {"actual": 3}]),
        ({"actual": "30,1"}, [{"actual": "20,1"}, {"actual": "10,1"}]),
        ({"unit": "%", "actual": 30}, [{"actual": 20}, {"actual": 15}]),
        ({"unit": "tạ/ha", "actual": 30}, [{"actual": 20}, {"actual": 25}]),
        ({"unit": "ha", "actual": 30}, [{"unit": "tấn", "actual": 20}, {"actual": 15}]),
        # An estimate of the year and a result so far are of two times.
        ({"estimate": 30}, [{"actual": 20}, {"actual": 15}]),
        ({"actual": "30 - 31"}, [{"actual": 20}, {"actual": 11}]),
    ],
)
def test_what_does_not_add_up_by_its_nature_is_left_alone(whole: Row, parts: list[Row]) -> None:
    assert told(whole, *parts) == []


def test_an_acceptance_in_the_table_is_what_the_finding_gives(tmp_path: Path) -> None:
    rows = "Thu;tỷ đồng;300;{}\n- Một;tỷ đồng;200;\n- Hai;tỷ đồng;150;\n"
    table = f"Chỉ tiêu;ĐVT;Thực hiện;Chấp nhận\n{rows}"
    every = check(load(laid(tmp_path, table.format(""))))
    [found] = [one for one in every if one.rule.startswith("indicators/parts-")]
    assert str(found.origin).endswith("chi-tieu.csv:2:3")
    asked = "{stated: 300, computed: 350, reason: …}"
    assert asked in found.remedy()

    said = [one.rule for one in check(load(laid(tmp_path, table.format(asked))))]
    assert "figures/accepted" in said
    assert not any(rule.startswith("indicators/parts-") for rule in said)
    assert [one.rule for one in refused(laid(tmp_path, table.format("300 và 350")))] == [
        "indicators/not-accepted"
    ]


def test_the_words_of_a_row_are_no_template_s(tmp_path: Path) -> None:
    rows = "Dân số;người;300\n- Nữ;người;200\n- Trẻ em;người;150\n"
    file = laid(tmp_path, f"Chỉ tiêu;ĐVT;Thực hiện\nKINH TẾ;;\n{rows}")
    text = file.read_text("utf-8").replace(
        "    statements", "    indicators: Kinh tế\n    statements"
    )
    file.write_text(text, "utf-8")
    found = check(load(file))

    assert "trong đó: nữ là 200 người; trẻ em là 150 người" in preview(load(file))
    assert "indicators/parts-overlap" in [one.rule for one in found]
    assert not [one for one in found if one.rule.startswith("text/")]


TOTAL = "Chỉ tiêu;ĐVT;Cùng kỳ;Thực hiện\nVỐN;;;\nNgân sách;tỷ đồng;100;120\nDân góp;tỷ đồng;50;60\n"


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ("Tổng số;tỷ đồng;150;180\n", []),
        ("Tổng cộng;tỷ đồng;150;190\n", ["chi-tieu.csv:5:4"]),
        ("Cộng;triệu đồng;150000;170000\n", ["chi-tieu.csv:5:4"]),
        ("- Đất;tỷ đồng;40;45\n- Khác;tỷ đồng;10;15\nTổng số;tỷ đồng;150;180\n", []),
        ("Số hộ góp;hộ;7;8\nTổng số;tỷ đồng;150;180\n", []),
        ("Tổng số;tỷ đồng;;180\n", []),
        # What overlaps in every column is no part; nor is what stands under another heading.
        ("Tổng số;tỷ đồng;120;140\n", []),
        ("KHÁC;;;\nTổng số;tỷ đồng;120;140\n", []),
        ("Tổng số;%;150;190\n", []),
    ],
)
def test_a_row_of_totals_is_the_sum_of_its_band(
    tmp_path: Path, rows: str, places: list[str]
) -> None:
    found = check(load(laid(tmp_path, TOTAL + rows)))
    ours = [one for one in found if one.rule == "indicators/total"]

    assert [str(one.origin).rpartition("/")[2] for one in ours] == places
    assert all(one.severity.name == "WARNING" for one in ours)
