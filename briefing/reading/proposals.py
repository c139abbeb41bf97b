"""What a finding proposes to write in place of a list: the keys of a group, or one line of text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from briefing.findings import FieldPath
from briefing.report import row_of

_ROWS = ("rows", "columns")
"""The keys of a table whose lines are parted into cells."""

_FEW = 3


def example_of_group(kind: Any) -> str | None:
    """Return how a group of a type begins: ``{label: …, value: …}``, by its required keys.

    A table of groups by their names is ``tên: {label: …}``.
    """
    if get_origin(kind) is dict:
        inner = example_of_group(_plain(get_args(kind)[-1]))
        return f"tên: {inner}" if inner else None
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return None
    fields = {field.alias or name: field for name, field in kind.model_fields.items()}
    asked = [key for key, field in fields.items() if field.is_required()] or list(fields)[:_FEW]
    return f"{{{', '.join(f'{key}: …' for key in asked)}}}" if asked else None


def _plain(kind: Any) -> Any:
    return kind.__origin__ if hasattr(kind, "__metadata__") else kind


def as_one_line(items: list[Any], path: FieldPath) -> str | None:
    """Return a list as the one line of text that stands for it, none where that is not known."""
    if not items:
        return None
    cells = len(path) > 2 and path[0] == "tables" and path[2] in _ROWS
    texts = [" ".join(_flat([item])) for item in items]
    return json.dumps(row_of(texts) if cells else ", ".join(texts), ensure_ascii=False)


def _flat(items: Iterable[Any]) -> Iterable[str]:
    for item in items:
        if isinstance(item, dict):
            yield from _flat(item.values())
        elif isinstance(item, list):
            yield from _flat(item)
        else:
            yield "" if item is None else str(item)
