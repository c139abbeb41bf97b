"""A fault or a doubt, as data: what rule, how grave, where, and the values it speaks of."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import PurePath
from typing import Any

from briefing.characters import in_line
from briefing.findings.catalogues import DEFAULT_LANGUAGE, catalogue, say
from briefing.findings.fields import label
from briefing.findings.foreign import in_language
from briefing.findings.origin import Origin


class Severity(IntEnum):
    """How grave a finding is; an error stops a final build."""

    ERROR = 1
    WARNING = 2
    INFO = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person should look at.

    ``rule`` is the stable identifier (``figures/stated-rate``); the wording lives in the
    catalogues under the same name and is filled with ``values`` only when it is shown; a value may
    be a finding, whose message is then part of this one's.
    ``path`` is the input field concerned, dotted, when there is one.
    """

    rule: str
    severity: Severity = Severity.ERROR
    origin: Origin | None = None
    path: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def message(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Return what is wrong and what was expected."""
        return self._wording("message", language)

    def remedy(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Return what to do about it."""
        return self._wording("remedy", language)

    def as_text(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Return the finding as it is printed: place, severity and message, then the remedy."""
        where = place_of(self.origin, language) if self.origin else in_line(self.path)
        place = f"{where}: " if where else ""
        severity = say(f"severity.{self.severity.name.lower()}", language)
        head = f"{place}{severity}: {self.message(language)} [{self.rule}]"
        return f"{head}\n  → {self.remedy(language)}"

    def as_data(self, language: str = DEFAULT_LANGUAGE) -> dict[str, Any]:
        """Return the finding as plain data, the shape of ``--format json``."""
        origin = self.origin or Origin("")
        return {
            "rule": self.rule,
            "severity": self.severity.name.lower(),
            "file": origin.file or None,
            "line": origin.line,
            "column": origin.column,
            "cell": origin.cell,
            "part": origin.part or None,
            "path": self.path or None,
            "message": self.message(language),
            "remedy": self.remedy(language),
        }

    def _wording(self, part: str, language: str) -> str:
        texts = catalogue(language)["finding"][self.rule]
        text, said = _for_case(texts, part, self), self.values
        if self.origin is not None:
            known = catalogue(DEFAULT_LANGUAGE)["finding"][self.rule]
            twin = _for_case(known, part, self)
            text, said = self.origin.worded(text, said, self.path, language, twin)
        values = {name: _said(value, language) for name, value in said.items()}
        values |= _reason(self.values, language)
        field = re.sub(r"\[\d+\]", "", self.path)
        return text.format(called=label(field, language), **values)


def _for_case(texts: Mapping[str, str], part: str, finding: Finding) -> str:
    """Return the wording of a part: for a filled form, for a near name, or for a file of TOML."""
    form = finding.origin.form if finding.origin else ""
    near = bool(finding.values.get("near"))
    cases = [
        *(["near_form"] if near and form == "form" else []),
        *(["form"] if form == "form" else []),
        *(["near"] if near else [form]),
    ]
    return next(
        (texts[f"{part}_{case}"] for case in cases if f"{part}_{case}" in texts), texts[part]
    )


def _said(value: object, language: str) -> object:
    """Return a value as a sentence holds it: a finding as its own words, no character unseen."""
    if isinstance(value, Finding):
        return value.message(language)
    return in_line(str(value)) if isinstance(value, str | PurePath) else value


def _reason(values: dict[str, Any], language: str) -> dict[str, str]:
    """Return the system's or a program's reason in the user's language, or quoted as theirs."""
    number, program = values.get("errno"), values.get("said_by")
    if isinstance(program, str):
        return {"reason": in_language(str(values["reason"]), program, language)}
    if not isinstance(number, int):
        return {}
    reasons: dict[str, str] = catalogue(language)["reason"]
    said = in_line(str(values.get("reason", number)))
    return {"reason": reasons.get(errno.errorcode.get(number, "")) or reasons["other"].format(said)}


def place_of(origin: Origin, language: str = DEFAULT_LANGUAGE) -> str:
    """Return a place as it is printed: ``file:line:column``, or the note or margin of a file."""
    if not origin.part:
        return str(origin)
    return f"{origin.file} ({say(f'place.{origin.part}', language, number=origin.line)})"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any of the findings stops a final build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by file, line and column or cell, graver first on the same spot."""

    def place(finding: Finding) -> tuple[str, int, int, tuple[str, int, int, str], int, str]:
        origin = finding.origin or Origin("")
        return (
            origin.file,
            origin.line or 0,
            origin.column or 0,
            _cell_order(origin.cell or ""),
            finding.severity,
            finding.rule,
        )

    return sorted(findings, key=place)


def _cell_order(cell: str) -> tuple[str, int, int, str]:
    """Return what sorts cells of a sheet by row, then by column."""
    if not cell:
        return ("", 0, 0, "")
    sheet, _, place = cell.rpartition("!")
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letters = place.removesuffix(row)
    return (sheet, int(row) if row.isdecimal() else 0, len(letters), letters)
