"""Where a fault of TOML begins: the reader stops where it can go no further, often lines below."""

from __future__ import annotations

import re

from briefing.findings import FieldPath, Finding, Origin, dotted
from briefing.patterns import Pattern
from briefing.values import record

WORD = r"""(?:[\w-]++|"[^"]*"|'[^']*')"""
KEYS = rf"{WORD}(?:\s*\.\s*{WORD})*"
TABLE = re.compile(rf"\s*\[({KEYS})\]")
ITEM = re.compile(rf"\s*\[\[({KEYS})\]\]")
KEY = re.compile(rf"(\s*)({KEYS})\s*=")

_PLACE = Pattern(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_TWICE = Pattern(r"Cannot (?:overwrite|declare|mutate)|Duplicate")
_INLINE = Pattern(r"Duplicate inline table key '(.*)'")
_OPEN = Pattern(r"Unclosed|Unterminated|Expected [\"'](?!\]|=)")
_OPENS = Pattern(rf"(\s*)({KEYS})\s*=\s*(?:\[|\{{|\"\"\"|''')")
_MARKED = Pattern(r"\s*[\w.-]*[^\W\d_a-zA-Z]")
_CURLY = "“”„‘’"


@record
class _Place:
    line: int
    column: int | None


def toml_fault(said: str, text: str, file: str) -> Finding:
    """Return the finding of what the reader says of a text, at the line where the fault begins.

    That is where a value opens that is never closed, and where a key stands for the second time.
    """
    lines = text.splitlines()
    found = _PLACE.search(said)
    place = _Place(len(lines), None)
    if found and found[1]:
        place = _Place(int(found[1]), int(found[2]))
    if again := _INLINE.match(said):
        values = {"key": again[1], "first": place.line}
        return Finding("toml/twice", origin=Origin(file, place.line, place.column), values=values)
    if _TWICE.match(said):
        return _twice(lines, place, file)
    if _OPEN.match(said):
        place = _opening(lines, place) or place
    reason = _PLACE.sub("", said).strip()
    shown = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    if reason.startswith("Expected '=' after") and _MARKED.match(shown):
        reason = "Invalid initial character for a key part"
    if reason in ("Invalid value", "Invalid statement") and any(sign in shown for sign in _CURLY):
        reason = "Curly quotes"
    values = {"reason": reason, "said_by": "TOML"}
    return Finding("toml/syntax", origin=Origin(file, place.line, place.column), values=values)


def _twice(lines: list[str], place: _Place, file: str) -> Finding:
    """Return the finding of a key or table that stands above already, and where it stands."""
    first: dict[FieldPath, int] = {}
    table: FieldPath = ()
    for number, line in enumerate(lines[: place.line], start=1):
        if ITEM.match(line):
            # The keys of an item are its own.
            table = (*steps(line.strip(" []")), number)
            path: FieldPath = table
        elif head := TABLE.match(line):
            table = path = steps(head[1])
        elif key := KEY.match(line):
            path = (*table, *steps(key[2]))
        else:
            continue
        if number == place.line:
            values = {"key": _shown(path), "first": first.get(path) or "–"}
            rule = "toml/twice" if path in first else "toml/other-form"
            return Finding(rule, origin=Origin(file, number, 1), values=values)
        first.setdefault(path, number)
    origin = Origin(file, place.line, place.column)
    return Finding("toml/other-form", origin=origin, values={"key": "…"})


def _shown(path: FieldPath) -> str:
    return dotted(tuple(step for step in path if isinstance(step, str)))


def _opening(lines: list[str], place: _Place) -> _Place | None:
    """Return where the last value opens that may go on over several lines."""
    for number in range(min(place.line, len(lines)), 0, -1):
        line = lines[number - 1]
        if found := _OPENS.match(line):
            return _Place(number, len(found[1]) + 1)
        if number < place.line and (TABLE.match(line) or KEY.match(line)):
            return None
    return None


def steps(keys: str) -> FieldPath:
    """Return the steps of a dotted key."""
    return tuple(word.strip("\"'") for word in re.findall(WORD, keys))
