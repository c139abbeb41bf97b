"""Dates by the decree, lunar years, and the letters of a điểm."""

from __future__ import annotations

from in_rows import in_rows

from briefing.vietnamese import (
    BLANK,
    ITEM_LETTERS,
    can_chi,
    item_letter,
    long_date,
    slash_date,
    tet,
)

MONTHS = ["01", "02", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
"""Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4: only months 1 and 2 take a leading zero."""

DAYS = ["01", "02", "03", "04", "05", "06", "07", "08", "09", *map(str, range(10, 32))]
"""The same place: days below ten take one."""


@in_rows(("month", "written"), list(enumerate(MONTHS, start=1)))
def test_months_are_written_as_the_decree_wants(month: int, written: str) -> None:
    assert long_date(2023, month, 15) == f"ngày 15 tháng {written} năm 2023"
    assert slash_date(2023, month, 15) == f"15/{written}/2023"


@in_rows(("day", "written"), list(enumerate(DAYS, start=1)))
def test_days_are_written_as_the_decree_wants(day: int, written: str) -> None:
    assert long_date(2023, 12, day) == f"ngày {written} tháng 12 năm 2023"
    assert slash_date(2023, 12, day) == f"{written}/12/2023"


def test_both_are_padded_by_their_own_rule() -> None:
    assert long_date(2020, 3, 5) == "ngày 05 tháng 3 năm 2020"
    assert slash_date(2026, 2, 9) == "09/02/2026"


def test_an_open_day_is_room_to_fill_in() -> None:
    assert long_date(2023, 12) == f"ngày{BLANK}tháng 12 năm 2023"


def test_an_open_month_is_room_too() -> None:
    assert long_date(2023) == f"ngày{BLANK}tháng{BLANK}năm 2023"


def test_what_is_open_of_a_written_date_is_left_out() -> None:
    assert slash_date(2024, 3) == "3/2024"
    assert slash_date(2024) == "2024"


def test_the_room_keeps_its_width() -> None:
    assert set(BLANK) == {"\u00a0"}
    assert len(BLANK) >= 3


@in_rows(
    ("year", "name"),
    [
        (1984, "Giáp Tý"),
        (2022, "Nhâm Dần"),
        (2023, "Quý Mão"),
        (2024, "Giáp Thìn"),
        (2025, "Ất Tỵ"),
        (2026, "Bính Ngọ"),
        (2027, "Đinh Mùi"),
        (2028, "Mậu Thân"),
    ],
)
def test_lunar_years_bear_their_known_names(year: int, name: str) -> None:
    assert can_chi(year) == name


def test_lunar_names_come_round_after_sixty_years_and_not_before() -> None:
    names = [can_chi(year) for year in range(1900, 2100)]

    assert names[60:] == names[:-60]
    assert all(len(set(names[start : start + 60])) == 60 for start in range(len(names) - 60))


def test_tet_is_named_with_its_year() -> None:
    assert tet(2024) == "Tết Nguyên đán Giáp Thìn 2024"


def test_points_go_by_the_vietnamese_alphabet() -> None:
    letters = [item_letter(position) for position in range(1, 24)]

    assert letters == list("abcdđeghiklmnopqrstuvxy")
    assert letters == list(ITEM_LETTERS)
    assert not set(letters) & set("fjwzăâêôơư")


def test_past_the_last_letter_letters_double() -> None:
    assert [item_letter(position) for position in (23, 24, 28, 46, 47)] == [
        "y",
        "aa",
        "đđ",
        "yy",
        "aaa",
    ]
