"""How many targets were reached: ``14/16 chỉ tiêu``, and which were not."""

from __future__ import annotations

from collections.abc import Callable

from briefing.figures.book import FigureBook
from briefing.figures.fulfilment import standing
from briefing.tracing import joined, through
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
