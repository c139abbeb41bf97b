"""The catalogues of every sentence the program says, in each language.

The words of the command line have files of their own, so that ``--help`` reads no more than these.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from briefing.program_data import table_beside

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"


@cache
def catalogue(language: str) -> dict[str, Any]:
    """Return the catalogue of a language (``vi`` or ``en``) as nested tables."""
    return {**_read("catalogue", language), **_read("cli", language)}


@cache
def _read(name: str, language: str) -> dict[str, Any]:
    return table_beside(__file__, f"{name}.{language}.toml")


def say(key: str, language: str = DEFAULT_LANGUAGE, /, **values: object) -> str:
    """Return the sentence ``table.key`` in a language, with its values filled in."""
    table, _, name = key.partition(".")
    words = _read("cli", language) if table == "cli" else catalogue(language)
    return str(words[table][name]).format(**values)
