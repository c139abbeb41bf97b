"""The styles part: every size, weight and indent comes from the standard's data.

Each style names the one that follows it; those of the text stand first in Word's gallery, those of
letterhead and signature are kept out of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefing.layout.look import PLAIN, Look
from briefing.layout.measures import Measures, text_room
from briefing.layout.metrics import SINGLE
from briefing.layout.settings import (
    BODY,
    DASH_ITEM,
    LETTER_ITEM,
    RULE,
    TWINS,
    Setting,
    heading_style,
    style_of,
)
from briefing.layout.spaces import heading_space, settings_of
from briefing.standards import OutlineLevel, Standard
from briefing.word.numbering import DASHES, HEADINGS, LETTERS
from briefing.word.styles_of_tables import table_styles
from briefing.word.xml import HEADER, NAMESPACE, escape, twips

FITTED = ("subject", "annex_title", "annex_reference")
"""Components whose indent makes the lines of one document about equally long."""


def styles_part(
    standard: Standard, look: Look = PLAIN, indents: Mapping[str, int] | None = None
) -> str:
    """Return ``word/styles.xml`` for a standard; ``look`` has the space around parts and tables.

    ``indents`` are those of the titles on either side, in twips.
    """
    text = _styles(standard, look)
    for name in FITTED:
        indent = (indents or {}).get(name, 0)
        sides = f'<w:ind w:left="{indent}" w:right="{indent}"/>' if indent else ""
        text = text.replace(_PLACE.format(name), sides)
    return text


_PLACE = "{{{}}}"


# Hundreds of reports of one body share their styles, but for the indents of titles.
@lru_cache(maxsize=32)
def _styles(standard: Standard, look: Look) -> str:
    styles = [_defaults(standard), _LATENT, _normal(standard), _body(standard)]
    styles += [
        _heading(number, level, standard, look)
        for number, level in enumerate(standard.outline, start=1)
    ]
    styles += [_item(DASH_ITEM, "List Bullet", DASHES), _item(LETTER_ITEM, "List Number", LETTERS)]
    apart = settings_of(standard, look)
    for twin in twins(standard, look):
        del apart[twin]
    styles += [_component(name, setting, standard) for name, setting in apart.items()]
    styles += [_RULE_STYLE, table_styles(look.table)]
    return f"{HEADER}<w:styles {NAMESPACE}>{''.join(styles)}</w:styles>"


@lru_cache(maxsize=32)
def twins(standard: Standard, look: Look) -> dict[str, str]:
    """Return the components that need no style of their own, each with the one that it shares."""
    settings = settings_of(standard, look)
    return {
        name: other
        for name, other in TWINS.items()
        if _set(name, settings, standard) == _set(other, settings, standard)
    }


def _set(name: str, settings: Mapping[str, Setting], standard: Standard) -> tuple[object, ...]:
    """Return all that is seen of a component."""
    rules, place = standard.components[name], settings[name]
    face = (rules.size, rules.bold, rules.italic, rules.underline, rules.case)
    return (*face, place.align, place.before, place.after)


def _space(points: float) -> int:
    return round(points * 20)


def _defaults(standard: Standard) -> str:
    font = escape(standard.page.font)
    fonts = f'w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"'
    # What says no size is 10 points high in some engines, as high as the text in others.
    size = _face(False, False, standard.components["body"].size)
    # Without the empty pPrDefault there would be space after every paragraph.
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>{size}"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


# What Word offers besides the styles of the file: nothing that people did not use yet.
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)

_UNOFFERED = 40
"""Where styles stand in Word's list that are not offered in its gallery."""

_BUILT_IN = {"Title", "Subtitle", "Body Text", "List Bullet", "List Number", "header"}


def _style(
    style: str,
    name: str,
    paragraph: str,
    run: str,
    *,
    base: str = "Normal",
    next_style: str = "",
    offered: int = 0,
) -> str:
    custom = "" if name in _BUILT_IN or name.startswith("heading ") else ' w:customStyle="1"'
    gallery = "<w:qFormat/>" if offered else ""
    face = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val="{escape(name)}"/>'
        f'<w:basedOn w:val="{base}"/><w:next w:val="{next_style or style}"/>'
        f'<w:uiPriority w:val="{offered or _UNOFFERED}"/>{gallery}<w:pPr>{paragraph}</w:pPr>{face}'
        "</w:style>"
    )


def _face(
    bold: bool, italic: bool, size: float, *, underline: bool = False, colour: str = "auto"
) -> str:
    marks = "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic
    marks += f'<w:color w:val="{colour}"/>' * (colour != "auto")
    line = '<w:u w:val="single"/>' * underline
    halves = round(size * 2)
    return f'{marks}<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>{line}'


def _normal(standard: Standard) -> str:
    size = standard.components["body"].size
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:uiPriority w:val="{_UNOFFERED}"/><w:rPr>{_face(False, False, size)}</w:rPr></w:style>'
    )


def _body(standard: Standard) -> str:
    before = round(standard.body.space_before * 20)
    properties = (
        f'<w:spacing w:before="{before}" {_lines(standard)}/>'
        f'<w:ind w:firstLine="{twips(standard.body.first_line_indent)}"/><w:jc w:val="both"/>'
    )
    face = _face(False, False, standard.components["body"].size)
    return _style(BODY, "Body Text", properties, face, offered=1)


def _lines(standard: Standard) -> str:
    body = standard.body
    if not body.exact_lines:
        return f'w:line="{round(body.line_spacing * 240)}" w:lineRule="auto"'
    height = body.line_spacing * SINGLE * standard.components["body"].size
    return f'w:line="{round(height * 20)}" w:lineRule="exact"'


def _item(style: str, name: str, numbering: int) -> str:
    # The indent belongs to the numbering, all else to the text that items are part of.
    numbered = f'<w:numPr><w:numId w:val="{numbering}"/></w:numPr>'
    return _style(style, name, numbered, "", base=BODY, offered=3)


def _heading(number: int, level: OutlineLevel, standard: Standard, look: Look) -> str:
    before = heading_space(number, look)
    lines = f" {_lines(standard)}" if standard.body.exact_lines else ""
    align = "center" if level.apart else "both"
    properties = (
        f'<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="{number}"/>'
        f'<w:numId w:val="{HEADINGS}"/></w:numPr>'
        f'<w:spacing w:before="{before}"{lines}/><w:jc w:val="{align}"/>'
        f'<w:outlineLvl w:val="{number - 1}"/>'
    )
    face = _face(level.bold, False, level.size)
    style, name = heading_style(number), f"heading {number}"
    return _style(style, name, properties, face, next_style=BODY, offered=2)


def _component(name: str, setting: Setting, standard: Standard) -> str:
    properties = "<w:keepNext/><w:keepLines/>" * setting.keep_next
    if setting.outline:
        properties += f'<w:numPr><w:numId w:val="{HEADINGS}"/></w:numPr>'
    if setting.before or setting.after:
        properties += f'<w:spacing w:before="{setting.before}" w:after="{setting.after}"/>'
    properties += _indent(name, standard) + f'<w:jc w:val="{setting.align}"/>'
    properties += '<w:outlineLvl w:val="0"/>' * setting.outline
    rules = standard.components[setting.of or name]
    line, colour = rules.underline, rules.colour
    face = _face(rules.bold, rules.italic, rules.size, underline=line, colour=colour)
    follower = style_of(setting.next) if setting.next else ""
    return _style(
        setting.style, setting.title, properties, face, next_style=follower, offered=setting.offered
    )


def _indent(name: str, standard: Standard) -> str:
    """Return the indent of a component; that of a title is put in for each document."""
    if name in FITTED:
        return _PLACE.format(name)
    measures = Measures(standard, text_room(standard))
    known = {"addressees": measures.addressees, "addressee": measures.addressee}
    return f'<w:ind w:left="{_space(known[name])}"/>' if name in known else ""


# A paragraph that holds nothing but a drawn rule is as low as the rule needs.
_RULE_STYLE = _style(
    RULE,
    "Đường kẻ",
    '<w:keepNext/><w:spacing w:line="120" w:lineRule="exact"/><w:jc w:val="center"/>',
    '<w:sz w:val="8"/><w:szCs w:val="8"/>',
    next_style=BODY,
)
