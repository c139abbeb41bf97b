"""Statements in one short line each, as the data files beside this one write them."""

from __future__ import annotations

from decimal import Decimal

from briefing.checking.statements import Reading, Verdict, read_text
from briefing.figures.statements import (
    AgainstTarget,
    AllCriteria,
    Average,
    Change,
    Count,
    Fraction,
    Fulfilment,
    LunarYear,
    Pair,
    Parts,
    Percents,
    Range,
    Rate,
    Share,
    SideBySide,
    StatementContent,
    Times,
    Unchanged,
)
from briefing.vietnamese import format_number, format_percent

VERDICTS = {
    Verdict.CONFIRMED: "khớp",
    Verdict.NOT_EVALUATED: "chưa đánh giá",
    Verdict.ROUNDED_OTHERWISE: "cắt bớt",
    Verdict.LAST_DIGIT: "lệch chữ số cuối",
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
    Parts: "tổng và phần",
    Percents: "cộng thành 100%",
    Fulfilment: "thực hiện kế hoạch",
    Times: "gấp lần",
    Average: "bình quân",
    Range: "khoảng",
    LunarYear: "năm âm lịch",
}


def readings(text: str) -> list[Reading]:
    """Return the statements of one text, judged."""
    return list(read_text([(text, None)]))


def verdicts(text: str, sort: type) -> list[Verdict]:
    """Return the verdicts on the statements of one sort in a text."""
    return [one.verdict for one in readings(text) if isinstance(one.statement.content, sort)]


def row(reading: Reading) -> tuple[str, str, str]:
    """Return kind, numbers and verdict of a statement in words."""
    content = reading.statement.content
    return KINDS[type(content)], shown(content), VERDICTS[reading.verdict]


def shown(content: StatementContent) -> str:
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
    return _several(content)


def _several(content: StatementContent) -> str:
    match content:
        case AllCriteria(direction, count, changes):
            return f"{direction} cả {count}: {'; '.join(map(shown, changes))}"
        case Parts(total, parts):
            return f"{shown(total)} = {' + '.join(map(shown, parts))}"
        case Percents(parts):
            return " + ".join(map(shown, parts))
        case Fulfilment(reached, aimed, rate):
            return f"{shown(reached)} / {shown(aimed)}" + (f", {shown(rate)}" if rate else "")
        case Times(factor, pair):
            return f"{shown(pair)}: {shown(factor)}"
        case Average(mean, total, number):
            return f"{shown(total)} / {shown(number)} = {shown(mean)}"
        case Range(low, high):
            return f"{shown(low)} đến {shown(high)}"
        case LunarYear(name, year):
            return f"{name} {year}"
    raise AssertionError(content)


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
