"""What other kinds of document print of an outline."""

from __future__ import annotations

from pathlib import Path

import pytest
from templating.printed import docx_text

from briefing import library, load
from sections.commune import ONE
from sections.outlined import text

EVERY_FIELD = Path(__file__).parents[1] / "report" / "every-field-outline.yaml"


def test_the_short_version_keeps_the_first_sentence_of_each_section() -> None:
    said = text(
        {"title": "Kết quả", "statements": ["Câu đầu", "Câu sau"], "limitations": ["Còn chậm"]},
        kind="bao-cao-tom-tat",
    )

    assert "Câu đầu." in said
    assert "Câu sau" not in said
    assert "còn chậm" not in said


def test_the_news_tells_the_first_sentences_of_sections_in_a_paragraph() -> None:
    said = text(
        {
            "title": "A",
            "sections": [{**ONE, "title": "A1"}, {"title": "A2", "statements": ["Hai"]}],
        },
        {"title": "B", "statements": ["Ba"]},
        conference={"date": "2025-12-20"},
        kind="tin-hoi-nghi",
    )

    assert "Đã làm. Hai.\n\nBa." in said


@pytest.mark.parametrize("kind", ["bao-cao-tong-ket", "bao-cao-so-ket", "bao-cao-tom-tat"])
def test_every_text_of_an_outline_is_printed_or_told(kind: str) -> None:
    report = load(EVERY_FIELD).as_kind(kind)
    made = library.make(report, draft=True)
    told = [path for found in made.findings for path in found.values.get("paths", [found.path])]
    printed = docx_text(made.as_docx()).casefold()
    texts = {
        "sections[0].title": "tiêu đề mục lớn",
        "sections[0].sections[0].title": "tiêu đề viết liền:",
        "sections[0].sections[0].statements[0]": "câu viết liền",
        "sections[0].sections[1].title": "tiêu đề mục con",
        "sections[0].sections[1].points[0].text": "ý lớn của mục",
        "sections[0].sections[1].points[0].points[0]": "ý nhỏ của mục",
        "sections[0].sections[1].limitations[0]": "hạn chế của riêng mục",
        "sections[1].title": "tiêu đề phần đặt vào",
        "limitations[0]": "hạn chế chung đặt vào",
        "tasks[0].text": "nhiệm vụ đặt vào",
    }
    for path, words in texts.items():
        is_told = any(path.startswith(group) for group in told if group)
        assert (words in printed) != is_told, path
