"""What is said only in interim, multi-year, joint and short reports."""

from __future__ import annotations

from typing import Any

import pytest
from templating.printed import preview_text, says

from briefing import preview
from kinds.made import errors, report, shipped_text, text, without

SO_KET: dict[str, Any] = {"kind": "bao-cao-so-ket", "date": None, "conference": None}
HALF = {"year": 2026, "type": "first_half"}
QUARTER = {"year": 2026, "type": "quarter"}
PERIODS = [
    (HALF, "6 tháng đầu năm 2026", "6 tháng cuối năm 2026"),
    ({"year": 2026, "type": "nine_months"}, "9 tháng đầu năm 2026", "3 tháng cuối năm 2026"),
    ({**QUARTER, "quarter": 1}, "quý I/2026", "quý II/2026"),
    ({**QUARTER, "quarter": 3}, "quý III/2026", "quý IV/2026"),
    ({**QUARTER, "quarter": 4}, "quý IV/2026", "quý I/2027"),
]
FORCES: dict[str, Any] = {
    "kind": "bao-cao-phoi-hop",
    "forces": {"cong_an": "Công an xã", "quan_su": "Ban Chỉ huy Quân sự xã"},
    "results": [
        {
            "area": "phong_trao",
            "statements": ["Cùng ra quân hai đợt"],
            "parts": [
                {"force": "cong_an", "statements": ["Khám phá {vu}"]},
                {"force": "quan_su", "statements": ["Huấn luyện dân quân"]},
            ],
        }
    ],
}


WEEKS_AND_MONTHS = [
    ({"year": 2026, "type": "month", "month": 1}, "tháng 01/2026", "tháng 02/2026"),
    ({"year": 2026, "type": "month", "month": 12}, "tháng 12/2026", "tháng 01/2027"),
    ({"year": 2026, "type": "week", "week": 12}, "tuần 12/2026", "tuần 13/2026"),
    ({"year": 2026, "type": "week", "week": 53}, "tuần 53/2026", "tuần 1/2027"),
]


@pytest.mark.parametrize(("period", "name", "coming"), WEEKS_AND_MONTHS)
def test_a_report_of_a_week_or_a_month_tells_results_and_looks_to_the_next(
    period: dict[str, Any], name: str, coming: str
) -> None:
    printed = text(report(**SO_KET, period=period, awards=[]))

    title = f"Kết quả công tác bảo đảm an ninh, trật tự {name} và phương hướng, nhiệm vụ {coming}"
    assert title in printed.splitlines()
    assert says(printed, f"phương hướng, nhiệm vụ {coming}\n")
    assert "tổng kết" not in printed.casefold()


def test_a_campaign_bears_its_name_and_looks_to_the_time_to_come() -> None:
    campaign = {"year": 2026, "type": "campaign", "starts": "2025-12-15", "ends": "2026-02-14"}
    named = campaign | {"called": "đợt cao điểm Tết Bính Ngọ"}
    facts: dict[str, Any] = {"date": None, "conference": None, "awards": []}

    printed = text(report(**facts, period=named))
    assert "trật tự đợt cao điểm Tết Bính Ngọ và phương hướng, nhiệm vụ thời gian tới" in printed
    assert printed.count("15/12/2025") == 1
    printed = text(report(**facts, period=campaign))
    assert "trật tự đợt từ ngày 15/12/2025 đến ngày 14/02/2026 và phương hướng" in printed
    assert "(số liệu từ" not in printed


def test_a_period_of_a_name_of_its_own_bears_it() -> None:
    period = {"year": 2026, "called": "năm học 2025 - 2026"}
    then = {"year": 2027, "called": "năm học 2026 - 2027"}
    printed = text(report(date=None, conference=None, awards=[], period=period, next_period=then))

    assert "trật tự năm học 2025 - 2026 và phương hướng, nhiệm vụ năm học 2026 - 2027" in printed


@pytest.mark.parametrize(("period", "name", "coming"), PERIODS)
def test_an_interim_report_sums_up_its_period_and_looks_to_the_rest(
    period: dict[str, Any], name: str, coming: str
) -> None:
    printed = text(report(**SO_KET, period=period))

    title = f"Sơ kết công tác bảo đảm an ninh, trật tự {name} và phương hướng, nhiệm vụ {coming}"
    assert title in printed.splitlines()
    assert says(printed, f"phương hướng, nhiệm vụ {coming}\n")


def test_an_interim_report_sums_up_nothing_for_good() -> None:
    printed = text(report(**SO_KET, period=HALF, awards=[]))

    assert "sơ kết" in printed.casefold()
    assert "năm 2027" not in printed
    assert "tổng kết" not in printed.casefold()


def test_an_interim_report_has_an_interim_conference() -> None:
    conference = {"date": "2026-06-25", "chair": "an"}
    made = report(kind="bao-cao-so-ket", period=HALF, date="2026-06-28", conference=conference)

    assert "tổ chức hội nghị sơ kết" in text(made)
    assert "hội nghị tổng kết" not in text(made).casefold()


@pytest.mark.parametrize("kind", ["bao-cao-tom-tat", "tin-hoi-nghi"])
def test_the_other_documents_of_a_half_year_sum_up_an_interim(kind: str) -> None:
    conference = {"date": "2026-06-25", "chair": "an"}
    printed = text(report(kind=kind, period=HALF, date="2026-06-28", conference=conference))

    assert says(printed, "sơ kết công tác bảo đảm an ninh, trật tự 6 tháng đầu năm 2026")
    assert "tổng kết" not in printed.casefold()


@pytest.mark.parametrize("kind", ["bao-cao-tong-ket", "bao-cao-giai-doan"])
def test_a_half_year_is_no_year(kind: str) -> None:
    found = errors(report(kind=kind, period=HALF, conference=None))

    assert [one.rule for one in found] == ["kind/other-period"]
    assert "first_half" in found[0].message("en")


def test_a_report_of_several_years_keeps_what_its_source_calls_them() -> None:
    printed = shipped_text("my-tho-2015-2020", "bao-cao-giai-doan")

    assert "giai đoạn 2015 - 2020 (5 năm)" in printed
    assert "6 năm" not in printed


def test_a_report_of_several_years_compares_with_nothing() -> None:
    printed = shipped_text("my-tho-2015-2020", "bao-cao-giai-doan").casefold()

    for words in ("so với", "cùng kỳ", "tăng, giảm", "giai đoạn 2009", "giai đoạn 2010"):
        assert words not in printed


def test_a_report_of_several_years_without_tasks_has_no_plan() -> None:
    assert "phương hướng" not in shipped_text("my-tho-2015-2020", "bao-cao-giai-doan").casefold()


def test_a_report_of_several_years_with_tasks_plans_as_many_years() -> None:
    years = {"type": "years", "first_year": 2021, "year": 2025}
    printed = text(report(kind="bao-cao-giai-doan", period=years, date=None, conference=None))

    assert "giai đoạn 2021 - 2025 và phương hướng, nhiệm vụ giai đoạn 2026 - 2030" in printed


def test_years_that_a_source_counts_otherwise_are_followed_by_its_count() -> None:
    years = {"type": "years", "first_year": 2015, "year": 2020, "stated_length": "5 năm"}
    printed = text(report(kind="bao-cao-giai-doan", period=years, date=None, conference=None))

    assert "nhiệm vụ giai đoạn 2021 - 2025" in printed


def test_each_force_has_its_part_under_its_own_heading() -> None:
    lines = [line.strip("# *") for line in preview_text(preview(report(**FORCES))).splitlines()]

    first, second = lines.index("a) Công an xã"), lines.index("b) Ban Chỉ huy Quân sự xã")
    assert lines.index("Cùng ra quân hai đợt.") < first
    assert first < lines.index("Khám phá 45 vụ.") < second
    assert second < lines.index("Huấn luyện dân quân.")


def test_forces_are_named_together_and_have_joint_tasks() -> None:
    printed = text(report(**FORCES))

    assert "Công an xã và Ban Chỉ huy Quân sự xã" in printed
    plan = printed[printed.index("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027") :]
    assert plan.splitlines()[1] == "Tiếp tục tuần tra khép kín địa bàn."


def test_the_short_report_has_the_first_statement_of_each_area_and_no_annex() -> None:
    printed = text(report(kind="bao-cao-tom-tat"))

    assert "BÁO CÁO TÓM TẮT" in printed.splitlines()
    assert "Đã khám phá 45 vụ." in printed
    assert "Phong trào được giữ vững." in printed
    assert "Ý thứ hai" not in printed
    for words in ("phụ lục", "stt", "giấy khen"):
        assert words not in printed.casefold()
    for words in ("Quân số còn thiếu.", "Tiếp tục tuần tra khép kín địa bàn."):
        assert words in printed


def test_the_short_report_has_the_first_statement_of_each_force() -> None:
    printed = text(report(**{**FORCES, "kind": "bao-cao-tom-tat"}))

    assert "Công an xã: Khám phá 45 vụ." in printed
    assert "Ban Chỉ huy Quân sự xã: Huấn luyện dân quân." in printed


@pytest.mark.parametrize("fact", ["limitations", "causes", "tasks"])
def test_a_part_that_the_input_lacks_is_not_made_up(fact: str) -> None:
    words = {"limitations": "hạn chế", "causes": "nguyên nhân", "tasks": "phương hướng"}[fact]
    whole, made = report(conference=None), without(fact, "conference")

    assert words in text(whole).casefold()
    lacking = text(made).casefold().replace("tồn tại, hạn chế và nguyên nhân", "")
    assert words not in lacking
