"""An input over its locality and its profile into a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from briefing.boundaries import file_named
from briefing.findings import (
    Finding,
    InputError,
    Origin,
    Origins,
    Severity,
    dotted,
    has_errors,
    in_reading_order,
)
from briefing.kinds import Choices, built_in
from briefing.library.based import (
    base_file,
    base_named,
    facts_of_base,
    files_of_base,
    unreadable_base,
)
from briefing.library.names_of_packs import as_the_pack_tells, without_names_of_packs
from briefing.library.own_frame import in_own_frame
from briefing.localities import (
    NOWHERE,
    Locality,
    Shelves,
    is_pack_name,
    is_slug,
    load_locality,
    profile_facts,
    report_facts,
    signed_on_behalf,
)
from briefing.reading import (
    FileData,
    check_there,
    collected_later,
    files_of_tables,
    named_table,
    paths,
    read,
    read_as_far,
    validate,
    validate_as,
    with_file_of_table,
    with_table,
)
from briefing.report import Report
from briefing.templating import fields_of_kinds, find_kind
from briefing.vietnamese import OldFont, from_legacy, is_of_old_font, legacy_code

ROWS = "indicators"
"""The key of rows, or of the table that holds them."""
_RULES = {ROWS: "indicators/no-table"}


def read_report(path: Path, locality: str | None = None, *, convert: bool = False) -> Report:
    """Return the report that an input file describes, over its locality, after the one before it.

    ``locality`` names another pack than the input does. Texts of before Unicode, TCVN3 and VNI, are
    brought into Unicode only when asked to ``convert`` them. Raises InputError with every fault.
    """
    report = _read(path, locality, convert=convert)
    return report.following(_last_report(report, path, convert=convert))


def _read(path: Path, locality_name: str | None = None, *, convert: bool = False) -> Report:
    """Return the report of one file; the faults of file, pack and kind are told together."""
    with collected_later():
        return _read_now(path, locality_name, convert=convert)


def _read_now(path: Path, locality_name: str | None, *, convert: bool) -> Report:
    source = read_as_far(path)
    findings, refused = list(source.findings), source.refused
    files = table_files(source)
    source = _with_rows(source, path.parent, findings, convert=convert)
    said = frozenset(source.data)
    source, of_base = _over_base(source, path.parent, findings)
    files += of_base
    if convert:
        source = source.with_texts(_in_unicode)
    if locality_name is not None:
        data = {**source.data, "locality": locality_name}
        source = FileData(data, source.places, fonts=source.fonts)
    of_packs: list[Finding] = []
    source, locality, choices = _laid(source, path.parent, of_packs)
    folders = locality.folders
    of_kind: list[Finding] = []
    with gathered(of_kind):
        kind = source.data.get("kind")
        own = kind if isinstance(kind, str) else None
        choices = choices.with_fields(fields_of_kinds(folders, own))
        if isinstance(kind, str) and is_slug(kind):
            find_kind(kind, source.origins.at(("kind",)), folders)
    of_facts: list[Finding] = []
    with gathered(of_facts):
        report = validate(source, choices)
    findings += (*of_packs, *without_names_of_packs(of_kind, of_packs))
    of_facts = as_the_pack_tells(of_facts, [*of_packs, *of_kind], source)
    findings += [finding for finding in of_facts if not _follows(finding, refused)]
    if has_errors(findings):
        raise InputError(in_reading_order(findings))
    doubts = (*findings, *report.doubts, *locality.doubts)
    report = report.written_at(with_packs(report.origins, locality), doubts).shaped_by(folders)
    report = report.as_companion() if of_base else report
    report = in_own_frame(report, find_kind(report.kind, folders=folders), said)
    return report.with_table_files(*files) if files else report


def laid_as_far(
    path: Path, locality_name: str | None = None
) -> tuple[FileData, Choices, frozenset[tuple[str | int, ...]]] | None:
    """Return the readable facts of an input over its packs, and what of it was refused.

    ``None`` where a pack, a table or an input that it leads to is at fault as well.
    """
    with collected_later():
        findings: list[Finding] = []
        source = read_as_far(path)
        refused = source.refused
        source = _with_rows(source, path.parent, findings)
        source, _ = _over_base(source, path.parent, findings)
        if locality_name is not None:
            data = {**source.data, "locality": locality_name}
            source = FileData(data, source.places, fonts=source.fonts)
        source, locality, choices = _laid(source, path.parent, findings)
        with gathered(findings):
            kind = source.data.get("kind")
            own = kind if isinstance(kind, str) else None
            choices = choices.with_fields(fields_of_kinds(locality.folders, own))
        return None if has_errors(findings) else (source, choices, refused)


def table_files(source: FileData) -> list[str]:
    """Return the files with rows of indicators and of tables that an input names, each once."""
    named = [named_table(source), *(file for _, file in files_of_tables(source.data))]
    return list(dict.fromkeys(name for name in named if name is not None))


def _over_base(
    source: FileData, folder: Path, findings: list[Finding]
) -> tuple[FileData, list[str]]:
    """Return an input over the facts of the one that it is based on, and the files of that one."""
    named = base_named(source)
    if named is None:
        return source, []
    with gathered(findings):
        file = base_file(source, folder)
        try:
            base = read_with_rows(file) if file else FileData({})
            files = files_of_base(named, read(file)) if file else []
        except InputError as error:
            raise InputError([unreadable_base(source, error)]) from None
        return source.over(facts_of_base(base, source.data.get("kind"))), files
    return source, []


def with_packs(origins: Origins, locality: Locality) -> Origins:
    """Return where values were written, with the sections and tables that packs speak of."""
    places = locality.told.places
    tables = ("sections", "figures_annex", "kinds", "headings", "areas", "fields", "name", "level")
    own = {("locality", *path): at for path, at in places.items() if path and path[0] in tables}
    return Origins({**own, **origins.places}) if own else origins


def _in_unicode(text: str, font: OldFont | None) -> str:
    if font is not None and is_of_old_font(text):
        return font.read(text)
    code = legacy_code(text)
    return from_legacy(text, code) if code else text


def _follows(finding: Finding, refused: Iterable[tuple[str | int, ...]]) -> bool:
    """Say whether a fault of the facts only follows from what was refused at its cell."""
    missing = finding.rule == "workbook/not-filled"
    for path in refused:
        told = dotted(path)
        if told.startswith(finding.path) and finding.path:
            return True
        if missing and finding.path.startswith(told):
            return True
    return False


def _with_rows(
    source: FileData, folder: Path, findings: list[Finding], *, convert: bool = False
) -> FileData:
    """Return an input with the rows of the tables that it names, files of its folder.

    Without rows where a table has faults, which join the others.
    """
    named = named_table(source)
    if named is not None:
        with gathered(findings):
            file = _table(named, folder, source.origins.at((ROWS,)), ROWS)
            source = with_table(source, file, convert=convert)
            named = None
        source = source.without(ROWS) if named is not None else source
    for name, told in files_of_tables(source.data):
        path = ("tables", name, "file")
        with gathered(findings):
            file = _table(told, folder, source.origins.at(path), dotted(path))
            source = with_file_of_table(source, name, file, convert=convert)
    return source


def _table(name: str, folder: Path, origin: Origin | None, path: str) -> Path:
    file = file_named(name, folder, origin, path)
    try:
        check_there(file)
    except InputError as error:
        values = {"file": name, "reason": error.findings[0]}
        rule = _RULES.get(path, "tables/no-table")
        raise InputError([Finding(rule, origin=origin, path=path, values=values)]) from None
    return file


def read_with_rows(path: Path) -> FileData:
    """Return the data of an input file with the rows of the table that it names.

    The table lies in the input's folder. Raises InputError with every fault of both.
    """
    findings: list[Finding] = []
    source = read(path)
    source = _with_rows(source, path.parent, findings)
    if findings:
        raise InputError(findings)
    return source


def read_whole(path: str | Path) -> FileData:
    """Return the data of an input over what its locality and its profile say.

    Raises InputError with the faults of the file and of the packs, not yet those of the facts.
    """
    findings: list[Finding] = []
    written, folder = read(Path(path)), Path(path).parent
    written = _with_rows(written, folder, findings)
    source, *_ = _laid(written, folder, findings)
    if findings:
        raise InputError(findings)
    return source


def _laid(
    source: FileData, folder: Path, findings: list[Finding]
) -> tuple[FileData, Locality, Choices]:
    locality, choices, day = NOWHERE, built_in(), _day(source.data)
    with gathered(findings):
        locality = _locality(source, folder, day)
        choices = locality.choices
        source = source.over(report_facts(locality, source, day))
    return over_profile(source, choices, day), locality, choices


def _locality(source: FileData, folder: Path, day: date) -> Locality:
    """Return the locality that an input of a folder names, as it stood on the day of issue."""
    name = source.data.get("locality")
    if not isinstance(name, str) or not is_pack_name(name):
        return NOWHERE
    origin = source.origins.at(("locality",))
    return load_locality(name, origin, day, shelves=Shelves(folder))


def _day(data: dict[str, Any]) -> date:
    """Return the day of issue; while that cannot be read, packs are taken as they stand now."""
    keys = ("schema", "kind", "period", "date")
    dated: dict[str, Any] = {key: data[key] for key in keys if key in data}
    try:
        return validate_as(Report, FileData(dated), built_in()).issued_on
    except InputError:
        return date.max


def over_profile(source: FileData, choices: Choices, day: date) -> FileData:
    """Return an input over what is usual for its force and level, and for whom its signer signs."""
    place = source.origins.at(("issuer",)) or Origin("")
    source = _over(source, profile_facts(source.data, choices, day), place)
    place = source.origins.at(("signature", "post")) or place
    return _over(source, signed_on_behalf(source.data, choices), place)


def _over(source: FileData, facts: dict[str, Any], place: Origin) -> FileData:
    return source.over(FileData(facts, dict.fromkeys(paths(facts), place))) if facts else source


@contextmanager
def gathered(findings: list[Finding]) -> Iterator[None]:
    """Add the findings of an InputError to a list instead of letting it stop the work."""
    try:
        yield
    except InputError as error:
        findings += error.findings


def _last_report(report: Report, path: Path, *, convert: bool) -> Report | None:
    """Return the report of the period before that an input names; its own last is not read.

    Texts of before Unicode in it cannot be compared, so they are told as what keeps it from being
    read.
    """
    if report.previous_report is None:
        return None
    key = "previous_report"
    origin = report.origin(key)
    file = file_named(report.previous_report, path.parent, origin, key)
    try:
        last = _read(file, convert=convert)
        if has_errors(last.doubts):
            raise InputError([doubt for doubt in last.doubts if doubt.severity is Severity.ERROR])
        return last
    except InputError as error:
        values = {"file": report.previous_report, "reason": error.findings[0]}
        finding = Finding("previous/unreadable", Severity.ERROR, origin, key, values)
        raise InputError([finding]) from None
