"""Marks: what templates and macros write is Markdown, what an input holds is text.

Markdown is told apart by its type, ``Markup``, which Jinja gives to what macros, blocks and ``set``
blocks make; a text written inside a tag (``{{ "**" }}``) gets it when the template is compiled.
Whatever is done with such text goes by the words that it prints, and leaves it Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from briefing.document import escape_with_gaps, mark_gap, read_line
from briefing.templating.limits import budget

_BEFORE = "*_[ \n\t"
_AFTER = "*_ \n\t"
_LINK = "](<"


def marked(text: str) -> Markup:
    """Return text as Markdown that prints as that text; Markdown stays as it is."""
    return text if isinstance(text, Markup) else Markup(escape_with_gaps(text))  # noqa: S704 - it is escaped


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
    runs = read_line(str(text))
    return "".join(mark_gap(run.gap, run.text[1:-1]) if run.gap else run.text for run in runs)


def inside(work: Callable[..., str], text: str, *arguments: Any) -> str:
    """Return a text with work done on its words; marks around all of them stay around them."""
    if not isinstance(text, Markup):
        return work(text, *arguments)
    source = str(text)
    first = len(source) - len(source.lstrip(_BEFORE))
    end = _end(source)
    if first >= end:
        return text
    made = source[:first] + work(source[first:end], *arguments) + source[end:]
    return Markup(made)  # noqa: S704 - it was Markdown, and only words were changed


def beside_links(work: Callable[[str], str], text: str) -> str:
    """Return a text with work done on every letter but those of the names of gaps."""
    if not isinstance(text, Markup):
        return work(text)
    first, *others = str(text).split(_LINK)
    made = [work(first)]
    for other in others:
        name, _, after = other.partition(">")
        made.append(f"{name}>{work(after)}")
    return Markup(_LINK.join(made))  # noqa: S704 - it was Markdown, and only letters were changed


def _end(source: str) -> int:
    """Return where the last word of Markdown ends: before closing marks, or the link of a gap."""
    end = len(source.rstrip(_AFTER))
    if source.endswith(">)", 0, end) and _LINK in source:
        end = source.rindex(_LINK, 0, end)
    slashes = end - len(source[:end].rstrip("\\"))
    # An escaped mark at the end is a letter of the text.
    return end + 1 if slashes % 2 and end < len(source) else end
