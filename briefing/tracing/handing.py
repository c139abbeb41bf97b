"""What functions make of traced values, and traced texts cut and changed by patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from briefing.tracing.marks import OPEN, unmarked, unmarked_whole
from briefing.tracing.text import Traced, TracedMarkup, TracedSpan, joined


def paths_of(value: object) -> tuple[str, ...]:
    """Return the facts that a text or a number states as a whole."""
    paths: tuple[str, ...] = getattr(value, "paths", ())
    return paths


def spans_of(text: str) -> tuple[TracedSpan, ...]:
    """Return the stretches of a text that state facts."""
    return text.spans if isinstance(text, Traced) else ()


def stating(text: str, *paths: str) -> Traced:
    """Return a text that also states some facts as a whole, before all that it states already."""
    kind = TracedMarkup if isinstance(text, Markup) else Traced
    if isinstance(text, Traced):
        return kind(text, paths + text.paths, text.inner)
    return kind(text, paths)


def carried(text: str, *sources: object) -> str:
    """Return a text that states as a whole what other values state."""
    if len(sources) == 1:
        [source] = sources
        return stating(text, *source.paths) if hasattr(source, "paths") else text
    paths = dict.fromkeys(path for source in sources for path in paths_of(source))
    return stating(text, *paths) if paths else text


def through(work: Callable[..., Any], text: str, *arguments: Any, **named: Any) -> Any:
    """Return what a function of one text makes of it; what it states as a whole goes along."""
    if not isinstance(text, Traced):
        return work(text, *arguments, **named)
    if type(text) is Traced and not text.inner:
        # So are most texts: one fact, one text.
        made = work(str(text), *arguments, **named)
        return Traced(made, text.paths) if type(made) is str else made
    if text.inner:
        bare: str = type(text)(text, (), text.inner)
    else:
        bare = Markup(str(text)) if isinstance(text, Markup) else str(text)  # noqa: S704
    made = work(bare, *arguments, **named)
    if made is bare:
        return text
    return stating(made, *text.paths) if text.paths and isinstance(made, str) else made


def settled(text: str) -> str:
    """Return a text with the marks of f-strings read back into facts."""
    if OPEN not in text:
        return text
    if not isinstance(text, Traced) and (whole := unmarked_whole(text)):
        return Traced(*whole)
    return settled_in_turn([text])[0]


def settled_in_turn(texts: Iterable[str]) -> list[str]:
    """Return texts with the marks of f-strings read back; they may go on from one to another."""
    return [
        Traced(plain, (), tuple(spans)) if spans else plain
        for plain, spans in unmarked([format(text) for text in texts])
    ]


def substituted(
    pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str], text: str
) -> str:
    """Return a text with each match of a pattern replaced."""
    if not isinstance(text, Traced):
        return pattern.sub(replacement, text)
    pieces: list[str] = []
    last = 0
    for match in pattern.finditer(text):
        pieces += (text[last : match.start()], replacement(match))
        last = match.end()
    return joined([*pieces, text[last:]], kind=type(text)) if pieces else text


class Pieces:
    """Pieces of a text one after another, each with the facts that it states.

    Every stretch is looked at once, however many pieces are asked for. What stands between two
    pieces must not look like the beginning of the second one.
    """

    def __init__(self, text: str) -> None:
        self._text = str(text)
        self._spans = spans_of(text)
        self._end = self._ahead = 0
        self._live: list[TracedSpan] = []

    def next(self, piece: str) -> str:
        """Return a piece that stands after the last one."""
        start = self._text.find(piece, self._end)
        self._end = start + len(piece)
        spans = self._stretches(start, self._end)
        return Traced(piece, (), spans) if spans else piece

    def _stretches(self, start: int, stop: int) -> tuple[TracedSpan, ...]:
        spans, ahead, live = self._spans, self._ahead, self._live
        last = len(spans)
        if not live:
            if ahead == last or spans[ahead][0] >= stop:
                return ()
            begin, end, path = spans[ahead]
            # Most pieces state one fact, and no piece but this one states it.
            if (
                begin >= start
                and end <= stop
                and (ahead + 1 == last or spans[ahead + 1][0] >= stop)
            ):
                self._ahead = ahead + 1
                return ((begin - start, end - start, path),)
        while ahead < last and spans[ahead][0] < stop:
            live.append(spans[ahead])
            ahead += 1
        self._ahead = ahead
        self._live = [span for span in live if span[1] > stop]
        inner = [
            (begin - start if begin > start else 0, (end if end < stop else stop) - start, path)
            for begin, end, path in live
            if end > start
        ]
        return tuple(inner) if stop > start else ()
