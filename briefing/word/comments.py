"""The notes of a draft as Word comments."""

from __future__ import annotations

from briefing.document import Document, Run
from briefing.layout.settings import style_of
from briefing.word.xml import HEADER, NAMESPACES, paragraph, run

AUTHOR = "briefing"


def comments_part(document: Document) -> str:
    """Return ``word/comments.xml``.

    Comments bear the date of the document, so that the same draft gives the same bytes.
    """
    stamp = f"{document.frame.properties.date.isoformat()}T00:00:00Z"
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{stamp}" w:initials="b">'
        f"{paragraph(style_of('recipients'), run(Run(note)))}</w:comment>"
        for number, note in enumerate(document.notes)
    )
    return f"{HEADER}<w:comments {NAMESPACES}>{comments}</w:comments>"
