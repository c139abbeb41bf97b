"""How much work a piece of the program is, as a multiple of a yardstick.

A slow or busy machine slows the yardstick too, so what is held to a number of yardsticks says how
the work grows with its input and nothing of the machine.
"""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_WORD = re.compile(r"(?:(\w+) +)?(\d+)[.,](\d+) vụ")
_TEXT = "Trong năm xảy ra 12,5 vụ, tăng 3 vụ; làm rõ 1.234 vụ. " * 20


@dataclass
class Effort:
    """What a piece of work took, once it is done."""

    yardsticks: float = 0.0


@contextmanager
def effort() -> Iterator[Effort]:
    """Measure the processor time of this process within the block."""
    spent = Effort()
    before = yardstick()
    began = time.process_time()
    yield spent
    took = time.process_time() - began
    spent.yardsticks = took / max(before, yardstick())


def yardstick() -> float:
    """Return the seconds of processor time that a fixed piece of work takes now."""
    collects = gc.isenabled()
    gc.disable()  # what the work has left behind is not the yardstick's to clear
    began = time.process_time()
    words: dict[str, int] = {}
    for number in range(80):
        for found in _WORD.finditer(_TEXT):
            word = f"{found[1]}-{number % 7}"
            words[word] = words.get(word, 0) + int(found[2] + found[3])
        "".join(sorted(_TEXT.replace("vụ", str(number)).split(), key=len))
    took = time.process_time() - began
    if collects:
        gc.enable()
    return took
