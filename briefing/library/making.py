"""A case into documents: what is asked for, made once, with all that a person should look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.checking import PrintedFacts, look_at_printed
from briefing.document import Document, facts_in
from briefing.findings import (
    DEFAULT_LANGUAGE,
    Finding,
    RefusedError,
    TemplateError,
    has_errors,
    in_reading_order,
)
from briefing.library.beneath import beneath_of
from briefing.library.case import Case
from briefing.library.checking import check_facts, fitted
from briefing.library.formats import FORMATS, SIGNS
from briefing.library.met import stopping, with_met
from briefing.library.packs import required_left_out, types_its_own
from briefing.library.read_back import lines_with_facts, whole_with_facts
from briefing.reading import collected_later
from briefing.report import Report
from briefing.templating import annotate, find_kind, template_folder, typed_place
from briefing.templating import render as render_template
from briefing.values import record
from briefing.word import Fitted

if TYPE_CHECKING:
    from briefing.html import HtmlPage


class Draft(Enum):
    """Whether a document is one to work on, with every gap marked."""

    NO = "no"
    YES = "yes"
    IF_NEEDED = "if needed"
    """Where findings of severity error stop a final document."""

    @classmethod
    def asked(cls, draft: bool) -> Draft:
        """Return what an option says."""
        return cls.YES if draft else cls.NO


@record
class Request:
    """What is to be made of a case.

    ``kinds`` of document, none for the input's own; ``templates`` replaces the folder of the
    built-in ones. Where nobody looks at the ``findings`` of a final document, none are gathered of
    what it prints, which is faster.
    """

    kinds: tuple[str, ...] = ()
    draft: Draft = Draft.NO
    language: str = DEFAULT_LANGUAGE
    templates: Path | None = None
    findings: bool = True


@record
class Made:
    """A document, what a person should look at, and the form that it is set in.

    ``stopped`` says that errors of the report, or of what it prints, stand against a final one.
    """

    report: Report
    document: Document
    findings: list[Finding]
    form: Fitted
    stopped: bool = False

    def written(self, suffix: str) -> bytes:
        """Return the file of a format, by its ending; the same report gives the same bytes."""
        return FORMATS[suffix].write(self.document, self.form)

    def ready(self, suffix: str) -> bytes:
        """Return the file of a format, or what it is printed from; printing waits until then."""
        return self.written(FORMATS[suffix].printed_from or suffix)

    def as_docx(self) -> bytes:
        """Return the Word file."""
        return self.written(".docx")

    def as_markdown(self) -> str:
        """Return the same content with the same numbering as Markdown."""
        return self.written(".md").decode("utf-8", SIGNS)

    def in_pieces(self) -> HtmlPage:
        """Return the HTML page in pieces, marked which facts it states."""
        from briefing.html import write_page  # only the page in the browser needs it

        return write_page(self.document, self.form.standard, self.form.look, traced=True)

    def as_page(self, *, traced: bool = False) -> str:
        """Return one HTML page that needs nothing else; ``traced`` marks which facts it states."""
        if not traced:
            return self.written(".html").decode("utf-8", SIGNS)
        return self.in_pieces().html


def make_documents(case: Case, request: Request) -> dict[str, Made]:
    """Return the documents of a case by kind, each with every finding.

    A fact that one of them prints is not missed in the input's own kind. A final document is
    refused (RefusedError) while findings of severity error are open. Raises TemplateError for
    faults of a template, InputError for a kind that there is not.
    """
    kinds = request.kinds or (case.report.kind,)
    return documents_of({kind: case.in_kind(kind) for kind in kinds}, request)


@collected_later()
def documents_of(reports: Mapping[str, Report], request: Request) -> dict[str, Made]:
    """Return the documents that are made of one year together, by kind; raises as above."""
    looks = request.findings or request.draft is not Draft.NO
    # Whatever is asked for, what templates of others type is never passed unread.
    read = {k for k, report in reports.items() if looks or types_its_own(report, request.templates)}
    renderings = {k: Rendering(reports[k], request, traced=k in read) for k in reports}
    made = {kind: _made(reports[kind], request, renderings[kind]) for kind in reports}
    printed = {kind: facts_in(made[kind].document) for kind in made if kind in read}
    return {
        kind: _looked_at(one, kind, printed, request, renderings[kind]) if kind in read else one
        for kind, one in made.items()
    }


@collected_later()
def made_as_before(report: Report, request: Request, before: Made, rendering: Rendering) -> Made:
    """Return the document as it is if there is as much to look at as ``before``, unchecked.

    Raises TemplateError where it cannot be made so.
    """
    document = rendering(draft=is_draft(request, stopped=before.stopped))
    if is_draft(request, stopped=before.stopped):
        document = annotate(document, before.findings, request.language)
    return replace(before, report=report, document=document, form=rendering.form)


@collected_later()
def made_of_facts(report: Report, request: Request, rendering: Rendering) -> Made:
    """Return the document with what the report shows before it is made; raises as above."""
    return _made(report, request, rendering)


@collected_later()
def made_of_all(made: Made, request: Request, rendering: Rendering) -> Made:
    """Return the one document of a request with all that is found; raises as above."""
    kind = made.report.kind
    return _looked_at(made, kind, {kind: facts_in(made.document)}, request, rendering)


def _made(report: Report, request: Request, rendering: Rendering) -> Made:
    """Return a document with what the report shows before it is made."""
    found = check_facts(report)
    stopped = has_errors(found)
    if stopped and request.draft is Draft.NO:
        raise RefusedError(with_printed(report, found, request))
    draft = is_draft(request, stopped=stopped)
    try:
        document = rendering(draft=draft)
    except TemplateError as error:
        raise TemplateError(stopping(found, error.findings)) from None
    return Made(report, document, found, rendering.form, stopped)


def is_draft(request: Request, *, stopped: bool) -> bool:
    """Say whether a document is a draft; ``stopped`` that no final one can be made."""
    return request.draft is Draft.YES or (request.draft is Draft.IF_NEEDED and stopped)


def _looked_at(
    made: Made,
    kind: str,
    printed: Mapping[str, frozenset[str]],
    request: Request,
    rendering: Rendering,
) -> Made:
    """Return a document with the findings on what it prints, which a draft bears as notes.

    Raises RefusedError for a final one that prints what cannot be.
    """
    others = frozenset().union(*(printed[other] for other in printed if other != kind))
    report, document = made.report, made.document
    before = is_draft(request, stopped=made.stopped)
    findings = _with_printed(report, document, made.findings, request, others, draft=before)
    stopped = made.stopped or has_errors(findings)
    if stopped and request.draft is Draft.NO:
        raise RefusedError(findings)
    draft = is_draft(request, stopped=stopped)
    if draft and not before:
        document = rendering(draft=True)
    document = annotate(document, findings, request.language) if draft else document
    return replace(made, findings=findings, document=document, stopped=stopped)


def with_printed(report: Report, found: Iterable[Finding], request: Request) -> list[Finding]:
    """Return findings with those about what the document prints, as far as it can be made."""
    return checked_with_printed(report, found, request).findings


@record
class Checked:
    """What a person should look at in a report; ``unmade`` where templates stop every document."""

    findings: list[Finding]
    unmade: bool = False


def checked_with_printed(report: Report, found: Iterable[Finding], request: Request) -> Checked:
    """Return the same, and whether nothing but its templates keeps the document from being made."""
    known = list(found)
    draft = has_errors(known)
    try:
        document = _rendered(report, fitted(report), request, draft=draft)
    except TemplateError as error:
        return Checked(with_met(known, error.findings), unmade=not draft)
    return Checked(_with_printed(report, document, known, request, draft=draft))


def _with_printed(
    report: Report,
    document: Document,
    known: Iterable[Finding],
    request: Request,
    elsewhere: frozenset[str] = frozenset(),
    *,
    draft: bool,
) -> list[Finding]:
    """Return findings with those on what a document prints; ``elsewhere`` are facts of others."""
    known = list(known)
    kind = find_kind(report.kind, folders=report.pack_folders)
    roots = _roots(report, request)
    form = fitted(report)
    beneath = beneath_of(report, kind, form.standard, roots, known, draft=draft)
    if beneath and beneath.lines:
        # What the run shows fact by fact is not foretold as well.
        known = [finding for finding in known if finding.rule != "template/lost-fact"]
    told = PrintedFacts(
        report,
        facts_in(document),
        elsewhere,
        document.framed,
        tuple(known),
        lines_with_facts(document),
        partial(typed_place, kind=kind, roots=roots),
        beneath,
        whole_with_facts(document, form.standard, kind.symbol),
    )
    without = required_left_out(report, kind, told.here)
    return in_reading_order([*known, *without, *look_at_printed(told)])


class Rendering:
    """The documents that templates make of a report, each made once: a draft and a final one."""

    def __init__(self, report: Report, request: Request, *, traced: bool = True) -> None:
        self.form = fitted(report)
        self._report = report
        self._request = request
        self._traced = traced
        self._made: dict[bool, Document] = {}

    def __call__(self, *, draft: bool) -> Document:
        """Return the document; raises TemplateError."""
        if draft not in self._made:
            self._made[draft] = _rendered(
                self._report, self.form, self._request, draft=draft, traced=self._traced
            )
        return self._made[draft]


def _rendered(
    report: Report, form: Fitted, request: Request, *, draft: bool, traced: bool = True
) -> Document:
    return render_template(
        report,
        find_kind(report.kind, folders=report.pack_folders),
        form.standard,
        draft=draft,
        language=request.language,
        roots=_roots(report, request),
        traced=traced,
    )


def _roots(report: Report, request: Request) -> tuple[Path, ...]:
    return (*report.pack_folders, request.templates or template_folder())
