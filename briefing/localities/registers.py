"""The areas and bodies that packs add to those of the program."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from briefing.findings import FieldPath, Finding, InputError, dotted, nearest
from briefing.kinds import Choices, built_in
from briefing.localities.columns import column_faults
from briefing.localities.headings import heading_faults
from briefing.localities.misplaced import misplaced_keys
from briefing.localities.schema import listed, without_off
from briefing.reading import FileData, validate_as
from briefing.report import FieldTable

_TABLES = ("areas", "bodies", "headings", "sections", "figures_annex", "fields", "kinds")
"""The tables of a pack that add to what the program calls by name."""


def own_choices(told: FileData) -> Choices:
    """Return the register with what packs say; ``told`` is all that they say together.

    Raises InputError with every name of an area or a body that there is not.
    """
    said = {key: told.data.get(key, {}) for key in _TABLES}
    said = {key: without_off(table) for key, table in said.items()}
    said["tone_marks"] = told.data.get("tone_marks") or None
    if "leave_out" in said["figures_annex"]:
        left_out = listed(said["figures_annex"]["leave_out"])
        said["figures_annex"] = {**said["figures_annex"], "leave_out": left_out}
    if not any(said.values()) and not {"area_order", "force", "issuers", "recipients"} & set(
        told.data
    ):
        return built_in()
    faults = _faults_of_fields(told, said["fields"])
    if faults:
        raise InputError(faults)
    choices = built_in().extended(said)
    misplaced = list(misplaced_keys(told))
    places = {fault.path for fault in misplaced}
    unknown = (fault for fault in _faults(told, choices) if fault.path not in places)
    worded = (*heading_faults(told, choices.wording), *column_faults(told, choices.wording))
    faults = [*unknown, *worded, *misplaced]
    if faults:
        raise InputError(faults)
    return choices


def _faults_of_fields(told: FileData, said: dict[str, Any]) -> list[Finding]:
    """Return what is wrong with the fields that packs declare, all that they say together."""
    if not said:
        return []
    own = told.group("fields")
    try:
        validate_as(FieldTable, FileData(said, own.places))
    except InputError as error:
        return list(error.findings)
    return []


def _faults(told: FileData, choices: Choices) -> Iterator[Finding]:
    for path, name, known in _named(told, choices):
        if name not in known:
            rule = "locality/unknown-word" if path[-1] == name else "input/unknown-choice"
            values = {
                "key": path[-1] if isinstance(path[-1], str) else path[-2],
                "table": dotted(path[:-1]),
                "written": name,
                "near": nearest(name, known),
                "choices": ", ".join(known),
            }
            yield Finding(rule, origin=told.origins.at(path), path=dotted(path), values=values)


def _named(told: FileData, choices: Choices) -> Iterator[tuple[FieldPath, str, Collection[str]]]:
    """Yield each name that packs choose, with its place and the names that there are."""
    data = told.data
    for name, area in data.get("areas", {}).items():
        if isinstance(area, dict) and "after" in area:
            yield ("areas", name, "after"), area["after"], choices.areas
    for index, area in enumerate(data.get("area_order", ())):
        yield ("area_order", index), area, choices.areas
    for name, body in data.get("bodies", {}).items():
        if "like" in body:
            yield ("bodies", name, "like"), body["like"], choices.bodies
        for index, area in enumerate(body.get("areas", ())):
            yield ("bodies", name, "areas", index), area, choices.areas
    if "force" in data:
        yield ("force",), data["force"], choices.bodies
    for force in data.get("issuers", {}):
        yield ("issuers", force), force, choices.bodies
    yield from _worded(data)


def _worded(data: dict[str, Any]) -> Iterator[tuple[FieldPath, str, Collection[str]]]:
    """Yield the headings and columns that packs name."""
    known = built_in().wording
    for name in data.get("headings", {}):
        yield ("headings", name), name, known.headings
    table = data.get("figures_annex", {})
    for name in table.get("heads", {}):
        yield ("figures_annex", "heads", name), name, known.figures.heads
    for index, name in enumerate(table.get("columns", ())):
        yield ("figures_annex", "columns", index), name, known.figures.heads
