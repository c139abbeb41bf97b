"""Numbers of cells as Vietnamese offices write them, and units that measure the same."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.reading.cells import Cell, Unclear, Worded, is_struck, words
from briefing.reading.unit_words import in_other_unit, shows_unit, usual_unit

_OFFICIAL = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
_EITHER = re.compile(r"-?\d{1,3},\d{3}")
"""Thousands to an English reader, thousandths to a Vietnamese one."""
_WITH_UNIT = re.compile(r"([\d.,]+)\s*(\D+)")
_LAST = re.compile(r"\(([^()]*)\)\s*$|,\s*([^,()]*)$")
_LONGEST_RATE = 2

SCALES: tuple[tuple[str, ...], ...] = (
    ("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"),
    ("g", "gam", "kg", "ki-lô-gam", "tạ", "tấn"),
    ("m2", "m²", "ha", "km2", "km²"),
    ("m", "mét", "km"),
    ("người", "nghìn người", "triệu người"),
    ("%", "phần nghìn", "‰"),
)
"""Units of one measure in several sizes."""

_COUNTED = frozenset(
    (
        *("vụ", "vụ việc", "việc", "hộ", "khẩu", "lượt", "lượt người", "lớp", "buổi", "đợt"),
        *("cuộc", "đối tượng", "bị can", "em", "cháu", "học sinh", "trường", "trường hợp"),
        *("hồ sơ", "thẻ", "giấy", "văn bản", "bản", "tin", "bài", "tin bài", "mô hình", "tổ"),
        *("đồng chí", "đảng viên", "cơ sở", "doanh nghiệp", "hợp tác xã", "con", "cây", "chiếc"),
        *("cái", "khẩu súng", "quả", "viên", "phương tiện", "dự án", "công trình", "nhiệm vụ"),
        *("lao động", "giường", "bác sĩ", "thôn", "xã", "căn", "nhà", "kg/người", "tạ/ha"),
        *("nghìn lượt", "nghìn tấn", "nghìn ha", "nghìn con", "triệu usd", "usd", "lít", "m3"),
        *("điểm", "tiêu chí", "ngày", "giờ", "kwh", "triệu đồng/người", "triệu đồng/ha"),
    )
)
"""Units that count."""


class UnclearNumberError(ValueError):
    """A cell whose number is not certain; ``rule`` names the finding."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def amount(cell: Cell, unit: str, *, is_rate: bool) -> Decimal:
    """Return the number that a cell says; raises UnclearNumberError where it is not certain."""
    if isinstance(cell, Unclear):
        if cell.rule != "workbook/percent" or not is_rate:
            raise UnclearNumberError(cell.rule)
        return _rate(str(cell))
    if is_struck(cell):
        raise UnclearNumberError("workbook/struck")
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        raise UnclearNumberError("import/not-a-number")
    if not isinstance(cell, str):
        wanted = "%" if is_rate else unit
        if isinstance(cell, Worded) and not shows_unit(cell, wanted):
            raise UnclearNumberError(in_other_unit(cell, wanted).rule)
        return Decimal(f"{cell:.15g}")
    said = " ".join(cell.split())
    if is_rate:
        return _rate(said)
    found = _WITH_UNIT.fullmatch(said)
    if found and unit and words(found[2]) == words(unit):
        said = found[1]
    return _number(said)


def _rate(said: str) -> Decimal:
    number = _number(said.removesuffix("%").strip())
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > _LONGEST_RATE:
        # Worked out by a formula; how it is printed, nobody has said.
        raise UnclearNumberError("import/long-rate")
    return number


def _number(said: str) -> Decimal:
    if _EITHER.fullmatch(said):
        raise UnclearNumberError("import/either-number")
    if not _OFFICIAL.fullmatch(said):
        raise UnclearNumberError("import/not-a-number")
    return Decimal(said.replace(".", "").replace(",", "."))


def is_unit(text: str) -> bool:
    """Say whether a text is a unit and nothing else."""
    said = usual_unit(text)
    return said in _COUNTED or any(said in units for units in SCALES)


def unit_in(label: str) -> str:
    """Return the unit that a label ends with, in brackets or after a comma, or nothing."""
    found = _LAST.search(label)
    said = (found[1] or found[2]).strip() if found else ""
    said = said.partition(":")[2].strip() if said.lower().startswith(("đvt", "đơn vị")) else said
    return said if said and is_unit(said) else ""


def same_measure(one: str, other: str) -> bool:
    """Say whether two units measure the same in different sizes."""
    left, right = usual_unit(one), usual_unit(other)
    return left != right and any(left in units and right in units for units in SCALES)
