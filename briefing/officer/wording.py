"""Findings on an input in the words of its form: labels for keys, and words for chosen names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.findings import Finding, Path, place_of, say
from briefing.findings.catalogues import catalogue
from briefing.forms import control_at, general, in_labels, leaf, short_label
from briefing.officer.desk import EDITED

_CHOICE = "input/unknown-choice"
_OF_KEYS = (_CHOICE, "input/area-or-heading", "input/negative", "input/too-large")
"""The rules whose messages call fields by their keys."""

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def in_words(found: Mapping[str, Any], language: str, words: Mapping[str, str]) -> dict[str, Any]:
    """Return a finding as the form tells it; ``words`` are what chosen values are called.

    What is said of a pack or a template speaks of files, and stays.
    """
    if not str(found["file"] or "").endswith(EDITED):
        return dict(found)
    told = _with_line(found, language)
    path, rule = found["path"] or "", found["rule"]
    message = told["message"].removesuffix(f" ({path})")
    if rule == _CHOICE:
        for value, said in words.items():
            message = message.replace(f"“{value}”", f"“{said}”")
    if rule in _OF_KEYS:
        message = in_labels(message, language, path)
    if leaf(general(_steps(path))).taken == "day":
        message = _DAY.sub(r"\3/\2/\1", message)
    return {**told, "message": message, "remedy": _remedy(found, language)}


def as_sentences(found: Finding, language: str) -> str:
    """Return why something could not be done, and what to do; of an own file without its place."""
    told, place = found.as_data(language), ""
    if found.origin and not found.origin.file.endswith(EDITED):
        place = f"{place_of(found.origin, language)}: "
    else:
        told = _with_line(told, language)
    return f"{place}{told['message']}. {told['remedy']}"


def _with_line(found: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return a finding that says its line where it has no field."""
    if found["path"] or not found["line"]:
        return dict(found)
    line = say("page.line_of_file", language, line=found["line"])
    return {**found, "message": f"{found['message']} ({line})"}


def _remedy(found: Mapping[str, Any], language: str) -> str:
    """Return what to do in the form, where the usual words speak of lines of a file."""
    path, rule = found["path"] or "", found["rule"]
    if rule == _CHOICE:
        return say("page.choose_listed", language)
    field, own = general(_steps(path)), catalogue(language)["page"]["remedies"].get(rule)
    control = control_at(field, language)
    # What is wanted of a whole group is more than one field can say.
    if own is None or (control and control.shape == "group"):
        return in_labels(found["remedy"], language, path)
    labels = {key: short_label(f"results.{key}", language) for key in ("area", "heading")}
    return str(own).format(field=short_label(field, language), **labels)


def _steps(path: str) -> Path:
    return tuple(int(at) if at else key for key, at in _STEP.findall(path))
