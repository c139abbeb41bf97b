"""Words for units as offices write them, in a cell or in the format of one."""

from __future__ import annotations

from briefing.reading.cells import Unclear, Worded, words

_ALIKE = {
    **{"triệu": "triệu đồng", "tr.đ": "triệu đồng", "trđ": "triệu đồng", "trđồng": "triệu đồng"},
    **{"tr.đồng": "triệu đồng", "tr đồng": "triệu đồng", "tr.đg": "triệu đồng"},
    **{"triệu đ": "triệu đồng", "tr đ": "triệu đồng", "nghìn đ": "nghìn đồng"},
    **{"tỷ": "tỷ đồng", "tỉ": "tỷ đồng", "tỉ đồng": "tỷ đồng", "ngàn đồng": "nghìn đồng"},
    **{"tỷ đ": "tỷ đồng", "tỉ đ": "tỷ đồng", "ngàn đ": "nghìn đồng"},
    **{"1.000 đồng": "nghìn đồng", "1000 đồng": "nghìn đồng", "1.000đ": "nghìn đồng"},
    **{"1000đ": "nghìn đồng", "1.000.000 đồng": "triệu đồng", "đ": "đồng", "vnđ": "đồng"},
    **{"vnd": "đồng", "$": "usd", "us$": "usd", "đô la mỹ": "usd", "phần trăm": "%"},
    **{"ngàn người": "nghìn người", "1.000 người": "nghìn người", "1000 người": "nghìn người"},
    **{"gam": "g", "ki-lô-gam": "kg", "mét": "m", "m²": "m2", "km²": "km2"},
}
"""What offices write for a unit in its place."""

_MARKS = " .,:;()[]-–—+~*/"
"""What may stand around the words of a unit and is none of it."""

_SIZES = ("nghìn", "ngàn", "triệu", "tỷ", "tỉ")


def usual_unit(unit: str) -> str:
    """Return a unit in small letters as it is usually written."""
    said = words(unit).replace("₫", "đ").strip(" .")
    return _ALIKE.get(said, said)


def shows_unit(cell: Worded, unit: str) -> bool:
    """Say whether a cell shows a unit beside its number, or the beginning of it, in its size."""
    said = f"{cell.before.strip(_MARKS)} {cell.behind.strip(_MARKS)}".strip()
    if usual_unit(said) == usual_unit(unit):
        return True
    short, whole = words(said).split(), words(unit).split()
    rest = whole[len(short) :]
    return bool(short and rest) and whole[: len(short)] == short and rest[0] not in _SIZES


def in_other_unit(cell: Worded, unit: str) -> Unclear:
    """Return a cell that shows another unit than its row has, as what cannot be read."""
    return Unclear("workbook/other-unit" if unit else "workbook/unit-in-format", str(cell), unit)
