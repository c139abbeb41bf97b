"""Lunar year names (can chi) and the Tết that opens a year.

All syllables are capitals (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.8); the spelling is
``Tỵ``, not ``Tị``. The lunar year that begins at the Tết of a calendar year bears that name.
"""

from __future__ import annotations

_CAN = ("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ")
_CHI = (
    *("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu"),
    *("Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi"),
)


def can_chi(year: int) -> str:
    """Return the can chi name of a year: 2024 is ``Giáp Thìn``."""
    return f"{_CAN[year % 10]} {_CHI[year % 12]}"


def tet(year: int) -> str:
    """Return the name of the Tết of a calendar year: ``Tết Nguyên đán Giáp Thìn 2024``.

    Phụ lục II writes ``tết`` small before the name; official texts mostly write it large, as here.
    """
    return f"Tết Nguyên đán {can_chi(year)} {year}"
