"""Numbers in words: known readings, and words read back by a parser of their own."""

from __future__ import annotations

from decimal import Decimal, localcontext
from itertools import pairwise

import pytest
from exploring import drawn
from hypothesis import example, given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.vietnamese.words import in_words

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(500))
LIMIT = 10**15

KNOWN = {
    # units and tens: mười, mươi, mốt, tư, lăm
    "0": "không",
    "1": "một",
    "2": "hai",
    "3": "ba",
    "4": "bốn",
    "5": "năm",
    "6": "sáu",
    "7": "bảy",
    "8": "tám",
    "9": "chín",
    "10": "mười",
    "11": "mười một",
    "12": "mười hai",
    "14": "mười bốn",
    "15": "mười lăm",
    "16": "mười sáu",
    "19": "mười chín",
    "20": "hai mươi",
    "21": "hai mươi mốt",
    "22": "hai mươi hai",
    "24": "hai mươi tư",
    "25": "hai mươi lăm",
    "30": "ba mươi",
    "31": "ba mươi mốt",
    "40": "bốn mươi",
    "44": "bốn mươi tư",
    "50": "năm mươi",
    "51": "năm mươi mốt",
    "54": "năm mươi tư",
    "55": "năm mươi lăm",
    "91": "chín mươi mốt",
    "99": "chín mươi chín",
    # hundreds: linh
    "100": "một trăm",
    "101": "một trăm linh một",
    "104": "một trăm linh bốn",
    "105": "một trăm linh năm",
    "109": "một trăm linh chín",
    "110": "một trăm mười",
    "111": "một trăm mười một",
    "114": "một trăm mười bốn",
    "115": "một trăm mười lăm",
    "120": "một trăm hai mươi",
    "121": "một trăm hai mươi mốt",
    "124": "một trăm hai mươi tư",
    "405": "bốn trăm linh năm",
    "500": "năm trăm",
    "505": "năm trăm linh năm",
    "555": "năm trăm năm mươi lăm",
    "999": "chín trăm chín mươi chín",
    # thousands: không trăm
    "1000": "một nghìn",
    "1001": "một nghìn không trăm linh một",
    "1005": "một nghìn không trăm linh năm",
    "1010": "một nghìn không trăm mười",
    "1015": "một nghìn không trăm mười lăm",
    "1021": "một nghìn không trăm hai mươi mốt",
    "1100": "một nghìn một trăm",
    "1945": "một nghìn chín trăm bốn mươi lăm",
    "2024": "hai nghìn không trăm hai mươi tư",
    "3313": "ba nghìn ba trăm mười ba",
    "5555": "năm nghìn năm trăm năm mươi lăm",
    "10000": "mười nghìn",
    "15004": "mười lăm nghìn không trăm linh bốn",
    "21021": "hai mươi mốt nghìn không trăm hai mươi mốt",
    "54054": "năm mươi tư nghìn không trăm năm mươi tư",
    "100000": "một trăm nghìn",
    "100001": "một trăm nghìn không trăm linh một",
    "105105": "một trăm linh năm nghìn một trăm linh năm",
    "523056": "năm trăm hai mươi ba nghìn không trăm năm mươi sáu",
    # millions
    "1000000": "một triệu",
    "1000005": "một triệu không trăm linh năm",
    "1000017": "một triệu không trăm mười bảy",
    "1000500": "một triệu năm trăm",
    "1001000": "một triệu không trăm linh một nghìn",
    "1005005": "một triệu không trăm linh năm nghìn không trăm linh năm",
    "1030000": "một triệu không trăm ba mươi nghìn",
    "21000000": "hai mươi mốt triệu",
    "145001000": "một trăm bốn mươi lăm triệu không trăm linh một nghìn",
    "342157413": (
        "ba trăm bốn mươi hai triệu một trăm năm mươi bảy nghìn bốn trăm mười ba"  # SGK Toán 4
    ),
    "900003842": "chín trăm triệu không trăm linh ba nghìn tám trăm bốn mươi hai",
    # tỷ
    "1000000000": "một tỷ",
    "1000000001": "một tỷ không trăm linh một",
    "1000001000": "một tỷ không trăm linh một nghìn",
    "1000101017": "một tỷ một trăm linh một nghìn không trăm mười bảy",
    "1005000000": "một tỷ không trăm linh năm triệu",
    "1505555005": (
        "một tỷ năm trăm linh năm triệu năm trăm năm mươi lăm nghìn không trăm linh năm"
    ),
    "13080000000": "mười ba tỷ không trăm tám mươi triệu",
    "102030405060": (
        "một trăm linh hai tỷ không trăm ba mươi triệu bốn trăm linh năm nghìn không trăm sáu mươi"
    ),
    # nghìn tỷ
    "1000000000000": "một nghìn tỷ",
    "1000000000005": "một nghìn tỷ không trăm linh năm",
    "1000005000000": "một nghìn tỷ không trăm linh năm triệu",
    "1005000000000": "một nghìn không trăm linh năm tỷ",
    "1234000000000": "một nghìn hai trăm ba mươi tư tỷ",
    "1230950880055": (
        "một nghìn hai trăm ba mươi tỷ chín trăm năm mươi triệu"
        " tám trăm tám mươi nghìn không trăm năm mươi lăm"
    ),
    "21000000000000": "hai mươi mốt nghìn tỷ",
    "100000000000000": "một trăm nghìn tỷ",
    "999999999999999": (
        "chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ"
        " chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín"
    ),
    # negatives
    "-1": "âm một",
    "-21": "âm hai mươi mốt",
    "-1005": "âm một nghìn không trăm linh năm",
    "-0.5": "âm không phẩy năm",
    "-0": "không",
    # decimals: a number up to two places, digits one by one otherwise
    "0.1": "không phẩy một",
    "0.4": "không phẩy bốn",
    "3.5": "ba phẩy năm",
    "3.05": "ba phẩy không năm",
    "3.50": "ba phẩy năm mươi",
    "3.0": "ba phẩy không",
    "3.00": "ba phẩy không không",
    "92.20": "chín mươi hai phẩy hai mươi",
    "26.82": "hai mươi sáu phẩy tám mươi hai",
    "63.42": "sáu mươi ba phẩy bốn mươi hai",  # SGK Toán 5
    "7.10": "bảy phẩy mười",
    "7.15": "bảy phẩy mười lăm",
    "7.21": "bảy phẩy hai mươi mốt",
    "7.24": "bảy phẩy hai mươi tư",
    "0.125": "không phẩy một hai năm",
    "4.011": "bốn phẩy không một một",
    "2.145": "hai phẩy một bốn năm",
    "1000.05": "một nghìn phẩy không năm",
    "999999999999999.99": (
        "chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ"
        " chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín"
        " phẩy chín mươi chín"
    ),
    # exponents are only another way of writing
    "1E+3": "một nghìn",
    "5E-2": "không phẩy không năm",
}

SOUTHERN = {
    "105": "một trăm lẻ năm",
    "1000": "một ngàn",
    "1005": "một ngàn không trăm lẻ năm",
    "24": "hai mươi tư",
    "1000000000000": "một ngàn tỷ",
    "3.05": "ba phẩy không năm",
}

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
UNITS = {word: digit for digit, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}


def read_back(words: str) -> Decimal:
    """A parser that knows nothing of in_words: names of ranks split, digits add up."""
    minus = words.startswith("âm ")
    whole, _, decimals = words.removeprefix("âm ").partition(" phẩy ")
    text = str(read_ranks(whole.split()))
    if decimals:
        tail = decimals.split()
        tens = "mười" in tail or "mươi" in tail
        text += "." + (str(read_hundreds(tail)) if tens else "".join(str(UNITS[w]) for w in tail))
    return Decimal(f"-{text}" if minus else text)


def read_ranks(words: list[str]) -> int:
    # The highest rank that is named cuts first, so that "nghìn" before "tỷ" counts tỷ.
    for name, size in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3)):
        if name in words:
            cut = words.index(name)
            return read_ranks(words[:cut]) * size + read_ranks(words[cut + 1 :])
    return read_hundreds(words)


def read_hundreds(words: list[str]) -> int:
    total = 0
    for word in words:
        if word == "trăm":
            total *= 100
        elif word == "mươi":
            total += total % 10 * 9
        elif word == "mười":
            total += 10
        elif word != "linh":
            total += UNITS[word]
    return total


def written(number: Decimal) -> str:
    return f"{number:f}"


GROUP = st.sampled_from([0, 0, 0, 1, 4, 5, 10, 11, 14, 15, 21, 24, 25, 55, 100, 101, 105, 110])
SPARSE = st.lists(GROUP, min_size=1, max_size=5).map(
    lambda groups: int("".join(f"{group:03d}" for group in groups))
)
WHOLE = st.integers(0, LIMIT - 1) | st.integers(0, 2000) | SPARSE
TAIL = st.text("0123456789", min_size=1, max_size=6)


@in_rows(("number", "words"), KNOWN.items())
def test_known_readings(number: str, words: str) -> None:
    assert in_words(Decimal(number)) == words


@pytest.mark.parametrize(("number", "words"), SOUTHERN.items())
def test_the_south_says_le_and_ngan(number: str, words: str) -> None:
    assert in_words(Decimal(number), south=True) == words


def test_an_integer_reads_as_the_decimal_does() -> None:
    assert in_words(2024) == in_words(Decimal(2024))
    assert in_words(-5) == "âm năm"


@pytest.mark.parametrize("number", [LIMIT, -LIMIT, LIMIT + 1, 10**30])
def test_beyond_the_limit_there_is_no_reading(number: int) -> None:
    with pytest.raises(ValueError, match="no reading"):
        in_words(number)
    with pytest.raises(ValueError, match="no reading"):
        in_words(Decimal(number))


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999"])
def test_what_is_no_number_has_no_reading(number: str) -> None:
    with pytest.raises(ValueError, match="no reading"):
        in_words(Decimal(number))


def test_the_decimal_context_does_not_round() -> None:
    with localcontext(prec=3):
        assert read_back(in_words(Decimal("-123456.7890"))) == Decimal("-123456.7890")


@FIXED
@given(WHOLE)
@example(LIMIT - 1)
def test_whole_numbers_are_read_back(number: int) -> None:
    assert read_back(in_words(number)) == number


@FIXED
@given(WHOLE.filter(bool))
def test_negatives_are_the_same_words_after_am(number: int) -> None:
    assert in_words(-number) == f"âm {in_words(number)}"
    assert read_back(in_words(-number)) == -number


@FIXED
@given(st.booleans(), WHOLE, TAIL)
def test_decimals_are_read_back_with_every_place(minus: bool, whole: int, tail: str) -> None:
    number = Decimal(f"{'-' if minus else ''}{whole}.{tail}")
    expected = number if number else number.copy_abs()
    assert written(read_back(in_words(number))) == written(expected)


def test_no_two_numbers_share_their_words() -> None:
    numbers = [*range(-1100, 30_000), *(10**6 * n + m for n in range(1, 60) for m in range(1200))]
    assert len({in_words(number) for number in numbers}) == len(numbers)


def test_no_two_written_decimals_share_their_words() -> None:
    numbers = [
        Decimal(digits).scaleb(-places)
        for places in range(4)
        for digits in range(-30 * 10**places, 30 * 10**places)
    ]
    assert len({in_words(number) for number in numbers}) == len(numbers)


@FIXED
@given(WHOLE, TAIL)
def test_each_word_stands_where_it_may(whole: int, tail: str) -> None:
    words = in_words(Decimal(f"{whole}.{tail}")).split()
    for before, word in pairwise(words):
        assert (word in {"mốt", "tư"}) <= (before == "mươi")
        assert (word == "lăm") <= (before in {"mười", "mươi"})
        assert (before == "mươi") <= (word not in {"một", "bốn", "năm"})
        assert (before == "mười") <= (word != "năm")
        assert (word == "linh") <= (before == "trăm")
        assert (before == "linh") <= (word in DIGITS[1:])
