"""Numbers into statements: which belong together, and what they say of each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from briefing.figures.statements import (
    AgainstTarget,
    AllCriteria,
    Change,
    Content,
    Count,
    Fraction,
    Pair,
    Rate,
    Share,
    SideBySide,
    Statement,
    Unchanged,
)
from briefing.figures.text.items import Item, scan
from briefing.figures.text.lexicon import (
    ABOVE,
    BELOW,
    CHANGE_LINK,
    COMPARES,
    COUNTED_CRITERIA,
    CRITERIA,
    DETECTED,
    FALL,
    FROM_TO,
    HAPPENED,
    MOVES,
    RATE_LINK,
    RISE,
    SHARE,
    SOLVED,
    UNCHANGED,
    UP_DOWN,
)
from briefing.report import Direction

_BREAK = re.compile(r"[.!?…](?=\s+[A-ZÀ-ỸĐ“\"(])|\n")
_CLAUSE_BREAK = re.compile(r"[;.\n]\s")

_APART = 200
"""The most characters between two numbers that say something of each other."""

_WITHIN = 2000
"""The most characters between a whole and a part of it that a later sentence states."""

_FAR = "•"
"""Stands for more text between two numbers than can belong to both."""


def read_statements(text: str) -> list[Statement]:
    """Return the statements about numbers that a text makes, in reading order."""
    return list(_Reader(text).statements())


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._items = scan(text)
        self._position = 0

    def statements(self) -> Iterator[Statement]:
        found: list[Statement] = []
        while self._position < len(self._items):
            first = self._position
            content = self._next()
            if isinstance(content, Count) and not content.unit:
                # A number that counts nothing states nothing: a year, a house number.
                continue
            start, end = self._start(first, content), self._items[self._position - 1].end
            if "(" in self._text[start:end] and self._text[end : end + 1] == ")":
                end += 1
            found.append(Statement(content, start, end, self._text[start:end]))
        found = _with_distant_wholes(self._text, found)
        yield from _with_criteria(self._text, found)

    def _start(self, first: int, content: Content) -> int:
        """Return where a statement starts; the word of a change is part of it."""
        start = self._items[first].start
        before = self._before(self._items[first])
        word = RISE.search(before) or FALL.search(before)
        moved = isinstance(content, Change) and word is not None
        return start - (len(before) - word.start()) if moved and word else start

    def _next(self) -> Content:
        item = self._take()
        if item.slash and self._peek():
            return self._slashed(item, self._take())
        before = self._before(item)
        direction = _direction(before)
        if item.percent:
            return self._percentage(item, before, direction)
        if direction:
            return self._change(item, direction, bool(DETECTED.search(before)))
        if FROM_TO.search(before) and (pair := self._from_to(item)):
            return pair
        return self._signed(item) or Count(item.value, item.unit, item.qualifier)

    # -- slash: part of a whole, two units, or this period against the last ------------------

    def _slashed(self, left: Item, right: Item) -> Content:
        if left.unit and right.unit and left.unit != right.unit:
            return SideBySide(
                Count(left.value, left.unit, left.qualifier),
                Count(right.value, right.unit, right.qualifier),
            )
        before = self._before(left)
        unit = right.unit or left.unit
        if UNCHANGED.search(before):
            return Unchanged(Pair(left.value, right.value, unit))
        if self._compared(left):
            return Pair(left.value, right.value, unit)
        following = self._peek()
        if MOVES.match(self._text, right.end) and following:
            pair = Pair(left.value, right.value, unit)
            if following.slash:
                return pair
            content = self._next()
            return replace(content, pair=pair) if isinstance(content, Change) else pair
        rate = self._rate_after(right)
        return Fraction(left.value, right.value, unit, rate, left.qualifier)

    def _compared(self, item: Item) -> bool:
        """Whether words of comparison stand in the same clause before a number."""
        clause = _CLAUSE_BREAK.split(self._text[max(0, item.start - 90) : item.start])[-1]
        compares = list(COMPARES.finditer(clause))
        return bool(compares) and "," not in clause[compares[-1].end() :].replace(", ", ",", 0)

    def _rate_after(self, item: Item) -> Rate | None:
        following = self._peek()
        if following is None or not following.percent:
            return None
        between = self._between(item, following)
        if not RATE_LINK.match(between):
            return None
        self._take()
        return Rate(following.value, following.qualifier)

    # -- percentages --------------------------------------------------------------------------

    def _percentage(self, item: Item, before: str, direction: Direction | None) -> Content:
        if direction:
            detected = bool(DETECTED.search(before))
            change = Change(direction, None, item.value, None, "", detected, item.qualifier)
            return replace(change, pair=self._pair_after(item))
        if ABOVE.search(before) or BELOW.search(before):
            return AgainstTarget(item.value, above=bool(ABOVE.search(before)))
        if SHARE.search(before):
            return Share(item.value, item.qualifier)
        rate = Rate(item.value, item.qualifier)
        following = self._peek()
        gap = self._between(item, following) if following else ""
        if following and self._pair_ahead() and re.fullmatch(r"\s*\(\s*", gap):
            left, right = self._take(), self._take()
            return Fraction(left.value, right.value, right.unit or left.unit, rate)
        return rate

    # -- changes ------------------------------------------------------------------------------

    def _change(self, item: Item, direction: Direction, detected: bool) -> Change:
        amount = Count(item.value, item.unit, item.qualifier)
        change = Change(direction, amount, detected=detected)
        following = self._peek()
        if following and following.percent and self._linked(item, following):
            self._take()
            change = replace(
                change,
                percent=following.value,
                sign=following.sign,
                qualifier=following.qualifier,
            )
            item = following
        return replace(change, pair=self._pair_after(item))

    def _signed(self, item: Item) -> Change | None:
        """Return a change that only a sign in brackets tells: ``46 đối tượng (-30%)``."""
        following = self._peek()
        if following is None or not (following.percent and following.sign):
            return None
        if not re.fullmatch(r"\s*\(\s*[+\-−]?", self._between(item, following)):
            return None
        direction: Direction = "giảm" if following.sign == "-" else "tăng"
        return self._change(item, direction, detected=False)

    def _linked(self, item: Item, following: Item) -> bool:
        between = self._between(item, following).rstrip("+-−")
        return bool(CHANGE_LINK.match(between))

    def _pair_after(self, item: Item) -> Pair | None:
        """Return the pair of both periods that stands in brackets after a change."""
        following = self._peek()
        if following is None:
            return None
        between = self._between(item, following)
        if self._pair_ahead() and re.fullmatch(r"\s*\)?\s*[,;(]+\s*", between):
            left, right = self._take(), self._take()
            return Pair(left.value, right.value, right.unit or left.unit)
        if re.fullmatch(r"\s*[,(]\s*từ\s*", between, re.IGNORECASE):
            self._take()
            return self._from_to(following)
        return None

    def _from_to(self, item: Item) -> Pair | None:
        """Return the pair of ``từ 120 lên 135``."""
        following = self._peek()
        if following is None or following.percent != item.percent:
            return None
        if not UP_DOWN.match(self._between(item, following)):
            return None
        self._take()
        return Pair(following.value, item.value, following.unit or item.unit)

    # -- walking ------------------------------------------------------------------------------

    def _take(self) -> Item:
        item = self._items[self._position]
        self._position += 1
        return item

    def _peek(self) -> Item | None:
        return self._items[self._position] if self._position < len(self._items) else None

    def _pair_ahead(self) -> bool:
        """Whether two numbers with a slash between them come next."""
        following = self._peek()
        return following is not None and following.slash and self._position + 1 < len(self._items)

    def _between(self, item: Item, following: Item) -> str:
        """Return the text between two numbers, or what fits nothing when it is long."""
        near = following.start - item.end <= _APART
        return self._text[item.end : following.start] if near else _FAR

    def _before(self, item: Item) -> str:
        return self._text[max(0, item.start - 40) : item.start]


def _direction(before: str) -> Direction | None:
    if RISE.search(before):
        return "tăng"
    return "giảm" if FALL.search(before) else None


def _with_distant_wholes(text: str, found: list[Statement]) -> list[Statement]:
    """Join a rate to the counts of earlier clauses: ``xảy ra b vụ … làm rõ a vụ, đạt r%``."""
    result: list[Statement] = []
    whole: Statement | None = None
    for statement in found:
        content = statement.content
        if isinstance(content, Count):
            before = text[max(0, statement.start - 45) : statement.start]
            if HAPPENED.search(before):
                whole = statement
        elif isinstance(content, Rate) and result:
            joined = _joined(text, statement, result[-1], whole)
            if joined:
                result.pop()
                statement = joined
        result.append(statement)
    return result


def _joined(
    text: str, rate: Statement, part: Statement, whole: Statement | None
) -> Statement | None:
    counted, stated = part.content, rate.content
    if whole is None or part is whole or not isinstance(counted, Count):
        return None
    total = whole.content
    if not isinstance(total, Count) or not isinstance(stated, Rate) or total.unit != counted.unit:
        return None
    if part.start - whole.end > _WITHIN or rate.start - part.end > _APART:
        return None
    before = text[max(0, part.start - 40) : part.start]
    near = len(_BREAK.findall(text[whole.end : part.start])) <= 2
    if not (near and SOLVED.search(before) and RATE_LINK.match(text[part.end : rate.start])):
        return None
    fraction = Fraction(counted.value, total.value, counted.unit, stated, distant=True)
    return Statement(fraction, part.start, rate.end, text[part.start : rate.end])


def _with_criteria(text: str, found: list[Statement]) -> list[Statement]:
    """Add ``giảm cả 3 tiêu chí`` with the changes that its own clause goes on to state."""
    said = list(CRITERIA.finditer(text))
    if not said:
        return found
    ends = [match.start() for match in _CLAUSE_BREAK.finditer(text)]
    starts = [statement.start for statement in found]
    criteria = []
    covered: set[int] = set()
    for match in said:
        clause = bisect_left(ends, match.end())
        end = ends[clause] if clause < len(ends) else len(text)
        following = found[bisect_left(starts, match.end()) : bisect_left(starts, end)]
        criteria.append(_criteria(match, following))
        covered.update(range(bisect_left(starts, match.start()), bisect_left(starts, match.end())))
    kept = [statement for number, statement in enumerate(found) if number not in covered]
    return sorted([*kept, *criteria], key=lambda statement: statement.start)


def _criteria(match: re.Match[str], following: list[Statement]) -> Statement:
    direction: Direction = "giảm" if match[1].lower() == "giảm" else "tăng"
    count = int(match[2]) if match[2] else COUNTED_CRITERIA[match[3].lower()]
    changes = (item.content for item in following if isinstance(item.content, Change))
    content = AllCriteria(direction, count, tuple(islice(changes, count)))
    return Statement(content, match.start(), match.end(), match[0])
