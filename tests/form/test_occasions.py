"""Levels, forces, ranks, periods and conferences that do not go together."""

from __future__ import annotations

from typing import Any

import pytest
from kinds.made import INPUTS, WHOLE, errors, report, told
from pydantic import ValidationError

from briefing import InputError, load

DISTRICT_NAMED = "form/district-named"


def dated(day: str, **facts: Any) -> set[str]:
    """Return the rules that a report of a day breaks."""
    year = {"period": {"year": int(day[:4])}, "date": day, "conference": None}
    return set(told(report(**{**year, **facts})))


def naming(words: str) -> dict[str, Any]:
    return {"results": [{"area": "phong_trao", "statements": [words]}]}


@pytest.mark.parametrize(
    "words",
    [
        "Phối hợp với huyện Đà Bắc tuần tra",
        "Huyện Đà Bắc đã ra quân",
        "Công an quận Ba Đình hỗ trợ",
        "Giúp đỡ thị xã Kỳ Anh",
        "Chỉ đạo các huyện triển khai",
    ],
)
def test_a_district_is_named_only_in_documents_of_its_time(words: str) -> None:
    assert DISTRICT_NAMED in dated("2025-12-10", **naming(words))
    assert DISTRICT_NAMED in dated("2025-07-01", **naming(words))
    assert DISTRICT_NAMED not in dated("2025-06-30", **naming(words))
    assert DISTRICT_NAMED not in dated("2022-12-10", **naming(words))


@pytest.mark.parametrize(
    "words", ["Công an xã Cao Sơn ra quân", "Phường Ba Đình", "Đặc khu Phú Quý", "tỉnh Hòa Bình"]
)
def test_other_levels_may_be_named(words: str) -> None:
    assert DISTRICT_NAMED not in dated("2025-12-10", **naming(words))


def test_a_district_may_be_named_only_with_a_warning_at_its_place() -> None:
    found = told(report(**naming("Phối hợp với huyện Đà Bắc tuần tra")))[DISTRICT_NAMED]

    assert found.severity.name == "WARNING"
    assert found.path == "results[0].statements[0]"
    assert "huyện Đà Bắc" in found.message("vi")


def test_a_district_among_the_recipients_is_told_too() -> None:
    assert DISTRICT_NAMED in dated("2025-12-10", recipients={"copies": ["UBND huyện Đà Bắc"]})


def test_no_district_issues_anything_since_there_are_none() -> None:
    issuer = {**WHOLE["issuer"], "level": "district"}

    assert "form/district-issuer" in dated("2025-12-10", issuer=issuer)
    assert "form/district-issuer" not in dated("2025-06-30", issuer=issuer)
    assert "form/district-issuer" not in dated("2022-12-10", issuer=issuer)
    assert told(report(issuer=issuer))["form/district-issuer"].severity.name == "ERROR"


@pytest.mark.parametrize("force", ["people_committee", "steering_committee", "joint"])
def test_a_civilian_signs_without_a_rank(force: str) -> None:
    signature = {"post": "Chủ tịch", "rank": "Đại tá", "name": "Nguyễn Văn An"}
    issuer = {**WHOLE["issuer"], "force": force}

    found = told(report(issuer=issuer, signature=signature))
    assert found["form/rank"].path == "signature.rank"


@pytest.mark.parametrize("force", ["police", "military", "border_guard"])
def test_armed_forces_sign_with_a_rank(force: str) -> None:
    signature = {"post": "Trưởng Công an", "rank": "Đại tá", "name": "Nguyễn Văn An"}
    issuer = {**WHOLE["issuer"], "force": force}

    assert "form/rank" not in told(report(issuer=issuer, signature=signature))


def test_a_joint_report_has_two_forces() -> None:
    one = told(report(forces={"cong_an": "Công an xã"}))
    two = told(report(forces={"cong_an": "Công an xã", "quan_su": "Quân sự xã"}))

    assert one["forces/only-one"].severity.name == "ERROR"
    assert "forces/only-one" not in two


def test_a_part_of_a_force_that_does_not_take_part_is_told_at_its_place() -> None:
    forces = {"cong_an": "Công an xã", "quan_su": "Quân sự xã"}
    parts = [{"force": "bien_phong", "statements": ["Tuần tra"]}]
    made = report(forces=forces, results=[{"area": "phong_trao", "parts": parts}])

    found = [one for one in errors(made) if one.rule == "forces/unknown"]
    assert [one.path for one in found] == ["results[0].parts[0].force"]
    assert "cong_an, quan_su" in found[0].message("vi")


@pytest.mark.parametrize(
    "period",
    [
        {"year": 2026, "starts": "2026-12-14", "ends": "2025-12-15"},
        {"year": 2026, "starts": "2026-12-14", "ends": "2026-12-14"},
        {"type": "years", "first_year": 2027, "year": 2026},
    ],
)
def test_a_period_runs_forward(period: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="ends before it starts"):
        report(period=period)


def test_a_reversed_period_of_a_file_is_told_in_words(tmp_path: Any) -> None:
    source = (INPUTS / "my-tho-2015-2020.yaml").read_text(encoding="utf-8")
    file = tmp_path / "mới.yaml"
    file.write_text(source.replace("first_year: 2015", "first_year: 2021"), encoding="utf-8")

    with pytest.raises(InputError) as raised:
        load(file)
    assert [found.rule for found in raised.value.findings] == ["input/period-reversed"]


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("2025-12-20", "conference/too-early"),
        ("2026-09-30", "conference/too-early"),
        ("2026-11-15", None),
        ("2026-12-29", None),
        ("2027-03-31", None),
        ("2027-12-31", None),
        ("2028-01-01", "conference/too-late"),
    ],
)
def test_a_conference_is_held_about_the_end_of_its_period(day: str, rule: str | None) -> None:
    found = {name for name in told(report(conference={"date": day})) if "conference/" in name}

    assert found == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("period", "day", "early"),
    [
        ({"year": 2026, "type": "first_half"}, "2026-06-25", False),
        ({"year": 2026, "type": "first_half"}, "2026-03-25", True),
        ({"year": 2026, "type": "nine_months"}, "2026-09-25", False),
        ({"year": 2026, "type": "quarter", "quarter": 1}, "2026-03-25", False),
        ({"year": 2026, "type": "quarter", "quarter": 4}, "2026-09-25", True),
        ({"year": 2026, "starts": "2025-12-15", "ends": "2026-10-31"}, "2026-10-15", False),
    ],
)
def test_a_conference_is_counted_from_the_end_of_its_own_period(
    period: dict[str, Any], day: str, early: bool
) -> None:
    made = report(kind="bao-cao-tom-tat", period=period, conference={"date": day})

    assert ("conference/too-early" in told(made)) == early


def test_an_issuer_without_a_level_is_told() -> None:
    issuer = {key: value for key, value in WHOLE["issuer"].items() if key != "level"}
    found = told(report(issuer=issuer))["kind/expected-fact"]

    assert found.path == "issuer.level"
    assert found.severity.name == "WARNING"
