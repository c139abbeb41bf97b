"""Who lives: a run holds a lock on what is its own as long as it lives.

The system frees the lock however a run ends, by kill -9 as well. Where it knows no shared locks
(Windows, some network drives), a run counts as not alone whenever that cannot be ruled out.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FAR = 1 << 40
"""A place in the file that holds no data, for systems whose locks also keep readers out."""


@contextmanager
def only_run(descriptor: int) -> Iterator[bool]:
    """Say whether no other run lives on a file, and keep others from starting meanwhile.

    Afterwards the run holds its own share of the lock until it closes the file or ends.
    """
    alone = _alone(descriptor)
    try:
        yield alone
    finally:
        _share(descriptor)


def hold(descriptor: int) -> bool:
    """Take the lock on an open file until it is closed; say whether it could be had."""
    return _alone(descriptor)


def claim(descriptor: int, path: Path) -> bool:
    """Take the lock on a file that was just made; say whether it is still the one at its path.

    Between making and locking it, another run may have taken it for a leftover.
    """
    if hold(descriptor):
        with suppress(OSError):
            return os.path.samestat(os.fstat(descriptor), path.stat())
    return False


def left_over(path: Path) -> int | None:
    """Return the locked descriptor of a file whose maker is gone, ``None`` while it may live."""
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    if hold(descriptor):
        return descriptor
    os.close(descriptor)
    return None


if sys.platform == "win32":
    import msvcrt

    def _alone(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _share(descriptor: int) -> None:
        """Keep the lock as it is: it cannot be shared."""

else:
    import fcntl

    def _alone(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _share(descriptor: int) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH)
        except OSError:
            # No locks on this drive: then no run there ever counts as alone either.
            return
