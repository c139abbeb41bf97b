"""What the rules ask of one report again and again: worked out once while they all look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from briefing.figures import FigureBook, Phrasebook
from briefing.figures.filling import Filled, filled
from briefing.report import Report

Answer = TypeVar("Answer")

_looked_at: ContextVar[tuple[Report, dict[Callable[..., Any], Any]] | None] = ContextVar(
    "looked_at", default=None
)


@contextmanager
def looking_at(report: Report) -> Iterator[None]:
    """Keep what is worked out of a report until the block ends."""
    before = _looked_at.set((report, {}))
    try:
        yield
    finally:
        _looked_at.reset(before)


def once(work: Callable[[Report], Answer]) -> Callable[[Report], Answer]:
    """Return a function of the report that is looked at, which is worked out when first asked."""

    def asked(report: Report) -> Answer:
        now = _looked_at.get()
        if now is None or now[0] is not report:
            return work(report)
        kept = now[1]
        if work not in kept:
            kept[work] = work(report)
        answer: Answer = kept[work]
        return answer

    return asked


@once
def phrases_of(report: Report) -> Phrasebook:
    """Return what the names in a report's sentences stand for."""
    return Phrasebook(report)


@once
def book_of(report: Report) -> FigureBook:
    """Return the figures of a report, each with its last period."""
    return FigureBook(report)


def said_in(report: Report, text: str) -> Filled:
    """Return a text of a report as it is printed, with the places of its names."""
    return _texts_of(report).said(text)


class _Texts:
    """The texts of a report as they are printed, each filled in but once."""

    def __init__(self, phrases: Phrasebook) -> None:
        self._phrases = phrases
        self._known: dict[str, Filled] = {}

    def said(self, text: str) -> Filled:
        if text not in self._known:
            self._known[text] = filled(self._phrases, text)
        return self._known[text]


@once
def _texts_of(report: Report) -> _Texts:
    return _Texts(phrases_of(report))
