"""The marks before headings that an input, a pack or a kind gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from exploring import places
from templating.printed import docx_text

from briefing import Report, library, load
from briefing.forms import input_text
from sections.commune import ONE, Data, data
from sections.outlined import text

USUAL: Data = {
    "sections": [],
    "situation": {"favourable": ["Thuận"], "difficult": ["Khó"]},
    "results": [{"area": "dan_van", "statements": ["Đã vận động"]}],
    "tasks": ["Tiếp tục làm"],
}


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        ([], ["I.", "1.", "2.", "II.", "1.", "III."]),
        (["1.", "1.1."], ["1.", "1.1.", "1.2.", "2.", "2.1.", "3."]),
        (["Phần I", "I."], ["Phần I.", "I.", "II.", "Phần II.", "I.", "Phần III."]),
    ],
)
def test_a_numbering_holds_for_the_usual_outline_too(
    numbering: list[str], expected: list[str]
) -> None:
    said = text(**USUAL, numbering=numbering)
    headings = [line.lstrip("# ") for line in said.splitlines() if line.startswith("##")]

    assert [line[: len(label)] for line, label in zip(headings, expected, strict=True)] == expected


def test_a_pack_and_a_kind_give_a_numbering(tmp_path: Path) -> None:
    pack = tmp_path / "localities" / "cao-son"
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text('name = "xã Cao Sơn"\nnumbering = ["1.", "1.1."]\n')
    file = tmp_path / "a.yaml"
    report = Report.model_validate(data(ONE, locality="cao-son"))
    file.write_text(input_text(report), encoding="utf-8")

    assert "## 1. Kết quả" in library.make(load(file)).as_markdown()
    kind = Report.model_validate(data(ONE, kind="bao-cao-kinh-te-xa-hoi"))
    assert len(library.standard_for(kind).outline) == 4


@pytest.mark.parametrize(
    "numbering",
    places(
        [
            ["Phần thứ nhất", "I.", "1.", "1.1.", "1.1.1."],
            ["Phần I", "Một là,", "(1)"],
            ["I-", "a)"],
        ]
    ),
)
def test_word_files_of_any_numbering_are_valid(numbering: list[str], docx_errors: Any) -> None:
    deep: Data = {"title": "Cuối", "statements": ["Câu"], "points": ["Ý", "Ý"], "mark": "Một là,"}
    for title in ("Ba", "Hai:", "Một")[-len(numbering) + 1 :]:
        deep = {"title": title, "statements": ["Câu"], "sections": [deep] * 2}
    report = Report.model_validate(
        data(
            deep, numbering=numbering, figures_annex=True, figures={"a": {"label": "a", "value": 1}}
        )
    )

    assert docx_errors(library.make(report, draft=True).as_docx()) == []


def test_a_heading_behind_a_word_goes_on_in_small_letters_unless_a_name_begins() -> None:
    sections: list[Data] = [
        {"title": "Về kinh tế", "statements": ["Ổn định"]},
        {"title": "Đảng ủy xã", "statements": ["Ổn định"]},
    ]
    report = Report.model_validate(data(*sections, numbering=["Một là,"]))
    text = docx_text(library.make(report, draft=True).as_docx())

    assert "về kinh tế" in text
    assert "Đảng ủy xã" in text
