"""How the two columns of the letterhead share the line, and where the names in them break.

What must stay on one line takes its room first: national name and motto, place and date on the
right, the number on the left (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1, II.3, II.4).
The names on the left get the rest, and more than their usual share where that saves them a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from briefing.document import Frame, Line, Run, plain
from briefing.layout.glue import reworded, without_end_blanks
from briefing.layout.metrics import face_of, text_width
from briefing.layout.names import glued, keeps_phrases, name_lines
from briefing.standards import Component, Standard
from briefing.values import record
from briefing.vietnamese import BLANK, GLUE

FILL = 0.97
"""The most of its column that a line fills which must not break: engines measure a little apart."""

GUTTER = 10.0
"""Between the columns, in points: names on both sides never touch."""

_USUAL_RIGHT = 0.55
"""The right column's usual share of the text width."""

_BLANKS = (len(BLANK), 5, 4)
"""How many no-break spaces stand for a day or month to be filled in, fewer where it is tight."""


@record
class Letterhead:
    """The two columns as they are printed; widths in points, that on the left with the gutter.

    ``lines`` says how many lines of names stand on the left, ``last`` how wide the lowest is,
    ``broken`` how many of the lines that should stay whole do not.
    """

    left: float
    right: float
    parent: tuple[Line, ...]
    issuer: tuple[Line, ...]
    number: Line
    place_date: Line
    lines: int
    last: float
    broken: int


def split_letterhead(frame: Frame, standard: Standard, width: float) -> Letterhead:
    """Return the letterhead set in ``width`` points.

    The first way is taken that breaks no date or number, then the one of fewest lines.
    """
    ways = _Splitter(frame, standard, width).ways()
    best = next(ways)
    for way in ways:
        if not best.broken and best.lines == len(frame.parent) + len(frame.issuer):
            break
        if (way.broken, way.lines) < (best.broken, best.lines):
            best = way
    return best


class _Splitter:
    def __init__(self, frame: Frame, standard: Standard, width: float) -> None:
        self._frame = frame
        self._standard = standard
        self._width = width
        self._bodies = [*_bodies(frame.issuer)]
        self._names = [("parent", line) for line in frame.parent]
        self._names += chain.from_iterable(self._bodies)

    def ways(self) -> Iterator[Letterhead]:
        """Yield the ways to share the line: the usual one, then those that leave the left more."""
        strings, nation = self._standard.strings, self._standard.forms.nation
        national = self._widest((part, strings[part]) for part in nation) / FILL
        word = self._widest((part, word) for part, line in self._names for word in _words(line))
        most = max(self._width - GUTTER - max(self._number, word), national)
        for date in _dates(self._frame.place_date):
            least = max(self._date(date), national)
            # A date that finds no room at all takes none from the left: it takes two lines.
            for right in (max(least, self._width * _USUAL_RIGHT), least, national):
                yield self._set(min(right, most), date)

    @property
    def _number(self) -> float:
        return self._widest([("number", plain(self._frame.number))]) / FILL

    def _date(self, date: Line) -> float:
        return self._widest([("place_date", plain(date))]) / FILL

    def _widest(self, texts: Iterable[tuple[str, str]]) -> float:
        widths = []
        for part, text in texts:
            rules = self._standard.components[part]
            widths.append(text_width(rules.cased(text), rules.size, face_of(rules)))
        return max(widths, default=0.0)

    def _set(self, right: float, date: Line) -> Letterhead:
        left = self._width - right
        said = [*self._set_names(left - GUTTER)]
        broken = [lines for _, _, lines in said]
        names = [_glued(line, lines) for _, line, lines in said]
        parents = len(self._frame.parent)
        return Letterhead(
            left=left,
            right=right,
            parent=tuple(names[:parents]),
            issuer=tuple(names[parents:]),
            number=self._number_in(left - GUTTER),
            place_date=without_end_blanks(date),
            lines=sum(map(len, broken)),
            last=self._widest([("issuer", broken[-1][-1])]),
            broken=(self._number > left - GUTTER) + (self._date(date) > right),
        )

    def _set_names(self, room: float) -> Iterator[tuple[str, Line, tuple[str, ...]]]:
        """Yield the names and what they break into.

        The lines of one body that break themselves are one where that saves a line and parts none
        of the words that names are made of.
        """
        parents = [[("parent", line)] for line in self._frame.parent]
        for body in [*parents, *self._bodies]:
            apart = [(part, line, self._broken(part, line, room)) for part, line in body]
            part, whole = body[0][0], _in_one([line for _, line in body])
            lines = self._broken(part, whole, room)
            saves = len(body) < len(lines) < sum(len(each) for _, _, each in apart)
            yield from [(part, whole, lines)] if saves and keeps_phrases(lines) else apart

    def _number_in(self, room: float) -> Line:
        """Return the number with as many blanks to be filled in as find room."""
        for number in _with_blanks(self._frame.number):
            if self._widest([("number", plain(number))]) / FILL <= room:
                break
        return number

    def _broken(self, part: str, line: Line, room: float) -> tuple[str, ...]:
        rules = self._standard.components[part]
        return name_lines(plain(line), rules.size, face_of(rules), room)


def _bodies(lines: Iterable[Line]) -> Iterator[list[tuple[str, Line]]]:
    """Yield the lines of each body that issues; a dash after one tells that another follows.

    The dash is held to the name before it.
    """
    body: list[tuple[str, Line]] = []
    for line in lines:
        text = plain(line)
        ends = text.endswith(" -")
        body.append(("issuer", reworded(line, f"{text[:-2]}{GLUE}-") if ends else line))
        if ends:
            yield body
            body = []
    if body:
        yield body


def _in_one(lines: Sequence[Line]) -> Line:
    """Return lines as one, with a blank between them."""
    joined = lines[0]
    for line in lines[1:]:
        joined = (*joined, Run(" "), *line)
    return joined


def name_line(line: Line, rules: Component, room: float) -> Line:
    """Return a name, post or body, so that it breaks as a clerk breaks it in ``room`` points."""
    return _glued(line, name_lines(plain(line), rules.size, face_of(rules), room * FILL))


def _glued(line: Line, lines: Sequence[str]) -> Line:
    """Return a name that breaks into these lines; what asks for a missing one breaks as it will."""
    return line if any(run.gap for run in line) else reworded(line, glued(lines))


def _words(line: Line) -> list[str]:
    return plain(line).split(" ")


def _with_blanks(line: Line) -> Iterator[Line]:
    """Yield a line with ever fewer blanks for what is to be filled in."""
    for blanks in _BLANKS:
        yield tuple(replace(run, text=run.text.replace(BLANK, BLANK[:blanks])) for run in line)


def _dates(line: Line) -> Iterator[Line]:
    """Yield place and date from the widest to the narrowest.

    They break before the day only; where all is tight, ordinary blanks do, for no-break spaces are
    wider than those in some engines when they are italic.
    """
    for narrow in _with_blanks(line):
        place, day, date = plain(narrow).partition(", ngày")
        yield reworded(narrow, place + day + date.replace(" ", GLUE))
    yield narrow
