"""Text that knows its facts.

A traced text is a text like any other: equal to it, as long, sorted and found like it. Beside its
characters it keeps the paths of the facts that it states, such as ``figures.kham_pha.rate``:
``paths`` of the text as a whole, ``inner`` of stretches of it. Its own methods and the functions
of this room keep them; whatever else makes a text of it loses the facts and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import SupportsIndex, cast

from markupsafe import Markup

from briefing.tracing.marks import marked, marked_whole

TracedSpan = tuple[int, int, str]
"""A stretch of a text, from an offset up to another, and the path of the fact that it states."""


class Traced(str):
    """A text and the facts that it states: ``paths`` all of it, ``inner`` parts of it in order.

    Stretches lie inside or beside one another, a larger one before those within it.
    """

    __slots__ = ("inner", "paths")

    paths: tuple[str, ...]
    inner: tuple[TracedSpan, ...]

    def __new__(
        cls, text: str, paths: tuple[str, ...] = (), inner: tuple[TracedSpan, ...] = ()
    ) -> Traced:
        """Return a text with facts."""
        made = str.__new__(cls, text)
        made.paths = paths
        made.inner = inner
        return made

    @property
    def spans(self) -> tuple[TracedSpan, ...]:
        """Every stretch with its fact, the whole text first."""
        if not self.paths:
            return self.inner
        size = len(self)
        return (*[(0, size, path) for path in self.paths], *self.inner)

    def with_text(self, text: str) -> Traced:
        """Return another text that states, as a whole, all that this one does."""
        within = dict.fromkeys(path for _, _, path in self.inner)
        return type(self)(text, (*self.paths, *within))

    def __format__(self, spec: str) -> str:
        """Return the text for an f-string, with its facts as marks."""
        if not spec and not self.inner:
            return marked_whole(str(self), self.paths)
        text = str.__format__(self, spec)
        if len(text) == len(self):
            return marked(text, self.spans)
        return marked(text, self.with_text(text).spans)

    def __getitem__(self, key: SupportsIndex | slice) -> Traced:
        piece = str.__getitem__(self, key)
        if not self.inner:
            return type(self)(piece, self.paths)
        if not isinstance(key, slice):
            at = range(len(self))[key]
            return type(self)(piece, self.paths, _clipped(self.inner, at, at + 1))
        start, stop, step = key.indices(len(self))
        if step != 1:
            return self.with_text(piece)
        return type(self)(piece, self.paths, _clipped(self.inner, start, stop))

    def __iter__(self) -> Iterator[Traced]:
        return (self[at] for at in range(len(self)))

    def __add__(self, other: str) -> str:
        return type(self)._whole(joined((self, other), kind=type(self)))

    def __radd__(self, other: str) -> str:
        if not other:
            return self
        return type(self)._whole(joined((other, self), kind=type(self)))

    @classmethod
    def _whole(cls, text: str) -> str:
        """Return a text whose stretches of one fact, cut apart and put together, are one again."""
        if not isinstance(text, Traced):
            return text
        found: list[TracedSpan] = []
        ending: dict[tuple[int, str], int] = {}
        for start, end, path in text.inner:
            at = ending.pop((start, path), None)
            if at is None:
                at = len(found)
                found.append((start, end, path))
            else:
                found[at] = (found[at][0], end, path)
            ending[end, path] = at
        return cls(text, text.paths, tuple(found)) if len(found) < len(text.inner) else text

    def join(self, parts: Iterable[str], /) -> str:
        """Return texts in one, with this one between them."""
        return joined(list(parts), self, kind=type(self))

    def replace(self, old: str, new: str, count: SupportsIndex = -1, /) -> str:
        """Return the text with another one in place of each occurrence of one."""
        if not old:
            return self.with_text(str.replace(self, old, new, count))
        pieces: list[str] = []
        start, left = 0, int(count)
        while left and (at := self.find(old, start)) >= 0:
            pieces += (self[start:at], new)
            start, left = at + len(old), left - 1
        return joined([*pieces, self[start:]], kind=type(self)) if pieces else self

    def upper(self) -> Traced:
        """Return the text in capitals."""
        return self._recased(str.upper(self))

    def lower(self) -> Traced:
        """Return the text in small letters."""
        return self._recased(str.lower(self))

    def capitalize(self) -> Traced:
        """Return the text with a capital first and small letters after it."""
        return self._recased(str.capitalize(self))

    def strip(self, chars: str | None = None, /) -> Traced:
        """Return the text without blanks, or other characters, at its ends."""
        size = len(self)
        start, stop = size - len(str.lstrip(self, chars)), len(str.rstrip(self, chars))
        return self if stop - start == size else self[start : max(start, stop)]

    def lstrip(self, chars: str | None = None, /) -> Traced:
        """Return the text without blanks, or other characters, before it."""
        return self[len(self) - len(str.lstrip(self, chars)) :]

    def rstrip(self, chars: str | None = None, /) -> Traced:
        """Return the text without blanks, or other characters, after it."""
        stop = len(str.rstrip(self, chars))
        return self if stop == len(self) else self[:stop]

    def _recased(self, text: str) -> Traced:
        if len(text) != len(self):
            return self.with_text(text)
        return type(self)(text, self.paths, self.inner)


class TracedMarkup(Traced, Markup):  # type: ignore[misc] # what it does is what Traced does
    """The same of a text that is Markdown already."""

    __slots__ = ()


_TRACED: frozenset[type] = frozenset({Traced, TracedMarkup})


def joined(parts: Iterable[str], between: str = "", *, kind: type[Traced] = Traced) -> str:
    """Return texts in one; a traced one where any of them is, of the kind asked for."""
    texts = parts if isinstance(parts, list | tuple) else list(parts)
    text = str.join(between, texts)
    if _TRACED.isdisjoint(map(type, texts)):
        return text
    kinds = list(map(type, texts))
    inner: list[TracedSpan] = []
    at, apart = 0, len(between)
    for part, of in zip(texts, kinds, strict=True):
        size = len(part)
        if of in _TRACED and size:
            traced = cast(Traced, part)
            inner += [(at, at + size, path) for path in traced.paths]
            if traced.inner:
                inner += [(start + at, end + at, path) for start, end, path in traced.inner]
        at += size + apart
    return kind(text, (), tuple(inner)) if inner else text


def _clipped(spans: tuple[TracedSpan, ...], start: int, stop: int) -> tuple[TracedSpan, ...]:
    return tuple(
        (max(begin, start) - start, min(end, stop) - start, path)
        for begin, end, path in spans
        if begin < stop and end > start
    )
