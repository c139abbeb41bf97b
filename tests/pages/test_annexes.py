"""Annexes: Phụ lục I, phần I, mục III.1, sample form 2.1 of Phụ lục III; mục V, row 9."""

from __future__ import annotations

import pytest

from .measure import TOLERANCE, Line, Page
from .reports import Printed


def head(page: Page) -> list[Line]:
    """Return the lines above the rule: label, title, reference."""
    return [line for line in page.lines if line.baseline < page.rules[0].y]


def test_two_annexes_bear_roman_numbers(printed: Printed) -> None:
    labels = [annex[0].lines[0].text for annex in printed.annexes]
    assert labels == ["Phụ lục I", "Phụ lục II"]


def test_text_refers_to_each_annex(printed: Printed) -> None:
    # Mục III.1.a: trong văn bản phải có chỉ dẫn về phụ lục đó.
    text = " ".join(paragraph.text for paragraph in printed.body)
    assert "tại Phụ lục I kèm theo" in text
    assert "tại Phụ lục II kèm theo" in text


def test_annex_label_is_14_bold_whatever_the_profile(printed: Printed) -> None:
    # Row 9: 14, upright, bold; centred on its own line.
    for annex in printed.annexes:
        label = head(annex[0])[0]
        assert (label.sizes, label.faces) == ({14}, {"bold"})
        assert label.centre == pytest.approx(printed.centre, abs=TOLERANCE)


def test_annex_title_is_bold_capitals_in_the_middle(printed: Printed) -> None:
    # Row 9: 13 to 14, upright, bold.
    for annex in printed.annexes:
        title = head(annex[0])[1]
        assert title.text.isupper()
        assert (title.sizes, title.faces) == ({printed.large}, {"bold"})
        assert title.centre == pytest.approx(printed.centre, abs=TOLERANCE)


def test_annex_names_the_document_it_belongs_to_in_italics(printed: Printed) -> None:
    # Mục III.1.c: "(Kèm theo Văn bản số …/… ngày … tháng … năm … của …)", centred, italic, 13
    # to 14.
    for annex in printed.annexes:
        reference = head(annex[0])[2:]
        text = " ".join(line.text for line in reference)
        assert text.startswith("(Kèm theo Báo cáo số /BC-UBND ngày tháng 12 năm 2023 của Ủy ban")
        assert text.endswith(")")
        assert len(reference) == 2
        for line in reference:
            assert (line.sizes, line.faces) == ({printed.large}, {"italic"})
            assert line.centre == pytest.approx(printed.centre, abs=TOLERANCE)


def test_rule_under_the_reference_is_drawn_in_the_middle(printed: Printed) -> None:
    # Sample form 2.1 of Phụ lục III; between a third and a half of the line of text above it.
    for annex in printed.annexes:
        lines, rule = head(annex[0]), annex[0].rules[0]
        assert rule.centre == pytest.approx(printed.centre, abs=TOLERANCE)
        assert 1 / 3 <= rule.length / lines[-1].width <= 1 / 2


def test_headings_of_an_annex_count_from_one_again(printed: Printed) -> None:
    starts = [line.text.split()[0] for annex in printed.annexes for line in annex[0].lines]
    romans = [word for word in starts if word in ("I.", "II.", "III.", "IV.", "V.")]
    assert romans in ([], ["I.", "II."])


def test_figures_stand_in_a_drawn_table_with_a_bold_head(printed: Printed) -> None:
    page = printed.annexes[0][0]
    (table,) = page.tables
    head = [(cell or "").replace("\n", " ") for cell in table[0]]
    assert head == ["STT", "Nội dung", "Đơn vị tính", "Kết quả", "Tỷ lệ"]
    # A heading of an area runs across the table: its other cells are none.
    figures = [row for row in table[1:] if row[1]]
    assert [row[0] for row in figures] == [str(n) for n in range(1, len(figures) + 1)]
    assert page.find("STT").faces == {"bold"}
