"""A text into symbols: one pass over its words, marks and numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.figures.text.digits import Digits, read_digits
from briefing.figures.text.lexicon import CUES
from briefing.figures.text.line import BREAK, END, Line, Number
from briefing.figures.text.surroundings import (
    AFTER_SPELLED,
    BEFORE_SPELLED,
    DATE_WORDS,
    LOOSE_DATE_WORDS,
    NAMES,
    PASSED_OVER,
    QUALIFIERS,
    RANKS,
    SPELLED,
    TIMES_WORDS,
    is_day_and_month,
    is_year,
)
from briefing.figures.text.units import ATTACHED, MEASURES, counted, scale_of, unit_after

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|v\.v\.{0,3}|[^\W\d_][^\W_]*|\n|\S")
_MARKS = {
    **{mark: mark for mark in ",;:()-/!?"},
    **{"–": "-", "—": "-", "−": "-", "[": "(", "]": ")", "…": "o", "=": "E", "?": END},
    **{"\n": BREAK},
}
_UNSEEN = frozenset(".“”\"'‘’*_")
"""Marks that stand in no pattern."""

_ABBREVIATED = frozenset("tp ts th ths pgs gs bs ks ls q p st tx tt đ mr mrs dr no tr stt s ô".split())
_BEFORE_NUMBERS = frozenset(
    "thành còn về mất cộng bật leo nhích rơi tụt lùi trượt hạ sụt đóng kết giao dừng".split()
)
"""Words that lead to a value only if a number follows; else they mean something else."""

_LINE_NUMBER = re.compile(r"[ \t#*|-]*+(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,3}[^\S\n]*\|)(?=\s|$)")


def read_line(text: str) -> Line:
    """Return the symbols and numbers of a text."""
    return _Walk(text).line()


class _Walk:
    """Goes through the tokens of a text once; every look aside is a few tokens wide."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        for match in _TOKEN.finditer(text):
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.words.append(match[0].lower())
        self.count = len(self.words)
        self.symbols: list[str] = []
        self.read = Line(text)
        self.qualifier = ""
        self.qualified = 0

    def line(self) -> Line:
        """Return the whole text as symbols."""
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
                i = self._word(i, word)
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

    def _adjacent(self, i: int) -> bool:
        """Whether a token stands right behind the one before."""
        return 0 < i < self.count and self.ends[i - 1] == self.starts[i]

    def _at(self, i: int) -> str:
        return self.words[i] if 0 <= i < self.count else ""

    def _digit(self, i: int) -> bool:
        return "0" <= self._at(i)[:1] <= "9"

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
            if word in _BEFORE_NUMBERS and symbol in "LUD" and not self._number_follows(i + width):
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

    def _counts_in_words(self, i: int) -> bool:
        """Whether a word is a number here: ``gồm hai nam, một nữ``."""
        if i and self._at(i - 1) not in BEFORE_SPELLED:
            return False
        return self._at(i + 1) in AFTER_SPELLED and not self._digit(i + 1)

    def _qualifies(self, i: int, word: str) -> int:
        """Return of how many words the qualifier that begins here is; 0 when none does."""
        if word not in QUALIFIERS and f"{word} {self._at(i + 1)}" not in QUALIFIERS:
            return 0
        return 2 if f"{word} {self._at(i + 1)}" in QUALIFIERS else 1

    def _number_follows(self, i: int) -> bool:
        last = i + 3
        while (word := self._at(i)) and not self._digit(i):
            if word not in QUALIFIERS and word not in PASSED_OVER or i > last:
                return False
            i += 1
        return i < self.count

    def _spelled_times(self, i: int) -> int:
        """Read ``đôi``, ``ba lần`` after ``gấp``."""
        value = TIMES_WORDS.get(self._at(i))
        if value is None:
            return i
        start, end = self.qualified if self.qualifier else self.starts[i], self.ends[i]
        if self._at(i + 1) == "lần":
            i, end = i + 1, self.ends[i + 1]
        number = Number(value, "lần", start, self.starts[i], end, end, self.qualifier)
        self._state("O", i, number)
        return i + 1

    def _mark(self, i: int, word: str) -> int:
        if word in ".!?" and self._ends_sentence(i, word):
            self._put(END, i)
        elif word == "." and self._at(i + 1) == "." or word == "…":
            self._put("o", i)
        elif word not in _UNSEEN:
            self._put(_MARKS.get(word, "."), i)
        if word not in _UNSEEN:
            self.qualifier = ""
        return i + 1

    def _ends_sentence(self, i: int, word: str) -> bool:
        if i + 1 >= self.count:
            return True
        if self._adjacent(i + 1) and self.words[i + 1] not in ")”\"'":
            return False
        before = self._at(i - 1)
        if word == "." and (before in _ABBREVIATED or len(before) == 1 and before.isalpha()):
            return False
        following = self.text[self.starts[i + 1]]
        return following.isupper() or following in "“\"(-[" or following.isdigit() or following == "\n"

    # -- numbers ------------------------------------------------------------------------------

    def _state(self, symbol: str, i: int, *numbers: Number) -> None:
        self.read.numbers[len(self.symbols)] = numbers
        self._put(symbol, i)
        self.qualifier = ""

    def _number(self, i: int) -> int:
        """Read what begins with a number, and return the token after it."""
        if after := self._no_figure(i):
            self._put("d", i)
            self.qualifier = ""
            return after
        digits = read_digits(self.words[i])
        if digits is None or self._code(i):
            if digits is None and not self._dotted_date(i):
                self.read.unread.append((self.starts[i], self.ends[i]))
            self._put(".", i)
            self.qualifier = ""
            return i + 1
        number, after = self._measured(i, digits)
        if not number.percent and self._names_something(i, digits, number):
            self._put(".", i)
            return max(after, i + 1) if number.unit == "" else i + 1
        return self._joined(i, after, number)

    def _dotted_date(self, i: int) -> bool:
        return self.words[i].count(".") > 1 and "," not in self.words[i]

    def _code(self, i: int) -> bool:
        """Whether letters or marks joined to the digits make a code of them: F88, C-130, 1A."""
        following = self._at(i + 1)
        if self._adjacent(i + 1) and following[0].isalpha():
            return following not in ATTACHED
        if self._at(i - 1) == "-" and i > 1:
            before = self.text[self.starts[i - 2] : self.ends[i - 2]]
            if sum(letter.isupper() for letter in before) > 1 and following != "%":
                return True  # "COVID - 19", "HV -01"
        if self._adjacent(i) and self._at(i - 1) in "-/" and self._adjacent(i - 1):
            before = self._at(i - 2)
            return before[:1].isalpha() and (self._at(i - 1) == "-" or before.isascii())
        return False

    def _measured(self, i: int, digits: Digits) -> tuple[Number, int]:
        """Return a number with its qualifier, sign and unit, and the token after it."""
        start, first, last = self.starts[i], self.starts[i], self.ends[i]
        after, unit = i + 1, ""
        sign = ""
        if self.symbols and self.symbols[-1] in "-." and self._at(i - 1) in "+-−–":
            if self._adjacent(i) and (i < 2 or self._at(i - 2) in "(" or not self._adjacent(i - 1)):
                sign = "+" if self._at(i - 1) == "+" else "-"
                self.symbols.pop()
                self.read.places.pop()
                first = self.starts[i - 1]
                start = first
        if self._at(after) == "%" and self.starts[after] - last <= 1:
            unit, last = "%", self.ends[after]
            after += 1
            end = last
        elif self._at(after) == "phần" and self._at(after + 1) == "trăm":
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
        if unit == "%":
            other = None
        found = Number(value, unit, start, first, last, end, self.qualifier, sign, other)
        return self._compound(found, after)

    def _compound(self, number: Number, after: int) -> tuple[Number, int]:
        """Read ``16 tỷ 434 triệu đồng`` as one number."""
        scale = scale_of(number.unit)
        if not scale or not self._digit(after) or number.end == number.last:
            return number, after
        digits = read_digits(self.words[after])
        if digits is None or not digits.whole or number.unit.split()[-1] not in ("tỷ", "tỉ", "triệu"):
            return number, after
        unit, end = unit_after(self.text, self.ends[after])
        if not 0 < (lower := scale_of(unit)) < scale:
            return number, after
        value = number.value + digits.value.scaleb(lower - scale)
        base = unit.split(None, 1)[1] if " " in unit else ""
        unit = f"{number.unit} {base}".strip()
        number = number._replace(value=value, unit=unit, last=self.ends[after], end=end, other=None)
        after += 1
        while after < self.count and self.starts[after] < end:
            after += 1
        return number, after

    def _names_something(self, i: int, digits: Digits, number: Number) -> bool:
        """Whether a number is part of a name: phường 4, “2 liên”, khóa 11."""
        before = self._at(i - 1)
        if before in "“\"‘" and before:
            return True
        if not digits.whole or len(self.words[i]) > 4:
            return before in ("số", "điện thoại") and self._at(i - 2) not in ("trong", "tổng", "con", "là")
        if number.unit and not counted(number.unit) and number.unit != "điểm":
            return False
        if before in "-." and before:
            before = self._at(i - 2)
        if before == "số":
            return self._at(i - 2) not in ("trong", "tổng", "con", "trên")
        return before in NAMES or f"{self._at(i - 2)} {before}" in NAMES

    # -- two numbers --------------------------------------------------------------------------

    def _joined(self, i: int, after: int, number: Number) -> int:
        """Read a number alone, a range, or two numbers with a slash."""
        mark = self._at(after)
        if mark in "-–—" and mark and self._adjacent(after + 1) and not self._adjacent(after):
            mark = ""  # "1002.69 -1%" is a sign
        over = mark == "trên" and not number.unit and self._digit(after + 1)
        if (mark == "/" or over) and (second := self._second(after + 1)):
            return self._slashed(i, number, *second)
        if mark in ("-", "–", "—") or mark in ("đến", "tới") and self._opens_range(i):
            second = self._second(after + 1)
            opened = mark in ("đến", "tới") and second and not second[0].unit
            if opened and not number.unit and second:
                self._state("R", i, number, second[0])
                return second[1]
            if second and (found := self._range(number, second[0])):
                self._state("Q" if found[1].percent else "R", i, *found)
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
        return self._at(i - 1) == "từ" or self._at(i - 2) == "từ" or self._at(i - 1) in ("khoảng",)

    def _second(self, i: int) -> tuple[Number, int] | None:
        """Return the second of two numbers, with the token after it."""
        self.qualifier = ""
        if self._at(i) in QUALIFIERS and self._digit(i + 1):
            self.qualifier, self.qualified = QUALIFIERS[self._at(i)], self.starts[i]
            i += 1
        if not self._digit(i):
            return None
        digits = read_digits(self.words[i])
        if digits is None or self._adjacent(i + 1) and self._code(i):
            return None
        return self._measured(i, digits)

    def _range(self, low: Number, high: Number) -> tuple[Number, Number] | None:
        """Return the bounds of a range in the unit of its second one."""
        if not high.unit or (low.unit and not low.percent and low.unit == high.unit == ""):
            return None
        if low.percent != high.percent and low.unit:
            return None
        if not low.unit:
            low = low._replace(unit=high.unit)
            if high.other is None and low.other is not None and counted(high.unit):
                low = low._replace(value=low.other, other=None)
        return low, high

    def _slashed(self, i: int, left: Number, right: Number, after: int) -> int:
        if left.percent or right.percent:
            self._state("P" if left.percent else "N", i, left)
            return self._after(left)
        rank = any(word in RANKS for word in self.words[max(0, i - 2) : i])
        units = left.unit and right.unit and left.unit != right.unit
        if units:
            self._state("S", i, left, right)
        elif rank:
            self._put(".", i)
        else:
            left, right = self._alike(left, right)
            self._state("z" if self._spoken(i, left, right) else "F", i, left, right)
        self.qualifier = ""
        return after

    def _after(self, number: Number) -> int:
        i = len(self.read.places) and self._index_at(self.read.places[-1])
        while i < self.count and self.starts[i] < number.end:
            i += 1
        return i

    def _index_at(self, place: int) -> int:
        from bisect import bisect_left

        return bisect_left(self.starts, place)

    def _alike(self, left: Number, right: Number) -> tuple[Number, Number]:
        """Return two numbers of a fraction, both read the same way."""
        if left.other is not None and counted(right.unit or left.unit):
            left = left._replace(value=left.other, other=None)
        return left, right

    def _spoken(self, i: int, left: Number, right: Number) -> bool:
        """Whether a fraction is a way of speaking: ``gần 1/3 dân số``."""
        small = left.value < right.value <= 10 and right.value == int(right.value)
        named = not (right.unit or left.unit)
        if named and is_day_and_month(str(left.value), str(right.value)):
            return True
        return bool(small and (left.qualifier or named or _MASS.match(right.unit)))

    # -- what is no figure --------------------------------------------------------------------

    def _no_figure(self, i: int) -> int:
        """Return the token after a date, an hour, a symbol of a document; 0 when it is none."""
        return self._hour(i) or self._symbol(i) or self._date(i) or self._months(i)

    def _hour(self, i: int) -> int:
        following = self._at(i + 1)
        if following == ":" and self._adjacent(i + 1) and self._digit(i + 2) and self._adjacent(i + 2):
            return i + 3
        if self._adjacent(i + 1) and re.fullmatch(r"h\d{0,2}", following):
            return i + 2
        if following == "giờ" and self._digit(i + 2) and self._at(i + 3) == "phút":
            return i + 4
        if self.words[i] == "24" and following == "/" and self._at(i + 2) in ("24", "7"):
            if not self._digit(i + 2):
                return 0
            end = i + 3
            while self._at(end) == "/" and self._digit(end + 1):
                end += 2
            unit, _ = unit_after(self.text, self.ends[end - 1])
            return end if unit in ("", "giờ", "h") or unit.startswith("giờ") else 0
        if following == "giờ" and len(self.words[i]) <= 2:
            return i + 2
        return 0

    def _symbol(self, i: int) -> int:
        """Return the token after ``03/2019/NĐ-CP``, ``792-CV/TU``, ``III/2023``."""
        if self._adjacent(i) and self._at(i - 1) == "/" and self._adjacent(i - 1):
            before = self.text[self.starts[i - 2] : self.ends[i - 2]] if i >= 2 else ""
            if before.isupper() and before.isalpha():
                return i + 1
        end = i + 1
        if self._at(end) == "/" and self._adjacent(end) and self._digit(end + 1):
            if self._adjacent(end + 1) and len(self.words[end + 1]) == 4:
                end += 2
        if self._at(end) in ("/", "-") and self._adjacent(end) and self._adjacent(end + 1):
            code = self.text[self.starts[end + 1] : self.ends[end + 1]]
            if code.isupper() and code[0].isalpha() and len(code) > 1:
                end += 2
                while self._at(end) in ("-", "/") and self._adjacent(end) and self._adjacent(end + 1):
                    end += 2
                return end
        return 0

    def _date(self, i: int) -> int:
        run, mark = self.words[i], self._at(i + 1)
        before = self._at(i - 1)
        if mark in ("/", "-", "–", ".") and self._digit(i + 2):
            if after := self._day(i, before, run, mark):
                return after
        if before == "năm" and is_year(run) or before in ("tháng", "quý") and len(run) <= 2:
            return i + 1
        if run.count(".") == 1 and is_day_and_month(*run.split(".")) and mark != "%":
            unit, _ = unit_after(self.text, self.ends[i])
            if before in DATE_WORDS or before in LOOSE_DATE_WORDS and not unit:
                return i + 1
        if before in ("ngày", "mùng", "mồng") and run.isdigit() and int(run) <= 31:
            unit, _ = unit_after(self.text, self.ends[i])
            if self._at(i + 1) == "%":
                return 0
            return 0 if unit and unit != "tháng" and not unit.startswith("tháng ") else i + 1
        return 0

    def _day(self, i: int, before: str, run: str, mark: str) -> int:
        """Return the token after a date that is written with a mark."""
        other = self.words[i + 2]
        close = self._adjacent(i + 1) and self._adjacent(i + 2)
        if mark != "/" and self._at(i + 3) == "/" and self._digit(i + 4) and run.isdigit():
            # "từ ngày 6-10/4": two days of one month
            if is_day_and_month(other, self.words[i + 4]) and int(run) <= 31:
                return i + 5
        if is_year(other) and (is_year(run) or run.isdigit() and int(run) <= 12):
            unit, _ = unit_after(self.text, self.ends[i + 2])
            if is_year(run) or close and (mark == "-" or not unit or before == "tháng"):
                return self._years(i + 3)
        if not close or not is_day_and_month(run, other):
            return 0
        third = self._at(i + 3)
        if third == mark and self._digit(i + 4) and self._adjacent(i + 3) and len(self.words[i + 4]) > 1:
            return i + 5
        if before in DATE_WORDS or f"{self._at(i - 2)} {before}" in DATE_WORDS:
            return i + 3
        unit, _ = unit_after(self.text, self.ends[i + 2])
        if unit or third == "%" or self._at(i + 2).count(","):
            return 0
        if before == "(":
            return i + 3 if third in (")", ",", ";", "và", "-") else 0
        after_date = self.symbols[-2:-1] == ["d"] and before in LOOSE_DATE_WORDS
        return i + 3 if after_date or before in LOOSE_DATE_WORDS and third != "(" else 0

    def _years(self, i: int) -> int:
        """Return the token after further years: 2014-2015-2016."""
        while self._at(i) in ("-", "–", "/") and self._digit(i + 1) and is_year(self.words[i + 1]):
            i += 2
        return i

    def _months(self, i: int) -> int:
        """Return the token after ``6 tháng đầu năm``."""
        months = self._at(i + 1) == "tháng" and self._at(i + 2) in ("đầu", "cuối")
        return i + 3 if months and self._at(i + 3) == "năm" else 0


_MASS = re.compile(r"(?:tổng |diện tích|dân số|thị trường|số |lượng|thời gian|giá trị|tỷ|vốn|sản)")
