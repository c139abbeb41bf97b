"""TOML files into plain data; the standard reader tells no places, so keys are looked up."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections import Counter
from decimal import Decimal, InvalidOperation
from itertools import islice
from pathlib import Path
from typing import Any

from briefing.characters import UNFIT, code
from briefing.findings import FieldPath, Finding, InputError, Origin
from briefing.reading.conflicts import conflict_line
from briefing.reading.files import read_text
from briefing.reading.nodes import MAX_DEPTH
from briefing.reading.source import FileData, paths
from briefing.reading.toml_faults import ITEM, KEY, TABLE, WORD, steps, toml_fault
from briefing.reading.tree import MAX_FAULTS

# The standard reader takes the square of the length of a key to read it.
_DEEP = re.compile(rf"(?<![\w-]){WORD}(?:\s*\.\s*{WORD}){{{MAX_DEPTH}}}")
_BITS = 100

MAX_VALUES = 5_000
"""How many values and groups a file may have: a pack inherits from others of its kind."""


def read_toml(file: Path) -> FileData:
    """Return the data of a TOML file; dates become texts; raises InputError with the place.

    What such a file says goes into hundreds of documents, so a character that nobody can see in it
    is refused, remarks included: it may be there to deceive whoever looks the file over.
    """
    return read_toml_text(read_text(file, may_be_empty=True), str(file))


def read_toml_text(text: str, file: str) -> FileData:
    """Return the data of a text in TOML; ``file`` is where it stands; raises as ``read_toml``."""
    _refuse_hidden(text, file)
    if _DEEP.search(text):
        raise InputError([Finding("input/too-deep", origin=Origin(file))])
    if line := conflict_line(text):
        raise InputError([Finding("input/conflict", origin=Origin(file, line))])
    try:
        data = _plain(tomllib.loads(text, parse_float=_number))
    except tomllib.TOMLDecodeError as error:
        raise InputError([toml_fault(str(error), text, file)]) from None
    except ValueError:
        # Python makes no whole number of thousands of digits.
        raise InputError([Finding("toml/number-too-long", origin=Origin(file))]) from None
    except RecursionError:
        raise InputError([Finding("input/too-deep", origin=Origin(file))]) from None
    known = set(islice(paths(data), MAX_VALUES + 1))
    if len(known) > MAX_VALUES:
        values = {"limit": MAX_VALUES}
        raise InputError([Finding("toml/too-many-values", origin=Origin(file), values=values)])
    places = {path: origin for path, origin in _places(text, file).items() if path in known}
    source = FileData(data, {(): Origin(file), **places})
    if "\\" in text:
        _refuse_escaped(source)
    return source


def _refuse_hidden(text: str, file: str) -> None:
    """Refuse a character that nobody can see; a file can hold only some control characters."""
    faults = []
    for number, line in enumerate(text.split("\n"), start=1):
        if found := UNFIT.search(line.removesuffix("\r")):
            origin = Origin(file, number, found.start() + 1)
            faults.append(_hidden(origin, found[0]))
    if faults:
        raise InputError(faults[:MAX_FAULTS])


def _refuse_escaped(source: FileData) -> None:
    """Refuse the same where it is written as an escape."""
    faults = []
    for path in paths(source.data):
        value = source.value(*path)
        texts = (text for text in (value, path[-1:] and path[-1]) if isinstance(text, str))
        if found := next(filter(None, map(UNFIT.search, texts)), None):
            faults.append(_hidden(source.origins.at(path), found[0]))
    if faults:
        raise InputError(faults[:MAX_FAULTS])


def _hidden(origin: Origin | None, character: str) -> Finding:
    return Finding("toml/hidden-character", origin=origin, values={"character": code(character)})


def _number(written: str) -> Any:
    """Return a number with its places; what is out of all bounds stays text."""
    try:
        return Decimal(written)
    except InvalidOperation:
        return written


def _plain(value: Any) -> Any:
    """Return data as the other readers give it: dates are the text that was written."""
    match value:
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case list():
            return [_plain(item) for item in value]
        case int() if value.bit_length() > _BITS:
            raise ValueError
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
    return value


def _places(text: str, file: str) -> dict[FieldPath, Origin]:
    """Return where tables and keys stand; what only looks like a key is dropped by the caller."""
    places: dict[FieldPath, Origin] = {}
    table: FieldPath = ()
    items: Counter[FieldPath] = Counter()
    for number, line in enumerate(text.splitlines(), start=1):
        if match := ITEM.match(line):
            path = steps(match[1])
            table = (*path, items[path])
            items[path] += 1
            places[table] = Origin(file, number, 1)
        elif match := TABLE.match(line):
            table = steps(match[1])
            places[table] = Origin(file, number, 1)
        elif match := KEY.match(line):
            places[(*table, *steps(match[2]))] = Origin(file, number, len(match[1]) + 1)
    return places
