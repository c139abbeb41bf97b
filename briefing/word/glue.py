"""No-break spaces in lines of runs: the text keeps its length, so every run keeps its part."""

from __future__ import annotations

from dataclasses import replace

from briefing.document import Line
from briefing.standards import Component, OutlineLevel

GLUE = "\u00a0"


def reworded(line: Line, text: str) -> Line:
    """Return a line with its text replaced by one of the same length; runs keep their places."""
    runs, start = [], 0
    for run in line:
        end = start + len(run.text)
        runs.append(replace(run, text=text[start:end]) if run.text else run)
        start = end
    return tuple(runs)


def without_end_blanks(line: Line) -> Line:
    """Return a line without the blanks at its end, which would push a centred line aside."""
    if not line:
        return line
    *runs, last = line
    return (*runs, replace(last, text=last.text.rstrip(f" {GLUE}")))


def cased(line: Line, rules: Component | OutlineLevel) -> Line:
    """Return a line in the case that its part is typed in."""
    return tuple(replace(run, text=rules.cased(run.text)) for run in line)
