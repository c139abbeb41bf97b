"""What the rules ask of one report again and again: worked out once while they all look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any, TypeVar

from briefing.figures import FigureBook, Phrasebook
from briefing.figures.filling import Filled, filled
from briefing.findings import FieldPath
from briefing.report import Figure, Report, report_texts

T = TypeVar("T")

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


def once(work: Callable[[Report], T]) -> Callable[[Report], T]:
    """Return a function of the report that is looked at, which is worked out when first asked."""

    def asked(report: Report) -> T:
        now = _looked_at.get()
        if now is None or now[0] is not report:
            return work(report)
        kept = now[1]
        if work not in kept:
            kept[work] = work(report)
        answer: T = kept[work]
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


def texts_with(report: Report, *signs: str) -> Sequence[tuple[FieldPath, str]]:
    """Return the texts of a report that have some of these signs or words, in their order.

    Most rules look for what stands in few texts or in none, and many for the same.
    """
    return _signs_of(report).having(signs)


_DIGITS = "0123456789"
_BETWEEN = "\0"
_NO_DIGITS = bytes(sorted({*range(256)} - {*(_DIGITS + _BETWEEN).encode()}))
"""All bytes but those of digits, and what stands between two texts."""


def digits_of(texts: Sequence[str]) -> list[str]:
    """Return of each text its digits 0 to 9 and nothing else, in their order."""
    # All texts at once, as bytes, of which all but the digits is thrown away.
    kept = _BETWEEN.join(texts).encode("ascii", "replace").translate(None, _NO_DIGITS)
    digits = kept.decode("ascii").split(_BETWEEN)
    if len(digits) == len(texts):
        return digits
    return ["".join(filter(_DIGITS.__contains__, text)) for text in texts]


class _Signs:
    """The texts of a report by the signs in them; what stands nowhere is seen at once."""

    def __init__(self, texts: tuple[tuple[FieldPath, str], ...]) -> None:
        self._texts = texts
        self._joined = _BETWEEN.join([text for _, text in texts])
        self._known: dict[tuple[str, ...], Sequence[tuple[FieldPath, str]]] = {}

    @cached_property
    def digits(self) -> Sequence[str]:
        return digits_of([text for _, text in self._texts])

    def having(self, signs: tuple[str, ...]) -> Sequence[tuple[FieldPath, str]]:
        if signs not in self._known:
            self._known[signs] = self._having([*filter(self._stands, signs)])
        return self._known[signs]

    def _stands(self, sign: str) -> bool:
        """Say whether a sign or a word stands in any text."""
        # One sign is found fifty times as fast as two that follow each other.
        return all(one in self._joined for one in sign) and sign in self._joined

    def _having(self, signs: list[str]) -> Sequence[tuple[FieldPath, str]]:
        if not signs:
            return ()
        if len(signs) == 1:
            sign = signs[0]
            return [one for one in self._texts if sign in one[1]]
        return [one for one in self._texts if any(sign in one[1] for sign in signs)]


@once
def _signs_of(report: Report) -> _Signs:
    return _Signs(report_texts(report))


def digits_of_texts(report: Report) -> Sequence[str]:
    """Return of each text of a report its digits 0 to 9 and nothing else, in their order."""
    return _signs_of(report).digits


def figures_with(report: Report, *keys: str) -> Sequence[tuple[str, Figure]]:
    """Return the figures that say something under some of these keys, with their names."""
    if _keys_of_figures(report).isdisjoint(keys):
        return ()
    figures = report.figures.items()
    return [(name, one) for name, one in figures if not one.model_fields_set.isdisjoint(keys)]


@once
def _keys_of_figures(report: Report) -> frozenset[str]:
    """Return the keys under which some figure of a report says something."""
    return frozenset().union(*[figure.model_fields_set for figure in report.figures.values()])
