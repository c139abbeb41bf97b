"""Letterheads of many bodies: names break as a clerk breaks them, columns never touch.

Phụ lục I, phần I, mục II.1 to II.4: national name and motto, place and date, number on one line
each, long names of bodies on several. The bodies are those of provinces, districts and cities.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from exploring import in_turn

from .measure import TOLERANCE, Line, Page, mm, read_pages
from .reports import PROFILES, ToPdf
from .test_state_letter import written

GUTTER = 9
"""The least distance between the columns, in points."""


@dataclass(frozen=True)
class Case:
    """What stands in the letterhead of a body, and in which lines; ``{}`` for the same in both."""

    lines: list[str]
    date: str
    shown: dict[str, list[str]]
    place: str = "Kỳ Anh"
    parent: list[str] = field(default_factory=list)
    symbol: str = "UBND"
    number: int | None = None


SIGNERS = {
    "UB": {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"},
    "BC": {"post": "Chỉ huy trưởng"},
    "CA": {"post": "Trưởng phòng"},
}
"""Who signs, by how the symbol of the body begins."""


def both(*lines: str) -> dict[str, list[str]]:
    return {profile: [*lines] for profile in PROFILES}


CASES = {
    "city": Case(
        lines=["Ủy ban nhân dân", "Thành phố Hồ Chí Minh"],
        place="Thành phố Hồ Chí Minh",
        date="2026-11-05",
        shown={
            "P13": ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"],
            "P14": ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ", "HỒ CHÍ MINH"],
        },
    ),
    "city with an open date": Case(
        lines=["Ủy ban nhân dân", "Thành phố Hồ Chí Minh"],
        place="Thành phố Hồ Chí Minh",
        date="2026",
        shown={
            "P13": ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"],
            "P14": ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ", "HỒ CHÍ MINH"],
        },
    ),
    "place with a hyphen": Case(
        lines=["Bộ Chỉ huy Quân sự", "tỉnh Bà Rịa - Vũng Tàu"],
        place="Bà Rịa - Vũng Tàu",
        date="2024-01",
        symbol="BCH",
        shown=both("BỘ CHỈ HUY QUÂN SỰ", "TỈNH BÀ RỊA - VŨNG TÀU"),
    ),
    "police of a district": Case(
        parent=["Công an tỉnh Quảng Nam"],
        lines=["Công an huyện Bắc Trà My"],
        place="Bắc Trà My",
        date="2023-12",
        symbol="CAH",
        shown={
            "P13": ["CÔNG AN TỈNH QUẢNG NAM", "CÔNG AN HUYỆN BẮC TRÀ MY"],
            "P14": ["CÔNG AN TỈNH QUẢNG NAM", "CÔNG AN HUYỆN", "BẮC TRÀ MY"],
        },
    ),
    "three lines and a long number": Case(
        parent=["Công an Thành phố Hồ Chí Minh"],
        lines=["Phòng Cảnh sát quản lý hành chính về trật tự xã hội"],
        place="Thành phố Hồ Chí Minh",
        date="2026-11-05",
        symbol="CATP-PC06",
        number=1234,
        shown={
            "P13": [
                "CÔNG AN THÀNH PHỐ",
                "HỒ CHÍ MINH",
                "PHÒNG CẢNH SÁT",
                "QUẢN LÝ HÀNH CHÍNH",
                "VỀ TRẬT TỰ XÃ HỘI",
            ],
            "P14": [
                "CÔNG AN THÀNH PHỐ",
                "HỒ CHÍ MINH",
                "PHÒNG CẢNH SÁT",
                "QUẢN LÝ",
                "HÀNH CHÍNH",
                "VỀ TRẬT TỰ XÃ HỘI",
            ],
        },
    ),
    "two parents": Case(
        parent=["Bộ Công an", "Công an tỉnh Thừa Thiên Huế"],
        lines=["Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ"],
        place="Thừa Thiên Huế",
        date="2024-01-15",
        symbol="CAT-PC07",
        number=5,
        shown={
            "P13": [
                "BỘ CÔNG AN",
                "CÔNG AN TỈNH THỪA THIÊN HUẾ",
                "PHÒNG CẢNH SÁT",
                "PHÒNG CHÁY, CHỮA CHÁY",
                "VÀ CỨU NẠN, CỨU HỘ",
            ],
            "P14": [
                "BỘ CÔNG AN",
                "CÔNG AN TỈNH",
                "THỪA THIÊN HUẾ",
                "PHÒNG CẢNH SÁT",
                "PHÒNG CHÁY, CHỮA CHÁY",
                "VÀ CỨU NẠN, CỨU HỘ",
            ],
        },
    ),
    "five lines": Case(
        parent=["UBND tỉnh Hà Tĩnh"],
        lines=[
            "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào Toàn dân "
            "bảo vệ an ninh Tổ quốc"
        ],
        place="Hà Tĩnh",
        date="2024-01-15",
        symbol="BCĐ138",
        shown={
            "P13": [
                "UBND TỈNH HÀ TĨNH",
                "BAN CHỈ ĐẠO PHÒNG, CHỐNG",
                "TỘI PHẠM, TỆ NẠN XÃ HỘI",
                "VÀ XÂY DỰNG PHONG TRÀO",
                "TOÀN DÂN BẢO VỆ",
                "AN NINH TỔ QUỐC",
            ],
            "P14": [
                "UBND TỈNH HÀ TĨNH",
                "BAN CHỈ ĐẠO",
                "PHÒNG, CHỐNG TỘI PHẠM,",
                "TỆ NẠN XÃ HỘI",
                "VÀ XÂY DỰNG",
                "PHONG TRÀO TOÀN DÂN",
                "BẢO VỆ AN NINH TỔ QUỐC",
            ],
        },
    ),
}


PRINTED = in_turn(CASES, PROFILES)


def report(folder: Path, case: Case, profile: str) -> bytes:
    def edit(facts: Any) -> None:
        del facts["locality"]
        issuer = {"name": " ".join(case.lines), "symbol": case.symbol, "lines": case.lines}
        issuer |= {"force": "people_committee", "level": "province"}
        signature = SIGNERS[case.symbol[:2]] | {"name": "Lê Văn An"}
        facts |= {"issuer": issuer | {"parent": case.parent}, "signature": signature}
        facts |= {"recipients": {"copies": ["Bộ Công an"]}}
        facts |= {"place": case.place, "size_profile": profile}
        facts |= {"number": case.number} if case.number else {}

    return written(folder, "ky-anh-2023", edit, case.date)


@pytest.fixture(scope="module")
def prints(to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple, Page]:
    folder = tmp_path_factory.mktemp("letterheads")
    files = {f"{name} {profile}": report(folder, CASES[name], profile) for name, profile in PRINTED}
    pdfs = to_pdf(files)
    return {key: read_pages(pdfs[" ".join(key)])[0] for key in PRINTED}


@pytest.fixture(params=PRINTED, ids=" ".join)
def shown(request: pytest.FixtureRequest, prints: dict) -> tuple[Case, str, Page]:
    return CASES[request.param[0]], request.param[1], prints[request.param]


def sides(page: Page) -> tuple[list[Line], list[Line]]:
    """Return the lines of the two columns above the kind of document."""
    low, nation = page.find("BÁO CÁO"), page.find("CỘNG HÒA")
    lines = [line for line in page.lines if line.baseline < low.baseline - 1]
    right = [line for line in lines if line.centre > nation.x0]
    return [line for line in lines if line not in right], right


def test_names_break_where_a_clerk_breaks_them(shown: tuple) -> None:
    case, profile, page = shown
    *names, number = sides(page)[0]
    assert [line.text for line in names] == case.shown[profile]
    assert number.text.startswith("Số:")


def test_national_name_motto_and_date_stand_on_a_line_each(shown: tuple) -> None:
    case, _, page = shown
    nation, motto, date = sides(page)[1]
    assert nation.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert motto.text == "Độc lập - Tự do - Hạnh phúc"
    assert date.text.startswith(f"{case.place}, ngày")
    assert "năm 20" in date.text or case.date == "2026"


def test_number_stands_on_the_line_of_the_date(shown: tuple) -> None:
    page = shown[2]
    left, right = sides(page)
    assert left[-1].baseline == pytest.approx(right[-1].baseline, abs=0.5)


def test_columns_never_touch(shown: tuple) -> None:
    left, right = sides(shown[2])
    assert max(line.x1 for line in left) + GUTTER <= min(line.x0 for line in right)


def test_both_columns_stay_within_the_margins_and_are_centred(shown: tuple) -> None:
    page = shown[2]
    for column in sides(page):
        for line in column:
            assert line.centre == pytest.approx(column[0].centre, abs=TOLERANCE)
            assert line.x0 >= mm(30) - 1
            assert line.x1 <= page.width - mm(15) + 1
