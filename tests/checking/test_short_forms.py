"""A short form never changes a number, and one that is an ordinary word is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing, briefing

__all__ = ["briefing"]

PACK = 'name = "xã Cao Sơn"\nlevel = "commune"\nparent = "phu-tho"\nplace = "Cao Sơn"\n'
INPUT = """\
schema: 1
kind: bao-cao-tong-ket
locality: cao-son
period: {year: 2025}
subject: công tác
results:
  - heading: Kết quả
    statements: ["Khám phá 771/778 vụ (đạt 99,1%), tăng 5 vụ so với năm 2024"]
"""


def checked(briefing: Briefing, folder: Path, short: str, facts: str) -> str:
    pack = folder / "localities" / "cao-son"
    pack.mkdir(parents=True)
    text = f"{PACK}[abbreviations]\n{short} = {facts}\n"
    (pack / "locality.toml").write_text(text, encoding="utf-8")
    (folder / "a.yaml").write_text(INPUT, encoding="utf-8")
    outcome = briefing("check", folder / "a.yaml")
    return "\n".join(line for line in outcome.out.splitlines() if "[abbreviations/" in line)


@pytest.mark.parametrize(
    ("short", "facts"),
    [
        ('"99,1%"', '{long = "50%"}'),
        ('"771"', '{long = "999"}'),
        ('"2024"', '{long = "năm 2020"}'),
        ('"5 vụ"', '{long = "50 vụ"}'),
        ('"%"', '{long = "phần nghìn"}'),
        ('","', '{long = " và"}'),
        ("A", '{long = "b", variants = ["771/778 vụ"]}'),
        ("A", '{long = "771/778 vụ", variants = ["771/778 vụ"]}'),
    ],
)
def test_a_number_in_place_of_a_short_form_is_an_error(
    briefing: Briefing, tmp_path: Path, short: str, facts: str
) -> None:
    told = checked(briefing, tmp_path, short, facts)

    assert f"{Path('localities', 'cao-son', 'locality.toml')}:6:1: lỗi" in told
    assert "[abbreviations/number]" in told


@pytest.mark.parametrize(
    ("short", "facts"),
    [
        ('"tăng"', '{long = "giảm"}'),
        ('"vụ"', '{long = "nghìn vụ"}'),
        ('"Khám phá"', '{long = "Không khám phá"}'),
        ("BT", '{long = "bình thường", variants = ["quá hạn"]}'),
    ],
)
def test_an_ordinary_word_is_told(
    briefing: Briefing, tmp_path: Path, short: str, facts: str
) -> None:
    assert "cảnh báo" in checked(briefing, tmp_path, short, facts)


@pytest.mark.parametrize(
    ("short", "facts"),
    [
        ("ANTT", '{long = "an ninh trật tự", variants = ["AN-TT", "ANTrT"]}'),
        ('"TP."', '{long = "thành phố"}'),
        ('"đ/c"', '{long = "đồng chí"}'),
        ('"TTg"', '{long = "Thủ tướng Chính phủ"}'),
        ('"PC02"', '{long = "Phòng Cảnh sát hình sự"}'),
        ('"CT 06"', '{long = "Chỉ thị 06"}'),
        ('"5K"', '{long = "khẩu trang, khử khuẩn, khoảng cách"}'),
        ('"Ban Chỉ đạo"', '{long = "Ban Chỉ đạo 138 xã"}'),
    ],
)
def test_a_short_form_as_offices_write_it_is_not_doubted(
    briefing: Briefing, tmp_path: Path, short: str, facts: str
) -> None:
    assert checked(briefing, tmp_path, short, facts) == ""
