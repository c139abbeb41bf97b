"""The calls of ``import briefing``, each a request at the front door."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefing.document import Document
from briefing.findings import DEFAULT_LANGUAGE, Finding
from briefing.library.case import load_case
from briefing.library.checking import check_facts
from briefing.library.making import (
    Checked,
    Draft,
    Made,
    Request,
    checked_with_printed,
    documents_of,
)
from briefing.reading import collected_later
from briefing.report import Report


def load(path: str | Path, *, locality: str | None = None, convert: bool = False) -> Report:
    """Return the report that an input file describes, laid over its locality's pack.

    ``locality`` names another pack than the input does. Texts of before Unicode, TCVN3 and VNI, are
    brought into Unicode only when asked to ``convert`` them. Raises InputError with every fault,
    each at its line and column.
    """
    return load_case(path, locality=locality, convert=convert).report


def make(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> Made:
    """Return the document of a report with every finding; raises as ``render`` does."""
    return make_all({report.kind: report}, draft=draft, language=language, templates=templates)[
        report.kind
    ]


def make_all(
    reports: Mapping[str, Report],
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> dict[str, Made]:
    """Return the documents that are made of one year together; raises as ``render`` does."""
    return documents_of(reports, _request(templates, draft=draft, language=language))


def check(report: Report, *, templates: str | Path | None = None) -> list[Finding]:
    """Return every finding of a report: figures, names, people, what its kind misses or leaves out.

    The document is made to know what it prints; what is wrong with its template is told as well.
    """
    return checked(report, templates=templates).findings


def checked(report: Report, *, templates: str | Path | None = None) -> Checked:
    """Return the same, and whether the templates keep every document from being made."""
    return checked_with_printed(report, check_facts(report), _request(templates))


def render(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> Document:
    """Return the layout-free document of a report.

    A final document is refused (RefusedError) while findings of severity error are open; a
    ``draft`` is made anyway, with every gap marked. ``templates`` replaces the folder of the
    built-in templates. Raises TemplateError for faults of a template.
    """
    return make(report, draft=draft, language=language, templates=templates).document


def build(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> bytes:
    """Return the Word file of a report; the same report gives the same bytes."""
    request = _request(templates, draft=draft, language=language, findings=False)
    # When it is written, next to nothing of the document is left to look for cycles in.
    with collected_later():
        return documents_of({report.kind: report}, request)[report.kind].as_docx()


def preview(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> str:
    """Return the same content with the same numbering as Markdown."""
    return make(report, draft=draft, language=language, templates=templates).as_markdown()


def page(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> str:
    """Return the same content in the same form as one HTML page that needs nothing else.

    Each text (the main one, every annex) is a ``section``; gaps of a draft are in ``mark``.
    """
    return make(report, draft=draft, language=language, templates=templates).as_page()


def _request(
    templates: str | Path | None,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    findings: bool = True,
) -> Request:
    folder = Path(templates) if templates else None
    return Request((), Draft.asked(draft), language, folder, findings)
