"""Tables as a statistician sets them: narrow numbers, commas in line, heads and groups whole.

The decree says nothing of tables but that they may lie on their side (mục I.2); sixty rows run over
pages, twelve columns lie on their side, seven and fewer words stand upright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from word.package import document

from briefing.standards import load_standard
from briefing.word import write_docx

from .measure import TOLERANCE, Page, mm, read_pages
from .reports import PROFILES, ToPdf

HEAD = (
    "| STT | Nội dung | Đơn vị tính | Kết quả | Tỷ lệ |\n| :---: | :--- | :---: | ---: | ---: |\n"
)
UNITS = ["vụ", "lượt cán bộ, chiến sĩ", "cơ quan, doanh nghiệp, cơ sở giáo dục", "tỷ đồng", "%"]
RESULTS = ["771/778", "37.991", "gần 50", "1.234,5", "96"]
RATES = ["92,2%", "100%", "–", "0,05%", "98,35%"]
LONG = " trên địa bàn toàn tỉnh, kể cả các xã biên giới và các xã có tuyến quốc lộ đi qua"
QUARTERS = ["Quý I", "Quý II", "Quý III", "Quý IV"]
WIDE = ["STT", "Nội dung chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2023", *QUARTERS]
WIDE += ["Thực hiện năm 2023", "So với kế hoạch", "So với năm 2022", "Ghi chú"]


def sixty_rows() -> Iterator[str]:
    for number in range(60):
        if number % 6 == 0:
            yield f"| **Nhóm thứ {number // 6 + 1}** | | | | |"
        label = f"Số vụ thứ {number + 1}{LONG if number % 4 == 0 else ''}"
        unit, result, rate = (each[number % 5] for each in (UNITS, RESULTS, RATES))
        yield f"| {number + 1} | {label} | {unit} | {result} | {rate} |"


def twelve_columns() -> Iterator[str]:
    yield f"| {' | '.join(WIDE)} |"
    yield "| :---: | :--- | :---: |" + " ---: |" * 8 + " :--- |"
    for number in range(1, 9):
        cells = [number, f"Tỷ lệ giải quyết tin báo thứ {number}", "vụ", f"{number}.234"]
        cells += [number, f"1.{number:03}", f"{number},5", number, "12.345.678"]
        cells += [f"9{number},{number}%", f"{number},25%", "Vượt kế hoạch được giao"]
        yield f"| {' | '.join(map(str, cells))} |"


TITLE = (
    "Tổng hợp các chỉ tiêu về công tác bảo đảm an ninh, trật tự, phòng, chống tội phạm và phong "
    "trào Toàn dân bảo vệ an ninh Tổ quốc trên địa bàn tỉnh năm 2023"
)
MARKDOWN = (
    f"# Báo cáo\n\nTổng kết\n\nĐoạn.\n\n# Số liệu\n\n{HEAD}"
    + "\n".join(sixty_rows())
    + f"\n\n# {TITLE}\n\n"
    + "\n".join(twelve_columns())
    + "\n"
)


@pytest.fixture(scope="module")
def prints(to_pdf: ToPdf) -> dict[str, tuple[Page, ...]]:
    files = {
        profile: write_docx(document(MARKDOWN), load_standard("nd30-2020", profile))
        for profile in PROFILES
    }
    return {name: read_pages(pdf, skip=1) for name, pdf in to_pdf(files).items()}


@pytest.fixture(params=PROFILES)
def annexes(request: pytest.FixtureRequest, prints: dict) -> tuple[list[Page], list[Page]]:
    """The pages of the long table and those of the wide one."""
    pages = prints[request.param]
    return (
        [page for page in pages if page.width < page.height],
        [page for page in pages if page.width > page.height],
    )


def rows(page: Page) -> list[list[str]]:
    (table,) = page.tables
    return [[re.sub(r"\s+", " ", cell or "") for cell in row] for row in table]


def uprights(page: Page) -> list[float]:
    """Return where the columns of the table on a page begin and end."""
    return sorted({round(place) for rule in page.rules for place in (rule.x0, rule.x1)})


def test_long_table_repeats_its_head_and_keeps_its_rows_whole(annexes: tuple) -> None:
    long, _ = annexes
    assert len(long) > 2
    found = []
    for page in long:
        head, *others = rows(page)
        assert head == ["STT", "Nội dung", "Đơn vị tính", "Kết quả", "Tỷ lệ"]
        found += [row for row in others if row[1]]
    assert [row[0] for row in found] == [str(number) for number in range(1, 61)]
    for number, row in enumerate(found):
        assert row[1].endswith(f"thứ {number + 1}") == (number % 4 != 0)
        assert row[1].endswith("đi qua") == (number % 4 == 0)
        assert row[3:] == [RESULTS[number % 5], RATES[number % 5]]


def test_groups_are_bold_and_end_no_page(annexes: tuple) -> None:
    long, _ = annexes
    lines = [line for page in long for line in page.lines if line.text.startswith("Nhóm thứ")]
    assert len(lines) == 10
    assert {tuple(line.faces) for line in lines} == {("bold",)}
    for page in long:
        assert not page.lines[-1].text.startswith("Nhóm thứ")


def test_numbers_and_short_heads_stand_on_one_line(annexes: tuple) -> None:
    for pages in annexes:
        texts = [line.text for page in pages for line in page.lines]
        assert "Đơn vị tính" in " ".join(texts)
        assert not [text for text in texts if text in ("Đơn vị", "tính", "hơn", "gần")]
    long = " ".join(line.text for page in annexes[0] for line in page.lines)
    for number in (*RESULTS, *RATES):
        assert number in long
    assert "12.345.678" in " ".join(line.text for line in annexes[1][0].lines)


def test_the_number_of_a_row_takes_little_room(annexes: tuple) -> None:
    for pages in annexes:
        texts = [line for line in pages[0].lines if line.text.startswith(("Số vụ", "Tỷ lệ giải"))]
        assert texts
        assert max(line.x0 for line in texts) - mm(30) < mm(14)


def test_commas_of_a_column_stand_under_one_another(annexes: tuple) -> None:
    long, wide = annexes
    for page, column in ((long[0], RATES), (long[0], RESULTS), (wide[0], ["1,5", "2,5"])):
        units = [place for text in column for place in ends_of_units(page, text)]
        assert len(units) > 1
        assert max(units) - min(units) < 0.5


def ends_of_units(page: Page, text: str) -> list[float]:
    """Return where the whole part of a number ends, wherever it stands in a table on its own."""
    if not (whole := re.match(r"[\d.]+(?=,|%|$)", text)):
        return []
    return [
        line.chars[len(line.text) - len(text) + whole.end() - 1]["x1"]
        for line in page.lines
        if line.text == text or line.text.endswith(f" {text}")
    ]


def test_wide_table_lies_on_its_side_and_is_as_wide_as_the_text(annexes: tuple) -> None:
    _, wide = annexes
    assert len(wide) >= 1
    edges = uprights(wide[0])
    assert edges[0] == pytest.approx(mm(30), abs=TOLERANCE)
    assert edges[-1] == pytest.approx(wide[0].width - mm(15), abs=TOLERANCE)


def test_head_of_the_wide_annex_is_measured_for_its_width(annexes: tuple) -> None:
    page = annexes[1][0]
    middle = (mm(30) + page.width - mm(15)) / 2
    reference = page.find("(Kèm theo")
    title = [
        line for line in page.lines if line.text.isupper() and line.baseline < reference.baseline
    ]
    assert len(title) == 2
    for line in (*title, reference):
        assert line.centre == pytest.approx(middle, abs=TOLERANCE)
    assert min(line.width for line in title) > 0.8 * max(line.width for line in title)
    rule = page.rule_under(reference)
    assert 1 / 3 <= rule.length / reference.width <= 1 / 2
    assert rule.centre == pytest.approx(middle, abs=TOLERANCE)
