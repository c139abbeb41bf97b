"""Titles in lines of about one length that every engine breaks alike, as a clerk breaks them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from in_rows import in_rows

from briefing.layout.balance import balanced, steadied
from briefing.layout.metrics import text_width

ROOM = 467.7
OPEN = "\u00a0" * 7
TITLES = (
    "Tổng kết công tác bảo đảm an ninh, trật tự và phong trào Toàn dân bảo vệ an ninh Tổ quốc",
    "Tổng kết công tác quốc phòng, công tác xây dựng cơ sở, công tác giáo dục năm học đã qua",
    "Sơ kết 6 tháng đầu năm và phương hướng, nhiệm vụ trọng tâm của 6 tháng cuối năm của huyện",
    "Tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc giai đoạn vừa qua của cả thành phố",
)
EVERY = pytest.mark.parametrize("title", TITLES)


def set_in(
    title: str, room: float, *, size: float = 14, wrong: float = 0.0, bound: str = "\u00a0"
) -> list[str]:
    """Return the lines of a title in a room, in an engine that measures by a share wrong.

    ``bound`` is what bound blanks are as wide as.
    """
    lines = [""]
    for word in title.split(" "):
        grown = f"{lines[-1]} {word}".strip()
        width = text_width(grown.replace("\u00a0", bound), size, "bold")
        if width * (1 + wrong) <= room:
            lines[-1] = grown
        else:
            lines.append(word)
    return lines


@EVERY
def test_a_title_takes_no_more_lines_than_it_must(title: str) -> None:
    room, widths = balanced(title, 14, "bold", ROOM)
    assert len(widths) == len(set_in(title, ROOM)) == len(set_in(title, room))
    assert min(widths) > 0.7 * max(widths)


@EVERY
@pytest.mark.parametrize("wrong", [-0.005, 0.005])
def test_an_engine_that_measures_a_little_apart_breaks_it_alike(title: str, wrong: float) -> None:
    room, _ = balanced(title, 14, "bold", ROOM)
    assert set_in(title, room, wrong=wrong) == set_in(title, room)


@EVERY
def test_no_line_of_a_title_ends_with_a_word_that_joins(title: str) -> None:
    room, _ = balanced(title, 14, "bold", ROOM)
    assert not [line for line in set_in(title, room)[:-1] if line.endswith((" và", " của"))]


def test_a_title_of_one_line_has_all_the_room() -> None:
    assert balanced("Tổng kết năm", 14, "bold", ROOM)[0] == ROOM


NAMED = (
    "Tổng kết công tác phối hợp giữa 3 lực lượng (công an, quân sự thành phố Long Xuyên và Đồn"
    " Biên phòng Cảng Mỹ Thới) năm 2022, phương hướng, nhiệm vụ năm 2023",
    "Kết quả thực hiện Quy chế phối hợp giữa Công an huyện Kỳ Anh và Đồn Biên phòng Cửa khẩu Vũng"
    " Áng năm 2023",
    "Tổng kết công tác bảo đảm an ninh, trật tự ở thành phố Phan Rang Tháp Chàm năm 2023",
)


@pytest.mark.parametrize("title", NAMED)
@pytest.mark.parametrize("size", [13, 14])
def test_no_line_of_a_title_ends_within_a_name_that_finds_room(title: str, size: int) -> None:
    room, _ = balanced(title, size, "bold", ROOM)
    lines = set_in(title, room, size=size)
    pairs = [(above.split()[-1], below.split()[0]) for above, below in pairwise(lines)]
    assert len(lines) > 1
    assert not [pair for pair in pairs if pair[0][0].isupper() and pair[1][0].isupper()]


CITED = (
    "Tổng kết công tác quốc phòng - an ninh, công tác xây dựng cơ sở, công tác giáo dục quốc phòng"
    " năm 2023 và triển khai nhiệm vụ năm 2024",
    f"(Kèm theo Báo cáo số{OPEN}/BC-UBND ngày{OPEN}tháng 12 năm 2023 của Ủy ban nhân dân tỉnh)",
    f"(Kèm theo Báo cáo số{OPEN}/BC-UBND ngày{OPEN}tháng{OPEN}năm{OPEN}của Ủy ban nhân dân xã A)",
)


@in_rows("title", [*TITLES, *CITED])
@in_rows("size", [13, 14])
def test_a_title_has_three_percent_on_either_side_of_its_breaks(title: str, size: int) -> None:
    steady, room, widths = steadied(title, size, "bold", ROOM)
    assert steady.replace("\u00a0", " ") == title.replace("\u00a0", " ")
    assert (room, widths) == balanced(steady, size, "bold", ROOM)
    lines = set_in(steady, room, size=size)
    assert len(lines) == len(widths) > 1
    assert room >= min(1.03 * max(widths), ROOM)
    # Set apart by so much, and with blanks that are not wider where they are bound, it is the same.
    for wrong in (-0.028, 0.028):
        if (1 + wrong) * max(widths) <= room:
            assert set_in(steady, room, size=size, wrong=wrong) == lines
    assert set_in(steady, room, size=size, bound=" ") == lines
