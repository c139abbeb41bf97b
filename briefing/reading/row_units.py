"""Numbers of a row of a form whose cells show a unit: held against the unit of the row."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.forms.sheet import Column
from briefing.reading.cells import Cell, Worded, is_blank
from briefing.reading.unit_words import in_other_unit, shows_unit

_IN_UNIT = frozenset(
    (
        *("value", "up_to", "exact", "out_of", "previous", "change.amount", "so_far"),
        *("next_plan", "next_plan_up_to", "plan", "goal", "actual", "estimate"),
    )
)
"""Numbers that are in the unit of their row."""
_EITHER = frozenset(("target.value", "target.up_to"))
"""Numbers that are in the unit of their row, or percentages."""


def in_unit_of_row(cells: list[Cell], heads: Mapping[int, Column]) -> list[Cell]:
    """Return the cells of a row; one that shows another unit than the row has is marked."""
    if not any(isinstance(cell, Worded) for cell in cells):
        return cells
    units = [cells[at] for at, column in heads.items() if column.path == "unit"]
    if not units:
        return cells
    unit = "" if is_blank(units[0]) else " ".join(str(units[0]).split())
    paths = {at: column.path for at, column in heads.items()}
    return [_held(cell, paths.get(at, ""), unit) for at, cell in enumerate(cells)]


def _held(cell: Cell, path: str, unit: str) -> Cell:
    if not isinstance(cell, Worded) or path not in _IN_UNIT | _EITHER:
        return cell
    fits = shows_unit(cell, unit) or (path in _EITHER and shows_unit(cell, "%"))
    return cell if fits else in_other_unit(cell, unit)
