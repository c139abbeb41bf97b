"""What packs set around every text: nothing left open, no copy to oneself, a letterhead in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.checking.packs.worded import OPPOSITE
from briefing.checking.printed.whose_words import is_of_a_pack, place_of_wording
from briefing.checking.register import over_reports
from briefing.checking.units import foreign_in_frame, in_full, plain_words, unit_word
from briefing.findings import FieldPath, Finding, Severity, dotted, rule
from briefing.kinds import built_in
from briefing.report import Report, issuing_bodies

LEFT_OPEN = rule("locality/left-open", Severity.ERROR, Severity.WARNING)
ITSELF = rule("recipients/itself", Severity.ERROR, Severity.WARNING)
NO_UNIT = rule(
    "form/lines-without-unit", source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.2"
)

_OPEN = re.compile(r"(?<!\w)(?:TODO|FIXME|TBD|X{3,})(?!\w)")
_TO_BE_FILLED = re.compile(
    r"\(\s*(?:bổ sung|điền|cập nhật|ghi|nhập)(?: sau| tiếp)?\s*\)|\?{3,}|\.{4,}|…{2,}|_{3,}"
)


@over_reports
def words_of_packs_left_open(report: Report) -> Iterator[Finding]:
    """Yield words of packs, around the text or at its ends, in which something is still open."""
    for path, text in _words(report):
        if not is_of_a_pack(report, path):
            continue
        for pattern, severity in ((_OPEN, Severity.ERROR), (_TO_BE_FILLED, Severity.WARNING)):
            if match := pattern.search(text):
                values = {"words": match[0], "text": text, "key": dotted(path)}
                yield LEFT_OPEN.found(report.origin(*path), dotted(path), values, severity)
                break


def _words(report: Report) -> Iterator[tuple[FieldPath, str]]:
    issuer, signature = report.issuer, report.signature
    said: dict[FieldPath, str | None] = {
        ("opening",): report.opening,
        ("closing",): report.closing,
        ("place",): report.place,
        ("issuer", "name"): issuer.name,
        ("issuer", "lines"): " ".join(issuer.lines),
        ("issuer", "parent"): " ".join(issuer.parent),
        ("signature", "post"): signature.post,
        ("signature", "collective"): signature.collective,
        ("recipients", "archive"): report.recipients.archive,
    }
    yield from ((path, text) for path, text in said.items() if text)
    yield from _recipients(report)


def _recipients(report: Report) -> Iterator[tuple[FieldPath, str]]:
    for key in ("addressees", "copies"):
        for at, text in enumerate(getattr(report.recipients, key)):
            yield ("recipients", key, at), text


@over_reports
def sent_to_oneself(report: Report) -> Iterator[Finding]:
    """Yield recipients that are the issuing body itself."""
    own = in_full(report.issuer.name or "")
    for path, text in _recipients(report) if own else ():
        if in_full(text) == own:
            severity = Severity.ERROR if path[1] == "addressees" else Severity.WARNING
            yield ITSELF.found(report.origin(*path), dotted(path), {"text": text}, severity)


@over_reports
def lines_without_unit(report: Report) -> Iterator[Finding]:
    """Yield a letterhead of a pack that does not say of which commune or province the body is."""
    issuer = report.issuer
    word, own = unit_word(issuer.unit_name), plain_words(issuer.unit_name or "")
    several = issuer.force in ("joint", "steering_committee") or report.partners
    path: FieldPath = ("issuer", "lines")
    if not word or not issuer.lines or several or not is_of_a_pack(report, path):
        return
    name = own.removeprefix(word).strip()
    # What the name does not say either is a body of its own name.
    if not issuing_bodies(issuer) or name not in plain_words(issuer.name or ""):
        return
    lines = " ".join((*issuer.parent, *issuer.lines))
    # One that names another unit is told as that.
    if name not in plain_words(lines) and not foreign_in_frame(lines, issuer):
        values = {"lines": " ".join(issuer.lines), "own": issuer.unit_name or ""}
        values["force"] = issuer.force
        yield NO_UNIT.found(report.origin(*path), dotted(path), values)


@cache
def _usual_headings() -> dict[str, str]:
    return {plain_words(area.heading): name for name, area in built_in().areas.items()}


@over_reports
def headings_of_other_areas(report: Report) -> Iterator[Finding]:
    """Yield areas to which packs give the heading that another area of the program has."""
    usual = built_in().areas
    by_heading = _usual_headings()
    for name, area in report.choices.areas.items():
        other = by_heading.get(plain_words(area.heading), name)
        origin = place_of_wording(report, ("areas", name, "heading"), least=1)
        if name in usual and other != name and origin:
            values = {"name": f"areas.{name}", "text": area.heading, "other": other}
            yield OPPOSITE.found(origin, values=values)
