"""Years typed into the sentences and headings of a pack's own file, which serve every year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.findings import Finding, Origin, Severity
from briefing.localities import FILE

_TABLE = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]")
_SAID = re.compile(r"""\s*([\w-]+)\s*=\s*(["'])(.*?)\2""")
_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_CITED = re.compile(r"\d[\w/-]*,? ngày \d{1,2} tháng \d{1,2} năm \d{4}", re.IGNORECASE)
"""A document by number and day, which stay what they are: số 12-NQ/ĐU ngày 05 tháng 01 năm …"""
_WORDS = frozenset({"opening", "closing"})
_TABLES = ("headings", "figures_annex.heads", "areas")


def typed_years(folder: Path) -> Iterator[Finding]:
    """Yield a warning for each line of a pack's file that types a year into what is printed.

    What holds before a day (``[[before]]``) is of its own time.
    """
    file = folder / FILE
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return
    if not _YEAR.search(text):
        return
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _TABLE.match(line):
            table = head[1]
        said = _SAID.match(line)
        if said is None or table.startswith("before"):
            continue
        year = _YEAR.search(_CITED.sub("", said[3]))
        if year and (said[1] in _WORDS or table in _TABLES):
            values = {"text": said[3], "found": year[1]}
            origin = Origin(str(file), number)
            yield Finding("locality/typed-year", Severity.WARNING, origin, values=values)
