"""A Report through its kind's template into a Document."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError

from briefing.document import (
    Content,
    Document,
    Heading,
    Line,
    OutlineCounter,
    introduce_abbreviations,
    numbered_footnotes,
    plain,
    printed_lines,
    read_content,
    with_notes_in_italics,
)
from briefing.findings import DEFAULT_LANGUAGE, BriefingError, Finding, Origin, TemplateError
from briefing.patterns import Pattern
from briefing.report import Report
from briefing.standards import Standard
from briefing.templating.context import ContextBuilder, gap_text
from briefing.templating.environment import environment_for
from briefing.templating.frame import FrameBuilder
from briefing.templating.kind import Kind, template_folder
from briefing.templating.limits import DOCUMENT, limited, spaced
from briefing.templating.list_numbers import number_as_list
from briefing.templating.outline import printed_numbers, section_numbers
from briefing.templating.own_tables import cited_tables, expected_annexes, printed_annexes
from briefing.templating.refusals import RefusalError, reason, shown, syntax_finding
from briefing.templating.sections import NAME as SECTIONS
from briefing.templating.sections import outline_faults, section_faults
from briefing.templating.sources import Sources
from briefing.templating.spelling import spelt
from briefing.templating.undefined import unknown_names
from briefing.tracing import substituted, through
from briefing.vietnamese import (
    MAX_GROWTH,
    Abbreviation,
    GrowthError,
    Introducer,
    bare_number,
    continued,
    typed_number,
    upper_first,
)

_LINK = "]("
"""What every link of Markdown has in it."""

_CHANCE = 3
"""How often a line may stand in the way to an error without being part of a circle."""


def render(
    report: Report,
    kind: Kind,
    standard: Standard,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    roots: tuple[Path, ...] = (),
    traced: bool = True,
) -> Document:
    """Return the document of a report.

    A draft marks what is missing; otherwise a name that the template asks for in vain raises
    TemplateError, with every such name. ``roots`` are the folders
    of templates, nearest first; the built-in folder when there is none. What is printed knows
    which facts it states unless ``traced`` is false.
    """
    try:
        return _rendered(report, kind, standard, draft, language, roots, traced)
    except GrowthError:
        values = {"limit": spaced(MAX_GROWTH)}
        raise TemplateError([Finding("text/long-forms", values=values)]) from None


def _rendered(
    report: Report,
    kind: Kind,
    standard: Standard,
    draft: bool,
    language: str,
    roots: tuple[Path, ...],
    traced: bool,
) -> Document:
    _check_sections(report, kind, roots or (template_folder(),))
    # Words are spelt in the locality's way but where they state a fact.
    traced = traced or report.choices.wording.tone_marks is not None
    gap = partial(gap_text, language=language) if draft else _no_gap
    end = standard.forms.end_mark if kind.framed else "."
    more = {"draft": draft, "gap": gap, "end_mark": end}

    def told(numbers: Mapping[str, str]) -> tuple[Content, str, dict[str, Any], bool]:
        """Return the content with its sections numbered so, the template, and what it was told.

        Last comes whether links stand in it, as gaps and footnotes do.
        """
        builder = ContextBuilder(report, kind, language, traced=traced, numbers=numbers)
        context = builder.build()
        with unknown_names() as unknown:
            names = {**context, **more}
            markdown, template = _markdown(roots or (template_folder(),), kind, names)
        if unknown and not draft:
            raise TemplateError(list(unknown.values()))
        content = _content(markdown, Origin(template), len(standard.outline))
        return content, template, context, _LINK in markdown

    word = standard.strings["annex"]
    numbers = section_numbers(report, standard.outline)
    numbers |= cited_tables(report, expected_annexes(report, word))
    content, template, context, linked = told(numbers)
    printed = printed_numbers(content, context["report"]["outline"], standard.outline)
    printed |= cited_tables(report, printed_annexes(content, context["report"]["annexes"], word))
    if printed.items() - numbers.items():
        # A part without anything to print has no heading, so the ones behind it count anew.
        content, template, context, linked = told({**numbers, **printed})
    if not draft and not (content.kind and content.blocks):
        rule = "template/no-text" if content.kind else "template/no-title"
        raise TemplateError([Finding(rule, origin=Origin(_file_of(roots, kind)))])
    if not draft:
        _refuse_numbers(content, template, report)
    content = with_notes_in_italics(content)
    introducer = _introducer(report)
    title = f"{upper_first(plain(content.kind))}: {introducer.heading(plain(content.subject))}"
    about: Line = ()
    if kind.letter:
        about = tuple(run.saying(introducer.heading(run.traced)) for run in content.subject)
        content = replace(content, kind=(), subject=())
    builder_of_frame = FrameBuilder(report, context["report"], kind, standard)
    frame = builder_of_frame.build(title, about, language, draft=draft)
    whole = Document(frame, content, kind.framed)
    whole = numbered_footnotes(whole) if linked else whole
    document = introduce_abbreviations(whole, introducer)
    if standard.forms.small_subject and kind.framed:
        content = replace(document.content, subject=_small(document.content.subject))
        document = replace(document, content=content)
    if not draft:
        _refuse_gaps(document if linked else _without_text(document), roots, kind)
    style = report.choices.wording.tone_marks
    return spelt(document, style) if style else document


def _check_sections(report: Report, kind: Kind, roots: tuple[Path, ...]) -> None:
    """Refuse sections that the templates of the kind cannot put in order."""
    wording = report.choices.wording
    order = wording.orders.get(kind.name)
    if order is None and not report.sections:
        return
    sources = Sources(roots)
    try:
        chain = sources.chain(sources.open(kind.template))
    except TemplateNotFound:
        return  # the rendering tells what is not there

    def place(at: int | None) -> Origin | None:
        return report.origin("locality", SECTIONS, kind.name, *(() if at is None else (at,)))

    faults = list(outline_faults(report, kind, chain, wording))
    if order is not None:
        faults += section_faults(order, kind, chain, wording.sections, place)
    if faults:
        raise TemplateError(faults)


def _refuse_numbers(content: Content, template: str, report: Report) -> None:
    """Refuse headings that a template gives a number of their own, however it is put together.

    One without a mark may be a count, unless it is the number that the program gives; what the
    input calls its areas is not the template's.
    """
    given = {upper_first(area.heading) for area in report.results if area.heading}
    for blocks in (content.blocks, *(annex.blocks for annex in content.annexes)):
        counter = OutlineCounter(())
        for block in blocks:
            if not isinstance(block, Heading):
                continue
            words, own = plain(block.line), str(counter.next(block.level))
            number = typed_number(words)
            if not number and words not in given and bare_number(words).lstrip("0") == own:
                number = bare_number(words)
            if number:
                values = {"text": words, "number": number}
                found = Finding("template/typed-number", origin=Origin(template), values=values)
                raise TemplateError([found])


def _small(line: Line) -> Line:
    """Return a line that begins with a small letter, unless a name begins it."""
    if not line:
        return line
    first, *others = line
    return (first.saying(through(continued, first.traced)), *others)


def _file_of(roots: tuple[Path, ...], kind: Kind) -> str:
    """Return the template of a kind, the nearest one."""
    folders = (*roots, template_folder())
    return str(next(file for f in folders if (file := f / kind.template).is_file()))


def _without_text(document: Document) -> Document:
    """Return the frame of a document alone, in which there may be gaps as well."""
    return replace(document, content=Content((), (), ()))


def _refuse_gaps(document: Document, roots: tuple[Path, ...], kind: Kind) -> None:
    """Refuse a final document in which something is still to be filled in."""
    gaps = dict.fromkeys(run.gap for line in printed_lines(document) for run in line if run.gap)
    if gaps:
        place = Origin(_file_of(roots, kind))
        rule = "template/gap-left"
        found = [Finding(rule, origin=place, path=gap, values={"name": gap}) for gap in gaps]
        raise TemplateError(found)


def _no_gap(_path: str) -> str:
    return ""


def _content(markdown: str, template: Origin, deepest: int) -> Content:
    """Return the content of the finished text; what is wrong with it is the template's."""
    if number := number_as_list(markdown):
        values = {"line": number}
        raise TemplateError([Finding("template/number-as-list", origin=template, values=values)])
    try:
        return read_content(markdown, deepest)
    except TemplateError as error:
        found = [replace(finding, origin=finding.origin or template) for finding in error.findings]
        raise TemplateError(found) from None


def _markdown(roots: tuple[Path, ...], kind: Kind, context: dict[str, object]) -> tuple[str, str]:
    """Return the finished text, and the file of the template that made it."""
    template = str(roots[-1])
    try:
        with limited():
            found = environment_for(roots).open(kind.template)
            template = str(found.filename)
            # TCVN 6909:2001 knows the precomposed letters only; what a template puts together too.
            markdown = _composed(found.render(context))
        if len(markdown) <= DOCUMENT:
            return markdown, template
        values: dict[str, object] = {"limit": spaced(DOCUMENT)}
        finding = Finding("template/too-long", origin=Origin(template), values=values)
    except BriefingError:
        raise
    except TemplateSyntaxError as error:
        finding = syntax_finding(error, template)
    except TemplateNotFound as error:
        asked = _where(error) or Origin(template)
        finding = Finding("template/missing", origin=asked, values={"name": shown(error.name)})
    except RefusalError as error:
        finding = Finding(error.rule, origin=_where(error), values=error.values)
    except RecursionError as error:
        finding = Finding("template/endless", origin=_circle(error))
    # Whatever a template makes Python say is the template's fault.
    except Exception as error:
        finding = Finding("template/failed", origin=_where(error), values=reason(error))
    raise TemplateError([finding]) from None


_DECOMPOSED = Pattern(r"[^\W\d_][\u0300-\u036f]+")


def _composed(text: str) -> str:
    """Return a text in precomposed letters; it goes on knowing its facts."""
    if unicodedata.is_normalized("NFC", text):
        return text
    return substituted(_DECOMPOSED, lambda match: unicodedata.normalize("NFC", match[0]), text)


def _where(error: BaseException) -> Origin | None:
    """Return the innermost template line of an error."""
    return next(reversed(_lines(error)), None)


def _circle(error: RecursionError) -> Origin | None:
    """Return the outermost template line of a circle: where it breaks off is chance."""
    lines = _lines(error)
    return next((line for line in lines if lines.count(line) > _CHANCE), None) or _where(error)


def _lines(error: BaseException) -> list[Origin]:
    """Return the template lines of an error, outermost first; Jinja rewrites tracebacks so."""
    found = []
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            found.append(Origin(file, trace.tb_lineno))
        trace = trace.tb_next
    return found


def _introducer(report: Report) -> Introducer:
    return Introducer(
        [
            Abbreviation(short, facts.long, tuple(facts.variants), facts.introduce)
            for short, facts in report.abbreviations.items()
        ]
    )
