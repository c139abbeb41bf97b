"""The kinds of statement that reports make about numbers.

One type a kind, the same whether it is printed from a figure or read from a text. The slash alone
has three of them: part of a whole (771/778 vụ), two units side by side (35 vụ/47 đối tượng), this
period against the one before (409/443 vụ).
"""

from __future__ import annotations

from decimal import Decimal

from briefing.report import Direction
from briefing.values import record


@record
class Count:
    """A number of things, acts or measures: ``3.313 cuộc``, ``gần 50 hung khí``, ``61,475 kg``.

    ``up_to`` is the high end of a range: ``93 - 95%``.
    """

    value: Decimal
    unit: str
    qualifier: str = ""
    up_to: Decimal | None = None


@record
class Rate:
    """A percentage of its own: ``đạt 98,3%``; ``of`` is the base in words when it is named."""

    percent: Decimal
    qualifier: str = ""
    of: str = ""


@record
class Fraction:
    """A part of a whole, with the rate stated beside it if any: ``771/778 vụ (đạt 92,2%)``.

    ``qualifier`` belongs to the part, ``whole_qualifier`` to the whole; both are of one unit.
    """

    part: Decimal
    whole: Decimal
    unit: str
    rate: Rate | None = None
    qualifier: str = ""
    whole_qualifier: str = ""


@record
class SideBySide:
    """Two counts of different units beside each other; never divided."""

    first: Count
    second: Count


@record
class Pair:
    """A value of this period against the same period before: ``(409/443 vụ)``."""

    now: Decimal
    before: Decimal
    unit: str = ""
    qualifier: str = ""
    before_qualifier: str = ""


@record
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


@record
class Unchanged:
    """No change: ``không thay đổi (26/26)``."""

    pair: Pair | None = None


@record
class AgainstTarget:
    """Above or below a target: ``vượt 20% chỉ tiêu``; ambiguous as printed, so never computed."""

    percent: Decimal
    above: bool


@record
class Share:
    """A share of a total: ``chiếm 61,2%``."""

    percent: Decimal
    qualifier: str = ""


@record
class AllCriteria:
    """``giảm cả 3 tiêu chí``, with the changes stated beside it."""

    direction: Direction
    count: int
    changes: tuple[Change, ...] = ()


@record
class Parts:
    """A total and parts of it: ``100 đối tượng, gồm 60 nam và 40 nữ``.

    ``complete`` says that the words leave no room for others (``gồm``, ``còn lại``), ``opposite``
    that the names of its two parts hardly do (``trong đó xuất khẩu …, nhập khẩu …``).
    """

    total: Count
    parts: tuple[Count, ...]
    complete: bool = True
    opposite: bool = False


@record
class Percents:
    """Percentages that together make a whole: ``60% đồng ý, còn lại 40% không``."""

    parts: tuple[Rate, ...]


@record
class Fulfilment:
    """A result against its plan: ``thu 90 tỷ đồng, bằng 90% dự toán (100 tỷ đồng)``.

    ``rate`` is what was reached, or with ``above`` what goes beyond; ``amount`` is by how much.
    """

    reached: Count
    aimed: Count
    rate: Rate | None = None
    amount: Count | None = None
    above: bool = False


@record
class Times:
    """A number that became so many times another: ``tăng gấp 3 lần, từ 20 lên 60``.

    ``loose`` stands for ``tăng 3 lần``, which is said of three times as much and of three more.
    """

    factor: Count
    pair: Pair
    loose: bool = False


@record
class Average:
    """A mean with what it is the mean of: ``10 ngày 50 lượt, bình quân 5 lượt/ngày``."""

    mean: Count
    total: Count
    number: Count


@record
class Range:
    """Two bounds: ``từ 20 đến 30%``."""

    low: Count
    high: Count


@record
class LunarYear:
    """The name of a year with its number: ``Tết Quý Mão 2023``."""

    name: str
    year: int


@record
class Unread:
    """Digits that make no number: ``5.378.7000``."""

    digits: str


StatementContent = (
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
    | Parts
    | Percents
    | Fulfilment
    | Times
    | Average
    | Range
    | LunarYear
    | Unread
)


@record
class Statement:
    """A statement found in a text, with the offsets between which it stands.

    ``sure`` says that its words tie its numbers together; otherwise they only may belong
    together, and nothing is held against it. ``why`` names what speaks against certainty, and
    ``near`` holds the other numbers of the sentence, any of which may have been meant. ``tight``
    says that a slash or brackets bind the numbers, whatever stands near, ``adjacent`` that they
    stand side by side with no words but those that bind them. ``checked`` of the ``numbers``
    between its offsets are those that it speaks of.
    """

    content: StatementContent
    start: int
    end: int
    quote: str
    sure: bool = True
    why: str = ""
    near: tuple[Count, ...] = ()
    tight: bool = False
    adjacent: bool = False
    checked: int = 0
    numbers: int = 0

    @property
    def kind(self) -> str:
        """The name of the kind, under which the catalogues have its words."""
        return type(self.content).__name__

    @property
    def claims(self) -> bool:
        """Whether it says more than one bare number, right or wrong."""
        return not isinstance(self.content, Count | Rate | Unread)
