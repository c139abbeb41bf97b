"""What ``check`` says of a finished text is in the words of its reader, every verdict as it is."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from briefing.checking.statements import Verdict
from briefing.figures.statements import StatementContent
from briefing.findings.catalogues import catalogue
from cli.running import Briefing

TEXT = """\
Khám phá 5/6 vụ (đạt 83,33%).
Khám phá 10/10 vụ, đạt 99%.
Khám phá 45/50 vụ (80%).
Phát hiện 2 vụ/3 đối tượng.
Bắt 50 người, gồm 20 nam (5 người dưới 18 tuổi) và 30 nữ.
"""
SAID = {
    "vi": [
        "khớp: phần trên tổng số: 5/6 vụ (đạt 83,33%)",
        "lệch chữ số cuối: phần trên tổng số: 10/10 vụ, đạt 99%",
        "mâu thuẫn: phần trên tổng số: 45/50 vụ (80%)",
        "chưa đánh giá: hai đơn vị cạnh nhau: 2 vụ/3 đối tượng (không có số bên cạnh để đối chiếu)",
        "khớp: tổng và các phần: 50 người, gồm 20 nam (5 người dưới 18 tuổi) và 30 nữ"
        " (đã đối chiếu 3 trong 5 số của đoạn này)",
    ],
    "en": [
        "agrees: part of a whole: 5/6 vụ (đạt 83,33%)",
        "last digit off: part of a whole: 10/10 vụ, đạt 99%",
        "contradicted: part of a whole: 45/50 vụ (80%)",
        "not evaluated: two units side by side: 2 vụ/3 đối tượng"
        " (no number beside it to hold it against)",
        "agrees: total and parts: 50 người, gồm 20 nam (5 người dưới 18 tuổi) và 30 nữ"
        " (3 of its 5 numbers checked)",
    ],
}


@pytest.mark.parametrize("language", SAID)
def test_kinds_and_verdicts_are_said_in_the_language_asked_for(
    briefing: Briefing, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")

    listed = briefing("check", file, "--lang", language).out.splitlines()

    assert [line.partition(": ")[2] for line in listed[1:6]] == SAID[language]


@pytest.mark.parametrize("language", SAID)
def test_every_kind_and_every_verdict_has_its_words(language: str) -> None:
    words = catalogue(language)

    assert set(words["statement"]) == {kind.__name__ for kind in get_args(StatementContent)}
    assert set(words["verdict"]) == {verdict.value for verdict in Verdict}
