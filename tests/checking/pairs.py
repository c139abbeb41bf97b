"""The pairs of keys of a figure: the table of the page, and examples that draw its rules."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import briefing
from briefing.reading import read
from briefing.report import Report
from briefing.report.roles import roles_of

PAGE = Path(__file__).parents[2] / "docs" / "figures.md"
EXAMPLES = Path(__file__).with_name("pairs.yaml")

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """Figures that contradict themselves; ``still`` keys are not needed for it."""

    rule: str
    pairs: tuple[Pair, ...]
    figures: dict[str, dict[str, Any]]
    still: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.rule}: {', '.join('+'.join(sorted(pair)) for pair in self.pairs)}"


def keys() -> list[str]:
    """Return the keys of a figure as the table names them, those of groups with a point."""
    found = [path for path in roles_of(Report) if path.startswith("figures[].")]
    return [path.removeprefix("figures[].").replace("[]", "") for path in found]


def all_pairs() -> set[Pair]:
    """Return every pair of keys of a figure."""
    return {frozenset(pair) for pair in combinations(keys(), 2)}


_ROW = re.compile(r"^\| (?P<keys>`.*?) \| (?P<others>`.*?) \| (?P<says>.*?) \|$")
_NAME = re.compile(r"`([a-z_.]+)`")
_RULE = re.compile(r"`([a-z]+/[a-z-]+)`")


def table() -> Iterator[tuple[Pair, str]]:
    """Yield each pair of the table with what stands in its last column."""
    text = PAGE.read_text(encoding="utf-8")
    section = text[text.index("## Pairs of keys") :]
    for line in section.splitlines():
        row = _ROW.match(line)
        if row:
            for key in _NAME.findall(row["keys"]):
                for other in _NAME.findall(row["others"]):
                    yield frozenset({key, other}), row["says"]


def rules() -> dict[Pair, list[str]]:
    """Return the rules of each pair that the table has rules for."""
    return {pair: _RULE.findall(says) for pair, says in table() if _RULE.search(says)}


def examples() -> list[Example]:
    """Return the contradictions that lie in the file of examples."""
    written = read(EXAMPLES).data["contradictions"]
    return [
        Example(
            one["rule"],
            tuple(frozenset(pair) for pair in one["pairs"]),
            one["figures"],
            tuple(one.get("still", ())),
        )
        for one in written
    ]


def told(figures: dict[str, Any]) -> list[briefing.Finding]:
    """Return what is found in a report made of these figures."""
    data = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2023}, "figures": figures}
    report = Report.model_validate(copy.deepcopy(data))
    return [one for one in briefing.check(report) if one.rule.startswith("figures/")]


_OTHER_CHOICE = {"tăng": "giảm", "giảm": "tăng", "rate": "value", "value": "rate"}


def without(figures: dict[str, Any], key: str) -> dict[str, Any]:
    """Return figures whose first one lacks a key, or has another choice where one is required."""
    made = copy.deepcopy(figures)
    figure = next(iter(made.values()))
    *groups, last = key.split(".")
    for group in groups:
        figure = figure[group]
    if key == "label":
        figure[last] = "một nhãn khác hẳn"
    elif key in ("change.direction", "target.of"):
        figure[last] = _OTHER_CHOICE[figure.get(last, "value")]
    else:
        figure.pop(last, None)
    return _without_empty_groups(made)


def _without_empty_groups(figures: dict[str, Any]) -> dict[str, Any]:
    for figure in figures.values():
        target = figure.get("target")
        if target is not None and not target.keys() - {"of", "up_to"}:
            del figure["target"]
    return figures
