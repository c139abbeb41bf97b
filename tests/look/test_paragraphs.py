"""Spacing and margins inside the law are taken; font, colour, weight and alignment are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from .styled import PARTY, STATE, W, fonted, looks, made, part, saved, shown, spaced, style, styled

DECREE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục"


def measure(content: bytes, style_id: str, group: str, name: str) -> int:
    """Return a length of a style's paragraph in twips, nothing for one that is unsaid."""
    element = shown(content, style_id, f"{W}pPr/{W}{group}")
    return 0 if element is None else int(element.get(f"{W}{name}", "0"))


def styles(content: bytes) -> bytes:
    """Return the styles of a built file; a draft also has the findings as comments."""
    return etree.tostring(part(content))


@pytest.mark.parametrize(
    ("said", "twips", "told"),
    [(10, 567, False), (12.7, 720, False), (8, 567, True), (11.5, 720, True), (20, 720, True)],
)
def test_first_line_is_indented_10_or_12_7_mm(
    said: float, twips: int, told: bool, tmp_path: Path
) -> None:
    # Mục II.6.
    report = styled(saved(tmp_path, spaced("BodyText", first_line_indent=Mm(said))))
    content = made(report)
    assert measure(content, "BodyText", "ind", "firstLine") == twips
    assert [f.rule for f in looks(report)] == ["look/indent"] * told
    # Headings and items begin where paragraphs do.
    indents = part(content, "word/numbering.xml").iter(f"{W}ind")
    assert {ind.get(f"{W}firstLine") for ind in indents} == {str(twips)}


def test_finding_on_the_indent_says_both_choices(tmp_path: Path) -> None:
    [finding] = looks(styled(saved(tmp_path, spaced("BodyText", first_line_indent=Mm(15)))))
    assert finding.message("vi") == (
        "kiểu “Body Text” lùi đầu dòng 15 mm, phải là 10 hoặc 12,7 mm"
        f" ({DECREE} II.6.e); dùng 12,7 mm"
    )


@pytest.mark.parametrize(
    ("before", "after", "twips", "told"),
    [
        (6, 0, 120, False),
        (0, 6, 120, False),
        (6, 6, 240, False),
        (3, 0, 120, True),
        (30, 0, 480, True),
    ],
)
@pytest.mark.parametrize("style_id", ["BodyText", "Heading1", "Heading3"])
def test_paragraphs_stand_six_points_apart_or_more(
    style_id: str, before: int, after: int, twips: int, told: bool, tmp_path: Path
) -> None:
    # Mục II.6: at least 6 pt between paragraphs; what stands before and after adds up.
    edit = spaced(style_id, space_before=Pt(before), space_after=Pt(after))
    report = styled(saved(tmp_path, edit))
    assert measure(made(report), style_id, "spacing", "before") == twips
    rules = [f.rule for f in looks(report)]
    assert rules == ["look/spacing"] * told


def test_space_that_word_leaves_out_between_like_paragraphs_is_none(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        spaced("BodyText", space_before=Pt(6))(document)
        [body] = [s for s in document.styles if s.style_id == "BodyText"]
        body.element.get_or_add_pPr().append(OxmlElement("w:contextualSpacing"))

    report = styled(saved(tmp_path, edit))
    assert "look/spacing" in [finding.rule for finding in looks(report)]
    assert measure(made(report), "BodyText", "spacing", "before") == 120


@pytest.mark.parametrize(
    ("said", "line", "told"), [(1.0, 240, 0), (1.15, 276, 0), (1.5, 360, 0), (2.0, 360, 1)]
)
def test_lines_are_single_to_one_and_a_half(
    said: float, line: int, told: int, tmp_path: Path
) -> None:
    # Mục II.6.
    report = styled(saved(tmp_path, spaced("BodyText", line_spacing=said)))
    content = made(report)
    assert measure(content, "BodyText", "spacing", "line") == line
    assert measure(content, "ListBullet", "spacing", "line") == line
    assert [f.rule for f in looks(report)] == ["look/line-spacing"] * told


@pytest.mark.parametrize(
    ("name", "rule", "lines"),
    [
        (STATE, "auto", {18: 268, 22: 328, 12: 240, 30: 360}),
        # The guidance of the Party wants lines of exact height.
        (PARTY, "exact", {18: 360, 22: 440, 12: 322, 30: 483}),
    ],
)
@pytest.mark.parametrize("exactly", [18, 22, 12, 30])
def test_an_exact_height_is_counted_in_single_lines(
    exactly: int, name: str, rule: str, lines: dict[int, int], tmp_path: Path
) -> None:
    # A single line of Times New Roman is 1.15 times its size: 18 pt at size 14 are 1.12 lines.
    kept = WD_LINE_SPACING.EXACTLY
    edit = spaced("BodyText", line_spacing=Pt(exactly), line_spacing_rule=kept)
    report = styled(saved(tmp_path, edit, name=name), name=name)
    content = made(report)
    assert abs(measure(content, "BodyText", "spacing", "line") - lines[exactly]) <= 1
    assert style(content, "BodyText").find(f"{W}pPr/{W}spacing").get(f"{W}lineRule") == rule


def test_space_around_the_parts_of_the_frame_is_free(tmp_path: Path) -> None:
    edits = [
        spaced("SignerName", space_before=Pt(60)),
        spaced("Title", space_before=Pt(24), space_after=Pt(3)),
    ]
    report = styled(saved(tmp_path, *edits))
    content = made(report)
    assert measure(content, "SignerName", "spacing", "before") == 1200
    assert measure(content, "Title", "spacing", "before") == 480
    assert measure(content, "Title", "spacing", "after") == 60
    assert looks(report) == []


def test_space_around_a_part_stays_on_the_page(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, spaced("SignerName", space_before=Pt(400))))
    assert measure(made(report), "SignerName", "spacing", "before") == 2400
    assert [finding.rule for finding in looks(report)] == ["look/space"]


def test_number_stays_on_the_line_of_the_date(tmp_path: Path) -> None:
    # Mục II.4; the number (13) is lower by the rise of the larger date (14).
    plain = made(styled())
    content = made(styled(saved(tmp_path, spaced("PlaceDate", space_before=Pt(9)))))
    lower = [
        measure(each, "DocumentNumber", "spacing", "before")
        - measure(each, "PlaceDate", "spacing", "before")
        for each in (plain, content)
    ]
    assert lower[0] == lower[1] > 0
    assert measure(content, "PlaceDate", "spacing", "before") == 180


@pytest.mark.parametrize(
    ("side", "said", "used"),
    [
        *(("top", 25, None), ("bottom", 22, None), ("left", 35, None), ("right", 20, None)),
        *(("top", 25.4, 25), ("bottom", 10, 20), ("left", 25.4, 30), ("right", 25.4, 20)),
    ],
)
def test_margins_are_taken_inside_the_law(
    side: str, said: float, used: float | None, tmp_path: Path
) -> None:
    # Mục I.3: top and bottom 20 to 25, left 30 to 35, right 15 to 20 mm.
    def edit(document: Any) -> None:
        setattr(document.sections[0], f"{side}_margin", Mm(said))

    report = styled(saved(tmp_path, edit))
    margins = part(made(report), "word/document.xml").findall(f".//{W}pgMar")
    expected = round((used or said) * 1440 / 25.4)
    assert {abs(int(each.get(f"{W}{side}")) - expected) <= 1 for each in margins} == {True}
    assert [f.rule for f in looks(report)] == [f"look/margin-{side}"] * (used is not None)


def test_finding_on_a_margin_names_side_range_and_source(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        document.sections[0].left_margin = Mm(25.4)

    [finding] = looks(styled(saved(tmp_path, edit)))
    assert finding.message("vi") == (
        f"lề trái 25,4 mm, ngoài khoảng từ 30 đến 35 mm ({DECREE} I.3); dùng 30 mm"
    )
    assert finding.message("en").startswith("the left margin is 25,4 mm, outside 30 to 35 mm")


def test_another_font_is_told_once_for_all_its_styles(tmp_path: Path) -> None:
    # Mục I.4: Times New Roman.
    edits = [fonted(name, name="Arial") for name in ("BodyText", "Title", "Motto")]
    report = styled(saved(tmp_path, *edits))
    assert b"Arial" not in made(report)
    [finding] = looks(report)
    assert finding.message("vi") == (
        "phông chữ Arial ở các kiểu: Body Text, Tiêu ngữ, Title;"
        f" phải là Times New Roman ({DECREE} I.4); dùng Times New Roman"
    )


def test_coloured_text_stays_black(tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        [title] = [each for each in document.styles if each.style_id == "Title"]
        title.font.color.rgb = RGBColor(0xC0, 0, 0)

    report = styled(saved(tmp_path, edit))
    assert style(made(report), "Title").find(f".//{W}color") is None
    [finding] = looks(report)
    assert finding.message("vi") == (
        f"màu chữ #C00000 ở các kiểu: Title; chữ phải màu đen ({DECREE} I.4); dùng màu đen"
    )


@pytest.mark.parametrize(
    ("style_id", "marks", "said", "wanted"),
    [
        ("Motto", {"bold": False}, "–", "B"),
        ("PlaceDate", {"bold": True}, "B+I", "I"),
        ("Heading3", {"bold": True, "italic": True}, "B+I", "–"),
        ("RecipientsLabel", {"underline": True}, "B+I+U", "B+I"),
    ],
)
def test_another_weight_is_told_and_not_taken(
    style_id: str, marks: dict[str, bool], said: str, wanted: str, tmp_path: Path
) -> None:
    report = styled(saved(tmp_path, fonted(style_id, **marks)))
    assert styles(made(report)) == styles(made(styled()))
    [finding] = looks(report)
    assert finding.rule == "look/weight"
    assert f"bật {said}, phải là {wanted} ({DECREE} V." in finding.message("vi")
    assert f"has {said}, must have {wanted} ({DECREE} V." in finding.message("en")


def test_weight_of_a_table_head_is_free(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, fonted("TableHead", bold=False, italic=True)))
    run = style(made(report), "TableHead").find(f"{W}rPr")
    assert (run.find(f"{W}b"), run.find(f"{W}i") is not None) == (None, True)
    assert looks(report) == []


def test_a_style_of_the_older_guidance_is_not_at_fault(tmp_path: Path) -> None:
    # Kính gửi is italic by Hướng dẫn 36-HD/VPTW, of which this file was made; by Hướng dẫn
    # 05-HD/VPTW only its label is.
    report = styled(saved(tmp_path, name=PARTY), name=PARTY, standard="hd05-2026")
    assert looks(report) == []
    assert style(made(report), "Addressees").find(f".//{W}i") is None


@pytest.mark.parametrize(
    ("style_id", "mark", "told"),
    [
        ("Subtitle", "all_caps", True),
        ("BodyText", "small_caps", True),
        ("Title", "all_caps", False),
    ],
)
def test_capitals_are_the_standards(style_id: str, mark: str, told: bool, tmp_path: Path) -> None:
    report = styled(saved(tmp_path, fonted(style_id, **{mark: True})))
    assert styles(made(report)) == styles(made(styled()))
    assert [finding.rule for finding in looks(report)] == ["look/capitals"] * told


def test_alignment_is_the_standards(tmp_path: Path) -> None:
    # Mục II.6: justified.
    report = styled(saved(tmp_path, spaced("BodyText", alignment=WD_ALIGN_PARAGRAPH.LEFT)))
    assert style(made(report), "BodyText").find(f".//{W}jc").get(f"{W}val") == "both"
    [finding] = looks(report)
    assert finding.message("vi").startswith(
        "kiểu “Body Text” căn lề như phím Ctrl+L, phải như phím Ctrl+J; giữ như Ctrl+J"
    )
