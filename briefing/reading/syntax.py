"""Where a YAML syntax error really is.

A parser notices a fault where it can go on no longer, which is often a line or more after the
place where a person has to look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

_PROBLEMS = (
    ("cannot start any token", "yaml/forbidden-character"),
    ("mapping values are not allowed", "yaml/colon-in-text"),
    ("could not find expected ':'", "yaml/no-colon"),
    ("expected <block end>", "yaml/indentation"),
    ("found unexpected end of stream", "yaml/open-quote"),
    ("expected ',' or", "yaml/open-bracket"),
    ("found undefined alias", "yaml/alias"),
)
# These are told at the place where what is missing began.
_BEGINS = {"yaml/no-colon", "yaml/open-quote", "yaml/open-bracket"}

_GLUED = re.compile(r"(\s*(?:- )?)[\w-]+:[^\s/\\]")
_OPENING = re.compile(r"\s*(?:- +)?(?:[\w-]+: +)?([{\[\"'])")


def locate(error: MarkedYAMLError, lines: list[str]) -> tuple[str, int, int]:
    """Return the rule that a syntax error breaks, with its line and column, from 1."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    written = lines[line] if line < len(lines) else ""
    indent = written[: len(written) - len(written.lstrip())]
    if "\t" in indent:
        return "yaml/tab", line + 1, indent.index("\t") + 1
    problem = error.problem or ""
    rule = next((rule for words, rule in _PROBLEMS if words in problem), "yaml/syntax")
    if rule in ("yaml/colon-in-text", "yaml/no-colon"):
        glued = glued_key(lines[: line + 1])
        if glued:
            return "yaml/no-colon", *glued
    opening = _OPENING.match(written)
    if rule == "yaml/indentation" and opening and column > opening.start(1):
        return "yaml/quote-needed", line + 1, opening.start(1) + 1
    if rule in _BEGINS and error.context_mark:
        return rule, error.context_mark.line + 1, error.context_mark.column + 1
    return rule, line + 1, column + 1


def glued_key(lines: list[str]) -> tuple[int, int] | None:
    """Return where a key stands without a blank after its colon: ``schema:1``."""
    for number in range(len(lines), max(0, len(lines) - 3), -1):
        match = _GLUED.match(lines[number - 1])
        if match:
            return number, match.end(1) + 1
    return None
