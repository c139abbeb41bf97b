"""Who signs ``TM.``: the head of a body that works as a collective signs on behalf of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.kinds import Choices
from briefing.report import Issuer, issuing_bodies, usual_signature

_OF_THE_HEAD = (None, "KT", "Q")
"""How the head signs, a deputy in the head's stead, and whoever acts as the head."""


def signed_on_behalf(data: Mapping[str, Any], choices: Choices) -> dict[str, Any]:
    """Return the collective for which a signature of an input stands, empty where none is known.

    The signer is the head of the issuing State body, acts as it (``Q.``) or signs ``KT.`` for it,
    and the input names no collective itself. Party committees sign for one of several collectives,
    so nothing is usual of them. Nghị định 30/2020/NĐ-CP, Điều 13 khoản 2; Phụ lục I, phần I, mục
    II.7.b.
    """
    issuer, signature = data.get("issuer"), data.get("signature")
    if not isinstance(issuer, Mapping) or not isinstance(signature, Mapping):
        return {}
    if signature.get("collective") is not None or signature.get("authority") not in _OF_THE_HEAD:
        return {}
    known = _issuer(issuer)
    body = choices.bodies.get(min(issuing_bodies(known), default=""))
    usual = usual_signature(known)
    post = signature.get("head" if signature.get("authority") else "post")
    if body is None or body.family == "party" or "collective" not in usual:
        return {}
    if not isinstance(post, str) or _plain(post) != _plain(usual.get("post", "")):
        return {}
    return {"signature": {"collective": usual["collective"]}}


def _issuer(issuer: Mapping[str, Any]) -> Issuer:
    """Return what of an issuer tells its body; what is not rightly written is told elsewhere."""
    said: dict[str, Any] = {
        name: issuer[name]
        for name in ("name", "level", "force")
        if isinstance(issuer.get(name), str)
    }
    lines = issuer.get("lines")
    if isinstance(lines, list):
        said["lines"] = [line for line in lines if isinstance(line, str)]
    return Issuer.model_construct(**said)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
