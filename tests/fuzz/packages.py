"""Word packages with one part changed; a change of the packed bytes would only break the packing."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO

from fuzz.expected import REPOSITORY

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


@cache
def _base() -> dict[str, bytes]:
    """Return the parts of a built report, by name."""
    with zipfile.ZipFile(REPOSITORY / "examples" / "hoa-binh-2023.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a package of parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def package(data: bytes) -> bytes:
    """Return the package that a case stands for: itself, or a report with one part replaced.

    The first byte says which part.
    """
    if data.startswith(b"PK") or not data:
        return data
    return packed({**_base(), PARTS[data[0] % len(PARTS)]: data[1:]})


def seeds() -> list[bytes]:
    """Return each part as it is, and a small package whole."""
    parts = [bytes([i]) + _base()[name] for i, name in enumerate(PARTS) if name in _base()]
    small = {name: _base()[name] for name in ("[Content_Types].xml", "_rels/.rels")}
    body = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>771/778 v\xe1\xbb\xa5 (92,2%)</w:t></w:r></w:p></w:body></w:document>"
    )
    return [*parts, b"\x00" + body, packed({**small, "word/document.xml": body})]
