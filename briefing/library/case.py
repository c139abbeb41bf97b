"""An input that was read: its report, and what its documents are made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.findings import Finding, Origins
from briefing.library.loading import read_report
from briefing.library.made_of import files_of, inputs_of
from briefing.library.year import (
    companions,
    has_restricting_mark,
    in_kind,
    in_kinds,
    suits,
    unsuited,
)
from briefing.report import Report


@dataclass(frozen=True, slots=True)
class Case:
    """A report and the file that it lies in, ``None`` where it was made without one."""

    report: Report
    source: Path | None = None

    @property
    def origins(self) -> Origins:
        """Where every value was written."""
        return self.report.origins

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """The findings made while the input was read."""
        return self.report.doubts

    @property
    def last_report(self) -> Report | None:
        """The report of the period before, when the input names it."""
        return self.report.last_report

    @property
    def pack_folders(self) -> tuple[Path, ...]:
        """The folders of the packs in use, nearest first."""
        return self.report.pack_folders

    @property
    def inputs(self) -> list[Path]:
        """The input's file, and that of the report before which it names."""
        return inputs_of(self.report, self.source) if self.source else []

    def files(self, templates: Path | None = None) -> list[Path]:
        """Return all files that its documents are made of; ``templates`` as in ``render``."""
        return files_of(self.report, self.source, templates) if self.source else []

    def kinds(self, asked: str | None = None) -> tuple[tuple[str, ...], list[str]]:
        """Return the kinds of document that are asked for, and those that do not suit the year.

        ``asked`` is names with commas between, ``all`` for every kind that suits, ``None`` for the
        input's own kind. Raises InputError for a kind that there is not.
        """
        reports, left_out = in_kinds(self.report, asked)
        return tuple(reports), left_out

    def companions(self) -> tuple[list[str], list[str]]:
        """Return the documents around it that ``all`` leaves to be named: that suit, that do not.

        Each has a number, a date and words of its own.
        """
        apart = companions(self.report)
        suited = [kind for kind in apart if suits(self.report, kind)]
        return suited, [kind for kind in apart if kind not in suited]

    def unsuited(self, kind: str) -> list[Finding]:
        """Return what stands against the year as another kind of document."""
        return unsuited(self.report, kind)

    def is_restricted(self, kind: str) -> bool:
        """Say whether a kind is left out because it cannot show the input's restricting marks."""
        return has_restricting_mark(self.in_kind(kind))

    def in_kind(self, kind: str) -> Report:
        """Return the year as the input of a kind of document."""
        return self.report if kind == self.report.kind else in_kind(self.report, kind)


def load_case(path: str | Path, *, locality: str | None = None, convert: bool = False) -> Case:
    """Return what an input file says, laid over its locality's pack.

    ``locality`` names another pack than the input does. Texts of before Unicode, TCVN3 and VNI, are
    brought into Unicode only when asked to ``convert`` them. Raises InputError with every fault,
    each at its line and column.
    """
    return Case(read_report(Path(path), locality, convert=convert), Path(path))
