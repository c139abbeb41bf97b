"""The running texts of a report, each with its path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from briefing.findings import Path
from briefing.report.report import Report

_NOT_TEXT = {
    "figures",
    "source",
    "inferred",
    "abbreviations",
    "kind",
    "locality",
    "size_profile",
    "signer",
    "figure_style",
    "previous_report",
}


def report_texts(report: Report) -> tuple[tuple[Path, str], ...]:
    """Return every text that a document may print, with its path in the input.

    A report does not change, so its texts are gathered once.
    """
    if report._texts is None:
        report._texts = tuple(_all_texts(report))
    return report._texts


def _all_texts(report: Report) -> Iterator[tuple[Path, str]]:
    for name in type(report).model_fields:
        if name not in _NOT_TEXT:
            yield from _texts(getattr(report, name), (name,))
    for name, figure in report.figures.items():
        if figure.change and figure.change.base:
            yield ("figures", name, "change", "base"), figure.change.base


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
