"""Sentences parted at a comma of a list without quotes, and words that a name says once more."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import check, load, preview
from briefing.findings import Finding, Severity

HEAD = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2026}
issuer: {name: Ủy ban nhân dân xã Cao Sơn}
subject: công tác biên phòng
legal_references: {luat: {text: Luật Biên phòng Việt Nam}}
figures:
  vu: {label: số vụ, unit: vụ, value: 45, previous: 50}
  o: {label: số ổ dịch, unit: ổ dịch, value: 3}
  loi: {label: số vụ cháy, unit: vụ cháy, value: 0, zero: không để xảy ra cháy}
  ty: {label: tỷ lệ, rate: 92}
"""


def told(tmp_path: Path, rule: str, lines: str) -> list[Finding]:
    file = tmp_path / "nam.yaml"
    file.write_text(HEAD + lines, encoding="utf-8")
    return [one for one in check(load(file)) if one.rule == rule]


@pytest.mark.parametrize(
    ("lines", "path", "whole", "severity"),
    [
        (
            "strengths: [Địa hình hiểm trở, thời tiết khắc nghiệt]",
            "strengths[1]",
            "Địa hình hiểm trở, thời tiết khắc nghiệt",
            Severity.WARNING,
        ),
        (
            "strengths: [Tốt, Quản lý 25,5 km đường biên, 12 cột mốc, vững chắc]",
            "strengths[2]",
            "Quản lý 25,5 km đường biên, 12 cột mốc, vững chắc",
            Severity.ERROR,
        ),
        (
            "results: [{heading: Kết quả, statements: [Tốt, giữ vững]}]",
            "results[0].statements[1]",
            "Tốt, giữ vững",
            Severity.WARNING,
        ),
        (
            "causes: {general: [do thiếu 2,5 tỷ đồng]}",
            "causes.general[1]",
            "do thiếu 2,5 tỷ đồng",
            Severity.ERROR,
        ),
    ],
)
def test_what_a_comma_parts_is_told_with_the_whole_sentence(
    tmp_path: Path, lines: str, path: str, whole: str, severity: Severity
) -> None:
    [found] = told(tmp_path, "text/parted", lines)

    assert (found.path, found.severity) == (path, severity)
    assert f'"{whole}"' in (found.remedy("vi") or "")
    quoted = lines.replace(whole, f'"{whole}"')
    assert quoted != lines
    assert told(tmp_path, "text/parted", quoted) == []


@pytest.mark.parametrize(
    "lines",
    [
        "strengths: [Địa hình thuận lợi, Thời tiết tốt]",
        "strengths: [còn thiếu, chưa đều]",
        "strengths:\n  - Địa hình hiểm trở\n  - thời tiết khắc nghiệt",
        "strengths:\n  - Mở lớp năm 2025\n  - 3 lớp năm 2026",
        "conference: {date: 2026-12-20, attendees: [Lãnh đạo xã, các thôn]}",
        "recipients: {copies: [Công an xã, các thôn]}",
    ],
)
def test_items_that_are_items_are_left_alone(tmp_path: Path, lines: str) -> None:
    assert told(tmp_path, "text/parted", lines) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đã khám phá {vu} vụ", "vụ"),
        ("Số vụ giảm {vu.change}", "giảm"),
        ("Trong dịp Tết Nguyên đán {tet}", "Tết Nguyên đán"),
        ("Trong năm {this}", "năm"),
        ("Thực hiện Luật {luat}", "Luật"),
        ("Không {loi}", "không"),
        ("Có {o} ổ dịch lợn", "ổ dịch"),
        ("Đạt {ty}%", "%"),
        ("{issuer} xã Cao Sơn báo cáo", "xã Cao Sơn"),
    ],
)
def test_words_that_a_name_says_are_told(tmp_path: Path, text: str, words: str) -> None:
    [found] = told(tmp_path, "text/said-twice", f'strengths: ["{text}"]\n')

    assert found.values["words"] == words


@pytest.mark.parametrize(
    "text",
    [
        *("Đã khám phá {vu}, giảm so với năm trước", "Có {o} dịch tả lợn", "Trong dịp {tet}"),
        *("{vu}. Vụ lớn nhất ở xã", "Số vụ: {vu}", "Đạt {ty} (92%)", "Năm {year}"),
    ],
)
def test_words_beside_a_name_that_say_more_are_left_alone(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, "text/said-twice", f'strengths: ["{text}"]\n') == []


def test_a_subject_that_ends_in_a_dated_feast_is_not_dated_again(tmp_path: Path) -> None:
    file = tmp_path / "nam.yaml"
    subject = "công tác bảo đảm an ninh, trật tự Tết Nguyên đán Bính Ngọ 2026"
    areas = "results: [{heading: Kết quả, statements: [Tốt]}]\n"
    file.write_text(HEAD.replace("công tác biên phòng", subject) + areas, encoding="utf-8")

    assert "2026 năm 2026" not in preview(load(file), draft=True)
