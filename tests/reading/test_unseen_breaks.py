"""A line end that no editor shows is named where it breaks a file."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing
from briefing.findings import InputError

HEAD = "schema: 1\nkind: bao-cao-tong-ket\n"


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("period: {year: 2025} # ghi chú\u2028 tiếp", 31, "U+2028"),
        ("period: {year: 2025} # ghi chú\u2029tiếp theo", 31, "U+2029"),
        ("period: {year: 2025} # ghi\x85chú", 27, "U+0085"),
        ("subject: 'a' \u2028  b: c\u2028", 14, "U+2028"),
    ],
)
def test_it_is_told_by_its_code_and_place(
    tmp_path: Path, line: str, column: int, code: str
) -> None:
    file = tmp_path / "năm.yaml"
    file.write_text(f"{HEAD}{line}\nplace: A\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        briefing.load(file)
    [found] = raised.value.findings

    assert found.rule == "yaml/unseen-break"
    assert str(found.origin) == f"{file}:3:{column}"
    assert code in found.message("vi")


def test_one_in_a_text_breaks_nothing(tmp_path: Path) -> None:
    file = tmp_path / "năm.yaml"
    text = f'{HEAD}period: {{year: 2025}}\nsubject: "công\u2028tác"\n'
    file.write_text(text, encoding="utf-8")

    assert briefing.load(file).subject == "công tác"
