"""Workbooks that LibreOffice Calc saves, or fills in as somebody who types would."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from conftest import missing_tool

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}
"""What Calc calls the formats that a form is saved in."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_MODULE = (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Form"'
    ' script:language="StarBasic">{}</script:module>'
)
_LIBRARY = (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Form"/></library:library>'
)

Typed = Mapping[tuple[str, str], str | int]
"""What is typed into the cells of each sheet; a text with = is a formula."""


@cache
def profile() -> Path:
    """Return the folder of LibreOffice's settings for this process, with room for a macro."""
    folder = Path(tempfile.mkdtemp(prefix="calc-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # The first start lays down a profile, over whatever stands there.
    _run("--terminate_after_init", profile=folder)
    (_macros(folder) / "script.xlb").write_text(_HEAD + _LIBRARY, encoding="utf-8")
    return folder


def _macros(profile: Path) -> Path:
    return profile / "user" / "basic" / "Standard"


def saved_as(ending: str, *books: Path) -> Path:
    """Return the last of some workbooks as LibreOffice Calc saves it, beside all others."""
    folder = books[-1].parent / ending
    _run("--convert-to", ending, "--outdir", str(folder), *map(str, books), profile=profile())
    return folder / f"{books[-1].stem}.{ending}"


def filled(form: Path, typed: Typed, password: str = "") -> dict[str, Path]:
    """Return the form as Calc saves it in each format after cells were typed and worked out."""
    made = {ending: form.with_name(f"điền.{ending}") for ending in FILTERS}
    text = escape(_macro(form, typed, made, password))
    (_macros(profile()) / "Form.xba").write_text(_HEAD + _MODULE.format(text), encoding="utf-8")
    _run("macro:///Standard.Form.Fill()", profile=profile())
    return made


def _quoted(text: str) -> str:
    return " & Chr(10) & ".join('"' + line.replace('"', '""') + '"' for line in text.split("\n"))


def _run(*words: str, profile: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        missing_tool("no soffice: apt-get install libreoffice-calc-nogui")
    settings = f"-env:UserInstallation={profile.as_uri()}"
    start = [office, settings, "--headless", "--norestore", *words]
    subprocess.run(start, check=True, capture_output=True, timeout=120)


def _macro(form: Path, typed: Typed, made: Mapping[str, Path], password: str) -> str:
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
    for ending, file in made.items():
        lines += [
            f"Dim {ending}(1) As New com.sun.star.beans.PropertyValue",
            f'{ending}(0).Name = "FilterName" : {ending}(0).Value = "{FILTERS[ending]}"',
        ]
        if password:
            lines.append(f'{ending}(1).Name = "Password" : {ending}(1).Value = "{password}"')
        lines.append(f'book.storeToURL("{file.as_uri()}", {ending}())')
    return "\n".join([*lines, "book.close(True)", "StarDesktop.terminate()", "End Sub"])
