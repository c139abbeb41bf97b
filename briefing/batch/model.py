"""What is asked of a batch, of one document of it, and what came of that: plain, picklable data."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from briefing import __version__
from briefing.batch.code import code_digest
from briefing.findings import Finding, Severity
from briefing.localities import own_folders
from briefing.values import record


@record
class Settings:
    """What holds for all documents of one run.

    ``folder`` is where the outputs go, ``source`` what the user named, ``packs`` are the user's own
    folders of packs, nearest first. ``run`` names the run: what is looked up once a run is kept
    under it. ``version`` and ``code`` are the program that asks, so that a worker elsewhere does
    not answer with another one.
    """

    folder: Path
    source: Path | None = None
    packs: tuple[Path, ...] = field(default_factory=own_folders)
    run: str = field(default_factory=lambda: uuid4().hex)
    version: str = __version__
    code: str = field(default_factory=code_digest)
    kinds: str | None = None
    pdf: bool = False
    force: bool = False
    resume: bool = False
    draft: bool = False
    language: str = "vi"
    templates: Path | None = None
    locality: str | None = None


@record
class Lead:
    """One input that a document is made of, and what chooses its packs: a name and a day.

    ``file`` is the path as the document's own input writes it, empty for that input itself.
    """

    file: str
    locality: str | None
    day: str


@record
class JournalRecord:
    """What the journal remembers of a document: its digest, and the SHA-256 of each output.

    ``known`` holds every output that any run ever wrote, as pairs of name and SHA-256. ``source``
    is the input as seen from the folder of the outputs, ``findings`` what was found when it was
    built.
    """

    digest: str
    leads: tuple[Lead, ...]
    outputs: dict[str, str]
    known: frozenset[tuple[str, str]]
    source: str = ""
    findings: tuple[Finding, ...] = ()


@record
class BatchTask:
    """One input to build; ``target`` is its first output, relative to the folder of the batch.

    ``kept`` names the outputs that would lie over a file that the batch reads.
    """

    source: Path
    target: Path
    settings: Settings
    record: JournalRecord | None = None
    kept: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The target with slashes, as journal and summary name the document."""
        return self.target.as_posix()


class State(StrEnum):
    """What became of a document; an orphaned one is there, but its input is no longer."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"
    ORPHANED = "orphaned"


@record
class Outcome:
    """What came of one input: its outputs with their SHA-256, or the findings against it.

    ``code`` is the exit code that a build of this input alone would have had. ``digest`` and
    ``leads`` are for the journal; an empty digest is not remembered.
    """

    source: str
    name: str
    state: State
    outputs: dict[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    code: int = 0
    digest: str = ""
    leads: tuple[Lead, ...] = ()
    seconds: float = 0.0

    @property
    def errors(self) -> list[Finding]:
        """The findings of severity error."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]


def named_beside(name: str, suffix: str) -> str:
    """Return the name of a Word file with another ending."""
    return name.removesuffix(".docx") + suffix
