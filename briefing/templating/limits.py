"""How much one template, and one rendering, may cost; all far above what a report needs.

A rendering spends from one budget. It is told which limit it met, at the line that met it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import thread_time

from briefing.templating.refusals import RefusalError

FILE_KB = 400
"""The largest template file read; all built-in ones together have a tenth."""

TOKENS = 20_000
"""Signs inside ``{{ }}`` and ``{% %}`` of one file; the largest built-in one has a tenth."""

STEPS = 100_000
"""Rounds of loops, calls, and items that filters look at, in one rendering."""

TEXT = 10_000_000
"""Characters written and made by filters and operators, in one rendering."""

ITEMS = 1_000_000
"""Items of the lists made in one rendering."""

DOCUMENT = 1_000_000
"""Characters of the finished text: about four hundred pages."""

DIGITS = 300
"""Digits of a whole number."""

RANGE = 100_000
"""Numbers of one ``range``."""

SECONDS = 2
"""Seconds of computing for one rendering, waiting for other programs not counted."""

_BITS = int(DIGITS / 0.30103)
_LOOK = 1000
_LOOK_TEXT = 500_000


class Budget:
    """What one rendering has left. Compiled templates take from ``text`` themselves.

    Whoever takes from it before more is made has to ``look`` when less than ``next_text`` is left.
    """

    __slots__ = ("_next", "_until", "items", "next_text", "steps", "text")

    def __init__(self) -> None:
        self.steps, self.text, self.items = STEPS, TEXT, ITEMS
        self._until = thread_time() + SECONDS
        self._next, self.next_text = STEPS - _LOOK, TEXT - _LOOK_TEXT

    def step(self, count: int = 1) -> None:
        """Take steps; raises RefusalError when a limit is met."""
        self.steps -= count
        if self.steps < self._next or self.text < self.next_text:
            self.look()

    def write(self, size: int) -> None:
        """Take characters, before they are made where that is possible."""
        self.text -= size
        if self.text < self.next_text:
            self.look()

    def gather(self, count: int) -> None:
        """Take items of a list, before it is made where that is possible."""
        self.items -= count
        if self.items < 0:
            raise RefusalError("template/too-many-items", limit=spaced(ITEMS))

    def look(self) -> None:
        """Compare all that was taken with the limits."""
        if self.steps < 0:
            raise RefusalError("template/too-many-steps", limit=spaced(STEPS))
        if self.text < 0:
            raise RefusalError("template/too-much-text", limit=spaced(TEXT))
        if thread_time() > self._until:
            raise RefusalError("template/too-slow", limit=SECONDS)
        self._next, self.next_text = self.steps - _LOOK, self.text - _LOOK_TEXT


_budget: ContextVar[Budget] = ContextVar("budget")

budget = _budget.get
"""Return the budget of the rendering that is going on."""


@contextmanager
def limited() -> Iterator[Budget]:
    """Give one rendering its budget."""
    token = _budget.set(Budget())
    try:
        yield _budget.get()
    finally:
        _budget.reset(token)


def check_whole(*numbers: object) -> None:
    """Refuse whole numbers that together have too many digits."""
    bits = 0
    for number in numbers:
        if isinstance(number, int):
            bits += number.bit_length()
    if bits > _BITS:
        raise RefusalError("template/number-too-long", limit=DIGITS)


def spaced(number: int) -> str:
    """Return a number with its thousands set apart, readable in every language."""
    return f"{number:,}".replace(",", " ")
