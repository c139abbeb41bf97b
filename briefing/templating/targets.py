"""The table of targets: its columns, what they are called, its rows under their bands.

A column that no row fills is left out. What belongs to the period stands under one head.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from briefing.figures.fulfilment import TOTALS
from briefing.kinds import FigureTable
from briefing.tracing import joined, through
from briefing.vietnamese import upper_first

TargetRow = Mapping[str, Any]

_CELLS = {
    "label": "label",
    "unit": "unit",
    "previous": "previous",
    "plan": "plan",
    "so_far": "so_far",
    "value": "value",
    "rate": "rate",
    "reached": "reached",
    "change": "moved_briefly",
    "share": "share_value",
    "standing": "standing",
    "next_plan": "next_plan",
    "source": "source",
}
"""What a row says in each column, by the name of the column."""

_USUAL = (
    *("number", "label", "unit", "previous", "plan", "so_far", "value"),
    *("reached", "change", "standing", "next_plan"),
)
PLAN_COLUMNS = ("number", "label", "unit", "value", "next_plan")
"""The columns of the table of the targets to come."""
_ALWAYS = ("number", "label", "unit", "value")
_OF_THE_YEAR = ("plan", "so_far", "value", "reached")
_LEFT = ("label", "source", "note")
_CENTRED = ("number", "unit", "change", "standing")

_NOTHING = "–"
_DEPTHS = ("", "- ", "+ ")
_WORD = "chỉ tiêu"


def planned_rows(groups: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows under their headings that have a target to come."""
    return [{**g, "rows": [row for row in g["rows"] if row["next_plan"]]} for g in groups]


def target_table(
    groups: list[dict[str, Any]],
    table: FigureTable,
    called: Callable[[str, Mapping[str, str]], str],
    names: Mapping[str, str],
) -> dict[str, Any]:
    """Return the columns and the rows of the table of targets; ``called`` fills in heads.

    ``names`` are the words of the period: ``this``, ``coming``, ``last_period``.
    """
    rows: list[TargetRow] = [row for group in groups for row in group["rows"]]
    columns = _columns(rows, table)
    words = {**names, "plan_word": _plan_word(rows)}
    estimated = sum(bool(row["estimated"]) for row in rows)
    heads = {name: table.targets[name] for name in columns}
    if "value" in heads and rows and estimated == len(rows) and "value" not in table.said:
        heads["value"] = table.targets["estimate"]
    marked = 0 < estimated < len(rows)
    yearly = any(row["whole_year"] for row in rows)
    if yearly and "plan" not in table.said and "plan" in heads:
        heads["plan"] = "{plan_word} {year}"
    of_the_year = [
        name for name in columns if name in _OF_THE_YEAR and not (yearly and name == "plan")
    ]
    together = len(of_the_year) > 1 and _are_neighbours(columns, of_the_year)
    above = called(table.targets["year"], words) if together else ""
    return {
        "columns": [
            {
                "over": above if name in of_the_year else "",
                "head": called(_dated(name, text, together=together, yearly=yearly), words),
                "side": _side(name),
            }
            for name, text in heads.items()
        ],
        "groups": list(_groups(groups, columns, marked=marked)),
        "planned": any(row["next_plan"] for row in rows),
    }


_DATED = ("plan", "value")
"""Columns whose head names the period where no head above them does."""


def _dated(name: str, head: str, *, together: bool, yearly: bool) -> str:
    own = together or name not in _DATED or (yearly and name == "plan")
    return head if own else f"{head} {{this}}"


def _are_neighbours(columns: list[str], some: list[str]) -> bool:
    first = columns.index(some[0])
    return columns[first : first + len(some)] == some


def _columns(rows: list[TargetRow], table: FigureTable) -> list[str]:
    """Return the columns that a pack asks for, else those that some row fills."""
    if table.columns:
        return list(table.columns)
    return [name for name in _USUAL if name in _ALWAYS or any(row[_CELLS[name]] for row in rows)]


def _plan_word(rows: Iterable[TargetRow]) -> str:
    """Return what the targets of the rows are called: each may call its own another way."""
    words = dict.fromkeys(row["plan_word"] for row in rows if row["plan"] and row["plan_word"])
    return joined(list(words), ", ") or _WORD


def _side(column: str) -> str:
    return "left" if column in _LEFT else "center" if column in _CENTRED else "right"


def _groups(
    groups: Iterable[dict[str, Any]], columns: list[str], *, marked: bool
) -> Iterable[dict[str, Any]]:
    number = 0
    for group in groups:
        rows = []
        for row in group["rows"]:
            total = str(row["label"]).casefold() in TOTALS
            number += not row["depth"] and not total
            counted = "" if row["depth"] or total else str(number)
            cells = [_cell(row, column, counted, marked=marked) for column in columns]
            rows.append({"cells": cells, "total": total})
        yield {"title": group["title"], "rows": rows}


def _cell(row: TargetRow, column: str, number: str, *, marked: bool) -> str:
    if column == "number":
        return number
    if column == "note":
        return ""
    said: str | None = row[_CELLS[column]]
    if column == "label":
        lead = _DEPTHS[min(row["depth"], len(_DEPTHS) - 1)]
        estimate = " (ước)" if marked and row["estimated"] else ""
        until = joined([" (", row["as_of"], ")"]) if row["as_of"] else ""
        begun = _begun(said or "")
        return joined([lead, begun, estimate, until]) if lead or estimate or until else begun
    if not said:
        return "" if column == "source" else _NOTHING
    if column == "change":
        # A sentence has "điểm phần trăm"; a column of a table has no room for three words.
        shorter: str = through(_in_short, said)
        return shorter
    return _begun(said) if column == "standing" else said


def _in_short(text: str) -> str:
    return text.replace("điểm phần trăm", "điểm %")


def _begun(text: str) -> str:
    """Return a text that begins with a capital letter."""
    begun: str = through(upper_first, text)
    return begun
