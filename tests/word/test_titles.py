"""Titles in lines of about one length that every engine breaks alike, as a clerk breaks them."""

from __future__ import annotations

import pytest

from briefing.layout.balance import balanced
from briefing.layout.metrics import text_width

ROOM = 467.7
TITLES = (
    "Tổng kết công tác bảo đảm an ninh, trật tự và phong trào Toàn dân bảo vệ an ninh Tổ quốc",
    "Tổng kết công tác quốc phòng, công tác xây dựng cơ sở, công tác giáo dục năm học đã qua",
    "Sơ kết 6 tháng đầu năm và phương hướng, nhiệm vụ trọng tâm của 6 tháng cuối năm của huyện",
    "Tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc giai đoạn vừa qua của cả thành phố",
)
EVERY = pytest.mark.parametrize("title", TITLES)


def set_in(title: str, room: float, *, wrong: float = 0.0) -> list[str]:
    """Return the lines of a title in a room, in an engine that measures by a share wrong."""
    lines = [""]
    for word in title.split(" "):
        grown = f"{lines[-1]} {word}".strip()
        if text_width(grown, 14, "bold") * (1 + wrong) <= room:
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
