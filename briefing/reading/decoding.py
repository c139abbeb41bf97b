"""The bytes of a table kept as text: Unicode, or a code that Vietnamese offices had before.

A Vietnamese Windows writes “CSV (Comma delimited)” in its own code page; cells typed with fonts of
before Unicode come out as the bytes of TCVN3 or VNI. None of them is read without being asked to.
"""

from __future__ import annotations

import codecs
import unicodedata
from contextlib import suppress
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.vietnamese import all_vietnamese, from_legacy, legacy_code

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PAGE = "windows-1258"
_SHOWN = 60


def table_text(content: bytes, path: Path, *, convert: bool = False) -> str:
    """Return the text of a table: UTF-8, or UTF-16 with its mark.

    Other codes of Vietnamese are brought into Unicode when asked to ``convert`` them. Raises
    InputError for those else, with what the text would be, and for bytes of no known code.
    """
    try:
        return content.decode("utf-16" if content.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start
    found = None if content.startswith(_UTF16) else _of_before(content)
    if found is None:
        byte = f"0x{content[at]:02X}"
        raise _refused("file/not-utf8", content, at, path, byte=byte, near="CSV UTF-8")
    code, text = found
    if convert:
        return text
    line = content[:at].count(b"\n")
    shown = text.splitlines()[line].strip()
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    raise _refused("file/other-code", content, at, path, code=code, proposed=shown)


def _of_before(content: bytes) -> tuple[str, str] | None:
    """Return the code that a text is surely written in, and the text in Unicode."""
    with suppress(UnicodeDecodeError):
        page = unicodedata.normalize("NFC", content.decode(_PAGE))
        if all_vietnamese(page):
            return _PAGE, page
    # What the code page of Western Windows does not have are controls in Latin-1.
    text = content.decode("latin-1")
    for line in text.splitlines():
        if code := legacy_code(line.replace(";", " ").replace(",", " ")):
            return code, from_legacy(text, code)
    return None


def _refused(rule: str, content: bytes, at: int, path: Path, **values: str) -> InputError:
    before = content[:at]
    column = at - (before.rfind(b"\n") + 1) + 1
    origin = Origin(str(path), before.count(b"\n") + 1, column)
    return InputError([Finding(rule, origin=origin, values=values)])
