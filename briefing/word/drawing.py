"""Drawn rules: straight lines as drawings, never underlined words."""

from __future__ import annotations

from briefing.layout.settings import RULE
from briefing.values import changing
from briefing.word.xml import emu, escape, paragraph

_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DROP = 2.5
"""How far below the text a rule lies, in points."""


@changing
class RuleDrawer:
    """Draws the rules of one document; drawings are numbered from 1 so that bytes repeat."""

    thickness: float
    _drawn: int = 0

    def rule(self, length: float, words: str) -> str:
        """Return a paragraph with a centred rule; length in points, ``words`` for readers."""
        self.next_number()
        return paragraph(RULE, f"<w:r>{self._line(length, escape(words))}</w:r>")

    def next_number(self) -> int:
        """Return the number of the next drawing of the document."""
        self._drawn += 1
        return self._drawn

    def _line(self, length: float, words: str) -> str:
        number = self._drawn
        width, weight = emu(length), emu(self.thickness)
        choice = (
            '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" '
            'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
            '<wp:positionV relativeFrom="paragraph">'
            f"<wp:posOffset>{emu(_DROP)}</wp:posOffset></wp:positionV>"
            f'<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:wrapNone/><wp:docPr id="{number}" name="Rule {number}" descr="{words}"/>'
            "<wp:cNvGraphicFramePr/>"
            f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f'<a:ln w="{weight}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
            "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
            "</wp:anchor></w:drawing>"
        )
        # Word 2007 knows no DrawingML shapes and draws the same line from VML, as do some readers,
        # which want a stroke to be told.
        fallback = (
            f'<w:pict><v:line id="rule{number}" alt="{words}" from="0,{_DROP}pt" '
            f'to="{length:.1f}pt,{_DROP}pt" strokeweight="{self.thickness}pt" '
            'style="position:absolute;mso-position-horizontal:center">'
            f'<v:stroke color="black" weight="{self.thickness}pt"/></v:line></w:pict>'
        )
        return (
            f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
            f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
        )
