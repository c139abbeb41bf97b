"""One LibreOffice that prints many Word files a start, and is started again when it fails."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections import Counter, deque
from collections.abc import Sequence
from contextlib import suppress
from threading import Event

from briefing import pdf
from briefing.output import Scratch

_LOOK = 0.1
"""Seconds between two looks at what is printed."""


class LibreOffice:
    """A LibreOffice with a profile of its own, which is kept as long as all goes well."""

    def __init__(self, program: str, stop: Event) -> None:
        self._program = program
        self._stop = stop
        self._scratch = Scratch()
        self._folder = self._scratch.folder

    def close(self) -> None:
        """Remove the profile and all that was made."""
        self._scratch.close()

    def printed(self, words: Sequence[bytes]) -> list[bytes | str]:
        """Return each Word file as PDF, or the reason why there is none.

        Files are printed in their order, so the first without a PDF is the one that LibreOffice
        hung or died on. It is tried once more and then left out; the others go on.
        """
        results: dict[int, bytes | str] = {}
        waiting, tries = deque(range(len(words))), Counter[int]()
        while waiting and not self._stop.is_set():
            reason = self._print({position: words[position] for position in waiting})
            for position in list(waiting):
                content = self._take(position)
                if content:
                    results[position] = content
                    waiting.remove(position)
            if waiting:
                shutil.rmtree(self._folder / "profile", ignore_errors=True)
                tries[waiting[0]] += 1
                if tries[waiting[0]] == pdf.TRIES:
                    results[waiting.popleft()] = reason
        return [results.get(position, "") for position in range(len(words))]

    def _print(self, contents: dict[int, bytes]) -> str:
        """Print files in one start, as far as it goes, and return how it ended."""
        sources = [self._folder / f"{position}.docx" for position in contents]
        command = pdf.printing(self._program, self._folder / "profile", self._folder)
        log, words = self._folder / "log", [*command, *map(str, sources)]
        try:
            for source, content in zip(sources, contents.values(), strict=True):
                source.write_bytes(content)
            with log.open("wb") as said, pdf.start(words, said, self._folder) as process:
                code = self._watch(process)
        except OSError as error:
            return error.strerror or str(error)
        if code is None:
            return f"soffice: > {pdf.TIME_LIMIT} s"
        return f"soffice: exit {code}{pdf.last_words(log)}"

    def _watch(self, process: subprocess.Popen[bytes]) -> int | None:
        """Return the exit code of LibreOffice; it is killed when no file is done for too long."""
        done, since = 0, time.monotonic()
        try:
            while time.monotonic() - since < pdf.TIME_LIMIT and not self._stop.is_set():
                try:
                    return process.wait(_LOOK)
                except subprocess.TimeoutExpired:
                    now = len(list(self._folder.glob("*.pdf")))
                    done, since = now, since if now == done else time.monotonic()
            return None
        finally:
            pdf.kill(process)

    def _take(self, position: int) -> bytes:
        """Return a PDF that is there whole, else nothing, and clear the place for the next."""
        file = self._folder / f"{position}.pdf"
        content = pdf.made(file)
        # A folder of this name stays, and is in the way of nothing but this document.
        with suppress(OSError):
            file.unlink(missing_ok=True)
        return content if content.startswith(b"%PDF") and b"%%EOF" in content[-1024:] else b""
