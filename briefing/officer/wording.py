"""Findings on an input in the words of its form: labels for keys, and words for chosen names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.findings import say
from briefing.forms import in_labels
from briefing.officer.desk import EDITED

_CHOICE = "input/unknown-choice"


def in_words(found: Mapping[str, Any], language: str, words: Mapping[str, str]) -> dict[str, Any]:
    """Return a finding as the form tells it; ``words`` are what chosen values are called.

    What is said of a pack or a template speaks of files, and stays.
    """
    told = dict(found)
    if not str(found["file"] or "").endswith(EDITED):
        return told
    path = found["path"] or ""
    told["remedy"] = in_labels(found["remedy"], language, path)
    if found["rule"] == _CHOICE:
        message = found["message"]
        for value, said in words.items():
            message = message.replace(f"“{value}”", f"“{said}”")
        told["message"] = in_labels(message, language, path)
        told["remedy"] = say("page.choose_listed", language)
    return told
