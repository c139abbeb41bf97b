"""A number typed in words that a declared figure has for its own, with a digit changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain

from briefing.checking.documents.again import AGAIN
from briefing.checking.register import over_reports
from briefing.checking.shared import digits_of_texts
from briefing.figures.slips import one_slip_apart
from briefing.figures.text.named import DIGITS, NO_WORD, WORDS, Named, may_name, named_counts
from briefing.findings import Finding, dotted
from briefing.report import Figure, Report, report_texts
from briefing.vietnamese import format_number, format_percent, places, round_half_up

_VERBS = frozenset(["đạt", "là", "được", "còn", "có", "ước", "thực", "hiện", "chỉ", "đã"])
_STARTS = ("tổng số ", "số lượng ", "số ")


@over_reports
def typed_with_a_slip(report: Report) -> Iterator[Finding]:
    """Yield typed numbers that are a declared one of the same words with a digit changed.

    The sentence may name no other place and no other period than the report's own.
    """
    named = _named(report)
    if not named:
        return
    labels = _by_rarest_word(named)
    for (path, text), digits in zip(report_texts(report), digits_of_texts(report), strict=True):
        # Few texts have the words of a figure; the others need not be read for their numbers.
        if len(digits) < DIGITS or path[0] == "figures" or not _has_any(labels, text):
            continue
        for said in named_counts(text):
            figure = named.get(_name(said))
            if figure is None or said.about - {str(report.period.year)}:
                continue
            if (declared := _declared(figure, said)) is not None:
                quote = text[said.start : said.end]
                words = " ".join(said.words)
                whole = f"{quote} {words}" if said.behind else f"{words} {quote}"
                other = {"quote": whole, "other": f"{figure.label}: {declared}"}
                yield AGAIN.found(report.origin(*path), dotted(path), other)


def _named(report: Report) -> dict[str, Figure]:
    """Return the figures by their labels, those that words alone can be: no mark, no digit."""
    figures = [one for one in report.figures.values() if not NO_WORD.search(one.label)]
    labels = [(_plain(one.label), one) for one in figures if one.label]
    return {label: figure for label, figure in labels if not NO_WORD.search(label)}


def _by_rarest_word(labels: Iterable[str]) -> dict[str, list[frozenset[str]]]:
    """Return the words of labels, by the one of them that the fewest other labels have."""
    all_words = [frozenset(label.split()) for label in labels]
    times = Counter(chain.from_iterable(all_words))
    found: dict[str, list[frozenset[str]]] = {}
    for words in filter(None, all_words):
        found.setdefault(min(words, key=lambda word: (times[word], word)), []).append(words)
    return found


def _has_any(labels: Mapping[str, list[frozenset[str]]], text: str) -> bool:
    """Say whether a text has all words of some label, and a number that may stand beside them."""
    if not may_name(text):
        return False
    words = set(WORDS.findall(text.lower()))
    return any(words.issuperset(label) for word in words & labels.keys() for label in labels[word])


def _plain(label: str) -> str:
    small = " ".join(label.lower().split())
    return next((small.removeprefix(one) for one in _STARTS if small.startswith(one)), small)


def _name(said: Named) -> str:
    words = list(said.words)
    while not said.behind and words and words[-1] in _VERBS:
        words.pop()
    return _plain(" ".join(words))


def _declared(figure: Figure, said: Named) -> str | None:
    """Return what a figure declares where a typed number is it with a digit changed."""
    if said.unit == "%":
        rate = _rate(figure, places(said.value))
        slip = rate is not None and one_slip_apart(rate, said.value)
        return format_percent(rate) if slip and rate is not None else None
    if figure.value is None or figure.unit != said.unit or said.value == figure.previous:
        return None
    slip = one_slip_apart(figure.value, said.value)
    return f"{format_number(figure.value)} {figure.unit}" if slip else None


def _rate(figure: Figure, decimals: int) -> Decimal | None:
    if figure.rate is not None:
        return figure.rate
    if figure.value is None or not figure.out_of:
        return None
    return round_half_up(figure.value / figure.out_of * 100, decimals)
