"""How tables are drawn, and the crest above the issuing body, come from ``style.docx``."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from exploring import places, variant_of

from briefing import Severity
from briefing.library import in_kind

from .styled import (
    PARTY,
    Edit,
    W,
    bordered,
    head_filled,
    jpeg,
    looks,
    made,
    part,
    png,
    rezipped,
    saved,
    style,
    styled,
    with_picture,
)

DocxErrors = Callable[[bytes], list[Any]]
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MM = 36000  # English metric units


def test_borders_are_taken(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, bordered("double", 12, "1F4E79")))
    content = made(report)
    borders = style(content, "TableGrid").find(f".//{W}tblBorders")
    said = {
        tuple(border.get(f"{W}{name}") for name in ("val", "sz", "color")) for border in borders
    }
    assert len(borders) == 6
    assert said == {("double", "12", "1F4E79")}
    assert looks(report) == []


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        (("single", 96, "auto"), ("single", "24", "auto")),
        (("single", 0, "auto"), ("single", "2", "auto")),
        (("apples", 4, "auto"), ("single", "4", "auto")),
        (("nil", 4, "auto"), ("nil", "4", "auto")),
        (("single", 4, "red'/>"), ("single", "4", "auto")),
    ],
)
def test_borders_are_held_within_what_reads_well(
    said: tuple[str, int, str], drawn: tuple[str, str, str], tmp_path: Path
) -> None:
    content = made(styled(saved(tmp_path, bordered(*said))))
    border = style(content, "TableGrid").find(f".//{W}tblBorders/{W}insideH")
    assert tuple(border.get(f"{W}{name}") for name in ("val", "sz", "color")) == drawn


def test_head_of_tables_is_filled(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, head_filled("DEEAF6")))
    content = made(report)
    head = style(content, "TableGrid").find(f"{W}tblStylePr[@{W}type='firstRow']")
    assert head.find(f".//{W}shd").get(f"{W}fill") == "DEEAF6"
    assert looks(report) == []


def test_fill_that_is_painted_on_the_first_table_counts(tmp_path: Path) -> None:
    def paint(document: Any) -> None:
        table = next(t for t in document.tables if t.style.style_id == "TableGrid")
        for cell in table.rows[0].cells:
            shade = OxmlElement("w:shd")
            shade.set(qn("w:val"), "clear")
            shade.set(qn("w:fill"), "FFF2CC")
            cell._tc.get_or_add_tcPr().append(shade)

    content = made(styled(saved(tmp_path, paint)))
    assert style(content, "TableGrid").find(f".//{W}shd").get(f"{W}fill") == "FFF2CC"


def test_a_fill_too_dark_for_black_text_is_left_out(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, head_filled("1F4E79")))
    assert style(made(report), "TableGrid").find(f".//{W}shd") is None
    [finding] = looks(report)
    assert finding.message("vi") == (
        "nền #1F4E79 ở hàng đầu bảng quá đậm, khó đọc chữ đen; để nền trắng"
    )
    assert finding.message("en") == (
        "the fill #1F4E79 of the table head is too dark to read black text on; no fill is used"
    )


def test_margins_of_cells_are_taken_and_make_room_in_the_columns(tmp_path: Path) -> None:
    def widen(document: Any) -> None:
        [grid] = [each for each in document.styles if each.style_id == "TableGrid"]
        for side in grid.element.find(f".//{W}tblCellMar"):
            side.set(qn("w:w"), "200")

    content = made(styled(saved(tmp_path, widen)))
    margins = style(content, "TableGrid").find(f".//{W}tblCellMar")
    assert [side.get(f"{W}w") for side in margins] == ["200", "200"]
    assert columns(content) != columns(made(styled()))


def test_margins_that_a_person_gives_the_first_table_count_over_its_style(tmp_path: Path) -> None:
    def widen(document: Any) -> None:
        table = next(t for t in document.tables if t.style.style_id == "TableGrid")
        for side in table._tbl.find(f".//{W}tblCellMar"):
            side.set(qn("w:w"), "150")

    content = made(styled(saved(tmp_path, widen)))
    margins = style(content, "TableGrid").find(f".//{W}tblCellMar")
    assert [side.get(f"{W}w") for side in margins] == ["150", "150"]


def columns(content: bytes) -> list[str]:
    table = part(content, "word/document.xml").findall(f".//{W}tbl")[-1]
    return [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")]


@pytest.mark.parametrize("name", ["hoa-binh-2023", PARTY])
def test_crest_stands_above_the_issuing_body_on_the_first_page_only(
    name: str, tmp_path: Path
) -> None:
    picture = png(120, 160)
    report = styled(saved(tmp_path, with_picture(picture, height=Mm(40)), name=name), name=name)
    content = made(report)
    first, issuer = part(content, "word/document.xml").find(f".//{W}tbl").findall(f"{W}tr")[:2]
    assert len(first.findall(f".//{WP}inline")) == 1
    assert first.findall(f"{W}tc")[1].findall(f".//{W}t") == []
    [nation] = issuer.findall(f"{W}tc")[1:]
    assert next(nation.iter(f"{W}t")).text in (NATION, PARTY_NAME)
    assert part(content, "word/document.xml").findall(f".//{WP}inline")[1:] == []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.read("word/media/crest.png") == picture
    assert [finding.rule for finding in looks(report)] == ["look/crest-fitted"]


def extent(content: bytes) -> tuple[float, float]:
    found = part(content, "word/document.xml").find(f".//{WP}inline/{WP}extent")
    return int(found.get("cx")) / MM, int(found.get("cy")) / MM


@pytest.mark.parametrize(
    ("dots", "drawn", "width", "height"),
    [
        ((300, 400), 60, 11.25, 15),
        ((300, 400), 12, 9, 12),
        ((300, 300), 1, 3, 3),
        ((800, 100), 15, 40, 5),
    ],
)
def test_crest_keeps_its_proportions_and_is_15_mm_high_at_most(
    dots: tuple[int, int], drawn: float, width: float, height: float, tmp_path: Path
) -> None:
    edit = with_picture(png(*dots), width=Mm(33), height=Mm(drawn))
    assert extent(made(styled(saved(tmp_path, edit)))) == pytest.approx((width, height), abs=0.01)


@pytest.mark.parametrize(
    ("drawn", "told"),
    [(60, True), (15.5, False), (12, False)],
)
def test_a_crest_that_is_printed_smaller_than_it_was_drawn_is_noted(
    drawn: float, told: bool, tmp_path: Path
) -> None:
    edit = with_picture(png(300, 400), width=Mm(33), height=Mm(drawn))
    found = looks(styled(saved(tmp_path, edit)))

    assert [finding.rule for finding in found] == ["look/crest-fitted"] * told
    for finding in found:
        assert finding.severity is Severity.INFO
        for language in ("vi", "en"):
            assert re.findall(r"(\d+) mm", finding.message(language)) == ["60", "15", "15", "40"]


def test_a_crop_is_kept(tmp_path: Path) -> None:
    def crop(document: Any) -> None:
        with_picture(png(200, 200))(document)
        [fill] = document.element.body.iter("{*}blipFill")
        fill.insert(1, cut := OxmlElement("a:srcRect"))
        cut.set("l", "25000")
        cut.set("r", "25000")

    content = made(styled(saved(tmp_path, crop)))
    [cut] = part(content, "word/document.xml").iter("{*}srcRect")
    assert dict(cut.attrib) == {"l": "25000", "r": "25000"}
    assert extent(content)[0] == pytest.approx(extent(content)[1] / 2, abs=0.01)


def test_crest_has_words_for_readers(tmp_path: Path) -> None:
    content = made(styled(saved(tmp_path, with_picture(png()))))
    words = part(content, "word/document.xml").find(f".//{WP}inline/{WP}docPr")
    assert words.get("descr") == "Biểu trưng Ủy ban nhân dân tỉnh Hòa Bình"


def test_drawings_are_numbered_apart(tmp_path: Path) -> None:
    content = made(styled(saved(tmp_path, with_picture(png()))))
    numbers = [each.get("id") for each in part(content, "word/document.xml").iter(f"{WP}docPr")]
    assert len(numbers) == len(set(numbers)) > 3


def test_jpeg_is_taken(tmp_path: Path) -> None:
    content = made(styled(saved(tmp_path, with_picture(jpeg(90, 100), height=Mm(10)))))
    assert extent(content) == pytest.approx((9, 10), abs=0.01)


@pytest.mark.parametrize("name", places(["hoa-binh-2023", PARTY]))
def test_crest_borders_and_fill_together_are_valid(
    name: str, tmp_path: Path, docx_errors: DocxErrors
) -> None:
    edits = (with_picture(png(120, 160)), bordered("double", 12, "1F4E79"), head_filled("DEEAF6"))
    assert docx_errors(made(styled(saved(tmp_path, *edits, name=name), name=name))) == []


@variant_of("test_crest_borders_and_fill_together_are_valid")
@pytest.mark.parametrize(
    "edit",
    [
        bordered("double", 12, "1F4E79"),
        head_filled("DEEAF6"),
        with_picture(png(120, 160), height=Mm(40)),
        with_picture(jpeg(90, 100), height=Mm(10)),
    ],
    ids=["borders", "fill", "png", "jpeg"],
)
def test_each_alone_is_valid(edit: Edit, tmp_path: Path, docx_errors: DocxErrors) -> None:
    assert docx_errors(made(styled(saved(tmp_path, edit)))) == []


def test_first_usable_picture_is_the_crest(tmp_path: Path) -> None:
    folder = saved(tmp_path, with_picture(png(100, 100)), with_picture(png(50, 50)))
    with_gif = replaced_picture(folder, b"GIF89a" + bytes(20), png(50, 50))
    (folder / "style.docx").write_bytes(with_gif)
    report = styled(folder)
    with zipfile.ZipFile(BytesIO(made(report))) as archive:
        assert archive.read("word/media/crest.png") == png(100, 100)
    assert [finding.rule for finding in looks(report)] == ["look/crest-fitted"]


def replaced_picture(folder: Path, content: bytes, old: bytes | None = None) -> bytes:
    """Return the ``style.docx`` of a folder with other bytes in its picture."""
    whole = (folder / "style.docx").read_bytes()
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        [name] = [
            name
            for name in archive.namelist()
            if "/media/" in name and old in (None, archive.read(name))
        ]
    return rezipped(whole, {name: content})


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"GIF89a" + bytes(50), "look/crest-kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "look/crest-kind"),
        (png()[:20], "look/crest-kind"),
        (b"\xff\xd8\xff\xe0\xff\xff", "look/crest-kind"),
        (jpeg(0, 100), "look/crest-kind"),
        (jpeg(6000, 100), "look/crest-too-large"),
        (png(20, 20) + bytes(2 * 1024 * 1024), "look/crest-too-large"),
    ],
    ids=["gif", "svg", "png cut off", "jpeg cut off", "no width", "many dots", "many bytes"],
)
def test_a_picture_that_cannot_be_a_crest_is_told(
    content: bytes, rule: str, tmp_path: Path
) -> None:
    folder = saved(tmp_path, with_picture(png()))
    (folder / "style.docx").write_bytes(replaced_picture(folder, content))
    report = styled(folder)
    assert [finding.rule for finding in looks(report)] == [rule]
    assert b"media/crest" not in made(report)


def test_a_linked_picture_is_not_fetched(tmp_path: Path) -> None:
    def link(document: Any) -> None:
        with_picture(png())(document)
        [blip] = document.element.body.iter("{*}blip")
        target = (tmp_path / "elsewhere.png").as_uri()
        number = document.part.relate_to(target, f"{RELATION}/image", is_external=True)
        del blip.attrib[qn("r:embed")]
        blip.set(qn("r:link"), number)

    report = styled(saved(tmp_path, link))
    [finding] = looks(report)
    assert finding.rule == "look/crest-linked"
    assert "không nằm trong tệp" in finding.message("vi")
    assert b"elsewhere" not in made(report)


NATION, PARTY_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_a_news_item_without_letterhead_bears_no_crest(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, with_picture(png())))
    news = in_kind(report, "tin-hoi-nghi")
    inlines = [part(made(each), "word/document.xml").iter(f"{WP}inline") for each in (report, news)]
    assert [len(list(found)) for found in inlines] == [1, 0]
    assert b"media/crest" not in made(news)


def test_same_look_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = saved(tmp_path, with_picture(png()), bordered("single", 6), head_filled("EEEEEE"))
    assert made(styled(folder)) == made(styled(folder))
