"""The form that an issuer must use on its date, and the level that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from briefing.checking.register import over_reports
from briefing.findings import Finding, Severity, dotted, rule
from briefing.kinds import TWO_LEVELS_FROM
from briefing.report import Report, report_texts
from briefing.standards import Standard, load_standard, standard_of
from briefing.vietnamese import slash_date, typed_number

_DECREE = "Nghị định 30/2020/NĐ-CP"
_SIGNING = f"{_DECREE}, Phụ lục I, phần I, mục II.7"
_TWO_LEVELS = "Luật Tổ chức chính quyền địa phương 72/2025/QH15"
OTHER_ISSUERS = rule("form/other-issuers", source=f"{_DECREE}, Điều 2")
NOT_IN_FORCE = rule("form/not-in-force", source=f"{_DECREE}, Điều 2")
NO_SUCH_AUTHORITY = rule("form/no-such-authority", source=_SIGNING)
RANK = rule("form/rank", Severity.WARNING, source=_SIGNING)
TYPED_NUMBER = rule("form/typed-number", source=f"{_DECREE}, Phụ lục I, phần I, mục II.6")
DISTRICT_ISSUER = rule("form/district-issuer", source=_TWO_LEVELS, since=date(2025, 3, 1))
DISTRICT_NAMED = rule(
    "form/district-named", Severity.WARNING, source=_TWO_LEVELS, since=TWO_LEVELS_FROM
)

_NAME = r"[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*)*"
_DISTRICT = re.compile(
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
    for index, results in enumerate(report.results):
        if results.heading and (number := typed_number(results.heading)):
            path = f"results[{index}].heading"
            origin = report.origin("results", index, "heading")
            values = {"text": results.heading, "number": number}
            yield TYPED_NUMBER.found(origin, path, values=dict(values))


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
    for path, text in report_texts(report):
        # Most texts name no unit at all; that is seen without the pattern.
        match = _names_a_unit(text) and _DISTRICT.search(text)
        if match:
            values = {"words": match[0].strip()}
            origin = report.origin(*path)
            yield DISTRICT_NAMED.found(origin, dotted(path), values)


def _names_a_unit(text: str) -> bool:
    return "uyện" in text or "uận" in text or "hị xã" in text or "hị trấn" in text
