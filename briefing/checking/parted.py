"""Sentences that a comma has parted: ``[Quản lý 25,5 km biên giới, 12 cột mốc]`` without quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, Severity, dotted, rule
from briefing.report import Report, report_texts

PARTED = rule("text/parted", Severity.WARNING, Severity.ERROR)

_NAMES = {"recipients", "people", "issuer", "partners", "forces", "source", "marks", "area_order"}
_LISTED_NAMES = {"attendees", "organizers"}

Item = tuple[FieldPath, str]


@over_reports
def parted_sentences(report: Report) -> Iterator[Finding]:
    """Yield what goes on in a small letter or a number behind an item of the same line.

    A number that is parted at its comma is another number: that is an error.
    """
    if not any(map(_may_go_on, report_texts(report))):
        return
    for _, listed in groupby(_items(report), key=lambda item: item[0][:-1]):
        for run in _runs(report, list(listed)):
            yield _told(report, run)


def _may_go_on(item: Item) -> bool:
    """Say whether an item of a list begins so that it may go on with the one before."""
    path, text = item
    first = text[:1]
    return (first.islower() or first.isdigit()) and _is_listed(path)


def _is_listed(path: FieldPath) -> bool:
    """Say whether a text is an item of a list of sentences."""
    in_list = isinstance(path[-1], int) and path[0] not in _NAMES
    return in_list and not _LISTED_NAMES.intersection(path)


def _items(report: Report) -> Iterator[Item]:
    for path, text in report_texts(report):
        if text and _is_listed(path):
            yield path, text


def _runs(report: Report, listed: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield the items that were one sentence, each run from its beginning."""
    run = listed[:1]
    for before, item in pairwise(listed):
        if _goes_on(run[0][1], before[1], item[1]) and _on_one_line(report, before, item):
            run = [*run, item]
            continue
        if len(run) > 1:
            yield list(run)
        run = [item]
    if len(run) > 1:
        yield list(run)


def _goes_on(first: str, before: str, text: str) -> bool:
    begun = first[:1].isupper() and (text[:1].islower() or text[:1].isdigit())
    return begun or _parts_a_number(before, text)


def _parts_a_number(before: str, text: str) -> bool:
    return before[-1:].isdigit() and text[:1].isdigit()


def _on_one_line(report: Report, before: Item, item: Item) -> bool:
    at, then = report.origin(*before[0]), report.origin(*item[0])
    return at is not None and then is not None and (at.file, at.line) == (then.file, then.line)


def _told(report: Report, run: Sequence[Item]) -> Finding:
    texts = [text for _, text in run]
    whole, severity = texts[0], Severity.WARNING
    for before, text in pairwise(texts):
        in_number = _parts_a_number(before, text)
        whole += f"{',' if in_number else ', '}{text}"
        severity = Severity.ERROR if in_number else severity
    path, text = run[1]
    values = {"text": text, "whole": whole}
    return PARTED.found(report.origin(*path), dotted(path), values, severity)
