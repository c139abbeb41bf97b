"""Cells of a workbook that show something else than they hold.

Typed into Excel, 95% is kept as 0.95, 12/2026 as the first of December, and a formula that no
program has worked out yet as nothing.
"""

from __future__ import annotations

from briefing.reading.compound import SIGNATURE
from briefing.reading.formats import SheetLook
from briefing.reading.shown_ods import unclear_in_ods
from briefing.reading.shown_xls import unclear_in_xls
from briefing.reading.shown_xlsx import unclear_in_xlsx


def looks(content: bytes) -> dict[str, SheetLook]:
    """Return what each sheet looks like, by its title.

    Expects bytes that were looked over; raises whatever the standard library raises for those that
    are no workbook.
    """
    if content.startswith(SIGNATURE):
        return unclear_in_xls(content)
    if not content.startswith(b"PK"):
        return {}
    found = unclear_in_xlsx(content) or unclear_in_ods(content)
    if not found:
        raise ValueError("no sheets")
    return found
