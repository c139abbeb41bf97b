"""Levels, forces, ranks, periods and conferences that do not go together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from in_rows import in_rows
from kinds.made import INPUTS, LETTER_FACTS, WHOLE, errors, report, text, told
from pydantic import ValidationError

from briefing import InputError, check, load

DISTRICT_NAMED = "form/district-named"
FORMER_UNIT = "form/former-unit"


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


def test_every_district_of_a_text_is_named() -> None:
    words = "Phối hợp với huyện Đà Bắc, huyện Mai Châu tuần tra; huyện Đà Bắc hỗ trợ"
    found = check(report(**naming(words)))

    named = [str(f.values["words"]) for f in found if f.rule == DISTRICT_NAMED]
    assert named == ["huyện Đà Bắc", "huyện Mai Châu"]


def test_a_district_among_the_recipients_is_told_too() -> None:
    assert DISTRICT_NAMED in dated("2025-12-10", recipients={"copies": ["UBND huyện Đà Bắc"]})
    found = told(report(recipients={"copies": ["UBND huyện Đà Bắc"]}))[DISTRICT_NAMED]
    assert found.severity.name == "ERROR"


@pytest.mark.parametrize(
    ("day", "words", "now"),
    [
        ("2025-07-01", "Phối hợp với Công an tỉnh Hòa Bình", "tỉnh Phú Thọ"),
        ("2025-12-20", "Phối hợp với Công an tỉnh Bình Phước", "tỉnh Đồng Nai"),
        ("2026-05-10", "Phối hợp với Công an tỉnh Bình Phước", "thành phố Đồng Nai"),
        ("2025-12-20", "Đoàn công tác tỉnh Thừa Thiên Huế", "thành phố Huế"),
    ],
)
def test_a_unit_that_ended_is_named_with_what_it_is_now(day: str, words: str, now: str) -> None:
    facts = {"period": {"year": int(day[:4])}, "date": day, "conference": None}
    found = told(report(**facts, **naming(words)))[FORMER_UNIT]

    assert found.severity.name == "WARNING"
    assert found.values["now"] == now
    assert found.path == "results[0].statements[0]"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-06-30", "Phối hợp với Công an tỉnh Hòa Bình"),
        ("2025-12-20", "Phối hợp với Công an tỉnh Phú Thọ"),
        ("2025-12-20", "Phối hợp với Công an phường Hòa Bình"),
        ("2024-12-20", "Đoàn công tác tỉnh Thừa Thiên Huế"),
        ("2026-04-29", "Phối hợp với Công an tỉnh Đồng Nai"),
    ],
)
def test_a_unit_is_named_by_the_name_of_its_time(day: str, words: str) -> None:
    assert FORMER_UNIT not in dated(day, **naming(words))


def test_a_document_is_not_issued_by_a_unit_that_ended() -> None:
    issuer = {**WHOLE["issuer"], "name": "CÔNG AN TỈNH HÒA BÌNH"}
    facts = {"period": {"year": 2025}, "date": "2025-12-20", "conference": None}
    found = told(report(**facts, issuer=issuer))[FORMER_UNIT]

    assert found.severity.name == "ERROR"
    assert "tỉnh Phú Thọ" in found.message("vi")
    assert "date" in found.remedy("vi")


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


@in_rows(
    ("day", "rule"),
    [
        ("2025-12-20", "conference/too-early"),
        ("2026-09-30", "conference/too-early"),
        ("2026-11-15", None),
        ("2026-12-29", None),
        ("2027-03-31", None),
        ("2027-12-31", None),
        ("2028-01-01", "conference/too-late"),
        ("2026-12", None),
        ("2026-09", "conference/too-early"),
        ("2028-01", "conference/too-late"),
    ],
)
def test_a_conference_is_held_about_the_end_of_its_period(day: str, rule: str | None) -> None:
    made = report(conference={"date": day}, date=None)
    found = {name for name in told(made) if "conference/" in name}

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


YEAR: dict[str, Any] = {"year": 2026}
NINE: dict[str, Any] = {"year": 2026, "type": "nine_months"}
HALF: dict[str, Any] = {"year": 2026, "type": "first_half"}
YEARS: dict[str, Any] = {"first_year": 2021, "year": 2026, "type": "years"}


@in_rows(
    ("kind", "period", "day", "over"),
    [
        ("bao-cao-tong-ket", YEAR, "2026-03-01", False),
        ("bao-cao-tong-ket", YEAR, "2026-10", False),
        ("bao-cao-tong-ket", YEAR, "2026-11-15", True),
        ("bao-cao-tong-ket", YEAR, "2026", True),
        ("bao-cao-tong-ket", YEAR, "2027-02-01", True),
        (
            "bao-cao-tong-ket",
            {**YEAR, "starts": "2025-10-01", "ends": "2026-09-30"},
            "2026-09-15",
            True,
        ),
        ("bao-cao-tom-tat", YEAR, "2026-03-01", False),
        ("bao-cao-so-ket", NINE, "2026-06-20", False),
        ("bao-cao-so-ket", NINE, "2026-09-14", True),
        ("bao-cao-so-ket", HALF, "2026-05-20", False),
        ("bao-cao-so-ket", HALF, "2026-06-10", True),
        ("bao-cao-giai-doan", YEARS, "2026-03-01", False),
        ("bao-cao-giai-doan", YEARS, "2026-07-15", True),
    ],
)
def test_a_report_is_not_older_than_what_it_sums_up(
    kind: str, period: dict[str, Any], day: str, over: bool
) -> None:
    found = told(report(kind=kind, period=period, date=day, conference=None, awards=[]))

    assert ("period/not-over" not in found) == over
    if not over:
        assert found["period/not-over"].severity.name == "ERROR"


def test_a_letter_may_be_sent_at_any_time() -> None:
    made = report(**{**LETTER_FACTS, "date": "2026-03-01"})

    assert "period/not-over" not in told(made)


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2026-12-10", False),
        ("2026-11", False),
        ("2026-12-25", True),
        ("2026-12-26", True),
        ("2026-12", True),
        ("2026", True),
        (None, True),
    ],
)
def test_a_conference_still_to_come_is_not_told_of(day: str | None, held: bool) -> None:
    conference = {"date": "2026-12-25", "chair": "an", "discussion": ["Thảo luận sôi nổi"]}
    assert report(date="2026-11", conference={"date": "2026-12"}).conference_held is False
    assert report(date="2026-12-01", conference={"date": "2026-12"}).conference_held is True
    made = report(date=day, conference=conference)

    assert ("conference/not-held" not in told(made)) == held
    printed = text(made)
    # What a report does not tell the news item tells.
    for words in ("Thảo luận sôi nổi", "Giấy khen", "tổ chức hội nghị tổng kết", "Phụ lục II"):
        assert (words in printed) == held, words
    news = text(report(kind="tin-hoi-nghi", date=day, conference=conference))
    assert "hảo luận sôi nổi" in news
    assert "conference/not-held" not in told(
        report(kind="tin-hoi-nghi", date=day, conference=conference)
    )


@in_rows(
    ("cited", "day", "later"),
    [
        ("2026-12-20", "2026-12-19", True),
        ("2026-12-20", "2026-12-20", False),
        ("2027-01", "2026-12-31", True),
        ("2026-12", "2026-12-01", False),
        ("2027", "2026-12", True),
        ("2026-12-31", "2026-12", False),
        ("2026-12-20", None, False),
    ],
)
@in_rows("where", ["request", "legal_references.luat"])
def test_what_is_cited_is_not_dated_after_the_report(
    where: str, cited: str, day: str | None, later: bool
) -> None:
    named = {"text": "Công văn số 1/UBND", "date": cited}
    facts = {"request": named} if where == "request" else {"legal_references": {"luat": named}}
    found = told(report(date=day, conference=None, **facts))

    assert ("legal/dated-later" in found) == later
    if later:
        assert found["legal/dated-later"].path == f"{where}.date"


@pytest.mark.parametrize(
    "words",
    [
        "Phối hợp với Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
        "bộ chỉ huy BĐBP tỉnh chủ trì",
        "Được Bộ Chỉ huy Biên phòng tỉnh khen",
    ],
)
def test_the_border_guard_of_a_province_is_named_as_on_the_day(words: str) -> None:
    assert "form/former-body" in dated("2026-12-10", **naming(words))
    assert "form/former-body" not in dated("2025-06-30", **naming(words))
    today = words.replace("Bộ Chỉ huy", "Ban Chỉ huy").replace("bộ chỉ huy", "ban chỉ huy")
    assert "form/former-body" not in dated("2026-12-10", **naming(today))


def test_a_unit_that_ended_is_told_once_a_place(tmp_path: Path) -> None:
    file = tmp_path / "nam.yaml"
    file.write_text(
        "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2025}\ndate: 2025-12-31\n"
        "issuer: {force: police, level: province, unit_name: tỉnh Hòa Bình}\n"
        "results:\n  - heading: Kết quả\n    statements: [Tỉnh Hòa Bình, Ở tỉnh Hòa Bình]\n",
        encoding="utf-8",
    )
    found = [one for one in check(load(file)) if one.rule == FORMER_UNIT]

    assert [one.origin.line for one in found if one.origin] == [5, 8, 8]
