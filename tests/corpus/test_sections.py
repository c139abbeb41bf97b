"""Sections without facts are not printed, and the rest is numbered anew."""

from __future__ import annotations

import copy
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from exploring import in_turn, some
from in_rows import in_rows
from templating.printed import preview_text

from briefing import preview, render
from briefing.document import Block, Heading, plain
from briefing.library import read_whole
from briefing.report import Report
from briefing.vietnamese import roman

TESTS = Path(__file__).resolve().parents[1]
INPUTS = TESTS.parent / "inputs"

OPTIONAL = [
    *("situation.overview", "situation.favourable", "situation.difficult", "models", "strengths"),
    *("limitations", "causes.general", "causes.objective", "causes.subjective", "lessons"),
    *("forecast", "targets", "tasks", "conference.directives", "proposals", "awards"),
    *("conference", "figures_annex"),
]


def whole(name: str) -> dict[str, Any]:
    file = TESTS / "report" / "every-field.yaml" if name == "every-field" else INPUTS / name
    return read_whole(file).data


def without(data: dict[str, Any], *paths: str) -> Report:
    data = copy.deepcopy(data)
    for path in paths:
        *groups, last = path.split(".")
        group = data
        for step in groups:
            group = group.get(step, {})
        group.pop(last, None)
    return Report.model_validate(data)


def empty_headings(blocks: tuple[Block, ...]) -> list[str]:
    ends = [*blocks, Heading(1, ())]
    return [
        plain(block.line)
        for block, following in pairwise(ends)
        if isinstance(block, Heading)
        and isinstance(following, Heading)
        and following.level <= block.level
    ]


def wrong_numbers(markdown: str) -> list[str]:
    """Return the headings whose number is not the next one of its level."""
    wrong, sections, items = [], 0, 0
    for row in markdown.splitlines():
        if re.match("# ", row):
            sections = items = 0
        elif match := re.match(r"(###?) (\w+)\. ", row):
            if match[1] == "##":
                sections, items, expected = sections + 1, 0, roman(sections + 1)
            else:
                items, expected = items + 1, str(items + 1)
            wrong += [row] if match[2] != expected else []
    return wrong


def assert_in_order(report: Report) -> None:
    content = render(report).content

    assert empty_headings(content.blocks) == []
    assert [title for annex in content.annexes for title in empty_headings(annex.blocks)] == []
    assert wrong_numbers(preview(report)) == []


@in_rows(
    ("path", "name"),
    in_turn(OPTIONAL, ["every-field", "hoa-binh-2023.yaml", "ky-anh-2023.yaml"]),
)
def test_one_part_less_leaves_no_empty_heading_and_no_lost_number(name: str, path: str) -> None:
    assert_in_order(without(whole(name), path))


@pytest.mark.parametrize("order", [OPTIONAL, OPTIONAL[::-1], OPTIONAL[::2] + OPTIONAL[1::2]])
def test_parts_can_go_one_after_another_until_none_is_left(order: list[str]) -> None:
    for count in (*some(range(len(order))), len(order)):
        assert_in_order(without(whole("every-field"), *order[:count]))


def test_what_is_left_in_the_end_is_the_results() -> None:
    blocks = render(without(whole("every-field"), *OPTIONAL)).content.blocks

    assert [plain(block.line) for block in blocks if isinstance(block, Heading)] == [
        "Kết quả thực hiện",
        "Tiêu đề riêng của lĩnh vực",
        "Tiêu đề phần chung",
        "Lực lượng thử",
        "Lực lượng thử hai",
    ]


def test_a_whole_report_has_its_five_sections_in_order() -> None:
    rows = preview_text(preview(without(whole("every-field")))).split("# Phụ lục")[0].splitlines()

    assert [row for row in rows if row.startswith("## ")] == [
        "## I. ĐẶC ĐIỂM TÌNH HÌNH",
        "## II. KẾT QUẢ THỰC HIỆN",
        "## III. ĐÁNH GIÁ CHUNG",
        "## IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024",
        "## V. ĐỀ XUẤT, KIẾN NGHỊ",
    ]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("limitations", "Tồn tại, hạn chế"),
        ("lessons", "Bài học kinh nghiệm"),
        ("forecast", "Dự báo tình hình"),
        ("targets", "### 2. Chỉ tiêu"),
        ("proposals", "Đề xuất, kiến nghị"),
        ("models", "Mô hình, điển hình"),
        ("awards", "Khen thưởng"),
        ("figures_annex", "Số liệu chủ yếu"),
    ],
)
def test_words_of_a_part_go_with_it(path: str, words: str) -> None:
    data = whole("every-field")

    assert words.casefold() in preview(without(data)).casefold()
    assert words.casefold() not in preview(without(data, path)).casefold()


def test_no_cause_is_named_when_the_input_has_none() -> None:
    causes = ("causes.general", "causes.objective", "causes.subjective")

    assert "nguyên nhân" not in preview(without(whole("every-field"), *causes)).casefold()


def test_no_task_is_made_up() -> None:
    report = without(whole("every-field"), "tasks", "conference.directives", "targets", "forecast")
    text = preview(report)

    assert "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM" not in text
    assert "giải pháp trọng tâm" not in text


def test_a_single_annex_has_no_number_and_is_called_so_in_the_text() -> None:
    text = preview(without(whole("every-field"), "conference", "awards", "annexes"))

    assert "\n# Phụ lục\n" in text
    assert "tại Phụ lục kèm theo" in text
    assert "Phụ lục I" not in text


@pytest.mark.parametrize("gone", [(), ("conference",), ("awards",), ("figures_annex",)])
def test_every_annex_is_referred_to_by_its_own_label(gone: tuple[str, ...]) -> None:
    text = preview(without(whole("every-field"), *gone))
    labels = re.findall(r"(?m)^# (Phụ lục.*)$", text)

    assert labels
    assert [label for label in labels if f"tại {label} kèm theo" not in text] == []
