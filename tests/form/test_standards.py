"""The standard that holds for an issuer on the day of issue."""

from __future__ import annotations

from typing import Any

import pytest
from in_rows import in_rows
from kinds.made import LETTER_FACTS, PARTY, errors, report, text, told

from briefing import RefusedError, build
from briefing.library import standard_for
from briefing.standards import STANDARDS, load_standard

PARTY_LETTER: dict[str, Any] = {**LETTER_FACTS, **PARTY, "number": 5}
DAYS = [
    ("2015-01-05", "hd36-2018"),
    ("2018-04-03", "hd36-2018"),
    ("2022-12-30", "hd36-2018"),
    ("2026-05-26", "hd36-2018"),
    ("2026-05-27", "hd05-2026"),
    ("2026-12-30", "hd05-2026"),
    ("26/05/2026", "hd36-2018"),
    ("27/05/2026", "hd05-2026"),
]


@in_rows(("day", "standard"), DAYS)
def test_a_party_body_follows_the_guidance_of_the_day(day: str, standard: str) -> None:
    assert standard_for(report(**PARTY_LETTER, date=day)).id == standard


@in_rows("day", [day for day, _ in DAYS])
def test_a_state_body_never_gets_a_party_form(day: str) -> None:
    assert standard_for(report(**LETTER_FACTS, date=day)).id == "nd30-2020"


@pytest.mark.parametrize(
    "force",
    ["people_committee", "steering_committee", "police", "military", "border_guard", "joint"],
)
def test_every_force_but_the_party_follows_the_decree(force: str) -> None:
    made = report(issuer={"name": "Cơ quan", "force": force})

    assert standard_for(made).id == "nd30-2020"


def test_the_same_directive_is_printed_in_the_form_of_its_day() -> None:
    old = text(report(**PARTY_LETTER, date="2022-12-30"))
    new = text(report(**PARTY_LETTER, date="2026-12-30"))

    assert "Tăng cường bảo đảm an ninh, trật tự" in old.splitlines()
    assert "Về việc tăng cường bảo đảm an ninh, trật tự" in new.splitlines()
    assert "- Như trên," in old.splitlines()
    assert "- Như trên;" in new.splitlines()
    for printed in (old, new):
        lines = printed.splitlines()
        assert {"ĐẢNG CỘNG SẢN VIỆT NAM", "*", "Số 05-CV/ĐU", "T/M ĐẢNG ỦY", "BÍ THƯ"} <= set(lines)
        assert "- Lưu VT." in lines


def test_a_party_report_has_its_type_in_its_number_and_its_rule_under_the_subject() -> None:
    lines = text(report(**PARTY, number=5)).splitlines()

    assert "Số 05-BC/ĐU" in lines
    assert "-----" in lines
    assert lines.index("-----") > lines.index("BÁO CÁO")


@pytest.mark.parametrize("facts", [{}, PARTY], ids=["state", "party"])
@pytest.mark.parametrize("standard", STANDARDS)
def test_a_standard_of_the_other_family_is_an_error(facts: dict[str, Any], standard: str) -> None:
    party = bool(facts)
    made = report(**facts, standard=standard)
    other = load_standard(standard).issuers != ("party" if party else "state")

    assert ("form/other-issuers" in {found.rule for found in errors(made)}) == other


def year_of(day: str) -> dict[str, Any]:
    """Return what a report of a day sums up."""
    return {"period": {"year": int(day[:4])}, "conference": None}


@pytest.mark.parametrize(
    ("standard", "day"), [("hd36-2018", "2026-12-30"), ("hd05-2026", "2022-12-30")]
)
def test_a_standard_of_another_time_is_an_error(standard: str, day: str) -> None:
    made = report(**PARTY, standard=standard, date=day, **year_of(day))

    assert [found.rule for found in errors(made)] == ["form/not-in-force"]
    assert errors(made)[0].path == "standard"
    with pytest.raises(RefusedError):
        build(made)


@pytest.mark.parametrize(
    ("standard", "day"), [("hd36-2018", "2022-12-30"), ("hd05-2026", "2026-12-30")]
)
def test_the_standard_of_the_day_may_be_named(standard: str, day: str) -> None:
    assert not errors(report(**PARTY, standard=standard, date=day, **year_of(day)))


def test_a_party_document_has_no_tuq() -> None:
    signature = {"authority": "TUQ", "head": "Đảng ủy", "post": "Chánh Văn phòng"}
    found = told(report(**{**PARTY, "signature": signature}))

    assert found["form/no-such-authority"].severity.name == "ERROR"
    assert found["form/no-such-authority"].path == "signature.authority"


@pytest.mark.parametrize(
    ("authority", "printed"), [("KT", "K/T BÍ THƯ"), ("TL", "T/L BÍ THƯ"), ("Q", "Q. BÍ THƯ")]
)
def test_a_party_document_has_its_own_forms_of_authority(authority: str, printed: str) -> None:
    signature = {"authority": authority, "head": "Bí thư", "post": "Phó Bí thư"}

    assert printed in text(report(**{**PARTY, "signature": signature})).splitlines()


@pytest.mark.parametrize("authority", ["KT", "TL", "TUQ", "Q"])
def test_a_state_document_has_every_form_of_authority(authority: str) -> None:
    signature = {"authority": authority, "head": "Chủ tịch", "post": "Chánh Văn phòng"}

    assert f"{authority}. CHỦ TỊCH" in text(report(signature=signature)).splitlines()


CITED = {
    "legal_references": {
        "nq": {"text": "Nghị quyết số 60-NQ/TW", "date": "2025-04-12", "issuer": "Trung ương Đảng"},
    },
    "results": [
        {"area": "phong_trao", "statements": ["Triển khai {nq.full}", "Theo {nq}, xã làm tốt"]}
    ],
    "request": {"text": "Công văn số 5-CV/TU", "date": "2026-11-02"},
}


def test_a_party_document_cites_with_a_comma_and_again_without_so() -> None:
    printed = text(report(**{**PARTY, **CITED}))

    assert "Thực hiện Công văn số 5-CV/TU, ngày 02/11/2026, Đảng ủy" in printed
    assert "Triển khai Nghị quyết số 60-NQ/TW, ngày 12/4/2025 của Trung ương Đảng." in printed
    assert "Theo Nghị quyết 60-NQ/TW, xã làm tốt." in printed


def test_a_state_document_cites_as_the_decree_wants() -> None:
    printed = text(report(**CITED))

    assert "Nghị quyết số 60-NQ/TW ngày 12 tháng 4 năm 2025 của Trung ương Đảng." in printed
    assert "Theo Nghị quyết số 60-NQ/TW, xã làm tốt." in printed


@pytest.mark.parametrize(
    ("title", "state", "party"),
    [
        (None, "Tổng kết công tác", "tổng kết công tác"),
        ("Kết quả năm 2026", "Kết quả năm 2026", "kết quả năm 2026"),
        ("Ban Thường vụ lãnh đạo", "Ban Thường vụ lãnh đạo", "Ban Thường vụ lãnh đạo"),
        ("ANTT năm 2026", "ANTT năm 2026", "ANTT năm 2026"),
    ],
)
def test_the_subject_of_a_party_document_begins_small(
    title: str | None, state: str, party: str
) -> None:
    for facts, words in (({}, state), (PARTY, party)):
        lines = text(report(**facts, title=title)).splitlines()
        assert any(line.startswith(words) for line in lines), words
