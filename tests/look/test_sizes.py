"""Sizes of ``style.docx`` are taken inside the legal range, else the nearest bound is used."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from briefing import Severity
from briefing.standards import load_standard

from .styled import PARTY, STATE, W, fonted, looks, made, part, saved, size_of, sized, styled

# Phụ lục I, phần I, mục V: style, and the sizes that the decree allows it. Quốc hiệu, Tiêu ngữ and
# the date stand below, since they move only together.
STATE_RANGES = {
    "BodyText": (13, 14),
    "Heading1": (13, 14),
    "Heading2": (13, 14),
    "Heading3": (13, 14),
    "ParentBody": (12, 13),
    "IssuingBody": (12, 13),
    "LetterSubject": (12, 13),
    "Title": (13, 14),
    "Subtitle": (13, 14),
    "Addressees": (13, 14),
    "SignerPost": (13, 14),
    "SignerName": (13, 14),
    "AnnexTitle": (13, 14),
    "AnnexReference": (13, 14),
    "Header": (13, 14),
    "TableText": (11, 14),
    "TableHead": (11, 14),
}
STATE_FIXED = {"DocumentNumber": 13, "RecipientsLabel": 12, "Recipients": 11, "AnnexLabel": 14}

# Hướng dẫn 36-HD/VPTW, Phụ lục 3.
PARTY_RANGES = {"BodyText": (14, 15), "Heading1": (14, 15), "Title": (15, 16), "Subtitle": (14, 15)}
PARTY_FIXED = {"PartyName": 15, "IssuingBody": 14, "Recipients": 12, "PlaceDate": 14}


Case = TypeVar("Case")


def steps(least: float, most: float) -> list[float]:
    """Return every half point from the least to the most size."""
    return [least + half / 2 for half in range(round((most - least) * 2) + 1)]


def together(cases: Iterable[tuple[str, Case]]) -> list[dict[str, Case]]:
    """Return cases of styles put together, one of each style, until all are there."""
    files: list[dict[str, Case]] = []
    for style, case in cases:
        file = next((file for file in files if style not in file), None)
        if file is None:
            files.append(file := {})
        file[style] = case
    return files


LEGAL = [
    (name, sizes)
    for name, ranges in ((STATE, STATE_RANGES), (PARTY, PARTY_RANGES))
    for sizes in together(
        (style, size) for style, bounds in ranges.items() for size in steps(*bounds)
    )
]


@pytest.mark.parametrize(("name", "sizes"), LEGAL)
def test_a_legal_size_is_taken(name: str, sizes: dict[str, float], tmp_path: Path) -> None:
    edits = (sized(style, size) for style, size in sizes.items())
    report = styled(saved(tmp_path, *edits, name=name), name=name)
    content = made(report)
    assert {style: size_of(content, style) for style in sizes} == sizes
    assert [f.rule for f in looks(report)] == []


OUTSIDE = [
    (name, sizes)
    for name, ranges, fixed in (
        (STATE, STATE_RANGES, STATE_FIXED),
        (PARTY, PARTY_RANGES, PARTY_FIXED),
    )
    for sizes in together(
        [
            *(
                (style, case)
                for style, (least, most) in ranges.items()
                for case in ((least - 0.5, least), (most + 6, most))
            ),
            *(
                (style, (size + change, size))
                for style, size in fixed.items()
                for change in (-1, 0.5)
            ),
        ]
    )
]


@pytest.mark.parametrize(("name", "sizes"), OUTSIDE)
def test_a_size_outside_the_law_gives_way_to_the_nearest_legal_one(
    name: str, sizes: dict[str, tuple[float, float]], tmp_path: Path
) -> None:
    edits = (sized(style, said) for style, (said, _) in sizes.items())
    report = styled(saved(tmp_path, *edits, name=name), name=name)
    content = made(report)
    used = {style: legal for style, (_, legal) in sizes.items()}
    assert {style: size_of(content, style) for style in sizes} == used
    found = looks(report)
    assert len(found) == len(sizes)
    for finding in found:
        assert finding.rule.startswith("look/size")
        assert finding.severity is Severity.WARNING
        assert finding.origin is not None
        assert finding.origin.file == str(tmp_path / "style.docx")


@pytest.mark.parametrize("style", ["Recipients", "TableText"])
def test_a_size_outside_the_law_is_told_alone(style: str, tmp_path: Path) -> None:
    report = styled(saved(tmp_path, sized(style, 30)))
    assert [f.rule.startswith("look/size") for f in looks(report)] == [True]


def test_the_finding_says_style_size_range_source_and_what_is_used(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, sized("SignerName", 15.5)))
    [finding] = looks(report)
    assert finding.message("vi") == (
        "kiểu “Họ tên người ký” có cỡ chữ 15,5, ngoài khoảng từ 13 đến 14"
        " (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục V.7); dùng cỡ 14"
    )
    assert finding.message("en") == (
        "style “Họ tên người ký” has size 15,5, outside 13 to 14"
        " (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục V.7); size 14 is used"
    )
    assert finding.remedy("vi") == (
        "Trong Word, mở Modify Style… của kiểu này và chọn cỡ chữ từ 13 đến 14."
    )
    assert finding.remedy("en") == (
        "In Word, open Modify Style… of this style and choose a size from 13 to 14."
    )


def test_a_fixed_size_is_told_as_one(tmp_path: Path) -> None:
    [finding] = looks(styled(saved(tmp_path, sized("Recipients", 12))))
    assert finding.message("vi") == (
        "kiểu “Danh sách nơi nhận” có cỡ chữ 12, nhưng phải là cỡ 11"
        " (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục V.8b); dùng cỡ 11"
    )
    assert finding.message("en") == (
        "style “Danh sách nơi nhận” has size 12, but must have size 11"
        " (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục V.8b); size 11 is used"
    )


def test_no_law_is_named_for_text_in_tables(tmp_path: Path) -> None:
    # Mục V gives no size for tables.
    [finding] = looks(styled(saved(tmp_path, sized("TableText", 9))))
    assert "Nghị định" not in finding.message("vi")
    assert "từ 11 đến 14" in finding.message("vi")


def test_a_party_finding_names_the_guidance(tmp_path: Path) -> None:
    [finding] = looks(styled(saved(tmp_path, sized("Title", 18), name=PARTY), name=PARTY))
    assert finding.message("vi") == (
        "kiểu “Title” có cỡ chữ 18, ngoài khoảng từ 15 đến 16 (Hướng dẫn 36-HD/VPTW ngày 03/4/2018"
        " của Văn phòng Trung ương Đảng, Phụ lục 3); dùng cỡ 16"
    )


@pytest.mark.parametrize(("nation", "others"), [(12, 13), (12.5, 13.5), (13, 14)])
def test_nation_motto_and_date_move_together(nation: float, others: float, tmp_path: Path) -> None:
    # The note under the table of mục V: sizes of one document go up or down alike.
    trio = {"NationalName": nation, "Motto": others, "PlaceDate": others}
    report = styled(saved(tmp_path, *(sized(*pair) for pair in trio.items())))
    content = made(report)
    assert {style: size_of(content, style) for style in trio} == trio
    assert looks(report) == []


def test_one_of_them_alone_is_not_taken(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, sized("Motto", 13)))
    content = made(report)
    assert [size_of(content, s) for s in ("NationalName", "Motto", "PlaceDate")] == [13, 14, 14]
    [finding] = looks(report)
    assert finding.message("vi") == (
        "cỡ chữ của các kiểu Quốc hiệu, Tiêu ngữ, Địa danh và thời gian là 13, 13, 14, không tăng,"
        " giảm thống nhất với nhau (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục V);"
        " dùng cỡ 13, 14, 14"
    )


def test_the_style_of_the_pack_decides_over_the_profile_of_the_input(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, profile="P13"), size_profile="P14")
    small = load_standard("nd30-2020", "P13")
    assert size_of(made(report), "BodyText") == small.components["body"].size
    assert looks(report) == []


def test_items_and_plain_text_follow_the_body(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, sized("BodyText", 13)))
    content = made(report)
    assert [size_of(content, s) for s in ("Normal", "ListBullet", "ListNumber")] == [13, 13, 13]
    assert looks(report) == []


def test_authority_and_post_are_sized_as_one(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, sized("SignerPost", 13)))
    content = made(report)
    assert size_of(content, "SignerPost") == 13
    assert "Post" not in [style.get(f"{W}styleId") for style in part(content)]
    assert looks(report) == []


def test_a_post_that_a_file_sets_apart_keeps_a_style_of_its_own(tmp_path: Path) -> None:
    # Files that were made before the two shared a style have both.
    def apart(document: Any) -> None:
        post = document.styles.add_style("Chức vụ người ký", WD_STYLE_TYPE.PARAGRAPH)
        post.element.set(f"{W}styleId", "Post")
        post.font.size, post.font.bold = Pt(13), True
        post.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER

    report = styled(saved(tmp_path, apart))
    content = made(report)
    assert (size_of(content, "SignerPost"), size_of(content, "Post")) == (14, 13)
    assert looks(report) == []


def test_items_changed_alone_are_told(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, sized("ListBullet", 12)))
    assert size_of(made(report), "ListBullet") == 14
    [finding] = looks(report)
    assert finding.rule == "look/follows"
    assert "“List Bullet”" in finding.message("vi")


def test_a_size_may_come_from_the_style_below(tmp_path: Path) -> None:
    # Word leaves out of a style what it has from the one that it is based on.
    report = styled(saved(tmp_path, fonted("Title", size=None), sized("Normal", 13)))
    assert size_of(made(report), "Title") == 13
    assert size_of(made(report), "BodyText") == 14


def test_a_size_may_come_from_the_defaults_of_the_document(tmp_path: Path) -> None:
    def only_defaults(document: object) -> None:
        styles = document.styles.element  # type: ignore[attr-defined]
        for run in styles.iter("{*}rPr"):
            for size in run.findall("{*}sz"):
                run.remove(size)

    report = styled(saved(tmp_path, only_defaults))
    # Nothing is said at all: ten points, as Word sets it, which is too small everywhere.
    assert size_of(made(report), "BodyText") == 13
    assert {"look/size", "look/size-fixed"} <= {finding.rule for finding in looks(report)}
