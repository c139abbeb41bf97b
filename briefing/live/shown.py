"""What the page shows at one moment: the document, its findings, and the files they lie in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import library
from briefing.boundaries import leads_out
from briefing.characters import visible
from briefing.document import facts_in
from briefing.findings import (
    DEFAULT_LANGUAGE,
    Finding,
    InputError,
    Severity,
    UserError,
    dotted,
    in_reading_order,
    say,
)
from briefing.reading import MAX_BYTES, read_content
from briefing.report import Report, leaves
from briefing.templating import template_folder
from briefing.values import record

if TYPE_CHECKING:
    from briefing.library import HtmlPage

_READABLE = {".yaml", ".yml", ".json", ".toml", ".j2"}
"""The kinds of file that a report is made of and that can be shown line by line."""


@record
class Options:
    """What is shown, and how, as the options of ``briefing preview`` say it.

    ``kind`` is another kind of document than the input's own. Without ``places`` it is not told
    where the facts of the page are written.
    """

    source: Path
    draft: bool = False
    locality: str | None = None
    templates: Path | None = None
    language: str = DEFAULT_LANGUAGE
    kind: str = ""
    places: bool = True

    @property
    def request(self) -> library.Request:
        """What the page asks for: a draft where no final document can be made."""
        draft = library.Draft.YES if self.draft else library.Draft.IF_NEEDED
        kinds = (self.kind,) if self.kind else ()
        return library.Request(kinds, draft, self.language, self.templates)


@record
class Shown:
    """One state of the page.

    ``sheets`` are the last page that could be made, none before the first; it is ``stale`` while
    the files as they are now give none. ``draft`` says that it is one because of errors. ``files``
    are those that may be looked into, by the names that findings call them; ``own`` is the input's.
    ``facts`` are the files and lines of the facts that the page states, by their paths. ``report``
    is what the input says; none while it cannot be read. While it is not ``checked``, the page is
    that of now, but findings, notes and facts are those of a moment ago; ``made`` is what it shows.
    """

    sheets: HtmlPage | None = None
    stale: bool = False
    draft: bool = False
    findings: tuple[Mapping[str, Any], ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)
    facts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    own: str = ""
    report: Report | None = field(default=None, compare=False, repr=False)
    checked: bool = True
    made: library.Made | None = field(default=None, compare=False, repr=False)

    @property
    def page(self) -> str:
        """The page as one text."""
        return self.sheets.html if self.sheets else ""

    def as_data(self) -> dict[str, Any]:
        """Return what the browser is told."""
        told: dict[str, Any] = {name: getattr(self, name) for name in ("page", "stale", "draft")}
        return {**told, "findings": list(self.findings), "facts": self.facts}

    def lines(self, name: str) -> list[str] | None:
        """Return the lines of a file by its name, ``None`` when it is none that may be shown."""
        path = self.files.get(name)
        # It may have become a link since it was listed.
        if path is None or not _readable(path, own=name == self.own):
            return None
        try:
            content = read_content(path, MAX_BYTES)
        except InputError:
            return None
        return content.decode("utf-8-sig", "replace").splitlines()


def show(options: Options, before: Shown) -> Shown:
    """Return the state of the page as the files are now; what fails leaves the page ``before``."""
    for shown in stages(options, replace(before, made=None)):
        before = shown or before
    return before


def stages(options: Options, before: Shown) -> Iterator[Shown | None]:
    """Yield the page as soon as it can be shown, then as ``show`` returns it.

    ``None`` comes between two stages, where work that is out of date can be left.
    """
    report, made, unchecked, failed = None, None, None, list[Finding]()
    sheets = before.sheets
    try:
        case = library.load_case(options.source, locality=options.locality)
        report, making = case.report, library.Making(case, options.request)
        if before.made and not before.stale:
            unchecked = making.at_once(before.made)
        if unchecked:
            sheets = unchecked.in_pieces()
            yield replace(before, sheets=sheets, report=report, checked=False)
        for made in making.whole():
            if made is None:
                yield None
    except UserError as error:
        made, failed = None, error.findings
        if report is None:
            # What is right in the input is gone through as ``briefing check`` does.
            failed = library.whole_findings(options.source, options.locality, failed)
    if made is None:
        sheets = before.sheets
    elif unchecked is None or unchecked.document != made.document:
        sheets = made.in_pieces()
    yield replace(_told_of(options, before, report, made, failed), sheets=sheets)


def _told_of(
    options: Options,
    before: Shown,
    report: Report | None,
    made: library.Made | None,
    failed: list[Finding],
) -> Shown:
    """Return what is told of a document that was made, or of what kept it from being made."""
    findings = made.findings if made else _known(report)
    known = {} if report else before.files
    files = {**known, **_files(options, report, [*findings, *failed])}
    notes = _numbered(findings) if made else {}
    # What stops a document comes first; else as they stand in the files.
    listed = sorted(in_reading_order([*findings, *failed]), key=lambda found: found.severity)
    told = tuple(_told(f, options.language, files, notes.get(id(f))) for f in listed)
    facts, draft = before.facts, before.draft
    if made:
        facts, draft = _facts(made) if options.places else {}, made.stopped
    written = {path: place for path, place in facts.items() if place["file"] in files}
    own = str(options.source)
    return Shown(None, made is None, draft, told, files, written, own, report, made=made)


def _known(report: Report | None) -> list[Finding]:
    """Return what a report shows although no document can be made of it."""
    if report is None:
        return []
    with suppress(UserError):
        return library.check_facts(report)
    return []


def _facts(made: library.Made) -> dict[str, dict[str, Any]]:
    """Return where each fact that the page states was written, by its path."""
    report, stated = made.report, facts_in(made.document)
    origins = {dotted(leaf.path): report.origin(*leaf.path) for leaf in leaves(report)}
    return {
        path: {"file": origin.file, "line": origin.line}
        for path, origin in origins.items()
        if path in stated and origin is not None
    }


def _numbered(findings: Iterable[Finding]) -> dict[int, int]:
    """Return the number of the note that a draft has for a finding, by the finding's identity."""
    noted = [finding for finding in findings if finding.severity is not Severity.INFO]
    return {id(finding): number for number, finding in enumerate(noted)}


def _told(
    finding: Finding, language: str, files: Mapping[str, Path], note: int | None
) -> dict[str, Any]:
    data = finding.as_data(language)
    file = data["file"] if data["file"] in files else None
    place = visible(str(finding.origin or finding.path))
    called = say(f"severity.{data['severity']}", language)
    return {**data, "file": file, "place": place, "called": called, "note": note}


def _files(options: Options, report: Report | None, findings: Iterable[Finding]) -> dict[str, Path]:
    """Return the files that a report is made of and those that findings lie in, by name."""
    names = {str(options.source), *_origins(report, findings)}
    names |= {str(file) for root in _roots(options, report) for file in root.glob("*.j2")}
    paths = {name: Path(name) for name in sorted(names)}
    own = str(options.source)
    return {name: path for name, path in paths.items() if _readable(path, own=name == own)}


def _origins(report: Report | None, findings: Iterable[Finding]) -> Iterator[str]:
    reports = [known for known in (report, report and report.last_report) if known]
    for known in reports:
        yield from {origin.file for origin in known.origins.places.values()}
    yield from (finding.origin.file for finding in findings if finding.origin)


def _roots(options: Options, report: Report | None) -> list[Path]:
    packs = report.pack_folders if report else ()
    return [*packs, options.templates or template_folder()]


def _readable(path: Path, *, own: bool) -> bool:
    """Say whether a file may be shown: of a known kind, and no link that leads out of its folder.

    The user's ``own`` input may be a link: they named it themselves.
    """
    if path.suffix not in _READABLE or not path.is_file():
        return False
    return own or not leads_out(path, path.parent)
