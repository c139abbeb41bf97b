"""To whom a document goes and who signs it, where it takes its facts from another one."""

from __future__ import annotations

from collections.abc import Container

from briefing.report import Recipients, Report, Signature
from briefing.templating import Kind

_INSTEAD = ("KT", "TL", "TUQ")


def in_own_frame(report: Report, kind: Kind, said: Container[str] = ()) -> Report:
    """Return a year with the recipients and the signer of a kind in place of the usual ones.

    ``said`` are the outermost keys that the document's own input holds, which stay as they are.
    Recipients are those of another document where the year is its companion.
    """
    if kind.recipients and report.is_companion and "recipients" not in said:
        archive = report.recipients.archive
        copies = Recipients(copies=list(kind.recipients), archive=archive)
        report = report.having(recipients=copies)
    if kind.by_order and "signature" not in said and "signer" not in said:
        signature = _by_order(report)
        report = report.having(signature=signature) if signature else report
    return report


def _by_order(report: Report) -> Signature | None:
    """Return how the head of the body's office signs by order, none where there is no office.

    A Party committee orders as a collective, elsewhere its head does (Nghị định 30/2020/NĐ-CP,
    Điều 13.4; Phụ lục I, phần I, mục II.7.b).
    """
    told = report.signature
    office = report.body.profile(report.issuer.level or "", report.issued_on).office
    instead = told.authority in _INSTEAD
    head = told.collective if report.body.family == "party" else None
    head = head or (told.head if instead else told.post)
    if not (office and head):
        return None
    return Signature(authority="TL", head=head, post=office)
