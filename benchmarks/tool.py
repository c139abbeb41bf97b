"""One tool in a process of its own: ``python -m benchmarks.tool NAME PARAGRAPHS ROWS [TEMPLATE]``.

For every line on standard input it makes one document and prints the milliseconds of processor
time, which other programs of the machine do not lengthen.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

Work = Callable[[], bytes]


def _prepared(name: str, paragraphs: int, rows: int, template: str) -> Callable[[], Work]:
    """Return what makes a fresh piece of work, outside of the time that is measured."""
    if name == "briefing":
        import briefing
        from benchmarks.content import report

        def fresh() -> Work:
            forget_texts()
            loaded = report(paragraphs, rows)
            return lambda: briefing.build(loaded)

        return fresh
    if name == "floor":
        from benchmarks.floor import Floor

        floor = Floor(paragraphs, rows)
        return lambda: floor.write
    from benchmarks.peers import with_docxtpl, with_python_docx

    if name == "docxtpl":
        return lambda: lambda: with_docxtpl(Path(template), paragraphs, rows)
    return lambda: lambda: with_python_docx(paragraphs, rows)


def forget_texts() -> None:
    """Let the program read texts anew that it has read before, as those of another year."""
    from briefing.checking.statements import reading

    reading._read_before.cache_clear()


def main() -> None:
    """Make documents until nobody asks for more."""
    name, paragraphs, rows, template = [*sys.argv[1:], ""][:4]
    fresh = _prepared(name, int(paragraphs), int(rows), template)
    for _ in sys.stdin:
        work = fresh()
        # What was made before is not this document's to clean up.
        gc.collect()
        begin = process_time()
        work()
        print((process_time() - begin) * 1000, flush=True)


if __name__ == "__main__":
    main()
