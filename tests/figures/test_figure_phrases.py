"""Every kind of metric statement that reports make, printed from one figure.

The letters are the codes of the survey of published reports from which the kinds come.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from in_rows import in_rows

from briefing.figures import PARTS
from tests.figures.made import Facts, said

KINDS: list[tuple[str, str, Facts, str | None]] = [
    ("n", "", {"value": 7}, "7 vụ"),
    ("n", "", {"value": 2698, "unit": "cuộc tuyên truyền"}, "2.698 cuộc tuyên truyền"),
    ("n", "", {"value": "3.313", "unit": "cuộc tuần tra"}, "3.313 cuộc tuần tra"),
    ("q", "", {"value": 50, "qualifier": "gần", "unit": "hung khí"}, "gần 50 hung khí"),
    ("q", "", {"value": 160, "qualifier": "hơn", "unit": "viên đạn"}, "hơn 160 viên đạn"),
    ("q", "", {"value": 33100, "qualifier": "trên", "unit": "điểm"}, "trên 33.100 điểm"),
    ("q", "", {"value": 500, "qualifier": "khoảng", "unit": "hộ"}, "khoảng 500 hộ"),
    ("q", "", {"value": 10, "qualifier": "dưới"}, "dưới 10 vụ"),
    ("q", "", {"approximate": "hàng chục"}, "hàng chục vụ"),
    ("q", "", {"approximate": "hàng trăm", "unit": "lượt người"}, "hàng trăm lượt người"),
    ("m", "", {"value": "550,9", "unit": "triệu đồng"}, "550,9 triệu đồng"),
    ("m", "", {"value": "1,4", "unit": "tỷ đồng", "qualifier": "hơn"}, "hơn 1,4 tỷ đồng"),
    ("m", "", {"value": "3,572", "unit": "tỷ đồng"}, "3,572 tỷ đồng"),
    ("m", "", {"value": 1_800_000, "unit": "đồng"}, "1.800.000 đồng"),
    ("j", "", {"value": 12, "unit": "tập thể"}, "12 tập thể"),
    ("r", "rate", {"rate": "82,93"}, "82,93%"),
    ("r", "", {"rate": "88,31"}, "88,31%"),
    ("r", "rate", {"rate": "25,40"}, "25,40%"),
    ("r", "rate", {"rate": "10,0"}, "10,0%"),
    ("r", "rate", {"rate": 64, "rate_qualifier": "gần"}, "gần 64%"),
    ("u", "", {"value": 80715, "unit": "lượt tổ"}, "80.715 lượt tổ"),
    ("u", "", {"value": 504, "unit": "lượt CBCS"}, "504 lượt CBCS"),
    ("h", "", {"rate": 100, "out_of_label": "chỉ tiêu"}, "100% chỉ tiêu"),
    ("h", "", {"value": 15, "out_of": 15, "unit": "thôn"}, "15/15 thôn (đạt 100%)"),
    ("h", "quantity", {"value": 15, "out_of": 15, "unit": "thôn"}, "15/15 thôn"),
    ("f", "quantity", {"value": 91, "out_of": 97}, "91/97 vụ"),
    ("f", "quantity", {"value": 319, "out_of": 411, "unit": "xã"}, "319/411 xã"),
    ("f", "", {"value": 771, "out_of": 778, "rate": "92,2"}, "771/778 vụ (đạt 92,2%)"),
    ("f", "", {"value": 771, "out_of": 778}, "771/778 vụ (đạt 99,10%)"),
    (
        "f",
        "",
        {"value": 547, "out_of": 855, "rate": 64, "rate_qualifier": "gần"},
        "547/855 vụ (đạt gần 64%)",
    ),
    ("k", "", {"value": "61,475", "unit": "kg ma túy"}, "61,475 kg ma túy"),
    ("k", "", {"value": 96682, "unit": "lít dầu DO"}, "96.682 lít dầu DO"),
    ("k", "", {"value": "13.273.939", "unit": "tấn"}, "13.273.939 tấn"),
    ("z", "", {"value": 0}, "không có vụ nào"),
    ("z", "event", {"value": 0}, "không xảy ra vụ nào"),
    ("z", "event", {"value": 0, "nature": "detected"}, "không phát hiện vụ nào"),
    ("z", "", {"value": 0, "zero": "không để xảy ra cháy lớn"}, "không để xảy ra cháy lớn"),
    ("z", "event", {"value": 0, "zero": "không để xảy ra vụ nào"}, "không để xảy ra vụ nào"),
    ("n", "event", {"value": 5}, "xảy ra 5 vụ"),
    ("n", "event", {"value": 5, "nature": "detected"}, "phát hiện 5 vụ"),
    (
        "p",
        "",
        {"change": {"direction": "giảm", "percent": "26,82", "base": "cùng kỳ năm 2022"}},
        "giảm 26,82% so với cùng kỳ năm 2022",
    ),
    ("p", "change", {"change": {"direction": "giảm", "percent": "7,5"}}, "giảm 7,5%"),
    ("d", "change", {"change": {"direction": "giảm", "amount": 9}}, "giảm 9 vụ"),
    ("s", "share", {"share": "61,2"}, "chiếm 61,2%"),
    # A rate of a base in words, and one of something that is not named.
    (
        "r",
        "",
        {"value": 535, "unit": "đồng chí", "rate": "1,15", "out_of_label": "dân số"},
        "535 đồng chí, bằng 1,15% dân số",
    ),
    ("r", "", {"value": "11,4", "unit": "tỷ đồng", "rate": 109}, "11,4 tỷ đồng (đạt 109%)"),
    ("r", "", {"value": 98, "rate": 64, "rate_qualifier": "gần"}, "98 vụ (đạt gần 64%)"),
    ("r", "", {"approximate": "hàng chục", "rate": 64}, "hàng chục vụ (đạt 64%)"),
    (
        "h",
        "",
        {"value": 4063, "out_of": 4303, "rate": 100, "out_of_label": "công dân có mặt"},
        "4.063/4.303 vụ (đạt 100% công dân có mặt)",
    ),
    # The percent sign is attached, and two percentages differ by points.
    ("r", "", {"value": "4,1", "unit": "%"}, "4,1%"),
    ("r", "", {"value": 0, "unit": "%"}, "0%"),
    ("r", "change", {"value": "4,1", "unit": "%", "previous": "5,2"}, "giảm 1,1 điểm phần trăm"),
    ("r", "pair", {"value": "4,1", "unit": "%", "previous": "5,2"}, "4,1%/5,2%"),
    ("r", "percent", {"value": "4,1", "unit": "%", "previous": "5,2"}, None),
    (
        "r",
        "target",
        {"value": "42,7", "unit": "%", "target": {"value": Decimal("42.6")}},
        "vượt 0,1 điểm phần trăm so với chỉ tiêu 42,6%",
    ),
    (
        "r",
        "target",
        {"value": "4,1", "unit": "%", "target": {"value": Decimal("4.1")}},
        "đạt chỉ tiêu 4,1%",
    ),
    (
        "r",
        "target",
        {"value": "42,7", "unit": "%", "target": {"value": Decimal(40), "stated": 107}},
        "đạt 107% chỉ tiêu",
    ),
    # A target of which only the source's own words are known.
    (
        "v",
        "target",
        {"value": "11,4", "unit": "tỷ đồng", "target": {"stated": 109}},
        "đạt 109% chỉ tiêu",
    ),
    ("v", "target", {"value": 16, "target": {"stated_over": 300}}, "vượt 300% chỉ tiêu"),
    ("v", "target", {"value": 16, "target": {"stated_over": Decimal(-5)}}, "thấp hơn 5% chỉ tiêu"),
    ("v", "target", {"target": {"stated": 109}}, "đạt 109% chỉ tiêu"),
    (
        "v",
        "target",
        {"rate": 95, "target": {"of": "rate", "stated_over": 20}},
        "vượt 20 điểm phần trăm so với chỉ tiêu",
    ),
    (
        "v",
        "target",
        {"value": 11, "target": {"value": 4, "stated_over": 275}},
        "11/4 vụ (vượt 275% chỉ tiêu)",
    ),
]


@in_rows(("code", "part", "figure", "phrase"), KINDS)
def test_a_figure_of_this_kind_is_stated_so(
    code: str, part: str, figure: Facts, phrase: str | None
) -> None:
    assert said(part, figure) == phrase, code


CASES = {"label": "số vụ phát hiện", "value": 35, "beside": "other"}
OFFENDERS = {"label": "số đối tượng", "value": 47, "unit": "đối tượng"}


def test_two_units_stand_side_by_side_and_are_never_divided() -> None:  # x
    assert said("", CASES, other=OFFENDERS) == "35 vụ/47 đối tượng"
    assert said("rate", CASES, other=OFFENDERS) is None
    assert said("share", CASES, other=OFFENDERS) is None


def test_more_cases_than_offenders_are_legal() -> None:  # x: abandoned goods
    assert said("", {**CASES, "value": 8}, other={**OFFENDERS, "value": 7}) == "8 vụ/7 đối tượng"


def test_each_side_keeps_its_qualifier() -> None:  # x, q
    many = {**OFFENDERS, "value": 1400, "qualifier": "hơn"}

    assert said("", CASES, other=many) == "35 vụ/hơn 1.400 đối tượng"


def test_nothing_found_beside_something_is_still_said_in_words() -> None:  # x, z
    assert "0 vụ" not in (said("", {**CASES, "value": 0}, other=OFFENDERS) or "").split("/")


SEIZED = {
    "heroin": {"value": 12, "unit": "bánh heroin"},
    "drugs": {"value": 219, "qualifier": "hơn", "unit": "kg ma túy các loại"},
    "fireworks": {"value": 137, "unit": "kg pháo nổ"},
}


def test_a_mixed_list_keeps_each_qualifier_and_closes_with_and() -> None:  # o
    listed = said("", {"items": list(SEIZED)}, **SEIZED)

    assert listed == "12 bánh heroin, hơn 219 kg ma túy các loại và 137 kg pháo nổ"


def test_a_list_is_open_only_when_the_input_says_so() -> None:  # o
    open_list = {"items": list(SEIZED), "more_items": True, "unit": None}
    seized = "12 bánh heroin, hơn 219 kg ma túy các loại, 137 kg pháo nổ"

    assert said("", open_list, **SEIZED) == f"{seized} và một số tang vật khác"
    gifts = {**open_list, "unit": "phần quà"}
    assert said("", gifts, **SEIZED) == f"{seized} và một số phần quà khác"


CRASHES: dict[str, Facts] = {
    "cases": {"label": "số vụ tai nạn giao thông", "unit": "vụ", "value": 5, "previous": 8},
    "dead": {"label": "số người chết", "unit": "người", "value": 1, "previous": 2},
    "hurt": {"label": "Số người bị thương", "unit": "người", "value": 3, "previous": 4},
    "lost": {"label": "thiệt hại", "unit": "người", "value": 3, "previous": 4},
}


def test_criteria_of_one_unit_are_told_apart_by_what_they_count() -> None:
    three = said("", {"criteria": ["cases", "dead", "hurt"]}, style={"change": "amount"}, **CRASHES)
    alone = said("", {"criteria": ["cases", "dead"]}, style={"change": "amount"}, **CRASHES)
    named = said("", {"criteria": ["dead", "lost"]}, style={"change": "amount"}, **CRASHES)

    assert three == "giảm cả 3 tiêu chí: giảm 3 vụ, giảm 1 người chết, giảm 1 người bị thương"
    assert alone == "giảm cả 2 tiêu chí: giảm 3 vụ, giảm 1 người"
    assert named == "giảm cả 2 tiêu chí: giảm 1 người chết, giảm 1 người"


def test_criteria_that_go_apart_are_told_apart_as_well() -> None:
    risen = {**CRASHES, "dead": {**CRASHES["dead"], "value": 4}}
    three: Facts = {"criteria": ["cases", "dead", "hurt"]}
    still = {**risen, "hurt": {**CRASHES["hurt"], "previous": 3, "label": "số người bị thương"}}
    style = {"change": "amount"}

    mixed = said("", three, style=style, **risen)
    assert mixed == "giảm 3 vụ, tăng 2 người chết, giảm 1 người bị thương"
    unmoved = said("", three, style=style, **still)
    assert unmoved == "giảm 3 vụ, tăng 2 người, số người bị thương không thay đổi"


@pytest.mark.parametrize("more", [False, True])
def test_no_member_vanishes_from_a_list(more: bool) -> None:  # o
    rated = {"rate": 4, "unit": "người"}
    listed = said("", {"items": ["heroin", "rated"], "more_items": more}, **SEIZED, rated=rated)
    assert listed is not None
    assert "4%" in listed
    silent = {"items": ["heroin", "silent"], "more_items": more}
    assert said("", silent, **SEIZED, silent={"previous": 3}) is None
    assert said("", {"items": ["silent"], "more_items": more}, silent={"previous": 3}) is None


def test_a_list_of_one_is_that_one() -> None:  # o
    assert said("", {"items": ["heroin"]}, heroin=SEIZED["heroin"]) == "12 bánh heroin"


WHOLE = {"value": 335}


@pytest.mark.parametrize(
    ("figure", "phrase"),
    [
        ({"value": 205, "share_of": "whole"}, "chiếm 61,19%"),
        ({"value": 205, "share_of": "whole", "share": "61,2"}, "chiếm 61,2%"),
        ({"value": 335, "share_of": "whole"}, "chiếm 100%"),
        ({"value": 200, "qualifier": "hơn", "share_of": "whole"}, None),
        ({"share_of": "whole"}, None),
        ({"value": 205}, None),
    ],
)
def test_a_share_is_stated_or_worked_out_of_exact_numbers_only(  # s
    figure: Facts, phrase: str | None
) -> None:
    assert said("share", figure, whole=WHOLE) == phrase


RATE_OF_75 = {"value": 75, "of": "rate"}


@in_rows(
    ("figure", "phrase"),
    [
        ({"rate": 95, "target": RATE_OF_75}, "vượt 20 điểm phần trăm so với chỉ tiêu 75%"),
        (
            {"rate": "83,48", "target": RATE_OF_75},
            "vượt 8,48 điểm phần trăm so với chỉ tiêu 75%",
        ),
        ({"rate": 70, "target": RATE_OF_75}, "thấp hơn 5 điểm phần trăm so với chỉ tiêu 75%"),
        ({"rate": 75, "target": RATE_OF_75}, "đạt chỉ tiêu 75%"),
        ({"target": RATE_OF_75}, None),
        (
            {"value": 11, "unit": "mô hình", "target": {"value": 4}},
            "11/4 mô hình (đạt 275% chỉ tiêu)",
        ),
        (
            {"value": 120, "unit": "công dân", "target": {"value": 120}},
            "120/120 công dân (đạt 100% chỉ tiêu)",
        ),
        ({"value": 11, "qualifier": "hơn", "target": {"value": 4}}, None),
        ({"value": 11, "target": {"value": 0}}, None),
        ({"value": 11}, None),
    ],
)
def test_a_rate_is_points_from_its_target_and_a_count_is_percent_of_it(  # v
    figure: Facts, phrase: str | None
) -> None:
    assert said("target", figure) == phrase


def test_the_base_in_words_stays_with_the_coverage() -> None:  # h
    base = "công dân đủ điều kiện có mặt trên địa bàn"

    assert said("", {"rate": 100, "out_of_label": base}) == f"100% {base}"
    assert said("", {"rate": 70, "qualifier": "trên", "out_of_label": base}) == f"trên 70% {base}"


def test_a_number_that_begins_a_sentence_can_be_said_in_words() -> None:
    assert said("words", {"value": 771}) == "bảy trăm bảy mươi mốt vụ"
    assert said("words", {"value": 50, "qualifier": "gần"}) == "gần năm mươi vụ"
    assert said("words", {"rate": 50}) is None


def test_an_approximate_part_of_a_whole_keeps_its_word_and_gives_no_rate() -> None:
    assert said("", {"value": 50, "out_of": 90, "qualifier": "gần"}) == "gần 50/90 vụ"
    assert said("rate", {"value": 50, "out_of": 90, "qualifier": "gần"}) is None


@in_rows(
    ("part", "figure", "phrase"),
    [
        ("value", {"value": 160, "qualifier": "hơn"}, "hơn 160"),
        ("value", {"rate": 100}, None),
        ("out_of", {"value": 771, "out_of": 1778}, "1.778"),
        ("out_of", {"value": 771}, None),
        ("unit", {}, "vụ"),
        ("label", {}, "số vụ"),
        ("previous", {"previous": 1443}, "1.443"),
        ("previous", {}, None),
        ("quantity", {"rate": 100}, None),
        ("event", {"rate": 100}, None),
        ("rate", {"value": 1, "out_of": 8}, "12,50%"),
        ("rate", {"value": 0, "out_of": 0}, None),
        ("", {}, None),
    ],
)
def test_a_piece_is_stated_or_is_not_known(part: str, figure: Facts, phrase: str | None) -> None:
    assert said(part, figure) == phrase


@in_rows("part", sorted(PARTS))
def test_a_figure_that_says_nothing_states_nothing(part: str) -> None:
    # A label and a unit are all that it has.
    assert said(part, {}) == {"label": "số vụ", "unit": "vụ"}.get(part)
