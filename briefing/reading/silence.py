"""What a reader that is no Python writes to the standard error before it fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

_ERROR = 2


@contextmanager
def unsaid() -> Iterator[None]:
    """Let nothing reach the standard error of the process; the failure itself goes on."""
    try:
        kept = os.dup(_ERROR)
    except OSError:  # the process has none
        yield
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, _ERROR)
        yield
    finally:
        os.dup2(kept, _ERROR)
        os.close(kept)
        os.close(nothing)
