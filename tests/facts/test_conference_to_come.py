"""A report that does not tell of the conference: what is said of it is kept for the news."""

from __future__ import annotations

from typing import Any

import pytest
from kinds.made import WHOLE, report

from briefing import check
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


def test_what_the_news_itself_leaves_out_is_told() -> None:
    news = in_kind(report(conference=TOLD_LATER[1], people=PEOPLE), "tin-hoi-nghi")
    assert "people.binh" in paths(news)
