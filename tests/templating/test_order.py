"""Lists of a template stand in the Vietnamese order."""

from __future__ import annotations

from pathlib import Path

import pytest
from kinds.made import report

from briefing import preview


def printed(folder: Path, expression: str) -> str:
    template = f"# a\n\nb\n\n{{{{ {expression} }}}}\n"
    (folder / "bao-cao-tong-ket.md.j2").write_text(template, encoding="utf-8")
    return preview(report(), templates=folder)


@pytest.mark.parametrize(
    ("filters", "line"),
    [
        ("sort", "Ban, Dung, Đức, Ên, Yên"),
        ("sort(reverse=true)", "Yên, Ên, Đức, Dung, Ban"),
        ("by_given_name", "Ban, Dung, Đức, Ên, Yên"),
    ],
)
def test_a_list_goes_by_the_vietnamese_alphabet(tmp_path: Path, filters: str, line: str) -> None:
    text = printed(tmp_path, f"['Yên', 'Đức', 'Ên', 'Dung', 'Ban']|{filters}|join(', ')")

    assert line in text


def test_people_are_listed_by_their_given_names(tmp_path: Path) -> None:
    text = printed(tmp_path, "['Trần Văn Yên', 'Đỗ Bình', 'Lê Ánh']|by_given_name|joined")

    assert "Lê Ánh, Đỗ Bình và Trần Văn Yên" in text
