"""The areas and bodies that packs add to those of the program."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing.findings import Finding, InputError, Path, dotted, nearest
from briefing.kinds import Choices, built_in
from briefing.reading import Source


def own_choices(told: Source) -> Choices:
    """Return the register with what packs say; ``told`` is all that they say together.

    Raises InputError with every name of an area or a body that there is not.
    """
    said = {key: told.data.get(key, {}) for key in ("areas", "bodies")}
    if not any(said.values()) and not {"area_order", "force", "issuers"} & set(told.data):
        return built_in()
    choices = built_in().extended(said)
    faults = list(_faults(told, choices))
    if faults:
        raise InputError(faults)
    return choices


def _faults(told: Source, choices: Choices) -> Iterator[Finding]:
    for path, name, known in _named(told, choices):
        if name not in known:
            values = {
                "key": path[-1] if isinstance(path[-1], str) else path[-2],
                "written": name,
                "near": nearest(name, known),
                "choices": ", ".join(known),
            }
            origin = told.origins.at(path)
            yield Finding("input/unknown-choice", origin=origin, path=dotted(path), values=values)


def _named(told: Source, choices: Choices) -> Iterator[tuple[Path, str, Collection[str]]]:
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
