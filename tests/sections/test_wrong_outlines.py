"""What is wrong with an outline is told, once and where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing, briefing
from in_rows import in_rows

from briefing import Report
from briefing.forms import input_text
from sections.commune import ONE, Data, data
from sections.outlined import rules

__all__ = ["briefing"]


@in_rows(
    ("sections", "more", "expected"),
    [
        ([{"title": "Rỗng"}], {}, ["sections/empty"]),
        ([{"part": "lessons"}], {}, ["sections/part-empty"]),
        ([{**ONE, "name": "year"}], {}, ["sections/same-name"]),
        ([{**ONE, "name": "a"}, {**ONE, "title": "Khác", "name": "a"}], {}, ["sections/same-name"]),
        ([ONE, {"statements": ["Câu"], "name": "a"}], {}, ["sections/unheaded-name"]),
        ([ONE], {"numbering": ["I.", "1.1."]}, ["numbering/mark-alone"]),
        ([ONE], {"numbering": ["1.1."]}, ["numbering/mark-alone"]),
        ([ONE], {"numbering": ["1.", "1.1.1."]}, ["numbering/mark-alone"]),
        ([ONE], {"numbering": ["I.", "1.", "I."]}, ["numbering/same-mark"]),
        ([{**ONE, "title": "1. Kết quả"}], {}, ["form/typed-number"]),
        ([ONE, {**ONE, "title": "a) Việc:"}], {}, ["form/typed-number"]),
        ([ONE], {"limitations": ["Còn chậm"]}, ["sections/not-placed"]),
        ([ONE], {"tasks": ["Làm"], "proposals": ["Đề nghị"]}, ["sections/not-placed"] * 2),
        ([ONE, {"part": "limitations"}], {"limitations": ["Còn chậm"]}, []),
        ([ONE], {"numbering": ["1.", "1.1.", "1.1.1.", "a)", "(1)"]}, []),
    ],
)
def test_what_is_wrong_with_an_outline_is_told_once(
    sections: list[Data], more: Data, expected: list[str]
) -> None:
    assert rules(*sections, **more) == expected


def test_what_is_too_deep_is_told_where_it_begins(briefing: Briefing, tmp_path: Path) -> None:
    deep: Data = {"title": "Bốn", "sections": [{"title": "Năm", "statements": ["Câu"]}]}
    for title in ("Ba", "Hai", "Một"):
        deep = {"title": title, "sections": [deep]}
    file = tmp_path / "a.yaml"
    file.write_text(input_text(Report.model_validate(data(deep))), encoding="utf-8")
    told = briefing("check", str(file)).out

    assert told.count("[sections/too-deep]") == 1
    # The remedy, followed to the letter, heals.
    more = data(deep, numbering=["I.", "1.", "1.1.", "1.1.1.", "a)"])
    file.write_text(input_text(Report.model_validate(more)), encoding="utf-8")
    assert "[sections/" not in briefing("check", str(file)).out


@pytest.mark.parametrize(
    ("sections", "rule"),
    [
        ([{"part": "limitation"}], "sections/unknown"),
        ([{"part": "tasks"}, {"part": "tasks"}], "sections/twice"),
    ],
)
def test_parts_that_nothing_prints_are_refused(
    briefing: Briefing, tmp_path: Path, sections: list[Data], rule: str
) -> None:
    file = tmp_path / "a.yaml"
    report = Report.model_validate(data(ONE, *sections, tasks=["Làm"]))
    file.write_text(input_text(report), encoding="utf-8")

    assert f"[{rule}]" in briefing("check", str(file)).out
