"""The crest in a ``style.docx``: its first picture of a kind that Word shows everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from briefing.findings import Finding, LooksAt, Origin, Rule, Severity, rule
from briefing.layout.look import Crest
from briefing.vietnamese import format_number
from briefing.word.look.opening import StyleFile
from briefing.word.look.picture import Picture, read_picture

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

CREST_LINKED = rule("look/crest-linked", Severity.WARNING, looks_at=LooksAt.LOOK)
CREST_KIND = rule("look/crest-kind", Severity.WARNING, looks_at=LooksAt.LOOK)
CREST_TOO_LARGE = rule("look/crest-too-large", Severity.WARNING, looks_at=LooksAt.LOOK)
CREST_FITTED = rule("look/crest-fitted", Severity.INFO, looks_at=LooksAt.LOOK)

MAX_HEIGHT = 15.0
"""The greatest height of a crest, in millimetres."""

_MIN_HEIGHT = 3.0
_MAX_WIDTH = 40.0
MAX_BYTES = 2 * 1024 * 1024
MAX_DOTS = 5000
_EMU = 36000  # a millimetre
_WHOLE = 100_000
_DIGITS = 12
_TRIED = 20
_SEEN = 1.0

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ART = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OLD = "{urn:schemas-microsoft-com:vml}"


def read_crest(file: StyleFile, name: str) -> tuple[Crest | None, tuple[Finding, ...]]:
    """Return the crest, or why the first picture that is there cannot be one."""
    faults: list[Finding] = []
    for drawn in islice(file.body.iter(f"{_ART}blip", f"{_OLD}imagedata"), _TRIED):
        content = _embedded(file, drawn)
        picture = read_picture(content[: MAX_BYTES + 1]) if content else None
        broken = _fault(content, picture)
        if picture and not broken:
            crest = _crest(picture, drawn)
            return crest, tuple(_fitted(crest, _drawn_height(drawn), name))
        values = {"megabytes": MAX_BYTES // 1024 // 1024, "dots": MAX_DOTS}
        if broken:
            faults.append(broken.found(Origin(name), values=values))
    return None, tuple(faults[:1])


def _embedded(file: StyleFile, drawn: BaseOxmlElement) -> bytes | None:
    """Return the bytes of a picture that lies in the file, ``None`` for one that is linked."""
    known = drawn.get(f"{_LINK}embed") or drawn.get(f"{_LINK}id") or ""
    part = file.document.related_parts.get(known)
    return None if part is None else part.blob


def _fault(content: bytes | None, picture: Picture | None) -> Rule | None:
    """Return the rule that a picture breaks, ``None`` for a good one."""
    if content is None:
        return CREST_LINKED
    if picture is None:
        return CREST_KIND
    if len(content) > MAX_BYTES or max(picture.across, picture.down) > MAX_DOTS:
        return CREST_TOO_LARGE
    return None


def _crest(picture: Picture, drawn: BaseOxmlElement) -> Crest:
    """Return the crest as high as the person drew it, within bounds, in its own proportions."""
    left, top, right, bottom = crop = _crop(drawn)
    across = picture.across * (_WHOLE - left - right)
    down = picture.down * (_WHOLE - top - bottom)
    height = min(max(_drawn_height(drawn), _MIN_HEIGHT), MAX_HEIGHT)
    width = height * across / down
    if width > _MAX_WIDTH:
        width, height = _MAX_WIDTH, _MAX_WIDTH * down / across
    return Crest(picture.content, picture.kind, width, height, crop)


def _fitted(crest: Crest, drawn: float, name: str) -> Iterator[Finding]:
    """Yield a note of a crest that is printed smaller than it was drawn."""
    if drawn - crest.height > _SEEN:
        told: dict[str, object] = {
            "drawn": format_number(Decimal(round(drawn))),
            "printed": format_number(Decimal(round(crest.height))),
            "height": int(MAX_HEIGHT),
            "width": int(_MAX_WIDTH),
        }
        yield CREST_FITTED.found(Origin(name), values=told)


def _crop(drawn: BaseOxmlElement) -> tuple[int, int, int, int]:
    """Return what the person cut off; what would leave nothing is no cut."""
    holder = drawn.getparent()
    cut = None if holder is None else holder.find(f"{_ART}srcRect")
    said = [(cut.get(side) or "0") if cut is not None else "0" for side in "ltrb"]
    left, top, right, bottom = (int(part[:_DIGITS]) if part.isdecimal() else 0 for part in said)
    if left + right >= _WHOLE or top + bottom >= _WHOLE:
        return 0, 0, 0, 0
    return left, top, right, bottom


def _drawn_height(drawn: BaseOxmlElement) -> float:
    """Return the height in millimetres that the picture has on the page."""
    for holder in drawn.iterancestors(f"{_DRAWING}inline", f"{_DRAWING}anchor"):
        extent = holder.find(f"{_DRAWING}extent")
        height = "" if extent is None else extent.get("cy") or ""
        if height.isdecimal():
            return int(height[:_DIGITS]) / _EMU
    return MAX_HEIGHT
