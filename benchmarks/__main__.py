"""Measure everything in one run and print the table: ``python -m benchmarks``.

Tools take turns within a round, so that a slow moment of the machine hits all alike; medians and
the median of the ratios round by round are printed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import briefing
from benchmarks.content import SENTENCES, report
from benchmarks.peers import docxtpl_template, with_docxtpl, with_python_docx
from briefing.checking import read_text

ROUNDS = 15
STARTS = 7
PARAGRAPHS, ROWS = 150, 40
INPUT = Path(__file__).parent.parent / "inputs" / "hoa-binh-2023.yaml"


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of one call."""
    begin = perf_counter()
    work()
    return (perf_counter() - begin) * 1000


def compare(works: dict[str, Callable[[], object]], rounds: int) -> None:
    """Print median milliseconds of each work and its ratio to the first one."""
    for work in works.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(timed(work))
    first = next(iter(times.values()))
    for name, taken in times.items():
        ratio = median(other / own for own, other in zip(first, taken, strict=True))
        print(f"  {name:<34}{median(taken):9.1f} ms   x {ratio:5.2f}")


def documents() -> None:
    """Compare the making of one document from a loaded report to finished bytes."""
    # Every round gets a report of its own: nothing gathered in one round helps the next.
    fresh = iter([report(PARAGRAPHS, ROWS) for _ in range(ROUNDS + 1)])
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.docx"
        docxtpl_template(template)
        print(f"One document: {PARAGRAPHS} paragraphs, a table of {ROWS} x 5, {ROUNDS} rounds")
        compare(
            {
                "briefing": lambda: briefing.build(next(fresh)),
                "docxtpl 0.20": lambda: with_docxtpl(template, PARAGRAPHS, ROWS),
                "python-docx": lambda: with_python_docx(PARAGRAPHS, ROWS),
            },
            ROUNDS,
        )


def reading() -> None:
    """Measure how long a finished text of forty pages takes to read and check."""
    text = "\n".join(SENTENCES * (40 * 2500 // len("\n".join(SENTENCES))))
    found = list(read_text([(line, None) for line in text.splitlines()]))
    taken = median(
        timed(lambda: list(read_text([(line, None) for line in text.splitlines()])))
        for _ in range(STARTS)
    )
    print(f"Reading 40 pages ({len(text):,} characters, {len(found)} statements)")
    print(f"  {'statements with verdicts':<34}{taken:9.1f} ms")


def starts() -> None:
    """Compare cold starts of whole processes."""

    def run(*arguments: str) -> Callable[[], object]:
        command = [sys.executable, *arguments]
        return lambda: subprocess.run(command, check=True, capture_output=True)

    with tempfile.TemporaryDirectory() as folder:
        build = ("-m", "briefing", "build", str(INPUT), "--force", "-d", folder)
        print(f"One process, from a cold start, {STARTS} rounds")
        compare(
            {
                "python -c pass": run("-c", "pass"),
                "briefing --help": run("-m", "briefing", "--help"),
                "briefing build hoa-binh-2023.yaml": run(*build),
            },
            STARTS,
        )


if __name__ == "__main__":
    documents()
    reading()
    starts()
