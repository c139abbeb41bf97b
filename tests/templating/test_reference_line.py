"""The line of an annex that names its document: Phụ lục I, phần I, mục III.1.c."""

from __future__ import annotations

from typing import Any

import pytest

from briefing import Report, library
from briefing.document import Frame, plain

BLANKS = "\u00a0" * 7


YEAR: dict[str, Any] = {
    "schema": 1,
    "kind": "bao-cao-tong-ket",
    "period": {"year": 2023, "type": "year"},
    "issuer": {"name": "Ủy ban nhân dân xã Cao Sơn", "symbol": "UBND", "lines": ["Cao Sơn"]},
    "place": "Cao Sơn",
    "number": 5,
    "date": "2024-01-15",
    "subject": "công tác năm 2023",
    "results": [{"area": "giao_thong", "statements": ["Giữ vững trật tự"]}],
    "recipients": {"copies": ["Các thôn"]},
    "signature": {"post": "Chủ tịch"},
}


def made(**said: Any) -> Frame:
    return library.make(Report.model_validate(YEAR | said)).document.frame


def test_on_paper_the_line_gives_number_and_date() -> None:
    text = plain(made().citation)
    assert " số 05/BC-UBND ngày 15 tháng 01 năm 2024 của " in text


def test_of_an_electronic_document_the_line_is_left_to_be_filled() -> None:
    # "đối với văn bản điện tử, không phải điền thông tin tại các vị trí này"
    frame = made(marks={"electronic": True})
    text = plain(frame.citation)
    open_day = f"ngày{BLANKS}tháng{BLANKS}năm{BLANKS}"
    assert f" số{BLANKS}/BC-UBND {open_day} của " in text
    # The document itself bears both.
    assert plain(frame.number) == "Số: 05/BC-UBND"
    assert plain(frame.place_date).endswith("ngày 15 tháng 01 năm 2024")


@pytest.mark.parametrize("day", ["2024-01-15", "2026-06-01"])
def test_that_of_a_party_body_keeps_its_comma(day: str) -> None:
    frame = made(
        issuer={
            "name": "Tỉnh ủy Hòa Bình",
            "symbol": "TU",
            "lines": ["Tỉnh ủy"],
            "force": "party_committee",
        },
        date=day,
        signature={"collective": "Ban Thường vụ", "post": "Bí thư"},
        marks={"electronic": True},
    )
    assert f" số{BLANKS}-BC/TU, ngày{BLANKS}tháng{BLANKS}năm{BLANKS} của " in plain(frame.citation)


def test_no_is_as_good_as_nothing() -> None:
    assert made(marks={"electronic": False}) == made()
