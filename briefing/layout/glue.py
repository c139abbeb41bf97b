"""Lines of runs as they are printed: where they break, and in which case.

The text keeps its length, so every run keeps its part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from briefing.document import Line, plain
from briefing.layout.names import whole_phrases
from briefing.standards import Component, OutlineLevel
from briefing.vietnamese import GLUE, bound, bound_title, continued

_OF = re.compile("(.) của ")


def reworded(line: Line, text: str) -> Line:
    """Return a line with its text replaced by one of the same length; runs keep their places."""
    runs, start = [], 0
    for run in line:
        if run.footnote:
            runs.append(run)
            continue
        end = start + len(run.text)
        runs.append(run.reworded(text[start:end]) if run.text else run)
        start = end
    return tuple(runs)


def bound_line(line: Line) -> Line:
    """Return a line of text with the blanks and hyphens that it does not break at."""
    return _bound(line, bound)


def title_line(line: Line) -> Line:
    """Return a title or heading so bound, and so that it does not end in a lone word."""
    return _bound(line, bound_title)


def centred_line(line: Line) -> Line:
    """Return a centred title so bound, and so that it breaks within no word of two syllables."""
    return _bound(line, lambda text: whole_phrases(bound_title(text)))


def reference_line(line: Line) -> Line:
    """Return the reference of an annex bound as a title, whose issuer goes with the word before.

    After an open year it goes with that too: not every engine breaks at a blank behind bound ones.
    """
    return _bound(line, lambda text: _OF.sub(_bound_of, whole_phrases(bound_title(text))))


def _bound_of(found: re.Match[str]) -> str:
    before = found[1]
    return f"{before}{GLUE if before == GLUE else ' '}của{GLUE}"


def _bound(line: Line, bind: Callable[[str], str]) -> Line:
    text = plain(line)
    tied = bind(text)
    # What asks for a missing fact breaks as it will.
    return line if tied == text or any(run.gap for run in line) else reworded(line, tied)


def without_end_blanks(line: Line) -> Line:
    """Return a line without the blanks at its end, which would push a centred line aside."""
    if not line:
        return line
    *runs, last = line
    return (*runs, replace(last, text=last.text.rstrip(f" {GLUE}")))


def cased(line: Line, rules: Component | OutlineLevel) -> Line:
    """Return a line in the case that its part is typed in."""
    if rules.case == "as_written" or not line:
        return line
    if rules.case == "continued":
        first, *rest = line
        return (first.saying(continued(first.traced)), *rest)
    return tuple(run if run.footnote else run.saying(rules.cased(run.traced)) for run in line)
