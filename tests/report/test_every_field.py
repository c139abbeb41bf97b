"""Every field of the schema is filled in once, and what is meant for print is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from templating.printed import docx_text, preview_text, says

from briefing import build, load, preview
from briefing.reading import read
from briefing.report import Report, json_schema

INPUT = Path(__file__).with_name("every-field.yaml")
DATA = read(INPUT).data
SCHEMA = json_schema("vi")

NEVER_PRINTED = {
    r"kind|locality|size_profile": "choices of template, pack and sizes",
    r"issuer\.(level|force)|results\[\]\.area|figures\.\*\.area": "choices that set the order",
    r"figure_style\..*|period\.type|next_period\.type": "choices of form",
    r"figures\.\*\.(nature|target\.of)": "choices of words",
    r"figures\.\*\.(share_of|beside|parts\[\]|criteria\[\]|items\[\])": "names of figures",
    r"models\[\]\.figure|conference\.(chair|directives\[\]\.by)|awards\[\]\.presented_by": "names",
    r"(next_)?period\.(starts|ends)|.*\.date|date|source\.published": "dates, checked below",
    r"figures\.\*\.(source|accepted\.reason)": "for the officer only",
    r"people\.\*\.(role|variants\[\]|accepted\..*)": "notes on a person",
    r"abbreviations\..*": "printed only where a short form is used",
    r"source\..*|inferred\[\]\..*": "notes on the input",
}

NUMBERS_AND_DATES = {
    "period.year": "năm 2023",
    "next_period.year": "năm 2024",
    "number": "Số: 07/BC-UBTN",
    "date": "ngày 05 tháng 01 năm 2024",
    "request.date": "ngày 09 tháng 11 năm 2023",
    "legal_references.*.date": "ngày 08 tháng 02 năm 2022",
    "figures.*.value": "gần 1.315/1.500 đơn vị tính một (đạt 87,67%)",
    "figures.*.rate": "98,30% tổng số nói bằng lời",
    "figures.*.previous": "giảm 3 đối tượng thử",
    "figures.*.change": "giảm 1.214 đơn vị tính ba (26,82%) so với mốc so sánh thử",
    "figures.*.accepted": "771/778",
    "conference.date": "Sáng ngày 10/01/2024",
    "awards[].collectives": "12 tập thể và 34 cá nhân",
    "awards[].combined": "56 tập thể, cá nhân",
}


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, f"{path}[]")
    elif isinstance(value, dict):
        named = path in ("figures", "people", "abbreviations", "legal_references")
        for key, item in value.items():
            yield from texts(item, f"{path}.{'*' if named else key}".lstrip("."))


def unfilled(node: dict[str, Any], values: list[Any], path: str) -> Iterator[str]:
    """Yield the paths of the schema that no value of an input reaches."""
    while "$ref" in node or "anyOf" in node:
        if "$ref" in node:
            node = SCHEMA["$defs"][node["$ref"].rpartition("/")[2]]
        else:
            node = max(node["anyOf"], key=lambda option: "$ref" in option or "items" in option)
    if not values:
        yield path
        return
    for name, part in node.get("properties", {}).items():
        inner = [value[name] for value in values if isinstance(value, dict) and name in value]
        yield from unfilled(part, inner, f"{path}.{name}".lstrip("."))
    if "items" in node:
        yield from unfilled(node["items"], [item for value in values for item in value], path)
    for part in (node.get("additionalProperties"), *node.get("patternProperties", {}).values()):
        if isinstance(part, dict):
            inner = [item for value in values for item in value.values()]
            yield from unfilled(part, inner, f"{path}.*")


_NEVER = re.compile("|".join(NEVER_PRINTED))
PRINTED = [(path, text) for path, text in texts(DATA) if not _NEVER.fullmatch(path)]


@pytest.fixture(scope="module")
def report() -> Report:
    return load(INPUT)


@pytest.fixture(scope="module")
def outputs(report: Report) -> dict[str, str]:
    return {"docx": docx_text(build(report)), "preview": preview_text(preview(report))}


# A year has neither quarter nor first year, and names another file that tests of figures have.
NOT_OF_A_YEAR = {
    *("period.quarter", "period.first_year", "next_period.quarter", "next_period.first_year"),
    "previous_report",
}


def test_the_input_fills_every_field_of_the_schema() -> None:
    assert set(unfilled(SCHEMA, [DATA], "")) == NOT_OF_A_YEAR


@pytest.mark.parametrize(
    ("path", "text"), [(path, text) for path, text in PRINTED if "{" not in text]
)
@pytest.mark.parametrize("output", ["docx", "preview"])
def test_a_text_is_printed(outputs: dict[str, str], output: str, path: str, text: str) -> None:
    assert says(outputs[output], text), f"{path} is lost"


@pytest.mark.parametrize(("path", "printed"), list(NUMBERS_AND_DATES.items()))
@pytest.mark.parametrize("output", ["docx", "preview"])
def test_a_number_or_date_is_printed(
    outputs: dict[str, str], output: str, path: str, printed: str
) -> None:
    assert says(outputs[output], printed), f"{path} is lost"


@pytest.mark.parametrize(
    "text",
    ["Nguồn của số liệu", "Lý do", "Vai trò tại", "Đầu đề nguồn", "Căn cứ suy ra", "Tên gọi khác"],
)
def test_notes_for_the_officer_are_never_printed(outputs: dict[str, str], text: str) -> None:
    assert [name for name, printed in outputs.items() if says(printed, text)] == []
