"""Measure what reading the figures of one long text costs: ``python -m benchmarks.reading``.

Processor time of one text of each kind, at its length and at four times that: a cost that grows
with the text shows four, one that grows with its square sixteen. ``false`` texts hold nothing but
contradictions, for which slips of a digit are looked for.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from briefing.checking.statements import read_text
from briefing.checking.statements.amount import within_limits

TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {
    "plain numbers": (33_000, lambda i: f"{i % 97 + 3} vụ,"),
    "true shares": (5_000, lambda i: f"Trong {4000 + i % 9} hồ sơ, có 1000 hồ sơ đạt, chiếm 25%."),
    "false shares": (
        5_000,
        lambda i: (
            f"Trong {1000 + i % 300} hồ sơ, có {300 + i % 99} hồ sơ đạt, "
            f"chiếm {31 + i % 50},{i % 10}%."
        ),
    ),
    "false changes": (
        5_000,
        lambda i: f"Xảy ra {1000 + i % 300} vụ, giảm {30 + i % 99} vụ ({4 + i % 7},{i % 10}%).",
    ),
    "false changes, one sentence": (
        5_000,
        lambda i: f"xảy ra {1000 + i % 300} vụ, giảm {30 + i % 99} vụ ({4 + i % 7},{i % 10}%),",
    ),
    "false sums": (
        5_000,
        lambda i: f"Bắt {1000 + i % 300} đối tượng, gồm {300 + i % 99} nam và {500 + i % 50} nữ.",
    ),
}
"""Kinds of text: how many claims, and the one of each number."""


def seconds(text: str) -> float:
    """Return the processor time of reading a text as ``briefing check`` reads it, in seconds."""
    start = time.process_time()
    pieces, _ = within_limits([(text, None)])  # type: ignore[list-item]
    for _reading in read_text(pieces):
        pass
    return time.process_time() - start


def main() -> None:
    """Print the seconds of each text, and how they grow."""
    for name, (count, claim) in TEXTS.items():
        long = seconds(" ".join(map(claim, range(count))))
        short = seconds(" ".join(map(claim, range(count // 4))))
        print(
            f"{name:30} {count:6} claims {long:6.2f} s   four times a quarter: {long / short:.1f}"
        )


if __name__ == "__main__":
    main()
