"""The shape that lint reads templates by is that of what they really get, in both directions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from exploring import some
from pydantic import BaseModel

from briefing import Finding, Report, Severity, TemplateError, load
from briefing.kinds import Body
from briefing.library import standard_for
from briefing.linting import lint, names_at_hand
from briefing.linting.schema import (
    context_shape,
    facts_of_the_frame,
    input_shape,
    printable_facts,
)
from briefing.linting.shapes import Group, Leaf, Listing, Shape, TableShape, all_facts, may_lack
from briefing.report import roles_of
from briefing.templating import find_kind, kinds, render, template_folder
from briefing.templating.context import ContextBuilder
from briefing.templating.frame import FrameBuilder

INPUTS = sorted((Path(__file__).parent.parent / "report").glob("every-field*.yaml"))
ADDED = {"draft": False, "end_mark": ".", "gap": lambda path: path}
"""What ``render`` adds to the facts; the test of printing below fails where it adds other names."""


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [with_columns(load(source)) for source in INPUTS]


def with_columns(report: Report) -> Report:
    """Return a report whose pack chooses the columns of the table of figures."""
    table = {"columns": ["number", "label", "value"], "heads": {"value": "Kết quả"}}
    return report.choosing_from(report.choices.extended({"figures_annex": table}))


def context(report: Report) -> dict[str, Any]:
    return ContextBuilder(report, find_kind(report.kind)).build() | ADDED


def differences(value: Any, shape: Shape, path: str, seen: set[str]) -> Iterator[str]:
    """Yield where a value is not as its shape says; ``seen`` gathers the paths that exist."""
    seen.add(path)
    if isinstance(shape, Leaf) and isinstance(value, Mapping | list):
        yield f"{path} is no text or number"
    elif value is None and not may_lack(shape):
        yield f"{path} is nothing"
    elif isinstance(shape, Group) and value is not None:
        yield from (f"{path}.{name} has no shape" for name in set(value) - set(shape.fields))
        for name, part in shape.fields.items():
            if name in value:
                inner = value[name] if path != "report.figures[]" else None
                yield from differences(inner, part, f"{path}.{name}", seen)
    elif isinstance(shape, Listing):
        for item in value:
            yield from differences(item, shape.item, f"{path}[]", seen)
    elif isinstance(shape, TableShape):
        for item in value.values():
            yield from differences(item, shape.value, f"{path}[…]", seen)


def test_every_value_of_a_context_is_as_its_shape_says(reports: list[Report]) -> None:
    shape = Group(context_shape())

    found = [d for report in reports for d in differences(context(report), shape, "", set())]

    assert found == []


def test_every_name_of_the_shape_is_in_some_context(reports: list[Report]) -> None:
    seen: set[str] = set()
    for report in reports:
        list(differences(context(report), Group(context_shape()), "", seen))

    assert {name.removesuffix("(…)") for name in names_at_hand()} - {p[1:] for p in seen} == set()
    assert len(names_at_hand()) > 150


def printing(path: str) -> str:
    """Return the text that goes through the lists on a path and prints its end.

    A group that an input need not have is asked for before anything is asked of it.
    """
    before, after, text, told = "", "", "", ""
    for number, step in enumerate(re.findall(r"\[…?\]|\.?\w+", path)):
        if step.startswith("["):
            before += f"{{% for x{number} in {text} %}}"
            after = "{% endfor %}" + after
            text = f"{text}[x{number}]" if step == "[…]" else f"x{number}"
        else:
            if told in MAY_LACK:
                before += f"{{% if {text} %}}"
                after = "{% endif %}" + after
            text += step
        told += step
    return f"{before}{{{{ {text} or '' }}}}{after}"


def groups_that_may_lack(shape: Shape, path: str) -> Iterator[str]:
    match shape:
        case Group():
            if may_lack(shape):
                yield path
            for name, part in shape.fields.items():
                yield from groups_that_may_lack(part, f"{path}.{name}")
        case Listing():
            yield from groups_that_may_lack(shape.item, f"{path}[]")
        case TableShape():
            yield from groups_that_may_lack(shape.value, f"{path}[…]")


MAY_LACK = list(groups_that_may_lack(context_shape()["report"], "report"))


def test_the_groups_that_an_input_need_not_have_are_known() -> None:
    assert {"report.conference", "report.letter", "report.next_period"} <= set(MAY_LACK)
    assert "report.period" not in MAY_LACK


PRINTABLE = [name for name in names_at_hand() if not name.endswith("(…)")]
RENAMED = [f"{name}_no" if not name.endswith("]") else f"{name}.no" for name in PRINTABLE]
TOO_FAR = [f"{name}.no" for name in PRINTABLE]


def both(
    folder: Path, names: list[str], reports: list[Report], of: Iterable[str]
) -> tuple[set[int], list[set[int]]]:
    """Return the lines, one name each, that lint refuses, and those that each run refuses.

    ``of`` are the kinds whose template has them.
    """
    text = "# a\n\nb\n\n{{ gap('title') }}{{ draft or '' }}\n"
    text += "".join(f"{printing(name)}\n" for name in names)
    for kind in map(find_kind, of):
        (folder / kind.template).write_text(text, encoding="utf-8")
    roots = (folder, template_folder())
    refused = {at(f) for f in lint([roots]).findings if f.severity is Severity.ERROR}
    # What the whole of a file lacks is told of the file, not of a line.
    return refused - {0}, [met(report, roots) for report in reports]


def met(report: Report, roots: tuple[Path, ...]) -> set[int]:
    try:
        render(report, find_kind(report.kind), standard_for(report), roots=roots)
    except TemplateError as error:
        return {at(finding) for finding in error.findings}
    return set()


def at(finding: Finding) -> int:
    assert finding.origin
    return finding.origin.line or 0


def test_every_name_at_hand_is_printed_without_a_finding(here: Path, reports: list[Report]) -> None:
    refused, runs = both(here, some(PRINTABLE), reports, kinds())

    assert refused == set()
    # A group that an input does not have has no names in its run.
    assert set.intersection(*runs) == set()


@pytest.mark.parametrize("names", [some(RENAMED), some(TOO_FAR[1:])], ids=["renamed", "too far"])
def test_what_lint_refuses_is_what_a_run_refuses(
    here: Path, reports: list[Report], names: list[str]
) -> None:
    every = set(range(6, 6 + len(names)))

    refused, runs = both(here, names, reports, {report.kind for report in reports})

    assert refused == every
    # What stands in a list is asked for only where an input has items.
    assert set.union(*runs) == every


class Recording(dict[str, Any]):
    """A group of facts that notes what is asked of it."""

    def __init__(self, facts: Mapping[str, Any], path: str, asked: set[str]) -> None:
        super().__init__(facts)
        self._path = path
        self._asked = asked

    def __getitem__(self, name: str) -> Any:
        return recording(super().__getitem__(name), f"{self._path}.{name}".strip("."), self._asked)


def recording(value: Any, path: str, asked: set[str]) -> Any:
    if isinstance(value, Mapping):
        return Recording(value, path, asked)
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [Recording(item, f"{path}[]", asked) for item in value]
    if value not in (None, []):
        asked.add(f"{path}[]" if isinstance(value, list) else path)
    return value


class RecordingReport:
    """A report that notes which of its facts are asked for."""

    def __init__(self, report: Report, asked: set[str]) -> None:
        self._report = report
        self._asked = asked

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._report, name)
        if not isinstance(value, BaseModel | Body):  # what a force is stands in no input
            self._asked.add(name)
        return value


def test_the_facts_around_the_text_are_those_that_the_frame_asks_for(
    reports: list[Report],
) -> None:
    asked: set[str] = set()
    for report in reports:
        kind = find_kind(report.kind)
        facts = Recording(context(report)["report"], "", asked)
        watched: Any = RecordingReport(report, asked)
        FrameBuilder(watched, facts, kind, standard_for(report)).build("", (), "vi")

    # Who signs minutes is a person whom their text names.
    assert asked - {"people"} == facts_of_the_frame()


def test_what_is_there_to_be_printed_is_in_the_schema_of_an_input() -> None:
    steering = {"kind", "figures", "people[].variants[]", "issuer.level", "signer"}

    assert {"tasks[].lead", "limitations[]", "people[].rank", "title"} <= printable_facts()
    assert printable_facts() & steering == set()
    assert all(re.fullmatch(r"[a-z_]+(\[\])?(\.[a-z_]+(\[\])?)*", f) for f in printable_facts())


def test_every_fact_that_a_name_states_is_one_of_the_input() -> None:
    stated = all_facts(Group(context_shape()))
    written = all_facts(input_shape())

    assert {fact for fact in stated - written if not fact.startswith("figures[].")} == set()


def test_the_shape_has_every_fact_that_has_a_role() -> None:
    assert all_facts(input_shape()) == set(roles_of(Report))
