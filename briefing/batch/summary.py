"""What came of a batch, as counts, as plain data, as JSON and as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
import stat
from collections import Counter
from pathlib import Path
from typing import Any

from briefing.batch.model import Outcome, State
from briefing.characters import escaped_json, in_line
from briefing.findings import Finding, Severity
from briefing.output import kind_at

COLUMNS = ("input", "state", "outputs", "errors", "warnings", "seconds", "rule", "message")

_OF_WORK = tuple(state for state in State if state is not State.ORPHANED)


class Summary:
    """Gathers outcomes; the documents are told in the order of their inputs."""

    def __init__(self, version: str, folder: Path) -> None:
        self._version = version
        self._folder = folder
        self._outcomes: list[Outcome] = []
        self._orphans: list[Outcome] = []
        self.counts = Counter[State]()
        self.seconds = 0.0

    def add(self, outcome: Outcome) -> None:
        """Count one more document; one without an input is told, but is none of the work."""
        if outcome.state is State.ORPHANED:
            self._orphans.append(outcome)
            return
        self._outcomes.append(outcome)
        self.counts[outcome.state] += 1

    @property
    def total(self) -> int:
        """How many documents were counted."""
        return len(self._outcomes)

    @property
    def code(self) -> int:
        """The exit code of the whole: the gravest of its documents."""
        return max((outcome.code for outcome in self._outcomes), default=0)

    @property
    def outcomes(self) -> list[Outcome]:
        """Every outcome in the order of the inputs."""
        return sorted(self._outcomes, key=lambda outcome: outcome.source)

    @property
    def orphans(self) -> list[Outcome]:
        """The documents that are there and have no input any more."""
        return self._orphans

    @property
    def left_out(self) -> Counter[str]:
        """How many inputs do not suit each kind that was asked for."""
        return Counter(str(each.values["kind"]) for each in self._found("batch/kind-left-out"))

    @property
    def restricted(self) -> Counter[str]:
        """How many inputs bear restricting marks that a kind asked for cannot show."""
        return Counter(str(each.values["kind"]) for each in self._found("batch/kind-restricted"))

    @property
    def no_longer_built(self) -> list[str]:
        """The files of earlier runs that this one no longer builds."""
        return [str(each.origin) for each in self._found("batch/no-longer-built")]

    @property
    def warnings(self) -> Counter[str]:
        """How many warnings each input has, unless it has none."""
        return self._open(Severity.WARNING)

    @property
    def errors(self) -> Counter[str]:
        """How many errors each input has whose document was written all the same, as a draft."""
        return self._open(Severity.ERROR)

    def _open(self, severity: Severity) -> Counter[str]:
        return Counter(
            outcome.source
            for outcome in self._outcomes
            for finding in outcome.findings
            if finding.severity is severity and (severity > Severity.ERROR or not outcome.code)
        )

    def _found(self, rule: str) -> list[Finding]:
        told = (finding for each in [*self._outcomes, *self._orphans] for finding in each.findings)
        return [finding for finding in told if finding.rule == rule]

    def as_data(self, language: str) -> dict[str, Any]:
        """Return the summary as plain data, the shape of ``--format json``."""
        return {
            "version": self._version,
            "folder": str(self._folder),
            "seconds": round(self.seconds, 3),
            "counts": {str(state): self.counts[state] for state in _OF_WORK},
            "documents": [_document(outcome, language) for outcome in self.outcomes],
            "orphans": [_document(outcome, language) for outcome in self.orphans],
        }

    def as_json(self, language: str) -> str:
        """Return the summary as JSON."""
        return escaped_json(json.dumps(self.as_data(language), ensure_ascii=False, indent=2)) + "\n"

    def as_csv(self, language: str) -> str:
        """Return a table with a line a document, which names its gravest finding."""
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(COLUMNS)
        for said in (_document(each, language) for each in [*self.outcomes, *self.orphans]):
            found = said["findings"]
            graver = Counter(finding["severity"] for finding in found)
            first: dict[str, Any] = found[0] if found else {}
            table.writerow(
                [
                    _cell(said["input"]),
                    said["state"],
                    _cell(" ".join(said["outputs"])),
                    graver["error"],
                    graver["warning"],
                    said["seconds"],
                    first.get("rule", ""),
                    _cell(first.get("message", "")),
                ]
            )
        return text.getvalue()

    def as_file(self, suffix: str, language: str) -> bytes:
        """Return the content of a summary file: ``.csv`` gives the table, else JSON."""
        if suffix == ".csv":
            # Spreadsheets know Vietnamese letters by the mark at the beginning only.
            return self.as_csv(language).encode("utf-8-sig")
        return self.as_json(language).encode()


def is_summary(file: Path) -> bool:
    """Say whether a file is a summary that this program wrote, by how it begins."""
    try:
        # A pipe would wait for ever.
        if not stat.S_ISREG(kind_at(file)):
            return False
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return False
    return head.startswith(_CSV) or _JSON.match(head) is not None


_HEAD = 4096
_CSV = ",".join(COLUMNS[:5]).encode("utf-8-sig")
_JSON = re.compile(rb'\{\s*"version": "[^"]*",\s*"folder": ')


def _cell(text: str) -> str:
    """Return a text as a cell of a table: one line, and nothing that a spreadsheet works out."""
    text = in_line(text)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _graver_first(outcome: Outcome) -> list[Finding]:
    return sorted(outcome.findings, key=lambda finding: finding.severity)


def _document(outcome: Outcome, language: str) -> dict[str, Any]:
    return {
        "input": outcome.source,
        "state": str(outcome.state),
        "outputs": list(outcome.outputs),
        "seconds": round(outcome.seconds, 4),
        "findings": [finding.as_data(language) for finding in _graver_first(outcome)],
    }
