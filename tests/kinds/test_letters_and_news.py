"""The directive letter, and the news of the conference."""

from __future__ import annotations

import re
from typing import Any

import pytest
from templating.printed import says

from kinds.made import (
    LETTER,
    LETTER_FACTS,
    PARTY,
    WHOLE,
    errors,
    report,
    shipped_text,
    text,
    without,
)

STATE_LETTER: dict[str, Any] = {
    **LETTER_FACTS,
    "number": 5,
    "issuer": {**WHOLE["issuer"], "unit": "NC"},
}


def test_a_state_letter_has_its_subject_under_its_number() -> None:
    lines = text(report(**STATE_LETTER)).splitlines()

    under = lines.index("Số: 05/UBND-NC") + 1
    assert lines[under] == "V/v tăng cường bảo đảm an ninh, trật tự"


def test_a_letter_whose_number_the_clerk_fills_in_keeps_its_symbol() -> None:
    printed = text(report(**{**STATE_LETTER, "number": None}))

    assert re.search(r"^Số:\s+/UBND-NC$", printed, re.MULTILINE)


@pytest.mark.parametrize("party", [False, True], ids=["state", "party"])
def test_a_letter_has_no_title_no_results_no_awards(party: bool) -> None:
    printed = text(report(**{**STATE_LETTER, **(PARTY if party else {})})).casefold()

    for words in ("báo cáo", "stt", "45 vụ", "phụ lục", "giấy khen", "khen thưởng", "công văn"):
        assert words not in printed


def test_each_paragraph_of_a_letter_addresses_one_body() -> None:
    lines = text(report(**STATE_LETTER)).splitlines()

    issuer = "Ủy ban nhân dân xã Cao Sơn"
    first = lines.index(f"1. {issuer} yêu cầu Công an xã:")
    second = lines.index(f"2. {issuer} đề nghị Các thôn:")
    assert lines[first + 1 : second] == ["Tuần tra ban đêm;", "Nắm chắc địa bàn."]
    assert "Kính gửi:" in lines[:first]


def test_a_single_order_of_a_letter_bears_no_number() -> None:
    letter = {**LETTER, "orders": LETTER["orders"][:1]}
    lines = text(report(**{**STATE_LETTER, "letter": letter})).splitlines()

    assert "Ủy ban nhân dân xã Cao Sơn yêu cầu Công an xã:" in lines


@pytest.mark.parametrize(("facts", "end"), [({}, "./."), (PARTY, ".")], ids=["state", "party"])
@pytest.mark.parametrize("closed", [False, True], ids=["orders", "closing"])
def test_a_letter_ends_with_the_mark_of_its_standard(
    facts: dict[str, Any], end: str, closed: bool
) -> None:
    closing = {"closing": ["Nhận được công văn, đề nghị triển khai"]} if closed else {}
    printed = text(report(**{**STATE_LETTER, **facts, "letter": {**LETTER, **closing}}))

    last = "Nhận được công văn, đề nghị triển khai" if closed else "Vận động nhân dân"
    assert f"{last}{end}" in printed.splitlines()
    assert printed.count("./.") == (end == "./.")


def test_a_party_letter_has_the_partys_number_and_no_v_v() -> None:
    printed = text(report(**{**STATE_LETTER, **PARTY}))

    assert "Số 05-CV/ĐU" in printed.splitlines()
    assert "V/v" not in printed
    assert "Số:" not in printed
    assert "CỘNG HÒA" not in printed


def test_a_letter_without_its_orders_is_refused() -> None:
    made = without("letter", **{k: v for k, v in LETTER_FACTS.items() if k != "letter"})

    assert {found.path for found in errors(made)} == {"letter.about", "letter.orders"}


def test_news_has_no_letterhead_and_no_signature() -> None:
    printed = text(report(kind="tin-hoi-nghi", number=5))

    for words in ("CỘNG HÒA", "Độc lập", "Số:", "/BC", "Nơi nhận", "TM.", "Lưu:", "./.", "Phụ lục"):
        assert words not in printed
    assert "Cao Sơn, ngày" not in printed


@pytest.mark.parametrize("name", ["hoa-binh-2023", "ky-anh-2023"])
def test_news_of_a_shipped_conference_has_no_frame_either(name: str) -> None:
    printed = shipped_text(name, "tin-hoi-nghi")

    for words in ("CỘNG HÒA", "Nơi nhận", "TM.", "./.", "STT", "Phụ lục"):
        assert words not in printed


def test_news_says_when_who_what_and_who_was_honoured() -> None:
    printed = text(report(kind="tin-hoi-nghi"))

    assert says(printed.splitlines()[0], "Tổng kết công tác bảo đảm an ninh, trật tự năm 2026")
    opening = "Ngày 12/12/2026, Ủy ban nhân dân xã Cao Sơn tổ chức hội nghị tổng kết."
    assert opening in printed
    assert "Nguyễn Văn An, Chủ tịch UBND xã dự và chỉ đạo hội nghị." in printed
    assert "Năm 2026, đã khám phá 45 vụ." in printed
    assert "Ủy ban nhân dân xã tặng Giấy khen cho 4 tập thể." in printed


def test_news_without_a_day_is_refused() -> None:
    made = report(kind="tin-hoi-nghi", conference={"chair": "an"})

    assert {found.path for found in errors(made)} == {"conference.date"}


SHORT = {
    "subject": "công tác ANTT",
    "abbreviations": {"ANTT": {"long": "an ninh trật tự"}, "TTXH": {"long": "trật tự xã hội"}},
    "results": [
        {"area": "ma_tuy", "statements": ["Giữ vững ANTT", "Tội phạm về TTXH (giảm 8 vụ)"]},
        {"area": "giao_thong", "statements": ["Nắm ANTT, {vu}"]},
    ],
}


@pytest.mark.parametrize("kind", ["bao-cao-tong-ket", "tin-hoi-nghi"])
def test_short_forms_are_introduced_where_they_are_used_again_and_in_no_title(kind: str) -> None:
    printed = text(report(kind=kind, **SHORT))

    title = next(line for line in printed.splitlines() if line.casefold().startswith("tổng kết"))
    assert "an ninh trật tự" in title.casefold()
    assert "an ninh trật tự (ANTT)" in printed
    assert "Nắm ANTT, 45 vụ" in printed
    assert "Tội phạm về trật tự xã hội (giảm 8 vụ)" in printed
    assert "TTXH" not in printed
