"""What the fields of an input are called and do, in each language: the rows of ``fields.toml``."""

from __future__ import annotations

from functools import cache
from typing import Any

from briefing.findings.catalogues import DEFAULT_LANGUAGE
from briefing.program_data import table_beside


@cache
def field_table() -> dict[str, Any]:
    """Return the parts of the form with their fields, and what fields are called."""
    return table_beside(__file__, "fields.toml")


@cache
def labels(language: str) -> dict[str, str]:
    """Return what fields are called, by path without positions or by the key of many fields."""
    return {path: said[language] for path, said in field_table()["labels"].items()}


def label(path: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Return what people call the input field at a dotted path without positions."""
    called = labels(language)
    return called.get(path) or called.get(path.rpartition(".")[2]) or path
