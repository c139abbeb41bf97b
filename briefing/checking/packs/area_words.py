"""Headings and areas of packs with the words of another one, symbols of bodies for other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from briefing.checking.packs.worded import OPPOSITE
from briefing.checking.printed.whose_words import place_of_wording
from briefing.checking.register import over_reports
from briefing.checking.units import plain_words
from briefing.findings import Finding, dotted, rule
from briefing.kinds import Wording, built_in
from briefing.patterns import Pattern
from briefing.report import Report

OTHER_LONG = rule("abbreviations/other-words")

_BRACES = re.compile(r"\{[^{}]*\}")
_WORDS = Pattern(r"[^\W\d_]+")
_COMMON = (
    "công tác bảo đảm xây dựng và của các về đấu tranh phòng chống quản lý an ninh trật tự địa",
    "phương phát triển tội phạm xã hội giáo dục thông tin toàn dân tổ quốc bảo vệ",
)
_NO_TOPIC = frozenset(word for words in _COMMON for word in words.split())
"""Words that the headings of many areas have."""

_FEWEST = 2


@over_reports
def words_of_other_areas(report: Report) -> Iterator[Finding]:
    """Yield areas to which packs give words of another area's heading and none of their own."""
    if place_of_wording(report, ("areas",)) is None:
        return
    usual = {name: _topic(area.heading) for name, area in built_in().areas.items()}
    whole = {plain_words(area.heading) for area in built_in().areas.values()}
    for name, area in report.choices.areas.items():
        said = _topic(area.heading)
        place = place_of_wording(report, ("areas", name, "heading"), least=1)
        # The whole heading of another one is told as that.
        if place is None or name not in usual or plain_words(area.heading) in whole:
            continue
        if len(said) < _FEWEST or said & usual[name]:
            continue
        others = [other for other, words in usual.items() if said <= words and other != name]
        if len(others) == 1:
            values = {"name": f"areas.{name}", "text": area.heading, "other": others[0]}
            yield OPPOSITE.found(place, values=values)


def _topic(heading: str) -> set[str]:
    return set(_WORDS.findall(plain_words(heading))) - _NO_TOPIC


@over_reports
def headings_of_others(report: Report) -> Iterator[Finding]:
    """Yield headings to which packs give the usual words of one that says another thing."""
    wording, usual = report.choices.wording, built_in().wording
    by_words = {_bare(text): name for name, text in [*usual.headings.items()][::-1]}
    if place_of_wording(report, ("headings",)) is None:
        return
    for name, text in wording.headings.items():
        other = by_words.get(_bare(text), name)
        place = place_of_wording(report, ("headings", name))
        if place is None or other == name or _go_together(usual, name, other):
            continue
        # What is worded as its opposite is told as that.
        pairs = usual.opposites["headings"]
        if not (name in pairs and other in pairs and _is_pair([*pairs], name, other)):
            values = {"name": f"headings.{name}", "text": text, "other": other}
            yield OPPOSITE.found(place, values=values)


def _bare(heading: str) -> str:
    """Return the words of a heading without the names in braces, which stand for periods."""
    return plain_words(_BRACES.sub("", heading)).strip(" ,.;:")


@over_reports
def headings_that_belie(report: Report) -> Iterator[Finding]:
    """Yield headings whose words say something else than what stands below them."""
    wording = report.choices.wording
    for name, text in wording.headings.items():
        place = place_of_wording(report, ("headings", name))
        other = belied(report, _bare(text), {name}) if place else ""
        if other:
            values = {"name": f"headings.{name}", "text": text, "other": other}
            yield OPPOSITE.found(place, values=values)


def belied(report: Report, text: str, names: Set[str]) -> str:
    """Return the heading that words are of which belie some others, empty if they do not."""
    for one in report.choices.wording.belied if names else ():
        sure = not one.beside or getattr(report, one.beside)
        if sure and names <= set(one.headings) and any(re.fullmatch(w, text) for w in one.words):
            return one.other
    return ""


def _go_together(wording: Wording, one: str, other: str) -> bool:
    together = wording.senses.values()
    known = any(one in names for names in together) and any(other in names for names in together)
    return not known or any(one in names and other in names for names in together)


def _is_pair(names: list[str], one: str, other: str) -> bool:
    return names.index(one) == names.index(other) ^ 1


@over_reports
def short_forms_of_other_words(report: Report) -> Iterator[Finding]:
    """Yield the symbols of State and Party bodies that stand for words they cannot be short for."""
    for short, facts in report.abbreviations.items():
        usual = _names_of_bodies().get(short)
        if usual is None or plain_words(facts.long).startswith(plain_words(usual)):
            continue
        initials = "".join(word[0] for word in _WORDS.findall(plain_words(facts.long)))
        if not _in_order(plain_words(short), initials):
            path = ("abbreviations", short)
            values = {"shape": short, "long": facts.long, "usual": usual}
            yield OTHER_LONG.found(report.origin(*path), dotted(path), values)


@cache
def _names_of_bodies() -> dict[str, str]:
    """Return the names of the program's bodies by their symbols, without their units."""
    found: dict[str, str] = {}
    for body in built_in().bodies.values():
        for profile in (one for some in body.profiles.values() for one in some):
            symbol, name = profile.issuer.get("symbol"), profile.issuer.get("name")
            if isinstance(symbol, str) and isinstance(name, str):
                found.setdefault(symbol, name.partition("{")[0].strip())
    return found


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
