"""Documents around a report: plans, minutes, invitations and others, with words of their own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.running import REPOSITORY, Briefing
from exploring import places

from briefing import Report, build, check, load, preview
from briefing.batch.digests import leads_of
from briefing.library import in_kind, new_input
from briefing.templating import kinds

INPUTS = REPOSITORY / "inputs"
APART = sorted(name for name, kind in kinds().items() if kind.apart)

CONFERENCE = """\
schema: 1
kind: bien-ban
period: {year: 2025}
date: 2025-12-28
issuer: {unit_name: xã …, under: tỉnh …, level: commune, force: people_committee}
place: …
subject: công tác bảo đảm an ninh, trật tự
conference:
  date: 2025-12-28
  place: Hội trường Ủy ban nhân dân xã
  starts: 8 giờ 00
  ends: 11 giờ 30
  chair: chu_tri
  secretary: thu_ky
  invited: [Thường trực Đảng ủy xã, trưởng các thôn]
  attendees: [Thường trực Đảng ủy xã]
  agenda:
    - {time: 8 giờ 00 - 8 giờ 15, text: Tuyên bố lý do, by: Văn phòng}
    - Thảo luận
  directives:
    - {by: chu_tri, verb: kết luận, points: [Giao chỉ tiêu cho các thôn]}
people:
  chu_tri: {name: …, posts: [Chủ tịch Ủy ban nhân dân xã]}
  thu_ky: {name: …, posts: [Công chức Văn phòng]}
recipients: {copies: [Đảng ủy xã …]}
"""


def conference(tmp_path: Path, text: str = CONFERENCE) -> Report:
    (tmp_path / "hop.yaml").write_text(text, encoding="utf-8")
    return load(tmp_path / "hop.yaml")


def plan(tmp_path: Path, more: str = "") -> Report:
    for name in ("kinh-te-xa-hoi-xa-2026.yaml", "kinh-te-xa-hoi-xa-2026.csv"):
        shutil.copy(INPUTS / name, tmp_path)
    (tmp_path / "ke-hoach.yaml").write_text(
        "schema: 1\nkind: ke-hoach\nbased_on: kinh-te-xa-hoi-xa-2026.yaml\nperiod: {year: 2026}\n"
        "number: 15\ndate: 2026-12-30\n"
        f"recipients: {{addressees: [Các phòng, Các thôn], copies: [Đảng ủy xã]}}\n{more}",
        encoding="utf-8",
    )
    return load(tmp_path / "ke-hoach.yaml")


def test_minutes_follow_their_form_and_are_signed_by_two(tmp_path: Path) -> None:
    text = preview(conference(tmp_path))

    for line in (
        "Thời gian bắt đầu: 8 giờ 00, ngày 28/12/2025.",
        "Địa điểm: Hội trường Ủy ban nhân dân xã.",
        "Chủ trì: đồng chí …, Chủ tịch Ủy ban nhân dân xã.",
        "Thư ký (người ghi biên bản): đồng chí …, Công chức Văn phòng.",
        "Hội nghị kết thúc vào 11 giờ 30, ngày 28/12/2025./.",
    ):
        assert line in text.splitlines()
    assert "| **THƯ KÝ** | **CHỦ TỌA** |" in text
    assert "- Lưu: VT, Hồ sơ." in text
    assert re.search(r"Số:\s+/BB-UBND", text)


def test_an_invitation_says_who_to_what_when_and_where(tmp_path: Path) -> None:
    text = preview(in_kind(conference(tmp_path), "giay-moi"))

    assert "trân trọng kính mời: Thường trực Đảng ủy xã; trưởng các thôn." in text
    assert "Tới dự hội nghị tổng kết công tác bảo đảm an ninh, trật tự năm 2025." in text
    assert "Thời gian: 8 giờ 00, ngày 28/12/2025." in text
    assert "Địa điểm: Hội trường Ủy ban nhân dân xã./." in text
    assert "/GM-UBND" in text


def test_an_agenda_is_a_table(tmp_path: Path) -> None:
    text = preview(in_kind(conference(tmp_path), "chuong-trinh-hoi-nghi"))

    assert "| TT | Thời gian | Nội dung | Người thực hiện |" in text
    assert "| 1 | 8 giờ 00 - 8 giờ 15 | Tuyên bố lý do | Văn phòng |" in text
    assert "| 2 |  | Thảo luận |  |" in text


def test_a_notice_tells_what_was_concluded(tmp_path: Path) -> None:
    text = preview(in_kind(conference(tmp_path), "thong-bao-ket-luan"))

    assert "**Kết luận tại hội nghị tổng kết công tác bảo đảm an ninh, trật tự năm 2025**" in text
    assert "Tại hội nghị, đồng chí … kết luận:" in text
    assert "- Giao chỉ tiêu cho các thôn." in text


def test_what_is_apart_takes_no_number_no_date_and_no_title_over(tmp_path: Path) -> None:
    with_title = CONFERENCE.replace(
        "date: 2025-12-28\nissuer", "number: 7\ntitle: Tên riêng\nissuer"
    )

    text = preview(in_kind(conference(tmp_path, with_title), "giay-moi"))

    assert "Tên riêng" not in text
    assert re.search(r"Số:\s+/GM-UBND", text)
    assert re.search(r"ngày\s+tháng\s+năm\s", text)


@pytest.mark.parametrize("name", ["ky-anh-2023", "long-xuyen-2022"])
def test_a_plan_of_the_coming_period_is_made_of_a_report(name: str) -> None:
    report = load(INPUTS / f"{name}.yaml")

    text = preview(in_kind(report, "ke-hoach"))

    assert "# KẾ HOẠCH" in text
    assert f"năm {report.period.year + 1}" in text[text.index("# KẾ HOẠCH") :].split("\n\n")[1]
    assert "## I. " in text
    assert "KẾT QUẢ THỰC HIỆN" not in text


def test_a_plan_has_the_targets_to_come_as_its_annex() -> None:
    text = preview(in_kind(load(INPUTS / "kinh-te-xa-hoi-xa-2026.yaml"), "ke-hoach"))

    annex = text[text.index("# Phụ lục") :]
    assert "**CÁC CHỈ TIÊU KẾ HOẠCH NĂM 2027**" in annex
    assert "*(Chi tiết tại Phụ lục kèm theo)*" in text
    head = next(line for line in annex.splitlines() if line.startswith("| TT"))
    assert head == "| TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2026 | Kế hoạch năm 2027 |"


def test_a_press_release_names_the_results_and_has_a_paragraph_for_each_field() -> None:
    text = preview(in_kind(load(INPUTS / "kinh-te-xa-hoi-xa-2026.yaml"), "thong-cao-bao-chi"))

    assert "**Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội, bảo đảm" in text
    longest = max(text[text.index("THÔNG CÁO") :].split("\n\n"), key=len)
    assert len(longest) < 2000


@pytest.mark.parametrize("name", ["hoa-binh-2023", "ky-anh-2023", "my-tho-2015-2020"])
def test_the_title_of_a_press_release_is_whole(name: str) -> None:
    report = load(INPUTS / f"{name}.yaml")

    text = preview(in_kind(report, "thong-cao-bao-chi"))

    title = text[text.index("# THÔNG CÁO BÁO CHÍ") :].split("\n\n")[1]
    assert title.startswith(f"**Kết quả {str(report.subject).split()[0]} ")


def test_an_input_based_on_another_says_only_what_is_its_own(tmp_path: Path) -> None:
    outline = (
        "sections:\n  - {title: Mục đích, statements: [Cụ thể hóa nhiệm vụ]}\n"
        "  - {part: targets}\n  - {part: tasks}\n"
    )
    text = preview(plan(tmp_path, outline))

    assert "Số: 15/KH-UBND" in text
    assert "ngày 30 tháng 12 năm 2026" in text
    assert "- Các phòng;" in text
    assert "## I. MỤC ĐÍCH" in text
    assert "519,2 tỷ đồng" in text
    assert "Phòng Kinh tế" in text


def test_what_the_other_document_tells_is_no_warning_here(tmp_path: Path) -> None:
    assert {one.severity.name for one in check(plan(tmp_path))} <= {"INFO"}


def test_a_batch_knows_the_files_that_an_input_is_based_on(tmp_path: Path) -> None:
    names = {lead.file for lead in leads_of(plan(tmp_path))}

    assert {"kinh-te-xa-hoi-xa-2026.yaml", "kinh-te-xa-hoi-xa-2026.csv"} <= names


def test_a_base_that_cannot_be_read_is_told_at_its_name(tmp_path: Path, briefing: Briefing) -> None:
    plan(tmp_path)
    (tmp_path / "kinh-te-xa-hoi-xa-2026.yaml").unlink()

    outcome = briefing("check", tmp_path / "ke-hoach.yaml")

    assert "ke-hoach.yaml:3:" in outcome.out
    assert "[base/unreadable]" in outcome.out


def test_a_directive_numbers_its_tasks_under_the_head_of_the_party(tmp_path: Path) -> None:
    letter = (INPUTS / "cong-van-792-2022.yaml").read_text(encoding="utf-8")
    file = tmp_path / "chi-thi.yaml"
    file.write_text(letter.replace("kind: cong-van-chi-dao", "kind: chi-thi"), encoding="utf-8")

    text = preview(load(file), draft=True)

    assert "# CHỈ THỊ" in text
    assert "-CT/TU" in text
    assert "1. Các cấp ủy, chính quyền" in text.replace("\\", "")
    assert text.count("như sau:") == 1


@pytest.mark.parametrize("kind", APART)
def test_a_new_input_of_each_can_be_read(kind: str, tmp_path: Path) -> None:
    (tmp_path / "moi.yaml").write_bytes(new_input(kind, "vi"))

    assert load(tmp_path / "moi.yaml").kind == kind


@pytest.mark.parametrize(
    "kind", places(["bien-ban", "giay-moi", "chuong-trinh-hoi-nghi", "thong-bao-ket-luan"])
)
def test_documents_of_a_conference_are_valid(
    kind: str, tmp_path: Path, docx_errors: Callable[[bytes], list[Any]]
) -> None:
    assert docx_errors(build(in_kind(conference(tmp_path), kind))) == []


@pytest.mark.parametrize("kind", places(["ke-hoach", "thong-cao-bao-chi"]))
def test_documents_of_a_year_are_valid(
    kind: str, docx_errors: Callable[[bytes], list[Any]]
) -> None:
    report = load(INPUTS / "kinh-te-xa-hoi-xa-2026.yaml")

    assert docx_errors(build(in_kind(report, kind))) == []
