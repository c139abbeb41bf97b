"""Signatures in somebody's stead: a deputy signs ``KT.`` for the head of the body, nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import Finding, Path, dotted, rule
from briefing.report import Report, Signature

_INSTEAD = "Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, phần I, mục II.7"
IN_OWN_STEAD = rule("form/in-own-stead", source=_INSTEAD)
STEAD_OF_DEPUTY = rule("form/stead-of-deputy", source=_INSTEAD)

# A post with another beside it ("Phó Chủ tịch - Trưởng ban") may be the head's by the second.
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


def _signatures(report: Report) -> Iterator[tuple[Path, Signature]]:
    yield ("signature",), report.signature
    for index, partner in enumerate(report.partners):
        yield ("partners", index, "signature"), partner.signature


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("uỷ", "ủy").split())
