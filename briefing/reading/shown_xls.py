"""Cells of an .xls that show something else than they hold ([MS-XLS], 2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from struct import error, unpack, unpack_from

from briefing.reading.cells import Unclear
from briefing.reading.compound import stream
from briefing.reading.format_words import has_words
from briefing.reading.formats import (
    BUILT_IN,
    MAX_COLUMNS,
    LockedError,
    SheetLook,
    as_shown,
    rule_of,
)
from briefing.vietnamese import OldFont, old_font

_BEGIN, _SHEET, _FORMAT, _STYLE, _LOCKED = 0x0809, 0x0085, 0x041E, 0x00E0, 0x002F
_NUMBER, _SHORT, _SHORTS, _FORMULA, _FAULT = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
_TEXTS = (0x00FD, 0x0204, 0x00D6)
_FONT, _NO_FONT, _STRUCK = 0x0031, 4, 0x08
_FILLED = {_NUMBER, _SHORT, _SHORTS, _FORMULA, _FAULT, *_TEXTS}
"""Records of cells that hold something: numbers, faults and the three kinds of texts."""
_ROW, _COLUMNS = 0x0208, 0x007D
_FAULTS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_OF_TODAY = 0x0600
"""The version whose texts are Unicode; those before 1997 are no forms of ours."""

_Cell = tuple[tuple[int, int], int, float | str]
"""Row and column, the style, and the number or the fault."""


def unclear_in_xls(content: bytes) -> dict[str, SheetLook]:
    """Return what each sheet looks like.

    Raises ValueError for a file that is no workbook, LockedError for an encrypted one.
    """
    try:
        book = stream(content, ("Workbook", "Book"))
        if stream(content, ("EncryptedPackage",)):
            raise LockedError
        return _of_book(book) if book else {}
    except (IndexError, error) as fault:
        raise ValueError from fault


def _of_book(book: bytes) -> dict[str, SheetLook]:
    codes, styles, sheets = dict(BUILT_IN), [], {}
    used: list[int] = []
    for kind, said in _records(book, 0):
        if kind == _LOCKED:
            raise LockedError
        if kind == _BEGIN and unpack_from("<H", said)[0] != _OF_TODAY:
            return {}
        if kind == _FORMAT:
            codes[unpack_from("<H", said)[0]] = _text(said[4:], unpack_from("<H", said, 2)[0])
        elif kind == _STYLE:
            styles.append(unpack_from("<H", said, 2)[0])
            used.append(unpack_from("<H", said)[0])
        elif kind == _SHEET:
            sheets[_text(said[7:], said[6])] = unpack_from("<I", said)[0]
    shapes = [codes.get(style, "") for style in styles]
    rules = [rule_of(code) for code in shapes]
    shown = [said for kind, said in _records(book, 0) if kind == _FONT]
    struck = [bool(said[2] & _STRUCK) for said in shown]
    worded = {style: code for style, code in enumerate(shapes) if has_words(code)}
    fonts = _old_fonts([_text(said[15:], said[14]) for said in shown], used)
    lined = _struck_styles(struck, used)
    found: dict[str, SheetLook] = {}
    for title, begins in sheets.items():
        look = found[title] = _of_sheet(book, begins, rules)
        look.formats = dict(_with_words(book, begins, worded) if worded else ())
        look.struck = dict(_struck(book, begins, lined) if lined else ())
        look.fonts = dict(_with_font(book, begins, fonts) if fonts else ())
    return found


def _old_fonts(names: list[str], used: list[int]) -> dict[int, OldFont]:
    """Return the styles whose font is one of before Unicode, by number."""
    # There is no font of the number 4 ([MS-XLS], 2.5.129).
    at = [number - (number > _NO_FONT) for number in used]
    fonts = {style: old_font(names[font]) for style, font in enumerate(at) if font < len(names)}
    return {style: font for style, font in fonts.items() if font is not None}


def _with_font(
    book: bytes, begins: int, fonts: dict[int, OldFont]
) -> Iterator[tuple[tuple[int, int], OldFont]]:
    for kind, said in _records(book, begins):
        if kind in _TEXTS:
            row, column, style = unpack_from("<HHH", said)
            if style in fonts:
                yield (row, column), fonts[style]


def _struck_styles(struck: list[bool], used: list[int]) -> set[int]:
    # As in _old_fonts.
    at = [number - (number > _NO_FONT) for number in used]
    return {style for style, font in enumerate(at) if font < len(struck) and struck[font]}


def _struck(book: bytes, begins: int, styles: set[int]) -> Iterator[tuple[tuple[int, int], str]]:
    for kind, said in _records(book, begins):
        if kind in _TEXTS and unpack_from("<H", said, 4)[0] in styles:
            yield unpack_from("<HH", said), ""
        for place, style, _ in _cells(kind, said):
            if style in styles:
                yield place, ""


def _with_words(
    book: bytes, begins: int, codes: dict[int, str]
) -> Iterator[tuple[tuple[int, int], str]]:
    for kind, said in _records(book, begins):
        for at, style, _ in _cells(kind, said):
            if style in codes:
                yield at, codes[style]


def _of_sheet(book: bytes, begins: int, rules: list[str]) -> SheetLook:
    look = SheetLook()
    for kind, said in _records(book, begins):
        if kind == _ROW and said[12] & 0x20:
            look.hidden_rows.add(unpack_from("<H", said)[0])
        if kind == _COLUMNS and said[8] & 1:
            first, last = unpack_from("<HH", said)
            look.hidden_columns |= set(range(first, min(last + 1, MAX_COLUMNS)))
        if kind in _FILLED:
            look.reach(*unpack_from("<HH", said))
        if kind == _SHORTS:
            look.reach(unpack_from("<H", said)[0], unpack_from("<H", said, len(said) - 2)[0])
        for at, style, held in _cells(kind, said):
            rule = rules[style] if style < len(rules) else ""
            if isinstance(held, str):
                look.cells[at] = Unclear("workbook/error-value", held)
            elif rule:
                look.cells[at] = Unclear(rule, as_shown(rule, held))
    return look


def _cells(kind: int, said: bytes) -> Iterator[_Cell]:
    """Yield the numbers and faults of a record."""
    if kind not in (_NUMBER, _SHORT, _SHORTS, _FORMULA, _FAULT):
        return
    row, column, style = unpack_from("<HHH", said)
    match kind:
        case 0x0203:
            yield (row, column), style, unpack_from("<d", said, 6)[0]
        case 0x027E:
            yield (row, column), style, _short(unpack_from("<I", said, 6)[0])
        case 0x00BD:
            for more, at in enumerate(range(4, len(said) - 2, 6)):
                style, packed = unpack_from("<HI", said, at)
                yield (row, column + more), style, _short(packed)
        case 0x0205 if said[7]:
            yield (row, column), style, _FAULTS.get(said[6], "#?")
        case 0x0006 if said[12:14] != b"\xff\xff":
            yield (row, column), style, unpack_from("<d", said, 6)[0]
        case 0x0006 if said[6] == 2:
            yield (row, column), style, _FAULTS.get(said[8], "#?")


def _short(packed: int) -> float:
    """Return a number that is kept in 30 bits."""
    if packed & 2:
        whole = packed >> 2
        number = float(whole - (1 << 30) if whole & (1 << 29) else whole)
    else:
        number = unpack("<d", b"\0\0\0\0" + (packed & 0xFFFFFFFC).to_bytes(4, "little"))[0]
    return number / 100 if packed & 1 else number


def _text(said: bytes, length: int) -> str:
    wide = said[0] & 1
    return said[1 : 1 + length * (2 if wide else 1)].decode("utf-16-le" if wide else "latin-1")


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records from a place to the end of what begins there."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = unpack_from("<HH", book, at)
        yield kind, book[at + 4 : at + 4 + length]
        depth += (kind == _BEGIN) - (kind == 0x000A)
        if not depth:
            return
        at += 4 + length
