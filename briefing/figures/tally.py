"""How many targets were reached: ``14/16 chỉ tiêu``, and which were not."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.figures.book import FigureBook
from briefing.figures.fulfilment import standing
from briefing.tracing import joined, through
from briefing.values import record
from briefing.vietnamese import continued

_UNIT = "chỉ tiêu"


def _standings(book: FigureBook) -> dict[str, str | None]:
    """Return how each target of a row stands; parts of another row are not counted again."""
    return {
        name: standing(book, name)
        for name, figure in book.figures.items()
        if figure.row and figure.target is not None and figure.parent is None
    }


def undecided(book: FigureBook) -> list[str]:
    """Return the names of the rows of which nothing says whether their target was reached."""
    return [name for name, said in _standings(book).items() if said is None]


def _counted(*wanted: str) -> Callable[[FigureBook], str | None]:
    def tell(book: FigureBook) -> str | None:
        found = [*_standings(book).values()]
        # A target that nothing decides would be counted as missed, or left out of the whole.
        if not found or None in found:
            return None
        number = sum(said in wanted for said in found)
        return f"{number}/{len(found)} {_UNIT}"

    return tell


def _missed(book: FigureBook) -> str | None:
    found = _standings(book)
    if not found or None in found.values():
        return None
    labels = [book.figures[name].label for name, said in found.items() if said == "chưa đạt"]
    return joined([through(continued, label) for label in labels], "; ") or f"không có {_UNIT} nào"


TALLIES: dict[str, Callable[[FigureBook], str | None]] = {
    "targets_met": _counted("đạt", "vượt"),
    "targets_exceeded": _counted("vượt"),
    "targets_missed": _counted("chưa đạt"),
    "missed_targets": _missed,
}
"""What a sentence can say of all targets together, by its name in braces."""


@record
class Score:
    """How many of some targets were reached, exceeded or missed; ``open`` are the undecided."""

    reached: int
    exceeded: int
    missed: int
    open: int

    @property
    def total(self) -> int:
        """How many targets there are."""
        return self.reached + self.exceeded + self.missed + self.open

    @property
    def told(self) -> dict[str, int]:
        """The numbers of a score as findings tell them."""
        met = self.reached + self.exceeded
        return {"met": met, "total": self.total, "exceeded": self.exceeded, "missed": self.missed}

    def fits(self, number: int, how: str) -> bool:
        """Say whether so many may be said: ``met`` and exceeded, ``done``, ``missed``, ``all``.

        Who says "đạt" means those that were exceeded too, or not; without a word it may be any.
        """
        met = self.reached + self.exceeded
        known = {
            "met": [met],
            "exceeded": [self.exceeded],
            "done": [met, self.reached],
            "missed": [self.missed],
            "all": [self.total - self.open],
        }
        counts = known.get(how) or [each for some in known.values() for each in some]
        return any(count <= number <= count + self.open for count in counts)


def scores_of(book: FigureBook) -> list[Score]:
    """Return the score of all targets of rows, then those of other ways to count them.

    Parts of a row may be counted as well, and each group or plan by itself.
    """
    figures = {
        name: figure
        for name, figure in book.figures.items()
        if figure.row and figure.target is not None
    }
    whole = [name for name, figure in figures.items() if figure.parent is None]
    if not whole:
        return []
    some: dict[tuple[str, str], list[str]] = {}
    for name in whole:
        target = figures[name].target
        for key in (("group", figures[name].group), ("word", target and target.word)):
            some.setdefault((key[0], key[1] or ""), []).append(name)
    return [_score(book, names) for names in (whole, list(figures), *some.values())]


def _score(book: FigureBook, names: Iterable[str]) -> Score:
    said = [standing(book, name) for name in names]
    return Score(said.count("đạt"), said.count("vượt"), said.count("chưa đạt"), said.count(None))
