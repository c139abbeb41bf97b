"""How a sentence prints a fact that a document leaves out, in the words of the input or form."""

from __future__ import annotations

from briefing.checking.near_names import NearNames
from briefing.findings import FieldPath, Guesses
from briefing.report import Report

_PARTS = {
    "value": "value",
    "qualifier": "value",
    "approximate": "quantity",
    "out_of": "out_of",
    "out_of_label": "rate",
    "rate": "rate",
    "rate_qualifier": "rate",
    "previous": "compared",
    "change": "compared",
    "target": "target",
    "share": "share",
}
"""The part of a figure by which a sentence prints what stands under a key."""


def part_that_prints(path: FieldPath) -> str | None:
    """Return the part of a figure by which a sentence would print a fact."""
    match path:
        case ("figures", _, key, *_):
            return _PARTS.get(str(key))
    return None


def sentence_for(report: Report, path: FieldPath) -> str | None:
    """Return how a sentence would print a fact, where one can; a form calls figures by labels."""
    match path:
        case ("figures", str(name), _, *_) if part := part_that_prints(path):
            origin = report.origin("figures", name)
            in_form = origin is not None and origin.form == "form"
            called = NearNames(report, Guesses()).called(name, in_form=in_form)
            return f"{called[:-1]}.{part}}}"
        case ("legal_references", name, *_):
            return f"{{{name}.full}}"
    return None
