"""Tasks and proposals in two levels: groups and points, as a list or as a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import Report, check, load, preview
from briefing.library import new_input

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2025}
issuer: {unit_name: xã …, under: tỉnh …, level: commune, force: people_committee}
place: …
date: 2025-12
subject: công tác
results: [{heading: Kinh tế, statements: [Ổn định]}]
limitations: [Còn chậm]
causes: {general: [Do thời tiết.]}
recipients: {copies: [Đảng ủy xã …]}
tasks_as: %s
tasks:
  - {text: thu ngân sách, group: Kinh tế, lead: Phòng Kinh tế, deadline: quý I, product: kế hoạch}
  - {text: phát triển vùng chè, group: Kinh tế, support: các thôn, points: [quy hoạch, trồng mới]}
  - {text: giữ vững trật tự}
proposals:
  - {to: Ủy ban nhân dân tỉnh, text: đầu tư đường}
  - {to: Ủy ban nhân dân tỉnh, text: bổ sung, points: [biên chế, kinh phí]}
  - {to: Sở Nội vụ, text: hướng dẫn}
"""


def read(folder: Path, form: str) -> Report:
    (folder / "xa.yaml").write_text(INPUT % form, encoding="utf-8")
    return load(folder / "xa.yaml")


def after(text: str, heading: str) -> list[str]:
    """Return the lines of a part up to the next heading."""
    lines = text[text.index(heading) :].splitlines()[2:]
    end = next((at for at, line in enumerate(lines) if line.startswith(("#", "Trên đây"))), None)
    return [line for line in lines[:end] if line]


def test_tasks_stand_under_their_groups_with_points_below(tmp_path: Path) -> None:
    assert after(preview(read(tmp_path, "list")), "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026") == [
        "- Kinh tế:",
        "  - Thu ngân sách (chủ trì: Phòng Kinh tế; thời hạn: quý I; sản phẩm: kế hoạch);",
        "  - Phát triển vùng chè (phối hợp: các thôn):",
        "    - Quy hoạch;",
        "    - Trồng mới;",
        "- Giữ vững trật tự.",
    ]


def test_a_body_is_named_once_for_all_that_is_proposed_to_it(tmp_path: Path) -> None:
    assert after(preview(read(tmp_path, "list")), "ĐỀ XUẤT, KIẾN NGHỊ") == [
        "- Đối với Ủy ban nhân dân tỉnh:",
        "  - Đầu tư đường.",
        "  - Bổ sung:",
        "    - Biên chế;",
        "    - Kinh phí.",
        "- Đối với Sở Nội vụ: hướng dẫn.",
    ]


def test_tasks_can_be_a_table_without_empty_columns(tmp_path: Path) -> None:
    lines = after(preview(read(tmp_path, "table")), "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026")

    assert lines[0] == "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Sản phẩm |"
    assert lines[2:] == [
        "| **Kinh tế** |  |  |  |  |  |",
        "| 1 | Thu ngân sách | Phòng Kinh tế |  | Quý I | Kế hoạch |",
        "| 2 | Phát triển vùng chè: quy hoạch; trồng mới |  | Các thôn |  |  |",
        "| 3 | Giữ vững trật tự |  |  |  |  |",
    ]


@pytest.mark.parametrize("form", ["list", "table"])
def test_every_fact_of_a_task_is_printed(tmp_path: Path, form: str) -> None:
    assert [one.rule for one in check(read(tmp_path, form)) if "not-printed" in one.rule] == []


@pytest.mark.parametrize("ending", ["yaml", "xlsx"])
def test_a_new_input_keeps_groups_and_points(tmp_path: Path, ending: str) -> None:
    report = read(tmp_path, "table")
    made = new_input(report.kind, "vi", source=tmp_path / "xa.yaml", excel=ending == "xlsx")
    (tmp_path / f"moi.{ending}").write_bytes(made)
    again = load(tmp_path / f"moi.{ending}")

    assert (again.tasks, again.proposals) == (report.tasks, report.proposals)
    assert again.tasks_as == "table"
