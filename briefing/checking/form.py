"""The form that an issuer must use on its date, and the level that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.findings import Finding, Severity, dotted
from briefing.kinds import TWO_LEVELS_FROM
from briefing.report import Report, report_texts
from briefing.standards import Standard, load_standard, standard_of
from briefing.vietnamese import slash_date, typed_number

_NAME = r"[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*)*"
_DISTRICT = re.compile(
    rf"\b(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn) {_NAME}|\b[Cc]ác (?:huyện|quận|thị xã)\b"
)


def standards_by_issuer(report: Report) -> Iterator[Finding]:
    """Yield a standard that the input names but that is not this issuer's, or not in force then."""
    if report.standard is None:
        return
    named, own = load_standard(report.standard), _own_standard(report)
    values = {"named": named.name, "own": own.name}
    origin = report.origin("standard")
    if named.issuers != own.issuers:
        yield Finding("form/other-issuers", origin=origin, path="standard", values=values)
    elif named.id != own.id:
        yield Finding("form/not-in-force", origin=origin, path="standard", values=values)


def authority_forms(report: Report) -> Iterator[Finding]:
    """Yield an authority form that the standard of the issuer does not know (Party has no TUQ.)."""
    own = _own_standard(report)
    authority = report.signature.authority
    if authority and getattr(own.forms, authority) is None:
        origin = report.origin("signature", "authority")
        values = {"authority": authority, "own": own.name}
        path = "signature.authority"
        yield Finding("form/no-such-authority", origin=origin, path=path, values=values)


def _own_standard(report: Report) -> Standard:
    return load_standard(standard_of(report.body.family, report.issued_on))


def ranks(report: Report) -> Iterator[Finding]:
    """Yield a rank before the signer's name where the decree allows none (Phụ lục I, II.7)."""
    if report.signature.rank and not report.body.ranked:
        origin = report.origin("signature", "rank")
        values = {"rank": report.signature.rank}
        path = "signature.rank"
        yield Finding("form/rank", Severity.WARNING, origin, path, values)


def numbered_headings(report: Report) -> Iterator[Finding]:
    """Yield headings that bring a number of their own: the program numbers them (II.5)."""
    for index, results in enumerate(report.results):
        if results.heading and (number := typed_number(results.heading)):
            path = f"results[{index}].heading"
            origin = report.origin("results", index, "heading")
            values = {"text": results.heading, "number": number}
            yield Finding("form/typed-number", origin=origin, path=path, values=dict(values))


def levels(report: Report) -> Iterator[Finding]:
    """Yield districts in documents of the time without them."""
    ended = report.body.no_district_from
    if report.issuer.level == "district" and report.issued_on >= ended:
        origin = report.origin("issuer", "level")
        values = {"ended": slash_date(ended.year, ended.month, ended.day)}
        yield Finding("form/district-issuer", origin=origin, path="issuer.level", values=values)
    if report.issued_on < TWO_LEVELS_FROM:
        return
    for path, text in report_texts(report):
        # Most texts name no unit at all; that is seen without the pattern.
        match = _names_a_unit(text) and _DISTRICT.search(text)
        if match:
            values = {"words": match[0].strip()}
            origin = report.origin(*path)
            rule = "form/district-named"
            yield Finding(rule, Severity.WARNING, origin, dotted(path), values)


def _names_a_unit(text: str) -> bool:
    return "uyện" in text or "uận" in text or "hị xã" in text or "hị trấn" in text
