"""A report into a document: Word file, Markdown, HTML page; and what a person should look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.checking import Printed, look_at_printed
from briefing.document import Document, facts_in
from briefing.findings import (
    DEFAULT_LANGUAGE,
    Finding,
    RefusedError,
    TemplateError,
    has_errors,
    in_reading_order,
)
from briefing.library.checking import check_facts, fitted
from briefing.markdown import write_markdown
from briefing.report import Report
from briefing.templating import annotate, find_kind, template_folder
from briefing.templating import render as render_template
from briefing.word import Fitted, write_docx


@dataclass(frozen=True, slots=True)
class Made:
    """A document, what a person should look at, and the form that it is set in."""

    report: Report
    document: Document
    findings: list[Finding]
    form: Fitted

    def as_docx(self) -> bytes:
        """Return the Word file; the same report gives the same bytes."""
        return write_docx(self.document, self.form.standard, self.form.look)

    def as_page(self, *, traced: bool = False) -> str:
        """Return one HTML page that needs nothing else; ``traced`` marks which facts it states."""
        from briefing.html import write_html  # only the page in the browser needs it

        return write_html(self.document, self.form.standard, self.form.look, traced=traced)


def make(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> Made:
    """Return the document of a report with every finding.

    Raises as ``render`` does.
    """
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
    """Return the documents that are made of one year together, by kind.

    A fact that one of them prints is not missed in the input's own kind. Raises as ``render``
    does, for the first that cannot be made.
    """
    made: dict[str, Made] = {}
    for kind, report in reports.items():
        found, form = check_facts(report), fitted(report)
        if not draft and has_errors(found):
            raise RefusedError(_with_printed(report, found, language, templates))
        document = _rendered(report, form, draft=draft, language=language, templates=templates)
        made[kind] = Made(report, document, found, form)
    printed = {kind: facts_in(one.document) for kind, one in made.items()}
    for kind, one in made.items():
        others = frozenset().union(*(printed[other] for other in made if other != kind))
        told = Printed(one.report, printed[kind], others, one.document.framed, tuple(one.findings))
        findings = in_reading_order([*one.findings, *look_at_printed(told)])
        document = annotate(one.document, findings, language) if draft else one.document
        made[kind] = replace(one, findings=findings, document=document)
    return made


def check(
    report: Report,
    *,
    templates: str | Path | None = None,
) -> list[Finding]:
    """Return every finding of a report: figures, names, people, what its kind misses or leaves out.

    The document is made to know what it prints; what is wrong with its template is told as well.
    """
    return _with_printed(report, check_facts(report), DEFAULT_LANGUAGE, templates)


def _with_printed(
    report: Report,
    found: Iterable[Finding],
    language: str,
    templates: str | Path | None,
) -> list[Finding]:
    """Return findings with those about what the document prints, as far as it can be made."""
    known = list(found)
    draft = has_errors(known)
    try:
        document = _rendered(
            report, fitted(report), draft=draft, language=language, templates=templates
        )
    except TemplateError as error:
        return in_reading_order([*known, *error.findings])
    told = Printed(report, facts_in(document), framed=document.framed, known=tuple(known))
    return in_reading_order([*known, *look_at_printed(told)])


def _rendered(
    report: Report,
    form: Fitted,
    *,
    draft: bool,
    language: str,
    templates: str | Path | None,
    traced: bool = True,
) -> Document:
    return render_template(
        report,
        find_kind(report.kind, folders=report.pack_folders),
        form.standard,
        draft=draft,
        language=language,
        roots=(*report.pack_folders, Path(templates) if templates else template_folder()),
        traced=traced,
    )


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
    if draft:
        return make(report, draft=True, language=language, templates=templates).as_docx()
    # Nobody asks what is printed, so nothing needs to know its facts; that is faster.
    found, form = check_facts(report), fitted(report)
    if has_errors(found):
        raise RefusedError(_with_printed(report, found, language, templates))
    document = _rendered(
        report, form, draft=False, language=language, templates=templates, traced=False
    )
    return write_docx(document, form.standard, form.look)


def preview(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> str:
    """Return the same content with the same numbering as Markdown."""
    made = make(report, draft=draft, language=language, templates=templates)
    return write_markdown(made.document, made.form.standard)


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
