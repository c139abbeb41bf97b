"""How the two columns of the letterhead share the line, and where the names in them break.

What must stay on one line takes its room first: national name and motto, place and date on the
right, the number on the left (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1, II.3, II.4).
The names on the left get the rest, and more than their usual share where that saves them a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.document import Frame, Line, plain
from briefing.layout.glue import reworded, without_end_blanks
from briefing.layout.metrics import face_of, text_width
from briefing.layout.names import glued, name_lines
from briefing.standards import Component, Standard
from briefing.vietnamese import BLANK, GLUE

FILL = 0.97
"""The most of its column that a line fills which must not break: engines measure a little apart."""

GUTTER = 10.0
"""Between the columns, in points: names on both sides never touch."""

_USUAL_RIGHT = 0.55
"""The right column's usual share of the text width."""

_BLANKS = (len(BLANK), 5, 4)
"""How many no-break spaces stand for a day or month to be filled in, fewer where it is tight."""


@dataclass(frozen=True, slots=True)
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
        self._names = [
            *(("parent", line) for line in frame.parent),
            *(("issuer", _with_dash(line)) for line in frame.issuer),
        ]

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
        broken = [self._broken(part, line, left - GUTTER) for part, line in self._names]
        names = [_glued(line, lines) for (_, line), lines in zip(self._names, broken, strict=True)]
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

    def _number_in(self, room: float) -> Line:
        """Return the number with as many blanks to be filled in as find room."""
        for number in _with_blanks(self._frame.number):
            if self._widest([("number", plain(number))]) / FILL <= room:
                break
        return number

    def _broken(self, part: str, line: Line, room: float) -> tuple[str, ...]:
        rules = self._standard.components[part]
        return name_lines(plain(line), rules.size, face_of(rules), room)


def _with_dash(line: Line) -> Line:
    """Return a name held to the dash at its end, after which another body is named."""
    text = plain(line)
    return reworded(line, f"{text[:-2]}{GLUE}-") if text.endswith(" -") else line


def name_line(line: Line, rules: Component, room: float) -> Line:
    """Return a name, post or body, so that it breaks as a clerk breaks it in ``room`` points."""
    return _glued(line, name_lines(plain(line), rules.size, face_of(rules), room))


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
