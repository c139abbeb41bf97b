"""What the single fields of an input take: numbers, days, a few words, or any text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from briefing.findings import say
from briefing.report import json_schema
from briefing.values import record

ValueType = Literal["number", "integer", "yes_or_no", "day", "text"]


@record
class FieldLeaf:
    """What a field takes, and the words that it is chosen from, if they are few."""

    taken: ValueType
    words: tuple[str, ...] = ()


def leaf(path: str) -> FieldLeaf:
    """Return what the field at a path without positions and names takes."""
    return _leaves().get(path.removesuffix("[]"), FieldLeaf("text"))


def options(path: str, language: str) -> tuple[str, ...]:
    """Return the words that a field is chosen from, in order; none where it takes any."""
    found = leaf(path)
    if found.taken == "yes_or_no":
        return say("sheet.yes", language), say("sheet.no", language)
    return found.words


@cache
def _leaves() -> dict[str, FieldLeaf]:
    schema = json_schema("en")
    found: dict[str, FieldLeaf] = {}
    for path, part in _walked(schema, "", schema["$defs"]):
        # An optional field is offered as itself and as nothing, a chosen one also as any name.
        known = found.get(path)
        if part.get("type") != "null" and (known is None or known == FieldLeaf("text")):
            found[path] = _leaf(part)
    return found


def _leaf(part: dict[str, Any]) -> FieldLeaf:
    kinds = part.get("type", "string")
    if "enum" in part:
        whole = all(isinstance(word, int) for word in part["enum"])
        return FieldLeaf("integer" if whole else "text", tuple(str(word) for word in part["enum"]))
    if kinds == "boolean":
        return FieldLeaf("yes_or_no")
    if kinds == "integer" or isinstance(part.get("const"), int):
        return FieldLeaf("integer")
    if "number" in kinds:
        return FieldLeaf("number")
    dated = part.get("format") == "date" or r"\d{4}" in part.get("pattern", "")
    return FieldLeaf("day" if dated else "text")


def _walked(
    part: dict[str, Any], path: str, groups: dict[str, Any], around: tuple[str, ...] = ()
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every part of the schema that is no group, with its path."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        # What a group holds of its own kind is said once.
        if name in around:
            return
        part, around = groups[name], (*around, name)
    below = [(f"{path}.{key}" if path else key, said) for key, said in _properties(part)]
    if part.get("type") == "array":
        below.append((f"{path}[]", part["items"]))
    below += [(f"{path}[]", entry) for entry in part.get("patternProperties", {}).values()]
    if isinstance(part.get("additionalProperties"), dict):
        below.append((f"{path}[]", part["additionalProperties"]))
    below += [(path, option) for option in part.get("anyOf", ())]
    for at, said in below:
        yield from _walked(said, at, groups, around)
    if not below:
        yield path.removesuffix("[]"), part


def _properties(part: dict[str, Any]) -> list[tuple[str, Any]]:
    return list(part.get("properties", {}).items())
