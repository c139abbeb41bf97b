"""The styles part: every size, weight and indent comes from the standard's data."""

from __future__ import annotations

from dataclasses import replace

from briefing.standards import Component, OutlineLevel, Standard
from briefing.word.columns import COLUMNS_STYLE
from briefing.word.look.model import PLAIN, SIDES, Border, Look, TableLook
from briefing.word.paragraphs import (
    BODY,
    DASH_ITEM,
    LETTER_ITEM,
    RULE,
    SETTINGS,
    Setting,
    heading_key,
    heading_style,
)
from briefing.word.tables import margins_of
from briefing.word.xml import HEADER, escape, twips

_HEADING_SPACE = 120


def styles_part(standard: Standard, look: Look = PLAIN) -> str:
    """Return ``word/styles.xml`` for a standard; ``look`` has the space around parts and tables."""
    styles = [_defaults(standard), _normal(standard), _body(standard)]
    styles += [
        _heading(number, level, look) for number, level in enumerate(standard.outline, start=1)
    ]
    styles += [
        _item(standard, DASH_ITEM, "List Bullet"),
        _item(standard, LETTER_ITEM, "List Number"),
    ]
    settings = settings_of(standard, look)
    styles += [_component(setting, standard.components[name]) for name, setting in settings.items()]
    styles += [_RULE_STYLE, _NORMAL_TABLE, COLUMNS_STYLE, _table(look.table)]
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'{HEADER}<w:styles xmlns:w="{namespace}">{"".join(styles)}</w:styles>'


def settings_of(standard: Standard, look: Look) -> dict[str, Setting]:
    """Return how each component stands, with the space around it that a look gives it."""
    settings: dict[str, Setting] = {}
    for name, setting in SETTINGS.items():
        if name in standard.components:
            said = look.styles.get(name)
            settings[name] = (
                replace(setting, before=_space(said.before), after=_space(said.after))
                if said
                else setting
            )
    settings["number"] = _level(settings["number"], settings["place_date"], standard)
    return settings


def heading_space(level: int, look: Look) -> int:
    """Return the space above a heading, in twips."""
    said = look.styles.get(heading_key(level))
    return _space(said.before) if said else _HEADING_SPACE


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


def _style(style: str, name: str, paragraph: str, run: str, base: str = "Normal") -> str:
    based = f'<w:basedOn w:val="{base}"/>'
    custom = "" if name[0].islower() or name in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val="{escape(name)}"/>'
        f"{based}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_BUILT_IN = {"Title", "Subtitle", "Body Text", "List Bullet", "List Number"}


def _face(bold: bool, italic: bool, size: float, *, underline: bool = False) -> str:
    marks = "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic
    line = '<w:u w:val="single"/>' * underline
    halves = round(size * 2)
    return f'{marks}<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>{line}'


def _normal(standard: Standard) -> str:
    size = standard.components["body"].size
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:rPr>{_face(False, False, size)}</w:rPr></w:style>"
    )


def _spacing(standard: Standard) -> str:
    before = round(standard.body.space_before * 20)
    line = round(standard.body.line_spacing * 240)
    return f'<w:spacing w:before="{before}" w:line="{line}" w:lineRule="auto"/>'


def _body(standard: Standard) -> str:
    indent = f'<w:ind w:firstLine="{twips(standard.body.first_line_indent)}"/>'
    properties = f'{_spacing(standard)}{indent}<w:jc w:val="both"/>'
    size = standard.components["body"].size
    return _style(BODY, "Body Text", properties, _face(False, False, size))


def _item(standard: Standard, style: str, name: str) -> str:
    # The indent belongs to the numbering; the style repeats nothing that would hide it.
    numbered = f'<w:numPr><w:numId w:val="{2 if style == DASH_ITEM else 3}"/></w:numPr>'
    properties = f'{numbered}{_spacing(standard)}<w:jc w:val="both"/>'
    size = standard.components["body"].size
    return _style(style, name, properties, _face(False, False, size))


def _heading(number: int, level: OutlineLevel, look: Look) -> str:
    before = heading_space(number, look)
    depth = f'<w:ilvl w:val="{number - 1}"/>' if number > 1 else ""
    properties = (
        f'<w:keepNext/><w:keepLines/><w:numPr>{depth}<w:numId w:val="1"/></w:numPr>'
        f'<w:spacing w:before="{before}"/><w:jc w:val="both"/>'
        f'<w:outlineLvl w:val="{number - 1}"/>'
    )
    face = _face(level.bold, False, level.size)
    return _style(heading_style(number), f"heading {number}", properties, face)


# Ascent of Times New Roman as a share of its size, times 20 twips a point.
_ASCENT = 0.891 * 20


def _level(number: Setting, date: Setting, standard: Standard) -> Setting:
    """Return the number's setting lowered so that it stands on the line of a larger date.

    The number is always 13, the date 13 or 14 (mục V.3, V.4), and both stand on one line (II.4).
    """
    sizes = standard.components
    lower = round((sizes["place_date"].size - sizes["number"].size) * _ASCENT)
    return replace(number, before=date.before + lower)


def _component(setting: Setting, component: Component) -> str:
    properties = "<w:keepNext/><w:keepLines/>" * setting.keep_next
    if setting.before or setting.after:
        properties += f'<w:spacing w:before="{setting.before}" w:after="{setting.after}"/>'
    properties += f'<w:jc w:val="{setting.align}"/>'
    properties += '<w:outlineLvl w:val="0"/>' * setting.outline
    face = _face(component.bold, component.italic, component.size, underline=component.underline)
    return _style(setting.style, setting.title, properties, face)


# A paragraph that holds nothing but a drawn rule is as low as the rule needs.
_RULE_STYLE = _style(
    RULE,
    "Đường kẻ",
    '<w:keepNext/><w:spacing w:line="120" w:lineRule="exact"/><w:jc w:val="center"/>',
    '<w:sz w:val="8"/><w:szCs w:val="8"/>',
)

# As Word itself has it; what else a file says here is not heard everywhere.
_NORMAL_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _table(look: TableLook) -> str:
    borders = "".join(
        _border(side, border) for side, border in zip(SIDES, look.borders, strict=True)
    )
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"{margins_of(look)}</w:tblPr>{_head(look.head_fill)}</w:style>"
    )


def _border(side: str, border: Border) -> str:
    line = f'w:val="{border.line}" w:sz="{border.width}" w:space="0" w:color="{border.colour}"'
    return f"<w:{side} {line}/>"


def _head(fill: str) -> str:
    """Return how the style sets the first row of a table."""
    if not fill:
        return ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shade}</w:tcPr></w:tblStylePr>'
