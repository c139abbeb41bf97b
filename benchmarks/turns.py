"""Tools that take turns, each in a process of its own, so that none pays for another's memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent


class Tool:
    """A tool in its own process: it makes one document for every line that it is sent."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=HERE.parent,
        )

    def __enter__(self) -> Tool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait(timeout=30)

    def milliseconds(self) -> float:
        """Make one document and return its processor time, measured by the tool's own process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self.name} ended: {self._process.wait()}")
        return float(answer)


def python_tool(name: str, *arguments: str) -> Tool:
    """Return a tool that runs in Python: ``benchmarks/tool.py``."""
    return Tool(name, [sys.executable, "-m", "benchmarks.tool", *arguments])


def node_tool(name: str, *arguments: str) -> Tool:
    """Return a tool that runs in Node: ``benchmarks/tool.mjs``."""
    return Tool(name, ["node", str(HERE / "tool.mjs"), *arguments])


def take_turns(tools: Sequence[Tool], rounds: int, warm_up: int = 3) -> dict[str, list[float]]:
    """Return the milliseconds of every round by tool; within a round each has its turn."""
    times: dict[str, list[float]] = {tool.name: [] for tool in tools}
    for number in range(-warm_up, rounds):
        for tool in tools:
            taken = tool.milliseconds()
            if number >= 0:
                times[tool.name].append(taken)
    return times


def table(times: dict[str, list[float]]) -> list[tuple[str, float, float]]:
    """Return name, median and median ratio to the first tool, round by round."""
    first = next(iter(times.values()))
    return [
        (name, median(taken), median(b / a for a, b in zip(first, taken, strict=True)))
        for name, taken in times.items()
    ]
