"""Every field of the schema is filled in once, and what is meant for print is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from in_rows import in_rows
from templating.printed import docx_text, preview_text, says

from briefing import build, load, preview
from briefing.reading import read
from briefing.report import NO_ROLE, Names, Report, json_schema, roles_of

INPUTS = sorted(Path(__file__).parent.glob("every-field*.yaml"))
DATA = {source.stem: read(source).data for source in INPUTS}
SCHEMA = json_schema("vi")

ROLES = roles_of(Report)
A_DATE = re.compile(r"\d{4}(-\d\d){1,2}")
"""Dates are printed as the decree writes them, which is checked below."""

NUMBERS_AND_DATES = {
    "period.year": "năm 2023",
    "next_period.year": "năm 2024",
    "number": "Số: 07/BC-UBTN",
    "date": "ngày 05 tháng 01 năm 2024",
    "request.date": "ngày 09 tháng 11 năm 2023",
    "legal_references.*.date": "ngày 08 tháng 02 năm 2022",
    "figures.*.value": "gần 1.315/1.500 đơn vị tính một (đạt 87,67%)",
    "figures.*.up_to": "3 - 4 đơn vị khoảng",
    "figures.*.rate": "98,30% tổng số nói bằng lời",
    "figures.*.previous": "giảm 3 đối tượng thử",
    "figures.*.change": "giảm 1.214 đơn vị tính ba (26,82%) so với mốc so sánh thử",
    "figures.*.accepted": "771/778",
    "figures.*.target.stated": "đạt 109% chỉ tiêu",
    "figures.*.target.stated_over": "11/10 nhà thử (vượt 10% chỉ tiêu)",
    "conference.date": "Sáng ngày 03/01/2024",
    "awards[].collectives": "12 tập thể và 34 cá nhân",
    "awards[].combined": "56 tập thể, cá nhân",
}


NAMED = ("figures", "people", "abbreviations", "legal_references", "footnotes", "forces")


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for item in value:
            # Sections of a section have the fields of any section.
            yield from texts(item, f"{path}[]".replace("sections[].sections", "sections"))
    elif isinstance(value, dict):
        named = path in NAMED
        for key, item in value.items():
            yield from texts(item, f"{path}[]" if named else f"{path}.{key}".lstrip("."))


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
    if path == "sections" and "properties" in node:
        values = [section for value in values for section in with_those_below(value)]
        node = {"properties": {k: v for k, v in node["properties"].items() if k != "sections"}}
    for name, part in node.get("properties", {}).items():
        inner = [value[name] for value in values if isinstance(value, dict) and name in value]
        yield from unfilled(part, inner, f"{path}.{name}".lstrip("."))
    if "items" in node:
        items = [item for value in values for item in value]
        yield from unfilled(node["items"], items, path)
    for part in (node.get("additionalProperties"), *node.get("patternProperties", {}).values()):
        if isinstance(part, dict):
            inner = [item for value in values for item in value.values()]
            yield from unfilled(part, inner, f"{path}.*")


def with_those_below(section: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield section
    for below in section.get("sections", []):
        yield from with_those_below(below)


def is_printed(path: str, text: str) -> bool:
    """Say whether a text is printed as it stands: no choice, no note, no name of something else."""
    role = ROLES.get(path, NO_ROLE)
    named = role.names not in (None, Names.PERSON_OR_WORDS)
    return role.shown and not named and not A_DATE.fullmatch(text)


PRINTED = [
    (source, path, text)
    for source, data in DATA.items()
    for path, text in texts(data)
    if is_printed(path, text) and "{" not in text
]


@pytest.fixture(scope="module")
def outputs() -> dict[str, dict[str, str]]:
    return {source.stem: printed(load(source)) for source in INPUTS}


def printed(report: Report) -> dict[str, str]:
    return {"docx": docx_text(build(report)), "preview": preview_text(preview(report))}


# A year has no quarter, and names another file that tests of figures have; only packs and kinds say
# what stands under extra.
NOT_FILLED = {
    *(
        "period.quarter",
        "next_period.quarter",
        "previous_report",
        "based_on",
        "extra",
        "tables.*.file",
    ),
    *("next_period.first_year", "next_period.stated_length"),
    *(f"{p}.{key}" for p in ("period", "next_period") for key in ("month", "week")),
    *(f"{p}.{key}" for p in ("period", "next_period") for key in ("called", "last_called")),
}


def test_the_inputs_fill_every_field_of_the_schema() -> None:
    left = set(unfilled(SCHEMA, list(DATA.values()), ""))
    assert left == NOT_FILLED, "fill the field in one of the every-field*.yaml of this folder"


@in_rows(("source", "path", "text"), PRINTED)
@in_rows("output", ["docx", "preview"])
def test_a_text_is_printed(
    outputs: dict[str, dict[str, str]], output: str, source: str, path: str, text: str
) -> None:
    assert says(outputs[source][output], text), f"{path} is lost"


@in_rows(("path", "printed"), list(NUMBERS_AND_DATES.items()))
@in_rows("output", ["docx", "preview"])
def test_a_number_or_date_is_printed(
    outputs: dict[str, dict[str, str]], output: str, path: str, printed: str
) -> None:
    assert says(outputs["every-field"][output], printed), f"{path} is lost"


@pytest.mark.parametrize(
    "text",
    ["Nguồn của số liệu", "Lý do", "Vai trò tại", "Đầu đề nguồn", "Căn cứ suy ra", "Tên gọi khác"],
)
def test_notes_for_the_officer_are_never_printed(
    outputs: dict[str, dict[str, str]], text: str
) -> None:
    printed = outputs["every-field"]
    assert [name for name, output in printed.items() if says(output, text)] == []
