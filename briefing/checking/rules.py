"""Every rule over a report and over its document, each one where it registered itself."""

from __future__ import annotations

from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.register import document_checks, load_checks, report_checks
from briefing.checking.shared import looking_at
from briefing.findings import Finding, Rule, in_reading_order, registered_rules
from briefing.report import Report


def check_report(report: Report) -> list[Finding]:
    """Return every finding of every rule, in reading order, with the doubts of the reading."""
    with looking_at(report):
        found = [finding for check in report_checks() for finding in check(report)]
    return in_reading_order([*report.doubts, *found])


def look_at_printed(printed: PrintedFacts) -> list[Finding]:
    """Return every finding about what a document prints of its report."""
    with looking_at(printed.report):
        return [finding for check in document_checks() for finding in check(printed)]


def all_rules() -> tuple[Rule, ...]:
    """Return the record of every rule that is checked here or was registered below, by id."""
    load_checks(of_texts=True)
    return registered_rules()
