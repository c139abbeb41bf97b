"""Titles in lines of about one length, which every engine breaks at the same places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from briefing.layout.metrics import Face, text_width
from briefing.layout.names import joins
from briefing.values import record
from briefing.vietnamese import GLUE, STIFF_HYPHEN

_SLACK = 0.03
"""By how much of its width a line may be measured wrong."""

_LEAST_SLACK = 0.003
"""What a line has beyond its width in any case, so that no rounding moves a word down."""

_UNEVEN, _DOUBT = 1.2, 2.0
"""How far from balanced lines may be, as a share, and what a share less of slack costs."""

_AMID, _JOINED, _NAMED = 0.06, 0.2, 0.4
"""What a break costs where nothing is set off, what more after a word that joins, in a name."""


def balanced(text: str, size: float, face: Face, room: float) -> tuple[float, list[float]]:
    """Return a narrow room in which a text takes no more lines, and how wide each is there.

    A title of two lines reads best when they are about as long as each other and the first ends
    where something is set off, not with a word that joins. Engines measure a little apart, so the
    room is somewhat wider than its lines and somewhat narrower than what would take a word more.
    """
    return _balanced(_measured(text.split(" "), size, face), text_width(" ", size, face), room)


@record
class _Words:
    """Words that hold together: their width, the least of any engine, what a break after costs."""

    width: float
    least: float
    end: float


@record
class _Setting:
    """The lines in a room: the widest, what their ends cost, the rooms that take a word more.

    ``surely`` is the least such room of any engine.
    """

    widest: float
    ends: float
    wider: float
    surely: float


def _balanced(words: Sequence[_Words], blank: float, room: float) -> tuple[float, list[float]]:
    widths = [word.width for word in words]
    lines = _wrapped(widths, blank, room)
    count = len(lines)
    if count == 1:
        return room, lines
    low, high = room / count, room
    while high - low > 1:
        middle = (low + high) / 2
        fits = len(_wrapped(widths, blank, middle)) <= count
        low, high = (low, middle) if fits else (middle, high)
    narrow = _steady(words, blank, (high, room))
    return narrow, _wrapped(widths, blank, narrow)


def _measured(said: Sequence[str], size: float, face: Face) -> list[_Words]:
    measured = []
    for words, after in zip(said, (*said[1:], ""), strict=True):
        width = least = text_width(words, size, face)
        if GLUE in words or STIFF_HYPHEN in words:
            # Not every engine gives bound blanks and hyphens more room.
            least = text_width(words.replace(GLUE, " ").replace(STIFF_HYPHEN, "-"), size, face)
        measured.append(_Words(width, least, _break_between(words, after)))
    return measured


def _break_between(before: str, after: str) -> float:
    if before.endswith((",", ";", ":")):
        return 0.0
    last = before.rpartition(GLUE)[2]
    named = last[:1].isupper() and after[:1].isupper() and not last.isupper()
    return _AMID + _JOINED * joins(last) + _NAMED * named


def steadied(text: str, size: float, face: Face, room: float) -> tuple[str, float, list[float]]:
    """Return a text whose lines begin with more than may move up, and as ``balanced`` sets it.

    Where the first words of a line might find room on the one above in some engine, the next are
    bound to them.
    """
    said, blank = text.split(" "), text_width(" ", size, face)
    words = _measured(said, size, face)
    narrow, lines = _balanced(words, blank, room)
    bonds, start = [" "] * len(said), 0
    needed = max(lines) * (1 + 2 * _SLACK)
    for line, below in pairwise(_dealt(words, blank, narrow)):
        start += len(line)
        taken = sum(word.least + blank for word in line) + below[0].least
        for place, word in enumerate(below[1:], start + 1):
            if taken >= needed:
                break
            bonds[place] = GLUE
            taken += blank + word.least
    if GLUE not in bonds:
        return text, narrow, lines
    steady = "".join(f"{bond}{word}" for bond, word in zip(bonds, said, strict=True))[1:]
    return steady, *balanced(steady, size, face, room)


def _dealt(words: Sequence[_Words], blank: float, room: float) -> list[list[_Words]]:
    """Return the words of each line in a room."""
    lines, used = [[words[0]]], words[0].width
    for word in words[1:]:
        used += blank + word.width
        if used > room:
            lines.append([])
            used = word.width
        lines[-1].append(word)
    return lines


def _steady(words: Sequence[_Words], blank: float, rooms: tuple[float, float]) -> float:
    """Return the room between two in which lines are about alike, end well and surely break so."""
    least, most = rooms
    at, found = least, []
    while at <= min(least * _UNEVEN, most):
        set_so = _set(words, blank, at)
        slack = min((min(set_so.surely, most) / set_so.widest - 1) / 2, _SLACK)
        cost = set_so.widest / least + _DOUBT * (_SLACK - slack) + set_so.ends
        found.append((cost, min(set_so.widest * (1 + max(slack, _LEAST_SLACK)), most)))
        at = set_so.wider
    return min(found)[1]


def _set(words: Sequence[_Words], blank: float, room: float) -> _Setting:
    """Return how words are set in a room, each line as full as it goes."""
    line, least = words[0].width, words[0].least
    widest, wider, surely = 0.0, inf, inf
    ends: list[float] = []
    for before, word in pairwise(words):
        grown, grown_least = line + blank + word.width, least + blank + word.least
        if grown > room:
            ends.append(before.end)
            widest = max(widest, line)
            wider, surely = min(wider, grown), min(surely, grown_least)
            line, least = word.width, word.least
        else:
            line, least = grown, grown_least
    return _Setting(max(widest, line), sum(ends) / len(ends), wider, surely)


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
