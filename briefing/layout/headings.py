"""Headings as they are printed: bound, cased, and titles that run into their text."""

from __future__ import annotations

from dataclasses import replace

from briefing.document import Heading, Line
from briefing.layout.glue import bound_line, cased, title_line
from briefing.standards import OutlineLevel


def heading_line(heading: Heading, level: OutlineLevel) -> Line:
    """Return the words of a heading without its number.

    Of one that runs in only the title has the weight and the case of its level.
    """
    if not heading.runs_in:
        return cased(title_line(heading.line), level)
    bound = replace(heading, line=bound_line(heading.line))
    title = tuple(replace(run, bold=level.bold) for run in cased(bound.title, level))
    return (*title, *bound.text)
