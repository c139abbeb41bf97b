"""A figure, a person or a force that gets another name: whatever calls it follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from briefing.findings import FieldPath
from briefing.report import Report, Role, roles_of

_NAMED = ("figures", "people", "forces", "legal_references", "abbreviations")
"""The tables whose entries sentences or fields call by name."""


def follow(root: Any, table: str, old: str, new: str, general: Callable[[FieldPath], str]) -> None:
    """Change every name of an entry of a table, in the fields that name it and in sentences.

    ``general`` gives a path without its positions and names.
    """
    if table not in _NAMED:
        return
    braces = re.compile(rf"\{{{re.escape(old)}(?=[}}.])")
    roles = roles_of(Report)

    def renamed(value: Any, path: FieldPath) -> Any:
        if not isinstance(value, str):
            return value
        called = general(path).removesuffix("[]")
        role = roles.get(f"{called}[]") or roles.get(called) or Role()
        if role.names and table in role.names.value and value == old:
            return new
        return braces.sub(lambda _: "{" + new, value) if braces.search(value) else value

    _walk(root, (), renamed)


def _walk(node: Any, path: FieldPath, renamed: Callable[[Any, FieldPath], Any]) -> None:
    steps = list(node.items()) if isinstance(node, dict) else list(enumerate(node))
    for step, value in steps:
        here = (*path, step)
        if isinstance(value, (dict, list)):
            _walk(value, here, renamed)
        elif (now := renamed(value, here)) is not value:
            node[step] = now
