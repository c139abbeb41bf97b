"""An indicator: one row of the table of targets, which is a figure by another way of writing it.

Offices keep their figures as a table: name, unit, plan, result, last year. A row of it declares a
figure, so that everything that holds for figures holds for it.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from briefing.patterns import Pattern
from briefing.report.base import MAX_NAME, NO_ITEMS, Facts, Name, Quantity, Text
from briefing.report.dates import OpenDate
from briefing.report.figure import Acceptances
from briefing.report.ranges import OneOrRange
from briefing.report.roles import Names, Note
from briefing.vietnamese import without_marks

Goal = Literal["at_least", "at_most"]

PLAN = "kế hoạch"
"""What the target of a row is called where the row does not say."""


class OrFile:
    """Lets the rows lie in a file beside the input, named in their place."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


class Indicator(Facts):
    """One row. ``name`` is made of the label where it is left out.

    ``actual`` is the result; beside an ``estimate`` of the whole period it is the result so far.
    ``plan`` is the target, called ``plan_word``; it is reached from below, or with the ``goal``
    ``at_most`` by staying below it; ``reached`` is how many percent of it the source states.
    ``parent`` names the row that this one is a part of. The plan may be that of the ``whole_year``
    in a report on a part of it. The other keys are those of a figure.
    """

    label: Text
    name: Name | None = None
    unit: Text | None = None
    group: Text | None = None
    parent: Annotated[Name | None, Names.FIGURE] = None
    previous: Quantity | None = None
    plan: OneOrRange | None = None
    plan_word: Text | None = None
    goal: Goal | None = None
    actual: OneOrRange | None = None
    estimate: OneOrRange | None = None
    reached: Quantity | None = None
    next_plan: OneOrRange | None = None
    whole_year: bool | None = None
    cumulative: bool | None = None
    as_of: OpenDate | None = None
    equals: Text | None = None
    places: Annotated[int, Field(ge=0, le=2)] | None = None
    accepted: Note[Acceptances] = NO_ITEMS
    source: Text | None = None


_SAME = (
    *("label", "unit", "group", "parent", "previous", "next_plan", "source"),
    *("cumulative", "as_of", "equals", "places", "accepted"),
)
"""The keys of a row that a figure has under the same name."""


def figure_facts(row: dict[str, Any]) -> dict[str, Any]:
    """Return the figure that a row declares, as an input writes it."""
    figure = {key: row[key] for key in _SAME if row.get(key) is not None}
    figure["row"] = True
    said = {key for key, value in row.items() if value is not None}
    for key in said:
        path = figure_path(key, said)
        if key not in _SAME and path:
            *groups, last = path
            group = figure
            for step in groups:
                group = group.setdefault(step, {})
            group[last] = row[key]
    if "estimate" in said:
        figure["estimated"] = True
    if "target" in figure:
        figure["target"] = _target(figure["target"])
    return figure


def _target(said: dict[str, Any]) -> dict[str, Any]:
    at_most = said.pop("at_most", None)
    goal = {} if at_most is None else {"at_most": at_most == "at_most"}
    return {"word": PLAN, **said, **goal}


def figure_path(key: str, said: set[str]) -> tuple[str, ...]:
    """Return where a figure has what a row says under a key, nothing for what is not its own."""
    if key == "actual":
        return ("so_far",) if "estimate" in said else ("value",)
    # The word and the goal of a target that there is not would be a target of nothing.
    if key in ("plan_word", "goal", "whole_year") and not said & {"plan", "reached"}:
        return ()
    return (key,) if key in _SAME else _ELSEWHERE.get(key, ())


_ELSEWHERE = {
    "estimate": ("value",),
    "plan": ("target", "value"),
    "plan_word": ("target", "word"),
    "goal": ("target", "at_most"),
    "reached": ("target", "stated"),
    "whole_year": ("target", "whole_year"),
}

_OTHER = Pattern(r"[^a-z0-9]+")


def name_of(row: dict[str, Any]) -> str:
    """Return the name of a row: its own, or its label in small Latin letters."""
    return _named(str(row.get("label", ""))) if row.get("name") is None else str(row["name"])


# A table asks for the names of its rows again and again.
@lru_cache(maxsize=20_000)
def _named(label: str) -> str:
    made = _OTHER.sub("_", without_marks(label).lower()).strip("_")
    return (made if made[:1].isalpha() else f"chi_tieu_{made}".rstrip("_"))[:MAX_NAME].rstrip("_")


def names_of(rows: list[Any]) -> Iterator[tuple[int, str]]:
    """Yield the name of each row that is a group; one made of a label follows its parent's.

    "Diện tích" of lúa and of ngô are lua_dien_tich and ngo_dien_tich where both are there.
    """
    made = [name_of(row) if isinstance(row, dict) else "" for row in rows]
    times = Counter(made)
    for at, row in enumerate(rows):
        if not isinstance(row, dict):
            continue
        again = row.get("name") is None and times[made[at]] > 1 and row.get("parent")
        yield at, f"{row['parent']}_{made[at]}"[:MAX_NAME].rstrip("_") if again else made[at]


def with_rows(data: Any) -> Any:
    """Return an input whose rows are figures; rows that are none are left to be told."""
    rows = data.get("indicators") if isinstance(data, dict) else None
    figures = data.get("figures", {}) if rows is not None else None
    if not isinstance(rows, list) or not isinstance(figures, dict) or not _are_rows(rows):
        return data
    names = [name for _, name in names_of(rows)]
    if len({*names, *figures}) < len(names) + len(figures):
        return data
    made = {name: figure_facts(row) for name, row in zip(names, rows, strict=True)}
    rest = {key: value for key, value in data.items() if key != "indicators"}
    return {**rest, "figures": {**figures, **made}}


def _are_rows(rows: list[Any]) -> bool:
    known = Indicator.model_fields.keys()
    goals = ("at_least", "at_most", None)
    return all(
        isinstance(row, dict)
        and row.keys() <= known
        and isinstance(row.get("label"), str)
        and isinstance(row.get("name"), str | None)
        and row.get("goal") in goals
        for row in rows
    )
