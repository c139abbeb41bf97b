"""Packs written for one test, in the folder ``localities`` of the folder that the test works in."""

from __future__ import annotations

from pathlib import Path

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
locality: {locality}
period: {{year: {year}}}
date: {date}
subject: công tác bảo đảm an ninh, trật tự
figures:
  vu: {{label: số vụ phạm tội, value: 9, previous: 12, unit: vụ, area: phong_chong_toi_pham}}
results:
  - area: phong_chong_toi_pham
    statements: ["Xảy ra {{vu}}, {{vu.change}}"]
limitations: [Quân số còn thiếu]
causes: {{general: [Địa bàn rộng]}}
tasks: [Tiếp tục tuần tra]
{more}"""

CAO_SON = """\
name = "xã Cao Sơn"
short_name = "Cao Sơn"
level = "commune"
parent = "hoa-binh"
place = "Cao Sơn"
"""


def write_pack(name: str, text: str = CAO_SON, **files: str) -> Path:
    """Write a pack and return its folder; ``files`` are templates by kind, with underscores."""
    folder = Path("localities", name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "locality.toml").write_text(text, encoding="utf-8")
    for kind, template in files.items():
        file = folder / f"{kind.replace('_', '-')}.md.j2"
        file.write_text(template, encoding="utf-8")
    return folder


def write_input(
    locality: str, *, date: str = "2024-12-20", more: str = "", name: str = "năm.yaml"
) -> Path:
    """Write an input that names a locality and return its file."""
    file = Path(name)
    year = date[:4]
    text = INPUT.format(locality=locality, year=year, date=date, more=more)
    file.write_text(text, encoding="utf-8")
    return file
