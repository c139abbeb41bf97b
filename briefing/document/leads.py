"""Links that lead a line and are no text of it: the mark of an item, how a block is set."""

from __future__ import annotations

from briefing.document.blocks.register import Usual, makers
from briefing.document.model import Line

MARK = "mark:"
"""Where a link at the beginning of an item leads whose words are the mark of its list."""

SET = "set:"
"""Where a link at the beginning of a paragraph, a table or the title of an annex leads that says
how it is set: ``[caption](set:)``, ``[sideways](set:)``."""


def led_by(scheme: str, line: Line) -> tuple[str, Line]:
    """Return the words of the link that leads a line, nothing where none does, and its own text."""
    if not line or line[0].gap != scheme:
        return "", line
    lead, *runs = line
    if runs:
        first = runs[0].saying(runs[0].traced.lstrip())
        runs = [*([first] if first.text else ()), *runs[1:]]
    return lead.text, tuple(runs)


def as_set(block: Usual, lead: Line) -> Usual:
    """Return a block as its first line says that it is set: one of its own, or the usual one."""
    word, rest = led_by(SET, lead)
    make = makers().get(word) if word else None
    return make(block.changed(lambda line: rest if line is lead else line)) if make else block
