"""The package: parts zipped in a fixed order with fixed stamps, so that bytes repeat."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefing.document import Properties
from briefing.layout.look import Crest
from briefing.layout.settings import style_of
from briefing.word.archive import Pressed, archive_of, pressed
from briefing.word.crest import CREST_RELATION, crest_part
from briefing.word.footnotes import SETTINGS as FOOTNOTES
from briefing.word.xml import HEADER, NAMESPACE, NAMESPACES, escape, paragraph

_OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_OVERRIDES = {
    "/word/document.xml": f"{_OOXML}.document.main+xml",
    "/word/styles.xml": f"{_OOXML}.styles+xml",
    "/word/numbering.xml": f"{_OOXML}.numbering+xml",
    "/word/settings.xml": f"{_OOXML}.settings+xml",
    "/word/fontTable.xml": f"{_OOXML}.fontTable+xml",
    "/word/header1.xml": f"{_OOXML}.header+xml",
    "/word/header2.xml": f"{_OOXML}.header+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": ("application/vnd.openxmlformats-officedocument.extended-properties+xml"),
}

CIRCULATION_HEADER, CONTACT_FOOTER, EMPTY_FOOTER = "rId9", "rId10", "rId11"

_OPTIONAL = {
    "word/comments.xml": ("rId6", "comments"),
    "word/footnotes.xml": ("rId12", "footnotes"),
    "word/header3.xml": (CIRCULATION_HEADER, "header"),
    "word/footer1.xml": (CONTACT_FOOTER, "footer"),
    "word/footer2.xml": (EMPTY_FOOTER, "footer"),
}
"""Parts that some documents have: the relation to each, and what kind of part it is."""


def _content_types(overrides: dict[str, str], crest: Crest | None) -> str:
    listed = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    kind = crest.kind if crest else ""
    picture = f'<Default Extension="{kind}" ContentType="image/{kind}"/>' if kind else ""
    return (
        f'{HEADER}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{picture}{listed}</Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


_ROOT = _relationships(
    {
        "rId1": (f"{_RELATIONS}/officeDocument", "word/document.xml"),
        "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        "rId3": (f"{_RELATIONS}/extended-properties", "docProps/app.xml"),
    }
)

NUMBERED_HEADER, EMPTY_HEADER = "rId4", "rId5"

_OF_DOCUMENT = {
    "rId1": (f"{_RELATIONS}/styles", "styles.xml"),
    "rId2": (f"{_RELATIONS}/numbering", "numbering.xml"),
    "rId3": (f"{_RELATIONS}/settings", "settings.xml"),
    NUMBERED_HEADER: (f"{_RELATIONS}/header", "header1.xml"),
    EMPTY_HEADER: (f"{_RELATIONS}/header", "header2.xml"),
}
_OF_DOCUMENT |= {"rId8": (f"{_RELATIONS}/fontTable", "fontTable.xml")}

# Compatibility mode 15 is Word 2013 and later; without it Word opens in compatibility mode. The
# others are what Word itself writes: without the second, engines disagree on the size in tables.
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}

_COMPAT_SETTINGS = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
    f'w:val="{value}"/>'
    for name, value in _COMPATIBILITY.items()
)

_SETTINGS = (
    f'{HEADER}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    f"<w:compat>{_COMPAT_SETTINGS}</w:compat>"
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

# What is known of Times New Roman, so that a machine that lacks it takes one alike.
_FONTS = (
    f'{HEADER}<w:fonts {NAMESPACE}><w:font w:name="Times New Roman">'
    '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)

_APPLICATION = (
    f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>briefing</Application></Properties>'
)


def first_header(content: str) -> str:
    """Return a header of these tables or paragraphs; a low paragraph ends it."""
    style = style_of("page_number")
    low = '<w:spacing w:line="2" w:lineRule="exact"/>'
    return f"{HEADER}<w:hdr {NAMESPACES}>{content}{paragraph(style, '', low)}</w:hdr>"


def footer(content: str = "") -> str:
    """Return a footer of these paragraphs, an empty one if there are none."""
    content = content or paragraph(style_of("page_number"), "")
    return f"{HEADER}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _header(style: str, content: str) -> str:
    return (
        f'{HEADER}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}'
        "</w:p></w:hdr>"
    )


_PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def _with_footnotes(optional: tuple[str, ...]) -> str:
    """Return the settings, which name the separators of footnotes where there are any."""
    noted = "word/footnotes.xml" in optional
    return _SETTINGS.replace("<w:compat>", f"{FOOTNOTES}<w:compat>") if noted else _SETTINGS


@lru_cache(maxsize=32)
def _fixed_parts(crest: Crest | None, optional: tuple[str, ...]) -> tuple[Pressed, ...]:
    """Return the parts that are the same in every document."""
    style = style_of("page_number")
    overrides, targets = dict(_OVERRIDES), dict(_OF_DOCUMENT)
    for part in optional:
        relation, kind = _OPTIONAL[part]
        overrides[f"/{part}"] = f"{_OOXML}.{kind}+xml"
        targets[relation] = (f"{_RELATIONS}/{kind}", part.removeprefix("word/"))
    if crest:
        targets = {**targets, CREST_RELATION: (f"{_RELATIONS}/image", crest_part(crest))}
    parts = {
        "[Content_Types].xml": _content_types(overrides, crest),
        "_rels/.rels": _ROOT,
        "docProps/app.xml": _APPLICATION,
        "word/_rels/document.xml.rels": _relationships(targets),
        "word/fontTable.xml": _FONTS,
        "word/header1.xml": _header(style, _PAGE_FIELD),
        "word/header2.xml": _header(style, ""),
        "word/settings.xml": _with_footnotes(optional),
    }
    written = {name: text.encode("utf-8") for name, text in parts.items()}
    if crest:
        written[f"word/{crest_part(crest)}"] = crest.content
    return tuple(pressed(name, content) for name, content in written.items())


def _core(properties: Properties) -> str:
    stamp = f"{properties.date.isoformat()}T00:00:00Z"
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>{escape(properties.creator)}</dc:creator>"
        f"<dc:language>{properties.language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def package(
    document: bytes, texts: Mapping[str, str], properties: Properties, crest: Crest | None
) -> bytes:
    """Return the bytes of a .docx file; the same parts always give the same bytes.

    ``document`` is the main part, ``texts`` are the others of this document by their names,
    ``crest`` the picture that it bears.
    """
    fixed = _fixed_parts(crest, tuple(part for part in _OPTIONAL if part in texts))
    parts = {name: _pressed_before(name, texts[name]) for name in texts.keys() & _ALIKE}
    own = {"docProps/core.xml": _core(properties), **texts}
    parts |= {name: pressed(name, own[name].encode("utf-8")) for name in own if name not in parts}
    parts["word/document.xml"] = pressed("word/document.xml", document)
    return archive_of(sorted([*fixed, *parts.values()], key=_rank))


_ALIKE = frozenset(("word/numbering.xml", "word/styles.xml"))
"""The parts of which most documents of an office have the same."""


@lru_cache(maxsize=32)
def _pressed_before(name: str, text: str) -> Pressed:
    return pressed(name, text.encode("utf-8"))


def _rank(part: Pressed) -> tuple[bool, bytes]:
    return part.name != b"[Content_Types].xml", part.name
