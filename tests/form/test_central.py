"""A central body says itself what it is called; no profile of a locality fills anything in."""

from __future__ import annotations

from typing import Any

from kinds.made import report

from briefing import build, check

MINISTRY: dict[str, Any] = {
    "name": "Bộ …",
    "symbol": "B",
    "level": "central",
    "lines": ["Bộ …"],
}


def test_a_report_of_a_central_body_is_final_and_misses_no_level() -> None:
    signature = {"authority": "KT", "head": "Bộ trưởng", "post": "Thứ trưởng"}
    made = report(issuer=MINISTRY, place="Hà Nội", signature=signature)

    assert [one.rule for one in check(made) if one.path == "issuer.level"] == []
    assert build(made).startswith(b"PK")


def test_who_signs_for_a_central_body_is_not_guessed() -> None:
    [found] = [one for one in check(report(issuer=MINISTRY, signature={})) if "post" in one.path]

    assert "Ủy ban nhân dân" not in found.remedy()
