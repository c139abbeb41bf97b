"""Words and names stand in the order of Vietnamese lists."""

from __future__ import annotations

import unicodedata

import pytest

from briefing.vietnamese import by_given_name, in_order

WORDS = [
    *("An", "án", "Ăn", "âm", "Ba", "bà", "bả", "bã", "bá", "bạ", "Dung", "Đan", "em", "êm"),
    *("ngõ", "ô", "ơ", "phường 9", "Tam", "u", "ư", "Vinh"),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_go_by_letters_and_then_by_tones(form: str) -> None:
    words = [unicodedata.normalize(form, word) for word in WORDS]

    mixed = sorted(words, key=len)

    assert sorted(mixed, key=in_order) == words


def test_of_two_texts_the_first_word_decides() -> None:
    assert in_order("Cao Sơn") < in_order("Cào An") < in_order("Cao Sơn Thượng".replace("ao", "ạo"))


def test_people_go_by_the_given_name() -> None:
    names = ["Trần Văn An", "Bùi Thị Ánh", "Lê Đức", "Nguyễn Văn Đức", "Đỗ Yến"]

    mixed = sorted(names, key=len)

    assert sorted(mixed, key=by_given_name) == names
