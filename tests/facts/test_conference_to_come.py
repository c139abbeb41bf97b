"""A report that does not tell of the conference: what is said of it is kept for the news."""

from __future__ import annotations

from typing import Any

import pytest
from kinds.made import WHOLE, report

from briefing import Finding, check
from briefing.forms.spoken import FormOrigin
from briefing.library import in_kind
from facts.test_not_printed import paths

TOLD_LATER: list[dict[str, Any]] = [
    {"date": "2026-12-20", "chair": "an"},
    {"date": "2026-12-12", "chair": "an", "in_reports": False},
]
PEOPLE = {**WHOLE["people"], "binh": {"name": "Trần Văn Bình", "posts": ["Phó Chủ tịch"]}}


@pytest.mark.parametrize("conference", TOLD_LATER)
def test_what_the_news_will_tell_is_not_to_be_deleted(conference: dict[str, Any]) -> None:
    assert paths(report(conference=conference)) == []


@pytest.mark.parametrize("conference", TOLD_LATER)
def test_somebody_whom_the_conference_does_not_name_is_told(conference: dict[str, Any]) -> None:
    assert paths(report(conference=conference, people=PEOPLE)) == ["people.binh"]


def test_that_the_conference_is_to_come_is_still_told() -> None:
    assert "conference/not-held" in {one.rule for one in check(report(conference=TOLD_LATER[0]))}


@pytest.mark.parametrize(("issued", "said"), [("2026-12", "12/2026"), ("12/12/2026", "12/12/2026")])
def test_no_day_of_issue_is_invented(issued: str, said: str) -> None:
    held = {"date": "2027-01-10", "chair": "an"}
    told = check(report(date=issued, conference=held))
    [one] = [each for each in told if each.rule == "conference/not-held"]

    assert f"({said})" in one.message("vi")


def test_the_remedy_on_a_form_names_both_days() -> None:
    values = {"held": "31/12/2026", "date": "12/2026", "period": "năm 2026"}
    cell = FormOrigin("a.xlsx", cell="Chung!B67", language="vi")
    found = Finding("conference/not-held", origin=cell, path="conference.date", values=values)

    assert "sửa ngày ban hành hoặc ngày hội nghị ở trang “Chung”" in found.remedy("vi")


def test_what_the_news_itself_leaves_out_is_told() -> None:
    news = in_kind(report(conference=TOLD_LATER[1], people=PEOPLE), "tin-hoi-nghi")
    assert "people.binh" in paths(news)
