"""Forms of public reports: confirmed as they stand, told with one wrong number, or left alone."""

from __future__ import annotations

from in_rows import in_rows

from briefing.checking.statements import Verdict
from tests.statements.shown import readings

_STATED = {
    "periods that each lead their change": (
        "Tai nạn giao thông: 125/140 vụ, giảm 15 vụ (10,71%); 85/92 người chết, giảm 7 người "
        "(7,61%); 66/69 người bị thương, giảm 3 người (4,35%).",
        ("85/92", "58/92"),
        ("7 người", "9 người"),
        ("7,61%", "6,71%"),
    ),
}

_LEFT_ALONE = {
    "how much was done, and by how much more": (
        "Khám phá 35/37 vụ, tăng 3 vụ (9,4%) so với cùng kỳ; hòa giải thành 145/160 vụ việc, giảm "
        "12 vụ việc (7,64%); thu 35/41 tỷ đồng, tăng 12%."
    ),
}


def _cases() -> dict[str, tuple[str, tuple[str, str]]]:
    return {
        f"{name}: {old} → {new}": (text, (old, new))
        for name, (text, *changes) in _STATED.items()
        for old, new in changes
    }


@in_rows("text", [text for text, *_ in _STATED.values()], ids=_STATED)
def test_what_holds_is_confirmed(text: str) -> None:
    found = readings(text)

    assert not [one.finding.message() for one in found if one.finding]
    assert any(one.verdict is Verdict.CONFIRMED for one in found)


@in_rows(("text", "change"), _cases().values(), ids=_cases())
def test_a_wrong_number_is_told(text: str, change: tuple[str, str]) -> None:
    old, new = change

    assert text.count(old) == 1
    assert [one for one in readings(text.replace(old, new)) if one.finding]


@in_rows("text", _LEFT_ALONE.values(), ids=_LEFT_ALONE)
def test_what_nothing_decides_is_left_alone(text: str) -> None:
    assert not [one.finding.message() for one in readings(text) if one.finding]
