"""What became of the page that a browser shows: of each part the units that are others now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.library import HtmlPage, PagePart


def sheets_since(pages: Mapping[int, HtmlPage], have: int) -> dict[str, Any] | None:
    """Return what makes the last of the pages of the one that a browser has, by their numbers.

    ``None`` where it has the last one; one that is not known any longer is as none.
    """
    last = max(pages, default=0)
    if have == last:
        return None
    page, before = pages[last], pages.get(have)
    old: list[PagePart | None] = [*(before.parts if before else ()), *[None] * len(page.parts)]
    return {
        "number": last,
        "of": have if before else 0,
        "title": page.title,
        "language": page.language,
        "rules": None if before and page.rules == before.rules else page.rules,
        "parts": [_since(was, now) for was, now in zip(old, page.parts, strict=False)],
    }


def _since(was: PagePart | None, now: PagePart) -> dict[str, Any]:
    """Return how many units of a part stay at its beginning and at its end, and those between."""
    old = was.units if was else ()
    most = min(len(old), len(now.units))
    start = _alike(old, now.units, most)
    end = _alike(old[::-1], now.units[::-1], most - start)
    units = now.units[start : len(now.units) - end]
    return {"kind": now.kind, "start": start, "end": end, "units": units}


def _alike(some: Sequence[str], others: Sequence[str], most: int) -> int:
    pairs = zip(some[:most], others[:most], strict=True)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
