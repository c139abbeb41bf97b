"""The form that an issuer must use on its date, and the level that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from briefing.checking.register import over_reports
from briefing.checking.shared import texts_with
from briefing.findings import FieldPath, Finding, Origin, Rule, Severity, dotted, rule
from briefing.kinds import TWO_LEVELS_FROM
from briefing.patterns import Pattern
from briefing.report import Report, placed_sections, report_texts
from briefing.standards import Standard, load_standard, standard_of
from briefing.vietnamese import slash_date, typed_number, typed_ordinal

_DECREE = "Nghị định 30/2020/NĐ-CP"
_SIGNING = f"{_DECREE}, Phụ lục I, phần I, mục II.7"
_PARTY = "Hướng dẫn 36-HD/VPTW (2018) và Hướng dẫn 05-HD/VPTW (2026) của Văn phòng Trung ương Đảng"
_TWO_LEVELS = "Luật Tổ chức chính quyền địa phương 72/2025/QH15"
OTHER_ISSUERS = rule("form/other-issuers", source=f"{_DECREE}, Điều 2")
# The State has one standard here, which knows every authority: both speak of the Party's guidance.
NOT_IN_FORCE = rule("form/not-in-force", source=_PARTY)
NO_SUCH_AUTHORITY = rule("form/no-such-authority", source=_PARTY)
RANK = rule("form/rank", Severity.WARNING, source=_SIGNING)
TYPED_NUMBER = rule("form/typed-number", source=f"{_DECREE}, Phụ lục I, phần I, mục II.6")
DISTRICT_ISSUER = rule("form/district-issuer", source=_TWO_LEVELS, since=date(2025, 3, 1))
DISTRICT_NAMED = rule(
    "form/district-named",
    Severity.WARNING,
    Severity.ERROR,
    source=_TWO_LEVELS,
    since=TWO_LEVELS_FROM,
)
FORMER_UNIT = rule(
    "form/former-unit", Severity.WARNING, Severity.ERROR, source="Nghị quyết 202/2025/QH15"
)

_NAME = r"[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*)*"
_DISTRICT = Pattern(
    rf"\b(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn) {_NAME}|\b[Cc]ác (?:huyện|quận|thị xã)\b"
)


@over_reports
def standards_by_issuer(report: Report) -> Iterator[Finding]:
    """Yield a standard that the input names but that is not this issuer's, or not in force then."""
    if report.standard is None:
        return
    named, own = load_standard(report.standard), _own_standard(report)
    values = {"named": named.name, "own": own.name}
    origin = report.origin("standard")
    if named.issuers != own.issuers:
        yield OTHER_ISSUERS.found(origin, "standard", values)
    elif named.id != own.id:
        yield NOT_IN_FORCE.found(origin, "standard", values)


@over_reports
def authority_forms(report: Report) -> Iterator[Finding]:
    """Yield an authority form that the standard of the issuer does not know (Party has no TUQ.)."""
    own = _own_standard(report)
    authority = report.signature.authority
    if authority and getattr(own.forms, authority) is None:
        origin = report.origin("signature", "authority")
        values = {"authority": authority, "own": own.name}
        path = "signature.authority"
        yield NO_SUCH_AUTHORITY.found(origin, path, values)


def _own_standard(report: Report) -> Standard:
    return load_standard(standard_of(report.body.family, report.issued_on))


@over_reports
def ranks(report: Report) -> Iterator[Finding]:
    """Yield a rank before the signer's name where the decree allows none (Phụ lục I, II.7)."""
    if report.signature.rank and not report.body.ranked:
        origin = report.origin("signature", "rank")
        values = {"rank": report.signature.rank}
        path = "signature.rank"
        yield RANK.found(origin, path, values)


@over_reports
def numbered_headings(report: Report) -> Iterator[Finding]:
    """Yield headings that bring a number of their own: the program numbers them (II.6)."""
    for path, heading in _headings(report):
        if number := typed_number(heading) or typed_ordinal(heading):
            values = {"text": heading, "number": number}
            yield TYPED_NUMBER.found(report.origin(*path), dotted(path), values)


def _headings(report: Report) -> Iterator[tuple[FieldPath, str]]:
    for index, results in enumerate(report.results):
        if results.heading:
            yield ("results", index, "heading"), results.heading
    for section, path, _ in placed_sections(report):
        if section.title:
            yield (*path, "title"), section.title


@over_reports
def levels(report: Report) -> Iterator[Finding]:
    """Yield districts in documents of the time without them."""
    ended = report.body.no_district_from
    if report.issuer.level == "district" and report.issued_on >= ended:
        origin = report.origin("issuer", "level")
        values = {"ended": slash_date(ended.year, ended.month, ended.day)}
        yield DISTRICT_ISSUER.found(origin, "issuer.level", values)
    if report.issued_on < TWO_LEVELS_FROM:
        return
    # Most texts name no unit at all; that is seen without the pattern.
    for path, text in texts_with(report, "uyện", "uận", "hị xã", "hị trấn"):
        for words in dict.fromkeys(match[0].strip() for match in _DISTRICT.finditer(text)):
            yield _named(report, DISTRICT_NAMED, path, {"words": words})


def former_units(report: Report, former: Mapping[str, tuple[str, date]]) -> Iterator[Finding]:
    """Yield names that units no longer bear on the day of issue; ``former`` says what they are now.

    What stands around the text is wrong with such a name; a sentence may speak of the past.
    """
    if not former:
        return
    longest_first = sorted(former, key=len, reverse=True)
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.I)
    names = {name.casefold(): name for name in former}
    told: set[tuple[Origin | str, str]] = set()
    for path, text in report_texts(report):
        # A profile fills in several names from one word of the input.
        at = report.origin(*path) or dotted(path)
        found = dict.fromkeys(words for words in pattern.findall(text) if (at, words) not in told)
        told.update((at, words) for words in found)
        for words in found:
            now, ended = former[names[words.casefold()]]
            day = slash_date(ended.year, ended.month, ended.day)
            yield _named(report, FORMER_UNIT, path, {"words": words, "now": now, "ended": day})


_FRAME = {"issuer", "place", "signature", "recipients"}


def _named(report: Report, broken: Rule, path: FieldPath, values: dict[str, str]) -> Finding:
    severity = Severity.ERROR if path[0] in _FRAME else Severity.WARNING
    return broken.found(report.origin(*path), dotted(path), values, severity)
