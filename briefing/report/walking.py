"""Every value of a report with its path and its role, and what is asked of them again and again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from briefing.findings import Path
from briefing.report.report import Report
from briefing.report.roles import NO_ROLE, Names, Role, roles_below


class Leaf(NamedTuple):
    """A value that is no group and no list.

    ``shape`` is its path without positions and names, ``tasks[].lead``; ``supplied`` is false of
    one that nobody wrote.
    """

    path: Path
    shape: str
    value: Any
    role: Role
    supplied: bool


def leaves(report: Report) -> tuple[Leaf, ...]:
    """Return every value of a report in the order of the schema.

    A report does not change, so its values are gathered once.
    """
    if report._leaves is None:
        found: list[Leaf] = []
        _gather(report, (), "", NO_ROLE, True, found.append)
        report._leaves = tuple(found)
    return report._leaves


def _gather(
    value: Any,
    path: Path,
    shape: str,
    role: Role,
    supplied: bool,
    keep: Callable[[Leaf], None],
) -> None:
    if isinstance(value, BaseModel):
        written = value.model_fields_set
        values = value.__dict__
        for name, own in roles_below(type(value), role).items():
            inner = values[name]
            if inner is not None and inner != []:
                at = f"{shape}.{name}" if shape else name
                _gather(inner, (*path, name), at, own, supplied and name in written, keep)
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(item, (*path, key), f"{shape}[]", role, supplied, keep)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _gather(item, (*path, index), f"{shape}[]", role, supplied, keep)
    else:
        keep(Leaf(path, shape, value, role, supplied))


def printed_texts(report: Report) -> Iterator[Leaf]:
    """Yield every text that a document may print and in which names are looked for."""
    for leaf in leaves(report):
        if isinstance(leaf.value, str) and leaf.role.sentence:
            yield leaf


def report_texts(report: Report) -> tuple[tuple[Path, str], ...]:
    """Return the same texts, each with its path in the input."""
    if report._texts is None:
        report._texts = tuple((leaf.path, leaf.value) for leaf in printed_texts(report))
    return report._texts


_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")


def called_people(report: Report) -> Iterator[tuple[Path, str]]:
    """Yield each name by which a person is called, with its path in the input."""
    for leaf in leaves(report):
        named = leaf.role.names
        # A group is written in words; a name of ours is one word of small Latin letters.
        if named is Names.PERSON or (
            named is Names.PERSON_OR_WORDS and _NAME.fullmatch(leaf.value)
        ):
            yield leaf.path, leaf.value
