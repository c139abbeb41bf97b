"""Text as it comes, made fit for a document; sentences and clauses."""

from __future__ import annotations

import unicodedata

import pytest
from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.characters import UNFIT
from briefing.vietnamese import (
    clause,
    clean,
    forbidden_characters,
    lower_first,
    sentence,
    stopped,
    upper_first,
)

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(300))
ANY_TEXT = st.text() | st.text(
    st.sampled_from("a ễ\u0301\u0323\u0302đĐ\u00a0\u200b\ufeff\t\n\r\x07\x85\u2028\u2003\ufdd0.-")
)


def test_letters_become_precomposed() -> None:
    assert clean(unicodedata.normalize("NFD", "Ủy ban nhân dân huyện Kỳ Anh")) == (
        "Ủy ban nhân dân huyện Kỳ Anh"
    )
    assert clean("a\u0323\u0302") == "ậ"


@in_rows(
    "character",
    [
        *("\x00", "\x07", "\x0e", "\x1f", "\x7f", "\x9f", "\ud800", "\ufdd0", "\ufdd2", "\uffff"),
        *("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202a", "\u202e", "\u2066"),
    ],
)
def test_control_and_invisible_characters_go_and_are_named(character: str) -> None:
    text = f"an{character} ninh"

    assert clean(text) == "an ninh"
    assert forbidden_characters(text) == [f"U+{ord(character):04X}"]


def test_each_forbidden_character_is_named_once_in_order() -> None:
    assert forbidden_characters("\ufeffa\x07b\u200b\x07") == ["U+0007", "U+200B", "U+FEFF"]


@pytest.mark.parametrize("text", ["an ninh, trật tự", "a\tb\nc", "a\u00a0b", "“điểm nóng”", "😀"])
def test_ordinary_text_holds_nothing_forbidden(text: str) -> None:
    assert forbidden_characters(text) == []


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("  an   ninh ", "an ninh"),
        ("an\tninh\r\ntrật\n\ntự", "an ninh trật tự"),
        ("dòng\u2028mới\x0b\x0c\x85đây", "dòng mới đây"),
        ("7\u00a0vụ", "7\u00a0vụ"),
        (" \n\t ", ""),
        ("\u200b", ""),
    ],
)
def test_blanks_fold_to_one_and_glue_stays(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@FIXED
@given(ANY_TEXT)
def test_clean_text_is_composed_fit_for_xml_and_clean_already(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert forbidden_characters(cleaned) == []
    assert "  " not in cleaned
    assert cleaned == cleaned.strip()


@in_rows(
    ("text", "written"),
    [
        ("giữ vững ổn định", "Giữ vững ổn định."),
        ("đấu tranh", "Đấu tranh."),
        ("Đã xong.", "Đã xong."),
        ("vì sao?", "Vì sao?"),
        ("cụ thể:", "Cụ thể:"),
        ("và nhiều tang vật…", "Và nhiều tang vật…"),
        ("đã xong;", "Đã xong."),
        ("đã xong, ", "Đã xong."),
        ("771/778 vụ", "771/778 vụ."),
        ("", ""),
    ],
)
def test_a_sentence_opens_with_a_capital_and_ends_once(text: str, written: str) -> None:
    assert sentence(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("tăng cường tuần tra", "Tăng cường tuần tra;"),
        ("Tăng cường.", "Tăng cường;"),
        ("tăng cường;", "Tăng cường;"),
    ],
)
def test_a_clause_ends_with_a_semicolon(text: str, written: str) -> None:
    assert clause(text) == written
    assert clause(text, ".") == written[:-1] + "."


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Đẩy mạnh", "đẩy mạnh"),
        ("UBND tỉnh", "UBND tỉnh"),
        ("TP. Hòa Bình", "TP. Hòa Bình"),
        ("T. Bình", "T. Bình"),
        ("A", "a"),
        ("100% hộ", "100% hộ"),
        ("", ""),
    ],
)
def test_a_small_first_letter_leaves_abbreviations_alone(text: str, written: str) -> None:
    assert lower_first(text) == written


@pytest.mark.parametrize(("text", "written"), [("đồng chí", "Đồng chí"), ("a B", "A B"), ("", "")])
def test_a_capital_first_letter_leaves_the_rest_alone(text: str, written: str) -> None:
    assert upper_first(text) == written


@FIXED
@given(ANY_TEXT.map(clean).filter(bool))
def test_sentences_are_made_once(text: str) -> None:
    assert sentence(sentence(text)) == sentence(text)


def test_no_character_is_taken_as_plain_that_is_not() -> None:
    # Texts of plain characters are cleaned in one look; nothing may slip through by it.
    for character in map(chr, range(0x110000)):
        text = f"a{character}b"
        if UNFIT.search(character):
            assert forbidden_characters(text) == [f"U+{ord(character):04X}"]
            assert clean(text) == "ab"
        elif character.isspace():
            assert clean(text) == ("a\u00a0b" if character in "\u00a0\u2007\u202f" else "a b")


@FIXED
@given(ANY_TEXT | st.text(st.sampled_from("aĐß.;,:!…”» ")))
def test_a_sentence_is_stopped_and_begins_with_a_capital(text: str) -> None:
    assert sentence(text) == stopped(upper_first(text))
