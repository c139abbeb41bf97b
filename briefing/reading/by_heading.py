"""The columns of a sheet by the words of their headings, as they are and as they were."""

from __future__ import annotations

from briefing.forms.sheet import Column, Sheet
from briefing.reading.cells import words


def named_columns(sheet: Sheet) -> dict[str, Column]:
    """Return the columns or items of a sheet by what their headings say, also in older forms."""
    former = {words(said): column for column in sheet.columns for said in column.former}
    return former | {words(column.heading): column for column in sheet.columns}
