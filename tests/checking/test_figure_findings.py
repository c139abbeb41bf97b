"""Figures that contradict themselves or each other: every rule once found, once left in peace."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.findings import LANGUAGES
from tests.checking.found import Said, findings, told
from tests.figures.made import Facts

Figures = dict[str, Facts]


def one(**facts: object) -> Figures:
    return {"one": facts}


def two(first: Facts, **second: object) -> Figures:
    return {"one": first, "two": {"label": "tổng số", **second}}


def change(direction: str, **facts: object) -> Facts:
    return {"change": {"direction": direction, **facts}}


OF_778: Facts = {"value": 771, "out_of": 778}
NOW: Facts = {"value": 409, "previous": 443}
WARD = {"label": "số phường", "value": 11, "unit": "phường"}
COMMUNE = {"label": "số xã", "value": 6, "unit": "xã"}
ACCEPTED = {"stated": "92,2", "computed": "99,1", "reason": "chờ xác nhận"}

WRONG: list[tuple[Figures, Said]] = [
    (one(**OF_778, rate="92,2"), ("figures/stated-rate", "error", "figures.one.rate")),
    (
        one(value=547, out_of=855, rate=64, rate_qualifier="hơn"),
        ("figures/stated-rate", "error", "figures.one.rate"),
    ),
    (
        one(**NOW, **change("giảm", percent="6,77")),
        ("figures/stated-change", "error", "figures.one.change"),
    ),
    (
        two({"value": 205, "share_of": "two", "share": "62,1"}, value=335),
        ("figures/stated-share", "error", "figures.one.share"),
    ),
    (
        one(rate=95, target={"value": 75, "of": "rate", "stated_over": 15}),
        ("figures/stated-target", "error", "figures.one.target"),
    ),
    (
        one(value=637, out_of=10_000, rate="6,3"),
        ("figures/rate-rounding", "warning", "figures.one.rate"),
    ),
    # 71,99 in an amount is cut off like a rate.
    (
        one(value="127,9", unit="tỷ đồng", previous="199,89", **change("giảm", amount="71,9")),
        ("figures/rate-rounding", "warning", "figures.one.change"),
    ),
    (
        one(**NOW, **change("giảm", percent="7,6")),
        ("figures/rate-rounding", "warning", "figures.one.change"),
    ),
    (
        one(**OF_778, rate="92,3", accepted=ACCEPTED),
        ("figures/acceptance-lapsed", "error", "figures.one.accepted"),
    ),
    (
        one(**OF_778, rate="92,2", accepted=ACCEPTED),
        ("figures/accepted", "info", "figures.one.rate"),
    ),
    (
        one(value=717, out_of=778, rate="92,2", accepted=ACCEPTED),
        ("figures/nothing-to-accept", "warning", "figures.one.accepted"),
    ),
    (
        {
            "one": {"value": 17, "parts": ["ward", "commune"], "parts_complete": True},
            "ward": {**WARD, "value": 10, "unit": "vụ"},
            "commune": {**COMMUNE, "unit": "vụ"},
        },
        ("figures/sum", "error", "figures.one.parts"),
    ),
    (
        two({"value": 17, "parts": ["two"]}, value=18),
        ("figures/sum", "error", "figures.one.parts"),
    ),
    (one(value=779, out_of=778), ("figures/part-over-whole", "error", "figures.one.value")),
    (
        one(rate=120, out_of_label="công dân"),
        ("figures/over-hundred", "error", "figures.one.rate"),
    ),
    (one(**NOW, **change("tăng")), ("figures/direction", "error", "figures.one.change")),
    (
        one(**NOW, **change("giảm", amount=43)),
        ("figures/difference", "error", "figures.one.change"),
    ),
    (
        one(value=50, qualifier="gần", exact=52),
        ("figures/approximation", "error", "figures.one.qualifier"),
    ),
    (
        one(value=50, qualifier="hơn", exact=48),
        ("figures/approximation", "error", "figures.one.qualifier"),
    ),
    # True, but nobody says so of ten times as much.
    (
        one(value=50, qualifier="hơn", exact=500),
        ("figures/far-approximation", "warning", "figures.one.qualifier"),
    ),
    (
        one(value=92, out_of=100, rate=20, rate_qualifier="trên"),
        ("figures/far-approximation", "warning", "figures.one.rate"),
    ),
    # One slip is told once.
    (
        one(value=92, out_of=100, rate="0,92"),
        ("figures/rate-as-fraction", "error", "figures.one.rate"),
    ),
    (
        one(value="1,315"),
        ("figures/fraction-of-things", "error", "figures.one.value"),
    ),
    (
        one(value=Decimal("61.475"), unit="kg"),
        ("figures/ambiguous-number", "info", "figures.one.value"),
    ),
    (
        one(value=Decimal("1.5"), unit="đồng chí"),
        ("figures/fraction-of-things", "error", "figures.one.value"),
    ),
    (
        one(value=Decimal("2.5"), unit="phần quà"),
        ("figures/fraction-of-things", "error", "figures.one.value"),
    ),
    (
        one(**{"value": 12, "previous": 11}, **change("tăng", amount=Decimal("1.0"))),
        ("figures/fraction-of-things", "error", "figures.one.change.amount"),
    ),
    (
        one(value=5, target={"value": Decimal("4.5")}),
        ("figures/fraction-of-things", "error", "figures.one.target.value"),
    ),
    # No list of units is complete, so an unknown one is only a doubt.
    (
        one(value=Decimal("2.5"), unit="sải"),
        ("figures/fraction-of-things", "warning", "figures.one.value"),
    ),
    (one(rate="0,92", unit="%"), ("figures/rate-as-fraction", "error", "figures.one.rate")),
    # 99,9% is not all of it, and 92,1% is not 93%.
    (
        one(value=999, out_of=1000, rate=100),
        ("figures/stated-rate", "error", "figures.one.rate"),
    ),
    (
        one(value=921, out_of=1000, rate=93),
        ("figures/stated-rate", "error", "figures.one.rate"),
    ),
    (
        one(value=50, out_of=90, rate=60, qualifier="gần"),
        ("figures/stated-rate", "error", "figures.one.rate"),
    ),
    (one(value=0, out_of=0, rate=100), ("figures/of-nothing", "error", "figures.one.rate")),
    (
        one(value=5, previous=0, **change("tăng", percent=100)),
        ("figures/of-nothing", "error", "figures.one.change"),
    ),
    (
        one(value=5, target={"value": 0, "stated": 90}),
        ("figures/of-nothing", "error", "figures.one.target"),
    ),
    (
        two({"value": 0, "share_of": "two", "share": 10}, value=0),
        ("figures/of-nothing", "error", "figures.one.share"),
    ),
    (
        one(**change("giảm", percent=150)),
        ("figures/fall-over-hundred", "error", "figures.one.change"),
    ),
    (
        one(value=5, **change("giảm", percent=100)),
        ("figures/no-such-result", "error", "figures.one.change"),
    ),
    (
        one(value=0, **change("giảm", percent=50)),
        ("figures/no-such-result", "error", "figures.one.change"),
    ),
    (
        one(value=0, **change("tăng", percent=5)),
        ("figures/no-such-result", "error", "figures.one.change"),
    ),
    (
        one(value=0, **change("tăng", amount=5)),
        ("figures/negative-result", "error", "figures.one.change"),
    ),
    (
        one(value=5, **change("tăng", amount=10)),
        ("figures/negative-result", "error", "figures.one.change"),
    ),
    (
        one(previous=5, value=None, **change("giảm", amount=10)),
        ("figures/negative-result", "error", "figures.one.change"),
    ),
    (one(value=11, share=250), ("figures/over-hundred", "error", "figures.one.share")),
    (
        one(value=90, out_of=100, target={"value": 75, "of": "rate", "stated_over": 50}),
        ("figures/stated-target", "error", "figures.one.target"),
    ),
    (
        one(value=8, target={"value": 10, "stated": 90}),
        ("figures/stated-fulfilment", "error", "figures.one.target"),
    ),
    (
        two({"value": 20, "previous": 17, "parts": ["two"]}, value=18, previous=18),
        ("figures/sum-before", "error", "figures.one.parts"),
    ),
    (
        one(out_of=62, rate="32,4"),
        ("figures/no-whole-number", "warning", "figures.one.rate"),
    ),
    (
        one(value=5, **change("tăng", percent=33)),
        ("figures/no-whole-number", "warning", "figures.one.change"),
    ),
    (
        one(**change("giảm", amount=3, percent="40,1")),
        ("figures/no-whole-number", "warning", "figures.one.change"),
    ),
    (
        two({"share_of": "two", "share": 52}, value=3),
        ("figures/no-whole-number", "warning", "figures.one.share"),
    ),
    (
        one(rate=98, out_of=None, more_items=True),
        ("figures/lonely-key", "warning", "figures.one.more_items"),
    ),
    (
        one(value=98, rate_qualifier="hơn"),
        ("figures/lonely-key", "warning", "figures.one.rate_qualifier"),
    ),
    (
        one(change={"direction": "tăng", "amount": 5}, qualifier="hơn"),
        ("figures/lonely-key", "warning", "figures.one.qualifier"),
    ),
    (
        one(change={"direction": "tăng", "amount": 5}, exact=52),
        ("figures/lonely-key", "warning", "figures.one.exact"),
    ),
    (
        one(value=5, out_of_label="công dân"),
        ("figures/lonely-key", "warning", "figures.one.out_of_label"),
    ),
    (
        one(value=5, parts_complete=True),
        ("figures/lonely-key", "warning", "figures.one.parts_complete"),
    ),
    (
        one(rate=98, qualifier="gần", rate_qualifier="hơn"),
        ("figures/two-qualifiers", "error", "figures.one.qualifier"),
    ),
    (
        one(approximate="hàng chục", qualifier="hơn"),
        ("figures/two-qualifiers", "error", "figures.one.qualifier"),
    ),
    (
        one(rate=95, target={"value": 75}),
        ("figures/target-of-nothing", "error", "figures.one.target"),
    ),
    (
        one(value=90, out_of=100, target={"value": 110}),
        ("figures/target-over-whole", "warning", "figures.one.target"),
    ),
    (
        one(value=90, out_of=100, target={"value": 110, "of": "rate"}),
        ("figures/target-over-whole", "warning", "figures.one.target"),
    ),
    (
        one(label="Thu ngân sách (ĐVT: triệu đồng)", value=5, unit="tỷ đồng"),
        ("figures/unit-of-label", "warning", "figures.one.unit"),
    ),
    (
        two({"criteria": ["two"]}, value=5),
        ("figures/silent-criteria", "error", "figures.one.criteria"),
    ),
    (two({"items": ["two"]}, previous=5), ("figures/silent-items", "error", "figures.one.items")),
    (
        two({"value": 35, "beside": "two"}, rate=5, unit="đối tượng"),
        ("figures/silent-beside", "error", "figures.one.beside"),
    ),
    (
        two({"value": 35, "beside": "two"}, value=47),
        ("figures/same-unit-beside", "warning", "figures.one.beside"),
    ),
    (
        two({"criteria": ["two"], **change("giảm")}, value=9, previous=5),
        ("figures/criteria", "error", "figures.one.criteria"),
    ),
    (
        one(value=9, **change("tăng", amount=2, base="cùng kỳ năm 2023")),
        ("figures/base-not-before", "error", "figures.one.change.base"),
    ),
    (
        one(value=9, **change("tăng", amount=2, base="năm {next_year}")),
        ("figures/base-not-before", "error", "figures.one.change.base"),
    ),
    (one(value=35, beside="one"), ("figures/cycle", "error", "figures.one")),
    (one(value=5, unit=None), ("figures/no-unit", "error", "figures.one.unit")),
    (
        two({"value": 5}, label="Số vụ", value=6),
        ("figures/two-values", "warning", "figures.two.label"),
    ),
    (
        one(value=5, share_of="tow"),
        ("figures/unknown-link", "error", "figures.one.share_of"),
    ),
    (
        two({"value": 5, "parts": ["two"]}, value=5, parts=["one"]),
        ("figures/cycle", "error", "figures.one"),
    ),
    (
        two({"value": 17, "parts": ["two"]}, value=6, unit="lượt người"),
        ("figures/mixed-units", "warning", "figures.one.parts"),
    ),
    (
        two({"value": 5, "share_of": "two"}, value=9, unit="đối tượng"),
        ("figures/mixed-units", "warning", "figures.one.share_of"),
    ),
]


@pytest.mark.parametrize(("figures", "finding"), WRONG, ids=[said[0] for _, said in WRONG])
def test_a_contradiction_is_told_once_at_its_own_key(figures: Figures, finding: Said) -> None:
    assert told(figures) == [finding]


RIGHT: list[tuple[str, Figures]] = [
    ("figures/stated-rate", one(value=717, out_of=778, rate="92,2")),
    ("figures/stated-rate", one(value=547, out_of=855, rate=64, rate_qualifier="gần")),
    ("figures/stated-rate", one(value=50, out_of=90, rate=50, qualifier="gần")),
    # A base in words restricts the whole: 240 people live elsewhere.
    (
        "figures/stated-rate",
        one(value=4063, out_of=4303, rate=100, out_of_label="công dân có mặt trên địa bàn"),
    ),
    ("figures/stated-change", one(**NOW, **change("giảm", percent="7,67"))),
    ("figures/stated-change", one(value=3, previous=0, **change("tăng"))),
    ("figures/stated-share", two({"value": 205, "share_of": "two", "share": "61,2"}, value=335)),
    (
        "figures/stated-share",
        two({"value": 200, "qualifier": "hơn", "share_of": "two", "share": "61,2"}, value=335),
    ),
    ("figures/stated-target", one(rate=95, target={"value": 75, "of": "rate", "stated_over": 20})),
    ("figures/stated-target", one(value=11, target={"value": 4, "stated_over": 175})),
    # “vượt 275% chỉ tiêu” of a target of 4: ambiguous as printed, so it accuses nobody.
    ("figures/stated-target", one(value=11, target={"value": 4, "stated_over": 275})),
    ("figures/rate-rounding", one(value=637, out_of=10_000, rate="6,4")),
    (
        "figures/sum",
        {
            "one": {"out_of": 17, "unit": "phường, xã", "parts": ["a", "b"]},
            "a": WARD,
            "b": COMMUNE,
        },
    ),
    ("figures/sum", two({"value": 17, "parts": ["two"]}, value=6)),
    ("figures/sum", two({"value": 17, "parts": ["two"]}, value=18, qualifier="gần")),
    (
        "figures/sum",
        two({"value": 17, "parts": ["two"], "parts_complete": True}, value=17),
    ),
    ("figures/part-over-whole", one(value=778, out_of=778)),
    ("figures/over-hundred", one(rate=120, target={"value": 100, "of": "rate"})),
    ("figures/over-hundred", one(rate=100, out_of_label="công dân")),
    ("figures/over-hundred", one(value="11,4", unit="tỷ đồng", rate=109, out_of_label="dự toán")),
    ("figures/over-hundred", one(rate=109, out_of_label="kế hoạch năm")),
    ("figures/far-approximation", one(value=50, qualifier="hơn", exact=58)),
    ("figures/unit-of-label", one(label="Ma túy (kg)", value=5, unit="kg ma túy")),
    ("figures/unit-of-label", one(label="Hộ nghèo (tỷ lệ %)", value=5, unit="%")),
    ("figures/direction", one(**NOW, **change("giảm", amount=34))),
    ("figures/direction", one(value=160, qualifier="hơn", previous=160, **change("tăng"))),
    (
        "figures/difference",
        one(value=400, qualifier="hơn", previous=443, **change("giảm", amount=34)),
    ),
    ("figures/approximation", one(value=50, qualifier="gần", exact=49)),
    ("figures/approximation", one(value=50, qualifier="hơn", exact=52)),
    ("figures/approximation", one(value=50, qualifier="khoảng", exact=52)),
    ("figures/ambiguous-number", one(value="550,9", unit="triệu đồng")),
    ("figures/ambiguous-number", one(value="61,475", unit="kg")),
    ("figures/ambiguous-number", one(value=Decimal("0.753"), unit="tỷ đồng")),
    ("figures/fraction-of-things", one(value=Decimal("62.5"), unit="tạ/ha")),
    ("figures/fraction-of-things", one(value=Decimal("12.4"), unit="km²")),
    ("figures/fraction-of-things", one(value=5, unit="sải")),
    ("figures/fraction-of-things", one(value="1.315")),
    ("figures/rate-as-fraction", one(rate="0,2", unit="%")),
    ("figures/no-unit", one(rate=98, unit=None)),
    ("figures/two-values", two({"value": 5}, label="số đối tượng", value=6)),
    ("figures/two-values", two({"value": 5}, label="số vụ", value=6, unit="đối tượng")),
    ("figures/unknown-link", two({"value": 5, "share_of": "two"}, value=9)),
    ("figures/cycle", two({"value": 5, "parts": ["two"]}, value=5, share_of="one")),
    ("figures/of-nothing", one(value=0, out_of=0)),
    ("figures/of-nothing", one(value=0, previous=0, **change("tăng", amount=0, percent=0))),
    ("figures/fall-over-hundred", one(**change("tăng", percent=150))),
    ("figures/fall-over-hundred", one(value=0, previous=7, **change("giảm", percent=100))),
    ("figures/no-such-result", one(value=0, **change("giảm", percent=100))),
    ("figures/no-such-result", one(value=0, **change("giảm", amount=5))),
    ("figures/negative-result", one(value=0, **change("giảm", amount=10))),
    ("figures/negative-result", one(value=10, **change("tăng", amount=10))),
    ("figures/stated-target", one(target={"stated_over": 300})),
    ("figures/stated-target", one(target={"stated": 109, "stated_over": 9})),
    ("figures/stated-fulfilment", one(value=11, target={"value": 10, "stated": 110})),
    (
        "figures/stated-fulfilment",
        one(value="11,4", unit="tỷ đồng", target={"stated": 109}),
    ),
    (
        "figures/sum-before",
        two({"value": 20, "previous": 20, "parts": ["two"]}, value=18, previous=18),
    ),
    ("figures/no-whole-number", one(out_of=62, rate="32,26")),
    ("figures/no-whole-number", one(out_of=62, rate="32,25")),
    ("figures/no-whole-number", one(value=5, **change("tăng", percent=25))),
    ("figures/no-whole-number", one(value=5, unit="tỷ đồng", **change("tăng", percent=33))),
    (
        "figures/no-whole-number",
        one(value=5, **change("tăng", percent=33, base="bình quân 5 năm trước")),
    ),
    ("figures/lonely-key", one(rate=98, qualifier="gần")),
    ("figures/lonely-key", one(approximate="hàng chục", exact=52)),
    ("figures/two-qualifiers", one(value=50, out_of=100, rate=50, qualifier="gần")),
    (
        "figures/two-qualifiers",
        one(value=50, out_of=90, qualifier="gần", rate=50, rate_qualifier="hơn"),
    ),
    ("figures/target-of-nothing", one(rate=95, target={"value": 75, "of": "rate"})),
    ("figures/target-of-nothing", one(target={"value": 75, "of": "rate"})),
    ("figures/target-over-whole", one(value=90, out_of=100, target={"value": 100})),
    ("figures/unit-of-label", one(label="số tin (tố giác)", value=5)),
    ("figures/unit-of-label", one(label="Thu ngân sách (tỉ đồng)", value=5, unit="tỷ đồng")),
    ("figures/silent-criteria", two({"criteria": ["two"]}, value=5, previous=6)),
    ("figures/silent-items", two({"items": ["two"]}, rate=5)),
    ("figures/silent-beside", two({"value": 35, "beside": "two"}, value=0, unit="đối tượng")),
    (
        "figures/same-unit-beside",
        two({"value": 35, "beside": "two"}, value=47, unit="đối tượng"),
    ),
    ("figures/criteria", two({"criteria": ["two"], **change("giảm")}, value=5, previous=9)),
    (
        "figures/base-not-before",
        one(value=9, **change("tăng", amount=2, base="năm {last_year}")),
    ),
    ("figures/base-not-before", one(value=9, **change("tăng", amount=2, base="kế hoạch năm 2023"))),
    (
        "figures/difference",
        one(value="127,9", unit="tỷ đồng", previous="199,89", **change("giảm", amount="72,0")),
    ),
    # Thu 3,45 tỷ, năm trước 2,21 tỷ: 1,24 is 1,2 rounded.
    (
        "figures/difference",
        one(value="3,45", unit="tỷ đồng", previous="2,21", **change("tăng", amount="1,2")),
    ),
    # A fall of 1,1 of a rate is 1,1 points, or 21,15% of it.
    (
        "figures/stated-change",
        one(value="4,1", unit="%", previous="5,2", **change("giảm", percent="1,1")),
    ),
    (
        "figures/stated-change",
        one(value="4,1", unit="%", previous="5,2", **change("giảm", percent=21)),
    ),
    # Another thing in another area may bear the same label.
    (
        "figures/two-values",
        two({"value": 5, "area": "ma_tuy"}, label="số vụ", value=6, area="giao_thong"),
    ),
    (
        "figures/two-values",
        two({"value": "1,2", "unit": "tỷ đồng"}, label="số vụ", value=1234, unit="triệu đồng"),
    ),
    (
        "figures/sum",
        two({"value": "1,2", "unit": "tỷ đồng", "parts": ["two"]}, value=900, unit="triệu đồng"),
    ),
    (
        "figures/mixed-units",
        two({"value": "1,2", "unit": "tỷ đồng", "parts": ["two"]}, value=900, unit="triệu đồng"),
    ),
    (
        "figures/stated-share",
        two(
            {"value": 600, "unit": "triệu đồng", "share_of": "two", "share": 50},
            value="1,2",
            unit="tỷ đồng",
        ),
    ),
    ("figures/mixed-units", two({"value": 35, "beside": "two"}, value=47, unit="đối tượng")),
]


@pytest.mark.parametrize(("rule", "figures"), RIGHT)
def test_what_agrees_is_left_in_peace(rule: str, figures: Figures) -> None:
    assert told(figures) == [], rule


@pytest.mark.parametrize(
    ("figure", "stated", "computed"),
    [
        ({**NOW, **change("giảm", amount=43)}, "43", "34"),
        ({"value": 17, "parts": ["two"], "parts_complete": True}, "17", "16"),
        ({"value": 779, "out_of": 778}, "779", "778"),
        ({"value": 50, "qualifier": "gần", "exact": 52}, "50", "52"),
        ({**NOW, **change("tăng")}, "409", "443"),
    ],
)
def test_any_contradiction_of_two_numbers_can_be_accepted(
    figure: Facts, stated: str, computed: str
) -> None:
    accepted = {"stated": stated, "computed": computed, "reason": "giữ như nguồn"}
    figures = two({**figure, "accepted": accepted}, value=16)

    assert [said[:2] for said in told(figures)] == [("figures/accepted", "info")]


def test_several_contradictions_are_accepted_one_by_one() -> None:
    wrong = {**NOW, **change("giảm", amount=43, percent="6,77")}
    amount = {"stated": 43, "computed": 34, "reason": "giữ như nguồn"}
    percent = {"stated": "6,77", "computed": "7,67", "reason": "giữ như nguồn"}

    both = told(one(**wrong, accepted=[amount, percent]))
    assert [said[:2] for said in both] == [("figures/accepted", "info")] * 2
    first = told(one(**wrong, accepted=amount))
    assert {said[0] for said in first} == {"figures/accepted", "figures/stated-change"}


def test_a_likely_slip_of_digits_is_named_and_never_applied() -> None:
    [found] = findings(one(**OF_778, rate="92,2"))

    assert found.values["near"] == "717/778"
    assert "717/778" in found.message()


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    [found] = findings(two({"value": 5, "share_of": "tow"}, value=9))

    assert found.values["near"] == "two"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("figures", [figures for figures, _ in WRONG])
def test_every_finding_can_be_said(figures: Figures, language: str) -> None:
    for found in findings(figures):
        assert found.message(language)
        assert found.remedy(language)
        assert "{" not in found.message(language)


def test_every_rule_about_figures_alone_has_a_case_of_both_sides() -> None:
    found = {said[0] for _, said in WRONG}
    peaceful = {rule for rule, _ in RIGHT}
    # An acceptance is not a claim, so it has no peaceful side of its own.
    acceptances = {"figures/accepted", "figures/acceptance-lapsed", "figures/nothing-to-accept"}

    assert found - acceptances == peaceful
