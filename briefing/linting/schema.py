"""The shape of what templates see, taken from the model of a report.

The fields come from the model itself, so that one renamed there is unknown in every template that
still uses its old name. What ContextBuilder adds is said here, with the facts that it states.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from briefing.figures import PARTS
from briefing.kinds import built_in
from briefing.linting.own_fields import shape_of
from briefing.linting.shapes import (
    LEAF,
    Function,
    Group,
    Leaf,
    Listing,
    Shape,
    TableShape,
    all_facts,
    merged,
    surely,
)
from briefing.report import (
    LegalReference,
    OwnAnnex,
    OwnField,
    OwnTable,
    Person,
    Report,
    Section,
    Trait,
    Use,
    roles_of,
)
from briefing.report.content import Model
from briefing.templating.context import handed_on

ROOT = "report"
OWN = "extra"
"""Where the report holds the fields that packs and kinds add to inputs."""

_HEADINGS = built_in().wording.headings.items()

_OF_A_PERIOD = ("year", "type", "quarter", "month", "week", "first_year", "called")

_FIGURE_FACTS = (
    *("name", "number", "area", "out_of_label", "zero", "group", "moved", "improved"),
    *("target_value", "share_value"),
    *("moved_briefly", "estimated", "depth", "plan_word", "source", "whole_year"),
)

_OF_EVERY_FIGURE = ("name", "label", "zero", "group", "estimated", "depth")


@cache
def input_shape() -> Group:
    """Return the shape of a whole input, with the facts that no template sees."""
    shape = _of_model(Report, "")
    return Group(shape.fields, ROOT)


@cache
def context_shape(fields: tuple[OwnField, ...] = ()) -> dict[str, Shape]:
    """Return every name that a template can use, with the shape of its value.

    ``fields`` are those that packs and kinds add to inputs; all else is the same whatever they are.
    """
    if fields:
        program = context_shape()
        return {**program, ROOT: _with_own(program[ROOT], fields)}
    seen = {name: input_shape().fields[name] for name in handed_on()}
    figure = _figure()
    seen["figures"] = Listing(figure)
    area = Leaf(frozenset({"figures[].area"}))
    members = Group({"area": area, "figures": Listing(figure)}, f"{ROOT}.figure_groups[]")
    seen["figure_groups"] = Listing(members)
    title = Leaf(frozenset({"figures[].group"}), may_lack=True)
    rows = Group({"title": title, "rows": Listing(figure)}, f"{ROOT}.indicator_groups[]")
    seen["indicator_groups"] = Listing(rows)
    seen[OWN] = shape_of(())
    seen["target_table"] = seen["plan_table"] = _target_table()
    seen["tables"] = TableShape(_input_table())
    seen["annexes"] = Listing(_annex())
    seen["outline"] = Listing(_section())
    seen["force_names"] = Listing(Leaf(frozenset({"forces[]"})))
    period = _facts("period", *_OF_A_PERIOD)
    seen["period"] = _with(seen["period"], name=period, last_name=period)
    ahead = Leaf(period.facts | _facts("next_period", *_OF_A_PERIOD).facts)
    year = _facts("period", "year")
    return {
        ROOT: Group(seen, ROOT),
        "kind": LEAF,
        "sums_up": _facts("period", "type"),
        "expected": Listing(Leaf(names_path=True)),
        "this": period,
        "coming": ahead,
        "year": year,
        "last_year": year,
        "next_year": ahead,
        "tet": ahead,
        "issuer": _facts("issuer", "name"),
        "subject": Leaf(frozenset({"subject"})),
        "headings": Group(
            {name: ahead if "{coming}" in text else LEAF for name, text in _HEADINGS}
        ),
        "sections": Listing(LEAF),
        "figure_columns": Listing(LEAF),
        "figure_heads": TableShape(LEAF),
        "named_columns": Listing(LEAF),
        "draft": LEAF,
        "held": LEAF,
        "undated": LEAF,
        "annex_named": LEAF,
        "targets_cited": LEAF,
        "targets_apart": LEAF,
        "end_mark": LEAF,
        "gap": Function(lambda _: LEAF),
    }


@cache
def printable_facts() -> frozenset[str]:
    """Return the facts of an input that a template prints by path: ``tasks[].lead``.

    Figures and documents cited stand in sentences by their names.
    """
    seen = all_facts(context_shape()[ROOT])
    shown = (path for path, r in roles_of(Report).items() if r.shown and not r.is_a(Trait.BY_NAME))
    return seen.intersection(shown)


@cache
def facts_to_print() -> frozenset[str]:
    """Return every fact that a document may print, as a pack names it: ``tasks[].lead``."""
    return frozenset(path for path, role in roles_of(Report).items() if role.shown)


@cache
def facts_of_the_frame() -> frozenset[str]:
    """Return the facts that stand around the text, whatever a template says."""
    return frozenset(path for path, role in roles_of(Report).items() if role.use is Use.FRAME)


def lost_on_the_way(path: str) -> tuple[Group, str] | None:
    """Return the last group on a path such as ``letter.orders``, and the name that it lacks.

    Returns None when an input has the whole path; ``[]`` goes to the items of a list. Which data of
    its own an input has is not known here.
    """
    if path.startswith("extra."):
        return None
    group = input_shape()
    found: Shape = group
    for step in path.split("."):
        name = step.removesuffix("[]")
        if not isinstance(found, Group):
            return Group({}, group.path), name
        if name not in found.fields:
            return found, name
        group, found = Group({}, f"{found.path}.{name}"), found.fields[name]
        if step != name and isinstance(found, Listing):
            found = found.item
    return None


_Models = tuple[type[BaseModel], ...]


def _of_model(model: type[BaseModel], path: str, around: _Models = ()) -> Group:
    if model in around:
        # Templates see sections of sections one after another.
        return Group({}, f"{ROOT}.{path}")
    inside = (*around, model)
    fields = {
        name: _shape(field.annotation, f"{path}.{name}" if path else name, inside)
        for name, field in model.model_fields.items()
    }
    return Group(_added(model, fields, path), f"{ROOT}.{path}" if path else ROOT)


def _added(model: type[BaseModel], fields: dict[str, Shape], path: str) -> dict[str, Shape]:
    """Return the fields of a group as ContextBuilder hands them on."""
    if model is Person:
        fields["called"] = _facts(path, "name", "rank", "posts[]")
        fields["full"] = _facts(path, "name", "rank", "posts[]")
    if model is LegalReference:
        return {"text": fields["text"], "full": surely(merged(fields.values()))}
    if model is Model:
        fields["quantity"] = fields["figure"]
    if path in ("results[]", "results[].parts[]", "sections[]"):
        fields["brief"] = fields["statements"]
    if path == "results[]":
        fields |= _tables_of(path)
        fields["heading"] = surely(merged([fields["heading"], fields["area"]]))
    if path == "results[].parts[]":
        fields["force"] = Leaf(frozenset({f"{path}.force", "forces[]"}))
    return fields


def _shape(annotation: Any, path: str, around: _Models) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], path, around)
    if origin in (Union, UnionType):
        some = (part for part in arguments if part is not type(None))
        shape = merged(_shape(part, path, around) for part in some)
        return _that_may_lack(shape) if type(None) in arguments else shape
    if origin is list:
        return Listing(_shape(arguments[0], f"{path}[]", around))
    if origin is dict:
        return TableShape(_shape(arguments[1], f"{path}[]", around))
    if origin is not Literal and isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model(annotation, path, around)
    return Leaf(frozenset({path}))


def _that_may_lack(shape: Shape) -> Shape:
    """Return the shape of a value that an input need not have."""
    if isinstance(shape, Leaf):
        return replace(shape, may_lack=True)
    return Group(shape.fields, shape.path, shape) if isinstance(shape, Group) else shape


def _figure() -> Group:
    names = (*_FIGURE_FACTS, *(part or "phrase" for part in PARTS))
    fields: dict[str, Shape] = {
        name: Leaf(frozenset({f"figures[].{name}"}), may_lack=name not in _OF_EVERY_FIGURE)
        for name in names
    }
    return Group(fields, f"{ROOT}.figures[]")


def _target_table() -> Group:
    """Return the shape of the table of targets; a cell may state whatever a row says."""
    said = Leaf(frozenset(f"figures[].{name}" for name in _FIGURE_FACTS))
    column = Group({"over": LEAF, "head": LEAF, "side": LEAF})
    row = Group({"cells": Listing(said), "total": LEAF})
    title = Leaf(frozenset({"figures[].group"}), may_lack=True)
    group = Group({"title": title, "rows": Listing(row)})
    columns, groups = Listing(column), Listing(group)
    fields: dict[str, Shape] = {"columns": columns, "groups": groups, "planned": LEAF}
    return Group(fields, f"{ROOT}.target_table")


def _section() -> Group:
    """Return a section as templates see it: with its level, and without those below it."""
    fields = dict(_of_model(Section, "sections[]").fields)
    del fields["sections"]
    made: dict[str, Shape] = dict.fromkeys(("level", "runs_in", "empty", "late"), LEAF)
    made |= _tables_of("sections[]")
    asked = {name: Leaf(_facts("sections[]", "part").facts, may_lack=True) for name in _OF_PART}
    return Group({**fields, **made, **asked}, f"{ROOT}.outline[]")


def _tables_of(path: str) -> dict[str, Shape]:
    """Return the tables that stand in a section or area, and what it refers to."""
    return {"see": _facts(path, "tables[]"), "tables": Listing(_input_table())}


def _input_table() -> Group:
    """Return a table of the input's own as templates see it, its cells apart."""
    fields = _of_model(OwnTable, "tables[]").fields
    said, head = _facts("tables[]", "rows[]"), _facts("tables[]", "columns")
    column = Group({"over": head, "head": head, "side": LEAF})
    row = Group({"cells": Listing(said), "total": LEAF})
    group = Group({"title": replace(said, may_lack=True), "rows": Listing(row)})
    made: dict[str, Shape] = {"columns": Listing(column), "groups": Listing(group), "label": LEAF}
    return Group({**fields, **made}, f"{ROOT}.tables[]")


def _annex() -> Group:
    fields = _of_model(OwnAnnex, "annexes[]").fields
    made: dict[str, Shape] = {"tables": Listing(_input_table())}
    made |= dict.fromkeys(("name", "at", "mentioned"), LEAF)
    return Group({**fields, **made}, f"{ROOT}.annexes[]")


_OF_PART = ("leaf", "block")


def _facts(path: str, *names: str) -> Leaf:
    return Leaf(frozenset(f"{path}.{name}" for name in names))


def _with_own(report: Shape, fields: tuple[OwnField, ...]) -> Shape:
    own = shape_of(field for field in fields if field.type != "figures")
    if isinstance(report, Group):
        figures = report.fields["figures"]
        listed = {field.name: figures for field in fields if field.type == "figures"}
        own = Group({**own.fields, **listed}, own.path)
    return _with(report, **{OWN: own})


def _with(shape: Shape, **more: Shape) -> Shape:
    return Group({**shape.fields, **more}, shape.path) if isinstance(shape, Group) else shape
