"""The numbers that headings and list items bear, the same in every output."""

from __future__ import annotations

from dataclasses import field

from briefing.standards import NumberMark, OutlineLevel
from briefing.values import changing
from briefing.vietnamese import in_words, item_letter, ordinal, roman, upper_first


def number_in(numbering: str, number: int) -> str:
    """Return a number in the digits of a numbering: ``roman``, ``arabic``, ``letter``, in words."""
    match numbering:
        case "roman":
            return roman(number)
        case "letter":
            return item_letter(number)
        case "ordinal":
            return ordinal(number)
        case "words":
            return upper_first(in_words(number))
    return str(number)


def mark_label(mark: NumberMark, number: int) -> str:
    """Return what stands before a point of a list: ``(2)``, ``đ)``, ``Hai là,``."""
    return mark.label.format(number_in(mark.numbering, number))


@changing
class OutlineCounter:
    """Counts headings: a heading of one level starts the levels below it anew."""

    outline: tuple[OutlineLevel, ...]
    _numbers: list[int] = field(default_factory=list)

    def next(self, level: int) -> int:
        """Return the number of the next heading of a level, from 1."""
        numbers = self._numbers[:level] + [0] * (level - len(self._numbers))
        numbers[level - 1] += 1
        self._numbers = numbers
        return numbers[level - 1]

    def label(self, level: int) -> str:
        """Return the label of the next heading of a level: ``II.``, ``1.2.``, ``đ)``."""
        self.next(level)
        return self.current(level)

    def current(self, level: int) -> str:
        """Return the label of the last heading of a level."""
        return self.outline[level - 1].label.format(self._number(level))

    def _number(self, level: int) -> str:
        """Return the number of the last heading of a level with those that join in."""
        rules = self.outline[level - 1]
        above = map(str, self._numbers[level - 1 - rules.above : level - 1])
        return ".".join([*above, number_in(rules.numbering, self._numbers[level - 1])])

    def cited(self, level: int) -> str:
        """Return how a sentence refers to the last heading of a level.

        ``mục II.3``, ``điểm a mục II.3``, ``mục I.2 Phần thứ nhất`` (Nghị định 30/2020/NĐ-CP, Phụ
        lục II, V.7: the smallest part first).
        """
        parts: list[str] = []
        joined: list[str] = []
        at = level
        while at > 0:
            rules = self.outline[at - 1]
            number = self._number(at)
            if rules.apart:
                parts.append(rules.label.format(number))
            elif rules.cited == _SECTION:
                joined.insert(0, number)
            elif rules.numbering != "sign":
                parts.append(rules.cited.format(number))
            at -= 1 + rules.above
        if joined:
            place = sum(1 for part in parts if part.startswith("điểm"))
            parts.insert(place, _SECTION.format(".".join(joined)))
        return " ".join(parts)


_SECTION = "mục {}"


def annex_label(word: str, position: int, count: int) -> str:
    """Return ``Phụ lục``, or ``Phụ lục II`` where there are several.

    Two or more annexes take Roman numerals (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục
    III.1.a).
    """
    return f"{word} {roman(position)}" if count > 1 else word
