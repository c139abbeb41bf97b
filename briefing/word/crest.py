"""The crest of the issuing body as a picture in the line of text."""

from __future__ import annotations

from briefing.layout.look import Crest
from briefing.word.xml import emu, escape

CREST_RELATION = "rId7"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_POINTS = 72 / 25.4


def crest_part(crest: Crest) -> str:
    """Return where the picture lies, seen from the document's part."""
    return f"media/crest.{crest.kind}"


def crest_xml(crest: Crest, number: int, words: str) -> str:
    """Return a run with the picture; ``number`` of the drawing, ``words`` for readers."""
    size = f'cx="{emu(crest.width * _POINTS)}" cy="{emu(crest.height * _POINTS)}"'
    named = f'id="{number}" name="Crest"'
    cut = "".join(
        f' {side}="{part}"' for side, part in zip("ltrb", crest.crop, strict=True) if part
    )
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr {named} descr="{escape(words)}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{CREST_RELATION}"/><a:srcRect{cut}/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
