"""Statements in one short line each, as the data files beside this one write them."""

from __future__ import annotations

from decimal import Decimal

from briefing.checking.statements import Reading, Verdict, read_text
from briefing.figures.statements import (
    AgainstTarget,
    AllCriteria,
    Change,
    Content,
    Count,
    Fraction,
    Pair,
    Rate,
    Share,
    SideBySide,
    Unchanged,
)
from briefing.vietnamese import format_number, format_percent

VERDICTS = {
    Verdict.CONFIRMED: "khớp",
    Verdict.NOT_EVALUATED: "chưa đánh giá",
    Verdict.ROUNDED_OTHERWISE: "cắt bớt",
    Verdict.CONTRADICTED: "mâu thuẫn",
}
KINDS: dict[type, str] = {
    Count: "số",
    Rate: "tỷ lệ",
    Fraction: "phần của tổng",
    SideBySide: "hai đơn vị",
    Pair: "hai kỳ",
    Change: "tăng giảm",
    Unchanged: "không đổi",
    AgainstTarget: "so chỉ tiêu",
    Share: "tỷ trọng",
    AllCriteria: "các tiêu chí",
}


def readings(text: str) -> list[Reading]:
    """Return the statements of one text, judged."""
    return list(read_text([(text, None)]))


def row(reading: Reading) -> tuple[str, str, str]:
    """Return kind, numbers and verdict of a statement in words."""
    content = reading.statement.content
    return KINDS[type(content)], shown(content), VERDICTS[reading.verdict]


def shown(content: Content) -> str:
    """Return the numbers of a statement."""
    match content:
        case Count(value, unit, qualifier):
            return _joined(qualifier, format_number(value), unit)
        case Rate(percent, qualifier, _) | Share(percent, qualifier):
            return _joined(qualifier, format_percent(percent))
        case Fraction(part, whole, unit, rate):
            said = _joined(f"{format_number(part)}/{format_number(whole)}", unit)
            return f"{said}, {shown(rate)}" if rate else said
        case SideBySide(first, second):
            return f"{shown(first)}; {shown(second)}"
        case Pair(now, before, unit):
            return _joined(f"{format_number(now)}, trước {format_number(before)}", unit)
        case Change():
            return _change(content)
        case Unchanged(pair):
            return shown(pair) if pair else "–"
        case AgainstTarget(percent, above):
            return _joined("vượt" if above else "hụt", format_percent(percent))
        case AllCriteria(direction, count, changes):
            return f"{direction} cả {count}: {'; '.join(map(shown, changes))}"


def _change(change: Change) -> str:
    more = {"tăng": "nhiều hơn", "giảm": "ít hơn"}[change.direction]
    said = [more if change.detected else change.direction]
    said += [shown(change.amount)] if change.amount else []
    said += [f"({change.sign}{_percent(change.percent)})"] if change.percent is not None else []
    said += [f"[{shown(change.pair)}]"] if change.pair else []
    return " ".join(said)


def _percent(value: Decimal) -> str:
    return format_percent(value)


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)
