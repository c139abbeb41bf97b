"""What somebody types to have an input in the form: told by the form and by the input alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.findings import FieldPath, dotted, say
from briefing.findings.catalogues import catalogue
from briefing.forms import Control, controls, general, leaf, shown
from briefing.officer.beginning import PARTS
from briefing.officer.filled import NO_CHOICE
from briefing.report import Report, roles_of

from .clerk import Clerk

ASKED_AT_START = (("kind",), ("locality",), ("period", "year"))
"""What the first page asks for; of the types of periods it offers those without days."""


class Filling:
    """Fills in the form section by section, from the top down."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self._roles = roles_of(Report)
        self._called: dict[str, str] = {}
        self._done = {*ASKED_AT_START, *((step,) for step in NO_CHOICE)}

    def begin(self, data: Mapping[str, Any]) -> None:
        """Choose on the first page what to write."""
        clerk, period = self._clerk, data["period"]
        clerk.choose(clerk.find("#kind"), data["kind"])
        if period.get("type") in catalogue("vi")["page"]["periods"]:
            clerk.choose(clerk.find("#period"), period["type"])
            self._done.add(("period", "type"))
        if part := PARTS.get(period.get("type", "")):
            clerk.give("part", str(period[part]))
            self._done.add(("period", part))
        clerk.give("year", str(period["year"]))
        if "locality" in data:
            clerk.choose(clerk.find("#locality"), data["locality"])
        clerk.click(clerk.find("form[action='new'] button"))

    def fill(self, data: Mapping[str, Any]) -> None:
        """Fill in everything that the input says, and save it."""
        sections = [found for _, found in controls("vi")]
        # Sentences all over the form call figures, so these are there first.
        for found in sorted(
            sections, key=lambda parts: all(one.step != "figures" for one in parts)
        ):
            self._parts(found, (), data)
        self._clerk.save()

    def _parts(self, found: Iterable[Control], above: FieldPath, data: Mapping[str, Any]) -> None:
        # What has names comes before what names it.
        for control in sorted(found, key=lambda one: one.shape != "table"):
            path = (*above, control.step)
            if control.step in data and path not in self._done:
                self._one(control, path, data[control.step])

    def _one(self, control: Control, path: FieldPath, value: Any) -> None:
        match control.shape:
            case "value":
                self._value(path, value)
            case "group":
                self._parts(control.below, path, value)
            case "table":
                self._table(control, path, value)
            case "list" if isinstance(value, (str, int)):
                self._value(path, value)
            case "list":
                self._list(control, path, value if isinstance(value, list) else [value])

    def _value(self, path: FieldPath, value: Any) -> None:
        field = general(path)
        text = shown(value, field, yes=say("sheet.yes"), no=say("sheet.no"))
        self._clerk.give(dotted(path), self._renamed(text, field))

    def _renamed(self, text: str, field: str) -> str:
        """Return a text with the names that the page has given."""
        role = self._roles.get(field.removesuffix("[]")) or self._roles.get(field)
        if role and role.names:
            return self._called.get(text, text)
        for name, called in self._called.items():
            for after in ("}", "."):
                text = text.replace(f"{{{name}{after}", f"{{{called}{after}")
        return text

    def _list(self, control: Control, path: FieldPath, items: list[Any]) -> None:
        if not control.below:
            self._texts(path, items)
            return
        columns = self._columns(control)
        rows = [[one.get(c.step) for c in columns] for one in items if isinstance(one, dict)]
        pasted = len(columns) > 1 and len(rows) == len(items) > 1 and all(r[0] for r in rows)
        if pasted:
            self._paste(columns, (*path, 0), rows)
        for at, item in enumerate(items):
            said = item if isinstance(item, dict) else {"text": item}
            below = [part for part in control.below if not (pasted and part in columns)]
            self._parts(below, (*path, at), said)
            if control.nested and control.nested in said:
                self._list(control, (*path, at, control.nested), said[control.nested])

    def _texts(self, path: FieldPath, items: list[Any]) -> None:
        """Paste lines that come from a draft; type those that call figures one by one."""
        waiting: list[str] = []
        for at, item in enumerate(items):
            if "{" not in str(item):
                waiting.append(str(item))
            else:
                self._lines(path, at, waiting)
                waiting = []
                self._value((*path, at), item)
        self._lines(path, len(items), waiting)

    def _lines(self, path: FieldPath, end: int, lines: list[str]) -> None:
        if len(lines) > 1:
            clerk = self._clerk
            clerk.into(dotted((*path, end - len(lines))))
            clerk.paste("\n".join(self._renamed(one, general((*path, 0))) for one in lines))
        elif lines:
            self._value((*path, end - 1), lines[0])

    def _table(self, control: Control, path: FieldPath, entries: Mapping[str, Any]) -> None:
        """Paste the rows as from a sheet; the rest of each entry is filled in below it."""
        columns = self._columns(control)
        if columns:
            rows = [[entry.get(column.step) for column in columns] for entry in entries.values()]
            self._paste(columns, (*path, ""), rows)
        else:
            clerk = self._clerk
            clerk.into(dotted((*path, "")))
            clerk.paste("\n".join(str(one) for one in entries.values()))
        named = self._clerk.until(lambda: self._all_named(path, len(entries)))
        self._called.update(zip(entries, named, strict=True))
        rest = [part for part in control.below if part not in columns]
        for name, entry in zip(named, entries.values(), strict=True):
            if rest:
                self._parts(rest, (*path, name), entry)

    def _all_named(self, path: FieldPath, count: int) -> list[str]:
        names = self._clerk.names(dotted(path))
        return names if len(names) == count and all(names) else []

    def _paste(self, columns: list[Control], entry: FieldPath, rows: list[list[Any]]) -> None:
        clerk = self._clerk
        clerk.into(dotted((*entry, columns[0].step)))
        clerk.paste("\n".join("\t".join(self._cells(columns, row)) for row in rows) + "\n")

    def _cells(self, columns: list[Control], row: list[Any]) -> Iterator[str]:
        for column, value in zip(columns, row, strict=True):
            yield shown(value, column.path, yes=say("sheet.yes"), no=say("sheet.no"))

    def _columns(self, control: Control) -> list[Control]:
        """Return the fields of an entry that one paste of a sheet fills: those shown at once.

        They begin with the first that takes a text, as a list to choose from takes no paste.
        """
        shown_first = [part for part in control.below if part.at_start] or list(control.below)
        found = [part for part in shown_first if part.shape == "value"]
        while found and (self._is_chosen(found[0]) or self._names(found[0])):
            del found[0]
        return [] if any(self._names(part) for part in found) else found

    def _is_chosen(self, control: Control) -> bool:
        return bool(leaf(control.path).words) or control.step == "area"

    def _names(self, control: Control) -> bool:
        role = self._roles.get(control.path)
        return bool(role and role.names)
