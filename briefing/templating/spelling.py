"""The locality's spelling of words that are not the input's."""

from __future__ import annotations

import re

from briefing.document import Document, Line, Run, change_lines
from briefing.patterns import Pattern
from briefing.tracing import Traced
from briefing.vietnamese import ToneMarks, marked_anew

_WORD = Pattern(r"[^\W\d_]+")


def spelt(document: Document, style: ToneMarks) -> Document:
    """Return the document with its tone marks in a style, but in what states a fact of the input.

    Names and sentences stay as they were typed, and so does a word that a fact is a part of.
    """
    return change_lines(document, lambda line: _of_line(line, style))


def _of_line(line: Line, style: ToneMarks) -> Line:
    return tuple(_of_run(run, style) for run in line)


def _of_run(run: Run, style: ToneMarks) -> Run:
    def word(found: re.Match[str]) -> str:
        begins, ends = found.span()
        of_fact = any(start < ends and begins < end for start, end, _ in run.facts)
        return found[0] if of_fact else marked_anew(found[0], style)

    text = _WORD.sub(word, run.text)
    return run if text == run.text else run.saying(Traced(text, (), run.facts))
