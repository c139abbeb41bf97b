"""The checks of reports and of documents: a module that has one registers it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from briefing.findings import Finding
from briefing.registers import load_modules
from briefing.report import Report

if TYPE_CHECKING:
    from briefing.checking.printed.outcome import PrintedFacts

ReportCheck = Callable[[Report], Iterable[Finding]]
DocumentCheck = Callable[["PrintedFacts"], Iterable[Finding]]

_reports: list[ReportCheck] = []
_documents: list[DocumentCheck] = []

_OF_TEXTS = "statements"
"""The package over finished texts, which few inputs need."""


def over_reports(check: ReportCheck) -> ReportCheck:
    """Register a check that looks at a report."""
    _reports.append(check)
    return check


def over_documents(check: DocumentCheck) -> DocumentCheck:
    """Register a check that looks at what of a report its document prints."""
    _documents.append(check)
    return check


def report_checks() -> tuple[ReportCheck, ...]:
    """Return the checks of reports, in the order of their modules."""
    load_checks()
    return tuple(_reports)


def document_checks() -> tuple[DocumentCheck, ...]:
    """Return the checks of documents."""
    load_checks()
    return tuple(_documents)


@cache
def load_checks(*, of_texts: bool = False) -> None:
    """Load every module of this room, so that it registers its checks and its rules."""
    load_modules("briefing.checking", but=() if of_texts else (_OF_TEXTS,))
