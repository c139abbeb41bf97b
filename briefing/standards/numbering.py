"""The marks that stand before headings and points, and a standard with a scheme of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal

from briefing.program_data import table_beside
from briefing.standards.standard import NumberingStyle, OutlineLevel, Standard
from briefing.values import record

DEEPEST = 5
"""How many levels of headings a document has at the most."""


@record
class NumberMark:
    """What counts the headings or points of a row, by the first of them as it is printed.

    ``above`` is how many levels above join in (``1.1.``), ``cited`` what a reference says,
    ``native`` whether Word counts it.
    """

    name: str
    numbering: NumberingStyle
    label: str
    like: int
    above: int = 0
    apart: bool = False
    cited: str = "mục {}"
    native: bool = True
    use: Literal["sections", "points", "both"] = "both"


@cache
def marks() -> Mapping[str, NumberMark]:
    """Return every mark by its name."""
    table = table_beside(__file__, "numbering.toml")
    return {name: NumberMark(name, **said) for name, said in table.items()}


def marks_of(use: Literal["sections", "points"]) -> tuple[str, ...]:
    """Return the names of the marks that sections, or points, can bear."""
    return tuple(name for name, mark in marks().items() if mark.use in (use, "both"))


def misplaced_mark(scheme: Iterable[str]) -> str | None:
    """Return the first mark of a scheme that joins in levels above which are not there."""
    names = list(scheme)
    for at, name in enumerate(names):
        above = marks()[name].above
        if above and (not at or marks()[names[at - 1]].numbering != "arabic"):
            return name
        if above and marks()[names[at - 1]].above != above - 1:
            return name
    return None


# Hundreds of reports of one body share one standard and one scheme.
@lru_cache(maxsize=64)
def numbered(standard: Standard, scheme: tuple[str, ...]) -> Standard:
    """Return a standard whose headings bear the marks of a scheme, level by level.

    Sizes, weights and capitals stay the law's: each mark takes those of the level that it is like.
    """
    if not scheme:
        return standard
    own = standard.outline
    levels = (_level(marks()[name], own[marks()[name].like - 1]) for name in scheme)
    return replace(standard, outline=tuple(levels))


def _level(mark: NumberMark, like: OutlineLevel) -> OutlineLevel:
    return replace(
        like,
        # "Hai là, về xã hội": words go on behind words.
        case="continued" if mark.numbering == "words" else like.case,
        numbering=mark.numbering,
        label=mark.label,
        above=mark.above,
        apart=mark.apart,
        cited=mark.cited,
        native=mark.native,
    )
