"""A finished document as a whole: totals of its tables, counts that it states again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.findings import Severity
from briefing.library import check_text

Told = Callable[[str], list[tuple[str, int | None]]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """What is told of a document beside its single statements: rules and lines."""

    def of(text: str) -> list[tuple[str, int | None]]:
        file = tmp_path / "bao-cao.md"
        file.write_text(text, encoding="utf-8")
        whole = check_text(file).whole
        assert all(finding.severity is Severity.WARNING for finding in whole)
        return [(one.rule, one.origin.line if one.origin else None) for one in whole]

    return of


def table(*rows: str) -> str:
    head, *rest = rows
    cells = head.count("|") + 1
    marks = " | ".join(["---"] * cells)
    return "\n".join(f"| {row} |" for row in (head, marks, *rest)) + "\n"


CASES = {
    "all columns but one add up": (
        ("STT | Đơn vị | Số vụ | Bị can", "1 | Bắc Sơn | 120 | 150", "2 | Văn Lãng | 95 | 101",
         "| Tổng cộng | 215 | 215"), [5]),
    "the total stands first": (
        ("Đơn vị | Số vụ | Bị can", "Tổng số | 215 | 252", "Bắc Sơn | 120 | 150",
         "Văn Lãng | 95 | 101"), [3]),
    "one column, two digits swapped": (
        ("Đơn vị | Số vụ", "Bắc Sơn | 120", "Văn Lãng | 95", "Cộng | 251"), [5]),
    "a column of totals, one row off": (
        ("Đơn vị | Tổng số | Nam | Nữ", "Bắc Sơn | 120 | 80 | 40", "Văn Lãng | 95 | 60 | 35",
         "Cao Lộc | 310 | 110 | 100"), [5]),
    "one column whose row says that it is a sum": (
        ("Đơn vị | Số vụ", "Bắc Sơn | 120", "Văn Lãng | 95", "Cộng | 300"), [5]),
    "money with decimals": (
        ("Xã | Kế hoạch | Thực hiện", "Yên Phúc | 1,5 | 1,25", "Lương Năng | 2,25 | 2,1",
         "Tổng cộng | 3,75 | 3,53"), [5]),
}  # fmt: skip

QUIET = {
    "it adds up": (
        "STT | Đơn vị | Số vụ | Bị can", "1 | Bắc Sơn | 120 | 150", "2 | Văn Lãng | 95 | 101",
        "| Tổng cộng | 215 | 251"),
    "a number of more than the rows above": (
        "Đơn vị | Số vụ", "Bắc Sơn | 120", "Văn Lãng | 95", "Tổng số | 300"),
    "rates and averages": (
        "Đơn vị | Số vụ | Tỷ lệ (%) | Bình quân", "Bắc Sơn | 120 | 80 | 4",
        "Lộc Bình | 95 | 90 | 6",
        "Tổng | 215 | 85 | 5"),
    "rows that are parts of others": (
        "Nội dung | Số vụ | Bị can", "Hình sự | 100 | 120", "- Trộm cắp | 60 | 70",
        "- Cướp | 40 | 50", "Kinh tế | 20 | 30", "Tổng cộng | 120 | 300"),
    "roman numbers over arabic ones": (
        "TT | Nội dung | Số vụ | Bị can", "I | Hình sự | 100 | 120", "1 | Trộm cắp | 60 | 70",
        "2 | Cướp | 40 | 50", "| Tổng cộng | 200 | 120"),
    "two totals": (
        "Đơn vị | Số vụ | Bị can", "Bắc Sơn | 120 | 150", "Cộng | 120 | 150", "Lộc Bình | 95 | 101",
        "Tổng cộng | 215 | 999"),
    "an empty cell": (
        "Đơn vị | Số vụ | Bị can", "Bắc Sơn | 120 | ", "Lộc Bình | 95 | 101", "Tổng | 215 | 251"),
    "a column of rounded numbers": (
        "Xã | Hộ | Diện tích (ha)", "Yên Phúc | 15 | 1,3", "Lương Năng | 20 | 2,3",
        "Tổng cộng | 35 | 3,5"),
    "totals of something else": (
        "Đơn vị | Tổng số | Vụ án | Tin báo", "Bắc Sơn | 50 | 80 | 40", "Lộc Bình | 40 | 60 | 35",
        "Cao Lộc | 310 | 110 | 100"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_total_is_told(name: str, told: Told) -> None:
    rows, lines = CASES[name]

    assert told(table(*rows)) == [("text/table-total", line) for line in lines]


@pytest.mark.parametrize("name", QUIET)
def test_what_may_be_right_is_not_accused(name: str, told: Told) -> None:
    assert told(table(*QUIET[name])) == []


BODY = "Trên địa bàn xảy ra 1.316 vụ phạm pháp hình sự nghiêm trọng.\n"


def test_two_digits_swapped_between_two_places(told: Told) -> None:
    again = BODY.replace("1.316", "1.361")

    assert told(f"{BODY}\nKết quả cụ thể như sau.\n\n{again}") == [("text/stated-again", 5)]
    assert told(f"{BODY}\nKết quả cụ thể như sau.\n\n{BODY}") == []


def test_the_body_against_the_row_of_a_table(told: Told) -> None:
    row = "Phạm pháp hình sự nghiêm trọng | 1.361 | 1.420"
    right = row.replace("1.361", "1.316")
    head = "Chỉ tiêu | Năm 2023 | Năm 2022"

    assert told(f"{BODY}\n{table(head, row)}") == [("text/stated-again", 1)]
    assert told(f"{BODY}\n{table(head, right)}") == []


@pytest.mark.parametrize("other", ["1.420", "650", "316"])
def test_another_number_may_be_of_another_place_or_period(told: Told, other: str) -> None:
    assert told(f"{BODY}\nHết.\n\n{BODY.replace('1.316', other)}") == []


MONEY = "Tổng thu ngân sách nhà nước đạt 8.434 tỷ đồng.\n"
RATE = "Tỷ lệ khám phá án hình sự đạt 92,25%.\n"


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (MONEY, MONEY.replace("8.434", "8.344")),
        (MONEY, MONEY.replace("8.434", "84.340")),
        (RATE, RATE.replace("92,25", "29,25")),
    ],
)
def test_money_and_rates_are_known_by_the_words_before_them(
    told: Told, first: str, again: str
) -> None:
    assert told(f"{first}\nHết.\n\n{again}") == [("text/stated-again", 5)]
    assert told(f"{first}\nHết.\n\n{first}") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Huyện Bắc Sơn", "Huyện Văn Lãng"),
        ("Huyện Bắc Sơn", "Toàn tỉnh"),
        ("Năm 2022", "Năm 2023"),
        ("Trong tháng 5", "Trong 6 tháng"),
        ("Lực lượng Công an", "Lực lượng Quân sự"),
    ],
)
def test_two_places_or_periods_have_numbers_of_their_own(
    told: Told, first: str, second: str
) -> None:
    one = f"{first} phát hiện 120 vụ cháy rừng phòng hộ.\n"
    other = f"{second} phát hiện 210 vụ cháy rừng phòng hộ.\n"

    assert told(f"{one}\n{other}") == []


def test_three_values_under_one_name_are_of_three_places(told: Told) -> None:
    lines = [BODY.replace("1.316", value) for value in ("1.316", "1.361", "3.116")]

    assert told("\n".join(lines)) == []
