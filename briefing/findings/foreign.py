"""What other programs say in English, in the user's language: translated, or quoted as theirs."""

from __future__ import annotations

import re

from briefing.characters import in_line
from briefing.findings.catalogues import catalogue

# Jinja 3.1, lexer.py and parser.py: most of what it says of a template.
_JINJA = {
    "unclosed": r"Unexpected end of template\..*to be closed is '(?P<tag>\w+)'\.",
    "other-end": r"Encountered unknown tag '(?P<got>end\w+|el\w+)'\..*closed is '(?P<tag>\w+)'\.",
    "unknown-tag": r"Encountered unknown tag '(?P<got>[^']+)'\..*",
    "expected": r"expected token '(?P<expected>.+)', got '(?P<got>.+)'",
    "expected ": r"unexpected '?(?P<got>.+?)'?, expected '(?P<expected>.+)'\.?",
    "no-expression": r"Expected an expression, got '(?P<got>.+)'",
    "unexpected": r"unexpected (?:char )?'(?P<got>.+)'(?: at \d+)?",
    "no-end": r"Missing end of (?P<got>comment tag|raw directive)",
    "constant": r"can't assign to '(?P<got>.+)'",
    "twice": r"block '(?P<got>.+)' defined twice",
    "no-tag": r"tag name expected",
    "block-name": r"Block names in Jinja have to be valid .*",
    "private": r"names starting with an underline can not be imported",
    "argument-order": r"non-default argument follows default argument",
    "call": r"invalid syntax for function call expression",
}
# tomllib of Python 3.11 to 3.14.
_TOML = {
    "curly-quotes": r"Curly quotes",
    "no-equals": r"Expected '=' after a key.*",
    "key-start": r"Invalid initial character for a key part",
    "statement": r"Invalid statement",
    "more": r"Expected newline or end of document after a statement",
    "array": r"Unclosed array",
    "inline": r"Unclosed inline table",
    "string": r"Unterminated string|Expected [\"']+|(?:Illegal|Found invalid) character .*",
    "table-end": r"Expected '\]{1,2}' at the end of .*",
    "backslash": r"Unescaped '\\' in a string|Invalid hex value|Escaped character .*",
    "value": r"Invalid value",
    "date": r"Invalid date or datetime",
}
_KNOWN = {"Jinja": _JINJA, "TOML": _TOML}


def in_language(said: str, program: str, language: str) -> str:
    """Return what a program said, as a sentence of a language holds it."""
    words = catalogue(language)["foreign"]
    for key, pattern in _KNOWN.get(program, {}).items():
        if found := re.fullmatch(pattern, said, re.DOTALL):
            parts = {name: _named(part, words["part"]) for name, part in found.groupdict().items()}
            return str(words[program.lower()][key.strip()]).format(**parts)
    return str(words["quoted"]).format(program=program, said=in_line(said))


def _named(part: str, known: dict[str, str]) -> str:
    return known[part].format() if part in known else f"“{in_line(part)}”"
