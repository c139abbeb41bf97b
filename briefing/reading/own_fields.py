"""The fields of packs and kinds that a form was made with."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.forms.own_fields import from_lines
from briefing.forms.workbooks import FIELD, HIDDEN
from briefing.kinds import OwnField
from briefing.reading.grids import SheetPage


def fields_kept(pages: Iterable[SheetPage]) -> tuple[OwnField, ...]:
    """Return the fields that a form keeps, so that its sheets are known without its pack."""
    kept = (page.grid for page in pages if page.title == HIDDEN)
    return from_lines(
        str(cells[1]) for grid in kept for cells in grid if len(cells) > 1 and cells[0] == FIELD
    )
