"""The outline that an input gives its document, as templates see it, and the numbers in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefing.document import Block, Content, Heading, OutlineCounter, plain
from briefing.findings import FieldPath
from briefing.kinds import Wording
from briefing.report import PlacedSection, Report, placed_sections
from briefing.standards import OutlineLevel


def placed_parts(report: Report) -> list[str]:
    """Return the parts that an input places, in order; one that looks ahead stands for the plan."""
    names = [placed.section.part for placed in placed_sections(report)]
    found = [name for name in names if name]
    ahead = report.choices.wording.keys_of("plan")
    return found + ["plan"] * any(name in ahead for name in found)


def section_numbers(report: Report, outline: Sequence[OutlineLevel]) -> dict[str, str]:
    """Return how sentences refer to the sections that have a name, by the name.

    What is deeper than the outline goes is told elsewhere.
    """
    counter = OutlineCounter(tuple(outline))
    found: dict[str, str] = {}
    for section, _, level in placed_sections(report):
        if section.headed and level <= len(outline):
            counter.next(level)
            if section.name:
                found[section.name] = counter.cited(level)
    return found


def printed_numbers(
    content: Content, sections: Iterable[Mapping[str, Any]], outline: Sequence[OutlineLevel]
) -> dict[str, str]:
    """Return the same as a finished text bears them; a section that it does not print has none."""
    named = [section for section in sections if section["name"] and section["title"]]
    if not named:
        return {}
    counter = OutlineCounter(tuple(outline))
    headings = list(_cited(content.blocks, counter))
    found: dict[str, str] = {}
    begin = 0
    for section in named:
        wanted = (section["level"], str(section["title"]).strip())
        at = next((at for at in range(begin, len(headings)) if headings[at][0] == wanted), None)
        if at is not None:
            found[str(section["name"])] = headings[at][1]
            begin = at + 1
    return found


def _cited(
    blocks: Iterable[Block], counter: OutlineCounter
) -> Iterator[tuple[tuple[int, str], str]]:
    """Yield the level and title of each heading with how sentences refer to it."""
    for block in blocks:
        if isinstance(block, Heading):
            counter.next(block.level)
            title = plain(block.title).strip()
            yield (block.level, title), counter.cited(block.level)


def with_limits_last(
    placed: Sequence[PlacedSection], sections: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return sections as templates see them, the limitations of a field behind all that is below.

    What stands last is text between headings; ``late`` tells it from a section of the input.
    """
    found: list[dict[str, Any]] = []
    waiting: list[tuple[FieldPath, dict[str, Any]]] = []
    for one, seen in zip(placed, sections, strict=True):
        while waiting and one.path[: len(waiting[-1][0])] != waiting[-1][0]:
            found.append(waiting.pop()[1])
        if one.section.sections and seen["limitations"]:
            last = {**seen, **_NOTHING_BUT, "limitations": seen["limitations"], "late": True}
            waiting.append((one.path, last))
            seen = {**seen, "limitations": []}
        found.append(seen)
    return [*found, *(last for _, last in reversed(waiting))]


_NOTHING_BUT: Mapping[str, Any] = {
    **dict.fromkeys(("title", "name", "part", "leaf", "block", "indicators")),
    **{key: [] for key in ("statements", "brief", "points", "tables")},
    **{"see": "", "empty": False, "runs_in": False},
}
"""A section that says nothing under no heading."""


def as_templates_see(
    placed: PlacedSection, facts: dict[str, Any], wording: Wording, headings: Mapping[str, str]
) -> dict[str, Any]:
    """Return a section with what a template asks of it; ``facts`` are its own, without others.

    A part that stands for itself has its usual heading where the input gives none.
    """
    section = placed.section
    facts.pop("sections")
    leaf = section.part if section.part in wording.parts else None
    if leaf and section.title is None:
        facts["title"] = headings[leaf]
    return {
        **facts,
        "level": placed.level,
        "runs_in": section.runs_in,
        "leaf": leaf,
        "block": None if leaf else section.part,
        "empty": not section.says_something,
        "late": False,
    }
