"""Marks: what templates and macros write is Markdown, what an input holds is text.

Markdown is told apart by its type, ``Markup``, which Jinja gives to what macros, blocks and ``set``
blocks make; a text written inside a tag (``{{ "**" }}``) gets it when the template is compiled.
Whatever is done with such text goes by the words that it prints, and leaves it Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from briefing.document import Run, escape_with_gaps, mark_gap, mark_note, read_line
from briefing.templating.limits import budget
from briefing.tracing import Traced, TracedMarkup, joined, through

_BEFORE = "*_[ \n\t"
_AFTER = "*_ \n\t"
_LINK = "](<"


def marked(text: str) -> Markup:
    """Return text as Markdown that prints as that text; Markdown stays as it is."""
    return text if isinstance(text, Markup) else as_markdown(escape_with_gaps(text))


def as_markdown(text: str) -> Markup:
    """Return text that is Markdown already, so that it is not escaped again."""
    if isinstance(text, Traced):
        return TracedMarkup(text, text.paths, text.inner)
    return Markup(text)  # noqa: S704 - it is Markdown


def printed_together(pieces: Iterable[str]) -> Markup:
    """Return what a template, a block or a macro has printed, piece by piece, in one."""
    text = joined(pieces, kind=TracedMarkup)
    if not isinstance(text, TracedMarkup):
        return str.__new__(Markup, text)
    budget().gather(len(text.inner))
    return text


def together(texts: Iterable[str], between: str, kind: type[Traced]) -> str:
    """Return texts in one, having paid for the facts that they state."""
    text = joined(texts, between, kind=kind)
    # Stretches cost nothing to write but take room, as items of a list do.
    if isinstance(text, Traced):
        budget().gather(len(text.spans))
    return text


def is_mark(text: str) -> bool:
    """Say whether a text written in a template means more than its letters."""
    return "\n" in text or escape_with_gaps(text) != text


def alike(texts: Iterable[str]) -> list[str]:
    """Return texts that can be joined: all of them Markdown when one is."""
    found = list(texts)
    return list(map(marked, found)) if any(isinstance(t, Markup) for t in found) else found


def words(text: str) -> str:
    """Return what a text prints; a gap in it stays one."""
    if not isinstance(text, Markup):
        return text
    budget().write(len(text))
    runs = read_line(_source(text))
    return joined([_word(run) for run in runs])


def _word(run: Run) -> str:
    if run.footnote:
        return mark_note(run.traced)
    return mark_gap(run.gap, run.text[1:-1]) if run.gap else run.traced


def inside(work: Callable[..., str], text: str, *arguments: Any) -> str:
    """Return a text with work done on its words; marks around all of them stay around them."""
    if not isinstance(text, Markup):
        done: str = through(work, text, *arguments)
        return done
    source = _source(text)
    first = len(source) - len(source.lstrip(_BEFORE))
    end = _end(str(source))
    if first >= end:
        return text
    made = through(work, source[first:end], *arguments)
    return as_markdown(joined([source[:first], made, source[end:]]))


def beside_links(work: Callable[[str], str], text: str) -> str:
    """Return a text with work done on every letter but those of the names of gaps."""
    if not isinstance(text, Markup):
        done: str = through(work, text)
        return done
    first, *others = parted(_source(text), _LINK)
    made: list[str] = [through(work, first)]
    for other in others:
        end = other.find(">") + 1 or len(other)
        made.append(joined([other[:end], through(work, other[end:])]))
    return as_markdown(joined(made, _LINK))


def parted(text: str, between: str, count: int = -1) -> list[str]:
    """Return the pieces of a text between the occurrences of another one, ``count`` at the most."""
    pieces: list[str] = []
    start = 0
    while count and (at := text.find(between, start)) >= 0:
        pieces.append(text[start:at])
        start, count = at + len(between), count - 1
    return [*pieces, text[start:]]


def _source(text: Markup) -> str:
    """Return Markdown as a text of its signs, with the facts that it states."""
    return Traced(str(text), text.paths, text.inner) if isinstance(text, Traced) else str(text)


def _end(source: str) -> int:
    """Return where the last word of Markdown ends: before closing marks, or the link of a gap."""
    end = len(source.rstrip(_AFTER))
    if source.endswith(">)", 0, end) and _LINK in source:
        end = source.rindex(_LINK, 0, end)
    slashes = end - len(source[:end].rstrip("\\"))
    # An escaped mark at the end is a letter of the text.
    return end + 1 if slashes % 2 and end < len(source) else end
