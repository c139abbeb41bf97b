"""The tools that users would pick instead, set to make the same content."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from benchmarks.content import paragraphs, rows

_HEAD = (
    ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("TỈNH HÒA BÌNH", "Độc lập - Tự do - Hạnh phúc"),
    ("Số:      /BC-UBND", "Hòa Bình, ngày      tháng 12 năm 2023"),
)
_CLOSING = (("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Các sở, ngành của tỉnh;", "CHỦ TỊCH"))
_TITLES = ("STT", "Nội dung", "Đơn vị tính", "Kết quả", "Tỷ lệ")


def docxtpl_template(path: Path) -> None:
    """Write the Word template that docxtpl fills: tags in paragraphs and in a table row."""
    paragraph = ("{%p for text in paragraphs %}", "{{ text }}", "{%p endfor %}")
    cells = [f"{{{{ row[{column}] }}}}" for column in range(5)]
    _template(path, paragraph, [["{%tr for row in rows %}"], cells, ["{%tr endfor %}"]])


def node_template(path: Path) -> None:
    """Write the Word template that docxtemplater and easy-template-x fill."""
    cells = ["{#rows}{c0}", "{c1}", "{c2}", "{c3}", "{c4}{/rows}"]
    _template(path, ("{#paragraphs}", "{text}", "{/paragraphs}"), [cells])


def _template(path: Path, paragraph: tuple[str, ...], lines: list[list[str]]) -> None:
    document = docx.Document()
    _columns(document, _HEAD)
    document.add_heading("BÁO CÁO", 1)
    document.add_heading("I. KẾT QUẢ THỰC HIỆN", 2)
    for tag in paragraph:
        document.add_paragraph(tag)
    _columns(document, _CLOSING)
    document.add_page_break()  # type: ignore[no-untyped-call]
    table = document.add_table(rows=1 + len(lines), cols=5, style="Table Grid")
    for row, texts in zip(table.rows, [_TITLES, *lines], strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    document.save(str(path))


def with_docxtpl(template: Path, paragraph_count: int, row_count: int) -> bytes:
    """Return the document that docxtpl renders, values escaped as ours are."""
    document = DocxTemplate(str(template))
    context = {"paragraphs": paragraphs(paragraph_count), "rows": rows(row_count)}
    document.render(context, autoescape=True)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_python_docx(paragraph_count: int, row_count: int) -> bytes:
    """Return the document that a plain python-docx program builds."""
    document = docx.Document()
    _columns(document, _HEAD)
    document.add_heading("BÁO CÁO", 1)
    document.add_heading("I. KẾT QUẢ THỰC HIỆN", 2)
    for text in paragraphs(paragraph_count):
        document.add_paragraph(text)
    _columns(document, _CLOSING)
    document.add_page_break()  # type: ignore[no-untyped-call]
    table = document.add_table(rows=1, cols=5, style="Table Grid")
    for cell, title in zip(table.rows[0].cells, _TITLES, strict=True):
        cell.text = title
    for row in rows(row_count):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _columns(document: docx.document.Document, lines: tuple[tuple[str, str], ...]) -> None:
    table = document.add_table(rows=0, cols=2)
    for line in lines:
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.text = text
