"""A Word file is read as Word shows it, letter by letter, transitional and strict."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_rows import in_rows

import briefing
from briefing.ooxml import shown
from ooxml.packages import paragraph, run, word

HIDDEN = "<w:vanish/>"
RAISED = '<w:vertAlign w:val="superscript"/>'

PARAGRAPHS = {
    "no-break hyphen": (
        paragraph("15", "<w:r><w:noBreakHyphen/><w:t>16/20</w:t></w:r>"),
        ["15-16/20"],
    ),
    "soft hyphen": (
        paragraph("<w:r><w:t>ngh</w:t><w:softHyphen/><w:t>iệp</w:t></w:r>"),
        ["nghiệp"],
    ),
    "breaks and tabs": (
        paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:br/></w:r>"),
        ["a\tb\nc\n"],
    ),
    "a tab stop is no tab": (
        paragraph("a", properties='<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>'),
        ["a"],
    ),
    "hidden letters": (paragraph("1", run("2", HIDDEN), "3"), ["13"]),
    "shown after all": (paragraph(run("2", '<w:vanish w:val="false"/>')), ["2"]),
    "deleted and inserted": (
        paragraph(
            "<w:del><w:r><w:delText>7</w:delText></w:r></w:del>", f"<w:ins>{run('8')}</w:ins>"
        ),
        ["8"],
    ),
    "moved": (
        paragraph(f"<w:moveFrom>{run('7')}</w:moveFrom>", f"<w:moveTo>{run('9')}</w:moveTo>"),
        ["9"],
    ),
    "a deleted end joins two paragraphs": (
        paragraph("một ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("đoạn"),
        ["một đoạn"],
    ),
    "a hidden end too": (
        paragraph("một ", properties=f"<w:rPr>{HIDDEN}</w:rPr>") + paragraph("đoạn"),
        ["một đoạn"],
    ),
    "a note mark is no digit": (paragraph("778", run("1", RAISED), " vụ"), ["778 vụ"]),
    "square metres": (paragraph("20 m", run("2", RAISED), " đất"), ["20 m² đất"]),
    "a power of ten": (paragraph("10", run("3", RAISED)), ["10³"]),
    "raised letters stay": (paragraph("20", run("o", RAISED), "C"), ["20oC"]),
    "a field shows its result": (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText>PAGE 12</w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "3",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        ["3"],
    ),
    "a simple field too": (
        paragraph(f'<w:fldSimple w:instr="REF a">{run("5")}</w:fldSimple>'),
        ["5"],
    ),
    "links, controls, directions": (
        paragraph(
            f"<w:hyperlink>{run('1')}</w:hyperlink>",
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run('2')}</w:sdtContent></w:sdt>",
            f"<w:smartTag>{run('3')}</w:smartTag>",
        ),
        ["123"],
    ),
    "readings above letters": (
        paragraph(
            f"<w:r><w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('y')}</w:rubyBase></w:ruby></w:r>"
        ),
        ["y"],
    ),
    "empty paragraphs": (paragraph() + paragraph(" ") + paragraph("a"), ["a"]),
    "comments of XML": (paragraph("<!-- no --><w:r><w:t>a</w:t></w:r>"), ["a"]),
}


def texts(content: bytes) -> list[str]:
    return [passage.text for passage in shown(content).passages]


@in_rows("strict", [False, True], ids=["transitional", "strict"])
@in_rows("name", PARAGRAPHS)
def test_letters_are_those_of_the_page(name: str, strict: bool) -> None:
    body, expected = PARAGRAPHS[name]

    assert texts(word(body, strict=strict)) == expected


def box(text: str) -> str:
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    drawn = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
def test_a_text_box_is_read_once_after_its_paragraph(strict: bool) -> None:
    body = paragraph("trước", box("trong khung"), " sau") + paragraph("cuối")

    found = shown(word(body, strict=strict)).passages

    assert [(one.text, one.number) for one in found] == [
        ("trước sau", 1),
        ("trong khung", 2),
        ("cuối", 3),
    ]


def test_the_older_form_is_read_where_word_does_not_know_the_newer() -> None:
    choice = '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:t>1</w:t></mc:Choice>'
    fallback = "<mc:Fallback><w:t>2</w:t></mc:Fallback></mc:AlternateContent></w:r>"

    assert texts(word(paragraph(choice + fallback))) == ["2"]


STYLES = """
<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Below"><w:basedOn w:val="Hidden"/></w:style>
<w:style w:type="character" w:styleId="Mark"><w:rPr>
<w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
"""


@pytest.mark.parametrize(
    ("run_style", "paragraph_style", "expected"),
    [
        ("Hidden", "", []),
        ("Below", "", []),
        ("Mark", "", []),
        ("Loop", "", ["12"]),
        ("", "Gone", []),
        ("Hidden", "Gone", ["12"]),
        ("Unknown", "Unknown", ["12"]),
    ],
)
def test_styles_hide_and_raise(run_style: str, paragraph_style: str, expected: list[str]) -> None:
    text = run("12", f'<w:rStyle w:val="{run_style}"/>')
    body = paragraph(text, properties=f'<w:pStyle w:val="{paragraph_style}"/>')

    assert texts(word(body, styles=STYLES)) == expected


def test_notes_are_read_where_the_page_calls_them() -> None:
    def call(kind: str, identity: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{identity}"/></w:r>'

    body = paragraph("a", call("footnote", 7), "b", call("footnote", 3), call("endnote", 1))
    body += paragraph(f"<w:del>{call('footnote', 9)}</w:del>")
    footnotes = "".join(
        f'<w:footnote w:id="{n}">{paragraph(f"chú thích {n}")}</w:footnote>' for n in (0, 3, 7, 9)
    )
    endnotes = f'<w:endnote w:id="1">{paragraph("cuối")}</w:endnote>'

    found = shown(word(body, footnotes=footnotes, endnotes=endnotes)).passages

    assert [(one.text, one.part, one.number) for one in found] == [
        ("ab", "", 1),
        ("chú thích 7", "footnote", 1),
        ("chú thích 3", "footnote", 2),
        ("cuối", "endnote", 1),
    ]


@pytest.mark.parametrize(
    ("section", "settings", "expected"),
    [
        ("", "", ["thân", "chân"]),
        ("<w:titlePg/>", "", ["thân", "đầu trang nhất", "chân"]),
        ("", "<w:evenAndOddHeaders/>", ["thân", "trang chẵn", "chân"]),
    ],
)
def test_headers_and_footers_are_those_that_some_page_shows(
    section: str, settings: str, expected: list[str]
) -> None:
    body = paragraph("thân") + (
        '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
        '<w:headerReference w:type="even" r:id="header2"/>'
        f'<w:footerReference w:type="default" r:id="footer1"/>{section}</w:sectPr>'
    )
    content = word(
        body,
        header1=paragraph("đầu trang nhất"),
        header2=paragraph("trang chẵn"),
        footer1=paragraph("chân"),
        settings=settings,
    )

    assert texts(content) == expected


def test_links_to_nothing_are_passed_over() -> None:
    assert texts(word(paragraph("a"), dangling=True)) == ["a"]


def test_what_only_word_can_show_is_named() -> None:
    chart = '<w:r><w:drawing><a:graphicData><c:chart r:id="x"/></a:graphicData></w:drawing></w:r>'
    formula = "<m:oMath><m:r><m:t>3</m:t></m:r></m:oMath>"
    body = paragraph("a", chart) + paragraph(formula, "b") + '<w:altChunk r:id="y"/>'

    found = shown(word(body))

    assert [one.text for one in found.passages] == ["a", "•b"]
    assert found.unread == ("chart", "formula", "inserted")


def test_tables_have_the_shape_of_the_page() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    def row(*cells: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"

    table = "".join(
        [
            row(
                cell("Địa bàn", '<w:vMerge w:val="restart"/>'),
                cell("Vụ", '<w:gridSpan w:val="2"/>'),
            ),
            row(cell("", "<w:vMerge/>"), cell("1"), cell("2")),
            row(cell("x"), properties="<w:del/>"),
            f"<w:sdt><w:sdtContent>{row(cell('A'), cell('3'), cell('4'))}</w:sdtContent></w:sdt>",
        ]
    )

    [found] = shown(word(f"<w:tbl>{table}</w:tbl>")).tables

    assert [[(cell.text, cell.span, cell.continues) for cell in row] for row in found.rows] == [
        [("Địa bàn", 1, False), ("Vụ", 2, False)],
        [("", 1, True), ("1", 1, False), ("2", 1, False)],
        [("A", 1, False), ("3", 1, False), ("4", 1, False)],
    ]
    assert found.numbers == (1, 3, 6)


@pytest.mark.parametrize("kept", [0, 2, 40, 400])
def test_what_is_no_word_file_is_refused(tmp_path: Path, kept: int) -> None:
    file = tmp_path / "broken.docx"
    file.write_bytes(word(paragraph("a"))[:kept])

    with pytest.raises(briefing.InputError) as refused:
        briefing.read_statements(file)

    assert [one.rule for one in refused.value.findings] == ["file/not-word"]
