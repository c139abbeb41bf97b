"""Marks of Markdown in an input print as they were typed; the writer is told."""

from __future__ import annotations

from typing import Any

import pytest
from in_rows import in_rows

from briefing import check
from briefing.report import Report

BASE: dict[str, Any] = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2023}}


def told(**facts: Any) -> list[tuple[str, str]]:
    data = {"results": [{"heading": "Kết quả", "statements": ["Tốt"]}], **BASE, **facts}
    found = [one for one in check(Report.model_validate(data)) if one.rule == "text/markdown"]
    return [(str(one.path), one.values["marks"]) for one in found]


@in_rows(
    ("text", "marks"),
    [
        ("**Kết quả** nổi bật", "**Kết quả**"),
        ("Kết quả *nổi bật*", "*nổi bật*"),
        ("Kết quả __nổi bật__", "__nổi bật__"),
        ("## Kết quả", "## Kết quả"),
        ("Đã bỏ ~~kết quả~~", "~~kết quả~~"),
        ("Tệp `nam.yaml` đã gửi", "`nam.yaml`"),
        ("Xem [báo cáo](https://example.vn)", "[báo cáo](https://example.vn)"),
    ],
)
@in_rows("place", ["heading", "statement", "task"])
def test_marks_are_told_wherever_they_print(text: str, marks: str, place: str) -> None:
    areas = {"heading": {"heading": text, "statements": ["Tốt"]}}
    area = areas.get(place, {"heading": "Kết quả", "statements": [text]})
    facts = {"tasks": [{"text": text}]} if place == "task" else {"results": [area]}
    [(path, said)] = told(**facts)

    assert path.startswith("tasks[0]" if place == "task" else "results[0]")
    assert said == marks


@pytest.mark.parametrize(
    "text",
    [
        *("Thu 5 * 3 suất, 4*2 phần quà", "Số liệu (*) tạm tính (*)"),
        *("Họ tên: ________ ngày __/__", "Tổ số #5 và #6", "Xã Krông` Nô, Đắk R`Lấp"),
        *("Theo [1](2) và [3]", "Kết quả **"),
    ],
)
def test_stars_and_strokes_of_ordinary_texts_are_left_alone(text: str) -> None:
    assert told(results=[{"heading": "Kết quả", "statements": [text]}]) == []
