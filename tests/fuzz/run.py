"""Runs one reader over random cases and says how many, how long, and what broke.

``python -m fuzz.run READER --runs N [--seconds S] [--keep FOLDER] [--seed K]``. Guided by coverage
through atheris where that is installed (``pip install '.[fuzz]'``), otherwise by plain mutation.
A case that breaks a reader is kept as a file, one a place in the code, and the run goes on.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

from effort import yardstick

READERS = {
    "yaml": "yaml_inputs",
    "json": "json_inputs",
    "packs": "packs",
    "markdown": "markdown",
    "texts": "texts",
    "word-texts": "word_texts",
    "looks": "looks",
    "templates": "templates",
    "lint": "linted",
    "lists": "lists",
    "journals": "journals",
    "workbooks": "workbooks",
}
SLOW = 500
"""Yardsticks of work (`effort`) that no case of up to 100 kB may take."""

LARGEST = 16_384
"""Bytes of the largest case; what grows with its length has tests of its own."""


class Tally:
    """Counts cases, keeps those that break something, ends the process when it has seen enough."""

    def __init__(self, one: Callable[[bytes], None], wanted: argparse.Namespace) -> None:
        self._one = one
        self._wanted = wanted
        self._began = time.monotonic()
        self._yardstick = yardstick()
        self._count = 0
        self._slowest = 0.0
        self._broken: dict[str, bytes] = {}

    @property
    def over(self) -> bool:
        """Whether the cases or the seconds that were asked for are used up."""
        enough = self._count >= self._wanted.runs
        late = self._wanted.seconds and time.monotonic() - self._began > self._wanted.seconds
        return bool(enough or late)

    def case(self, data: bytes) -> None:
        """Run one case."""
        began = time.process_time()
        try:
            self._one(data)
        except Exception as error:
            self._keep(_place(error), data, traceback.format_exc())
        took = time.process_time() - began
        if took > SLOW * self._yardstick and took > SLOW * yardstick():
            self._keep(f"slow-{took:.0f}s", data, "")
        self._slowest = max(self._slowest, took)
        self._count += 1

    def _keep(self, place: str, data: bytes, trace: str) -> None:
        if place in self._broken and len(self._broken[place]) <= len(data):
            return
        if place not in self._broken:
            print(f"BROKEN {place}\n{trace}", flush=True)
        self._broken[place] = data
        self._wanted.keep.mkdir(parents=True, exist_ok=True)
        (self._wanted.keep / f"{self._wanted.reader}-{place}").write_bytes(data)

    def told(self) -> int:
        """Print the result; return the exit code."""
        took = time.monotonic() - self._began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{self._wanted.reader}: {self._count} cases in {took:.0f} s,"
            f" slowest {self._slowest:.2f} s, {memory} MB, {len(self._broken)} broken",
            *(f"  {place}" for place in self._broken),
            sep="\n",
            flush=True,
        )
        return 1 if self._broken else 0


def _place(error: BaseException) -> str:
    """Return the innermost line of our own code that an error went through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "briefing" in Path(frame.filename).parts] or frames
    return f"{type(error).__name__}-{Path(own[-1].filename).stem}-{own[-1].lineno}"


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, prog="fuzz")
    parser.add_argument("reader", choices=READERS)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=0, help="0: as long as the runs take")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir(), "broken"))
    wanted = parser.parse_args()
    try:
        import atheris
    except ImportError:
        print("atheris is not installed: cases are mutated without a look at coverage")
        return _by_mutation(wanted)
    return _guided(atheris, wanted)


def _reader(wanted: argparse.Namespace) -> ModuleType:
    return import_module(f"fuzz.{READERS[wanted.reader]}")


def _guided(atheris: ModuleType, wanted: argparse.Namespace) -> int:
    with atheris.instrument_imports(include=["briefing"]):
        reader = _reader(wanted)
        import_module("briefing.library")
    tally = Tally(reader.one, wanted)

    def case(data: bytes) -> None:
        tally.case(data)
        if tally.over:
            # The fuzzing engine never returns to its caller.
            code = tally.told()
            from fuzz.expected import folder

            with suppress(OSError):
                __import__("shutil").rmtree(folder())
            os._exit(code)

    corpus = Path(tempfile.mkdtemp(prefix="corpus-"))
    for number, seed in enumerate(reader.seeds()):
        (corpus / f"{number:04d}").write_bytes(seed[:LARGEST])
    words = corpus.with_suffix(".dict")
    words.write_text("".join(f'"{_quoted(token)}"\n' for token in reader.TOKENS), encoding="ascii")
    atheris.Setup(
        [
            *("fuzz", str(corpus), f"-dict={words}", f"-max_len={LARGEST}", f"-seed={wanted.seed}"),
            *("-rss_limit_mb=0", "-timeout=120", "-print_final_stats=0", "-verbosity=0"),
        ],
        case,
    )
    atheris.Fuzz()
    return 0


def _quoted(token: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token.encode("utf-8"))


def _by_mutation(wanted: argparse.Namespace) -> int:
    reader = _reader(wanted)
    tally = Tally(reader.one, wanted)
    chance = random.Random(wanted.seed)
    seeds, tokens = reader.seeds(), [token.encode("utf-8") for token in reader.TOKENS]
    while not tally.over:
        tally.case(_mutated(chance, seeds, tokens))
    return tally.told()


def _mutated(chance: random.Random, seeds: list[bytes], tokens: list[bytes]) -> bytes:
    """Return a seed with a few stretches replaced: by a token, by a piece of a seed, by noise."""
    data = bytearray(chance.choice(seeds)[:LARGEST])
    for _ in range(chance.randint(1, 5)):
        start = chance.randint(0, len(data))
        end = start + chance.choice((0, 0, 1, 4, 40))
        other = chance.choice(seeds)
        place = chance.randint(0, len(other))
        pieces = (
            chance.choice(tokens),
            other[place : place + chance.randint(0, 80)],
            chance.randbytes(chance.randint(0, 4)),
            bytes(data[start:end]) * chance.randint(0, 3),
        )
        data[start:end] = chance.choice(pieces)
    return bytes(data)


if __name__ == "__main__":
    sys.exit(main())
