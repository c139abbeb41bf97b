"""Titles in lines of about one length, which every engine breaks at the same places."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from briefing.layout.metrics import Face, text_width
from briefing.layout.names import joins
from briefing.vietnamese import GLUE

_SLACK = 0.03
"""By how much of its width a line may be measured wrong."""

_UNEVEN, _DOUBT = 1.2, 2.0
"""How far from balanced lines may be, as a share, and what a share less of slack costs."""

_AMID, _JOINED = 0.06, 0.2
"""What a break costs where nothing is set off, and what more after a word that joins."""


def balanced(text: str, size: float, face: Face, room: float) -> tuple[float, list[float]]:
    """Return a narrow room in which a text takes no more lines, and how wide each is there.

    A title of two lines reads best when they are about as long as each other and the first ends
    where something is set off, not with a word that joins. Engines measure a little apart, so the
    room is somewhat wider than its lines and somewhat narrower than what would take a word more.
    """
    blank, said = text_width(" ", size, face), text.split(" ")
    words = [text_width(word, size, face) for word in said]
    lines = _wrapped(words, blank, room)
    count = len(lines)
    if count == 1:
        return room, lines
    low, high = room / count, room
    while high - low > 1:
        middle = (low + high) / 2
        fits = len(_wrapped(words, blank, middle)) <= count
        low, high = (low, middle) if fits else (middle, high)
    narrow = _steady(words, blank, [*map(_break_after, said)], (high, room))
    return narrow, _wrapped(words, blank, narrow)


def _steady(
    words: Sequence[float], blank: float, ends: Sequence[float], rooms: tuple[float, float]
) -> float:
    """Return the room between two in which lines are about alike, end well and surely break so."""
    least, most = rooms
    at, found = least, []
    while at <= min(least * _UNEVEN, most):
        breaks, widest, wider = _breaks(words, blank, at)
        slack = min((min(wider, most) / widest - 1) / 2, _SLACK)
        broken = sum(ends[at - 1] for at in breaks) / len(breaks)
        cost = widest / least + _DOUBT * (_SLACK - slack) + broken
        found.append((cost, widest * (1 + slack)))
        at = wider
    return min(found)[1]


def _break_after(words: str) -> float:
    """Return what a break after words that hold together costs."""
    if words.endswith((",", ";", ":")):
        return 0.0
    return _AMID + _JOINED * joins(words.rpartition(GLUE)[2])


def _breaks(words: Sequence[float], blank: float, room: float) -> tuple[list[int], float, float]:
    """Return after how many words lines end in a room, the widest line, and the next wider room.

    In that another word goes up.
    """
    breaks, line, widest, wider = [], words[0], 0.0, inf
    for at, word in enumerate(words[1:], start=1):
        grown = line + blank + word
        if grown > room:
            breaks.append(at)
            widest, wider = max(widest, line), min(wider, grown)
        line = grown if grown <= room else word
    return breaks, max(widest, line), wider


def _wrapped(words: Sequence[float], blank: float, room: float) -> list[float]:
    """Return the widths of the lines that words take in a room, each as full as it goes."""
    lines = [words[0]]
    for word in words[1:]:
        grown = lines[-1] + blank + word
        if grown <= room:
            lines[-1] = grown
        else:
            lines.append(word)
    return lines
