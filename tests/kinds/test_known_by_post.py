"""A person who is known by a post only is called by it, wherever people are called."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from briefing import InputError, load
from kinds.made import errors, report, text

PEOPLE = {"bi_thu": {"posts": ["Bí thư Đảng ủy xã", "Chủ tịch Hội đồng nhân dân xã"]}}
CALLED = "đồng chí Bí thư Đảng ủy xã, Chủ tịch Hội đồng nhân dân xã"


def said(statement: str, **more: Any) -> str:
    area = {"area": "phong_trao", "statements": [statement]}
    made = report(results=[area], people=PEOPLE, awards=[], **more)
    assert [one for one in errors(made) if one.path.startswith("people")] == []
    return text(made)


def test_a_sentence_calls_by_all_posts_and_then_by_the_first() -> None:
    printed = said("Có {bi_thu} dự; {bi_thu.name} khen", conference=None)

    assert f"Có {CALLED} dự; đồng chí Bí thư Đảng ủy xã khen." in printed


def test_a_conference_is_chaired_and_directed_by_a_post() -> None:
    conference = {
        "date": "2026-12-12",
        "chair": "bi_thu",
        "directives": [{"by": "bi_thu", "points": ["giữ vững an ninh"]}],
    }
    printed = said("Ổn định", conference=conference)

    assert CALLED[1:] in printed
    assert "đồng chí ," not in printed
    assert "None" not in printed


@pytest.mark.parametrize(
    "person", [{}, {"rank": "Thượng tá", "posts": ["Trưởng Công an xã"]}, {"variants": ["Ông A"]}]
)
def test_nobody_and_a_rank_without_a_name_are_refused(person: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="name, or posts alone"):
        report(people={"bi_thu": person})


def test_the_remedy_names_both_ways(tmp_path: Any) -> None:
    file = tmp_path / "xa.yaml"
    head = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2025}\n"
    file.write_text(head + "people:\n  bi_thu: {rank: Thượng tá}\n", encoding="utf-8")

    with pytest.raises(InputError) as told:
        load(file)

    [found] = told.value.findings
    assert found.rule == "input/person-without-name"
    for healed in ("name: Nguyễn Văn …, rank: Thượng tá", "posts: [Bí thư Đảng ủy xã]"):
        file.write_text(head + f"people:\n  bi_thu: {{{healed}}}\n", encoding="utf-8")
        assert load(file).people
