"""Which body a name or a post belongs to, and how each body signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.kinds import signing
from briefing.patterns import Pattern
from briefing.report.organisation import Issuer, Signature

_APART = Pattern(r",|;| - | – |\bvà\b")
_COUNCIL = Pattern(r"hội đồng nhân dân|\bhđnd\b")


def issuing_bodies(issuer: Issuer) -> frozenset[str]:
    """Return the bodies that issue a document, as far as their name tells them.

    A joint report is everybody's; a name that is in no table (a department, a council) gives none.
    """
    if issuer.force == "joint":
        return frozenset()
    name = _plain(issuer.name or " ".join(issuer.lines))
    found = sorted(_named(name))
    # "Đảng ủy Công an tỉnh" is a Party committee; "Công an, Quân sự xã" are two bodies.
    several = any(_APART.search(name[:at]) for at, _ in found[1:])
    return frozenset(body for _, body in (found if several else found[:1]))


def named_bodies(text: str) -> frozenset[str]:
    """Return the bodies that a text names."""
    return frozenset(body for _, body in _named(_plain(text)))


def strange_parts(signature: Signature, issuer: Issuer) -> Iterator[tuple[str, str]]:
    """Yield the parts of a signature that belong to another body than the issuer: key, words."""
    own = issuing_bodies(issuer)
    if not own:
        return
    if signature.collective:
        named = {body for _, body in _named(_plain(signature.collective))}
        if (named or _of_council(signature.collective, issuer)) and not named & own:
            yield "collective", signature.collective
    # Who signs by order or by warrant may head another body; those who gave it may not.
    keys = ("head",) if signature.authority in ("TL", "TUQ") else ("head", "post")
    for key in keys:
        words = getattr(signature, key)
        if words and _is_strange(_plain(words), own, issuer.level):
            yield key, words


def _of_council(collective: str, issuer: Issuer) -> bool:
    """Say whether a People's Council, which is in no table, signs what another body issues."""
    name = _plain(issuer.name or " ".join(issuer.lines))
    return bool(_COUNCIL.search(_plain(collective))) and not _COUNCIL.search(name)


def usual_signature(issuer: Issuer) -> dict[str, str]:
    """Return how the issuing body usually signs; of several bodies, the first."""
    body = min(issuing_bodies(issuer), default=issuer.force)
    signs = signing().get(body, {}).get("signs", {})
    # Of a central body nothing is usual: ministers, heads of offices and chairmen sign.
    usual = {} if issuer.level == "central" else signs.get("", {})
    return dict(signs.get(issuer.level or "") or usual)


def _is_strange(words: str, own: frozenset[str], level: str | None) -> bool:
    """Say whether a post names titles, none of which signs for one of the bodies at its level."""
    titled = False
    for body, facts in signing().items():
        for title, levels in facts["titles"].items():
            if not re.search(rf"(?<!\w){title}(?!\w)", words):
                continue
            titled = True
            if body in own and (not levels or level is None or level in levels):
                return False
    return titled


def _named(text: str) -> set[tuple[int, str]]:
    """Return the bodies that a text names, each with where its name begins."""
    found = {}
    for body, facts in signing().items():
        places = [text.find(words) for words in facts["words"] if words in text]
        if places:
            found[body] = min(places)
    return {(at, body) for body, at in found.items()}


def _plain(text: str) -> str:
    return text.casefold().replace("uỷ", "ủy")
