"""What a pack writes is text in every place: cleaned, and never more than its names say."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing, briefing
from effort import effort

__all__ = ["briefing"]

PACK = 'name = "xã Cao Sơn"\nlevel = "commune"\nparent = "phu-tho"\nplace = "Cao Sơn"\n'
INPUT = """\
schema: 1
kind: bao-cao-tong-ket
locality: cao-son
period: {year: 2025}
subject: công tác
results:
  - area: giao_thong
    statements: [Một]
"""
FIELDS = {
    "name": '[bodies.rieng.issuer]\nname = "TEXT"\n',
    "symbol": '[bodies.rieng.issuer]\nsymbol = "TEXT"\n',
    "lines": '[bodies.rieng.issuer]\nlines = ["TEXT"]\n',
    "parent by word": '[bodies.rieng.issuer.parent]\n"xã" = ["TEXT"]\n',
    "name by word": '[bodies.rieng.issuer.name]\n"xã" = "TEXT"\n',
    "a level": '[bodies.rieng.levels.commune.signature]\npost = "TEXT"\n',
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    (tmp_path / "năm.yaml").write_text(INPUT, encoding="utf-8")
    (tmp_path / "localities" / "cao-son").mkdir(parents=True)
    return tmp_path


def put(pack: str) -> None:
    Path("localities", "cao-son", "locality.toml").write_text(pack, encoding="utf-8")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    "text",
    [
        "{unit.__class__.__mro__}",
        "{unit.format.__globals__}",
        "{unit!r}",
        "{unit[0]}",
        "{0}",
        "{}",
        "{",
        "}",
        "{{unit}}",
        "{UNIT}",
    ],
)
def test_what_stands_for_a_name_is_no_format_string(
    briefing: Briefing, here: Path, field: str, text: str
) -> None:
    refused(briefing, here, field, text)


@pytest.mark.parametrize("field", FIELDS)
def test_no_name_is_made_as_wide_as_a_format_says(
    briefing: Briefing, here: Path, field: str
) -> None:
    with effort() as spent:
        refused(briefing, here, field, "{unit:>2000000000}")

    assert spent.yardsticks < 30


def refused(briefing: Briefing, here: Path, field: str, text: str) -> None:
    put('force = "rieng"\n' + PACK + FIELDS[field].replace("TEXT", text))
    outcome = briefing("preview", here / "năm.yaml", "--draft")

    assert (outcome.code, outcome.out) == (2, "")
    [line] = [line for line in outcome.err.splitlines() if ": lỗi: " in line]
    assert f"locality.toml:7:1: lỗi: “{text}” có ngoặc nhọn" in line


def test_the_names_of_the_locality_are_filled_in(briefing: Briefing, here: Path) -> None:
    text = "Đội {own} của {unit}, thuộc {under}"
    put('force = "rieng"\n' + PACK + FIELDS["name"].replace("TEXT", text))

    assert "Đội Cao Sơn của xã Cao Sơn, thuộc tỉnh Phú Thọ báo cáo" in (
        briefing("preview", here / "năm.yaml", "--draft").out
    )


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"Giao thông\nXÃ KHÁC", "Giao thông XÃ KHÁC"),
        (r"Giao thông\n\n# BÁO CÁO", r"Giao thông \# BÁO CÁO"),
        (r"Giao thông\r\u2028\f\u000bxã", "Giao thông xã"),
        (r"Giao tho\u0302ng", "Giao thông"),
    ],
)
def test_a_heading_of_a_pack_is_one_line_of_composed_letters(
    briefing: Briefing, here: Path, written: str, printed: str
) -> None:
    put(f'{PACK}[areas.giao_thong]\nheading = "{written}"\n')

    assert f"### 1. {printed}\n\nMột." in briefing("preview", here / "năm.yaml", "--draft").out


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('name = "xã Khác"\n', "đã có ở dòng "),
        ('[signers.a]\npost = "x"\n[signers.a]\npost = "y"\n', "đã có ở dòng "),
        ("[recipients]\n[recipients]\n", "đã có ở dòng "),
        ("figure_style = {x = 1, x = 2}\n", "đã có ở dòng "),
        ("place = \n", "sai cú pháp TOML"),
    ],
)
def test_a_key_that_stands_twice_is_called_that(
    briefing: Briefing, here: Path, said: str, told: str
) -> None:
    put(PACK + said)

    assert told in briefing("check", here / "năm.yaml").out
