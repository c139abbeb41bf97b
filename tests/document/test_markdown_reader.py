"""Markdown into a document's content: the few structures that templates use."""

from __future__ import annotations

from briefing.document import (
    Annex,
    Content,
    Heading,
    ListItem,
    Paragraph,
    Run,
    Table,
    plain,
    read_content,
)


def blocks(markdown: str):
    return read_content(f"# Báo cáo\n\nTrích yếu\n\n{markdown}").blocks


def test_the_first_heading_is_the_kind_and_the_text_under_it_the_subject() -> None:
    content = read_content("# Báo cáo\n\nTổng kết năm 2023\n\nMở đầu.\n")

    assert content == Content(
        (Run("Báo cáo"),), (Run("Tổng kết năm 2023"),), (Paragraph((Run("Mở đầu."),)),)
    )


def test_a_kind_may_stand_without_subject() -> None:
    assert read_content("# Báo cáo\n\n## I\n") == Content(
        (Run("Báo cáo"),), (), (Heading(1, (Run("I"),)),)
    )


def test_nothing_is_an_empty_content() -> None:
    assert read_content("") == Content((), (), ())


def test_levels_go_from_section_to_point() -> None:
    found = blocks("## Mục\n\n### Khoản\n\n#### Điểm\n")

    assert [(block.level, plain(block.line)) for block in found] == [
        (1, "Mục"),
        (2, "Khoản"),
        (3, "Điểm"),
    ]


def test_every_later_first_level_heading_opens_an_annex() -> None:
    content = read_content("# A\n\nB\n\nC\n\n# Số liệu\n\nD\n\n# Hội nghị\n\n## E\n")

    assert content.blocks == (Paragraph((Run("C"),)),)
    assert content.annexes == (
        Annex((Run("Số liệu"),), (Paragraph((Run("D"),)),)),
        Annex((Run("Hội nghị"),), (Heading(1, (Run("E"),)),)),
    )


def test_lines_of_one_paragraph_are_one_text() -> None:
    assert blocks("một\nhai  \nba\n") == (Paragraph((Run("một hai ba"),)),)


def test_strong_and_emphasis_make_runs() -> None:
    assert blocks("a **b** *c* ***d*** e\n") == (
        Paragraph(
            (
                *(Run("a "), Run("b", bold=True), Run(" "), Run("c", italic=True), Run(" ")),
                *(Run("d", bold=True, italic=True), Run(" e")),
            )
        ),
    )


def test_neighbouring_runs_that_are_set_alike_are_one() -> None:
    assert blocks("a\\*b&amp;c [d](x)\n") == (Paragraph((Run("a*b&c d"),)),)


def test_a_gap_link_marks_a_gap_and_other_links_are_their_text() -> None:
    assert blocks("[cần tên](<gap:issuer.name>) và [chữ](<http://a.vn>)\n") == (
        Paragraph((Run("cần tên", gap="issuer.name"), Run(" và chữ"))),
    )


def test_dash_items_count_and_know_their_depth() -> None:
    found = blocks("- a\n- b\n  - c\n- d\n")

    assert [(plain(item.line), item.ordered, item.number, item.depth) for item in found] == [
        ("a", False, 1, 0),
        ("b", False, 2, 0),
        ("c", False, 1, 1),
        ("d", False, 3, 0),
    ]


def test_numbered_items_are_ordered_whatever_numbers_were_typed() -> None:
    found = blocks("1. a\n1. b\n1. c\n")

    assert [(type(item), item.ordered, item.number) for item in found] == [
        (ListItem, True, 1),
        (ListItem, True, 2),
        (ListItem, True, 3),
    ]


def test_a_numbered_list_goes_on_after_a_paragraph_where_its_first_number_says_so() -> None:
    found = blocks("1. a\n2. b\n\nGiữa.\n\n3. c\n4. d\n")

    assert [getattr(block, "number", 0) for block in found] == [1, 2, 0, 3, 4]


def test_a_list_begins_anew_after_a_paragraph() -> None:
    found = blocks("- a\n\nGiữa.\n\n- b\n")

    assert [getattr(block, "number", 0) for block in found] == [1, 0, 1]


def test_a_table_has_header_rows_and_alignments() -> None:
    found = blocks("| A | B | C |\n| :--- | :---: | ---: |\n| 1 | **2** | 3 |\n| 4 | 5 | 6 |\n")

    assert found == (
        Table(
            ((Run("A"),), (Run("B"),), (Run("C"),)),
            (
                ((Run("1"),), (Run("2", bold=True),), (Run("3"),)),
                ((Run("4"),), (Run("5"),), (Run("6"),)),
            ),
            ("left", "center", "right"),
        ),
    )


def test_a_short_row_is_filled_and_an_empty_cell_is_an_empty_line() -> None:
    (table,) = blocks("| A | B |\n| --- | --- |\n| 1 |\n|  | 2 |\n")

    assert table.rows == (((Run("1"),), ()), ((), (Run("2"),)))


def test_what_follows_a_table_is_read_on() -> None:
    assert [type(block) for block in blocks("| A |\n| --- |\n| 1 |\n\nSau.\n\n## Mục\n")] == [
        Table,
        Paragraph,
        Heading,
    ]


def test_html_and_code_are_only_text() -> None:
    assert blocks("<b>x</b> `y`\n\n    z\n") == (
        Paragraph((Run("<b>x</b> `y`"),)),
        Paragraph((Run("z"),)),
    )
