"""Every example of docs/figures.md prints what the page says, in both languages."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from in_rows import in_rows

from briefing.figures import Phrasebook
from briefing.figures.printed import measured
from briefing.reading.tree import read_yaml
from briefing.report import Report

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGES = ("figures.md", "figures.vi.md")
KIND = re.compile(r"^\| [^|]+ \| `(\{.*\})` \| (.+) \|$")
PART = re.compile(r"`(\{pp\.[a-z]+\})` \| ([^|]+) \|")
WITH_PART = re.compile(r"^\| `(\{.*\})` (?:and|và) `(\{x\.[a-z]+\})` \| (.+) \|$")


def lines(page: str) -> list[str]:
    return (DOCS / page).read_text(encoding="utf-8").splitlines()


def said(text: str, figures: dict[str, Any]) -> str:
    data = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2023}, "figures": figures}
    report = Report.model_validate(data)
    return Phrasebook(report).fill(text, lambda reference: f"?{reference}?")


def figure(written: str) -> dict[str, Any]:
    return read_yaml(written, "page").data | {"label": "nhãn"}


EXAMPLES = [
    (page, match[1], "{x}", match[2])
    for page in PAGES
    for line in lines(page)
    if (match := KIND.match(line))
] + [
    (page, match[1], match[2], match[3])
    for page in PAGES
    for line in lines(page)
    if (match := WITH_PART.match(line))
]
PARTS = [(page, *match) for page in PAGES for line in lines(page) for match in PART.findall(line)]


def test_the_pages_have_the_examples_they_should() -> None:
    assert len(EXAMPLES) == 2 * 18
    assert len(PARTS) == 2 * 12


@in_rows(("page", "written", "text", "printed"), EXAMPLES)
def test_a_figure_prints_as_the_page_says(page: str, written: str, text: str, printed: str) -> None:
    whole = {"label": "tổng", "unit": "vụ", "value": 200}
    unit = {} if "unit" in written or "share_of" not in written else {"unit": "vụ"}
    figures = {"x": figure(written) | unit, "tong": whole}
    assert said(text, figures) == printed, page


def test_what_an_approximation_stands_for_is_what_the_pages_say() -> None:
    for word, number, inside, outside in (
        ("gần", 50, (40, 49), (39, 50)),
        ("hơn", 160, (161, 176), (160, 177)),
        ("trên", 160, (161, 176), (160, 177)),
        ("khoảng", 50, (40, 60), (39, 61)),
        ("dưới", 5, (0, 4), (5,)),
        ("ít nhất", 30, (30, 90), (29,)),
    ):
        means = measured(Decimal(number), word).means
        assert [means.contains(one) for one in inside] == [True] * len(inside)
        assert [means.contains(one) for one in outside] == [False] * len(outside)
    assert measured(Decimal(160), "hơn").possibly.high == 240


@in_rows(("page", "text", "printed"), PARTS)
def test_a_part_prints_as_the_page_says(page: str, text: str, printed: str) -> None:
    figures = {"pp": {"label": "nhãn", "unit": "vụ", "value": 409, "previous": 443}}
    assert said(text, figures) == printed.strip(), page
