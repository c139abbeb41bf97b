"""The folder that an officer works in: its reports, new ones, and files that are brought in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from threading import Lock

from briefing import library
from briefing.figures import Phrasebook
from briefing.figures.filling import filled
from briefing.findings import Finding, OutputError, Severity
from briefing.forms import Edit, edited, input_text
from briefing.live.shown import Options, Shown, show
from briefing.officer.beginning import begun, copied_edits, period_edits
from briefing.output import named_everywhere, write_whole
from briefing.reading import READ_SUFFIXES
from briefing.report import Period, Report
from briefing.values import record

EDITED = (".yaml", ".yml")
"""The files whose data the page changes; of others it makes one that lies beside them."""

MOST = 500
"""How many reports of a folder are shown."""

_SIGNS = re.compile(r"[^\w.-]+")


@record
class Shelved:
    """One report of the folder as the first page lists it."""

    name: str
    changed: datetime
    title: str = ""
    kind: str = ""
    period: str = ""
    errors: int = 0
    to_look_at: int = 0
    built: bool = False
    readable: bool = True
    locality: str = ""


class Desk:
    """A folder and what lies in it; nothing outside it is read or written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._known: dict[str, tuple[tuple[int, int], Shelved]] = {}
        self._one_by_one = Lock()

    def sources(self) -> dict[str, Path]:
        """Return the inputs of the folder by name; links that lead elsewhere are none."""
        found = sorted(path for path in self._files() if _is_named(path) and _is_input(path))
        return {path.name: path for path in found[:MOST]}

    def unnamed(self) -> int:
        """Return how many inputs have names that no address can say: bytes that are no text."""
        return sum(not _is_named(path) and _is_input(path) for path in self._files())

    def _files(self) -> list[Path]:
        try:
            return list(self.folder.iterdir())
        except OSError:
            # A drive that was taken out holds no reports, until it is there again.
            return []

    def reports(self) -> list[Shelved]:
        """Return the reports of the folder, the one last changed first."""
        listed: list[Shelved] = []
        for path in self.sources().values():
            with suppress(OSError):  # somebody takes it away meanwhile
                listed.append(self._shelved(path))
        return sorted(listed, key=lambda one: one.changed, reverse=True)

    def to_try(self, pack: str) -> list[str]:
        """Return the reports to try a pack on: first its own, last those that cannot be read."""
        listed = self.reports()
        listed.sort(
            key=lambda one: (not one.readable, one.locality not in (pack, pack.rpartition("/")[2]))
        )
        return [one.name for one in listed]

    def _shelved(self, path: Path) -> Shelved:
        stat = path.stat()
        word = path.with_suffix(".docx")
        state = (stat.st_mtime_ns, word.stat().st_mtime_ns if word.is_file() else 0)
        known = self._known.get(path.name)
        if known is None or known[0] != state:
            changed, built = datetime.fromtimestamp(stat.st_mtime), state[1] >= state[0]
            known = (state, _shelved(path, changed, built=built))
            self._known[path.name] = known
        return known[1]

    def new(self, kind: str, period: Period, language: str, *, locality: str, like: str) -> str:
        """Write a new input and return its name.

        ``like`` is the name of an input of the folder whose facts it begins with, or empty; for
        the next period it is carried over, for another it is a copy. Raises UserError.
        """
        sources = self.sources()
        if like in sources:
            report = library.load_case(sources[like], locality=locality or None).report
            text, carried = begun(report.model_copy(update={"kind": kind}), period, language)
            if carried:
                edits = [Edit(("previous_report",), like if like.endswith(EDITED) else "")]
            else:
                edits = copied_edits(report, kind, period)
            edits += period_edits(period, alone=not carried and period != report.period)
        else:
            text = f"schema: 1\nkind: {kind}\n"
            edits = [Edit(("locality",), locality), *period_edits(period, alone=False)]
        content = edited(text, edits, yes="")
        return self._keep(f"{kind}-{period.year}.yaml", content.encode("utf-8"))

    def bring(self, name: str, content: bytes, language: str) -> str:
        """Write a file that was brought in under a free name; return that of its input.

        Of a workbook the data is written as YAML beside it. Raises UserError.
        """
        plain = _plain(name)
        if Path(plain).suffix.lower() not in READ_SUFFIXES:
            values = {"suffix": Path(plain).suffix or "–", "known": ", ".join(READ_SUFFIXES)}
            raise OutputError([Finding("file/unknown-format", values=values)])
        return self.editable(self._keep(plain, content), language)

    def editable(self, name: str, language: str) -> str:
        """Return the name of the input to change for a file of the folder; raises UserError."""
        if name.lower().endswith(EDITED):
            return name
        report = library.load_case(self.folder / name).report
        return self._keep(f"{Path(name).stem}.yaml", input_text(report, language).encode("utf-8"))

    def _keep(self, name: str, content: bytes) -> str:
        """Write a new file and return its name, which no file of the folder had.

        Several may be brought at once, so a name that somebody takes meanwhile is passed over.
        """
        with self._one_by_one:
            taken = {path.name.casefold() for path in self._files()}
            free = next(
                each for each in _numbered(named_everywhere(name)) if each.casefold() not in taken
            )
            write_whole(self.folder / free, content)
        return free


def _numbered(name: str) -> Iterator[str]:
    yield name
    stem, suffix = Path(name).stem, Path(name).suffix
    yield from (f"{stem}-{number}{suffix}" for number in count(2))


def _is_named(path: Path) -> bool:
    # Python keeps bytes that are no text as halves of characters, which nothing can be sent as.
    return not any("\ud800" <= character <= "\udfff" for character in path.name)


def _is_input(path: Path) -> bool:
    return path.suffix.lower() in READ_SUFFIXES and path.is_file() and not path.is_symlink()


def _plain(name: str) -> str:
    """Return the last part of a name without what a shell or another system reads in it."""
    last = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    return _SIGNS.sub("-", last).strip("-.") or "tep"


def _title(report: Report) -> str:
    return filled(Phrasebook(report), report.title or report.subject or "").text


def _shelved(path: Path, changed: datetime, *, built: bool) -> Shelved:
    # As the report's own page finds it, so that both tell the same number.
    shown = show(Options(path, places=False), Shown())
    report, found = shown.report, [one["severity"] for one in shown.findings]
    errors = found.count(Severity.ERROR.name.lower())
    if report is None:
        return Shelved(path.name, changed, errors=len(found), readable=False)
    return Shelved(
        path.name,
        changed,
        _title(report),
        report.kind,
        str(report.period.year),
        errors,
        len(found) - errors,
        built,
        locality=report.locality or "",
    )
