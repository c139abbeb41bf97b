"""Party documents on paper: Hướng dẫn 36-HD/VPTW (2018) and 05-HD/VPTW (2026).

The numbers are the guidance's own. One letter and one report are printed under each guidance.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from .measure import TOLERANCE, Line, Page, mm, read_pages
from .reports import Paragraph, ToPdf
from .test_state_letter import assert_set, closing, written

RIGHT = 210 - 15

BOTH = pytest.mark.parametrize("guidance", ["hd36", "hd05"])

Pages = tuple[Page, ...]


def letter(facts: Any) -> None:
    facts["place"] = "Địa danh"
    facts["issuer"] = {"lines": ["Tỉnh ủy …", "Ban Thường vụ"]}
    facts["signature"] = {"collective": "Ban Thường vụ", "post": "Phó Bí thư"}
    facts["signature"] |= {"name": "Họ Và Tên"}
    facts["recipients"]["copies"] = ["Văn phòng Trung ương Đảng"]


def report_of_a_committee(facts: Any) -> None:
    name = "Tỉnh ủy Hòa Bình"
    issuer = {"force": "party_committee", "name": name, "symbol": "TU", "lines": [name]}
    people = {"collective": "Ban Thường vụ", "post": "Phó Bí thư", "name": "Họ Và Tên"}
    copies = ["Ban Bí thư Trung ương Đảng", "các đảng ủy trực thuộc"]
    facts |= {"number": 5, "issuer": issuer, "signature": people}
    facts["recipients"] = {"copies": copies, "archive": "Văn phòng Tỉnh ủy"}


# Each document under each guidance: 05-HD/VPTW is in force from 27/5/2026.
MADE = {
    ("letter", "hd36"): ("cong-van-792-2022", letter, "2022-09-30"),
    ("letter", "hd05"): ("cong-van-792-2022", letter, "2026-09-30"),
    ("report", "hd36"): ("hoa-binh-2023", report_of_a_committee, "2023-12-15"),
    ("report", "hd05"): ("hoa-binh-2023", report_of_a_committee, "2026-09-30"),
}


@pytest.fixture(scope="module")
def prints(to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple, Pages]:
    folder = tmp_path_factory.mktemp("party")
    files = {" ".join(key): written(folder, *made) for key, made in MADE.items()}
    pdfs = to_pdf(files)
    return {key: read_pages(pdfs[" ".join(key)]) for key in MADE}


@pytest.fixture(params=MADE, ids=" ".join)
def printed(request: pytest.FixtureRequest, prints: dict) -> Pages:
    return prints[request.param]


def body(pages: Pages) -> list[Paragraph]:
    """Return the paragraphs of the main text, headings too."""
    parts: list[list[tuple[Line, int]]] = []
    for number, page in enumerate(pages):
        closes = page.find("Nơi nhận:").top - 6 if page.has("Nơi nhận:") else page.height
        for line in page.text_lines:
            begins = line.text.startswith(("Từ đầu năm", "Tỉnh ủy Hòa Bình báo cáo"))
            if line.top < closes and (parts or begins):
                if line.x0 > mm(30) + TOLERANCE:
                    parts.append([])
                parts[-1].append((line, number))
        if closes < page.height:
            break
    return [Paragraph(*zip(*part, strict=True)) for part in parts]


def test_margins_are_20_20_30_15_and_the_font_times_new_roman(printed: Pages) -> None:
    for page in printed:
        assert {font.partition("-")[0] for font in page.fonts} == {"LiberationSerif"}
        assert (page.width, page.height) == pytest.approx((mm(210), mm(297)), abs=0.5)
        assert page.text_lines[0].top == pytest.approx(mm(20), abs=TOLERANCE)
        assert page.height - page.lines[-1].bottom >= mm(20) - TOLERANCE
        assert min(line.x0 for line in page.lines) >= mm(30) - TOLERANCE
        assert max(line.x1 for line in page.lines) <= mm(RIGHT) + TOLERANCE


def test_party_name_is_15_bold_capitals_at_the_top_right(printed: Pages) -> None:
    line = printed[0].find("ĐẢNG")
    assert line.text == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert_set(line, 15, "bold")
    assert line.centre > mm(30 + RIGHT) / 2
    assert line.baseline == pytest.approx(printed[0].lines[0].baseline, abs=1.5)


def test_rule_under_the_party_name_is_as_long_as_it_and_the_only_one(printed: Pages) -> None:
    line = printed[0].find("ĐẢNG")
    rule = printed[0].rule_under(line)
    assert rule.length == pytest.approx(line.width, rel=0.02)
    assert rule.centre == pytest.approx(line.centre, abs=1)
    assert printed[0].rules == (rule,)


def test_nothing_of_the_state_stands_on_it(printed: Pages) -> None:
    text = " ".join(line.text for page in printed for line in page.lines)
    for words in ("CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "TM.", "KT.", "V/v", "Số:", "./."):
        assert words not in text


def test_issuer_is_14_bold_with_an_asterisk_centred_under_it(printed: Pages) -> None:
    page, star = printed[0], printed[0].find("*")
    lines = [line for line in page.lines if line.baseline < star.baseline and line.x1 < mm(105)]
    assert star.text == "*"
    assert [line.text for line in lines] in (["TỈNH ỦY …", "BAN THƯỜNG VỤ"], ["TỈNH ỦY HÒA BÌNH"])
    for line in lines:
        assert_set(line, 14, "bold")
        assert line.centre == pytest.approx(star.centre, abs=TOLERANCE)
    assert 10 < star.baseline - lines[-1].baseline < 25


def test_number_has_no_colon(prints: dict) -> None:
    texts = {key: pages[0].find("Số ").text for key, pages in prints.items()}
    number = {"letter": "Số 792-CV/TU", "report": "Số 05-BC/TU"}
    assert texts == {key: number[key[0]] for key in MADE}
    for pages in prints.values():
        assert_set(pages[0].find("Số "), 14, "regular")


def test_place_and_date_are_14_italic_beside_the_number(printed: Pages) -> None:
    (line,) = (line for line in printed[0].lines if ", ngày " in line.text and line.x0 > mm(100))
    assert_set(line, 14, "italic")
    assert line.baseline == pytest.approx(printed[0].find("Số ").baseline, abs=0.5)
    assert line.centre == pytest.approx(printed[0].find("ĐẢNG").centre, abs=TOLERANCE)


@pytest.mark.parametrize(("guidance", "start"), [("hd36", "Tăng cường"), ("hd05", "Về việc tăng")])
def test_subject_of_a_letter_is_12_italic_under_the_number_and_its_salutation_14(
    guidance: str, start: str, prints: dict
) -> None:
    page = prints["letter", guidance][0]
    assert_set(page.find("Kính gửi:"), 14, "italic")
    assert not any(page.has(start) for start in ("CÔNG VĂN", "-----"))
    top, bottom = page.find("Số ").baseline, page.find("Kính gửi").baseline
    lines = [line for line in page.lines if top + 1 < line.baseline < bottom - 1]
    assert lines[0].text.startswith(start)
    assert " ".join(line.text for line in lines).endswith("trên địa bàn tỉnh")
    for line in lines:
        assert_set(line, 12, "italic")
        assert line.centre == pytest.approx(page.find("Số ").centre, abs=TOLERANCE)


def test_addressees_are_14_upright_under_guidance_05(prints: dict) -> None:
    page = prints["letter", "hd05"][0]
    items = [line for line in page.lines if line.x0 > mm(60) and line.text.startswith("- ")]
    assert len(items) == 3
    for line in items:
        assert_set(line, 14, "regular")


@BOTH
def test_kind_and_subject_of_a_report_are_bold_with_five_hyphens_under_them(
    guidance: str, prints: dict
) -> None:
    report = prints["report", guidance]
    kind, end = report[0].find("BÁO CÁO"), report[0].find("---")
    assert kind.text == "BÁO CÁO"
    assert kind.sizes in ({15}, {16})
    assert kind.faces == {"bold"}
    lines = [line for line in report[0].lines if kind.baseline < line.baseline < end.baseline]
    # The subject of a named type begins in lower case.
    assert lines[0].text.startswith("tổng kết")
    assert end.text == "-----"
    for line in lines:
        assert line.sizes in ({14}, {15})
        assert line.faces == {"bold"}
    for line in (kind, *lines, end):
        assert line.centre == pytest.approx(mm(30 + RIGHT) / 2, abs=TOLERANCE)


@BOTH
def test_annexes_cite_the_report_with_a_comma_before_its_date(guidance: str, prints: dict) -> None:
    day = {"hd36": "15/12/2023", "hd05": "30/9/2026"}[guidance]
    page = next(
        page for page in prints["report", guidance] if page.text_lines[0].text[:7] == "Phụ lục"
    )
    text = " ".join(line.text for line in page.lines)
    assert f"(Kèm theo Báo cáo số 05-BC/TU, ngày {day} của Tỉnh ủy Hòa Bình)" in text


@BOTH
def test_headings_of_a_report_bear_a_roman_number_and_a_hyphen(guidance: str, prints: dict) -> None:
    titles = [part for part in body(prints["report", guidance]) if part.text.isupper()]
    assert [part.text.split(" ")[0] for part in titles] == ["I-", "II-", "III-"]
    for part in titles:
        assert_set(part.lines[0], 14, "bold")


def test_text_is_14_justified_and_its_first_line_10_mm_in(printed: Pages) -> None:
    parts = body(printed)
    assert len(parts) > 10
    for part in parts:
        assert {size for line in part.lines for size in line.sizes} <= {14, 15}
        assert part.lines[0].x0 == pytest.approx(mm(40), abs=1)
        for line in part.lines[1:]:
            assert line.x0 == pytest.approx(mm(30), abs=1)
        for line in part.lines[:-1]:
            assert line.x1 == pytest.approx(mm(RIGHT), abs=TOLERANCE)


def test_paragraphs_stand_6_points_apart_and_the_last_ends_with_one_full_stop(
    printed: Pages,
) -> None:
    for above, below in pairwise(body(printed)):
        if above.pages[-1] == below.pages[0]:
            gap = below.lines[0].baseline - above.lines[-1].baseline
            assert gap >= 18 + 6 - 0.2, below.text
    assert re.search(r"\w\.$", body(printed)[-1].text)


def test_lines_of_a_paragraph_are_exactly_18_points_high(printed: Pages) -> None:
    # Exact lines of 18 to 22 points, in public tables of both guidances.
    gaps = [
        low.baseline - high.baseline
        for paragraph in body(printed)
        for (high, one), (low, other) in pairwise(
            zip(paragraph.lines, paragraph.pages, strict=True)
        )
        if one == other and {*high.sizes, *low.sizes} == {14}
    ]
    assert len(gaps) > 3
    assert {round(gap, 1) for gap in gaps} <= {17.9, 18.0, 18.1}


def test_signature_is_bold_then_the_post_not_bold_then_the_name_bold(printed: Pages) -> None:
    lines = closing(printed)[1]
    assert [line.text for line in lines] == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Họ Và Tên"]
    for line, face in zip(lines, ("bold", "regular", "bold"), strict=True):
        assert_set(line, 14, face)
        assert line.centre == pytest.approx(lines[0].centre, abs=TOLERANCE)


def test_recipients_label_is_14_upright_and_underlined(printed: Pages) -> None:
    (page,) = (page for page in printed if page.has("Nơi nhận:"))
    label = page.find("Nơi nhận:")
    assert_set(label, 14, "regular")
    assert page.rule_under(label).length == pytest.approx(label.width, abs=2)


@pytest.mark.parametrize(("kind", "guidance"), MADE)
def test_recipients_are_12_and_end_as_the_guidance_says(
    kind: str, guidance: str, prints: dict
) -> None:
    lines = closing(prints[kind, guidance])[0][1:]
    end = {"hd36": ",", "hd05": ";"}[guidance]
    assert all(line.text[:2] == "- " and line.text.endswith(end) for line in lines[:-1])
    assert lines[-1].text == "- Lưu Văn phòng Tỉnh ủy."
    if kind == "letter":
        assert lines[0].text == f"- Như trên{end}"
    for line in lines:
        assert_set(line, 12, "regular")


def test_page_number_is_14_upright_centred_10_mm_from_the_edge_from_page_two(
    printed: Pages,
) -> None:
    assert printed[0].number is None
    last = next(i for i, page in enumerate(printed) if page.has("Nơi nhận:"))
    for position, page in enumerate(printed[1 : last + 1], start=2):
        assert page.number is not None
        assert page.number.text == str(position)
        assert_set(page.number, 14, "regular")
        assert page.number.top == pytest.approx(mm(10), abs=TOLERANCE)
        assert page.number.centre == pytest.approx(mm(30 + RIGHT) / 2, abs=TOLERANCE)
