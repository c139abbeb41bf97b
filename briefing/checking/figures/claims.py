"""What a figure states beside its numbers, each claim with the exact number it must agree with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefing.figures import Agreement, FigureBook, compare, swapped_digits
from briefing.report import Figure
from briefing.vietnamese import format_number, places, round_half_up


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated number in percent (or in points), and what the other numbers give.

    ``how`` shows the arithmetic; ``likely`` is a correction of a slip of the keys, for the author
    to look at, never applied.
    """

    key: str
    rule: str
    how: str
    stated: Decimal
    exact: Decimal
    qualifier: str = ""
    likely: str = ""

    @property
    def computed(self) -> Decimal:
        """The exact number rounded half up to the places of the stated one."""
        return round_half_up(self.exact, places(self.stated))

    @property
    def agreement(self) -> Agreement:
        """How the stated number agrees with the exact one."""
        return compare(self.stated, self.exact, self.qualifier)


def claims(book: FigureBook, name: str) -> Iterator[Claim]:
    """Yield the claims of a figure that its numbers can decide."""
    figure = book.figures[name]
    yield from _rate(figure)
    yield from _change(book, name)
    yield from _share(book, figure)
    yield from _target(figure)


def _rate(figure: Figure) -> Iterator[Claim]:
    if figure.rate is None or figure.value is None or not figure.out_of:
        return
    # An approximate numerator decides nothing.
    if figure.qualifier:
        return
    whole = format_number(figure.out_of)
    exact = figure.value / figure.out_of * 100
    likely = ""
    if compare(figure.rate, exact, figure.rate_qualifier or "") is Agreement.CONTRADICTED:
        swapped = swapped_digits(figure.value, figure.out_of, figure.rate)
        likely = f"{format_number(swapped)}/{whole}" if swapped is not None else ""
    how = f"{format_number(figure.value)}/{whole}"
    qualifier = figure.rate_qualifier or ""
    yield Claim("rate", "figures/stated-rate", how, figure.rate, exact, qualifier, likely)


def _change(book: FigureBook, name: str) -> Iterator[Claim]:
    figure, previous = book.figures[name], book.previous(name)
    stated = figure.change
    if stated is None or stated.percent is None or figure.value is None or not previous:
        return
    if figure.qualifier:
        return
    exact = abs(figure.value - previous) / previous * 100
    how = f"({format_number(figure.value)} - {format_number(previous)})/{format_number(previous)}"
    yield Claim("change", "figures/stated-change", how, stated.percent, exact)


def _share(book: FigureBook, figure: Figure) -> Iterator[Claim]:
    whole = book.figures.get(figure.share_of or "")
    if figure.share is None or whole is None or not whole.value or figure.value is None:
        return
    if figure.qualifier or whole.qualifier:
        return
    how = f"{format_number(figure.value)}/{format_number(whole.value)}"
    exact = figure.value / whole.value * 100
    yield Claim("share", "figures/stated-share", how, figure.share, exact)


def _target(figure: Figure) -> Iterator[Claim]:
    """Yield by how many points a rate is above its target.

    Of counts, "vượt 275%" is said both for 275% of the target and for 275% more: undecidable.
    """
    target = figure.target
    if target is None or target.stated_over is None or target.of != "rate":
        return
    if figure.rate is not None and not figure.rate_qualifier:
        how = f"{format_number(figure.rate)} - {format_number(target.value)}"
        exact = figure.rate - target.value
        yield Claim("target", "figures/stated-target", how, target.stated_over, exact)
