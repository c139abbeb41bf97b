"""Marks typed before items and recipients stand there twice, for the program writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import check, load

HEAD = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2026}
date: 2026-12-20
place: Cao Sơn
issuer: {name: Ủy ban nhân dân xã Cao Sơn, symbol: UBND, lines: [Ủy ban nhân dân, xã Cao Sơn]}
subject: công tác bảo đảm an ninh, trật tự
results: [{heading: Tuần tra, statements: ["- Đã tuần tra."]}]
signature: {post: Chủ tịch}
"""
RULES = ("text/typed-mark", "text/typed-stop", "recipients/archive-typed")


def told(tmp_path: Path, lines: str) -> list[tuple[str, str, str]]:
    file = tmp_path / "nam.yaml"
    file.write_text(HEAD + lines, encoding="utf-8")
    found = [each for each in check(load(file)) if each.rule in RULES]
    return [(each.rule, each.path, each.values["mark"]) for each in found]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1. Tiếp tục tuần tra.", "1."),
        ("- Tiếp tục tuần tra.", "-"),
        ("a) Tiếp tục tuần tra.", "A)"),
        ("1.315 lượt tuần tra.", None),
        ("Tiếp tục - tuần tra.", None),
    ],
)
def test_a_mark_before_an_item_is_told(tmp_path: Path, text: str, mark: str | None) -> None:
    found = told(tmp_path, f'tasks: ["{text}"]\nrecipients: {{copies: [Như trên]}}\n')

    assert found == ([("text/typed-mark", "tasks[0].text", mark)] if mark else [])


@pytest.mark.parametrize(
    ("text", "rule", "mark"),
    [
        ("Như trên;", "text/typed-stop", ";"),
        ("- Như trên", "text/typed-mark", "-"),
        ("Lưu: VT", "recipients/archive-typed", "Lưu: VT"),
        ("Lưu trữ tỉnh", None, ""),
        ("Như trên", None, ""),
        ("Các cơ quan, v.v.", None, ""),
    ],
)
def test_a_mark_of_a_recipient_is_told(
    tmp_path: Path, text: str, rule: str | None, mark: str
) -> None:
    found = told(tmp_path, f'tasks: [Tuần tra]\nrecipients: {{copies: ["{text}"]}}\n')

    assert found == ([(rule, "recipients.copies[0]", mark)] if rule else [])


def test_items_that_a_sentence_joins_are_told_as_well(tmp_path: Path) -> None:
    file = tmp_path / "moi.yaml"
    invited = 'invited: ["- Đồng chí Bùi Văn Khánh;", "Các sở, ngành"]'
    held = f"{{date: 2026-12-20, starts: 8 giờ 00, place: Hội trường, {invited}}}"
    text = HEAD.replace("bao-cao-tong-ket", "giay-moi") + f"conference: {held}\n"
    file.write_text(text + "recipients: {copies: [Như trên]}\n", encoding="utf-8")
    found = [each for each in check(load(file)) if each.rule in RULES]

    assert [each.path for each in found] == ["conference.invited[0]"]
    file.write_text(text.replace("- Đồng chí", "Đồng chí").replace("Khánh;", "Khánh"), "utf-8")
    assert not [each for each in check(load(file)) if each.rule in RULES]


SECTIONS = """\
sections:
  - title: {title}
    statements: [Có các hạn chế sau]
    mark: "{mark}"
    points: ["{point}", Thiếu vốn]
  - title: Kết quả
    statements: [Không có]
recipients: {{copies: [Sở Nội vụ]}}
"""


@pytest.mark.parametrize(
    ("mark", "point", "told_mark"),
    [
        ("Một là,", "Một là, tiến độ chậm", "Một là,"),
        ("Một là,", "hai là: tiến độ chậm", "hai là:"),
        ("Một là,", "Một là chậm, hai là thiếu", None),
        ("Một là,", "Tiến độ chậm", None),
        ("-", "Một là, tiến độ chậm", None),
    ],
)
def test_an_ordinal_in_words_is_told_where_the_program_writes_it(
    tmp_path: Path, mark: str, point: str, told_mark: str | None
) -> None:
    lines = SECTIONS.format(title="Hạn chế", mark=mark, point=point)
    path = "sections[0].points[0].text"

    found = told(tmp_path, lines)

    assert found == ([("text/typed-mark", path, told_mark)] if told_mark else [])


@pytest.mark.parametrize(
    ("title", "number"),
    [("Một là, hạn chế", "Một là,"), ("Mười hai là: hạn chế", "Mười hai là:"), ("Một là một", "")],
)
def test_a_heading_that_brings_an_ordinal_in_words_is_told(
    tmp_path: Path, title: str, number: str
) -> None:
    file = tmp_path / "nam.yaml"
    lines = SECTIONS.format(title=f'"{title}"', mark="-", point="Chậm")
    file.write_text(HEAD + 'numbering: ["Một là,"]\n' + lines, encoding="utf-8")

    found = [one for one in check(load(file)) if one.rule == "form/typed-number"]

    assert [one.values["number"] for one in found] == ([number] if number else [])
