"""Thirty headings of three levels, in the text and in annexes, at many fill levels of the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pypdfium2
import pytest
from exploring import in_turn, places
from word.package import document

from briefing.standards import load_standard
from briefing.word import write_docx

from .reports import PROFILES, ToPdf

LEVELS = places(range(24))
MARKS = ("##", "###", "####", "###", "####", "####")
THREE_LINES = (
    "Chủ động nắm chắc tình hình, tham mưu cho cấp ủy, chính quyền xử lý kịp thời các vấn đề phát "
    "sinh ở cơ sở, nhất là địa bàn trọng điểm, không để xảy ra đột xuất, bất ngờ, góp phần phục vụ "
    "tốt nhiệm vụ chính trị."
)
# About as many paragraphs as LibreOffice deals to a page fill one, so that both end together.
TEXTS = (THREE_LINES, THREE_LINES, f"- {THREE_LINES}", THREE_LINES, f"1. {THREE_LINES}")


def outline(count: int, name: str) -> Iterator[str]:
    """Yield headings, each with a text; a heading may follow a heading."""
    texts = cycle(TEXTS)
    for number, mark in enumerate(islice(cycle(MARKS), count)):
        yield f"{mark} Đầu mục {name} {number}"
        if number % 7 != 2:
            yield next(texts)


def filled(lines: int) -> str:
    """Return a text with some lines before its headings."""
    before = ["Dòng đầu của văn bản."] * lines
    parts = ["# Báo cáo", "Tổng kết công tác", *before, *outline(30, "chính"), "Dòng cuối./."]
    for annex in ("một", "hai", "ba"):
        parts += [f"# Tên {annex}", *before[::2], *outline(30, annex)]
    return "\n\n".join(parts) + "\n"


@pytest.fixture(scope="module")
def prints(to_pdf: ToPdf) -> dict[str, list[list[str]]]:
    """The lines of each page of each document; one start of LibreOffice for all."""
    files = {
        f"{lines} {profile}": write_docx(
            document(filled(lines)), load_standard("nd30-2020", profile)
        )
        for lines, profile in in_turn(LEVELS, PROFILES)
    }
    return {name: pages_of(pdf) for name, pdf in to_pdf(files).items()}


def pages_of(pdf: Path) -> list[list[str]]:
    with pypdfium2.PdfDocument(pdf) as printed:
        texts = [page.get_textpage().get_text_bounded() for page in printed]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


def test_no_page_ends_with_a_heading(prints: dict[str, list[list[str]]]) -> None:
    for name, pages in prints.items():
        for page in pages:
            assert "ĐẦU MỤC" not in page[-1].upper(), name


def test_pages_end_at_many_places(prints: dict[str, list[list[str]]]) -> None:
    # Guards the rule above: it would say nothing if no heading came near the foot of a page.
    feet = [line for pages in prints.values() for page in pages for line in page[-4:]]
    assert len({line for line in feet if "ầu mục" in line}) > 20


def test_every_heading_is_numbered_anew_in_each_annex(prints: dict[str, list[list[str]]]) -> None:
    for name, pages in prints.items():
        lines = [line.replace("\u00a0", " ") for page in pages for line in page]
        numbers = [line.split()[0] for line in lines if "ĐẦU MỤC" in line]
        assert numbers == ["I.", "II.", "III.", "IV.", "V."] * 4, name
        khoan = [line.split()[0] for line in lines if "Đầu mục" in line and line[0].isdigit()]
        assert khoan == ["1.", "2."] * 20, name


def test_the_signature_stands_with_the_end_of_the_text(prints: dict[str, list[list[str]]]) -> None:
    for name, pages in prints.items():
        (page,) = (page for page in pages if "Nơi nhận:" in page)
        assert any("Dòng cuối" in line for line in page), name


def test_no_page_is_blank(prints: dict[str, list[list[str]]]) -> None:
    for name, pages in prints.items():
        assert all([line for line in page if not line.isdigit()] for page in pages), name
