"""Headings of packs: what may stand in them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.findings import FieldPath, Finding, Severity, dotted, nearest
from briefing.kinds import Wording
from briefing.patterns import Pattern
from briefing.reading import FileData
from briefing.vietnamese import typed_number

_BRACES = Pattern(r"\{+\s*([^{}]*?)\s*\}+")


def heading_faults(told: FileData, wording: Wording) -> Iterator[Finding]:
    """Yield headings with a name in braces that there is not, and with a number of their own.

    Headings are numbered by the program (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6).
    """
    for path, text, words in _headings(told, wording):
        origin = told.origins.at(path)
        for match in _BRACES.finditer(text):
            if match[0] != f"{{{match[1]}}}" or match[1] not in words:
                values = {
                    "written": match[0],
                    "near": nearest(match[1], words),
                    "names": ", ".join(f"{{{word}}}" for word in words),
                }
                yield Finding("locality/heading-name", Severity.ERROR, origin, dotted(path), values)
        if number := typed_number(text):
            values = {"text": text, "number": number}
            yield Finding("form/typed-number", Severity.ERROR, origin, dotted(path), values)


def _headings(told: FileData, wording: Wording) -> Iterator[tuple[FieldPath, str, tuple[str, ...]]]:
    """Yield the headings of packs with their places and the names that they may use."""
    areas = told.data.get("areas", {})
    for name, said in areas.items():
        if isinstance(said, dict):
            yield ("areas", name, "heading"), said["heading"], ()
        elif isinstance(said, str):
            yield ("areas", name), said, ()
    for name, text in told.data.get("headings", {}).items():
        if isinstance(text, str):
            yield ("headings", name), text, wording.words
    heads = told.data.get("figures_annex", {}).get("heads", {})
    for name, text in heads.items():
        yield ("figures_annex", "heads", name), text, ("this", "last_period")
