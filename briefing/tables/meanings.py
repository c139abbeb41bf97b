"""What a column of a table is, by the cells of the head above it, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from briefing.reading.cells import words
from briefing.reading.head_spans import MonthSpan
from briefing.reading.indicator_table import words_of_heads
from briefing.tables.asked import WHOLE, Asked
from briefing.tables.head_words import CellWords, words_of_cell
from briefing.values import record

FIELDS: dict[str, tuple[str, ...]] = {
    "number": ("tt", "stt", "số tt", "số thứ tự"),
    "label": (
        *("chỉ tiêu", "tên chỉ tiêu", "nội dung", "nội dung chỉ tiêu", "danh mục", "tiêu chí"),
        *("nội dung của số liệu", "chỉ số", "nội dung công việc", "lĩnh vực, nội dung"),
    ),
    "unit": ("đơn vị tính", "đvt", "đơn vị", "đv tính"),
    "value": (),
    "previous": ("giá trị kỳ trước",),
    "out_of": ("tổng số", "trên tổng số"),
    "rate": ("tỷ lệ", "tỷ lệ %", "tỷ lệ đạt", "tỉ lệ", "tỉ lệ %"),
    "change": ("tăng, giảm", "tăng/giảm", "tăng (+), giảm (-)", "chênh lệch", "số tăng, giảm"),
    "percent": ("tăng, giảm %", "tỷ lệ tăng, giảm", "so với cùng kỳ %", "% tăng, giảm"),
    "note": ("ghi chú",),
}
"""The fields that a column may be, with heads that are known as they stand, in small letters."""

_QUANTITIES = ("value", "previous", "out_of", "rate")
_TIMES = {"own", "before", "next", "same"}
_SURE = ("plan", "percent")
"""What a head says for certain, so that no mapping makes a quantity of it."""


@record
class ColumnHeading:
    """The heading of one column: its words, what it is, the group above it, a unit in brackets.

    ``doubt`` names the finding that says why it is not read, ``again`` the column that is the same.
    ``beneath`` says that the group stands below the time and not above it, ``estimated`` that what
    is read is expected for the whole period.
    """

    said: str
    field: str | None
    group: str = ""
    unit: str = ""
    again: str = ""
    doubt: str = ""
    beneath: bool = False
    estimated: bool = False


@record
class Title:
    """What the lines above a table say of all its columns."""

    years: frozenset[int] = frozenset()
    span: MonthSpan | None = None
    plans: bool = False
    unit: str = ""


@cache
def labels() -> frozenset[str]:
    """Return the heads of the column of labels."""
    return frozenset((*FIELDS["label"], *words_of_heads()["columns"]["label"]))


@cache
def _exact() -> dict[str, str]:
    columns = words_of_heads()["columns"]
    found = {head: key for key in ("label", "unit") for head in columns[key]}
    return found | {head: key for key, heads in FIELDS.items() for head in heads}


def heading_of(
    path: Sequence[str], asked: Asked, title: Title, kept: Mapping[str, str]
) -> ColumnHeading:
    """Return what a column is whose head has these cells, from above.

    ``kept`` are headings in small letters whose field somebody has confirmed.
    """
    said = " – ".join(path)
    parts = [words_of_cell(cell) for cell in path]
    unit = next((part.unit for part in reversed(parts) if part.unit), "")
    found = replace(_known(path, parts) or _read(parts, asked, title), said=said, unit=unit)
    field = kept.get(words(said))
    if field is None or field == found.field or found.field in _SURE:
        return found
    return ColumnHeading(said, field, unit=unit)


def _known(path: Sequence[str], parts: Sequence[CellWords]) -> ColumnHeading | None:
    """Return a column whose cells are all known as they stand, or that has no other."""
    fields = {_exact().get(words(cell)) for cell in path}
    if len(fields) == 1 and (field := fields.pop()):
        return ColumnHeading("", field)
    # "Tỷ lệ (%)", "Chỉ tiêu (1)": what is in brackets says nothing else.
    plain = words(path[0].partition("(")[0])
    if len(path) == 1 and _exact().get(plain) not in (None, *_QUANTITIES[:2]):
        by_percent = _exact()[plain] == "change" and "%" in path[0]
        return ColumnHeading("", "percent" if by_percent else _exact()[plain])
    named = [part for part in path if _exact().get(words(part)) in ("label", "unit", "note")]
    others = [part for cell, part in zip(path, parts, strict=True) if cell not in named]
    if len(named) == 1 and not any(part.names or part.years or part.spans for part in others):
        # "Chỉ tiêu" below a title that is merged over the whole table.
        return ColumnHeading("", _exact()[words(named[0])])
    return None


def _read(parts: Sequence[CellWords], asked: Asked, title: Title) -> ColumnHeading:
    names = set[str]().union(*(part.names for part in parts))
    strange = [at for at, part in enumerate(parts) if not part.known]
    if any(part.compares for part in parts):
        return ColumnHeading("", "percent", doubt="import/compared" if strange else "")
    if "plan" in names:
        return ColumnHeading("", "plan")
    if len(strange) > 1 or (strange and len(parts) == 1):
        return _not_read("import/column")
    if strange and not parts[strange[0]].may_be_group:
        return _not_read("import/column")
    when = _when(parts, names, asked, title)
    if when is None:
        return _not_read("import/column")
    if when == "other" or not _fits(parts, when, asked, title):
        return _not_read("import/other-period")
    if when == "before" and "estimate" in names:
        return _not_read("import/column")
    if title.plans and when == "own" and not names & {"result", "estimate"}:
        # In a table of plans a year alone may be what is planned for it.
        return _not_read("import/column")
    at = strange[0] if strange else None
    group = parts[at].text if at is not None else ""
    beneath = at is not None and at == len(parts) - 1 and _timed(parts[:at])
    field = "value" if when == "own" else "previous"
    return ColumnHeading("", field, group, beneath=beneath, estimated="estimate" in names)


def _timed(parts: Sequence[CellWords]) -> bool:
    return any(part.years or part.names & {"own", "before", "same"} for part in parts)


def _not_read(doubt: str) -> ColumnHeading:
    return ColumnHeading("", None, doubt=doubt)


def _when(parts: Sequence[CellWords], names: set[str], asked: Asked, title: Title) -> str | None:
    """Return the period that a column is of: own, before, other; ``None`` if that is not clear."""
    years = {asked.when(year) for part in parts for year in part.years}
    said = names & {"own", "before", "next"} | years
    if "same" in names:
        said |= {"before" if asked.same_is_before else "other"}
    if "next" in said:
        said = said - {"next"} | {"other"}
    if asked.span_before != asked.span:
        # Of two months of one year the month says which it is.
        spans = [span for part in parts for span in part.spans]
        year = {year for part in parts for year in part.years}
        sure = year == {asked.before} or (not year and "result" in names)
        if len(spans) == 1 and spans[0] == asked.span_before and sure and not names & _TIMES:
            said = {"before"}
    if len(said) > 1:
        return None
    if title.years and not years and asked.year not in title.years:
        return "other"
    if said:
        return said.pop()
    return "own" if names & {"result", "estimate"} else None


def _fits(parts: Sequence[CellWords], when: str, asked: Asked, title: Title) -> bool:
    """Say whether the months that a column names are those that are asked for."""
    due = asked.span if when == "own" else asked.span_before
    spans = {span for part in parts for span in part.spans}
    if not spans and title.span is not None:
        spans = {title.span}
    if spans:
        return due is not None and all(span.fits(due) for span in spans)
    # A year alone is the whole of it, but for "cùng kỳ năm 2025".
    same = any("same" in part.names for part in parts)
    return due == WHOLE or same or not any(part.years for part in parts)
