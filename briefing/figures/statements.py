"""The kinds of statement that reports make about numbers.

One type a kind, the same whether it is printed from a figure or read from a text. The slash alone
has three of them: part of a whole (771/778 vụ), two units side by side (35 vụ/47 đối tượng), this
period against the one before (409/443 vụ).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing.report import Direction


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things, acts or measures: ``3.313 cuộc``, ``gần 50 hung khí``, ``61,475 kg``."""

    value: Decimal
    unit: str
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage of its own: ``đạt 98,3%``; ``of`` is the base in words when it is named."""

    percent: Decimal
    qualifier: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Fraction:
    """A part of a whole, with the rate stated beside it if any: ``771/778 vụ (đạt 92,2%)``.

    ``distant`` says that the whole stands in an earlier clause, so that the two belong together
    by inference only.
    """

    part: Decimal
    whole: Decimal
    unit: str
    rate: Rate | None = None
    qualifier: str = ""
    distant: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two counts of different units beside each other; never divided."""

    first: Count
    second: Count


@dataclass(frozen=True, slots=True)
class Pair:
    """A value of this period against the same period before: ``(409/443 vụ)``."""

    now: Decimal
    before: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change against an earlier period, by amount, by percent, or both.

    ``percent`` is unsigned: the word carries the sign, and ``qualifier`` belongs to it. ``sign``
    is a sign printed inside brackets.
    ``detected`` is crime that exists only when found: more of it is an achievement.
    """

    direction: Direction
    amount: Count | None = None
    percent: Decimal | None = None
    pair: Pair | None = None
    sign: str = ""
    detected: bool = False
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """No change: ``không thay đổi (26/26)``."""

    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class AgainstTarget:
    """Above or below a target: ``vượt 20% chỉ tiêu``; ambiguous as printed, so never computed."""

    percent: Decimal
    above: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a total: ``chiếm 61,2%``."""

    percent: Decimal
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class AllCriteria:
    """``giảm cả 3 tiêu chí``, with the changes stated beside it."""

    direction: Direction
    count: int
    changes: tuple[Change, ...] = ()


Content = (
    Count
    | Rate
    | Fraction
    | SideBySide
    | Pair
    | Change
    | Unchanged
    | AgainstTarget
    | Share
    | AllCriteria
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement found in a text, with the offsets between which it stands."""

    content: Content
    start: int
    end: int
    quote: str

    @property
    def kind(self) -> str:
        """The name of the kind, as lists of statements show it."""
        return type(self.content).__name__
