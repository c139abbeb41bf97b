"""Other communes, provinces and bodies that the words of packs name where their own belong.

A pack that was copied from a neighbour says so in some of its words. What an input says of
neighbours is its own affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.packs.placed import cut
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whose_words import FIRST_AND_LAST, is_of_a_pack
from briefing.checking.register import over_documents, over_reports
from briefing.checking.units import UnitName, foreign_units, plain_words, unit_word
from briefing.findings import FieldPath, Finding, LooksAt, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import Issuer, Report, issuing_bodies, named_bodies

SAID_OF_OTHERS = rule("locality/other-unit", Severity.ERROR, Severity.WARNING)
OTHER_RECIPIENT = rule("locality/other-recipient", Severity.WARNING, Severity.ERROR)
TYPED_UNIT = rule(
    "template/other-unit", Severity.ERROR, Severity.WARNING, looks_at=LooksAt.DOCUMENT
)

_ABOVE = re.compile(
    r"thường trực|đảng ủy|đảng uỷ|hội đồng nhân dân|hđnd|mặt trận|mttq|ubmttq", re.IGNORECASE
)
"""Who in a commune receives its reports; a neighbour's are told nothing."""

_OF_OTHERS = Pattern(
    r"kế hoạch|nghị quyết|chỉ thị|quyết định|chương trình|quy chế|công văn|hướng dẫn|chỉ đạo|"
    r"yêu cầu|kết luận|phương án|phối hợp|giáp ranh|tiếp giáp|đề nghị",
    re.IGNORECASE,
)
"""What speaks of others in its own right."""

_REPORTS = Pattern(r"\s*(?:kính |trân trọng )*(?:báo cáo|thông báo)\b", re.IGNORECASE)
_END = Pattern(r"[\s./:]*$")


@over_reports
def said_of_other_units(report: Report) -> Iterator[Finding]:
    """Yield first and last sentences of packs that are those of another unit, or another body."""
    for key in FIRST_AND_LAST:
        text = getattr(report, key)
        found = _other(text, report.issuer) if text and is_of_a_pack(report, (key,)) else None
        if found:
            words, severity = found
            values = {"text": cut(text), "words": words, "own": report.issuer.name or ""}
            yield SAID_OF_OTHERS.found(report.origin(key), key, values, severity)


@over_reports
def recipients_of_other_units(report: Report) -> Iterator[Finding]:
    """Yield recipients of packs that are another commune's Party or council, or another province's.

    A neighbour's committee or police may well be written to; whom a pack addresses in all its
    reports is above, and where it keeps them is its own.
    """
    for path, text in _recipients(report):
        if not is_of_a_pack(report, path):
            continue
        near = path[1] != "archive" and not _ABOVE.search(text)
        for unit in foreign_units(text, report.issuer, near=near):
            values = {"text": text, "words": unit.words, "own": report.issuer.unit_name or ""}
            severity = Severity.WARNING if path[1] == "copies" else Severity.ERROR
            yield OTHER_RECIPIENT.found(report.origin(*path), dotted(path), values, severity)
            break


def _recipients(report: Report) -> Iterator[tuple[FieldPath, str]]:
    for key in ("addressees", "copies"):
        for at, text in enumerate(getattr(report.recipients, key)):
            yield ("recipients", key, at), text
    if report.recipients.archive:
        yield ("recipients", "archive"), report.recipients.archive


@over_documents
def typed_other_units(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield other units, and other bodies that report, in what templates and packs type."""
    report, running = printed.report, printed.whole.running
    if not report.pack_folders or report.issuer.force == "joint" or report.partners:
        return
    told: set[str] = set()
    first, last = frozenset(printed.whole.opening), frozenset(running[-1:])
    for line in printed.typed_lines:
        found = _typed(line, report.issuer, opens=line in first, ends=line in last)
        if found and found[0] not in told:
            told.add(found[0])
            values = {"words": found[0], "own": report.issuer.name or "", "text": cut(line.text)}
            place = printed.place_of(line, found[0])
            yield TYPED_UNIT.found(place, values=values, severity=found[1])


def _typed(
    line: PrintedLine, issuer: Issuer, *, opens: bool, ends: bool
) -> tuple[str, Severity] | None:
    """Return what a template types of others on a line, and how grave that is."""
    units = [u for u in foreign_units(line.text, issuer) if not line.said.within(u.start, u.end)]
    said = {path for _, _, path in line.facts}
    if "issuer.name" not in said:
        body = _body_at_the_end(line.text, issuer) if ends else None
        body = body or (_body_in_front(line.text, issuer) if opens else None)
        if body:
            return body, Severity.ERROR
    if not units:
        return None
    grave = ends and _ends_with(line.text, units[-1])
    grave = grave or (opens and _reports(line.text, units[0]))
    return units[0].words, Severity.ERROR if grave else Severity.WARNING


def _other(text: str, issuer: Issuer) -> tuple[str, Severity] | None:
    """Return the words of a sentence of a pack that are those of others, and how grave that is."""
    units = list(foreign_units(text, issuer))
    grave = any(_ends_with(text, unit) or _reports(text, unit) for unit in units)
    if units:
        return units[0].words, Severity.ERROR if grave else Severity.WARNING
    body = _body_at_the_end(text, issuer) or _body_in_front(text, issuer)
    return (body, Severity.ERROR) if body else None


def _ends_with(text: str, unit: UnitName) -> bool:
    """Say whether a sentence ends with a unit as who reports: ``báo cáo … của UBND xã …``."""
    before = text[: unit.start]
    return bool(_END.fullmatch(text, unit.end)) and not _OF_OTHERS.search(before)


def _reports(text: str, unit: UnitName) -> bool:
    return bool(_REPORTS.match(text, unit.end)) and not _OF_OTHERS.search(text[: unit.start])


def _body_at_the_end(text: str, issuer: Issuer) -> str | None:
    """Return the body of the own unit that a last sentence says reports, where it is another."""
    before, _, last = text.rpartition(" của ")
    if not before or _OF_OTHERS.search(before):
        return None
    return last.strip(" ./:") if _is_other(_END.sub("", last), issuer) else None


def _body_in_front(text: str, issuer: Issuer) -> str | None:
    reports = _REPORTS.search(text)
    words = text[: reports.start()] if reports else ""
    return words.strip() if words and _is_other(words, issuer) else None


def _is_other(words: str, issuer: Issuer) -> bool:
    """Say whether words are the name of a body of the own unit that is not the one that issues."""
    own, named = issuing_bodies(issuer), named_bodies(words)
    unit, plain = plain_words(issuer.unit_name or ""), plain_words(words)
    is_name = plain.endswith((unit, f" {unit_word(unit)}")) if unit_word(unit) else False
    return bool(is_name and own and named and not named & own)
