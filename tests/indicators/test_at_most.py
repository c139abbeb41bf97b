"""What is asked for at most is kept or not; no percentage says it the wrong way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import library, preview

from .laid import HEAD, at, laid, read, refused, written
from .test_printed import said, table_of


@pytest.mark.parametrize(
    ("plan", "result", "printed"),
    [
        ("≤ 4", "5", "ước 5 vụ, chưa đạt kế hoạch (không quá 4 vụ)"),
        ("≤ 4", "3", "ước 3 vụ, đạt kế hoạch (không quá 4 vụ)"),
        ("≤ 4", "4", "ước 4 vụ, đạt kế hoạch (không quá 4 vụ)"),
        ("≤ 4", "0", "không có vụ nào, đạt kế hoạch (không quá 4 vụ)"),
        ("không quá 0", "1", "ước 1 vụ, chưa đạt kế hoạch (không quá 0 vụ)"),
    ],
)
def test_a_count_keeps_to_its_most_or_not(
    tmp_path: Path, plan: str, result: str, printed: str
) -> None:
    report = read(tmp_path, HEAD + f"1;Tai nạn;vụ;;{plan};{result};\n")

    assert said(report, "{tai_nan.result}") == printed


@pytest.mark.parametrize(
    ("unit", "value", "printed"),
    [
        ("vụ", "3", "3 vụ, đạt kế hoạch (không quá 4 vụ)"),
        ("vụ", "5", "5 vụ, chưa đạt kế hoạch (không quá 4 vụ)"),
        ("vụ", "0", "không có vụ nào, đạt kế hoạch (không quá 4 vụ)"),
        ("%", "3,5", "đạt kế hoạch (không quá 4%)"),
        ("%", "4,5", "cao hơn 0,5 điểm phần trăm so với kế hoạch (không quá 4%)"),
    ],
)
def test_the_words_to_a_target_say_that_it_is_a_most(
    tmp_path: Path, unit: str, value: str, printed: str
) -> None:
    report = read(tmp_path, HEAD + f"1;Tai nạn;{unit};;≤ 4;{value};\n")

    assert said(report, "{tai_nan.target}") == printed


def test_a_table_shows_no_percentage_of_a_most(tmp_path: Path) -> None:
    rows = "1;Thu;tỷ đồng;;8;10;\n2;Tai nạn;vụ;;≤ 4;5;\n"
    lines = table_of(read(tmp_path, HEAD + rows))

    assert lines[-2:] == [
        "| 1 | Thu | tỷ đồng | 8 | 10 | 125% | Vượt |",
        "| 2 | Tai nạn | vụ | không quá 4 | 5 | – | Chưa đạt |",
    ]


def test_a_percentage_that_a_source_states_stays_in_the_table(tmp_path: Path) -> None:
    row = "{label: Tai nạn, unit: vụ, plan: 4, goal: at_most, actual: 5, reached: 125}"
    file = written(tmp_path, f"indicators:\n  - {row}\n")

    assert "| 1 | Tai nạn | vụ | không quá 4 | 5 | 125% | Chưa đạt |" in preview(library.load(file))


@pytest.mark.parametrize("plan", ["> 90", "<5", "trên 90", "Dưới 5", "thấp hơn 5"])
@pytest.mark.parametrize("column", [5, 7])
def test_a_sign_that_leaves_its_number_out_is_refused(
    tmp_path: Path, plan: str, column: int
) -> None:
    plans = f"{plan};90;" if column == 5 else f"3;90;{plan}"
    [found] = refused(laid(tmp_path, HEAD + f"1;Tai nạn;vụ;;{plans}\n"))

    assert (found.rule, at(found)) == ("indicators/strict-sign", f"chi-tieu.csv:2:{column}")
    assert "“≤”" in found.remedy("vi")


def test_a_most_of_the_next_period_is_printed(tmp_path: Path) -> None:
    report = read(tmp_path, HEAD + "1;Tai nạn;vụ;;≤ 4;5;≤ 3\n")

    assert said(report, "{tai_nan.next_plan}") == "không quá 3 vụ"
    assert table_of(report)[-1].endswith("| Chưa đạt | không quá 3 |")


@pytest.mark.parametrize(
    ("plans", "healed"), [("4;5;≤ 3", "≤ 4;5;≤ 3"), ("≤ 4;5;≥ 3", "≤ 4;5;≤ 3"), (";5;≤ 3", ";5;3")]
)
def test_a_next_plan_of_another_goal_is_refused(tmp_path: Path, plans: str, healed: str) -> None:
    [found] = refused(laid(tmp_path, HEAD + f"1;Tai nạn;vụ;;{plans}\n"))

    assert (found.rule, at(found)) == ("indicators/sign-of-next", "chi-tieu.csv:2:7")
    assert read(tmp_path, HEAD + f"1;Tai nạn;vụ;;{healed}\n").figures["tai_nan"].next_plan == 3
