"""What the journal says of documents, as lines of JSON that later runs read and trust in nothing.

The journal lies in the folder of the outputs, where others write too: whatever is not as this
program writes it is no record.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from briefing.batch.model import Lead, Outcome
from briefing.findings import LANGUAGES, Finding, Origin, Severity
from briefing.reading import place_kept
from briefing.values import record

_PLAIN = (str, int, float, bool, type(None))


@record
class LastOutcome:
    """What was said last of a document: what it was made of, its outputs, what was found in it.

    ``source`` is its input as seen from the folder of the outputs. ``findings`` is JSON, in which
    the input itself has no name, since it may be called otherwise next time.
    """

    digest: str
    leads: tuple[Lead, ...]
    outputs: dict[str, str]
    source: str
    findings: str

    @classmethod
    def of(cls, outcome: Outcome, source: str) -> LastOutcome:
        """Return what is said of an outcome."""
        found = [_as_data(finding, outcome.source) for finding in outcome.findings]
        return cls(outcome.digest, outcome.leads, outcome.outputs, source, json.dumps(found))

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)

    @classmethod
    def read(cls, said: dict[str, Any]) -> LastOutcome:
        """Return it from plain data; raises KeyError, TypeError or ValueError for any other."""
        outputs = {inside(output): text(sha) for output, sha in said["outputs"].items()}
        leads = tuple(_lead(**lead) for lead in said["leads"])
        return cls(text(said["digest"]), leads, outputs, text(said["source"]), said["findings"])

    def findings_of(self, source: str) -> tuple[Finding, ...]:
        """Return what was found in the document of an input.

        Raises KeyError, TypeError or ValueError for what this program does not say.
        """
        return tuple(_finding(each, source) for each in json.loads(self.findings))


def text(value: Any) -> str:
    """Return a text; raises TypeError for anything else."""
    if not isinstance(value, str):
        raise TypeError
    return value


def inside(name: Any) -> str:
    """Return the name of a file that lies in the folder; raises ValueError for any other."""
    path = Path(text(name))
    if path.is_absolute() or path.drive or ".." in path.parts or "\0" in name or not path.name:
        raise ValueError
    return str(name)


def _lead(file: Any, locality: Any, day: Any) -> Lead:
    return Lead(text(file), None if locality is None else text(locality), text(day))


def _as_data(finding: Finding, source: str) -> dict[str, Any]:
    origin = finding.origin
    return {
        "rule": finding.rule,
        "severity": int(finding.severity),
        "place": _place(origin, source) if origin else None,
        "path": finding.path,
        "values": {key: _value(value, source) for key, value in finding.values.items()},
    }


def _place(origin: Origin, source: str) -> list[object]:
    return ["" if origin.file == source else origin.file, origin.kept()]


def _read_place(said: Any, source: str) -> Origin:
    file, kept = said
    return place_kept(text(file) or source, dict(kept))


def _value(value: object, source: str) -> object:
    """Return a value as JSON has it; a number with its places is the text that it prints."""
    if isinstance(value, Finding):
        return [_as_data(value, source)]
    if isinstance(value, list) and any(isinstance(at, Origin) for at in value):
        return {"places": [_place(at, source) for at in value if at is not None]}
    return value if isinstance(value, _PLAIN) else str(value)


def _finding(said: Any, source: str) -> Finding:
    place = said["place"]
    finding = Finding(
        text(said["rule"]),
        Severity(said["severity"]),
        _read_place(place, source) if place else None,
        text(said["path"]),
        {text(key): _read_value(value, source) for key, value in said["values"].items()},
    )
    for language in LANGUAGES:
        finding.as_text(language)  # a rule or a value that it lacks is no record of ours
    return finding


def _read_value(value: Any, source: str) -> object:
    if isinstance(value, list):
        [said] = value
        return _finding(said, source)
    if isinstance(value, dict):
        return [_read_place(at, source) for at in value["places"]]
    if not isinstance(value, _PLAIN):
        raise TypeError
    return value
