"""Opens a ``style.docx`` from anywhere: what is too large, broken or linked elsewhere stays out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.findings import Finding, InputError, LooksAt, Origin, Rule, rule
from briefing.packages import MAX_FILE, MAX_XML, OversizeError, inspect
from briefing.values import record

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.document import DocumentPart

TOO_LARGE = rule("look/too-large", looks_at=LooksAt.LOOK)
UNREADABLE = rule("look/unreadable", looks_at=LooksAt.LOOK)

_MEGABYTE = 1024 * 1024


@record
class StyleFile:
    """The parts of a Word file that say how it looks."""

    document: DocumentPart
    body: BaseOxmlElement
    styles: BaseOxmlElement
    fonts: dict[str, str]


def open_style_file(path: Path) -> StyleFile:
    """Return the opened file. Raises InputError when it cannot be used."""
    try:
        content = _content(path)
    except OSError as error:
        values = {"errno": error.errno, "reason": error.strerror or str(error)}
        raise _refused("file/unreadable", path, **values) from None
    try:
        inspect(content)
        return _opened(content)
    except OversizeError:
        raise _refused(TOO_LARGE, path, limit=MAX_XML // _MEGABYTE) from None
    except Exception:
        # A package can be broken in more ways than zipfile, lxml and python-docx have errors for.
        raise _refused(UNREADABLE, path) from None


def _content(path: Path) -> bytes:
    # A pipe may wait for ever, and a device may never end; a folder cannot be opened.
    if not path.is_file() and not path.is_dir():
        raise _refused("file/not-a-file", path)
    with path.open("rb") as file:
        content = file.read(MAX_FILE + 1)
    if len(content) > MAX_FILE:
        raise _refused(TOO_LARGE, path, limit=MAX_FILE // _MEGABYTE)
    return content


def _opened(content: bytes) -> StyleFile:
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE

    document = Document(BytesIO(content)).part
    # python-docx would put the styles of its own template where a file has none.
    styles: Any = document.part_related_by(RELATIONSHIP_TYPE.STYLES)
    body = document.element.body
    if body is None:
        raise ValueError
    return StyleFile(document, body, styles.element, _theme_fonts(document))


def _theme_fonts(document: DocumentPart) -> dict[str, str]:
    """Return the fonts that a theme gives the names ``major`` and ``minor``."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.oxml.parser import parse_xml

    try:
        theme = document.part_related_by(RELATIONSHIP_TYPE.THEME)
    except KeyError:
        return {}
    fonts: dict[str, str] = {}
    for name in ("major", "minor"):
        for latin in parse_xml(theme.blob).iter(qn(f"a:{name}Font")):
            fonts[name] = next((font.get("typeface", "") for font in latin.iter(qn("a:latin"))), "")
    return fonts


def _refused(broken: Rule | str, path: Path, **values: object) -> InputError:
    name = broken if isinstance(broken, str) else broken.id
    return InputError([Finding(name, origin=Origin(str(path)), values=values)])
