"""Any field may be missing: the report is built, or refused with a finding, or not read at all."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from exploring import few, one_of_each
from pydantic import ValidationError

from briefing import RefusedError, build, preview
from briefing.findings import FieldPath, has_errors
from briefing.library import make, read_whole
from briefing.report import Report

INPUTS = Path(__file__).resolve().parents[2] / "inputs"
FILES = {
    "every-field": Path(__file__).with_name("every-field.yaml"),
    "hoa-binh": INPUTS / "hoa-binh-2023.yaml",
    "ky-anh": INPUTS / "ky-anh-2023.yaml",
}


@cache
def whole(name: str) -> dict[str, Any]:
    return read_whole(FILES[name]).data


def below(value: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from below(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from below(item, (*path, index))


def without(data: dict[str, Any], path: FieldPath) -> dict[str, Any]:
    data = copy.deepcopy(data)
    group: Any = data
    for step in path[:-1]:
        group = group[step]
    del group[path[-1]]
    return data


def shape(case: tuple[str, FieldPath]) -> FieldPath:
    """Return a place without the numbers and names of its items, of which one is like another."""
    path = case[1]
    named = path[:1] in (("figures",), ("people",))
    return tuple(
        "[]" if isinstance(step, int) or (named and at == 1) else step
        for at, step in enumerate(path)
    )


CASES = one_of_each(((name, path) for name in FILES for path in below(whole(name))), shape)


def written(case: tuple[str, FieldPath]) -> str:
    return f"{case[0]}-{'.'.join(map(str, case[1]))}"


@pytest.mark.parametrize("case", few(CASES), ids=written)
def test_without_any_one_field_the_report_is_built_or_refused_for_a_reason(
    case: tuple[str, FieldPath],
) -> None:
    name, path = case
    try:
        report = Report.model_validate(without(whole(name), path))
    except ValidationError:
        return
    try:
        made = make(report)
    except RefusedError as error:
        refused = error.findings
    else:
        assert made.as_docx()
        assert not has_errors(made.findings)
        assert "None" not in made.as_markdown()
        return
    assert has_errors(refused)
    assert preview(report, draft=True)


def test_a_report_of_nothing_is_refused_and_drafted_with_every_gap_marked() -> None:
    report = Report.model_validate(
        {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2026}}
    )

    with pytest.raises(RefusedError) as refused:
        build(report)
    assert len(refused.value.findings) > 7
    assert build(report, draft=True)
    text = preview(report, draft=True)
    assert text.count("cần bổ sung") >= 8
    assert "ufdd" not in text
