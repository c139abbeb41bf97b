"""What a person should look at in a report, and in a finished text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.checking import (
    OTHER_TYPE,
    TOO_MANY,
    check_report,
    former_units,
    marks_without_frame,
    missing_facts,
    suitable_period,
    told_too_early,
    too_deep,
)
from briefing.findings import (
    Finding,
    in_reading_order,
)
from briefing.library.packs import of_packs
from briefing.localities import former_names
from briefing.reading import MAX_FAULTS, read_finished
from briefing.report import Report
from briefing.standards import Standard, load_standard, numbered, other_type, standard_of
from briefing.templating import Kind, find_kind, kind_place
from briefing.values import record
from briefing.word import Fitted, fit, look_of

REPORT_SYMBOL = "BC"
"""What tells of the past bears this symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III: báo cáo)."""

if TYPE_CHECKING:
    from briefing.checking.statements import Reading


def check_facts(report: Report) -> list[Finding]:
    """Return what a report shows before its document is made: figures, names, gaps, its packs."""
    kind = find_kind(report.kind, report.origin("kind"), report.pack_folders)
    missing = missing_facts(report, kind.requires, kind.expects)
    unsuitable = suitable_period(report, kind.periods)
    unmarked = marks_without_frame(report, framed=kind.framed)
    early = told_too_early(report) if kind.symbol == REPORT_SYMBOL else ()
    former = former_units(report, former_names(report.issued_on))
    form = fitted(report)
    deep = () if kind.letter else too_deep(report, len(form.standard.outline))
    packs = of_packs(report, kind)
    typed = _types(report, kind)
    found = (typed, missing, unsuitable, unmarked, early, former, deep, form.findings, packs)
    return in_reading_order([*check_report(report), *chain.from_iterable(found)])


def _types(report: Report, kind: Kind) -> Iterator[Finding]:
    """Yield the kind of a pack whose word is of one type and whose symbol is of another."""
    other = other_type(kind.kind, kind.symbol)
    if kind.symbol and kind.symbol == report.issuer.symbol:
        other = report.issuer.name or report.issuer.symbol
    if kind.framed and not kind.letter and other:
        values = {"title": kind.kind, "symbol": kind.symbol, "other": other}
        yield OTHER_TYPE.found(kind_place(kind.name, report.pack_folders), values=values)


def standard_for(report: Report) -> Standard:
    """Return the layout standard that holds for the issuer on the day of issue.

    Party bodies follow the guidance of the Party's central office, all others the decree. Sizes
    are those of the locality's ``style.docx`` where the standard allows them.
    """
    return fitted(report).standard


def fitted(report: Report) -> Fitted:
    """Return the standard with the locality's look laid over it, and the report's own numbering."""
    name = report.standard or standard_of(report.body.family, report.issued_on)
    made = fit(load_standard(name, report.size_profile), look_of(report.pack_folders))
    kind = find_kind(report.kind, report.origin("kind"), report.pack_folders)
    scheme = report.numbering or kind.numbering
    return replace(made, standard=numbered(made.standard, tuple(scheme))) if scheme else made


@record
class CheckedText:
    """The statements of a finished text with their verdicts, and what of it was not read.

    ``whole`` is what its parts say against each other: tables, and what is stated again.
    """

    readings: list[Reading]
    unread: list[Finding]
    whole: list[Finding] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        """What is told of the text."""
        told = [reading.finding for reading in self.readings if reading.finding]
        return [*self.unread, *told, *self.whole]


def check_text(path: str | Path) -> CheckedText:
    """Read a .txt, .md or .docx file as it is shown, and judge what it states about numbers.

    Raises InputError when the file cannot be read.
    """
    from briefing.checking.documents import stated_again, table_totals
    from briefing.checking.statements import (
        MAX_STATEMENTS,
        read_text,
        too_long,
        within_limits,
    )

    text = read_finished(Path(path))
    paragraphs, ended = within_limits(text.paragraphs)
    whole = [*table_totals(text.tables), *stated_again(paragraphs, text.tables)]
    readings: list[Reading] = []
    told, claims, unread = 0, 0, [*text.unread, *([ended] if ended else [])]
    for reading in read_text(paragraphs):
        readings.append(reading)
        told += reading.finding is not None
        if told == MAX_FAULTS:
            unread.append(TOO_MANY.found(reading.origin, values={"most": MAX_FAULTS}))
            break
        claims += reading.statement.claims
        if claims == MAX_STATEMENTS:
            unread = [*text.unread, too_long(reading.origin)]
            break
    return CheckedText(readings, unread, whole)


def read_statements(path: str | Path) -> list[Reading]:
    """Return every statement about numbers in a .txt, .md or .docx file, with its verdict.

    Raises InputError when the file cannot be read.
    """
    return check_text(path).readings
