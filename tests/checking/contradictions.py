"""Figures that contradict themselves or each other, with the finding that each draws."""

from __future__ import annotations

from decimal import Decimal

from tests.checking.found import Said
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
