"""Findings about a ``style.docx``: the file, the style as Word lists it, what is said and used."""

from __future__ import annotations

from dataclasses import field

from briefing.findings import Finding, Origin, Rule
from briefing.standards import Allowed, same
from briefing.values import changing


@changing
class Remarks:
    """Gathers what a standard does not let through of one file."""

    file: str
    findings: list[Finding] = field(default_factory=list)

    def add(self, broken: Rule, **values: object) -> None:
        """Add a finding, once; numbers are shown as people write them."""
        shown = {
            key: number_text(value) if isinstance(value, int | float) else value
            for key, value in values.items()
        }
        finding = broken.found(Origin(self.file), values=shown)
        # Parts that share a style would say the same of it twice.
        if finding not in self.findings:
            self.findings.append(finding)

    def held(self, broken: Rule, said: float, allowed: Allowed, style: str = "") -> float:
        """Return the allowed number nearest to the one said; another one is a finding."""
        used = whole(allowed.nearest(said))
        if not allowed.allows(said):
            bounds = {"least": allowed.least, "most": allowed.most, "source": allowed.source}
            self.add(broken, style=style, said=said, used=used, **bounds)
        return used


def whole(number: float) -> float:
    """Return a number to two decimals, a whole one without any."""
    rounded = round(number, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def number_text(number: float) -> str:
    """Return a size or a length as people write it: 13, 13,5; 14,99 is 15 rounded to twips."""
    short = round(number, 1)
    return f"{whole(short if same(short, number) else number)}".replace(".", ",")
