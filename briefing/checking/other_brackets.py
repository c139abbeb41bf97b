"""Names of figures in brackets that are no braces, which are printed as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.near_names import NearNames, spelt
from briefing.checking.register import over_reports
from briefing.checking.shared import texts_with
from briefing.findings import Finding, Guesses, dotted, rule
from briefing.patterns import Pattern
from briefing.report import Report

OTHER_BRACKETS = rule("text/other-brackets")

_BRACKETED = Pattern(r"\[([^\[\]{}]+)\]|\uff5b([^\uff5b\uff5d]+)\uff5d|<([^<>{}]+)>")


@over_reports
def names_in_other_brackets(report: Report) -> Iterator[Finding]:
    """Yield what stands in square, angle or wide brackets and is all of a figure's name or label.

    Round ones are left alone: official texts have them, and what they hold may repeat a label.
    """
    names: dict[str, str] | None = None
    near = NearNames(report, Guesses())
    for path, text in texts_with(report, "[", "<", "\uff5b"):
        for found in _BRACKETED.finditer(text) if path[0] != "figures" else ():
            if names is None:
                names = {spelt(each.label): name for name, each in report.figures.items()}
                names |= {spelt(name): name for name in report.figures}
            said = next(filter(None, found.groups()))
            # Signs alone name nothing, though a label may have no letter either.
            name = names.get(written) if (written := spelt(said)) else None
            if name is not None:
                origin = report.origin(*path)
                in_form = origin is not None and origin.form == "form"
                called = near.called(name, in_form=in_form)
                values = {"said": found[0], "instead": called}
                yield OTHER_BRACKETS.found(origin, dotted(path), values)
