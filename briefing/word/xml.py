"""The few pieces of WordprocessingML that every part is written with.

Lengths in this package are twips (1/20 point) unless a name says points or EMU.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from briefing.document import Line, Run
from briefing.layout.glue import bound_line
from briefing.vietnamese import STIFF_HYPHEN, bound

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SPECIAL = re.compile('[&<>"\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]')

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

NAMESPACES = (
    f"{NAMESPACE} "
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

LINE_BREAK = "<w:r><w:br/></w:r>"


def twips(millimetres: float) -> int:
    """Return a length in twips."""
    return round(millimetres * 1440 / 25.4)


def emu(points: float) -> int:
    """Return a length in English metric units, as drawings measure."""
    return round(points * 12700)


def escape(text: str) -> str:
    """Return text for an element or a quoted attribute; what XML forbids is left out."""
    # What can be printed is not forbidden; looking for four signs is faster than for a set of them.
    plain = not ("&" in text or "<" in text or ">" in text or '"' in text)
    if plain and text.isprintable():
        return text
    return _SPECIAL.sub(lambda match: _ESCAPES.get(match[0], ""), text)


# The sign itself is taken from another font by some engines, and read as another sign.
_STIFF_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def _text(text: str) -> str:
    escaped = escape(text)
    return escaped.replace(STIFF_HYPHEN, _STIFF_HYPHEN) if STIFF_HYPHEN in escaped else escaped


FOOTNOTE = "<w:footnoteReference "
"""What the mark of a footnote begins with."""

FOOTNOTE_REFERENCE = "FootnoteReference"
"""The style of the mark of a footnote."""


def run(piece: Run) -> str:
    """Return a run; a gap of a draft is highlighted so that nobody overlooks it.

    A note of a draft is a comment that stands where its run ends.
    """
    if piece.footnote:
        return (
            f'<w:r><w:rPr><w:rStyle w:val="{FOOTNOTE_REFERENCE}"/></w:rPr>'
            f'{FOOTNOTE}w:id="{piece.footnote}"/></w:r>'
        )
    if piece.note >= 0:
        return f'<w:r><w:commentReference w:id="{piece.note}"/></w:r>'
    marks = "<w:b/>" * (piece.bold or bool(piece.gap)) + "<w:i/>" * piece.italic
    marks += '<w:highlight w:val="yellow"/>' * bool(piece.gap)
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{_text(piece.text)}</w:t></w:r>'


def runs(line: Line) -> str:
    """Return the runs of a line."""
    if len(line) == 1 and line[0].plain:
        return f'<w:r><w:t xml:space="preserve">{_text(line[0].text)}</w:t></w:r>'
    return "".join([run(piece) for piece in line])


def bound_runs(line: Line) -> str:
    """Return the runs of a line of text, with the blanks and hyphens that it does not break at."""
    # Most lines are one text, for which no other line need be made.
    if len(line) == 1 and line[0].plain:
        return f'<w:r><w:t xml:space="preserve">{_text(bound(line[0].text))}</w:t></w:r>'
    return runs(bound_line(line))


_RUN, _RUN_END = b'<w:r><w:t xml:space="preserve">', b"</w:t></w:r>"
_SIGNS = {sign.encode(): said.encode() for sign, said in _ESCAPES.items()}
_SIGNS[STIFF_HYPHEN.encode()] = _STIFF_HYPHEN.encode()
_FORBIDDEN = [*(bytes((code,)) for code in range(0x20) if chr(code) not in "\t\n\r"), b"\xef"]
"""What XML forbids in UTF-8, with all that begins as the forbidden signs of the first plane do."""


def runs_of_each(lines: Sequence[Line], *, bind: bool = False) -> list[bytes]:
    """Return the runs of each of many lines, which are bound first where that is asked for.

    All that are plain text, which most are, are written at once.
    """
    plain = [len(line) == 1 and line[0].plain for line in lines]
    said = _plain_runs([line[0].text for line in compress(lines, plain)], bind=bind)
    if said is not None and len(said) == len(lines):
        return said
    one = bound_runs if bind else runs
    if said is None:
        return [one(line).encode() for line in lines]
    each = iter(said)
    return [
        next(each) if known else one(line).encode()
        for known, line in zip(plain, lines, strict=True)
    ]


def _plain_runs(texts: Sequence[str], *, bind: bool) -> list[bytes] | None:
    """Return the run of each text, nothing where one has what takes a closer look."""
    if not texts:
        return []
    joined = "\n".join(texts)
    try:
        said = (bound(joined) if bind else joined).encode()
    except UnicodeEncodeError:
        return None
    # Each is looked for many times as fast as all of them.
    for sign in _FORBIDDEN:
        if sign in said:
            return None
    for sign, written in _SIGNS.items():
        said = said.replace(sign, written)
    said = said.replace(b"\n", _RUN_END + b"\n" + _RUN)
    found = said.split(b"\n")
    found[0] = _RUN + found[0]
    found[-1] += _RUN_END
    return found if len(found) == len(texts) else None


def paragraph(style: str, content: str, extra: str = "") -> str:
    """Return a paragraph of a style; ``extra`` are further properties in schema order."""
    return f"{paragraph_start(style, extra)}{content}</w:p>"


def paragraph_start(style: str, extra: str = "") -> str:
    """Return a paragraph up to where its content begins."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>'


def cell_margins(*, left: int, right: int, top: int = 0, bottom: int = 0) -> str:
    """Return the margins of all cells of a table in twips; what is 0 above or below is unsaid."""
    sides = {"top": top or None, "left": left, "bottom": bottom or None, "right": right}
    said = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in sides.items()
        if width is not None
    )
    return f"<w:tblCellMar>{said}</w:tblCellMar>"
