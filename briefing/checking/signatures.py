"""Signatures in somebody's stead: a deputy signs ``KT.`` for the head of the body, and only so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import Report, Signature, issuing_bodies
from briefing.vietnamese import upper_first

_INSTEAD = "Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, phần I, mục II.7"
IN_OWN_STEAD = rule("form/in-own-stead", source=_INSTEAD)
STEAD_OF_DEPUTY = rule("form/stead-of-deputy", source=_INSTEAD)
DEPUTY_ALONE = rule("form/deputy-signs-alone", Severity.ERROR, Severity.WARNING, source=_INSTEAD)
STEAD_BY_OTHER = rule("form/stead-by-other", Severity.WARNING, source=_INSTEAD)

# A post with another beside it ("Phó Chủ tịch - Trưởng ban") may be the head's by the second.
_SECOND = Pattern(r"(?<!\w)(?:phó|thứ trưởng|ủy viên|tham mưu trưởng)(?!\w)")
_DEPUTY = re.compile(r"(?:phó |chỉ huy phó\b)(?!.*(?:[,;–-]|\bkiêm\b|\bvà\b))")


@over_reports
def signed_instead(report: Report) -> Iterator[Finding]:
    """Yield ``KT.`` whose signer is the head himself, or whose head is a deputy (Điều 13)."""
    for path, signature in _signatures(report):
        if signature.authority != "KT" or signature.head is None:
            continue
        head = _plain(signature.head)
        said, key = STEAD_OF_DEPUTY, "head"
        if not _DEPUTY.match(head):
            if signature.post is None or _plain(signature.post) != head:
                continue
            said, key = IN_OWN_STEAD, "post"
        values = {"head": signature.head, "post": signature.post or "", "key": dotted(path)}
        yield said.found(report.origin(*path, key), dotted((*path, key)), values)


@over_reports
def deputies_alone(report: Report) -> Iterator[Finding]:
    """Yield deputies who sign without ``KT.``, also where they are in charge (Điều 13).

    Deputies of Party committees sign ``T/M`` them; of bodies in no table it is only asked.
    """
    if report.body.family == "party":
        return
    for path, signature in _signatures(report):
        post = _plain(signature.post or "")
        if signature.authority or not _DEPUTY.match(post) or _is_of_the_party(signature):
            continue
        own = path == ("signature",) and issuing_bodies(report.issuer)
        severity = Severity.ERROR if own else Severity.WARNING
        values = {
            "post": signature.post,
            "head": _head_of(signature.post or ""),
            "key": dotted(path),
        }
        at = (*path, "post")
        yield DEPUTY_ALONE.found(report.origin(*at), dotted(at), values, severity)


@over_reports
def others_instead(report: Report) -> Iterator[Finding]:
    """Yield ``KT.`` for who is neither the head nor a deputy of his."""
    for path, signature in _signatures(report):
        post = _plain(signature.post or "")
        if signature.authority != "KT" or not post or post == _plain(signature.head or ""):
            continue
        if not _SECOND.search(post):
            values = {"head": signature.head, "post": signature.post, "key": dotted(path)}
            at = (*path, "post")
            yield STEAD_BY_OTHER.found(report.origin(*at), dotted(at), values)


def _is_of_the_party(signature: Signature) -> bool:
    return "thường vụ" in _plain(signature.collective or "")


def _head_of(post: str) -> str:
    """Return whose deputy bears a post: ``Phó Chủ tịch`` that of the ``Chủ tịch``."""
    plain = re.sub(r"^\s*chỉ huy phó\b", "Chỉ huy trưởng", post, flags=re.IGNORECASE)
    plain = re.sub(r"^\s*phó\s+", "", plain, flags=re.IGNORECASE)
    return upper_first(re.sub(r"\s+(?:phụ trách|điều hành)\b.*", "", plain))


def _signatures(report: Report) -> Iterator[tuple[FieldPath, Signature]]:
    yield ("signature",), report.signature
    for index, partner in enumerate(report.partners):
        yield ("partners", index, "signature"), partner.signature


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("uỷ", "ủy").split())
