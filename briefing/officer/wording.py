"""Findings on an input in the words of its form: labels for keys, and words for chosen names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.findings import FieldPath, Finding, place_of, say
from briefing.findings.catalogues import catalogue
from briefing.forms import control_at, general, in_labels, label_trail, leaf, short_label
from briefing.officer.desk import EDITED

_CHOICE = "input/unknown-choice"
_MISSING = "kind/missing-fact"
_ABSENT = "input/missing-key"
_UNKNOWN = "input/unknown-key"
_ABSENT_FACTS = (_MISSING, "kind/expected-fact")
"""What is said of the report wherever the nearest thing to it is written, in a pack as well."""

_OF_KEYS = (
    "input/area-or-heading",
    "input/negative",
    "input/too-few",
    "input/too-large",
    "input/too-small",
    "input/unknown-choice",
)
"""The rules whose messages call fields by their keys."""

_OF_SENTENCES = ("figures/unknown-part",)
"""The rules whose remedies name what is typed in a sentence."""

_OF_PACKS = ("issuer", "place", "recipients", "signature")
"""What the pack of a locality may say for all its reports."""

_QUOTED = re.compile(r"“([^”]*)”")
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_TABLE = re.compile(r"\.csv(?::|!|$)", re.IGNORECASE)
_FACT = re.compile(r"(?<![\w.{“])[a-z]\w*(?:\.[a-z]\w*|\[\d+\])+(?![\w}”])")
"""The path of a fact, as findings list what is not printed."""


def in_words(found: Mapping[str, Any], language: str, words: Mapping[str, str]) -> dict[str, Any]:
    """Return a finding as the form tells it; ``words`` are what chosen values are called.

    What is said of a pack or a template speaks of files, and stays.
    """
    path, rule = found["path"] or "", found["rule"]
    own = str(found["file"] or "").endswith(EDITED) or _TABLE.search(str(found.get("place")))
    if not own and rule not in _ABSENT_FACTS:
        return dict(found)
    told = _with_line(found, language)
    message = told["message"].removesuffix(f" ({path})")
    if rule == _CHOICE:
        # All that may be chosen is in the list of the field.
        message = message.partition("”: ")[0] + ("”" if "”: " in message else "")
    for value, said in words.items():
        # Kinds alone have names that nobody writes in a sentence.
        if rule == _CHOICE or "-" in value:
            message = message.replace(f"“{value}”", f"“{said}”")
    if rule in _OF_KEYS:
        message = in_labels(message, language, path)
    known, names = catalogue(language)["page"]["messages"], _named(found, language)
    said_here = known.get(_of_near(rule, names, known))
    if said_here is not None:
        message = str(said_here).format(**names)
    else:
        message = _FACT.sub(lambda at: _called(at[0], language), message)
    if path and message.startswith(f"{path} "):
        message = f"{_called(path, language)}{message.removeprefix(path)}"
    if leaf(general(_steps(path))).taken == "day":
        message = _DAY.sub(r"\3/\2/\1", message)
    return {**told, "message": message, "remedy": _remedy(found, language)}


def _called(path: str, language: str) -> str:
    """Return the way to a field in the words of the form; what is no field as it is."""
    steps = _steps(path)
    if control_at(general(steps), language) is None:
        return path
    first, arrow, below = label_trail(steps, language).partition(" › ")
    return f"“{first.partition(', ')[0]}{arrow}{below}”"


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
    if rule in _OF_SENTENCES:
        return str(found["remedy"])
    steps, known = _steps(path), catalogue(language)["page"]["remedies"]
    names = _named(found, language)
    field, own = general(steps), known.get(_of_near(rule, names, known))
    if rule == _MISSING and steps[:1] and steps[0] in _OF_PACKS:
        own = known[f"{rule}/of-pack"]
    control = control_at(field, language)
    # What is wanted of a whole group is more than one field can say.
    of_group = control is not None and control.shape == "group" and rule != _ABSENT
    if own is None or ("{field}" in own and of_group):
        return in_labels(found["remedy"], language, path)
    labels = {key: short_label(f"results.{key}", language) for key in ("area", "heading")}
    return str(own).format(**names, **labels)


def _named(found: Mapping[str, Any], language: str) -> dict[str, str]:
    """Return what the form calls the field of a finding, its key, and the field that is near it."""
    steps = _steps(found["path"] or "")
    quoted, near = _QUOTED.findall(found["message"]), ""
    if found["rule"] == _UNKNOWN and len(quoted) > 1:
        near = short_label(general((*steps[:-1], quoted[1])), language)
    key = str(steps[-1]) if steps else ""
    return {"field": short_label(general(steps), language), "key": key, "near": near}


def _of_near(rule: str, names: Mapping[str, str], known: Mapping[str, Any]) -> str:
    """Return the rule by which words are looked up: those that name what is near come first."""
    near = f"{rule}/near"
    return near if names["near"] and near in known else rule


def _steps(path: str) -> FieldPath:
    return tuple(int(at) if at else key for key, at in _STEP.findall(path))
