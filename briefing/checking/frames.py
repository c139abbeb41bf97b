"""Whether letterhead, place and signature speak of one body of one locality.

A pack that was copied from that of another commune says so in some of its lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from briefing.checking.register import over_reports
from briefing.checking.units import (
    COMMUNES,
    foreign_in_frame,
    plain_words,
    unit_word,
    unit_words_in,
)
from briefing.findings import FieldPath, Finding, Origin, Severity, dotted, rule
from briefing.kinds import Body
from briefing.report import Issuer, Report, issuing_bodies, named_bodies

OTHER_UNIT = rule("form/other-unit", source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.2")
OTHER_PLACE = rule(
    "form/other-place",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4",
)
OTHER_SYMBOL = rule(
    "form/other-body-symbol", source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3"
)

SYMBOL_OF_LEVEL = rule(
    "form/symbol-of-other-level", source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3"
)
OTHER_BODY_LINES = rule(
    "form/other-body-lines", source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.2"
)
POST_OF_LEVEL = rule(
    "form/post-of-other-level", source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7"
)
_COUNCIL = ("HĐND", "Hội đồng nhân dân")


@over_reports
def other_units(report: Report) -> Iterator[Finding]:
    """Yield parts of the frame that name another commune or province than the issuer's own."""
    if report.issuer.force == "joint" or report.partners:
        return
    for path, text in _parts(report):
        if words := foreign_in_frame(text, report.issuer):
            own = ", ".join(filter(None, (report.issuer.unit_name, report.issuer.under)))
            values = {"words": words, "own": own, "key": dotted(path)}
            yield OTHER_UNIT.found(report.origin(*path), dotted(path), values)


def _own(report: Report) -> str:
    return report.issuer.unit_name or ""


def _parts(report: Report) -> Iterator[tuple[FieldPath, str]]:
    issuer = report.issuer
    yield from (
        (("issuer", key), " ".join(lines))
        for key, lines in (("lines", issuer.lines), ("parent", issuer.parent))
        if lines
    )
    if issuer.name:
        yield ("issuer", "name"), issuer.name
    for key in ("collective", "head", "post"):
        if words := getattr(report.signature, key):
            yield ("signature", key), words


@over_reports
def posts_of_other_levels(report: Report) -> Iterator[Finding]:
    """Yield posts of a unit of another level: the head of a district's police in a commune."""
    own, signature = unit_word(report.issuer.unit_name), report.signature
    if not own or report.issuer.force == "joint" or signature.authority in ("TL", "TUQ"):
        return
    for key in ("head", "post"):
        words = getattr(signature, key) or ""
        named = [word for word in unit_words_in(words) if word != own]
        if named:
            values = {"words": words, "word": named[0], "own": _own(report)}
            at = ("signature", key)
            yield POST_OF_LEVEL.found(report.origin(*at), dotted(at), values)
            return


@over_reports
def other_places(report: Report) -> Iterator[Finding]:
    """Yield the place of a commune's document that is not the commune's name (mục II.4)."""
    own = plain_words(report.issuer.unit_name or "")
    word = next((word for word in COMMUNES if own.startswith(f"{word} ")), None)
    if word is None or not report.place or report.issuer.force == "joint":
        return
    name, place = own.removeprefix(f"{word} "), plain_words(report.place)
    if name not in place and place not in own:
        values = {"place": report.place, "own": _own(report)}
        yield OTHER_PLACE.found(_own_place(report, "place"), "place", values)


def _own_place(report: Report, key: str) -> Origin | None:
    """Return where a value stands, or where an input says it that has it from the program."""
    origin, whole = report.origin(key), report.origin()
    if origin is None or whole is None or origin.line or origin.cell:
        return origin
    return whole.of_absent((key,), (), whole)


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
    known = [bodies[name] for name in own if name in bodies]
    if bearing := [body for body in known if issuer.symbol in _symbols(body)]:
        yield from _of_another_level(report, bearing)
        return
    others = [name for name, body in bodies.items() if issuer.symbol in _symbols(body)]
    if issuer.symbol == _COUNCIL[0] and plain_words(_COUNCIL[1]) not in plain_words(
        issuer.name or " ".join(issuer.lines)
    ):
        others = [_COUNCIL[1]]
    if others:
        usual = sorted({symbol for body in known for symbol in _symbols(body)})
        values = {"symbol": issuer.symbol, "other": others[0], "issuer": issuer.name or ""}
        values["usual"] = ", ".join(usual) or "…"
        yield OTHER_SYMBOL.found(report.origin("issuer", "symbol"), "issuer.symbol", values)


def _of_another_level(report: Report, bodies: Iterable[Body]) -> Iterator[Finding]:
    """Yield the symbol that bodies of the kind have at other levels alone: CAT of a commune."""
    issuer, word = report.issuer, unit_word(report.issuer.unit_name)
    profiles = [body.profiles.get(issuer.level or "", ()) for body in bodies]
    usual = {
        symbol
        for profile in chain.from_iterable(profiles)
        for symbol in _texts(profile.issuer.get("symbol"), word)
    }
    if usual and issuer.symbol not in usual:
        values = {"symbol": issuer.symbol, "own": _own(report), "usual": ", ".join(sorted(usual))}
        at = report.origin("issuer", "symbol")
        yield SYMBOL_OF_LEVEL.found(at, "issuer.symbol", values)


@over_reports
def lines_of_other_bodies(report: Report) -> Iterator[Finding]:
    """Yield the lines of a letterhead that name another body than the one that issues."""
    issuer = report.issuer
    if issuer.force == "joint" or report.partners or not issuer.lines:
        return
    named, own = named_bodies(" ".join(issuer.lines)), issuing_bodies(issuer)
    councils = {_COUNCIL[1].casefold() in plain_words(words) for words in _names(issuer)}
    if (named and own and not named & own) or len(councils) > 1:
        values = {"lines": " ".join(issuer.lines), "force": issuer.force}
        values["issuer"] = issuer.name or ""
        at = report.origin("issuer", "lines")
        yield OTHER_BODY_LINES.found(at, "issuer.lines", values)


def _names(issuer: Issuer) -> tuple[str, ...]:
    """Return what a body is called in the text and in the letterhead."""
    return tuple(filter(None, (issuer.name, " ".join(issuer.lines))))


def _symbols(body: Body) -> set[str]:
    return {
        symbol
        for profiles in body.profiles.values()
        for profile in profiles
        for symbol in _texts(profile.issuer.get("symbol"))
    }


def _texts(said: Any, word: str | None = None) -> list[str]:
    """Return what a profile says; of a table all, or what it says for one word for a unit."""
    if isinstance(said, Mapping):
        return [str(text) for key, text in said.items() if word is None or key == word]
    return [str(said)] if said else []
