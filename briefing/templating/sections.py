"""The sections that a pack or an input puts in order, held against the kind's templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from jinja2 import nodes

from briefing.findings import Finding, Origin, Severity, misspelled, nearest
from briefing.kinds import Wording
from briefing.report import Report, placed_sections
from briefing.templating.block import found_in
from briefing.templating.kind import Kind, kinds
from briefing.templating.sources import TemplateSource, parts

NAME = "sections"
"""What templates go through to print their sections in order."""


def own_sections(chain: Sequence[TemplateSource]) -> list[str]:
    """Return the blocks of templates that what they extend at last does not have: sections too."""
    *own, root = chain
    below = {name for name, *_ in found_in(root)}
    found = (name for source in own for name, within, _ in found_in(source) if within is None)
    return list(dict.fromkeys(name for name in found if name not in below))


def section_faults(
    order: Sequence[str],
    kind: Kind,
    chain: Sequence[TemplateSource],
    usual: Sequence[str],
    place: Callable[[int | None], Origin | None],
) -> Iterator[Finding]:
    """Yield what is wrong with an order of sections; ``place`` says where one of them stands.

    A section that a kind's documents must have cannot be left out.
    """
    if not any(node.name == NAME for node in parts(chain[-1].tree, nodes.Name)):
        yield _fault("sections/not-movable", place(None), kind=kind.name)
        return
    known = [*usual, *own_sections(chain)]
    for at, name in enumerate(order):
        if name not in known:
            values = {"name": name, "near": nearest(name, known), "known": ", ".join(known)}
            yield _fault("sections/unknown", place(at), **values)
        elif name in order[:at]:
            yield _fault("sections/twice", place(at), name=name)
    for name in usual:
        if name not in order and any(name in paths.split("|") for paths in kind.requires):
            yield _fault("sections/required", place(None), name=name, kind=kind.name)


def outline_faults(
    report: Report, kind: Kind, chain: Sequence[TemplateSource], wording: Wording
) -> Iterator[Finding]:
    """Yield the parts that an outline of the input's own places and nothing prints, or twice."""
    known = [*wording.sections, *wording.parts, *own_sections(chain)]
    seen: set[str] = set()
    for placed in placed_sections(report):
        part = placed.section.part
        origin = report.origin(*placed.path, "part")
        if part is None or kind.letter:
            continue
        if part not in known:
            values = {"name": part, "near": nearest(part, known), "known": ", ".join(known)}
            yield _fault("sections/unknown", origin, **values)
        elif part in seen:
            yield _fault("sections/twice", origin, name=part)
        seen.add(part)


def orders_of_no_kind(
    orders: Mapping[str, Origin | None], folders: tuple[Path, ...]
) -> Iterator[Finding]:
    """Yield the orders of kinds that neither the pack that gives them nor those above it have.

    ``orders`` say where each is given; ``folders`` are the packs, nearest first.
    """
    for name, origin in orders.items():
        if origin is None:
            continue
        from_here = list(folders)
        while from_here and from_here[0] != Path(origin.file).parent:
            from_here.pop(0)
        known = kinds(tuple(from_here))
        if name not in known:
            values = {"name": name, "near": misspelled(name, known), "known": ", ".join(known)}
            yield _fault("sections/no-such-kind", origin, **values)


def said_of_no_kind(
    said: Mapping[str, Origin | None], folders: tuple[Path, ...]
) -> Iterator[Finding]:
    """Yield what packs say under ``[kinds.NAME]`` of kinds that there are not; places as above."""
    for finding in orders_of_no_kind(said, folders):
        yield replace(finding, rule="locality/no-such-kind")


def _fault(rule: str, origin: Origin | None, **values: object) -> Finding:
    return Finding(rule, Severity.ERROR, origin, NAME, values)
