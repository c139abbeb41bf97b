"""Statements read from running text, each with a verdict: one concept a file.

Precision comes first: what a text does not settle beyond doubt is "not evaluated", never an error.
"""

from briefing.checking.statements.amount import MAX_STATEMENTS, too_long, within_limits
from briefing.checking.statements.reading import Reading, judge, read_printed, read_text
from briefing.checking.statements.verdicts import Verdict

__all__ = [
    "MAX_STATEMENTS",
    "Reading",
    "Verdict",
    "judge",
    "read_printed",
    "read_text",
    "too_long",
    "within_limits",
]
