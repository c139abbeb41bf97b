"""The name of who signs, where it is too long for its column."""

from __future__ import annotations

import pytest

from briefing.document import Run, plain
from briefing.layout.signatures import signer_line
from briefing.standards import load_standard

LONG = [
    ("Thượng tá Nguyễn Hoàng Phương Thảo Nguyên", "Thượng tá"),
    ("Thiếu tướng Tôn Nữ Hoàng Thị Ngọc Phương Thảo", "Thiếu tướng"),
    ("Đại tá, Bác sĩ Nguyễn Hoàng Phương Thảo Nguyên", "Đại tá, Bác sĩ"),
    ("Đại tá, TS. Nguyễn Hoàng Phương Thảo Nguyên", "Đại tá, TS."),
]


def lines(name: str, room: float) -> list[str]:
    rules = load_standard("nd30-2020").components["signer"]
    return plain(signer_line((Run(name),), rules, room)).split(" ")


@pytest.mark.parametrize(("name", "rank"), LONG)
def test_a_long_one_breaks_after_the_rank_and_nowhere_else(name: str, rank: str) -> None:
    first, second = (line.replace("\u00a0", " ") for line in lines(name, 245))
    assert (first, f"{first} {second}") == (rank, name)


def test_a_long_name_without_rank_breaks_into_lines_of_about_one_length() -> None:
    broken = lines("Công Tằng Tôn Nữ Hoàng Thị Ngọc Phương Thảo", 245)
    assert [len(line.split("\u00a0")) for line in broken] == [5, 4]


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "Thượng tá Trần Văn Bình", ""])
def test_one_that_finds_room_stays_as_it_is(name: str) -> None:
    assert " ".join(lines(name, 245)) == name
    assert "\u00a0" not in " ".join(lines(name, 245))


def test_one_that_takes_three_lines_breaks_where_it_must() -> None:
    assert len(lines("Đại tá, Bác sĩ Nguyễn Hoàng Phương Thảo Nguyên", 60)) == 9
