"""What a person adds to a built file: it takes its number and its form from styles and lists."""

from __future__ import annotations

import copy
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from exploring import few
from word.package import word_file

from .measure import TOLERANCE, Line, Page, mm, read_pages
from .reports import ToPdf

MARKDOWN = """# Báo cáo

Tổng kết công tác bảo đảm an ninh, trật tự và phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2023

## Mục một

### Khoản một

Đoạn của khoản một.

1. Ý một
2. Ý hai
3. Ý ba

### Khoản hai

- Gạch một
- Gạch hai

## Mục hai

Đoạn của mục hai.

# Phụ lục thứ nhất

## Mục phụ một

### Khoản phụ một

Đoạn.

## Mục phụ hai

Đoạn.

# Phụ lục thứ hai

## Mục của phụ lục hai

Đoạn.
"""

Edit = Callable[[Any], None]


def find(document: Any, text: str) -> Any:
    (found,) = (p for p in document.paragraphs if p.text.replace("\u00a0", " ") == text)
    return found


def put_after(document: Any, text: str, new: str, style: str) -> None:
    """Type a paragraph of a style after another one."""
    paragraph = find(document, text)
    added = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(added)
    added_paragraph = type(paragraph)(added, paragraph._parent)
    for child in list(added):
        added.remove(child)
    added_paragraph.style = document.styles[style]
    added_paragraph.add_run(new)


def item_after(document: Any, text: str, new: str) -> None:
    """Press Enter at the end of an item and type another one."""
    paragraph = find(document, text)
    added = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(added)
    type(paragraph)(added, paragraph._parent).runs[0].text = new


def into_list(document: Any) -> None:
    item_after(document, "Ý hai", "Ý thêm")


def after_a_heading(document: Any) -> None:
    put_after(document, "Khoản một", "Đoạn thêm sau đầu mục.", "Body Text")


def a_heading_by_its_style(document: Any) -> None:
    put_after(document, "Đoạn của khoản một.", "Khoản thêm", "Heading 2")


def first_heading_of_an_annex(document: Any) -> None:
    heading = find(document, "MỤC PHỤ MỘT")
    heading.insert_paragraph_before("MỤC THÊM", document.styles["Heading 1"])


def a_dash(document: Any) -> None:
    item_after(document, "Gạch một", "Gạch thêm")


def more_of_the_title(document: Any) -> None:
    (title,) = (p for p in document.paragraphs if p.style.name == "Subtitle")
    title.runs[0].text += ", phương hướng, nhiệm vụ trọng tâm năm 2024 trên địa bàn tỉnh"


def a_line_of_the_title(document: Any) -> None:
    (title,) = (p for p in document.paragraphs if p.style.name == "Subtitle")
    text = "(số liệu tính đến hết ngày 30 tháng 11)"
    title._p.addnext(new_paragraph(document, text, "Subtitle"))


def new_paragraph(document: Any, text: str, style: str) -> Any:
    element = OxmlElement("w:p")
    paragraph = type(document.paragraphs[0])(element, document.paragraphs[0]._parent)
    paragraph.style = document.styles[style]
    paragraph.add_run(text)
    return element


EDITS: tuple[Edit, ...] = (
    into_list,
    after_a_heading,
    a_heading_by_its_style,
    first_heading_of_an_annex,
    a_dash,
    more_of_the_title,
    a_line_of_the_title,
)


@pytest.fixture(scope="module")
def edited() -> dict[str, bytes]:
    built = word_file(MARKDOWN)
    files = {"built": built}
    for edit in EDITS:
        document = docx.Document(BytesIO(built))
        edit(document)
        buffer = BytesIO()
        document.save(buffer)
        files[edit.__name__] = buffer.getvalue()
    return files


@pytest.fixture(scope="module")
def prints(edited: dict[str, bytes], to_pdf: ToPdf) -> dict[str, tuple[Page, ...]]:
    return {name: read_pages(pdf) for name, pdf in to_pdf(edited).items()}


def texts(pages: tuple[Page, ...]) -> list[str]:
    return [line.text for page in pages for line in page.text_lines]


def line(pages: tuple[Page, ...], text: str) -> Line:
    (found,) = (each for page in pages for each in page.lines if each.text == text)
    return found


def test_an_item_is_counted_where_it_is_put(prints: dict) -> None:
    found = [text for text in texts(prints["into_list"]) if " Ý " in text]
    assert found == ["a) Ý một", "b) Ý hai", "c) Ý thêm", "d) Ý ba"]
    places = {round(line(prints["into_list"], text).x0) for text in found}
    assert len(places) == 1


def test_text_after_a_heading_is_text(prints: dict) -> None:
    pages = prints["after_a_heading"]
    added, other = (line(pages, text) for text in ("Đoạn thêm sau đầu mục.", "Đoạn của khoản một."))
    assert (added.sizes, added.faces, added.x0) == (other.sizes, other.faces, other.x0)
    assert texts(pages).index("1. Khoản một") + 1 == texts(pages).index(added.text)


def test_a_heading_moves_on_those_after_it(prints: dict) -> None:
    found = [text for text in texts(prints["a_heading_by_its_style"]) if " Khoản " in text]
    assert found[:3] == ["1. Khoản một", "2. Khoản thêm", "3. Khoản hai"]
    assert line(prints["a_heading_by_its_style"], "2. Khoản thêm").faces == {"bold"}


def test_a_heading_put_first_into_an_annex_is_the_first_there(prints: dict) -> None:
    found = [text for text in texts(prints["first_heading_of_an_annex"]) if text.isupper()]
    headings = [text for text in found if " MỤC " in text]
    assert headings == [
        "I. MỤC MỘT",
        "II. MỤC HAI",
        "I. MỤC THÊM",
        "II. MỤC PHỤ MỘT",
        "III. MỤC PHỤ HAI",
        "I. MỤC CỦA PHỤ LỤC HAI",
    ]


def test_a_dash_stands_under_the_others(prints: dict) -> None:
    found = [text for text in texts(prints["a_dash"]) if "Gạch" in text]
    assert found == ["- Gạch một", "- Gạch thêm", "- Gạch hai"]
    assert len({round(line(prints["a_dash"], text).x0) for text in found}) == 1


@pytest.mark.parametrize("name", ["more_of_the_title", "a_line_of_the_title"])
def test_a_longer_title_is_centred_and_its_rule_stays_under_it(name: str, prints: dict) -> None:
    page, before = prints[name][0], prints["built"][0]
    low = page.find("I. MỤC MỘT").baseline
    title = [each for each in page.lines if page.find("BÁO CÁO").baseline < each.baseline < low - 1]
    assert len(title) > 2
    middle = (mm(30) + page.width - mm(15)) / 2
    for each in title:
        assert each.faces == {"bold"}
        assert each.centre == pytest.approx(middle, abs=TOLERANCE)
    assert page.rules[-1].centre == pytest.approx(middle, abs=TOLERANCE)
    assert 0 < page.rules[-1].y - title[-1].baseline < 10
    assert len(page.rules) == len(before.rules)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_nothing_else_changes_its_number(edit: Edit, prints: dict) -> None:
    kept = [text for text in texts(prints["built"]) if "của mục hai" in text or "Phụ" in text]
    assert [text for text in kept if text not in texts(prints[edit.__name__])] == []


def test_all_of_them_are_valid(
    edited: dict[str, bytes], docx_errors: Callable[[bytes], list[Any]]
) -> None:
    for name in few(list(edited)[::-1]):
        assert docx_errors(edited[name]) == [], name
