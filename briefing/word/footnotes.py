"""Footnotes in Word: their part, their styles, and what the settings say of them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document import Run
from briefing.standards import Standard
from briefing.word.xml import FOOTNOTE_REFERENCE, HEADER, NAMESPACES, run

_TEXT = "FootnoteText"
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    f'w:lineRule="auto"/></w:pPr><w:r><w:{sign}/></w:r></w:p></w:footnote>'
    for number, kind, sign in (
        (-1, "separator", "separator"),
        (0, "continuationSeparator", "continuationSeparator"),
    )
)

SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
"""The separators, as settings name them."""


def footnotes_part(notes: Sequence[Run]) -> str:
    """Return ``word/footnotes.xml``."""
    return (
        f"{HEADER}<w:footnotes {NAMESPACES}>{_SEPARATORS}{''.join(map(_note, notes))}</w:footnotes>"
    )


def _note(note: Run) -> str:
    reference = (
        f'<w:r><w:rPr><w:rStyle w:val="{FOOTNOTE_REFERENCE}"/></w:rPr><w:footnoteRef/></w:r>'
    )
    words = run(Run(f" {note.text}"))
    return (
        f'<w:footnote w:id="{note.footnote}"><w:p><w:pPr><w:pStyle w:val="{_TEXT}"/></w:pPr>'
        f"{reference}{words}</w:p></w:footnote>"
    )


def with_footnote_styles(styles: str, standard: Standard) -> str:
    """Return ``word/styles.xml`` with the styles of footnotes: two points below tables."""
    size = round((standard.components["table"].size - 2) * 2)
    added = (
        f'<w:style w:type="paragraph" w:styleId="{_TEXT}"><w:name w:val="footnote text"/>'
        f'<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:before="0" '
        'w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="both"/>'
        f'</w:pPr><w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="{FOOTNOTE_REFERENCE}">'
        '<w:name w:val="footnote reference"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    return styles.replace("</w:styles>", f"{added}</w:styles>")
