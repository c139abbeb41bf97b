"""Every key of the schema with a mark of its own, in every kind: it is printed, told or exempt.

What is printed is looked for in the finished Word file, so that the program is not asked whether
its own account is right.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from exploring import seldom, some
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from in_rows import in_rows
from pydantic import ValidationError
from templating.printed import docx_text

from briefing import Finding, Report, library
from briefing.findings import dotted
from briefing.report import LeafValue, Trait, Use, leaves, roles_of
from briefing.templating import kinds
from facts.marked import CHOICES, Data, says, shapes, whole_input

KINDS = sorted(kinds())

OUTLINE = {path for path in roles_of(Report) if path.startswith(("sections[]", "numbering[]"))}
NOT_FILLED = {"locality", "signer", "previous_report", "based_on", "tables[].file"} | OUTLINE
"""Keys that name a pack, a person in a pack, another file; those of an outline of its own."""

AS_A_CHANGE = ("figures", "chi_tieu_dong", "previous")
"""A number that the sentence of a row states by how far the value moved from it."""

_TOLD = ("facts/not-printed", "facts/no-frame", "facts/note", "figures/unused", "legal/unused")


@dataclass(frozen=True)
class Outcome:
    """What came of an input: its values, the text of its Word file, the facts that are told.

    ``mistyped`` are groups about which an error says that a name in the input means nothing; what
    is not printed of them is told once that is mended.
    """

    values: tuple[LeafValue, ...]
    text: str
    told: frozenset[str]
    mistyped: frozenset[str]

    def says(self, leaf: LeafValue) -> bool:
        return says(self.text, leaf.value)

    def tells(self, leaf: LeafValue) -> bool:
        return stands_in(dotted(leaf.path), self.told)


def stands_in(path: str, groups: frozenset[str]) -> bool:
    return any(path == group or path.startswith((f"{group}.", f"{group}[")) for group in groups)


def outcome(data: Data) -> Outcome:
    report = Report.model_validate(data)
    made = library.make(report, draft=True)
    content = made.as_docx()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        properties = package.read("docProps/core.xml").decode("utf-8")
    text = f"{docx_text(content)}\n{properties}".casefold()
    findings = made.findings
    return Outcome(leaves(report), text, frozenset(told(findings)), frozenset(mistyped(findings)))


def told(findings: list[Finding]) -> list[str]:
    said = [finding for finding in findings if finding.rule in _TOLD]
    return [path for finding in said for path in finding.values.get("paths", [finding.path])]


def mistyped(findings: list[Finding]) -> Iterator[str]:
    for finding in findings:
        if finding.rule == "figures/part-not-known":
            yield f"figures.{finding.values['name'].strip('{}')}"
        elif finding.rule == "people/unknown":
            yield "people"


def expected(leaf: LeafValue) -> bool:
    """Say whether a value must be printed or told: no steering, no note, nothing aside."""
    return leaf.supplied and leaf.role.shown and not leaf.role.is_a(Trait.ASIDE)


def has_a_mark(leaf: LeafValue) -> bool:
    """Say whether a document can be searched for a value: it prints as itself only."""
    by_itself = leaf.shape not in {*CHOICES, "figures[].change.direction"}
    return leaf.role.names is None and by_itself and leaf.path != AS_A_CHANGE


def dropped(found: Outcome) -> list[str]:
    """Return the values that are neither printed nor told."""
    silent = [leaf for leaf in found.values if expected(leaf) and not found.tells(leaf)]
    lost = [dotted(leaf.path) for leaf in silent if has_a_mark(leaf) and not found.says(leaf)]
    return [path for path in lost if not stands_in(path, found.mistyped)]


def accused(found: Outcome) -> list[str]:
    """Return the values that are printed and yet told as not printed."""
    told_of = [leaf for leaf in found.values if expected(leaf) and found.tells(leaf)]
    return [dotted(leaf.path) for leaf in told_of if has_a_mark(leaf) and found.says(leaf)]


OF_OTHER_PERIODS = ("month", "week", "called", "last_called")


@cache
def whole(kind: str) -> Outcome:
    return outcome(whole_input(kind))


def test_every_key_of_the_schema_is_filled_in() -> None:
    filled = {shape for kind in KINDS for shape in shapes(whole_input(kind))}
    filled = {"schema_version" if shape == "schema" else shape for shape in filled}

    assert set(roles_of(Report)) - filled == NOT_FILLED | {
        *("next_period.quarter", "next_period.first_year"),
        *(f"{period}.{key}" for period in ("period", "next_period") for key in OF_OTHER_PERIODS),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_no_fact_is_dropped_in_silence(kind: str) -> None:
    assert dropped(whole(kind)) == []


@in_rows("kind", KINDS)
def test_no_printed_fact_is_told_as_missing(kind: str) -> None:
    assert accused(whole(kind)) == []


@in_rows("kind", KINDS)
def test_something_is_printed_and_something_is_told(kind: str) -> None:
    found = whole(kind)
    facts = [leaf for leaf in found.values if expected(leaf)]

    assert len([leaf for leaf in facts if found.says(leaf)]) > 30
    assert len([leaf for leaf in facts if found.tells(leaf)]) > 10


@in_rows("kind", KINDS)
def test_no_note_is_printed(kind: str) -> None:
    found = whole(kind)
    notes = [leaf for leaf in found.values if leaf.role.use is Use.NOTE]
    marks = [leaf for leaf in notes if str(leaf.value).startswith("Mk")]

    assert marks
    assert [dotted(leaf.path) for leaf in marks if found.says(leaf)] == []


def keys(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of everything in an input that can be taken out."""
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    found = []
    for key, item in items:
        at = (*path, key)
        found += [at, *keys(item, at)]
    return found


def without(data: Data, paths: list[tuple[str | int, ...]]) -> Data:
    """Return an input without some keys; those of lists are taken out from the end."""
    data = copy.deepcopy(data)
    for *groups, last in sorted(paths, key=str, reverse=True):
        group: Any = data
        try:
            for step in groups:
                group = group[step]
            del group[last]
        except (KeyError, IndexError, TypeError):
            continue
    return data


HALVES = settings(
    derandomize=True,
    deadline=None,
    max_examples=seldom(40),
    phases=[Phase.explicit, Phase.generate],
)


@pytest.mark.parametrize("kind", some(KINDS))
@HALVES
@given(seed=st.data())
def test_half_of_the_facts_are_printed_or_told_as_well(kind: str, seed: st.DataObject) -> None:
    data = whole_input(kind)
    able = [path for path in keys(data) if path[0] not in ("schema", "kind", "period")]
    taken = seed.draw(st.lists(st.sampled_from(able), min_size=1, max_size=60, unique=True))
    try:
        found = outcome(without(data, taken))
    except ValidationError:
        return  # what does not go together is refused before anything is made of it
    assert dropped(found) == []
    assert accused(found) == []
