"""A Report through its kind's template into a Document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateNotFound, TemplateSyntaxError

from briefing.document import Document, Line, introduce_abbreviations, plain, read_content
from briefing.findings import DEFAULT_LANGUAGE, Finding, Origin, TemplateError
from briefing.report import Report
from briefing.standards import Standard
from briefing.templating.context import ContextBuilder, gap_text
from briefing.templating.environment import environment_for
from briefing.templating.frame import FrameBuilder
from briefing.templating.kinds import Kind, template_folder
from briefing.templating.notes import annotate
from briefing.templating.undefined import unknown_names
from briefing.vietnamese import Abbreviation, Introducer, upper_first


def render(
    report: Report,
    kind: Kind,
    standard: Standard,
    *,
    draft: bool = False,
    findings: Sequence[Finding] = (),
    language: str = DEFAULT_LANGUAGE,
    roots: tuple[Path, ...] = (),
) -> Document:
    """Return the document of a report.

    A draft marks what is missing and notes the open ``findings``; otherwise a name that the
    template asks for in vain raises TemplateError, with every such name. ``roots`` are the folders
    of templates, nearest first; the built-in folder when there is none.
    """
    builder = ContextBuilder(report, kind, language)
    context = builder.build()
    gap = partial(gap_text, language=language) if draft else _no_gap
    with unknown_names() as unknown:
        end = standard.forms.end_mark if kind.framed else "."
        names = {**context, "draft": draft, "gap": gap, "end_mark": end}
        markdown = _markdown(roots or (template_folder(),), kind, names)
    if unknown and not draft:
        raise TemplateError(list(unknown.values()))
    content = read_content(markdown)
    introducer = _introducer(report)
    title = f"{upper_first(plain(content.kind))}: {introducer.heading(plain(content.subject))}"
    about: Line = ()
    if kind.letter:
        about = tuple(replace(run, text=introducer.heading(run.text)) for run in content.subject)
        content = replace(content, kind=(), subject=())
    frame = FrameBuilder(report, context["report"], kind, standard).build(title, about, language)
    document = introduce_abbreviations(Document(frame, content, kind.framed), introducer)
    if not draft:
        return document
    return annotate(document, findings, report, builder.fill, language)


def _no_gap(_path: str) -> str:
    return ""


def _markdown(roots: tuple[Path, ...], kind: Kind, context: dict[str, object]) -> str:
    try:
        return environment_for(roots).open(kind.template).render(context)
    except TemplateSyntaxError as error:
        place = Origin(error.filename or str(error.name), error.lineno)
        finding = Finding("template/syntax", origin=place, values={"reason": error.message})
    except TemplateNotFound as error:
        asked = _where(error) or Origin(str(roots[-1]))
        finding = Finding("template/missing", origin=asked, values={"name": error.name})
    except (JinjaError, TypeError, ValueError, ArithmeticError) as error:
        where = _where(error)
        finding = Finding("template/failed", origin=where, values={"reason": str(error)})
    raise TemplateError([finding]) from None


def _where(error: BaseException) -> Origin | None:
    """Return the innermost template line of an error; Jinja rewrites tracebacks to show it."""
    found: Origin | None = None
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            found = Origin(file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _introducer(report: Report) -> Introducer:
    return Introducer(
        [
            Abbreviation(short, facts.long, tuple(facts.variants), facts.introduce)
            for short, facts in report.abbreviations.items()
        ]
    )
