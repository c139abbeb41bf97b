"""Numbers of the input that Markdown would take for the number of a list item, and drop."""

from __future__ import annotations

import re
from bisect import bisect_right

from briefing.tracing import spans_of

_ITEM = re.compile(r"^\s*(?:[-*+][ \t]+)*(\d{1,9})[.)][ \t].*$", re.MULTILINE)


def number_as_list(markdown: str) -> str:
    """Return the first line that begins with a fact and a stop, as the items of a list do."""
    facts = spans_of(markdown)
    lines = list(_ITEM.finditer(markdown)) if facts else []
    if not lines:
        return ""
    starts = [line.start(1) for line in lines]
    found = len(lines)
    for start, end, _ in facts:
        # A whole sentence that begins so is escaped, and no item of a list.
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < lines[at].end(1) and end <= lines[at].end(1):
            found = min(found, at)
    return lines[found][0].strip() if found < len(lines) else ""
