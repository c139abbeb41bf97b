"""Whether letterhead, place and signature speak of one body of one locality.

A pack that was copied from that of another commune says so in some of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.checking.register import over_reports
from briefing.findings import Finding, Path, Severity, dotted, rule
from briefing.kinds import Body
from briefing.report import Report, issuing_bodies

OTHER_UNIT = rule("form/other-unit", source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.2")
OTHER_PLACE = rule(
    "form/other-place",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4",
)
OTHER_SYMBOL = rule(
    "form/other-body-symbol", source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3"
)

_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
_PROVINCES = ("tỉnh", "thành phố")
_AFTER = r"(?<!\w)({words}) (?=(?!hội\b)[\w])"


@over_reports
def other_units(report: Report) -> Iterator[Finding]:
    """Yield parts of the frame that name another commune or province than the issuer's own."""
    own = _plain(report.issuer.unit_name or "")
    word = next((word for word in (*_COMMUNES, *_PROVINCES) if own.startswith(f"{word} ")), None)
    # A city may be a province or lie in one; a commune lies in no other.
    words = _COMMUNES if word in _COMMUNES else (word,) if word else None
    if words is None or report.issuer.force == "joint" or report.partners:
        return
    pattern = re.compile(_AFTER.format(words="|".join(words)), re.IGNORECASE)
    under = _plain(report.issuer.under or "")
    for path, text in _parts(report):
        for match in pattern.finditer(text):
            rest = text[match.end() :]
            named = _plain(text[match.start() :])
            known = any(unit and _begins(named, unit) for unit in (own, under))
            if known or not rest[:1].isupper():
                continue
            values = {"words": " ".join(text[match.start() :].split()), "own": _own(report)}
            values["key"] = dotted(path)
            yield OTHER_UNIT.found(report.origin(*path), dotted(path), values)
            break


def _own(report: Report) -> str:
    return report.issuer.unit_name or ""


def _begins(text: str, unit: str) -> bool:
    return re.match(rf"{re.escape(unit)}(?!\w)", text) is not None


def _parts(report: Report) -> Iterator[tuple[Path, str]]:
    issuer = report.issuer
    yield from (
        (("issuer", key), " ".join(lines))
        for key, lines in (("lines", issuer.lines), ("parent", issuer.parent))
        if lines
    )
    if issuer.name:
        yield ("issuer", "name"), issuer.name
    if report.signature.collective:
        yield ("signature", "collective"), report.signature.collective


@over_reports
def other_places(report: Report) -> Iterator[Finding]:
    """Yield the place of a commune's document that is not the commune's name (mục II.4)."""
    own = _plain(report.issuer.unit_name or "")
    word = next((word for word in _COMMUNES if own.startswith(f"{word} ")), None)
    if word is None or not report.place or report.issuer.force == "joint":
        return
    name, place = own.removeprefix(f"{word} "), _plain(report.place)
    if name not in place and place not in own:
        values = {"place": report.place, "own": _own(report)}
        yield OTHER_PLACE.found(report.origin("place"), "place", values)


@over_reports
def other_symbols(report: Report) -> Iterator[Finding]:
    """Yield the symbol of another body than the one that issues (mục II.3)."""
    issuer = report.issuer
    # A steering committee works with the seal of the committee that set it up.
    several = issuer.force in ("joint", "steering_committee") or report.partners
    if not issuer.symbol or several:
        return
    bodies = report.choices.bodies
    own = {issuer.force, *issuing_bodies(issuer)}
    if any(issuer.symbol in _symbols(bodies[name]) for name in own if name in bodies):
        return
    others = [name for name, body in bodies.items() if issuer.symbol in _symbols(body)]
    if others:
        usual = sorted(
            {symbol for name in own if name in bodies for symbol in _symbols(bodies[name])}
        )
        values = {"symbol": issuer.symbol, "other": others[0], "issuer": issuer.name or ""}
        values["usual"] = ", ".join(usual) or "…"
        yield OTHER_SYMBOL.found(report.origin("issuer", "symbol"), "issuer.symbol", values)


def _symbols(body: Body) -> set[str]:
    return {
        symbol
        for profiles in body.profiles.values()
        for profile in profiles
        for symbol in _texts(profile.issuer.get("symbol"))
    }


def _texts(said: Any) -> list[str]:
    if isinstance(said, Mapping):
        return [str(text) for text in said.values()]
    return [str(said)] if said else []


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("uỷ", "ủy").split())
