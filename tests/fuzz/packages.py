"""Word packages with one part changed: a change of packed bytes only breaks the packing."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO

from fuzz.expected import REPOSITORY

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
    "_rels/.rels",
    "word/theme/theme1.xml",
    "word/media/image1.png",
    "docProps/core.xml",
)
TOKENS = (
    *(
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "<w:t>",
        "</w:t>",
        "<w:tab/>",
        "<w:br/>",
        "<w:tbl>",
        "<w:tr>",
        "<w:tc>",
    ),
    *(
        "<w:style ",
        "<w:basedOn w:val=",
        "<w:sz w:val=",
        "<w:pgMar ",
        "<w:pgSz ",
        "w:styleId=",
        "w:type=",
    ),
    *(
        "<a:blip r:embed=",
        "<a:srcRect l=",
        "<wp:extent cy=",
        "<w:spacing w:line=",
        "<w:ind ",
        "<w:jc ",
    ),
    *(
        "<!DOCTYPE",
        "<!ENTITY",
        "<![CDATA[",
        "]]>",
        "<?xml",
        "&amp;",
        "&#0;",
        "encoding='utf-16'",
        "xmlns:",
    ),
    *(
        'TargetMode="External"',
        "Target=",
        "../",
        "rId1",
        "9" * 30,
        "-1",
        "1e9",
        '""',
        "\x89PNG",
        "\xff\xd8\xff",
    ),
)


_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = f"""
<Relationship Id="rIdCrest" Type="{_TYPES}/image" Target="media/image1.png"/>
<Relationship Id="rIdTheme" Type="{_TYPES}/theme" Target="theme/theme1.xml"/>
</Relationships>"""
_CREST = f"""
<w:p xmlns:a="{_A}" xmlns:p="{_P}" xmlns:r="{_TYPES}"><w:r><w:drawing><p:blipFill>
<a:blip r:embed="rIdCrest"/><a:srcRect l="10000" t="0"/></p:blipFill></w:drawing></w:r></w:p>"""
_THEME = f"""<a:theme xmlns:a="{_A}"><a:themeElements><a:fontScheme><a:majorFont>
<a:latin typeface="Times New Roman"/></a:majorFont></a:fontScheme></a:themeElements></a:theme>"""
_KINDS = """<Default Extension="png" ContentType="image/png"/></Types>"""
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0"


@cache
def base() -> dict[str, bytes]:
    """Return the parts of a built report by name, with a crest and a theme."""
    with zipfile.ZipFile(REPOSITORY / "examples" / "hoa-binh-2023.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, end, more in (
        ("word/_rels/document.xml.rels", b"</Relationships>", _LINKS),
        ("[Content_Types].xml", b"</Types>", _KINDS),
        ("word/document.xml", b"<w:body>", f"<w:body>{_CREST}"),
    ):
        parts[name] = parts[name].replace(end, more.encode(), 1)
    return parts | {"word/theme/theme1.xml": _THEME.encode(), "word/media/image1.png": _PNG}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a package of parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def package(data: bytes) -> bytes:
    """Return the package that a case stands for: itself, or a report with one part replaced.

    The first line names the part; without such a line the case is the document.
    """
    if data.startswith(b"PK") or not data:
        return data
    name, _, content = data.partition(b"\n")
    part = name.decode("utf-8", "replace")
    return packed({**base(), **({part: content} if part in PARTS else {PARTS[0]: data})})


def case(part: str, content: bytes) -> bytes:
    """Return the case that replaces a part."""
    return part.encode() + b"\n" + content


def body(content: str) -> bytes:
    """Return a document with some content, as a case."""
    return case(
        PARTS[0], f'<w:document xmlns:w="{_W}"><w:body>{content}</w:body></w:document>'.encode()
    )


def seeds() -> list[bytes]:
    """Return each part as it is, a small document, and a small package whole."""
    parts = [case(name, base()[name]) for name in PARTS if name in base()]
    small = {name: base()[name] for name in ("[Content_Types].xml", "_rels/.rels")}
    text = body("<w:p><w:r><w:t>771/778 vụ (92,2%)</w:t></w:r></w:p>")
    return [*parts, text, packed({**small, PARTS[0]: text.partition(b"\n")[2]})]
