"""What a form and its guide say of braces holds: the number is printed with its unit, once."""

from __future__ import annotations

import pytest
from cli.running import REPOSITORY
from fuzz.expected import put

from briefing import load, preview
from briefing.findings import LANGUAGES
from forms.test_blank_forms import blank
from forms.test_called_in_words import form, row
from forms.test_workbook import written

NAME = "{vụ án ma túy}"


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        (f"Khám phá {NAME} về ma túy", "Khám phá 12 vụ về ma túy"),
        (f"Khám phá {NAME} vụ", "Khám phá 12 vụ vụ"),
    ],
)
def test_braces_print_the_number_with_its_unit(said: str, printed: str) -> None:
    sheets = form()
    figure = {"nội dung của số liệu": "vụ án ma túy", "đơn vị tính": "vụ", "giá trị": 12}
    row(sheets, "Số liệu", figure)
    row(sheets, "Kết quả", {"lĩnh vực": "ma_tuy", "các câu nêu kết quả": said})

    assert printed in preview(load(put("phiếu.xlsx", written(sheets))), draft=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_and_the_page_say_so(language: str) -> None:
    guide = next(iter(blank("bao-cao-tong-ket", language).values()))
    page = REPOSITORY / "docs" / ("excel.vi.md" if language == "vi" else "excel.md")

    assert any(NAME in str(cells[0]) and "12 vụ" in str(cells[0]) for cells in guide)
    assert "12 vụ vụ" in page.read_text(encoding="utf-8")
