"""Old encodings: every letter of both, real sentences, and no false alarm on ordinary texts."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from in_rows import in_rows

from briefing.vietnamese import from_legacy, legacy_code

REPOSITORY = Path(__file__).resolve().parents[2]
LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

# TCVN 5712:1993, table VN3; other large letters are set by fonts of large letters (.VnTimeH).
TCVN3 = (
    "B5 B8 B6 B7 B9 A8 BB BE BC BD C6 A9 C7 CA C8 C9 CB AE CC D0 CE CF D1 AA D2 D5 D3 D4 D6 D7 DD"
    " D8 DC DE DF E3 E1 E2 E4 AB E5 E8 E6 E7 E9 AC EA ED EB EC EE EF F3 F1 F2 F4 AD F5 F8 F6 F7 F9"
    " FA FD FB FC FE"
)
TCVN3_LARGE = dict(zip("ĂÂĐÊÔƠƯ", ("A1", "A2", "A7", "A3", "A4", "A5", "A6"), strict=True))
VNI = (
    "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó"
    " ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø"
    " yù yû yõ î"
)


def test_there_are_a_hundred_and_thirty_four_letters() -> None:
    assert len(LETTERS + LETTERS.upper()) == 134


@in_rows(("letter", "byte"), list(zip(LETTERS, TCVN3.split(), strict=True)))
def test_each_letter_of_tcvn3(letter: str, byte: str) -> None:
    assert from_legacy(bytes.fromhex(byte).decode("latin-1"), "TCVN3") == letter


@pytest.mark.parametrize(("letter", "byte"), list(TCVN3_LARGE.items()))
def test_each_large_letter_of_tcvn3(letter: str, byte: str) -> None:
    assert from_legacy(bytes.fromhex(byte).decode("latin-1"), "TCVN3") == letter


@in_rows(("letter", "old"), list(zip(LETTERS, VNI.split(), strict=True)))
def test_each_letter_of_vni_small_and_large(letter: str, old: str) -> None:
    assert from_legacy(old, "VNI") == letter
    assert from_legacy(old.upper(), "VNI") == letter.upper()
    assert from_legacy(old[0].upper() + old[1:], "VNI") == letter.upper()


def in_tcvn3(text: str) -> str:
    codes = dict(zip(LETTERS, TCVN3.split(), strict=True)) | TCVN3_LARGE
    return "".join(
        bytes.fromhex(codes[each]).decode("latin-1") if each in codes else each for each in text
    )


def in_vni(text: str) -> str:
    codes = dict(zip(LETTERS, VNI.split(), strict=True))
    codes |= {letter.upper(): old.upper() for letter, old in codes.items()}
    return "".join(codes.get(each, each) for each in text)


SENTENCES = (
    "Công an xã đã triển khai kế hoạch bảo đảm an ninh, trật tự",
    "Tình hình trật tự, an toàn xã hội trên địa bàn cơ bản ổn định.",
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ngành thực hiện nghiêm túc",
    "quần chúng tham gia bảo vệ an ninh Tổ quốc",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_of_both_codes_are_known_and_read(sentence: str) -> None:
    vni, tcvn3 = in_vni(sentence), in_tcvn3(sentence.lower())
    assert legacy_code(vni) == "VNI"
    assert from_legacy(vni, "VNI") == sentence
    assert legacy_code(tcvn3) == "TCVN3"
    assert from_legacy(tcvn3, "TCVN3") == sentence.lower()


def ordinary() -> list[str]:
    """Return lines with Vietnamese or other letters of everything here that people wrote."""
    files = [
        *(REPOSITORY / "inputs").glob("*.yaml"),
        *(REPOSITORY / "docs").glob("*.md"),
        *(REPOSITORY / "briefing").rglob("*.toml"),
    ]
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return sorted({line.strip() for line in lines if not line.isascii()})


def test_a_thousand_ordinary_texts_and_their_words_alone_raise_no_alarm() -> None:
    texts = ordinary()
    assert len(texts) > 1000
    decomposed = [unicodedata.normalize("NFD", text) for text in texts]
    pairs = [" ".join(pair) for text in texts for pair in pairwise(text.split())]

    assert [text for text in (*texts, *decomposed, *pairs) if legacy_code(text)] == []


@pytest.mark.parametrize(
    "text",
    ["à la carte, déjà vu", "São Tomé, Côte d’Ivoire", "Müller và Núñez", "±5 °C, 10 µm, £5"],
)
def test_other_languages_raise_none(text: str) -> None:
    assert legacy_code(text) is None
