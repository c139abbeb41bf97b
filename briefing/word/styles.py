"""The styles part: every size, weight and indent comes from the standard's data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.standards import Component, OutlineLevel, Standard
from briefing.word.xml import HEADER, escape, twips

BODY = "BodyText"
RULE = "DrawnRule"
DASH_ITEM = "ListBullet"
LETTER_ITEM = "ListNumber"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a component's paragraph stands: Word's name for the style, its place, its space."""

    style: str
    title: str
    align: str = "left"
    before: int = 0
    after: int = 0
    keep_next: bool = False
    outline: bool = False


# Space in twips. The decree fixes sizes and weights; space around the parts is the clerk's eye.
_LOOKS: dict[str, _Look] = {
    "national_name": _Look("NationalName", "Quốc hiệu", "center"),
    "party_name": _Look("PartyName", "Tiêu đề văn bản của Đảng", "center"),
    "motto": _Look("Motto", "Tiêu ngữ", "center"),
    "parent": _Look("ParentBody", "Cơ quan chủ quản", "center"),
    "issuer": _Look("IssuingBody", "Cơ quan ban hành", "center"),
    "number": _Look("DocumentNumber", "Số ký hiệu", "center", before=60),
    "place_date": _Look("PlaceDate", "Địa danh và thời gian", "center", before=60),
    "about": _Look("LetterSubject", "Trích yếu công văn", "center", before=120),
    "kind": _Look("Title", "Title", "center", before=360, keep_next=True),
    "subject": _Look("Subtitle", "Subtitle", "center", keep_next=True),
    "addressees": _Look("Addressees", "Kính gửi", "left", before=120),
    "signature": _Look("SignerPost", "Quyền hạn người ký", "center"),
    "post": _Look("Post", "Chức vụ người ký", "center"),
    "signer": _Look("SignerName", "Họ tên người ký", "center", before=1500),
    "recipients_label": _Look("RecipientsLabel", "Nơi nhận", "left"),
    "recipients": _Look("Recipients", "Danh sách nơi nhận", "left"),
    "annex_label": _Look("AnnexLabel", "Phụ lục", "center", keep_next=True, outline=True),
    "annex_title": _Look("AnnexTitle", "Tên phụ lục", "center", keep_next=True),
    "annex_reference": _Look("AnnexReference", "Tham chiếu phụ lục", "center", keep_next=True),
    "table": _Look("TableText", "Nội dung bảng", "left", before=40, after=40),
    "table_head": _Look("TableHead", "Tiêu đề bảng", "center", before=40, after=40),
    "page_number": _Look("Header", "header", "center"),
}


def style_of(component: str) -> str:
    """Return the style id of a component."""
    return _LOOKS[component].style


def styles_part(standard: Standard) -> str:
    """Return ``word/styles.xml`` for a standard."""
    styles = [_defaults(standard), _normal(standard), _body(standard)]
    styles += [_heading(number, level) for number, level in enumerate(standard.outline, start=1)]
    styles += [
        _item(standard, DASH_ITEM, "List Bullet"),
        _item(standard, LETTER_ITEM, "List Number"),
    ]
    styles += [
        _component(_level(look, standard), standard.components[name])
        for name, look in _LOOKS.items()
        if name in standard.components
    ]
    styles += [_RULE_STYLE, _TABLES]
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'{HEADER}<w:styles xmlns:w="{namespace}">{"".join(styles)}</w:styles>'


def _defaults(standard: Standard) -> str:
    font = escape(standard.page.font)
    fonts = f'w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
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


def _face(bold: bool, italic: bool, size: int, *, underline: bool = False) -> str:
    marks = "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic
    line = '<w:u w:val="single"/>' * underline
    return f'{marks}<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>{line}'


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


def _heading(number: int, level: OutlineLevel) -> str:
    depth = f'<w:ilvl w:val="{number - 1}"/>' if number > 1 else ""
    properties = (
        f'<w:keepNext/><w:keepLines/><w:numPr>{depth}<w:numId w:val="1"/></w:numPr>'
        '<w:spacing w:before="120"/><w:jc w:val="both"/>'
        f'<w:outlineLvl w:val="{number - 1}"/>'
    )
    face = _face(level.bold, False, level.size)
    return _style(f"Heading{number}", f"heading {number}", properties, face)


# Ascent of Times New Roman as a share of its size, times 20 twips a point.
_ASCENT = 0.891 * 20


def _level(look: _Look, standard: Standard) -> _Look:
    """Return the number's look lowered so that it stands on the line of a larger date.

    The number is always 13, the date 13 or 14 (mục V.3, V.4), and both stand on one line (II.4).
    """
    if look.style != _LOOKS["number"].style:
        return look
    sizes = standard.components
    lower = round((sizes["place_date"].size - sizes["number"].size) * _ASCENT)
    return replace(look, before=look.before + lower)


def _component(look: _Look, component: Component) -> str:
    properties = "<w:keepNext/><w:keepLines/>" * look.keep_next
    if look.before or look.after:
        properties += f'<w:spacing w:before="{look.before}" w:after="{look.after}"/>'
    properties += f'<w:jc w:val="{look.align}"/>'
    properties += '<w:outlineLvl w:val="0"/>' * look.outline
    face = _face(component.bold, component.italic, component.size, underline=component.underline)
    return _style(look.style, look.title, properties, face)


# A paragraph that holds nothing but a drawn rule is as low as the rule needs.
_RULE_STYLE = _style(
    RULE,
    "Đường kẻ",
    '<w:keepNext/><w:spacing w:line="120" w:lineRule="exact"/><w:jc w:val="center"/>',
    '<w:sz w:val="8"/><w:szCs w:val="8"/>',
)

_BORDER = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(f"<w:{side} {_BORDER}/>" for side in ("top", "left", "bottom", "right"))
    + f"<w:insideH {_BORDER}/><w:insideV {_BORDER}/></w:tblBorders>"
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)
