"""Workbooks that LibreOffice Calc saves, or fills in as somebody who types would."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import office
from conftest import missing_tool

ENDINGS = ("xlsx", "xls", "ods")
"""The formats that a form is saved in."""

LOCKED = ("xls", "ods")
"""Those of them that are saved behind a password as well."""

_TIMEOUT = 120

Typed = Mapping[tuple[str, str], str | int]
"""What is typed into the cells of each sheet; a text with = is a formula."""


def saved_as(ending: str, *books: Path) -> Path:
    """Return the last of some workbooks as LibreOffice Calc saves it, beside all others."""
    _check_there()
    folder = books[-1].parent / ending
    folder.mkdir(exist_ok=True)
    office.saved({book: folder / f"{book.stem}.{ending}" for book in books})
    return folder / f"{books[-1].stem}.{ending}"


@dataclass(frozen=True)
class Filled:
    """A form as Calc saves it in each format, and the same behind a password."""

    open: dict[str, Path]
    locked: dict[str, Path]


def filled(form: Path, typed: Typed, password: str) -> Filled:
    """Return the form as Calc saves it after cells were typed and worked out."""
    _check_there()
    made = Filled(
        {ending: form.with_name(f"điền.{ending}") for ending in ENDINGS},
        {ending: form.with_name(f"khóa.{ending}") for ending in LOCKED},
    )
    office.put_macro(_profile(), _macro(form, typed, made, password))
    words = office.started(_profile(), "macro:///Standard.Form.Fill()")
    around = office.environment(_profile())
    subprocess.run(words, check=True, capture_output=True, timeout=_TIMEOUT, env=around)
    return made


def _check_there() -> None:
    if office.program() is None:
        missing_tool("no soffice: apt-get install libreoffice-calc-nogui")


@cache
def _profile() -> Path:
    """Return the folder of LibreOffice's settings for this process, with room for a macro."""
    folder = Path(tempfile.mkdtemp(prefix="calc-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    office.lay_profile(folder, "")
    return folder


def _quoted(text: str) -> str:
    return " & Chr(10) & ".join('"' + line.replace('"', '""') + '"' for line in text.split("\n"))


def _macro(form: Path, typed: Typed, made: Filled, password: str) -> str:
    lines = [
        "Sub Fill",
        "Dim hidden(0) As New com.sun.star.beans.PropertyValue",
        'hidden(0).Name = "Hidden" : hidden(0).Value = True',
        f'book = StarDesktop.loadComponentFromURL("{form.as_uri()}", "_blank", 0, hidden())',
    ]
    for (sheet, place), value in typed.items():
        said = value if isinstance(value, int) else _quoted(value)
        kind = "Value" if isinstance(value, int) else "Formula" if value[:1] == "=" else "String"
        cell = f'book.Sheets.getByName("{sheet}").getCellRangeByName("{place}")'
        lines.append(f"{cell}.{kind} = {said}")
    lines.append("book.calculateAll()")
    for ending, file in made.open.items():
        lines += [
            f"Dim {ending}(0) As New com.sun.star.beans.PropertyValue",
            f'{ending}(0).Name = "FilterName" : {ending}(0).Value = "{office.FILTERS[ending]}"',
            f'book.storeToURL("{file.as_uri()}", {ending}())',
        ]
    for ending, file in made.locked.items():
        lines += [
            f"Dim {ending}s(1) As New com.sun.star.beans.PropertyValue",
            f'{ending}s(0).Name = "FilterName" : {ending}s(0).Value = "{office.FILTERS[ending]}"',
            f'{ending}s(1).Name = "Password" : {ending}s(1).Value = "{password}"',
            f'book.storeToURL("{file.as_uri()}", {ending}s())',
        ]
    return "\n".join([*lines, "book.close(True)", "StarDesktop.terminate()", "End Sub"])
