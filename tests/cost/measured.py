"""Documents made in every form, each by a process of its own: ``python -m cost.measured``.

A line of JSON on standard input with ``folder``, ``source`` and perhaps ``templates`` and ``forms``
is one job, done by a child: the program is loaded once for all children. Without ``forms`` all are
made. The answer tells the rule that stopped each form, or nothing, then the work and the memory
that the dearest of them took. What other programs do does not count.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from effort import effort

import briefing

FORMS = {"word": briefing.build, "html": briefing.page, "markdown": briefing.preview}


def measured(source: Path, templates: Path | None, forms: Sequence[str]) -> dict[str, object]:
    """Return what came of each form, the most yardsticks that one took, and the most megabytes."""
    rules: dict[str, str] = {}
    longest = 0.0
    for name in forms:
        make = FORMS[name]
        with effort() as spent:
            try:
                make(briefing.load(source), draft=True, templates=templates)
                rules[name] = ""
            except briefing.UserError as error:
                rules[name] = error.findings[0].rule
        longest = max(longest, spent.yardsticks)
    return {"rules": rules, "yardsticks": longest, "megabytes": most_memory()}


def most_memory() -> int:
    """Return the most memory that this process had, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # What getrusage tells begins with the memory of the process that started this one.
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def in_a_child(
    folder: str, source: str, templates: str | None = None, forms: Sequence[str] = tuple(FORMS)
) -> dict[str, object]:
    """Return what a child measured that works in a folder, without packs of the user."""
    with tempfile.TemporaryFile("w+") as told:
        child = os.fork()
        if not child:
            os.chdir(folder)
            os.environ["XDG_CONFIG_HOME"] = folder
            try:
                found = measured(Path(source), Path(templates) if templates else None, forms)
                told.write(json.dumps(found))
                told.flush()
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        told.seek(0)
        return dict(json.loads(told.read()))


if __name__ == "__main__":
    from cli.loaded import load_all

    load_all()
    for line in sys.stdin:
        print(json.dumps(in_a_child(**json.loads(line))), flush=True)
