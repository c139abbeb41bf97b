"""The layout-free document, and its Markdown reader."""

from briefing.document.abbreviate import introduce_abbreviations
from briefing.document.escaping import escape, escape_with_gaps
from briefing.document.footnotes import footnotes_of, numbered_footnotes
from briefing.document.gaps import mark_gap, split_gaps
from briefing.document.heads import HeadSpan, divided, has_two_rows, spans
from briefing.document.italics import with_notes_in_italics
from briefing.document.lines import change_lines, facts_in, lines_in, lines_of, printed_lines
from briefing.document.model import (
    Alignment,
    Annex,
    Block,
    Content,
    Document,
    DocumentMarks,
    Frame,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Properties,
    Run,
    Signing,
    Table,
    plain,
)
from briefing.document.note_marks import mark_note
from briefing.document.outline import OutlineCounter, annex_label, mark_label, number_in
from briefing.document.reader import read_content, read_line

__all__ = [
    "Alignment",
    "Annex",
    "Block",
    "Content",
    "Document",
    "DocumentMarks",
    "Frame",
    "HeadSpan",
    "Heading",
    "Line",
    "ListItem",
    "OutlineCounter",
    "Paragraph",
    "Properties",
    "Run",
    "Signing",
    "Table",
    "annex_label",
    "change_lines",
    "divided",
    "escape",
    "escape_with_gaps",
    "facts_in",
    "footnotes_of",
    "has_two_rows",
    "introduce_abbreviations",
    "lines_in",
    "lines_of",
    "mark_gap",
    "mark_label",
    "mark_note",
    "number_in",
    "numbered_footnotes",
    "plain",
    "printed_lines",
    "read_content",
    "read_line",
    "spans",
    "split_gaps",
    "with_notes_in_italics",
]
