"""How long the frames of stamps are.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.2.
"""

from __future__ import annotations

from briefing.document import Line, plain
from briefing.layout.metrics import face_of, text_width
from briefing.standards import Standard

_PADDING = 8.0
"""On either side of words whose frame the law does not measure, in points."""


def stamp_length(component: str, line: Line, standard: Standard) -> float:
    """Return how long the frame of a stamp is, in points, or what its words take."""
    known = standard.stamps.get(plain(line))
    if known is not None:
        return known * 72 / 25.4
    rules = standard.components[component]
    return text_width(rules.cased(plain(line)), rules.size, face_of(rules)) + 2 * _PADDING
