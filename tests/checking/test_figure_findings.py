"""Figures that contradict themselves or each other: every rule once found, once left in peace."""

from __future__ import annotations

from decimal import Decimal

import pytest
from exploring import in_languages
from in_rows import in_rows

from tests.checking.contradictions import (
    COMMUNE,
    NOW,
    OF_778,
    WARD,
    WRONG,
    Figures,
    change,
    one,
    two,
)
from tests.checking.found import Said, findings, told
from tests.figures.made import Facts


@in_rows(("figures", "finding"), WRONG, ids=[said[0] for _, said in WRONG])
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


@in_rows(("rule", "figures"), RIGHT)
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


@in_rows(("figures", "language"), in_languages(figures for figures, _ in WRONG))
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
