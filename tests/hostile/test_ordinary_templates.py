"""What templates are for still works, and prints text of the data as itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import briefing
from hostile.golden import INPUT, KIND, put_templates

PAGE = (Path(__file__).parent / "ordinary.txt").read_text(encoding="utf-8")
ROWS = re.findall(r"^(\{.+)\n    (.+)$", PAGE, re.M)


def test_the_page_has_its_rows() -> None:
    assert len(ROWS) == PAGE.count("\n\n") > 35


@pytest.mark.parametrize(("words", "printed"), ROWS, ids=[words for words, _ in ROWS])
def test_this_prints_that(tmp_path: Path, words: str, printed: str) -> None:
    templates = put_templates(tmp_path)
    text = f"# {{{{ kind }}}}\n\nTrích yếu\n\nĐầu {words} cuối\n"
    (templates / KIND).write_text(text, encoding="utf-8")
    preview = briefing.preview(briefing.load(INPUT), templates=templates)
    line = next(line for line in preview.splitlines() if line.startswith("Đầu"))
    assert line.replace("\\", "").split() == f"Đầu {printed} cuối".split()


@pytest.mark.parametrize(
    "words",
    [
        "{{ caught ~ mark }}",
        "{{ mark ~ caught }}",
        "{{ caught + mark }}",
        "{{ [caught, mark]|join }}",
        "{{ ['', '']|join(mark) }}{{ caught }}",
        "{{ caught|replace('dấu', mark) }}",
    ],
)
def test_text_stays_text_beside_what_a_macro_wrote(tmp_path: Path, words: str) -> None:
    templates = put_templates(tmp_path)
    text = "# {{ kind }}\n\nTrích yếu\n\n{% set mark = report.title %}"
    text += "{% set caught %}dấu{% endset %}\nĐầu "
    (templates / KIND).write_text(f"{text}{words}\n", encoding="utf-8")
    named = briefing.load(INPUT).model_copy(update={"title": "**a** & <b>"})
    preview = briefing.preview(named, templates=templates)
    assert r"\*\*a\*\* \& \<b>" in preview


def test_a_report_of_a_hundred_pages_stays_far_below_the_limits(tmp_path: Path) -> None:
    report = briefing.load(INPUT)
    area = report.results[0]
    long = area.model_copy(update={"statements": area.statements * (1200 // len(area.statements))})
    large = report.model_copy(update={"results": [long]})
    large = large.written_at(report.origins, report.doubts)
    text = briefing.preview(large, templates=put_templates(tmp_path))
    assert len(text) > 200_000
