"""What changed from one state of a file to the next, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.findings import FieldPath, UserError, say
from briefing.forms import general, short_label
from briefing.localities import FILE
from briefing.officer.pack_words import block_called, called
from briefing.reading import read_toml_text, read_yaml
from briefing.templating.block import block_texts

_SHOWN = 4
"""How many changes are named; of the others their number is told."""


def input_changes(before: str, after: str, language: str) -> str:
    """Return which fields differ between two states of an input (YAML)."""
    try:
        told = [dict(_leaves(read_yaml(text, "").data)) for text in (before, after)]
    except UserError:
        return say("page.unread_state", language)
    return _few((_field(path, language) for path in _differing(*told)), language)


def pack_changes(before: Mapping[str, bytes], after: Mapping[str, bytes], language: str) -> str:
    """Return what differs between two states of a pack: what it says, and its other files."""
    try:
        told = [dict(_leaves(_said(files))) for files in (before, after)]
    except (UserError, UnicodeDecodeError):
        return say("page.unread_state", language)
    names = [called(path, language) for path in _differing(*told)]
    files = [
        said
        for name in dict.fromkeys([*before, *after])
        if name != FILE and "/" not in name and before.get(name) != after.get(name)
        for said in _of_file(name, before.get(name, b""), after.get(name, b""), language)
    ]
    return _few([*names, *files], language)


def _of_file(name: str, before: bytes, after: bytes, language: str) -> list[str]:
    """Return the blocks of a template that differ, or else the name of the file."""
    texts = [block_texts(one.decode("utf-8", "replace")) for one in (before, after)]
    found = [
        block
        for block in dict.fromkeys([*texts[0], *texts[1]])
        if texts[0].get(block, ("",))[0] != texts[1].get(block, ("",))[0]
    ]
    return [block_called(block, language) for block in found] or [name]


def _said(files: Mapping[str, bytes]) -> dict[str, Any]:
    return read_toml_text(files.get(FILE, b"").decode("utf-8-sig"), FILE).data


def _leaves(data: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    if isinstance(data, Mapping) and data:
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list) and data:
        for at, value in enumerate(data):
            yield from _leaves(value, (*path, at))
    else:
        yield path, data


def _differing(
    before: Mapping[FieldPath, Any], after: Mapping[FieldPath, Any]
) -> Iterator[FieldPath]:
    for path in dict.fromkeys([*after, *before]):
        if path not in before or path not in after or before[path] != after[path]:
            yield path


def _field(path: FieldPath, language: str) -> str:
    """Return the part of the form that a path lies in, with the name of the entry if it has one."""
    top = short_label(path[:1], language)
    named = general(path[:2]).endswith("[]") and isinstance(path[-1], str) and len(path) > 1
    entry = [str(path[1])] if named and isinstance(path[1], str) else []
    inside = [short_label(path, language)] if len(path) > 1 and isinstance(path[-1], str) else []
    return " › ".join(dict.fromkeys([top, *entry, *inside]))


def _few(names: Iterable[str], language: str) -> str:
    found = [name[:1].upper() + name[1:] for name in dict.fromkeys(names)]
    more = len(found) - _SHOWN
    said = "; ".join(found[:_SHOWN])
    return said if more <= 0 else say("page.more_changes", language, shown=said, count=more)
