"""Work that misbehaves in its worker when the name of a document says so."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from briefing.batch import BatchTask, Outcome, perform


def work(task: BatchTask) -> Outcome:
    """Build a document; ``dies`` kills its process each time, ``once`` only the first time."""
    place = Path(task.source)
    if "dies" in task.name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "once" in task.name and not place.with_suffix(".seen").exists():
        place.with_suffix(".seen").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if "exits" in task.name:
        os._exit(3)
    outcome = perform(task)
    if "after" in task.name and not place.with_suffix(".seen").exists():
        place.with_suffix(".seen").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if "strange" in task.name:
        raise StrangeError(lambda: 0)
    return outcome


class StrangeError(Exception):
    """A failure that cannot even be sent back."""

    def __init__(self, what: Callable[[], int]) -> None:
        super().__init__(what)


def slowly(task: BatchTask) -> Outcome:
    """Build a document in no hurry, so that its worker can be killed meanwhile."""
    time.sleep(0.15)
    return perform(task)
