"""What a look changes on the printed page, measured."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pdfplumber
import pytest
from docx.shared import Mm, Pt
from pages.measure import Page, mm, read_pages
from pages.reports import ToPdf

from .styled import (
    PARTY,
    STATE,
    Edit,
    bordered,
    head_filled,
    made,
    png,
    saved,
    sized,
    spaced,
    styled,
    with_picture,
)

HEADINGS = ("Heading1", "Heading2", "Heading3")
THIRTEEN: list[Edit] = [sized(style, 13) for style in ("BodyText", *HEADINGS)]
SMALL: list[Edit] = [
    *(sized(style, 12) for style in ("NationalName", "ParentBody", "IssuingBody")),
    *(sized(style, 13) for style in ("Motto", "PlaceDate")),
]
PLACED: list[Edit] = [
    *(with_picture(png(150, 200), height=Mm(30)), head_filled("DEEAF6"), bordered(width=12)),
]
CASES: Mapping[str, tuple[str, list[Edit]]] = {
    "plain": (STATE, []),
    "thirteen": (STATE, [*THIRTEEN, *SMALL]),
    "crest": (STATE, PLACED),
    "party": (PARTY, [*PLACED, sized("BodyText", 15)]),
    "spaced": (STATE, [spaced("BodyText", first_line_indent=Mm(10), space_before=Pt(12))]),
}


@pytest.fixture(scope="module")
def pdfs(to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    built = {
        name: made(styled(saved(tmp_path_factory.mktemp(name), *edits, name=report), name=report))
        for name, (report, edits) in CASES.items()
    }
    return to_pdf(built)


def first(pdfs: dict[str, Path], name: str) -> Page:
    return read_pages(pdfs[name])[0]


def test_text_and_headings_are_printed_in_thirteen_points(pdfs: dict[str, Path]) -> None:
    page = first(pdfs, "thirteen")
    assert page.find("I. ").sizes == {13}
    assert page.find("1. ").sizes == {13}
    assert page.find("phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2023 và").sizes == {13}


@pytest.mark.parametrize(("name", "size"), [("plain", 14), ("thirteen", 13)])
def test_rule_under_the_motto_is_as_long_as_the_motto(
    pdfs: dict[str, Path], name: str, size: int
) -> None:
    # Mục II.1; the rule follows the size.
    page = first(pdfs, name)
    motto = page.find("Độc lập - Tự do - Hạnh phúc")
    assert motto.sizes == {size}
    assert page.rule_under(motto).length == pytest.approx(motto.width, rel=0.02)


def picture(pdf: Path) -> list[dict[str, float]]:
    with pdfplumber.open(pdf) as document:
        return [image for page in document.pages for image in page.images]


@pytest.mark.parametrize(("name", "issuer"), [("crest", "ỦY BAN NHÂN DÂN"), ("party", "")])
def test_crest_is_printed_once_above_the_issuing_body(
    pdfs: dict[str, Path], name: str, issuer: str
) -> None:
    [crest] = picture(pdfs[name])
    assert crest["bottom"] - crest["top"] == pytest.approx(mm(15), abs=0.5)
    assert (crest["x1"] - crest["x0"]) / (crest["bottom"] - crest["top"]) == pytest.approx(
        0.75, abs=0.01
    )
    page = first(pdfs, name)
    assert crest["top"] >= mm(20) - 1
    line = page.find(issuer) if issuer else page.find("*")
    assert crest["bottom"] <= line.top + 1
    assert (crest["x0"] + crest["x1"]) / 2 == pytest.approx(line.centre, abs=2)


def test_issuing_body_and_nation_stay_on_one_line_below_the_crest(
    pdfs: dict[str, Path],
) -> None:
    # Mục IV: ô 1 and ô 2 begin on one line.
    page = first(pdfs, "crest")
    issuer, nation = page.find("ỦY BAN NHÂN DÂN"), page.find("CỘNG HÒA")
    assert issuer.baseline == pytest.approx(nation.baseline, abs=0.5)


def test_head_of_the_table_is_filled(pdfs: dict[str, Path]) -> None:
    def fills(name: str) -> set[tuple[float, ...]]:
        with pdfplumber.open(pdfs[name]) as document:
            return {
                tuple(round(part, 2) for part in rect["non_stroking_color"])
                for page in document.pages
                for rect in page.rects
                if rect["fill"] and rect["height"] > 8
            }

    blue = tuple(round(part / 255, 2) for part in (0xDE, 0xEA, 0xF6))
    assert blue in fills("crest")
    assert blue not in fills("plain")


def test_indent_and_space_between_paragraphs_are_printed(pdfs: dict[str, Path]) -> None:
    page = first(pdfs, "spaced")
    left = min(line.x0 for line in page.lines)
    opening = page.find("Ủy ban nhân dân tỉnh Hòa Bình báo cáo")
    assert opening.x0 - left == pytest.approx(mm(10), abs=1)
