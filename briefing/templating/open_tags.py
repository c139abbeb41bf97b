"""Where a tag opens that a template never closes: Jinja tells where it stopped to look."""

from __future__ import annotations

import re

from briefing.patterns import Pattern

_TAG = Pattern(
    r"\{#.*?#\}"
    r"|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}"
    r"|\{%[-+]?\s*(?P<word>\w+)(?P<rest>[^%]*(?:%(?!\})[^%]*)*)%\}",
    re.DOTALL,
)
_OPENS = {"for", "if", "block", "macro", "call", "filter", "with", "autoescape"}
_LOOKING = Pattern(r"Unexpected end of template|innermost block that needs to be closed")


def opening_line(text: str, said: str) -> int | None:
    """Return the line of the tag that is still open where Jinja stops, if that is what it says.

    ``said`` is Jinja's own message.
    """
    if not _LOOKING.search(said):
        return None
    open_tags: list[tuple[str, int]] = []
    for found in _TAG.finditer(text):
        word = found["word"]
        if word in _OPENS or (word == "set" and "=" not in found["rest"]):
            open_tags.append((word, text.count("\n", 0, found.start()) + 1))
        elif word and word.startswith("end") and open_tags:
            if word.removeprefix("end") != open_tags[-1][0]:
                break
            open_tags.pop()
    return open_tags[-1][1] if open_tags else None
