"""Sections: the paper, its margins and page numbers of a text.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.1 to I.3 and I.7; annexes III.1.đ.
"""

from __future__ import annotations

from briefing.layout.settings import RULE
from briefing.standards import Page
from briefing.values import record
from briefing.word.packing import EMPTY_HEADER, NUMBERED_HEADER
from briefing.word.xml import paragraph, twips

_NO_HEIGHT = '<w:keepNext w:val="0"/><w:spacing w:line="2" w:lineRule="exact"/>'

LOW = paragraph(RULE, "", _NO_HEIGHT)
"""A paragraph of a tenth of a point."""


@record
class FirstPage:
    """What stands above and below the text on the first page of a section, as relations."""

    header: str = EMPTY_HEADER
    footer: str = ""


PLAIN_PAGE = FirstPage()


def section_end(page: Page, *, last: bool, landscape: bool, first: FirstPage = PLAIN_PAGE) -> str:
    """Return the end of a section; a low paragraph carries it, as after every table.

    Pages are numbered from 1 again, and the ``first`` shows no number.
    """
    margins = {side: twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
    sides = " ".join(f'w:{side}="{length}"' for side, length in margins.items())
    footer = f'<w:footerReference w:type="first" r:id="{first.footer}"/>' if first.footer else ""
    properties = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{NUMBERED_HEADER}"/>'
        f'<w:headerReference w:type="first" r:id="{first.header}"/>{footer}'
        f'<w:type w:val="nextPage"/>{_paper(page, landscape=landscape)}'
        f'<w:pgMar {sides} w:header="{twips(page.header_distance)}" w:footer="567" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    return LOW + properties if last else paragraph(RULE, "", _NO_HEIGHT + properties)


def _paper(page: Page, *, landscape: bool) -> str:
    width, height = twips(page.width), twips(page.height)
    if landscape:
        return f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'
    return f'<w:pgSz w:w="{width}" w:h="{height}"/>'
