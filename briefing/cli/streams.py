"""The standard streams, which may be closed or fill up while something is written to them.

What is written to a stream that failed is dropped, so that the work itself goes on to its end; the
failure is told there, once. A reader that has seen enough, as ``head``, is no failure.
"""

from __future__ import annotations

import errno
import io
import os
import select
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

WINDOWS = sys.platform == "win32"

LOST = 2
"""The exit code of a run whose words did not all arrive."""


class _Guarded(io.RawIOBase):
    """The bytes of a stream that never fails; ``error`` is why it did, and ``left`` by whom."""

    def __init__(self, stream: TextIO | None) -> None:
        buffer: Any = stream.buffer if stream else None
        # Past Python's own buffer, which would try again and fail once more at the end.
        self._stream = getattr(buffer, "raw", buffer)
        self._whole = stream  # a stream that nobody has is closed
        self.error: OSError | None = None
        self.left = False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return bool(self._stream and self._stream.isatty())

    def fileno(self) -> int:
        if self._stream is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return int(self._stream.fileno())

    def write(self, data: ReadableBuffer) -> int:
        size = memoryview(data).nbytes
        if self.error or self.left:
            return size
        try:
            return self._written(data)
        except OSError as error:
            # Windows says of a pipe that nobody reads that the argument is invalid.
            gone = error.errno == errno.EPIPE or (WINDOWS and error.errno == errno.EINVAL)
            self.left, self.error = gone, None if gone else error
            return size

    def _written(self, data: ReadableBuffer) -> int:
        while True:
            number = self.fileno()
            written: int | None = self._stream.write(data)
            if written is not None:
                return written
            # Somebody else made the stream not to wait; it says when it takes more.
            select.select([], [number], [])


_guards: list[_Guarded] = []


def guard_streams() -> None:
    """Put the standard streams of this process behind guards.

    A number that was closed is taken, else the next file that is opened would get it, and whoever
    writes to the stream of that number would write into the file.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = _text(sys.stdout)
    sys.stderr = _text(sys.stderr, at_once=True)


def _text(stream: TextIO | None, *, at_once: bool = False) -> TextIO:
    guard = _Guarded(stream)
    _guards.append(guard)
    # Words that no encoding holds, of names that are no Unicode, show as escapes.
    return io.TextIOWrapper(
        io.BufferedWriter(guard),
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=at_once or guard.isatty(),
        newline=None,
    )


def nobody_listens() -> bool:
    """Say whether what is written arrives nowhere any more."""
    return any(guard.left or guard.error for guard in _guards)


def settled(code: int) -> int:
    """Return the exit code of a run when all its words have arrived, after telling when not."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    lost = [guard.error for guard in _guards if guard.error]
    if lost:
        _tell(lost[0])
    return max(code, LOST) if lost else code


def _tell(error: OSError) -> None:
    from briefing.cli.findings import show
    from briefing.findings import Finding

    values = {"errno": error.errno, "reason": error.strerror or str(error)}
    show([Finding("output/stream", values=values)], "text")
    sys.stderr.flush()
