"""The page by itself: how the body is reached stands at the foot of the first sheet (ô 13)."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from exploring import in_turn
from selenium.webdriver import Chrome
from selenium.webdriver.common.print_page_options import PrintOptions

import briefing
from briefing import Report

PAGE = 297 * 72 / 25.4
BOTTOM = PAGE - 20 * 72 / 25.4
LONG = "Địa chỉ: Số 99 Nguyễn Thái Học, phường Mỹ Bình, thành phố Long Xuyên, tỉnh An Giang; ĐT: …"


def year(contact: list[str], statements: int) -> Report:
    said = "Giữ vững an ninh, trật tự trên địa bàn, không để xảy ra điểm nóng, bị động, bất ngờ"
    return Report.model_validate(
        {
            "schema": 1,
            "kind": "bao-cao-tong-ket",
            "period": {"year": 2023, "type": "year"},
            "issuer": {"name": "Ủy ban nhân dân xã Cao Sơn", "symbol": "UBND", "lines": ["Xã"]},
            "subject": "công tác năm 2023",
            "results": [{"area": "giao_thong", "statements": [said] * statements}],
            "marks": {"contact": contact},
        }
    )


def words(chromium: Chrome, folder: Path, report: Report) -> list[list[dict]]:
    """Return the words of each sheet as they are printed, with their places."""
    source = folder / "page.html"
    source.write_text(briefing.page(report, draft=True), encoding="utf-8")
    chromium.get(source.as_uri())
    options = PrintOptions()
    options.page_width, options.page_height = 21.0, 29.7
    printed = b64decode(chromium.print_page(options))
    with pdfplumber.open(BytesIO(printed)) as pdf:
        return [page.extract_words() for page in pdf.pages]


CONTACTS = {
    "one line": ["ĐT: …; Website: …"],
    "one that is broken": [f"{LONG}; Thư điện tử: …", "ĐT: …; Website: …"],
    "four": [LONG] * 4,
}


@pytest.mark.parametrize(("name", "statements"), in_turn(CONTACTS, (2, 40)))
def test_contact_is_at_the_foot_of_the_first_sheet(
    name: str, statements: int, chromium: Chrome, tmp_path: Path
) -> None:
    contact = CONTACTS[name]
    first, *others = words(chromium, tmp_path, year(contact, statements))
    # The last words of the sheet, above its margin; no text is below or among them.
    printed, said = [word["text"] for word in first], "".join(contact).replace(" ", "")
    start = next(place for place in range(len(first)) if "".join(printed[place:]) == said)
    assert BOTTOM - 15 < first[-1]["bottom"] < BOTTOM
    assert first[start - 1]["bottom"] <= first[start]["top"] + 1
    assert bool(others) == (statements == 40)
    assert not any("ĐT:" in word["text"] for sheet in others for word in sheet)
    assert min(word["x0"] for word in first) == pytest.approx(30 * 72 / 25.4, abs=1)


def test_on_a_screen_it_is_below_everything_else_of_the_one_sheet(
    chromium: Chrome, tmp_path: Path
) -> None:
    source = tmp_path / "page.html"
    source.write_text(briefing.page(year([LONG, "ĐT: …"], 12), draft=True), encoding="utf-8")
    chromium.get(source.as_uri())
    where = (
        "const box = e => document.querySelector(e).getBoundingClientRect();"
        "return [box('.closing').bottom, box('.contacts').top, box('.contacts').bottom,"
        " box('section').bottom]"
    )
    end, top, bottom, sheet = chromium.execute_script(where)
    assert end < top < bottom < sheet
