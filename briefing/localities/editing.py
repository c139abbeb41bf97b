"""A pack's ``locality.toml`` changed in place: comments and the order of the file stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefing.findings import FieldPath
from briefing.reading import read_toml_text
from briefing.values import record

Value = str | bool | int | Sequence[str] | None


@record
class PackEdit:
    """One change of a pack: what stands at a path; ``None`` takes it away, so it is inherited.

    ``False`` leaves out what is inherited there.
    """

    path: FieldPath
    value: Value


def edited_pack(content: str, edits: Iterable[PackEdit], name: str) -> str:
    """Return the text of a ``locality.toml`` with changes made to it, one after the other.

    Tables that are not there are made, those that are left empty go. ``name`` is what the file is
    called where it cannot be read. Raises InputError for a text that is no TOML, before or after,
    and LookupError for a path through what is no table.
    """
    import tomlkit  # every command reads packs, few write them

    read_toml_text(content, name)
    document = tomlkit.parse(content)
    for edit in edits:
        if edit.value is None:
            _take(document, edit.path)
        else:
            _put(document, edit.path, edit.value)
    made = tomlkit.dumps(document)
    read_toml_text(made, name)
    return made


def _put(node: Any, path: FieldPath, value: Value) -> None:
    import tomlkit

    *above, last = (str(step) for step in path)
    for step in above:
        if step not in node:
            # A table of tables alone needs no line of its own.
            node[step] = tomlkit.table(is_super_table=step is not above[-1])
        node = node[step]
        if not isinstance(node, Mapping):
            raise LookupError(step)
    node[last] = value


def _take(node: Any, path: FieldPath) -> None:
    """Take a value away, and the tables above that it leaves empty."""
    step = str(path[0])
    if not isinstance(node, Mapping) or step not in node:
        return
    if len(path) > 1:
        _take(node[step], path[1:])
        if node[step] or not isinstance(node[step], Mapping):
            return
    del node[step]  # type: ignore[attr-defined]
