"""Numbers in words, as official Vietnamese reads them: ``một trăm linh năm``.

No law lays the reading down; the source is the chính tả of official usage, as the textbooks of
the Ministry of Education teach it (SGK Toán 4 and 5): mười for ten and mươi after a digit;
mốt, tư and lăm for 1, 4 and 5 after mươi, lăm after mười too; linh for a missing ten; không trăm
for a missing hundred below a group that was read.

A group of three zeros is skipped with its name, as on payment papers: 1.000.005 is ``một triệu
không trăm linh năm``. Không trăm keeps that apart from every other number, so the longer ``một
triệu không nghìn không trăm linh năm``, which some prefer, says nothing more.
"""

from __future__ import annotations

from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {5: "lăm"}
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_GROUPS = ((10**6, ("triệu",)), (10**3, ("nghìn",)), (1, ()))
_LIMIT = 10**15
_SOUTH = {"linh": "lẻ", "nghìn": "ngàn"}


def in_words(value: Decimal | int, *, south: bool = False) -> str:
    """Return a number in small letters, every place that was written included.

    ``south`` says lẻ and ngàn for linh and nghìn. What is no number, or 10^15 and more on
    either side of zero, raises ``ValueError``. Minus zero is zero.
    """
    number = Decimal(value)
    if not number.is_finite() or number.copy_abs() >= _LIMIT:
        raise ValueError(f"{value} has no reading: a number between -10^15 and 10^15 was expected")
    # Formatting is exact; arithmetic would round to the precision of the decimal context.
    whole, _, decimals = f"{number.copy_abs():f}".partition(".")
    words = ["âm"] if number < 0 else []
    words += _whole(int(whole))
    if decimals:
        words += ["phẩy", *_decimals(decimals)]
    return " ".join(_SOUTH.get(word, word) if south else word for word in words)


_ORDINALS = {1: "nhất", 4: "tư"}


def ordinal(number: int) -> str:
    """Return what follows ``thứ``: nhất, hai, ba, tư, năm."""
    return _ORDINALS.get(number) or in_words(number)


def _whole(number: int) -> list[str]:
    """Return the words of a whole number; what counts the tỷ is itself read up to nghìn."""
    if number == 0:
        return [_DIGITS[0]]
    billions, rest = divmod(number, 10**9)
    words = [*_groups(billions, below=False), "tỷ"] if billions else []
    return words + _groups(rest, below=bool(words))


def _decimals(digits: str) -> list[str]:
    """Return the words after phẩy: as a number up to two places, otherwise digit by digit.

    Only so is a leading zero heard (3,05: không năm). SGK Toán 5 reads longer tails as a number
    too (81,325: ba trăm hai mươi lăm); digits one by one say the places without counting.
    """
    if len(digits) > 2 or digits.startswith("0"):
        return [_DIGITS[int(digit)] for digit in digits]
    return _below_hundred(int(digits))


def _groups(number: int, *, below: bool) -> list[str]:
    """Return the words of a number under 10^9; ``below`` says that a higher group was read."""
    words: list[str] = []
    for size, name in _GROUPS:
        group, number = divmod(number, size)
        if group:
            words += [*_group(group, full=below or bool(words)), *name]
    return words


def _group(number: int, *, full: bool) -> list[str]:
    """Return the words of 1 to 999; ``full`` reads the hundreds even where there are none."""
    hundreds, rest = divmod(number, 100)
    words = [_DIGITS[hundreds], "trăm"] if full or hundreds else []
    if words and 0 < rest < 10:
        words.append("linh")
    return words + _below_hundred(rest) if rest else words


def _below_hundred(number: int) -> list[str]:
    """Return the words of 1 to 99: mười một but hai mươi mốt, mười bốn but hai mươi tư."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return [_DIGITS[ones]]
    words, changed = ["mười"], _AFTER_TEN
    if tens > 1:
        words, changed = [_DIGITS[tens], "mươi"], _AFTER_TENS
    return [*words, changed.get(ones, _DIGITS[ones])] if ones else words
