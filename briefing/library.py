"""What the library does, one function a step: load, check, render, build, preview."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.checking import check_report, missing_facts, suitable_period
from briefing.document import Document, write_markdown
from briefing.findings import (
    DEFAULT_LANGUAGE,
    Finding,
    InputError,
    Origin,
    RefusedError,
    has_errors,
    in_reading_order,
)
from briefing.localities import (
    NOWHERE,
    Locality,
    is_slug,
    load_locality,
    profile_facts,
    report_facts,
)
from briefing.reading import Source, paragraphs, paths, read, validate
from briefing.report import Report
from briefing.standards import Standard, load_standard, standard_of
from briefing.templating import find_kind, kinds, template_folder
from briefing.templating import render as render_template
from briefing.word import Fitted, fit, look_of, write_docx

if TYPE_CHECKING:
    from briefing.checking.statements import Reading


def load(path: str | Path, *, locality: str | None = None) -> Report:
    """Return the report that an input file describes, laid over its locality's pack.

    ``locality`` names another pack than the input does. Raises InputError with every fault, each
    at its line and column.
    """
    report = _read(Path(path), locality)
    return report.following(_last_report(report, Path(path)))


def _read(path: Path, locality_name: str | None = None) -> Report:
    """Return the report of one file; the faults of file, pack and kind are told together."""
    findings: list[Finding] = []
    source = read(path)
    if locality_name is not None:
        source = Source({**source.data, "locality": locality_name}, source.places)
    source, locality = _laid(source, findings)
    folders = locality.folders
    with gathered(findings):
        kind = source.data.get("kind")
        if isinstance(kind, str) and is_slug(kind):
            find_kind(kind, source.origins.at(("kind",)), folders)
    with gathered(findings):
        report = validate(source)
    if findings:
        raise InputError(findings)
    doubts = (*report.doubts, *locality.doubts)
    return report.written_at(report.origins, doubts).shaped_by(folders)


def read_whole(path: str | Path) -> Source:
    """Return the data of an input over what its locality and its profile say.

    Raises InputError with the faults of the file and of the packs, not yet those of the facts.
    """
    findings: list[Finding] = []
    source, _ = _laid(read(Path(path)), findings)
    if findings:
        raise InputError(findings)
    return source


def _laid(source: Source, findings: list[Finding]) -> tuple[Source, Locality]:
    locality = NOWHERE
    with gathered(findings):
        locality = _locality(source)
        source = source.over(report_facts(locality, source))
    return _over_profile(source), locality


def _locality(source: Source) -> Locality:
    """Return the locality that an input names, as it stood on the day of issue."""
    name = source.data.get("locality")
    if not isinstance(name, str) or not is_slug(name):
        return NOWHERE
    return load_locality(name, source.origins.at(("locality",)), _day(source.data))


def _day(data: dict[str, Any]) -> date:
    """Return the day of issue; while that cannot be read, packs are taken as they stand now."""
    keys = ("schema", "kind", "period", "date")
    dated: dict[str, Any] = {key: data[key] for key in keys if key in data}
    try:
        return validate(Source(dated)).issued_on
    except InputError:
        return date.max


def _over_profile(source: Source) -> Source:
    facts = profile_facts(source.data)
    place = source.origins.at(("issuer",)) or Origin("")
    return source.over(Source(facts, dict.fromkeys(paths(facts), place))) if facts else source


@contextmanager
def gathered(findings: list[Finding]) -> Iterator[None]:
    """Add the findings of an InputError to a list instead of letting it stop the work."""
    try:
        yield
    except InputError as error:
        findings += error.findings


def _last_report(report: Report, path: Path) -> Report | None:
    """Return the report of the period before that an input names; its own last is not read."""
    if report.previous_report is None:
        return None
    file = path.parent / report.previous_report
    try:
        return _read(file)
    except InputError as error:
        first = error.findings[0]
        values = {"file": report.previous_report, "reason": first.message()}
        origin = report.origin("previous_report")
        finding = Finding("previous/unreadable", origin=origin, values=values)
        raise InputError([finding]) from None


def check(report: Report) -> list[Finding]:
    """Return every finding of a report: figures, names, people, and what its kind misses."""
    kind = find_kind(report.kind, report.origin("kind"), report.pack_folders)
    missing = missing_facts(report, kind.requires, kind.expects)
    unsuitable = suitable_period(report, kind.periods)
    look = _fitted(report).findings
    return in_reading_order([*check_report(report), *missing, *unsuitable, *look])


def suits(report: Report, kind: str) -> bool:
    """Say whether a year has what another kind of document requires."""
    same, asked = in_kind(report, kind), find_kind(kind, folders=report.pack_folders)
    lacking = [*missing_facts(same, asked.requires, ()), *suitable_period(same, asked.periods)]
    return not lacking


def read_statements(path: str | Path) -> list[Reading]:
    """Return every statement about numbers in a .txt, .md or .docx file, with its verdict.

    Raises InputError when the file cannot be read.
    """
    from briefing.checking.statements import read_text

    return list(read_text(paragraphs(Path(path))))


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


def standard_for(report: Report) -> Standard:
    """Return the layout standard that holds for the issuer on the day of issue.

    Party bodies follow the guidance of the Party's central office, all others the decree. Sizes
    are those of the locality's ``style.docx`` where the standard allows them.
    """
    return _fitted(report).standard


def _fitted(report: Report) -> Fitted:
    """Return the standard with the locality's look laid over it."""
    name = report.standard or standard_of(report.issuer.family, report.issued_on)
    return fit(load_standard(name, report.size_profile), look_of(report.pack_folders))


def template_roots(locality: str) -> tuple[Path, ...]:
    """Return the folders whose templates a locality uses, nearest first; the built-in is last."""
    return (*load_locality(locality).folders, template_folder())


def own_pack_and_below(locality: str) -> tuple[Path, tuple[Path, ...]]:
    """Return the folder of a locality's own pack, and the template folders that it inherits from.

    Raises InputError for a province that has no pack.
    """
    nearest_pack = load_locality(locality).packs[0]
    if nearest_pack.folder is None:
        raise InputError([Finding("locality/no-folder", values={"name": locality})])
    return nearest_pack.folder, template_roots(locality)[1:]


def in_kind(report: Report, kind: str) -> Report:
    """Return the same year as the input of another kind of document."""
    find_kind(kind, folders=report.pack_folders)
    same = report.model_copy(update={"kind": kind})
    same.written_at(report.origins, report.doubts)
    return same.following(report.last_report).shaped_by(report.pack_folders)


def in_kinds(report: Report, asked: str | None) -> tuple[dict[str, Report], list[str]]:
    """Return the year as each kind of document asked for, and the kinds that do not suit it.

    ``asked`` is names with commas between, ``all`` for every kind that suits, ``None`` for the
    input's own kind.
    """
    if asked is None:
        return {report.kind: report}, []
    if asked != "all":
        return {name: in_kind(report, name) for name in map(str.strip, asked.split(","))}, []
    names = list(kinds(report.pack_folders))
    chosen = [name for name in names if suits(report, name)]
    left_out = [name for name in names if name not in chosen]
    return {name: in_kind(report, name) for name in chosen or [report.kind]}, left_out


def named_for_kind(first: Path, kind: str, own: str) -> Path:
    """Return the file name of a kind: the input's own name for its own kind."""
    return first if kind == own else first.with_name(f"{first.stem}-{kind}.docx")


def build(
    report: Report,
    *,
    draft: bool = False,
    language: str = DEFAULT_LANGUAGE,
    templates: str | Path | None = None,
) -> bytes:
    """Return the Word file of a report; the same report gives the same bytes."""
    document = render(report, draft=draft, language=language, templates=templates)
    fitted = _fitted(report)
    return write_docx(document, fitted.standard, fitted.look)


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
    document = render(report, draft=draft, language=language, templates=templates)
    fitted = _fitted(report)
    from briefing.html import write_html

    return write_html(document, fitted.standard, fitted.look)
