"""Footnotes: named in sentences, numbered in reading order, native in Word, shown everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from briefing import Report, build, check, load, page, preview
from briefing.library import make, new_input, trace

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2025}
issuer: {unit_name: xã …, under: tỉnh …, level: commune, force: people_committee}
place: …
date: 2025-12
subject: công tác
figures: {thu: {label: thu, unit: tỷ đồng, value: 8}}
footnotes:
  nguon: Theo báo cáo của Thuế cơ sở, thu {thu}.
  so_qd: Quyết định số 01/QĐ-UBND.
results:
  - heading: Kinh tế
    statements: ["Thu ngân sách đạt {thu} {nguon}.", "Đã cấp 9 giấy phép; {so_qd} có 2 giấy mới"]
limitations: ["Còn chậm {so_qd}"]
causes: {general: [Do thời tiết.]}
tasks: ["Tiếp tục thực hiện {nguon};"]
recipients: {copies: [Đảng ủy xã …]}
"""


def read(folder: Path, text: str = INPUT) -> Report:
    (folder / "xa.yaml").write_text(text, encoding="utf-8")
    return load(folder / "xa.yaml")


def parts(report: Report) -> dict[str, str]:
    with ZipFile(BytesIO(build(report))) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def test_a_footnote_stands_where_a_sentence_names_it_before_its_stop(tmp_path: Path) -> None:
    text = preview(read(tmp_path))

    assert "Thu ngân sách đạt 8 tỷ đồng[^1]." in text
    assert "Đã cấp 9 giấy phép[^2]; có 2 giấy mới." in text
    assert "Còn chậm[^3]." in text
    assert "- Tiếp tục thực hiện[^4]." in text
    assert "[^1]: Theo báo cáo của Thuế cơ sở, thu 8 tỷ đồng." in text
    assert "[^3]: Quyết định số 01/QĐ-UBND." in text


def test_footnotes_are_words_own(tmp_path: Path) -> None:
    made = parts(read(tmp_path))
    body, notes = made["word/document.xml"], made["word/footnotes.xml"]

    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', body) == ["1", "2", "3", "4"]
    assert re.findall(r'<w:footnote w:id="(\d+)">', notes) == ["1", "2", "3", "4"]
    assert 'w:type="separator" w:id="-1"' in notes
    assert "Thuế cơ sở, thu 8 tỷ đồng." in notes
    assert "Thuế cơ sở" not in body
    assert 'w:styleId="FootnoteText"' in made["word/styles.xml"]
    assert "<w:footnotePr>" in made["word/settings.xml"]
    assert "/word/footnotes.xml" in made["[Content_Types].xml"]


def test_footnotes_are_valid(tmp_path: Path, docx_errors: Callable[[bytes], list[Any]]) -> None:
    assert docx_errors(build(read(tmp_path))) == []


def test_a_document_without_footnotes_has_no_part_for_them(tmp_path: Path) -> None:
    bare = re.sub(r" \{(nguon|so_qd)\}", "", INPUT).replace("footnotes:", "x:").split("x:")
    text = bare[0] + "results:" + bare[1].split("results:")[1]
    made = parts(read(tmp_path, text))

    assert "word/footnotes.xml" not in made
    assert "Footnote" not in made["word/styles.xml"]


def test_footnotes_stand_under_the_text_of_the_page(tmp_path: Path) -> None:
    text = page(read(tmp_path))

    assert text.count("<sup") == 8
    assert "Theo báo cáo của Thuế cơ sở" in text


def test_a_footnote_is_traced_and_one_that_nothing_names_is_told(tmp_path: Path) -> None:
    report = read(tmp_path)
    facts = {fact.path for fact in trace(make(report), "vi")}
    unnamed = read(tmp_path, INPUT.replace(" {so_qd}", ""))

    assert {"footnotes.nguon", "footnotes.so_qd"} <= facts
    told = [(one.rule, one.path) for one in check(unnamed) if "footnotes" in str(one.path)]
    assert told == [("facts/not-printed", "footnotes.so_qd")]


@pytest.mark.parametrize("ending", ["yaml", "xlsx"])
def test_a_new_input_keeps_its_footnotes(tmp_path: Path, ending: str) -> None:
    report = read(tmp_path)
    made = new_input(report.kind, "vi", source=tmp_path / "xa.yaml", excel=ending == "xlsx")
    (tmp_path / f"moi.{ending}").write_bytes(made)

    assert load(tmp_path / f"moi.{ending}").footnotes == report.footnotes
