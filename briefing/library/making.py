"""A report into a document: Word file, Markdown, HTML page."""

from __future__ import annotations

from pathlib import Path

from briefing.document import Document, write_markdown
from briefing.findings import (
    DEFAULT_LANGUAGE,
    RefusedError,
    has_errors,
)
from briefing.library.checking import check, fitted, standard_for
from briefing.report import Report
from briefing.templating import find_kind, template_folder
from briefing.templating import render as render_template
from briefing.word import write_docx


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
    findings = check(report)
    if not draft and has_errors(findings):
        raise RefusedError(findings)
    return render_template(
        report,
        find_kind(report.kind, folders=report.pack_folders),
        standard_for(report),
        draft=draft,
        findings=findings,
        language=language,
        roots=(*report.pack_folders, Path(templates) if templates else template_folder()),
    )


def build(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> bytes:
    """Return the Word file of a report; the same report gives the same bytes."""
    document = render(report, draft=draft, language=language, templates=templates)
    own = fitted(report)
    return write_docx(document, own.standard, own.look)


def preview(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> str:
    """Return the same content with the same numbering as Markdown."""
    document = render(report, draft=draft, language=language, templates=templates)
    return write_markdown(document, standard_for(report))


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
    from briefing.html import write_html  # only the page in the browser needs it

    document = render(report, draft=draft, language=language, templates=templates)
    own = fitted(report)
    return write_html(document, own.standard, own.look)
