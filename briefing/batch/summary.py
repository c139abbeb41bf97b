"""What came of a batch, as counts, as plain data, as JSON and as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

from briefing.batch.model import Outcome, State
from briefing.findings import Finding
from briefing.output import write_whole

COLUMNS = ("input", "state", "outputs", "errors", "warnings", "seconds", "rule", "message")


class Summary:
    """Gathers outcomes; the documents are told in the order of their inputs."""

    def __init__(self, version: str, folder: Path) -> None:
        self._version = version
        self._folder = folder
        self._outcomes: list[Outcome] = []
        self.counts = Counter[State]()
        self.seconds = 0.0

    def add(self, outcome: Outcome) -> None:
        """Count one more document."""
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

    def as_data(self, language: str) -> dict[str, Any]:
        """Return the summary as plain data, the shape of ``--format json``."""
        return {
            "version": self._version,
            "folder": str(self._folder),
            "seconds": round(self.seconds, 3),
            "counts": {str(state): self.counts[state] for state in State},
            "documents": [_document(outcome, language) for outcome in self.outcomes],
        }

    def as_json(self, language: str) -> str:
        """Return the summary as JSON."""
        return _printable(json.dumps(self.as_data(language), ensure_ascii=False, indent=2)) + "\n"

    def as_csv(self, language: str) -> str:
        """Return a table with a line a document, which names its gravest finding."""
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(COLUMNS)
        for said in (_document(each, language) for each in self.outcomes):
            found = said["findings"]
            graver = Counter(finding["severity"] for finding in found)
            first: dict[str, Any] = found[0] if found else {}
            table.writerow(
                [
                    said["input"],
                    said["state"],
                    " ".join(said["outputs"]),
                    graver["error"],
                    graver["warning"],
                    said["seconds"],
                    first.get("rule", ""),
                    first.get("message", ""),
                ]
            )
        return _printable(text.getvalue())

    def write(self, file: Path, language: str) -> None:
        """Write the summary whole over an older one; ``.csv`` gives the table, else JSON.

        Raises OutputError.
        """
        if file.suffix.lower() == ".csv":
            # Spreadsheets know Vietnamese letters by the mark at the beginning only.
            content = self.as_csv(language).encode("utf-8-sig")
        else:
            content = self.as_json(language).encode()
        write_whole(file, content, force=True)


def _printable(text: str) -> str:
    """Return a text with its undecodable bytes, of names that are no Unicode, as escapes."""
    return text.encode(errors="backslashreplace").decode()


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
