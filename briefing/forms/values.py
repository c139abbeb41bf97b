"""The facts of a report as plain data again: what an input would say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from briefing.findings import FieldPath
from briefing.report import PartialDate, Report


def own_data(report: Report) -> dict[str, Any]:
    """Return what the input of a report says, without what its packs and its profile said.

    Facts that were not written are left out. Of a report that knows no places, all that is not the
    usual counts as its own.
    """
    return dict(_Teller(report).group(report, ()))


class _Teller:
    """Tells the facts of one report, as far as its input said them."""

    def __init__(self, report: Report) -> None:
        self._places = report.origins.places
        self._home = report.origin("schema")

    def group(self, facts: BaseModel, path: FieldPath) -> Iterator[tuple[str, Any]]:
        """Yield the facts of a group by key."""
        for name, field in type(facts).model_fields.items():
            key = field.alias or name
            value, here = getattr(facts, name), (*path, key)
            if self._is_left_out(value, field, here):
                continue
            said = self._data(value, here)
            # A group of which nothing is the input's own was its pack's.
            if said != {} or not self._places or self._is_own(here):
                yield key, said

    def _is_left_out(self, value: Any, field: FieldInfo, path: FieldPath) -> bool:
        if isinstance(value, (BaseModel, dict)) and self._places:
            return not value
        # A list is its input's or its pack's as a whole, and its items may be bare texts.
        if self._places and (self._is_own(path) or not any(isinstance(at, int) for at in path)):
            return not self._is_own(path)
        usual = field.get_default(call_default_factory=True)
        return not field.is_required() and bool(value == usual)

    def _is_own(self, path: FieldPath) -> bool:
        origin = self._places.get(path)
        if origin is not None and path[0] == "figures":
            # Those of rows may stand in a table beside the input; none are a pack's.
            return True
        return origin is not None and self._home is not None and origin.file == self._home.file

    def _data(self, value: Any, path: FieldPath) -> Any:
        match value:
            case BaseModel():
                group = dict(self.group(value, path))
                return group["text"] if set(group) == {"text"} and _may_be_bare(value) else group
            case dict():
                items = {key: self._data(item, (*path, key)) for key, item in value.items()}
                return {
                    key: item
                    for key, item in items.items()
                    if not self._places or item != {} or self._is_own((*path, key))
                }
            case list():
                return [self._data(item, (*path, index)) for index, item in enumerate(value)]
            case PartialDate() | date():
                return _day(value.year, value.month, value.day)
            case Decimal() if not value.as_tuple().exponent:
                return int(value)
        return value


def _may_be_bare(facts: BaseModel) -> bool:
    """Say whether a group may be written as its text alone: a task, a proposal."""
    return type(facts).__name__.startswith("_")


def _day(*parts: int | None) -> str:
    return "-".join(f"{part:02}" for part in parts if part is not None)
