"""The two places of a tone mark in oa, oe, uy."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.vietnamese import ToneMarks, marked_anew

OLD = "hòa, khỏe, ủy ban, thủy lợi, lũy kế, tòa án, xóa bỏ, hỏa hoạn, đề cao, thúy, ỦY BAN, Ủy"
NEW = "hoà, khoẻ, uỷ ban, thuỷ lợi, luỹ kế, toà án, xoá bỏ, hoả hoạn, đề cao, thuý, UỶ BAN, Uỷ"
SAME = "quý I, quỳ, quỹ, quà, quốc, hoàng, hoán, loại, khuỷu, hoài, khoản, tuyến, nguyễn, mùa, giá"


def test_marks_move_where_a_syllable_is_open() -> None:
    assert marked_anew(OLD, "new") == NEW
    assert marked_anew(NEW, "old") == OLD


@pytest.mark.parametrize("style", ["old", "new"])
def test_all_else_stays(style: ToneMarks) -> None:
    assert marked_anew(SAME, style) == SAME


@given(st.text(alphabet="aoeuyqQhHOAUYòóủùỷàáẻ ỦÒnt", max_size=30))
def test_there_and_back_again(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    new = marked_anew(text, "new")

    assert len(new) == len(text)
    assert marked_anew(new, "new") == new
    assert marked_anew(marked_anew(text, "old"), "new") == new
