"""What Word finds inside: styles, headings, language, rules, headers, tables."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import docx
import pytest

import briefing
from briefing.document import Heading, Table, plain

from . import package
from .package import NAMES, NS, PROFILES, W, find, part, text_of, value


@pytest.fixture(scope="module", params=product(NAMES, PROFILES), ids=" ".join)
def written(request: pytest.FixtureRequest) -> bytes:
    return package.built(*request.param)


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


def test_python_docx_opens_the_file_and_reads_its_text(written: bytes) -> None:
    opened = docx.Document(BytesIO(written))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    assert "BÁO CÁO" in texts
    assert any(text.endswith("./.") for text in texts)


def test_headings_carry_words_own_heading_styles(name: str) -> None:
    content = briefing.render(package.load(name)).content
    blocks = [*content.blocks, *(block for annex in content.annexes for block in annex.blocks)]
    wanted = [
        (f"Heading {block.level}", plain(block.line).upper())
        for block in blocks
        if isinstance(block, Heading)
    ]
    found = [
        (paragraph.style.name, paragraph.text.upper().replace("\u00a0", " "))
        for paragraph in docx.Document(BytesIO(package.built(name))).paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert len(wanted) >= 8
    assert found == wanted


def test_heading_styles_are_built_in_and_numbered_by_word(written: bytes) -> None:
    styles = part(written, "word/styles.xml")
    numbering = part(written, "word/numbering.xml")
    formats = []
    for level in (1, 2, 3):
        (style,) = find(styles, f"w:style[@w:styleId='Heading{level}']")
        assert value(style.find("w:name", NS)) == f"heading {level}"
        assert style.get(f"{W}customStyle") is None
        assert value(style.find("w:pPr/w:outlineLvl", NS)) == str(level - 1)
        number = value(style.find("w:pPr/w:numPr/w:numId", NS))
        (instance,) = find(numbering, f"w:num[@w:numId='{number}']")
        abstract = value(instance.find("w:abstractNumId", NS))
        assert value(style.find("w:pPr/w:numPr/w:ilvl", NS)) == str(level)
        path = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']"
        (rules,) = find(numbering, path)
        label = value(rules.find("w:lvlText", NS))
        formats.append((value(rules.find("w:numFmt", NS)), label))
    # Nghị định 30, Phụ lục I, phần I, mục V, row 6b: I. then 1. then a).
    assert formats == [("upperRoman", "%2."), ("decimal", "%3."), ("lowerLetter", "%4)")]


def test_no_roman_or_arabic_number_of_a_heading_is_typed(written: bytes) -> None:
    for paragraph in docx.Document(BytesIO(written)).paragraphs:
        if paragraph.style.name in ("Heading 1", "Heading 2"):
            assert not paragraph.text.split()[0].endswith((".", ")"))


def test_headings_keep_with_what_follows(written: bytes) -> None:
    for level in (1, 2, 3):
        path = f"w:style[@w:styleId='Heading{level}']/w:pPr/w:keepNext"
        assert len(find(part(written, "word/styles.xml"), path)) == 1


def test_language_is_vietnamese(written: bytes) -> None:
    (language,) = find(part(written, "word/styles.xml"), "w:docDefaults//w:lang")
    assert value(language) == "vi-VN"
    core = part(written, "docProps/core.xml")
    assert [element.text for element in find(core, "dc:language")] == ["vi-VN"]
    assert part(written, "word/document.xml").findall(".//w:lang", NS) == []


def test_properties_name_title_subject_and_author(name: str) -> None:
    report = package.load(name)
    properties = docx.Document(BytesIO(package.built(name))).core_properties
    subject = plain(briefing.render(report).content.subject)
    assert subject in properties.title
    assert properties.subject == report.subject
    assert properties.author == report.issuer.name


def test_the_one_font_is_times_new_roman_for_every_script(written: bytes) -> None:
    (fonts,) = find(part(written, "word/styles.xml"), ".//w:rFonts")
    scripts = {script: value(fonts, script) for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert set(scripts.values()) == {"Times New Roman"}
    for other in ("document", "numbering", "header1", "header2"):
        assert find(part(written, f"word/{other}.xml"), ".//w:rFonts") == []


def test_page_is_A4_with_the_margins_of_the_decree(written: bytes) -> None:
    # Phụ lục I, phần I, mục I, in twips (1 mm is 56.7).
    sections = find(part(written, "word/document.xml"), ".//w:sectPr")
    assert len(sections) == 3
    for section in sections:
        size, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
        assert (value(size, "w"), value(size, "h")) == ("11906", "16838")
        assert 1134 <= int(value(margins, "top")) <= 1417
        assert 1134 <= int(value(margins, "bottom")) <= 1417
        assert 1701 <= int(value(margins, "left")) <= 1984
        assert 850 <= int(value(margins, "right")) <= 1134
        assert int(value(margins, "header")) < int(value(margins, "top"))


def test_rules_are_drawn_lines(written: bytes) -> None:
    # Under the motto, the agency, the subject, and the head of each of two annexes.
    drawings = find(part(written, "word/document.xml"), ".//w:drawing")
    assert len(drawings) == 5
    for drawing in drawings:
        assert [shape.get("prst") for shape in find(drawing, ".//a:prstGeom")] == ["line"]
        assert drawing.find(".//wp:docPr", NS).get("descr")
    ids = [drawing.find(".//wp:docPr", NS).get("id") for drawing in drawings]
    assert len(set(ids)) == len(ids)


def test_no_word_is_underlined_and_no_rule_is_typed(written: bytes) -> None:
    for file, content in package.parts(written).items():
        assert b"<w:u " not in content, file
        assert b"<w:u/>" not in content, file
        assert b"<w:pBdr" not in content, file
    assert "__" not in text_of(part(written, "word/document.xml"))


def test_pages_are_numbered_by_a_field_in_the_header(written: bytes) -> None:
    relations = {
        item.get("Id"): item.get("Target") for item in part(written, "word/_rels/document.xml.rels")
    }
    for section in find(part(written, "word/document.xml"), ".//w:sectPr"):
        headers = {
            value(reference, "type"): part(written, f"word/{relations[reference.get(id_)]}")
            for reference in find(section, "w:headerReference")
            for id_ in [f"{{{NS['r']}}}id"]
        }
        codes = [code.text.strip() for code in find(headers["default"], ".//w:instrText")]
        assert codes == ["PAGE"]
        assert section.find("w:titlePg", NS) is not None
        assert text_of(headers["first"]) == ""
        assert find(headers["first"], ".//w:instrText") == []


def test_each_part_of_the_document_starts_at_page_one(written: bytes) -> None:
    for section in find(part(written, "word/document.xml"), ".//w:sectPr"):
        assert value(section.find("w:pgNumType", NS), "start") == "1"


def test_no_row_may_split_across_pages(written: bytes) -> None:
    rows = find(part(written, "word/document.xml"), ".//w:tr")
    assert len(rows) > 5
    for row in rows:
        assert row.find("w:trPr/w:cantSplit", NS) is not None


def test_head_of_each_table_repeats_and_no_other_row_does(name: str) -> None:
    content = briefing.render(package.load(name)).content
    tables = [b for annex in content.annexes for b in annex.blocks if isinstance(b, Table)]
    wanted = ["".join(plain(cell) for cell in table.header) for table in tables]
    rows = find(part(package.built(name), "word/document.xml"), ".//w:tr")
    heads = [text_of(row) for row in rows if row.find("w:trPr/w:tblHeader", NS) is not None]
    assert heads == wanted == ["STTNội dungĐơn vị tínhKết quảTỷ lệ"]


def test_body_is_justified_indented_and_spaced_by_its_style(written: bytes) -> None:
    # Phụ lục I, phần I, mục II.6: 1 or 1,27 cm; at least 6 pt; 1 to 1,5 lines.
    (style,) = find(part(written, "word/styles.xml"), "w:style[@w:styleId='BodyText']/w:pPr")
    spacing = style.find("w:spacing", NS)
    assert value(style.find("w:jc", NS)) == "both"
    assert value(style.find("w:ind", NS), "firstLine") in ("567", "720")
    assert int(value(spacing, "before")) >= 120
    assert (value(spacing, "lineRule"), style.find("w:contextualSpacing", NS)) == ("auto", None)
    assert 240 <= int(value(spacing, "line")) <= 360


def test_every_paragraph_names_a_style_of_the_file(written: bytes) -> None:
    styles = find(part(written, "word/styles.xml"), "w:style")
    known = {style.get(f"{W}styleId") for style in styles}
    for paragraph in find(part(written, "word/document.xml"), ".//w:p"):
        assert value(paragraph.find("w:pPr/w:pStyle", NS)) in known
