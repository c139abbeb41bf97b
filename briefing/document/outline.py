"""The numbers that headings and list items bear, the same in every output."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.standards import OutlineLevel
from briefing.vietnamese import item_letter, roman


def number_in(numbering: str, number: int) -> str:
    """Return a number in the digits of a numbering: ``roman``, ``arabic`` or ``letter``."""
    if numbering == "roman":
        return roman(number)
    return item_letter(number) if numbering == "letter" else str(number)


@dataclass(slots=True)
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
        """Return the label of the next heading of a level: ``II.``, ``3.``, ``đ)``."""
        rules = self.outline[level - 1]
        return rules.label.format(number_in(rules.numbering, self.next(level)))


def annex_label(word: str, position: int, count: int) -> str:
    """Return ``Phụ lục``, or ``Phụ lục II`` where there are several.

    Two or more annexes take Roman numerals (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục
    III.1.a).
    """
    return f"{word} {roman(position)}" if count > 1 else word
