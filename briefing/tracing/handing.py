"""What functions make of traced values, and traced texts cut and changed by patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from briefing.tracing.marks import OPEN, unmarked
from briefing.tracing.text import Span, Traced, TracedMarkup, joined


def paths_of(value: object) -> tuple[str, ...]:
    """Return the facts that a text or a number states as a whole."""
    paths: tuple[str, ...] = getattr(value, "paths", ())
    return paths


def spans_of(text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that state facts."""
    return text.spans if isinstance(text, Traced) else ()


def stating(text: str, *paths: str) -> Traced:
    """Return a text that also states some facts as a whole, before all that it states already."""
    kind = TracedMarkup if isinstance(text, Markup) else Traced
    if isinstance(text, Traced):
        return kind(text, (*paths, *text.paths), text.inner)
    return kind(text, paths)


def carried(text: str, *sources: object) -> str:
    """Return a text that states as a whole what other values state."""
    paths = dict.fromkeys(path for source in sources for path in paths_of(source))
    return stating(text, *paths) if paths else text


def through(work: Callable[..., Any], text: str, *arguments: Any, **named: Any) -> Any:
    """Return what a function of one text makes of it; what it states as a whole goes along."""
    if not isinstance(text, Traced):
        return work(text, *arguments, **named)
    if text.inner:
        bare: str = type(text)(text, (), text.inner)
    else:
        bare = Markup(str(text)) if isinstance(text, Markup) else str(text)  # noqa: S704 - it is one
    made = work(bare, *arguments, **named)
    if made is bare:
        return text
    return stating(made, *text.paths) if text.paths and isinstance(made, str) else made


def settled(text: str) -> str:
    """Return a text with the marks of f-strings read back into facts."""
    return next(iter(settled_in_turn([text]))) if OPEN in text else text


def settled_in_turn(texts: Iterable[str]) -> list[str]:
    """Return texts with the marks of f-strings read back, where they may go on from one to another."""
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


def split_at(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the texts between the matches of a pattern."""
    if not isinstance(text, Traced):
        return pattern.split(text)
    bounds: list[tuple[int, int]] = []
    last = 0
    for match in pattern.finditer(text):
        bounds.append((last, match.start()))
        last = match.end()
    return list(_cut(text, [*bounds, (last, len(text))]))


def _cut(text: Traced, bounds: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield pieces of a text that follow one another; every stretch is looked at once."""
    plain, spans, kind = str(text), text.inner, type(text)
    ahead, count, live = 0, len(spans), list[Span]()
    for start, stop in bounds:
        while ahead < count and spans[ahead][0] < stop:
            live.append(spans[ahead])
            ahead += 1
        inner = tuple(
            (begin - start if begin > start else 0, (end if end < stop else stop) - start, path)
            for begin, end, path in live
            if end > start
        )
        piece = plain[start:stop]
        yield kind(piece, text.paths, inner) if inner or text.paths else piece
        live = [span for span in live if span[1] > stop]
