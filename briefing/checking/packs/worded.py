"""Headings, columns and names of packs that say the opposite of what stands under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.checking.printed.whose_words import place_of_wording
from briefing.checking.register import over_reports
from briefing.checking.units import (
    COMMUNES,
    DISTRICTS,
    PROVINCES,
    in_full,
    plain_words,
    unit_word,
    unit_words_in,
)
from briefing.findings import FieldPath, Finding, Origin, Severity, dotted, rule
from briefing.report import Report

OPPOSITE = rule("locality/opposite-heading")
LEVEL = rule("form/level-of-name")
NO_WORD = rule("locality/name-without-word", Severity.WARNING)
TWICE = rule("recipients/twice", Severity.WARNING)
NOTHING_ABOVE = rule("recipients/nothing-above", Severity.WARNING)

_LEVELS = {
    **dict.fromkeys(COMMUNES, ("commune",)),
    **dict.fromkeys(DISTRICTS, ("district",)),
    PROVINCES[0]: ("province",),
    PROVINCES[1]: ("province", "district"),
}


@over_reports
def opposite_headings(report: Report) -> Iterator[Finding]:
    """Yield headings and heads of columns of packs that are worded as their opposite."""
    wording = report.choices.wording
    said = wording.figures.said & {"value", "plan", "previous"}
    heads = {name: wording.figures.heads[name] for name in said}
    yield from _opposite(report, ("headings",), wording.headings, wording.opposites["headings"])
    for pairs in ("columns", "periods"):
        yield from _opposite(report, ("figures_annex", "heads"), heads, wording.opposites[pairs])


def _opposite(
    report: Report, table: FieldPath, said: Mapping[str, str], words: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    names = list(words)
    for one, other in zip(names[::2], names[1::2], strict=True):
        for name, opposite in ((one, other), (other, one)):
            origin = place_of_wording(report, (*table, name), least=len(table))
            text = plain_words(said.get(name, ""))
            own = any(word in text for word in words[name])
            if origin and not own and any(word in text for word in words[opposite]):
                values = {"name": dotted((*table, name)), "text": said[name], "other": opposite}
                yield OPPOSITE.found(origin, values=values)


@over_reports
def levels_of_names(report: Report) -> Iterator[Finding]:
    """Yield a level that is not that of the unit by its name, and names of packs without a word."""
    issuer, origin = report.issuer, report.origin("issuer", "level")
    if issuer.level is None or issuer.unit_name is None or issuer.force == "joint":
        return
    word, named = unit_word(issuer.unit_name), place_of_wording(report, ("name",), least=0)
    # An input may name its issuer otherwise than its pack: a province's committee on a district.
    if any(issuer.level in _LEVELS.get(said, ()) for said in unit_words_in(issuer.name or "")):
        return
    values = {"name": issuer.unit_name, "level": issuer.level}
    if word and issuer.level not in _LEVELS[word]:
        values["usual"] = _LEVELS[word][0]
        yield LEVEL.found(origin, "issuer.level", values)
    # A border post has a name of its own.
    elif not word and named and issuer.force != "border_post":
        yield NO_WORD.found(named, "issuer.unit_name", values)


@over_reports
def nothing_above(report: Report) -> Iterator[Finding]:
    """Yield recipients “as above” of a document that nobody is addressed in."""
    invited = report.conference is not None and report.conference.invited
    for at, text in enumerate(() if invited else report.recipients.copies):
        above = plain_words(text).strip(" ;.") in ("như trên", "như kính gửi")
        if above and not report.recipients.addressees:
            path: FieldPath = ("recipients", "copies", at)
            yield NOTHING_ABOVE.found(report.origin(*path), dotted(path), {"text": text})


@over_reports
def recipients_twice(report: Report) -> Iterator[Finding]:
    """Yield recipients that are listed twice, in full or in short.

    Who is addressed is a recipient already ("Như trên", Phụ lục I, phần I, mục II.9).
    """
    seen: dict[str, Origin | None] = {}
    for key in ("addressees", "copies"):
        for at, text in enumerate(getattr(report.recipients, key)):
            path: FieldPath = ("recipients", key, at)
            plain, origin = in_full(text), report.origin(*path)
            # A pack does not know whom an input addresses.
            if plain in seen and _in_one_file(seen[plain], origin):
                yield TWICE.found(origin, dotted(path), {"text": text})
            seen.setdefault(plain, origin)


def _in_one_file(one: Origin | None, other: Origin | None) -> bool:
    return one is None or other is None or one.file == other.file
