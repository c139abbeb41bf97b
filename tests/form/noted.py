"""The comments of a Word file, each with the paragraph that it is anchored in."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(content: bytes, name: str) -> etree._Element | None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if f"word/{name}.xml" not in package.namelist():
            return None
        return etree.fromstring(package.read(f"word/{name}.xml"))


def words(element: etree._Element) -> str:
    nodes = element.iter(f"{W}t", f"{W}noBreakHyphen")
    pieces = ("-" if node.tag == f"{W}noBreakHyphen" else node.text or "" for node in nodes)
    return "".join(pieces).replace("\u00a0", " ")


def notes(content: bytes) -> list[tuple[str, str]]:
    """Return the words of every comment and of the paragraph that it is anchored in."""
    comments, document = part(content, "comments"), part(content, "document")
    if comments is None or document is None:
        return []
    said = {comment.get(f"{W}id"): words(comment) for comment in comments}
    anchored = [
        (said[mark.get(f"{W}id") or ""], words(next(mark.iterancestors(f"{W}p"))))
        for mark in document.iter(f"{W}commentReference")
    ]
    assert len(anchored) == len(said), "a comment is anchored twice or nowhere"
    return anchored
