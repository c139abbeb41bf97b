"""What the patterns make of a line: claims, with the numbers that each of them speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal

from briefing.figures.statements import Count, Pair, StatementContent
from briefing.figures.text.line import END, Number, SymbolLine
from briefing.figures.text.units import STOP_WORDS, base_of, same_base, scale_of, shifted
from briefing.figures.text.wordlists import words_of
from briefing.patterns import Pattern
from briefing.report import Direction
from briefing.values import changing, record

_LED = 40
"""The characters before a number in which a phrase that leads it is looked for."""

TIME_UNITS = words_of("năm tháng ngày tuần quý giờ phút phiên kỳ tuổi lần giây")


@record
class TextClaim:
    """One claim: its content, where it stands, and the symbols of its numbers.

    ``why`` names what speaks against its numbers belonging together; ``also`` are numbers that it
    speaks of and that stand elsewhere. ``tight`` says that a slash or brackets bind them,
    ``adjacent`` that they stand side by side with no words but those that bind them.
    """

    content: StatementContent
    start: int
    end: int
    numbers: tuple[int, ...]
    sure: bool = True
    why: str = ""
    also: tuple[int, ...] = ()
    tight: bool = False
    adjacent: bool = False


@changing
class Scene:
    """A line with the claims found in it so far, and the numbers whose part is known."""

    line: SymbolLine
    claims: list[TextClaim] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    @property
    def symbols(self) -> str:
        """The symbols of the line."""
        return self.line.symbols

    def claim(
        self,
        content: StatementContent,
        *numbers: int,
        sure: bool = True,
        why: str = "",
        since: int | None = None,
        takes: tuple[int, ...] | None = None,
        also: tuple[int, ...] = (),
        tight: bool = False,
        adjacent: bool = False,
    ) -> None:
        """Add a claim about some numbers; ``since`` is an earlier symbol that belongs to it.

        ``takes`` are the numbers that can have no other part, by default all of them; ``also``
        those that it speaks of outside its own span.
        """
        first, last = min(numbers), max(numbers)
        start = self.line.numbers[first][0].start
        if since is not None and since < first:
            start = self.line.places[since]
        end = self.line.numbers[last][-1].end
        text = self.line.text
        if "(" in text[start:end] and text[end : end + 1] == ")":
            end += 1
        places = tuple(sorted(numbers))
        self.claims.append(TextClaim(content, start, end, places, sure, why, also, tight, adjacent))
        self.taken.update(numbers if takes is None else takes)

    def number(self, position: int) -> Number:
        """Return the number of a symbol, the last one of two."""
        return self.line.numbers[position][-1]

    def since(self, position: int, reach: int, marks: str = "!¶") -> int:
        """Return where the clause of a symbol begins, at most so many symbols before it."""
        low = max(0, position - reach)
        return max(low, *(self.symbols.rfind(mark, low, position) + 1 for mark in marks))

    def until(self, position: int, reach: int) -> int:
        """Return where the sentence of a symbol ends, at most so many symbols behind it."""
        high = min(len(self.symbols), position + reach)
        end = self.symbols.find(END, position, high)
        return high if end < 0 else end

    def led_by(self, position: int, *phrases: str) -> bool:
        """Say whether the words right before a number end with one of some phrases."""
        start = self.number(position).start
        before = self.line.text[max(0, start - _LED) : start].rstrip().lower()
        return before.endswith(phrases)


def count_of(number: Number) -> Count:
    """Return a number as what it counts."""
    return Count(number.value, number.unit, number.qualifier)


def percent_of(number: Number, made: Decimal | None) -> Decimal:
    """Return a percentage in the reading that is nearest to what its numbers make, if they do.

    ``10.000%`` is ten thousand of a hundred for 101 after 1, and ten for 110 after 100.
    """
    if number.other is None or made is None:
        return number.value
    return min(number.value, number.other, key=lambda value: abs(value - made))


def pair_of(now: Number, before: Number) -> Pair | None:
    """Return two numbers as one of two periods, in one unit; ``None`` if theirs differ.

    A number without a unit has that of the other: ``từ 17 lên 59%``, ``từ 68 lên 72 tỷ đồng``.
    """
    now, before = (_nearer(one, other) for one, other in ((now, before), (before, now)))
    now, before = _scaled_once(*alike(now, before))
    if now.percent != before.percent or not same_base(now.unit, before.unit):
        return None
    value = shifted(before.value, before.unit, now.unit)
    return Pair(now.value, value, now.unit, now.qualifier, before.qualifier)


def pair_of_fraction(now: Number, before: Number, way: Direction) -> Pair | None:
    """Return the two numbers of ``412/409 tỷ đồng``, of which one may say the unit of both.

    A far greater one is written out in full, ``500.000/3 triệu đồng``, unless it then went the
    other way than is said: ``1.001/1 tỷ đồng`` after a rise.
    """
    pair = pair_of(now, before)
    if pair is None or now.unit or _went(pair, way):
        return pair
    alike_told = pair_of(now._replace(unit=before.unit), before)
    return alike_told if alike_told is not None and _went(alike_told, way) else pair


def _went(pair: Pair, way: Direction) -> bool:
    return pair.now > pair.before if way == "tăng" else pair.now < pair.before


def _scaled_once(now: Number, before: Number) -> tuple[Number, Number]:
    """Return two numbers of which one says the scale of both: ``6,2 triệu m³ lên 6,5 m³``."""
    scales = scale_of(now.unit), scale_of(before.unit)
    near = before.value and now.value * 20 > before.value > now.value / 20
    if near and not all(scales) and any(scales) and base_of(now.unit) == base_of(before.unit):
        unit = now.unit if scales[0] else before.unit
        return now._replace(unit=unit), before._replace(unit=unit)
    return now, before


def _nearer(number: Number, other: Number) -> Number:
    """Return a number in the reading that is nearer to another: ``từ 3.306 lên 3,649 đồng``."""
    if number.other is None or scale_of(number.unit) != scale_of(other.unit) or not other.value:
        return number
    far = number.value * 50 < other.value < number.other * 20
    return number._replace(value=number.other, other=None) if far else number


def alike(one: Number, other: Number) -> tuple[Number, Number]:
    """Return two numbers of which each has the unit of the other where it has none."""
    if not one.unit:
        one = one._replace(unit=lent(one, other))
    if not other.unit:
        other = other._replace(unit=lent(other, one))
    # "từ 1,39 triệu lên 1,49 triệu đồng": only the scale is said twice.
    if not base_of(one.unit) and scale_of(one.unit) and base_of(other.unit):
        one = one._replace(unit=f"{one.unit} {base_of(other.unit)}")
    if not base_of(other.unit) and scale_of(other.unit) and base_of(one.unit):
        other = other._replace(unit=f"{other.unit} {base_of(one.unit)}")
    return one, other


def lent(number: Number, other: Number) -> str:
    """Return the unit that a bare number has of another: ``từ 500.000 đến 3 triệu đồng``.

    One that is far greater than the other is written out in full; it has not its scale.
    """
    full = scale_of(other.unit) and number.value > other.value * _FAR
    return base_of(other.unit) or "đồng" if full else other.unit


_FAR = 1000


def comparable(one: Number, other: Number) -> bool:
    """Say whether two numbers name the same unit, both of them."""
    return bool(one.unit and other.unit) and same_base(one.unit, other.unit)


def is_time(number: Number) -> bool:
    """Say whether a number is a length of time."""
    return number.unit.split(" ")[0] in TIME_UNITS


def positions(symbols: str, wanted: str) -> Iterator[int]:
    """Yield where any of some symbols stand."""
    return (i for i, symbol in enumerate(symbols) if symbol in wanted)


def words_after(scene: Scene, position: int) -> list[str]:
    """Return the words that go on after a number's unit, up to the next mark or digit."""
    number = scene.number(position)
    rest = _MARK.split(scene.line.text[number.end : number.end + 60], maxsplit=1)[0]
    found = []
    for word in rest.lower().split():
        if word in STOP_WORDS:
            break
        found.append(word)
    return found


def words_after_are_time(scene: Scene, position: int) -> bool:
    """Say whether a number goes on with when or where it was so: ``20% trong năm qua``."""
    end = scene.number(position).end
    rest = scene.line.text[end : end + 24].split(None, 1)
    return bool(rest) and rest[0].lower() in WHEN


WHEN = words_of("trong sau trước kể chỉ khi vì do nhờ tại ở vào từ đến cho mỗi mà nên giữa")

_MARK = Pattern(r"[^\w\s]|\d")
