"""Small Word packages, written part by part."""

from __future__ import annotations

import io
import zipfile

_OOXML = "http://schemas.openxmlformats.org"
_SPACES = {
    "w": f"{_OOXML}/wordprocessingml/2006/main",
    "r": f"{_OOXML}/officeDocument/2006/relationships",
    "m": f"{_OOXML}/officeDocument/2006/math",
    "mc": f"{_OOXML}/markup-compatibility/2006",
    "a": f"{_OOXML}/drawingml/2006/main",
    "c": f"{_OOXML}/drawingml/2006/chart",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": f"{_OOXML}/drawingml/2006/wordprocessingDrawing",
    "v": "urn:schemas-microsoft-com:vml",
    "x": "urn:unknown",
}
_STRICT = {
    f"{_OOXML}/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    f"{_OOXML}/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
    f"{_OOXML}/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    **{"footnotes": "footnotes", "endnotes": "endnotes", "styles": "styles"},
    **{"settings": "settings", "header1": "header", "header2": "header", "footer1": "footer"},
}
_ROOTS = {
    **{"footnotes": "footnotes", "endnotes": "endnotes", "styles": "styles"},
    **{"settings": "settings", "header1": "hdr", "header2": "hdr", "footer1": "ftr"},
}


def run(text: str, properties: str = "") -> str:
    """Return a run with its properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph; what is no markup becomes a run."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def word(body: str, *, strict: bool = False, dangling: bool = False, **parts: str) -> bytes:
    """Return a package with a body and other parts, each without its root."""
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    made = {
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        **{
            f"word/{name}.xml": f"<w:{_ROOTS[name]} {spaces}>{inside}</w:{_ROOTS[name]}>"
            for name, inside in parts.items()
        },
    }
    relations = f"{_OOXML}/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="{name}" Type="{relations}/{_KINDS[name]}" Target="{name}.xml"/>'
        for name in parts
    )
    if dangling:
        links += f'<Relationship Id="x" Type="{relations}/customXml" Target="../../NULL"/>'
    made["_rels/.rels"] = _links(
        f'<Relationship Id="d" Type="{relations}/officeDocument" Target="word/document.xml"/>'
    )
    made["word/_rels/document.xml.rels"] = _links(links)
    made["[Content_Types].xml"] = _types(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in made.items():
            archive.writestr(name, _strictly(content) if strict else content)
    return buffer.getvalue()


def _links(links: str) -> str:
    space = f"{_OOXML}/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{links}</Relationships>'


def _types(parts: dict[str, str]) -> str:
    kinds = {"document": "document.main", **{name: _KINDS[name] for name in parts}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_OOXML}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>{overrides}</Types>'
    )


def _strictly(content: str) -> str:
    for transitional, strict in _STRICT.items():
        content = content.replace(transitional, strict)
    return content
