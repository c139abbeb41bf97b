"""How a finding speaks of a filled form: by sheets and columns, where it names keys of an input."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.findings import Origin, label, say
from briefing.forms.sheet import Column, Sheet, sheets

_KEY = r"[a-z_]+(?:\[\d*\])?(?:\.[a-z_]+(?:\[\d*\])?)*"
_NAMED = re.compile(
    r"(?P<kind>\b(?:khóa|mục|cột|key) )?(?P<quote>“)?(?<![\w{.\-/\[])(?<!briefing )"
    rf"(?P<key>{_KEY})(?![\w}}\-]|\.(?:toml|yaml|md|docx|csv|j2)\b)(?P<more>: \{{\{{ |: )?"
)
_QUOTED = re.compile(rf"“(?:- )?({_KEY}: [^“”]*)”")
_CHOOSES = (": ", " là ")
"""What stands before a word that is chosen in a cell."""
_CHOSEN = re.compile(r"(?<=: )(?:true|false)\b")
_OPEN, _GROUP = ": {{ ", "\ufdd0"
_GROUP_OPENS = re.compile(rf"(?<!\w)({_KEY}): \{{\{{(?=[a-z{{])")
_OF_GROUP = re.compile(_GROUP + r"(.*?)}}(?!})")
_INDEX = re.compile(r"\[\d*\]")
_WORDS = ("to", "of", "by", "long", "form", "file", "first", "other")
"""Keys that are words of a sentence as well; they are keys where a colon follows."""
_FACT = re.compile(r"(?<!\S)[a-z_][\w.\[\]]*(?= \(“|,|$)")
"""The path of a fact in a list, mostly before what it says."""
_USUAL = {"name": "sections.name"}
"""What a key means in a sentence that does not say whose it is."""
_KEYS = ("key", "field")
"""The values of findings that name a key."""
_PARTS = ("example", "in_pack")
"""The values of findings that show how something is written in an input."""
_BRACES = re.compile(r"\{\{.*?\}\}(?!\})")


@dataclass(frozen=True, slots=True)
class FormOrigin(Origin):
    """A place in a filled form, whose findings name what stands there as the form does."""

    def worded(
        self, text: str, values: Mapping[str, Any], path: str, language: str
    ) -> tuple[str, dict[str, Any]]:
        """Return a sentence, not yet filled, and its values without keys of an input."""
        kept = dict(values)
        for name in _KEYS:
            value = kept.get(name)
            if isinstance(value, str) and _resolved(_INDEX.sub("", value), "", language):
                text = text.replace(f"{{{name}}}", value)
        for name in _PARTS:
            if isinstance(kept.get(name), str):
                kept[name] = in_form(kept[name], path, language)
        base = _shape(path, language)
        if isinstance(kept.get("facts"), str):
            kept["facts"] = _FACT.sub(lambda fact: _fact(fact[0], base, language), kept["facts"])
        if isinstance(kept.get("fact"), str):
            kept["fact"] = _fact(kept["fact"], base, language)
        sheet, item = _known(language).get(str(kept.get("near")), (None, None))
        if sheet is not None and sheet.layout != "rows" and item is not None:
            kept["near"] = item.heading
        elif ": " in str(kept.get("near")):
            kept["near"] = in_form(kept["near"], path, language)
        return in_form(text, path, language), kept


def in_form(text: str, path: str, language: str) -> str:
    """Return a sentence about the value at a path with columns and sheets in place of keys."""
    base = _shape(path, language)
    text = _QUOTED.sub(r"\1", text)
    text = _GROUP_OPENS.sub(r"\1: {{ ", text)
    groups: list[str] = []
    spans = [found.span() for found in _BRACES.finditer(text)]

    def named(found: re.Match[str]) -> str:
        key, more = _INDEX.sub("", found["key"]), found["more"] or ""
        in_braces = any(begin <= found.start() < end for begin, end in spans)
        # What stands in braces of its own is a name in a sentence; a group's braces hold keys.
        if in_braces and not more.startswith(":"):
            return found[0]
        whole = _resolved(key, base, language, groups)
        chosen = text[: found.start("key")].endswith(_CHOOSES) and not more
        if whole is None or chosen or not _is_key(key, more, language):
            return found[0]
        if _known(language)[whole][1] is None:
            groups.insert(0, whole)
        if more == _OPEN:
            return _GROUP
        said = _called(whole, base, language)
        if found["quote"]:
            return f"“{said.partition('“')[2].partition('”')[0]}"
        return f"{said}{more}"

    # The braces of a group go with its name.
    made = _OF_GROUP.sub(r"\1", _NAMED.sub(named, text))
    return _CHOSEN.sub(lambda found: _yes_or_no(found[0], language), made)


def _yes_or_no(word: str, language: str) -> str:
    return say("sheet.yes" if word == "true" else "sheet.no", language)


def _fact(path: str, base: str, language: str) -> str:
    """Return what stands at a whole path as the form names it; what is no path as it is."""
    shape = _shape(path, language)
    return _called(shape, base, language) if shape in _known(language) else path


def _is_key(key: str, more: str, language: str) -> bool:
    plain = "." not in key and "_" not in key
    if plain and key in _WORDS:
        return more.startswith(":")
    return not plain or language != "en" or more.startswith(":")


def _called(path: str, base: str, language: str) -> str:
    """Return a column, an item, a sheet or a part of the form as a sentence names it."""
    known = _known(language)
    sheet, column = known[path]
    if sheet is None:
        return say("sheet.part_called", language, name=label(path, language))
    if column is None:
        return say("sheet.sheet_called", language, sheet=sheet.title)
    own = known.get(base, (None, None))[0]
    name = "column" if sheet.layout == "rows" else "item"
    key = f"sheet.{name}_called" if sheet is own else f"sheet.{name}_of_sheet"
    return say(key, language, name=column.heading, sheet=sheet.title)


def _resolved(key: str, base: str, language: str, groups: Iterable[str] = ()) -> str | None:
    """Return the path that a key means: seen from the value, from what is around it, or anywhere.

    ``groups`` are those that the sentence has named, the last one first.
    """
    known = _known(language)
    for group in groups:
        if f"{group}.{key}" in known:
            return f"{group}.{key}"
    steps = base.split(".") if base else []
    for end in range(len(steps), -1, -1):
        path = ".".join([*steps[:end], key])
        if path in known:
            return path
    if key in _USUAL:
        return _USUAL[key]
    return next((path for path in known if path.endswith(f".{key}")), None)


def _shape(path: str, language: str) -> str:
    """Return a path without positions and names of entries."""
    steps = _INDEX.sub("", path).split(".")
    known = _known(language)
    for at in range(1, len(steps)):
        sheet = known.get(".".join(steps[:at]), (None, None))[0]
        if sheet is not None and sheet.named and ".".join(steps[:at]) == _plain(sheet.group):
            return ".".join([*steps[:at], *steps[at + 1 :]])
    return ".".join(steps)


@cache
def _known(language: str) -> dict[str, tuple[Sheet | None, Column | None]]:
    """Return every path of the form with its sheet and column; a group has no column."""
    found: dict[str, tuple[Sheet | None, Column | None]] = {}
    for sheet in sheets(language):
        if sheet.layout == "rows":
            found[_plain(sheet.group)] = sheet, None
        for column in sheet.columns:
            below = column.path != "value" or sheet.group not in ("forces[]", "footnotes[]")
            own = [_plain(sheet.group)] if sheet.layout == "rows" else []
            found[".".join([*own, _plain(column.path)] if below else own)] = sheet, column
    for path in list(found):
        steps = path.split(".")
        for end in range(1, len(steps)):
            found.setdefault(".".join(steps[:end]), (None, None))
    return found


def _plain(path: str) -> str:
    return path.replace("[]", "")
