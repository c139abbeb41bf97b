"""The files that one input becomes: where they go, that they are written, what is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.findings import counts, show
from briefing.cli.words import tell
from briefing.values import changing

if TYPE_CHECKING:
    from briefing.findings import Finding

WORD, PDF = ".docx", ".pdf"
"""The endings that say what a document is written as."""


def first_target(source: Path, output: str | None, folder: Path | None, *, pdf: bool) -> Path:
    """Return the file that the document of the input's own kind becomes.

    Raises OutputError for a name that is no name of what offices issue.
    """
    from briefing.library import ISSUED
    from briefing.output import FilesRead, check_new, file_named

    if output is None:
        return (folder or source.parent) / f"{source.stem}{WORD}"
    target = file_named(output)
    check_new(target, ISSUED, FilesRead([source]))
    if pdf and target.suffix.lower() == PDF:
        raise click.UsageError(tell("pdf_output"))
    return target


@changing
class Writing:
    """How documents are written, and the files they are made of, which stay as they are."""

    force: bool
    pdf: bool
    with_folder: bool
    form: str
    read: Iterable[Path] = ()
    told: list[Finding] = field(default_factory=list)

    def check(self, documents: Iterable[Path], read: Iterable[Path]) -> None:
        """Tell all names that cannot be written before the work is done and some files are there.

        ``read`` are the files that the documents are made of. Raises OutputError.
        """
        from briefing.findings import OutputError
        from briefing.output import FilesRead, check_place, faults_of

        self.read = list(read)
        look = partial(
            check_place,
            force=self.force,
            with_folder=self.with_folder,
            read=FilesRead(self.read),
        )
        targets = [target for document in documents for target in self._targets(document)]
        taken = [finding for path in targets for finding in faults_of(partial(look, path))]
        if taken:
            raise OutputError(taken)

    def write(self, path: Path, findings: list[Finding], content: bytes) -> int:
        """Write one document and its PDF, tell what is open, and return the exit code."""
        from briefing.findings import Severity

        word, *printed = self._targets(path) if path.suffix.lower() != PDF else (None, path)
        if word:
            self._put(word, content)
        unprinted = [finding for pdf in printed for finding in self._print(content, pdf)]
        self._tell([f for f in findings if f.severity is not Severity.INFO] + unprinted)
        errors = counts(findings)["errors"]
        written = [file for file in (word, *(printed if not unprinted else ())) if file]
        for file in written:
            drafted = errors and file == written[0]
            said = {"path": file, "errors": errors}
            click.echo(tell("written_draft" if drafted else "written", **said), err=True)
        return 2 if unprinted else 0

    def write_all(self, files: Iterable[tuple[Path, list[Finding], bytes]]) -> int:
        """Write documents and return the gravest exit code; raises OutputError.

        Findings as JSON are told once, also those of the documents before one that fails.
        """
        from briefing.findings import OutputError

        try:
            code = max(self.write(*each) for each in files)
        except OutputError as error:
            raise OutputError([*self.told, *error.findings]) from None
        if self.form == "json":
            show(self.told, self.form)
        return code

    def _tell(self, findings: list[Finding]) -> None:
        if self.form == "json":
            self.told += findings
        else:
            show(findings, self.form)

    def _targets(self, path: Path) -> list[Path]:
        return [path, *([path.with_suffix(PDF)] if self.pdf else [])]

    def _put(self, path: Path, content: bytes) -> None:
        from briefing.output import FilesRead, write_whole

        read = FilesRead(self.read)
        write_whole(path, content, force=self.force, with_folder=self.with_folder, read=read)

    def _print(self, docx: bytes, target: Path) -> list[Finding]:
        """Write the PDF of a Word file, or return why there is none."""
        from briefing.findings import OutputError
        from briefing.pdf import to_pdf

        try:
            self._put(target, to_pdf(docx))
        except OutputError as error:
            return error.findings
        return []
