"""The catalogues of every sentence the program says, one TOML file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"


@cache
def catalogue(language: str) -> dict[str, Any]:
    """Return the catalogue of a language (``vi`` or ``en``) as nested tables."""
    source = files("briefing.findings").joinpath(f"catalogue.{language}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def say(key: str, language: str = DEFAULT_LANGUAGE, /, **values: object) -> str:
    """Return the sentence ``table.key`` in a language, with its values filled in."""
    table, _, name = key.partition(".")
    return str(catalogue(language)[table][name]).format(**values)


def label(path: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Return what people call the input field at a dotted path without positions."""
    fields: dict[str, str] = catalogue(language)["field"]
    return fields.get(path) or fields.get(path.rpartition(".")[2]) or path
