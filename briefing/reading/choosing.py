"""What a cell of a form holds in place of one of the words that its list offers."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails

from briefing.findings import nearest
from briefing.forms.leaves import leaf
from briefing.reading.cells import names_of_choices, words
from briefing.values import record

_REFUSED = ("literal_error", "unknown_choice", "string_pattern_mismatch")


@record
class NotOffered:
    """The rule that tells of a word that is not offered, and its values."""

    rule: str
    values: dict[str, Any]


def not_offered(detail: ErrorDetails, path: str, written: str) -> NotOffered | None:
    """Return what is told of a fault at a path if a word was to be chosen there, else ``None``."""
    shape = re.sub(r"^(figures)\.[^.]+", r"\1[]", re.sub(r"\[\d+\]", "[]", path))
    known = leaf(shape).words
    if detail["type"] not in _REFUSED or not known:
        return None
    called = names_of_choices(shape)
    values = {"written": written, "near": _near(written, called), "key": shape.rpartition(".")[2]}
    if shape.rpartition(".")[2] == "area":
        return NotOffered("workbook/unknown-area", values)
    return NotOffered("input/unknown-choice", values | {"choices": ", ".join(known)})


def _near(written: str, called: dict[str, str]) -> str | None:
    """Return the choice whose words are nearest, or the only one whose words hold these."""
    said = words(written)
    holding = {name for words_of, name in called.items() if said and said in words_of.split("(")[0]}
    if len(holding) == 1:
        return holding.pop()
    near = nearest(said, called)
    return called[near] if near else None
