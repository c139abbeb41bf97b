"""A document as Markdown: the numbers that Word shows, and text that reads back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from in_rows import in_rows
from markdown_it import MarkdownIt

from briefing.document import (
    Annex,
    Block,
    Content,
    Document,
    Frame,
    Heading,
    Line,
    ListItem,
    OutlineCounter,
    Paragraph,
    Properties,
    Run,
    Table,
    annex_label,
    number_in,
    plain,
    read_content,
)
from briefing.markdown import write_markdown
from briefing.standards import load_standard
from briefing.vietnamese import clean

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(150))
STANDARD = load_standard()


def line(text: str) -> Line:
    return (Run(text),)


FRAME = Frame(
    parent=(line("Ủy ban nhân dân tỉnh"),),
    issuer=(line("Ủy ban nhân dân"), line("huyện Kỳ Anh")),
    number=line("Số: 05/BC-UBND"),
    place_date=line("Kỳ Anh, ngày 05 tháng 3 năm 2024"),
    addressees=(),
    authority=(line("TM. Ủy ban nhân dân"), line("Chủ tịch")),
    signer=line("Nguyễn Văn A"),
    recipients=(line("Như trên;"), line("Lưu: VT.")),
    citation=line("Kèm theo Báo cáo số 05/BC-UBND"),
    properties=Properties("t", "s", "c", date(2024, 3, 5)),
)


def written(blocks: Iterable[Block], annexes: Iterable[Annex] = (), frame: Frame = FRAME) -> str:
    content = Content(line("Báo cáo"), line("Tổng kết năm 2023"), tuple(blocks), tuple(annexes))
    return write_markdown(Document(frame, content), STANDARD)


def headings(levels: Iterable[int]) -> list[str]:
    text = written(Heading(level, line("đề mục")) for level in levels)
    return [row for row in text.splitlines() if re.match("##+ ", row)]


def test_headings_bear_their_numbers() -> None:
    assert headings([1, 2, 2, 3, 3, 1, 2, 3]) == [
        "## I. ĐỀ MỤC",
        "### 1. đề mục",
        "### 2. đề mục",
        "#### a) đề mục",
        "#### b) đề mục",
        "## II. ĐỀ MỤC",
        "### 1. đề mục",
        "#### a) đề mục",
    ]


@FIXED
@given(st.lists(st.integers(1, 3), max_size=30))
def test_headings_bear_the_labels_that_the_outline_counts(levels: list[int]) -> None:
    counter = OutlineCounter(STANDARD.outline)
    labels = [counter.label(level) for level in levels]

    assert [row.split(" ")[1] for row in headings(levels)] == labels


def test_a_point_goes_by_the_vietnamese_alphabet() -> None:
    labels = [row.split(" ")[1] for row in headings([3] * 7)]

    assert labels == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_a_level_starts_anew_under_each_heading_above_it() -> None:
    counter = OutlineCounter(STANDARD.outline)

    assert [counter.next(level) for level in (1, 2, 3, 3, 2, 3, 1, 3, 2)] == [
        *(1, 1, 1, 2, 2, 1, 2, 1, 1)
    ]


@pytest.mark.parametrize(
    ("numbering", "number", "label"),
    [("roman", 4, "IV"), ("arabic", 4, "4"), ("letter", 5, "đ")],
)
def test_a_number_in_the_digits_of_its_numbering(numbering: str, number: int, label: str) -> None:
    assert number_in(numbering, number) == label


def test_a_single_annex_has_no_number_and_several_have() -> None:
    assert annex_label("Phụ lục", 1, 1) == "Phụ lục"
    assert [annex_label("Phụ lục", place, 3) for place in (1, 2, 3)] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
    ]


def test_annexes_are_labelled_titled_and_numbered_from_one_again() -> None:
    annex = Annex(line("Số liệu"), (Heading(1, line("bảng")),))
    text = written([Heading(1, line("kết quả"))], [annex, annex])
    rows = [row for row in text.splitlines() if row.startswith(("#", "**S"))]

    assert rows == [
        "# BÁO CÁO",
        "## I. KẾT QUẢ",
        "# Phụ lục I",
        "**SỐ LIỆU**",
        "## I. BẢNG",
        "# Phụ lục II",
        "**SỐ LIỆU**",
        "## I. BẢNG",
    ]
    assert text.count("*(Kèm theo Báo cáo số 05/BC-UBND)*") == 2


def test_the_frame_stands_around_the_text() -> None:
    text = written([])

    for part in (
        "ỦY BAN NHÂN DÂN TỈNH |",
        "**HUYỆN KỲ ANH**",
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**",
        "**Độc lập - Tự do - Hạnh phúc**",
        "Số: 05/BC-UBND",
        "*Kỳ Anh, ngày 05 tháng 3 năm 2024*",
        "**Tổng kết năm 2023**",
        "***Nơi nhận:***",
        "- Như trên;",
        "- Lưu: VT.",
        "**TM. ỦY BAN NHÂN DÂN**",
        "**CHỦ TỊCH**",
        "**Nguyễn Văn A**",
    ):
        assert part in text


def test_one_addressee_stands_on_the_line_and_several_below_it() -> None:
    one = replace(FRAME, addressees=(line("Tỉnh ủy"),))
    two = replace(FRAME, addressees=(line("Tỉnh ủy;"), line("Bộ Công an.")))

    assert "\n\nKính gửi: Tỉnh ủy\n\n" in written([], frame=one)
    assert "\n\nKính gửi:\n\n- Tỉnh ủy;\n- Bộ Công an.\n\n" in written([], frame=two)
    assert "Kính gửi" not in written([])


def test_lettered_items_show_their_letter() -> None:
    items = [ListItem(line("ý"), ordered=True, number=number) for number in (1, 5)]

    assert "- a\\) ý\n- đ\\) ý" in written(items)


_TEXT = (
    st.text(st.sampled_from("*_#-+=|\\[]<>&;:~.{}1) ađ"), min_size=1) | st.text(min_size=1)
).map(clean)


@FIXED
@given(text=_TEXT.filter(bool))
def test_text_of_every_kind_of_block_reads_back(text: str) -> None:
    row = (line(text), line(text))
    blocks = (
        Heading(2, line(text)),
        Paragraph(line(text)),
        ListItem(line(text)),
        Table(row, (row,), ("left", "right")),
    )
    main = written(blocks).split("# BÁO CÁO")[1].rsplit("\n\n| ***Nơi nhận", 1)[0]
    heading, *rest = read_content(f"# A\n{main}").blocks

    assert plain(heading.line) == f"1. {text}"
    assert tuple(rest) == blocks[1:]


def as_others_read(markdown: str) -> list[str]:
    """Return the texts that a plain CommonMark reader with tables finds, one a block."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found = [token.children or [] for token in reader.parse(markdown) if token.type == "inline"]
    return ["".join(child.content for child in children) for children in found]


@in_rows("text", [">x", "> x", "#x", "x #", "<b>", "~~a~~", "![x](y)", "\\|", "1)"])
def test_text_that_looks_like_markup_is_text_to_every_reader(text: str) -> None:
    blocks = [Paragraph(line(text)), ListItem(line(text)), Heading(2, line(text))]

    assert as_others_read(written(blocks)).count(text) == 2
    assert f"1. {text}" in as_others_read(written(blocks))


@FIXED
@given(text=_TEXT.filter(bool))
def test_any_text_is_text_to_every_reader(text: str) -> None:
    assert text in as_others_read(written([Paragraph(line(text))]))
