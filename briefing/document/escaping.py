"""Text as Markdown that prints as itself."""

from __future__ import annotations

import re

from briefing.document.gaps import SCHEME, split_gaps
from briefing.document.note_marks import NOTE_MARK, NOTE_OPEN, NOTE_SCHEME
from briefing.patterns import Pattern
from briefing.tracing import joined, substituted, through

# Everything that means something anywhere in CommonMark or its tables. Dashes, digits with a
# stop and the like mean something only where a line begins, which `_START` covers.
_SPECIAL = Pattern(r"[\\`*_\[\]<|&~#]")
_START = re.compile(r"(\d{0,9})(?:[-+=:.)](?=[\s=-]|$)|>)")


def escape(text: str) -> str:
    """Return ``text`` escaped so that a Markdown reader gives back exactly that text."""
    if _is_special(text):
        text = substituted(_SPECIAL, lambda match: f"\\{match[0]}", text)
    start = None if text[:1].isalpha() else _START.match(text)
    return text[: start.end(1)] + "\\" + text[start.end(1) :] if start else text


def _is_special(text: str) -> bool:
    # Sign by sign is several times as fast as a set of them in a regular expression.
    return (
        ("\\" in text or "`" in text or "*" in text or "_" in text or "[" in text or "]" in text)
        or ("<" in text or "|" in text or "&" in text or "~" in text or "#" in text)
    )  # fmt: skip


def escape_with_gaps(text: str) -> str:
    """Return ``text`` escaped, with its marked gaps and footnotes as links."""
    if NOTE_OPEN in text:
        text = through(_with_notes, text)
    elif "\ufdd0" in text:
        text = through(_with_gaps, text)
    elif _is_special(text) or (not text[:1].isalpha() and _START.match(text)):
        text = through(escape, text)
    return text


def _with_notes(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for match in NOTE_MARK.finditer(text):
        before, words = text[end : match.start()], text[match.start(1) : match.end(1)]
        pieces += [_with_gaps(before), "[", escape(words), f"](<{NOTE_SCHEME}>)"]
        end = match.end()
    return joined([*pieces, _with_gaps(text[end:])])


def _with_gaps(text: str) -> str:
    pieces: list[str] = []
    for piece, path in split_gaps(text):
        pieces += ["[", escape(piece), f"](<{SCHEME}{path}>)"] if path else [escape(piece)]
    return joined(pieces)
