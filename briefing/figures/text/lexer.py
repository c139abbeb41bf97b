"""A text into symbols: one pass over its words, marks and numbers."""

from __future__ import annotations

import re
from bisect import bisect_left

from briefing.figures.text.codes import is_code, is_dotted_date, names_something
from briefing.figures.text.dates import after_no_figure, of_each
from briefing.figures.text.digits import Digits, read_digits, read_rate
from briefing.figures.text.lexicon import CUES
from briefing.figures.text.line import BREAK, END, Number, SymbolLine
from briefing.figures.text.numerals import compound, dashed, is_spoken, range_of, read_alike
from briefing.figures.text.sentences import ends_sentence
from briefing.figures.text.surroundings import (
    AFTER_SPELLED,
    BEFORE_SPELLED,
    COMPOUNDS,
    PASSED_OVER,
    QUALIFIERS,
    RANKS,
    SPELLED,
    TIMES_WORDS,
    is_year,
)
from briefing.figures.text.tokens import Tokens
from briefing.figures.text.units import base_of, counted, scale_of, unit_after
from briefing.figures.text.wordlists import words_of

_MARKS = {
    **{mark: mark for mark in ",;:()-/!?"},
    **{"–": "-", "—": "-", "−": "-", "[": "(", "]": ")", "…": "o", "=": "E", "?": END},
    **{"\n": BREAK},
}
PER_CENT = ["phần", "trăm"]
_UNSEEN = frozenset(".“”\"'‘’*_")
"""Marks that stand in no pattern."""

_BEFORE_NUMBERS = words_of(
    "thành còn về mất cộng bật leo nhích rơi tụt lùi trượt hạ sụt đóng kết giao dừng"
)
"""Words that lead to a value only if a number follows; else they mean something else."""

_HEEDED = frozenset(
    {*SPELLED, *CUES, *PASSED_OVER, *(word.split()[0] for word in QUALIFIERS)},
)
"""Words that can begin something; all others are looked at no further, and most words are such."""

_LINE_NUMBER = re.compile(r"[ \t#*|-]*+(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,3}[^\S\n]*\|)(?=\s|$)")


def read_line(text: str) -> SymbolLine:
    """Return the symbols and numbers of a text."""
    return _Walk(text).line()


class _Walk:
    """Goes through the tokens of a text once; every look aside is a few tokens wide."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = Tokens(text)
        self.starts, self.ends, self.words = (
            self.tokens.starts,
            self.tokens.ends,
            self.tokens.words,
        )
        self.count = len(self.words)
        self.symbols: list[str] = []
        self.read = SymbolLine(text)
        self.qualifier = ""
        self.qualified = 0

    def line(self) -> SymbolLine:
        """Return the whole text as symbols."""
        symbols, places = self.symbols, self.read.places
        i, line_starts = 0, True
        while i < self.count:
            word = self.words[i]
            if line_starts:
                numbered = _LINE_NUMBER.match(self.text, self._line_start(i))
                while numbered and i < self.count and self.ends[i] <= numbered.end():
                    i += 1
                line_starts = False
                if numbered:
                    self._put(",", i - 1)
                    continue
            first = word[0]
            if first.isascii() and first.isdigit():
                i = self._number(i)
            elif first.isalpha() or first == "_":
                if word in _HEEDED:
                    i = self._word(i, word)
                else:
                    self.qualifier = ""
                    symbols.append(".")
                    places.append(self.starts[i])
                    i += 1
            else:
                line_starts = word == "\n"
                i = self._mark(i, word)
        self.read.symbols = "".join(self.symbols)
        return self.read

    def _line_start(self, i: int) -> int:
        return self.text.rfind("\n", 0, self.starts[i]) + 1

    def _put(self, symbol: str, i: int) -> None:
        self.symbols.append(symbol)
        self.read.places.append(self.starts[i])

    # -- words and marks ----------------------------------------------------------------------

    def _word(self, i: int, word: str) -> int:
        if word in SPELLED and self._counts_in_words(i):
            unit, end = unit_after(self.text, self.ends[i])
            place = self.starts[i]
            self._state("w", i, Number(SPELLED[word], unit, place, place, self.ends[i], end))
            return i + 1
        if (width := self._qualifies(i, word)) and self._number_follows(i + width):
            if not self.qualifier:
                self.qualified = self.starts[i]
            self.qualifier = QUALIFIERS[" ".join(self.words[i : i + width])]
            return i + width
        for phrase, symbol in CUES.get(word, ()):
            width = len(phrase)
            if self._leads_nothing(i, word, symbol, width):
                continue
            if width == 1 or tuple(self.words[i : i + width]) == phrase:
                self._put(symbol, i)
                if symbol == "X":
                    return self._spelled_times(i + width)
                if word not in PASSED_OVER:
                    self.qualifier = ""
                return i + width
        if word not in PASSED_OVER:
            self.qualifier = ""
        self._put(".", i)
        return i + 1

    def _leads_nothing(self, i: int, word: str, symbol: str, width: int) -> bool:
        """Whether a word that can lead a number does not: ``19 nơi thờ riêng, 5 nơi thờ chung``."""
        if word == "riêng":
            before, behind = self.tokens.at(i - 1)[:1], self.tokens.at(i + 1)
            return before.isalpha() and behind in (",", ";", ")", ".")
        return word in _BEFORE_NUMBERS and symbol in "LUD" and not self._number_follows(i + width)

    def _counts_in_words(self, i: int) -> bool:
        """Whether a word is a number here: ``gồm hai nam, một nữ``."""
        if i and self.tokens.at(i - 1) not in BEFORE_SPELLED:
            return False
        return self.tokens.at(i + 1) in AFTER_SPELLED and not self.tokens.digit(i + 1)

    def _qualifies(self, i: int, word: str) -> int:
        """Return of how many words the qualifier that begins here is; 0 when none does."""
        if word not in QUALIFIERS and f"{word} {self.tokens.at(i + 1)}" not in QUALIFIERS:
            return 0
        if f"{self.tokens.at(i - 1)} {word}" in COMPOUNDS:
            return 0  # "mật độ 412 người/km2", which is no approximation
        return 2 if f"{word} {self.tokens.at(i + 1)}" in QUALIFIERS else 1

    def _number_follows(self, i: int) -> bool:
        last = i + 3
        while (word := self.tokens.at(i)) and not self.tokens.digit(i):
            if (word not in QUALIFIERS and word not in PASSED_OVER) or i > last:
                return False
            i += 1
        return i < self.count

    def _spelled_times(self, i: int) -> int:
        """Read ``đôi``, ``ba lần`` after ``gấp``."""
        value = TIMES_WORDS.get(self.tokens.at(i))
        if value is None:
            return i
        start, end = self.qualified if self.qualifier else self.starts[i], self.ends[i]
        if self.tokens.at(i + 1) == "lần":
            i, end = i + 1, self.ends[i + 1]
        number = Number(value, "lần", start, self.starts[i], end, end, self.qualifier)
        self._state("O", i, number)
        return i + 1

    def _mark(self, i: int, word: str) -> int:
        if word in ".!?" and ends_sentence(self.tokens, i):
            self._put(END, i)
        elif (word == "." and self.tokens.at(i + 1) == ".") or word == "…":
            self._put("o", i)
        elif word not in _UNSEEN:
            self._put(_MARKS.get(word, "."), i)
        if word not in _UNSEEN:
            self.qualifier = ""
        return i + 1

    # -- numbers ------------------------------------------------------------------------------

    def _state(self, symbol: str, i: int, *numbers: Number) -> None:
        self.read.numbers[len(self.symbols)] = numbers
        self._put(symbol, i)
        self.qualifier = ""

    def _number(self, i: int) -> int:
        """Read what begins with a number, and return the token after it."""
        if after := after_no_figure(self.tokens, i, dated=self.symbols[-2:-1] == ["d"]):
            self._put("d", i)
            self.qualifier = ""
            return after
        percent = self.tokens.at(i + 1) == "%" or self.tokens.words[i + 1 : i + 3] == PER_CENT
        digits = (read_rate if percent else read_digits)(self.words[i])
        if digits is None or is_code(self.tokens, i):
            if digits is None and not is_dotted_date(self.tokens, i):
                self.read.unread.append((self.starts[i], self.ends[i]))
            self._put(".", i)
            self.qualifier = ""
            return i + 1
        number, after = self._measured(i, digits)
        named = not number.percent and not of_each(self.tokens, i)
        if named and names_something(self.tokens, i, digits, number):
            self._put(".", i)
            return max(after, i + 1) if number.unit == "" else i + 1
        return self._joined(i, after, number)

    def _signed(self, i: int) -> bool:
        """Whether a sign stands at a number, and not between two: ``(-14 vụ)``."""
        if not self.symbols or self.symbols[-1] not in "-." or self.tokens.at(i - 1) not in "+-−–":
            return False
        apart = i < 2 or self.tokens.at(i - 2) in "(" or not self.tokens.adjacent(i - 1)
        return self.tokens.adjacent(i) and apart

    def _measured(self, i: int, digits: Digits) -> tuple[Number, int]:
        """Return a number with its qualifier, sign and unit, and the token after it."""
        start, first, last = self.starts[i], self.starts[i], self.ends[i]
        after, unit = i + 1, ""
        sign = ""
        if self._signed(i):
            sign = "+" if self.tokens.at(i - 1) == "+" else "-"
            self.symbols.pop()
            self.read.places.pop()
            start = first = self.starts[i - 1]
        if self.tokens.at(after) == "%" and self.starts[after] - last <= 1:
            unit, last = "%", self.ends[after]
            after += 1
            end = last
        elif self.tokens.words[after : after + 2] == PER_CENT:
            unit, last = "%", self.ends[after + 1]
            after += 2
            end = last
        else:
            unit, end = unit_after(self.text, last)
            while after < self.count and self.starts[after] < end:
                after += 1
        if self.qualifier:
            start = self.qualified
        value, other = digits.value, digits.other
        if other is not None and counted(unit) and not scale_of(unit):
            value, other = other, None
        found = Number(value, unit, start, first, last, end, self.qualifier, sign, other)
        return compound(self.tokens, found, after)

    # -- two numbers --------------------------------------------------------------------------

    def _joined(self, i: int, after: int, number: Number) -> int:
        """Read a number alone, a range, or two numbers with a slash."""
        mark = self.tokens.at(after)
        if (
            mark in "-–—"
            and mark
            and self.tokens.adjacent(after + 1)
            and not self.tokens.adjacent(after)
        ):
            mark = ""  # "1002.69 -1%" is a sign
        over = mark == "trên" and not number.unit and self.tokens.digit(after + 1)
        second = self._second(after + 1) if mark == "/" or over else None
        if second and not (over and second[0].value < number.value):
            return self._slashed(i, number, *second)  # "183.150 trên 50 tuổi" are older than that
        if mark in ("-", "–", "—") or (mark in ("đến", "tới") and self._opens_range(i)):
            second = self._second(after + 1)
            opened = mark in ("đến", "tới") and second and not second[0].unit
            if opened and not number.unit and second:
                self._state("R", i, number, second[0])
                return second[1]
            if second and (found := range_of(number, second[0])):
                self._state(dashed(*found), i, *found)
                return second[1]
        if number.percent:
            self._state("P", i, number)
        elif number.unit.startswith("lần") and not number.unit.startswith("lần/"):
            self._state("O", i, number)
        elif not number.unit and is_year(self.words[i]):
            self._put("d", i)
        else:
            self._state("N", i, number)
        return after

    def _opens_range(self, i: int) -> bool:
        return (
            self.tokens.at(i - 1) == "từ"
            or self.tokens.at(i - 2) == "từ"
            or self.tokens.at(i - 1) in ("khoảng",)
        )

    def _second(self, i: int) -> tuple[Number, int] | None:
        """Return the second of two numbers, with the token after it."""
        self.qualifier = ""
        if self.tokens.at(i) in QUALIFIERS and self.tokens.digit(i + 1):
            self.qualifier, self.qualified = QUALIFIERS[self.tokens.at(i)], self.starts[i]
            i += 1
        if not self.tokens.digit(i):
            return None
        digits = read_digits(self.words[i])
        if digits is None or (self.tokens.adjacent(i + 1) and is_code(self.tokens, i)):
            return None
        return self._measured(i, digits)

    def _slashed(self, i: int, left: Number, right: Number, after: int) -> int:
        if left.percent or right.percent:
            self._state("P" if left.percent else "N", i, left)
            return self._after(left)
        rank = any(word in RANKS for word in self.words[max(0, i - 2) : i])
        units = left.unit and right.unit and base_of(left.unit) != base_of(right.unit)
        if scale_of(left.unit) and scale_of(right.unit) and not base_of(left.unit):
            units = False  # "125 tỷ/200 tỷ đồng": the money is named but once
        if units:
            self._state("S", i, left, right)
        elif rank:
            self._put(".", i)
        else:
            left, right = read_alike(left, right)
            self._state("z" if is_spoken(left, right) else "F", i, left, right)
        self.qualifier = ""
        return after

    def _after(self, number: Number) -> int:
        i = len(self.read.places) and self._index_at(self.read.places[-1])
        while i < self.count and self.starts[i] < number.end:
            i += 1
        return i

    def _index_at(self, place: int) -> int:
        return bisect_left(self.starts, place)
