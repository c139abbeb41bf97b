"""What sentences of full reports say: plans with units, per mille, shares, people, enclosures."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import Report, build, check, load, preview
from briefing.library import make, trace

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2025}
issuer: {unit_name: xã …, under: tỉnh …, level: commune, force: people_committee}
place: …
date: 2025-12
subject: công tác
recipients: {copies: [Đảng ủy xã …]}
people: {chu_tri: {name: …, posts: [Chủ tịch Ủy ban nhân dân xã]}}
figures:
  thu: {label: thu ngân sách, unit: tỷ đồng, value: 166.9, previous: 142.2, share_of: grdp,
    target: {value: 149.3, word: dự toán}}
  grdp: {label: GRDP, unit: tỷ đồng, value: 710}
  sinh: {label: tỷ suất sinh, unit: ‰, value: 12.5, previous: 13.1}
indicators:
  - {label: Tỷ lệ hộ nghèo, name: ngheo, unit: "%", group: A, plan: 3, previous: 3.4,
    goal: at_most, estimate: 2.8, actual: 2.9, next_plan: 2.5}
  - {label: Thu, name: tns, unit: tỷ đồng, group: A, plan: 30, estimate: 31, actual: 28,
    next_plan: 35}
sections:
  - title: Kết quả
    statements: ["CÂU"]
"""


def read(tmp_path: Path, sentence: str, more: str = "") -> Report:
    file = tmp_path / "xa.yaml"
    file.write_text(INPUT.replace("CÂU", sentence) + more, encoding="utf-8")
    return load(file)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Phấn đấu {ngheo.next_plan}, thu {tns.next_plan}",
            "Phấn đấu không quá 2,5%, thu 35 tỷ đồng.",
        ),
        ("Kế hoạch {tns.plan}, đã thu {tns.so_far}", "Kế hoạch 30 tỷ đồng, đã thu 28 tỷ đồng."),
        (
            "Số {tns.next_plan_value}, {tns.plan_value}, {tns.so_far_value}",
            "Số 35, 30, 28.",
        ),
        ("Tỷ suất {sinh.result}", "Tỷ suất là 12,5‰, giảm 0,6‰ so với cùng kỳ năm 2024."),
        (
            "Thu {thu.result}",
            "Thu đạt 166,9 tỷ đồng, bằng 111,79% dự toán, chiếm 23,51% GRDP, "
            "tăng 17,37% so với cùng kỳ năm 2024.",
        ),
        (
            "{chu_tri} chỉ đạo; {chu_tri.name} kiểm tra",
            "Đồng chí …, Chủ tịch Ủy ban nhân dân xã chỉ đạo; đồng chí … kiểm tra.",
        ),
        (
            "Đã ban hành kế hoạch (kèm theo Công văn số 12/UBND) và (đúng hạn) báo cáo",
            "Đã ban hành kế hoạch *(kèm theo Công văn số 12/UBND)* và (đúng hạn) báo cáo.",
        ),
        ("Có số liệu (biểu 02 kèm theo)", "Có số liệu *(biểu 02 kèm theo)*."),
    ],
)
def test_a_sentence_reads_as_offices_write_it(tmp_path: Path, sentence: str, said: str) -> None:
    assert said in preview(read(tmp_path, sentence)).splitlines()


def test_a_person_in_a_sentence_is_traced_and_is_no_unused_fact(tmp_path: Path) -> None:
    report = read(tmp_path, "{chu_tri} chỉ đạo")

    assert {"people.chu_tri.name", "people.chu_tri.posts[0]"} <= {
        fact.path for fact in trace(make(report), "vi")
    }
    told = [path for one in check(report) for path in one.values.get("paths", [])]
    assert not any(path.startswith("people") for path in told)


def test_a_part_that_a_person_has_not_is_refused(tmp_path: Path) -> None:
    found = check(read(tmp_path, "{chu_tri.nam} chỉ đạo"))

    assert [one.values["known"] for one in found if one.rule == "figures/unknown-part"] == ["name"]


def test_limitations_of_a_field_stand_behind_what_is_below_it(tmp_path: Path) -> None:
    more = (
        "    limitations: [Tiến độ chậm]\n    sections:\n"
        "      - {title: Thu, statements: [Đạt], limitations: [Còn nợ],"
        " sections: [{title: Thuế, statements: [Tăng]}]}\n"
        "      - {title: Chi, statements: [Đúng]}\n  - {title: Cuối, statements: [Không có]}\n"
    )
    text = preview(read(tmp_path, "Tốt", more))

    order = ("Tốt.", "1. Thu", "Đạt.", "a) Thuế", "Tăng.", "còn nợ.", "2. Chi", "Đúng.")
    order = (*order, "tiến độ chậm.", "II. CUỐI")
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_a_note_on_an_enclosure_is_in_italics_in_word(tmp_path: Path) -> None:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(build(read(tmp_path, "Báo cáo (kèm theo danh sách) đủ")))) as file:
        xml = file.read("word/document.xml").decode("utf-8")

    assert "<w:i/></w:rPr><w:t>(kèm theo danh sách)</w:t>" in xml.replace(
        ' xml:space="preserve"', ""
    )


def test_the_table_of_targets_has_room_for_points(tmp_path: Path) -> None:
    text = preview(read(tmp_path, "Nghèo {ngheo.result}", "figures_annex: true\n"))

    assert "giảm 0,6 điểm %" in text
    assert "giảm 0,6 điểm phần trăm so với" in text
