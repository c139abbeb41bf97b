"""Years typed into the words of a pack's own file, which serve every year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.findings import FieldPath, Finding, InputError, Severity
from briefing.localities import FILE
from briefing.reading import FileData, read_toml

_YEAR = re.compile(
    r"(?<!\w)(?:năm |công tác |tổng kết |kết quả |(?:đến|từ)(?: hết)?(?: ngày| tháng)? "
    r"(?:\d{1,2}[/-])?\d{1,2}[/-])((?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)
_CITED = re.compile(r"\d[\w/-]*,? ngày \d{1,2} tháng \d{1,2} năm \d{4}", re.IGNORECASE)
"""A document by number and day, which stay what they are: số 12-NQ/ĐU ngày 05 tháng 01 năm …"""
_WORDS = frozenset({"opening", "closing"})
_TABLES = (("headings",), ("figures_annex", "heads"), ("areas",))
_LISTS = frozenset({"addressees", "copies"})


def typed_years(folder: Path) -> Iterator[Finding]:
    """Yield a warning for each text of a pack's file that types a year into what is printed.

    What holds before a day (``[[before]]``) is of its own time.
    """
    file = folder / FILE
    try:
        text = file.read_text(encoding="utf-8-sig")
        told = read_toml(file) if _YEAR.search(text) else FileData({})
    except (OSError, UnicodeDecodeError, InputError):
        return  # who reads the pack tells its faults
    for path, words, origin in told.leaves():
        if not isinstance(words, str) or not _is_printed(path):
            continue
        if year := _YEAR.search(_CITED.sub("", words)):
            values = {"text": words, "found": year[1]}
            rule = "locality/recipient-with-year" if _receives(path) else "locality/typed-year"
            yield Finding(rule, Severity.WARNING, origin, values=values)


def _is_printed(path: FieldPath) -> bool:
    in_table = any(path[: len(table)] == table for table in _TABLES)
    return path[0] != "before" and (in_table or _receives(path) or path[-1] in _WORDS)


def _receives(path: FieldPath) -> bool:
    return "recipients" in path and not _LISTS.isdisjoint(path)
