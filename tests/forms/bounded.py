"""Files read in little room, each by a process of its own: ``python -m forms.bounded``.

A line of standard input names a file; a child reads it, since a reader that asks for too much ends
the whole process. The answer tells the rule that refused the file, the most megabytes that the
child had, and its work. The program is loaded once for all children.
"""

from __future__ import annotations

import os
import resource
import sys

from cost.measured import most_memory
from effort import effort

from briefing import InputError, load

ROOM = 2**31


def answer(file: str) -> str:
    """Return what a child says of a file, nothing where it died."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
            os.write(writing, _said_of(file).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        said = told.read()
    os.waitpid(child, 0)
    return said


def _said_of(file: str) -> str:
    rule = "none"
    with effort() as spent:
        try:
            load(file)
        except InputError as error:
            rule = error.findings[0].rule
    return f"{rule} {most_memory()} {spent.yardsticks}"


if __name__ == "__main__":
    from cli.loaded import load_all

    load_all()
    for line in sys.stdin:
        print(answer(line.rstrip("\n")), flush=True)
