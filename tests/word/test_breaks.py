"""Breaks in the Word file: where a typist lets them, and the text stays what it was."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from in_rows import in_rows

import briefing
from briefing.document import Document, Heading, Line, ListItem, Paragraph, Run, Table, plain
from briefing.layout.glue import bound_line
from briefing.layout.names import keeps_phrases, name_lines, whole_phrases
from briefing.word.xml import bound_runs, runs

from . import package
from .package import NAMES, NS, find, part, parts, said, text_of, word_file

GLUE = "\u00a0"
TEXT = "Công tác QP-AN năm 2023 đạt 99,1% (771/778 vụ) theo Nghị định số 30/2020/NĐ-CP"
MARKDOWN = f"""# Báo cáo

Tổng kết công tác QP-AN năm 2023

## Công tác QP-AN năm 2023 của huyện

**Năm** 2023: **155** vụ. {TEXT}.

1. {TEXT}
2. Ý hai

# Phụ lục về công tác quản lý

| Nội dung | Kết quả |
| :--- | ---: |
| {TEXT} | hơn 160 vụ |
"""


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


def texts(document: Document) -> list[str]:
    """Return what the blocks of a document say."""
    found = []
    blocks = [*document.content.blocks]
    for annex in document.content.annexes:
        blocks += annex.blocks
    for block in blocks:
        match block:
            case Paragraph() | ListItem() | Heading():
                found.append(plain(block.line))
            case Table():
                found += [plain(cell) for row in (block.header, *block.rows) for cell in row]
    return [text for text in found if text]


def test_python_docx_reads_the_text_of_the_document(name: str) -> None:
    opened = docx.Document(BytesIO(package.built(name)))
    cells = [cell for table in opened.tables for row in table.rows for cell in row.cells]
    paragraphs = [*opened.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    read = {paragraph.text.replace(GLUE, " ").upper() for paragraph in paragraphs}
    for text in texts(briefing.render(package.load(name))):
        assert text.replace(GLUE, " ").upper() in read


def test_no_sign_stands_in_the_file_that_other_programs_do_not_know(name: str) -> None:
    for file, content in parts(package.built(name)).items():
        for sign in ("\u2011", "\u202f", "\u2060", "\u200b"):
            assert sign.encode() not in content, file


def test_the_preview_has_plain_blanks_and_hyphens(name: str) -> None:
    preview = briefing.preview(package.load(name))
    # Room to fill in by hand is the only place for other blanks.
    assert GLUE not in preview.replace(GLUE * 7, "")
    assert "\u2011" not in preview


def paragraph_with(start: str):
    root = part(word_file(MARKDOWN), "word/document.xml")
    (found,) = (p for p in find(root, ".//w:p") if said(p).startswith(start))
    return found


@pytest.mark.parametrize("start", ["Năm 2023: ", "Công tác QP-AN năm 2023 đạt 99,1% (771/778"])
def test_text_lists_and_cells_hold_together(start: str) -> None:
    root = part(word_file(MARKDOWN), "word/document.xml")
    found = [p for p in find(root, ".//w:p") if said(p).startswith(start)]
    assert found
    for paragraph in found:
        text = text_of(paragraph)
        assert "771/778\u00a0vụ" in text
        assert "Nghị\u00a0định số\u00a030/2020/NĐ\u2011CP" in text


def test_runs_of_one_number_and_its_unit_hold_together() -> None:
    text = text_of(paragraph_with("Năm 2023: "))
    assert text.startswith("Năm\u00a02023: 155\u00a0vụ.")


def test_marks_stay_on_their_runs() -> None:
    runs = find(paragraph_with("Năm 2023: "), "w:r")
    bold = [text_of(run) for run in runs if run.find("w:rPr/w:b", NS) is not None]
    assert bold == ["Năm", "155"]


def test_titles_and_headings_do_not_end_in_a_lone_word() -> None:
    for start, end in (
        ("Tổng kết", "QP\u2011AN\u00a0năm\u00a02023"),
        ("CÔNG TÁC QP", "CỦA\u00a0HUYỆN"),
        ("PHỤ LỤC VỀ", "QUẢN\u00a0LÝ"),
    ):
        assert text_of(paragraph_with(start)).endswith(end)


def test_a_hyphen_that_no_line_breaks_at_is_words_own() -> None:
    run = paragraph_with("Tổng kết").find("w:r", NS)
    assert [child.tag.rpartition("}")[2] for child in run] == ["t", "noBreakHyphen", "t"]


def test_a_title_breaks_within_no_word_also_where_a_hyphen_follows() -> None:
    said = whole_phrases("Tổng kết phát triển kinh tế\u00a0- xã hội, quốc phòng - an ninh")

    # What was bound before stays bound, and does not hide the word that it ends.
    assert "kinh\u00a0tế\u00a0- xã\u00a0hội, quốc\u00a0phòng - an\u00a0ninh" in said


@in_rows(
    "name",
    [
        "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính thành phố Vũng Tàu",
        "Ban Quản lý các khu công nghiệp và Xúc tiến đầu tư tỉnh Thái Bình",
        "Ban Tiếp công dân và Tổ chức cán bộ tỉnh Quảng Ninh",
    ],
)
@in_rows("room", [150, 170, 190])
def test_a_name_of_a_body_breaks_within_no_word_of_two_syllables(name: str, room: int) -> None:
    lines = name_lines(name, 13, "bold", room)
    assert len(lines) > 2
    ends = [line.split()[-1].casefold() for line in lines[:-1]]
    assert not {"kiểm", "thủ", "đầu", "tổ", "cán", "hành"} & set(ends)
    assert keeps_phrases(lines)


LINES = (
    (),
    (Run(TEXT),),
    (Run("QP-AN & <b>"),),
    (Run(TEXT, bold=True),),
    (Run("Năm ", bold=True), Run("2023: 155 vụ")),
    (Run("ngày 5 tháng 6", gap="date"),),
    (Run(TEXT, footnote=1),),
    (Run(TEXT, note=0),),
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_written_at_once_is_the_line_bound_and_then_written(line: Line) -> None:
    assert bound_runs(line) == runs(bound_line(line))
