"""A list of localities as a table of text, one a line: what packs are to be made of it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.findings import Finding, InputError, Origin, nearest
from briefing.localities.naming import slug_of, told_by_name
from briefing.localities.profiles import unit_word
from briefing.localities.slugs import is_pack_name
from briefing.reading import read_text
from briefing.values import record
from briefing.vietnamese import without_marks

_HEADS = {
    "name": ("name", "ten", "ten don vi", "dia phuong"),
    "parent": ("parent", "tinh", "cap tren", "tinh, thanh pho"),
    "slug": ("slug", "goi"),
    "place": ("place", "dia danh"),
    "level": ("level", "cap"),
}
"""How the columns may be headed, in small plain letters."""

MAX_LISTED = 5_000
"""Lines of one list; there are some 3,300 communes in the whole country."""

_LEVELS = ("province", "district", "commune")


@record
class ListedLocality:
    """One locality of a list: the name of its pack, its parent, what its own file says."""

    slug: str
    parent: str | None
    told: dict[str, str]
    origin: Origin


def listed_localities(file: Path, parent: str | None = None) -> list[ListedLocality]:
    """Return the localities of a list with the columns ``name`` and, at will, ``parent`` and more.

    Commas, semicolons or tabs part the columns; ``parent`` holds for lines without one. Localities
    that would share a folder lie in their parent's, then bear the word for what they are. Raises
    InputError with every line that cannot be used.
    """
    rows = list(_rows(file))
    faults = [fault for row, origin in rows for fault in _faults(row, origin)]
    if faults:
        raise InputError(faults)
    found = [_one(row, origin, parent) for row, origin in rows]
    for spell in (_with_parent, _with_word):
        counted = Counter(one.slug for one in found)
        found = [spell(one) if counted[one.slug] > 1 else one for one in found]
    counted = Counter(one.slug for one in found)
    twice = [one for one in found if counted[one.slug] > 1]
    if twice:
        rule = "locality/listed-twice"
        raise InputError([Finding(rule, origin=o.origin, values={"name": o.slug}) for o in twice])
    return found


def _rows(file: Path) -> Iterator[tuple[dict[str, str], Origin]]:
    from briefing.reading.formats import MAX_COLUMNS  # and all that reads workbooks

    lines = read_text(file).splitlines()
    mark = max("\t;,", key=lines[0].count)
    try:
        head, *rows = csv.reader(lines, delimiter=mark)
    except csv.Error:
        # A quotation mark that is not closed takes in all that follows.
        raise InputError([Finding("indicators/quotes", origin=Origin(str(file)))]) from None
    if len(head) > MAX_COLUMNS or len(rows) > MAX_LISTED:
        values = {"rows": MAX_LISTED, "columns": MAX_COLUMNS}
        raise InputError([Finding("workbook/too-large", origin=Origin(str(file)), values=values)])
    columns = _columns(head, Origin(str(file), 1))
    for number, cells in enumerate(rows, start=2):
        if any(cell.strip() for cell in cells):
            row = {name: cells[at].strip() for name, at in columns.items() if at < len(cells)}
            yield {name: cell for name, cell in row.items() if cell}, Origin(str(file), number)


def _columns(head: Sequence[str], origin: Origin) -> dict[str, int]:
    columns: dict[str, int] = {}
    known = [word for words in _HEADS.values() for word in words]
    faults = []
    for at, text in enumerate(head):
        plain = " ".join(without_marks(text).lower().split())
        key = next((key for key, words in _HEADS.items() if plain in words), None)
        if key is None:
            values = {"head": text, "near": nearest(plain, known), "known": ", ".join(_HEADS)}
            faults.append(Finding("locality/list-column", origin=origin, values=values))
        else:
            columns[key] = at
    if "name" not in columns and not faults:
        values = {"head": "", "near": "name", "known": ", ".join(_HEADS)}
        faults.append(Finding("locality/list-column", origin=origin, values=values))
    if faults:
        raise InputError(faults)
    return columns


def _faults(row: dict[str, str], origin: Origin) -> Iterator[Finding]:
    name = row.get("name", "")
    known = {**told_by_name(name), **row}
    if not told_by_name(name) or not slug_of(name) or known.get("level") not in _LEVELS:
        yield Finding("locality/list-name", origin=origin, values={"name": name})
    if "slug" in row and not is_pack_name(row["slug"]):
        yield Finding("locality/not-a-name", origin=origin, values={"name": row["slug"]})


def _one(row: dict[str, str], origin: Origin, parent: str | None) -> ListedLocality:
    above = row.get("parent", parent)
    if above and not is_pack_name(above):
        above = slug_of(above)
    told = told_by_name(row["name"])
    told |= {key: row[key] for key in ("place", "level") if key in row}
    return ListedLocality(row.get("slug") or slug_of(row["name"]), above or None, told, origin)


def _with_parent(one: ListedLocality) -> ListedLocality:
    return ListedLocality(f"{one.parent}/{one.slug}", one.parent, one.told, one.origin)


def _with_word(one: ListedLocality) -> ListedLocality:
    word = "-".join(without_marks(unit_word(one.told["name"])).split())
    return ListedLocality(f"{one.slug}-{word}", one.parent, one.told, one.origin)
