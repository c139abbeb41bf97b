"""How the words of a footnote are marked inside a text, and in Markdown.

The marks are Unicode noncharacters, which no input can hold. A marked footnote goes through
Markdown as a link with the scheme ``note:``.
"""

from __future__ import annotations

from briefing.patterns import Pattern

NOTE_OPEN, _CLOSE = "\ufdd6", "\ufdd7"
NOTE_MARK = Pattern(f"{NOTE_OPEN}([^{_CLOSE}]*){_CLOSE}")
NOTE_SCHEME = "note:"


def mark_note(words: str) -> str:
    """Return text that stands for a footnote of these words."""
    return f"{NOTE_OPEN}{words}{_CLOSE}"
