"""Microsoft's Open XML SDK finds no error in what is written.

``make test`` asks about each text in one of the profiles, and about one of the reports and of the
drafts; ``make explore`` about all in all.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from exploring import in_turn, places

import briefing
from briefing.forms import starter

from . import package
from .package import NAMES, PROFILES, word_file

DocxErrors = Callable[[bytes], list[Any]]

HEAD = "# Báo cáo\n\nVề\n\n"
TABLE = "| STT | Nội dung | Kết quả |\n| :---: | :--- | ---: |\n"
ANNEX = "# Phụ\n\n## Mục\n\n### Khoản\n\n#### Điểm\n\n"

TEXTS = {
    "title alone": "# Báo cáo",
    "ordered list past đ": HEAD + "".join(f"{n}. ý\n" for n in range(1, 26)),
    "nested lists": HEAD + "1. a\n   1. b\n      - c\n        - d\n          - e\n2. g\n",
    "deep headings": HEAD + "## I\n\n### 1\n\n" + "#### a\n\nĐoạn.\n\n" * 24,
    "long table": HEAD + TABLE + "| 1 | hai ba | 4 |\n" * 200,
    "table first and last": f"{HEAD}{TABLE}| 1 | 2 | 3 |\n\n# Một\n\n{TABLE}| 1 | 2 | 3 |\n",
    "head of two rows": f"{HEAD}| A | **B** b | **B** c |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n",
    "footnote": HEAD + "Đoạn[chú thích một](note:) có số.\n",
    "table with title, unit and note": (
        f"{HEAD}[caption](set:) **Bảng**\n\n[unit](set:) *ĐVT*\n\n{TABLE}| 1 | 2 | 3 |\n\n"
        "[note](set:) *Ghi chú*\n\n# [sideways](set:) Phụ\n\nĐoạn.\n"
    ),
    "empty cells": f"{HEAD}{TABLE}|  |  |  |\n",
    "annexes": HEAD + "Đoạn.\n\n" + ANNEX * 5,
    "marks": '# Báo cáo\n\n**Đậm** *nghiêng* "A & B" < C > D\n\n***cả hai*** ’“”–… 100 % \\*\n',
}


@pytest.mark.parametrize(("name", "profile"), places(in_turn(NAMES, PROFILES)))
def test_reports_are_valid(name: str, profile: str, docx_errors: DocxErrors) -> None:
    assert docx_errors(package.built(name, profile)) == []


def test_a_report_with_a_table_of_targets_and_footnotes_is_valid(docx_errors: DocxErrors) -> None:
    report = package.load("kinh-te-xa-hoi-xa-2026")

    assert docx_errors(briefing.build(report)) == []


AT_AN_END = ("title alone", "table first and last", "marks")
"""What is looked at alone: nothing stands before or behind it."""

SEVERAL = HEAD + "\nĐoạn.\n\n".join(
    text.removeprefix(HEAD) for name, text in TEXTS.items() if name not in AT_AN_END
)


LOOKED_AT = {**{name: TEXTS[name] for name in AT_AN_END}, "all others": SEVERAL}


@pytest.mark.parametrize(("name", "profile"), in_turn(LOOKED_AT, PROFILES))
def test_every_block_of_a_template_is_valid(
    name: str, profile: str, docx_errors: DocxErrors
) -> None:
    assert docx_errors(word_file(LOOKED_AT[name], profile)) == []


@pytest.mark.parametrize(
    ("language", "locality"), places(list(product(("vi", "en"), (None, "hoa-binh"))))
)
def test_draft_of_a_starter_is_valid(
    language: str, locality: str | None, tmp_path: Path, docx_errors: DocxErrors
) -> None:
    text = starter("bao-cao-tong-ket", language, locality=locality)
    path = tmp_path / "starter.yaml"
    path.write_text(text, encoding="utf-8")
    draft = briefing.build(briefing.load(path), draft=True, language=language)
    assert docx_errors(draft) == []


def test_draft_marks_its_gaps_in_the_word_file(tmp_path: Path) -> None:
    path = tmp_path / "starter.yaml"
    path.write_text(starter("bao-cao-tong-ket", "vi"), encoding="utf-8")
    draft = package.part(briefing.build(briefing.load(path), draft=True), "word/document.xml")
    assert len(package.find(draft, ".//w:highlight")) >= 5


def test_validator_finds_an_error_where_there_is_one(docx_errors: DocxErrors) -> None:
    # Guards the rules above: properties out of order are an error that Word itself forgives.
    whole = package.built(NAMES[0])
    broken = swapped(whole, b"<w:keepNext/><w:keepLines/>", b"<w:keepLines/><w:keepNext/>")
    assert docx_errors(broken) != []


def swapped(content: bytes, old: bytes, new: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in package.parts(content).items():
            archive.writestr(name, data.replace(old, new))
    return buffer.getvalue()
