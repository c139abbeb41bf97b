"""A document made in every form by a process of its own: ``python -m cost.measured INPUT``.

A folder of templates may be named after the input. Prints the rule that stopped each form, or
nothing, then the processor time and the memory that the dearest of them took. The time of other
programs does not count.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from time import process_time

import briefing

FORMS = {"word": briefing.build, "html": briefing.page, "markdown": briefing.preview}


def measured(source: Path, templates: Path | None) -> dict[str, object]:
    """Return what came of each form, the most seconds that one took, and the most megabytes."""
    rules: dict[str, str] = {}
    longest = 0.0
    for name, make in FORMS.items():
        begun = process_time()
        try:
            make(briefing.load(source), draft=True, templates=templates)
            rules[name] = ""
        except briefing.UserError as error:
            rules[name] = error.findings[0].rule
        longest = max(longest, process_time() - begun)
    return {"rules": rules, "seconds": longest, "megabytes": most_memory()}


def most_memory() -> int:
    """Return the most memory that this process had, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # What getrusage tells begins with the memory of the process that started this one.
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    source, *rest = map(Path, sys.argv[1:])
    print(json.dumps(measured(source, rest[0] if rest else None)))
