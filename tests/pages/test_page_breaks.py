"""Where pages break, over reports of many lengths.

Each series grows one report a line at a time, so that every break falls everywhere in turn. The
decree leaves breaks to the clerk's eye: no signature stands alone, no heading stands last.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pypdfium2
import pytest
from exploring import few, places

import briefing
from briefing import Report
from briefing.document import Heading, plain

from .reports import ToPdf, load, with_facts, with_statements, with_tasks

pytestmark = pytest.mark.slow(
    reason="LibreOffice prints reports of many lengths before the first test"
)

PageText = list[str]
"""The lines of a page."""

SHORT = "Giữ vững an ninh, trật tự ở cơ sở"
LONG = (
    "Chủ động nắm chắc tình hình, tham mưu cho cấp ủy, chính quyền xử lý kịp thời các vấn đề phát "
    "sinh ở cơ sở, nhất là địa bàn trọng điểm, không để xảy ra đột xuất, bất ngờ, góp phần phục vụ "
    "nhiệm vụ phát triển kinh tế - xã hội của địa phương"
)
THREE_LINES = (
    "Chủ động nắm chắc tình hình, tham mưu cho cấp ủy, chính quyền xử lý kịp thời các vấn đề phát "
    "sinh ở cơ sở, nhất là địa bàn trọng điểm, không để xảy ra đột xuất, bất ngờ, góp phần phục vụ "
    "tốt nhiệm vụ chính trị"
)


def growing_tasks(count: int) -> Report:
    return with_tasks(load("ky-anh-2023", "P14"), [SHORT] * count)


def growing_results(count: int) -> Report:
    return with_statements(load("hoa-binh-2023", "P13"), [SHORT] * count)


def long_paragraphs_and_many_recipients(count: int) -> Report:
    report = load("ky-anh-2023", "P13")
    copies = [f"Phòng, ban thứ {number} của huyện" for number in range(1, 11)]
    recipients = report.recipients.model_copy(update={"copies": copies})
    signature = report.signature.model_copy(update={"name": "Lê Văn An"})
    report = with_facts(report, recipients=recipients, signature=signature)
    return with_tasks(report, [LONG] * (count // 4) + [SHORT] * (count % 4 + count // 2))


def headings_before(statement: str, count: int) -> Report:
    """Return a report of many khoản of one statement each, so that headings come often."""
    report = load("hoa-binh-2023", "P14")
    area = report.results[0].model_copy(update={"area": None, "statements": [statement]})
    areas = [
        area.model_copy(update={"heading": f"Công tác thứ {number}"}) for number in range(1, 30)
    ]
    return with_statements(with_facts(report, results=areas, models=[]), [SHORT] * count)


def headings_before_one_line(count: int) -> Report:
    return headings_before(SHORT, count)


def headings_before_three_lines(count: int) -> Report:
    # Three lines go whole to the next page (no widow, no orphan), so their heading must too. Every
    # other paragraph is a heading: whatever stands before them, some end what LibreOffice deals to
    # a page before it lays the text out.
    return headings_before(THREE_LINES, count)


SERIES: dict[Callable[[int], Report], range] = {
    growing_tasks: few(range(41)),
    growing_results: few(range(41)),
    long_paragraphs_and_many_recipients: places(range(24)),
    headings_before_one_line: range(8),
    headings_before_three_lines: places(range(10)),
}

EVERY_SERIES = pytest.mark.parametrize("series", SERIES, ids=lambda series: series.__name__)


@pytest.fixture(scope="module")
def prints(to_pdf: ToPdf) -> dict[Callable[[int], Report], dict[int, list[PageText]]]:
    """Every report of every series, as the text of its pages; one start of soffice for all."""
    files = {
        f"{series.__name__} {count}": briefing.build(series(count))
        for series, counts in SERIES.items()
        for count in counts
    }
    pdfs = to_pdf(files)
    return {
        series: {count: page_texts(pdfs[f"{series.__name__} {count}"]) for count in counts}
        for series, counts in SERIES.items()
    }


def page_texts(pdf: Path) -> list[PageText]:
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


def heading_texts(report: Report) -> set[str]:
    content = briefing.render(report).content
    blocks = chain(content.blocks, *(annex.blocks for annex in content.annexes))
    return {plain(block.line).upper() for block in blocks if isinstance(block, Heading)}


def without_number(lines: PageText) -> PageText:
    return lines[1:] if lines and lines[0].isdigit() else lines


@EVERY_SERIES
def test_pages_break_at_many_places(series, prints) -> None:
    # Guards the rules below: they would say nothing if every report broke alike.
    breaks = {
        (number, len(page), page[-1])
        for pages in prints[series].values()
        for number, page in enumerate(pages)
    }
    assert len(breaks) >= 10


@EVERY_SERIES
def test_signature_never_stands_on_a_page_without_the_end_of_the_text(series, prints) -> None:
    for count, pages in prints[series].items():
        (page,) = (page for page in pages if "CHỦ TỊCH" in " ".join(page))
        text = " ".join(page)
        assert "./." in text, f"{count} paragraphs more"
        assert text.index("./.") < text.index("CHỦ TỊCH")


@EVERY_SERIES
def test_closing_block_stands_whole_on_one_page(series, prints) -> None:
    for count, pages in prints[series].items():
        (page,) = (" ".join(page) for page in pages if "Nơi nhận:" in " ".join(page))
        assert "TM. ỦY BAN NHÂN DÂN" in page, f"{count} paragraphs more"
        assert "CHỦ TỊCH" in page
        assert "- Lưu: VT." in page


@EVERY_SERIES
def test_last_paragraph_stands_whole_beside_the_signature(series, prints) -> None:
    for count, pages in prints[series].items():
        (page,) = (" ".join(page) for page in pages if "Nơi nhận:" in " ".join(page))
        assert "Trên đây là báo cáo" in page, f"{count} paragraphs more"


@EVERY_SERIES
def test_heading_is_never_the_last_line_of_a_page(series, prints) -> None:
    headings = heading_texts(series(0))
    for count, pages in prints[series].items():
        for page in pages:
            last = re.sub(r"^([IVX]+|\d+)\. ", "", page[-1]).upper().replace("\u00a0", " ")
            assert last not in headings, f"{count} paragraphs more"


@EVERY_SERIES
def test_every_heading_is_printed(series, prints) -> None:
    # Guards the rule above: headings are found by their text.
    headings = heading_texts(series(0))
    for pages in prints[series].values():
        printed = [line.replace("\u00a0", " ") for page in pages for line in page]
        lines = {re.sub(r"^([IVX]+|\d+)\. ", "", line).upper() for line in printed}
        assert headings <= lines


@EVERY_SERIES
def test_no_page_is_blank(series, prints) -> None:
    for count, pages in prints[series].items():
        for page in pages:
            assert without_number(page), f"{count} paragraphs more"
