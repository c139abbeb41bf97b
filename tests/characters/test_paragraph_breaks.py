"""A break between paragraphs that a text of an input holds is told, for it is not printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import Briefing

RULE = "text/paragraph-break"
INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {{year: 2023}}
results:
  - heading: Kết quả
    statements:
{statement}
"""


def told(briefing: Briefing, statement: str) -> list[dict[str, object]]:
    Path("năm.yaml").write_text(INPUT.format(statement=statement), encoding="utf-8")
    outcome = briefing("check", "năm.yaml", "--format", "json")
    return [found for found in json.loads(outcome.out) if found["rule"] == RULE]


def test_a_dropped_break_is_told_with_the_words_that_follow_it(briefing: Briefing) -> None:
    lines = "      - |\n        Đoạn một.\n\n        Đoạn hai nói về kết quả khác.\n"
    [found] = told(briefing, lines)

    assert found["severity"] == "warning"
    assert found["path"] == "results[0].statements[0]"
    assert "“Đoạn hai nói về…”" in str(found["message"])


@pytest.mark.parametrize(
    "statement",
    [
        "      - |\n        Đoạn một viết\n        trên hai dòng.\n\n",
        "      - >\n        Đoạn một viết\n        trên hai dòng.\n",
        "      - Đoạn một viết\n        trên hai dòng.\n",
        '      - "\\n\\nĐoạn một.\\n\\n"\n',
    ],
)
def test_a_text_of_one_paragraph_is_not_doubted(briefing: Briefing, statement: str) -> None:
    assert told(briefing, statement) == []
