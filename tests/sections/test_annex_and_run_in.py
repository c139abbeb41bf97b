"""An outline of one's own names the annex, and a run-in text begins as a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing, briefing, here

__all__ = ["briefing", "here"]

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
issuer: {level: commune, unit_name: xã Cao Sơn, under: tỉnh Phú Thọ}
place: Cao Sơn
period: {year: 2024}
date: 2024-12-20
subject: SUBJECT
figures_annex: true
figures:
  vu: {label: số vụ phạm tội, value: 9, unit: vụ}
limitations: [Quân số còn thiếu]
tasks: [Tiếp tục tuần tra]
sections:
  - title: Kết quả
    sections:
      - {title: "Kinh tế:", statements: ["tăng trưởng khá, xảy ra {vu}MORE"]}
  - {part: limitations}
  - {part: tasks}
"""
MENTION = "(Số liệu chủ yếu tại Phụ lục kèm theo)"


def shown(briefing: Briefing, more: str = "", subject: str = "công tác năm") -> str:
    text = INPUT.replace("MORE", more).replace("SUBJECT", subject)
    Path("năm.yaml").write_text(text, encoding="utf-8")
    outcome = briefing("preview", "--draft", "năm.yaml")
    assert outcome.code == 0, outcome.err
    return outcome.out


@pytest.mark.parametrize(("more", "times"), [("", 1), (" (chi tiết tại Phụ lục)", 0)])
def test_the_annex_is_named_once(briefing: Briefing, more: str, times: int) -> None:
    assert shown(briefing, more).count(MENTION) == times


def test_a_text_behind_its_title_begins_with_a_capital(briefing: Briefing) -> None:
    assert "Tăng trưởng khá, xảy ra 9 vụ" in shown(briefing)


@pytest.mark.parametrize("subject", ["tình hình kinh tế - xã hội", "kết quả công tác y tế"])
def test_a_state_of_things_is_told_itself(briefing: Briefing, subject: str) -> None:
    out = shown(briefing, subject=subject)

    assert f"báo cáo {subject}" in out
    assert "kết quả tình hình" not in out.lower()
    assert "kết quả kết quả" not in out.lower()
