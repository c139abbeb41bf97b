"""Measure batches: ``python -m benchmarks.batch [COUNT [LONG]]``.

COUNT synthetic communes are built with one process and with two, resumed, and some of them printed;
LONG documents in one process show whether memory stays flat.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

import psutil

from benchmarks.communes import COUNT, write_communes
from briefing.batch import BatchTask, Settings, gather, perform
from briefing.pdf import to_pdf

LONG = 10_000
PRINTED = 40


def run(*words: object) -> tuple[dict[str, Any], float, int]:
    """Return the summary of a batch, its seconds, and the peak of memory of all its processes."""
    command = [sys.executable, "-m", "briefing", "build", *map(str, words), "--format", "json"]
    begun = perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, stdout=told, stderr=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            sleep(0.1)
        seconds = perf_counter() - begun
        told.seek(0)
        return json.load(told), seconds, peak


def memory(pid: int) -> int:
    """Return the bytes in memory of a process and all below it; shared ones count each time."""
    try:
        top = psutil.Process(pid)
        return sum(each.memory_info().rss for each in [top, *top.children(recursive=True)])
    except psutil.Error:
        return 0


def batches(inputs: Path, folder: Path) -> None:
    """Build with one process and with two, compare the bytes, and resume."""
    made = []
    for jobs in (1, 2):
        out = folder / str(jobs)
        said, seconds, peak = run(inputs, "-d", out, "--jobs", jobs)
        built = said["counts"]["built"]
        tell(f"{jobs} jobs", f"{said['counts']}", seconds, built / seconds, peak)
        made.append({path.name: path.read_bytes() for path in out.rglob("*.docx")})
    print(f"  the same bytes: {made[0] == made[1]} ({len(made[0])} files)")
    said, seconds, peak = run(inputs, "-d", folder / "2", "--jobs", 2, "--resume")
    tell("--resume", f"{said['counts']}", seconds, sum(said["counts"].values()) / seconds, peak)


def tell(name: str, counts: str, seconds: float, rate: float, peak: int) -> None:
    """Print one line of the table."""
    print(f"  {name:<10}{seconds:8.1f} s{rate:8.1f} /s{peak / 2**20:8.0f} MB  {counts}")


def long_run(inputs: Path, folder: Path) -> None:
    """Print the memory of one process as it builds many documents."""
    process, settings = psutil.Process(os.getpid()), Settings(folder)
    for done, each in enumerate(gather(inputs), start=1):
        outcome = perform(BatchTask(each.source, each.place.with_suffix(".docx"), settings))
        if outcome.code:
            raise SystemExit(f"{each.source}: {outcome.findings}")
        if done in (100, 1000, 2000, 5000, 10_000):
            print(f"  after {done:>6}: {process.memory_info().rss / 2**20:6.1f} MB")


def printing(inputs: Path, folder: Path) -> None:
    """Compare a LibreOffice for each document with a pool of two."""
    some = folder / "some.txt"
    chosen = [str(each.source.resolve()) for each in gather(inputs)[:PRINTED]]
    some.write_text("\n".join(chosen), encoding="utf-8")
    run(some, "-d", folder / "printed")
    words = [path.read_bytes() for path in (folder / "printed").rglob("*.docx")]
    begun = perf_counter()
    for word in words:
        to_pdf(word)
    alone = perf_counter() - begun
    print(f"  one start a document: {alone / PRINTED:6.3f} s a document")
    for jobs in (1, 2):
        out = folder / f"pdf-{jobs}"
        _, seconds, peak = run(some, "-d", out, "--pdf", "--jobs", jobs)
        tell(
            f"{jobs} jobs",
            f"{seconds / PRINTED:.3f} s a document",
            seconds,
            PRINTED / seconds,
            peak,
        )


def main(count: int = COUNT, long: int = LONG) -> None:
    """Measure everything and print it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_communes(folder / "in", count)
        load = os.getloadavg()
        print(f"{count} communes; load of this machine before: {load[0]:.1f} on {os.cpu_count()}")
        batches(folder / "in", folder)
        print(f"PDFs of {PRINTED} documents")
        printing(folder / "in", folder)
        print(f"{long} documents in one process")
        write_communes(folder / "long", long)
        long_run(folder / "long", folder / "out")
        print(f"load after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
