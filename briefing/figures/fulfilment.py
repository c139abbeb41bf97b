"""Results against their plans in words: what a row of the table of targets says in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from briefing.figures import wording
from briefing.figures.book import FigureBook
from briefing.figures.changes import change_of
from briefing.figures.numerals import format_number, format_percent
from briefing.figures.rates import percentage
from briefing.figures.statements import Change, Count
from briefing.figures.units import is_measured, is_percent, scale
from briefing.patterns import Pattern
from briefing.report import Figure, Target, is_vague
from briefing.tracing import carried, through
from briefing.vietnamese import continued, slash_date

PER_MILLE = "‰"

TARGET = "chỉ tiêu"
"""What a target is called where nothing else is said."""

TOTALS = ("tổng số", "tổng cộng", "cộng")
"""Labels of rows that sum up the others of their band."""

Phrase = str | None


def word_of(target: Target) -> str:
    """Return what a target is called: ``chỉ tiêu``, ``dự toán``, ``kế hoạch năm``."""
    word = target.word or TARGET
    return f"{word} năm" if target.whole_year and "năm" not in word else word


def plan(book: FigureBook, name: str) -> Phrase:
    """Return the target with its goal and its unit: ``8.200 tỷ đồng``, ``không quá 3,5%``."""
    return _with_unit(book, name, plan_value(book, name))


def plan_value(book: FigureBook, name: str) -> Phrase:
    """Return the same without the unit, as tables have it."""
    target = book.figures[name].target
    if target is None or target.value is None:
        return None
    return f"{'không quá ' if target.at_most else ''}{_spanned(target.value, target.up_to)}"


def next_plan(book: FigureBook, name: str) -> Phrase:
    """Return the target of the coming period, its goal and its unit: ``không quá 3 vụ``."""
    return _with_unit(book, name, next_plan_value(book, name))


def next_plan_value(book: FigureBook, name: str) -> Phrase:
    """Return the same without the unit, as tables have it."""
    figure = book.figures[name]
    most = "không quá " if figure.target and figure.target.at_most else ""
    known = figure.next_plan
    return None if known is None else f"{most}{_spanned(known, figure.next_plan_up_to)}"


def so_far(book: FigureBook, name: str) -> Phrase:
    """Return what was reached before the end of the period, with its unit."""
    return _with_unit(book, name, so_far_value(book, name))


def so_far_value(book: FigureBook, name: str) -> Phrase:
    """Return the same without the unit, as tables have it."""
    return _number(book.figures[name].so_far)


def _with_unit(book: FigureBook, name: str, said: Phrase) -> Phrase:
    unit = book.figures[name].unit
    return wording.in_unit(said, unit) if said and unit else said


def _number(number: Decimal | None) -> Phrase:
    return None if number is None else format_number(number)


def _spanned(low: Decimal, high: Decimal | None) -> str:
    return format_number(low) if high is None else f"{format_number(low)} - {format_number(high)}"


def reached(book: FigureBook, name: str) -> Phrase:
    """Return how many percent of its target a value is: ``102,3%``.

    A percentage has no percentage; it is held against its target by points.
    """
    known = _reached(book, book.figures[name])
    return None if known is None else format_percent(known)


def reached_in_table(book: FigureBook, name: str) -> Phrase:
    """Return the same for a table, where a percentage tells its points: ``+0,5 điểm %``.

    What is asked for at most is kept or not, by no percentage: ``125%`` of four accidents at most
    would read as more than was asked for. What a source states stays.
    """
    figure = book.figures[name]
    target = figure.target
    if target is not None and target.at_most and target.stated is None:
        return None
    return reached(book, name) or _points_in_table(figure)


def _points_in_table(figure: Figure) -> Phrase:
    """Return how far a percentage is from its target: ``+0,5 điểm %``."""
    target = figure.target
    if target is None or target.of == "rate" or not is_percent(figure.unit):
        return None
    if figure.value is None or target.value is None or is_vague(figure):
        return None
    if target.up_to is not None:
        return None
    over = figure.value - target.value
    sign = "+" if over > 0 else "-" if over < 0 else ""
    return f"{sign}{format_number(abs(over))} điểm %"


def _reached(book: FigureBook, figure: Figure) -> Decimal | None:
    target = figure.target
    if target is None or target.of == "rate":
        return None
    if target.stated is not None:
        return target.stated
    if figure.value is None or is_vague(figure) or is_percent(figure.unit) or not target.value:
        return None
    if target.up_to is not None:
        return None  # of a range nothing is so many percent
    known: Decimal | None = percentage(figure.value, target.value, book.places(figure))
    return known


def standing(book: FigureBook, name: str) -> Phrase:
    """Return ``vượt``, ``đạt`` or ``chưa đạt``, ``None`` where nothing decides it.

    An approximation decides nothing; what is asked for at most is kept or not.
    """
    return _standing(book.figures[name])


def _standing(figure: Figure) -> Phrase:
    target = figure.target
    if target is None or target.value is None or target.of == "rate":
        return None
    if figure.value is None or figure.qualifier is not None:
        return None
    return _stands(target, target.value, figure.value, figure.up_to or figure.value)


def _stands(target: Target, aim: Decimal, low: Decimal, high: Decimal) -> Phrase:
    """Return how a result from ``low`` to ``high`` stands to a target, reached from its low end on.

    A result on both sides of it decides nothing; of a year that goes on nothing is missed or kept.
    """
    if target.at_most:
        kept = "đạt" if high <= aim else "chưa đạt" if low > aim else None
        return None if target.whole_year and kept == "đạt" else kept
    if high < aim:
        return None if target.whole_year else "chưa đạt"
    if low < aim:
        return None
    return "vượt" if low > (target.up_to or aim) else "đạt"


def result(book: FigureBook, name: str) -> Phrase:
    """Return ``đạt 8.434 tỷ đồng, bằng 102,3% dự toán, tăng 17,4% so với cùng kỳ năm 2024``."""
    figure = book.figures[name]
    said = _verb(figure, _quantity(book, figure))
    more = (_against_plan(book, figure), _part_of(book, figure), _moved(book, name))
    for one in more:
        if one:
            said = f"{said}, {one}" if said else one
    return said


def _part_of(book: FigureBook, figure: Figure) -> Phrase:
    """Return the share of another figure by its name: ``chiếm 23,5% GRDP``."""
    whole = book.figures.get(figure.share_of or "")
    known = figure.share
    if whole is None or is_vague(figure) or is_vague(whole):
        return None
    if known is None and whole.value and figure.value is not None:
        known = percentage(figure.value, whole.value, book.places(figure))
    if known is None:
        return None
    return f"chiếm {format_percent(known)} {through(continued, whole.label)}"


def sentence(book: FigureBook, name: str) -> Phrase:
    """Return the result behind the name of the figure, as a sentence without its stop."""
    said = result(book, name)
    if said is None:
        return None
    figure = book.figures[name]
    # "Số vụ cháy: không có vụ nào": nought has no verb.
    label = through(_part if figure.parent else continued, figure.label)
    return f"{label}{':' if figure.value == 0 else ''} {said}"


_OF_WHICH = Pattern(r"trong đó\s*[:,]?\s+(?=\w)", re.IGNORECASE)


def _part(label: str) -> str:
    """Return the label of a part as it goes on; the sentence says "trong đó" before all parts."""
    return continued(_OF_WHICH.sub("", label, count=1) if _OF_WHICH.match(label) else label)


def _quantity(book: FigureBook, figure: Figure) -> Phrase:
    if figure.value is None:
        return None
    if figure.value == 0 and figure.up_to is None and not is_percent(figure.unit):
        return carried(figure.zero or f"không có {figure.unit or ''} nào", figure.value)
    count = Count(figure.value, figure.unit or "", figure.qualifier or "", figure.up_to)
    return wording.count(count, book.style)


def _verb(figure: Figure, said: Phrase) -> Phrase:
    if said is None or figure.value == 0:
        return said
    reaches = figure.target is not None and not figure.target.at_most
    if figure.estimated:
        verb = "ước đạt" if reaches else "ước"
    else:
        verb = "đạt" if reaches or figure.cumulative else "là"
    # "Lũy kế" and the day belong to the number, whatever it is held against.
    counted = f"{'lũy kế ' if figure.cumulative else ''}{verb} {said}"
    return f"{counted} ({until(figure)})" if figure.as_of else counted


def as_of(book: FigureBook, name: str) -> Phrase:
    """Return up to when a figure counts: ``tính đến ngày 30/11/2025``."""
    figure = book.figures[name]
    return until(figure) if figure.as_of else None


def until(figure: Figure) -> str:
    """Return the day up to which a figure counts, in words."""
    day = figure.as_of
    if day is None:
        return ""
    said = carried(slash_date(day.year, day.month, day.day), day)
    return f"tính đến {'ngày ' if day.day else 'tháng ' if day.month else 'năm '}{said}"


def moved_from(book: FigureBook, name: str) -> Phrase:
    """Return both values in words: ``giảm từ 21,8% xuống còn 20,4%``, ``tăng từ 8 tạ/ha lên …``."""
    figure, before = book.figures[name], book.previous(name)
    if figure.value is None or before is None or is_vague(figure):
        return None
    unit = figure.unit or ""
    now = wording.count(Count(figure.value, unit), book.style)
    if figure.value == before:
        return carried(f"giữ nguyên ở mức {now}", before)
    then = wording.count(Count(before, unit), book.style)
    return (
        f"tăng từ {then} lên {now}" if figure.value > before else f"giảm từ {then} xuống còn {now}"
    )


def in_scales(book: FigureBook, name: str) -> Phrase:
    """Return an amount of money as it is spoken: ``16 tỷ 434 triệu đồng`` for 16,434 tỷ đồng."""
    figure = book.figures[name]
    known = scale(figure.unit)
    if figure.value is None or known.kind != "money":
        return None
    amount = figure.value * known.size.numerator / known.size.denominator
    if amount < 1 or amount != amount.to_integral_value():
        return None
    rest, said = int(amount), []
    for size, word in _SCALES:
        count, rest = divmod(rest, size)
        said += [f"{format_number(Decimal(count))} {word}".rstrip()] * bool(count)
    words = " ".join([*said, "đồng"])
    return carried(words, figure.value)


_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, ""))


def _against_plan(book: FigureBook, figure: Figure) -> Phrase:
    target = figure.target
    if target is None or target.of == "rate":
        return None
    if target.stated is None and figure.up_to is not None:
        return _of_span(figure, target)
    if target.stated is None and target.up_to is not None:
        return against_range(figure, figure.value)
    if target.stated is None and is_percent(figure.unit):
        return _by_points(figure, target)
    if target.at_most and target.value is not None:
        return kept(book, figure) or _of_the_year(book, figure, target)
    known = _reached(book, figure)
    return None if known is None else f"bằng {format_percent(known)} {word_of(target)}"


def kept(book: FigureBook, figure: Figure) -> Phrase:
    """Return whether a number keeps to a most: ``chưa đạt kế hoạch (không quá 4 vụ)``."""
    how, target = _standing(figure), figure.target
    if how is None or target is None or target.value is None:
        return None
    most = wording.count(Count(target.value, figure.unit or ""), book.style)
    return f"{how} {word_of(target)} (không quá {most})"


def against_range(figure: Figure, value: Decimal | None) -> Phrase:
    """Return how a value or a rate stands to a range: ``đạt kế hoạch (8 - 8,5%)``."""
    target = figure.target
    if target is None or target.value is None or target.up_to is None:
        return None
    if value is None or is_vague(figure):
        return None
    how = _stands(target, target.value, value, value)
    unit = "%" if target.of == "rate" else figure.unit or ""
    aimed = wording.in_unit(_spanned(target.value, target.up_to), unit)
    return how and f"{how} {word_of(target)} ({aimed})"


def _of_span(figure: Figure, target: Target) -> Phrase:
    """Return how a result that is a range stands to its target: ``chưa đạt kế hoạch (8%)``."""
    how = _standing(figure)
    if how is None or target.value is None:
        return None
    aimed = wording.in_unit(_spanned(target.value, target.up_to), figure.unit or "")
    return f"{how} {word_of(target)} ({'không quá ' if target.at_most else ''}{aimed})"


def _of_the_year(book: FigureBook, figure: Figure, target: Target) -> Phrase:
    """Return how much of a year's most is used up, while the year goes on."""
    known = _reached(book, figure) if target.whole_year else None
    return (
        None if known is None else f"bằng {format_percent(known)} mức tối đa của {word_of(target)}"
    )


def _by_points(figure: Figure, target: Target) -> Phrase:
    """Return how a percentage stands to its target: ``vượt 0,5 điểm phần trăm so với kế hoạch``."""
    if figure.value is None or target.value is None or is_vague(figure):
        return None
    over, word = figure.value - target.value, word_of(target)
    if target.at_most and over <= 0:
        return f"đạt {word} (không quá {format_percent(target.value)})"
    if over == 0:
        return carried(f"đạt {word}", over)
    how = "cao hơn" if target.at_most else "vượt" if over > 0 else "thấp hơn"
    return f"{how} {format_number(abs(over))} điểm phần trăm so với {word}"


def _moved(book: FigureBook, name: str) -> Phrase:
    said = briefly_moved(book, name)
    return None if said is None else f"{said} so với {book.base(name)}"


def briefly_moved(book: FigureBook, name: str) -> Phrase:
    """Return a change by percent where a measure has one, else in the style of the locality."""
    known = change_of(book, name)
    if known is None:
        return None
    unit = book.figures[name].unit
    if unit == PER_MILLE and isinstance(known, Change) and known.amount:
        # A rate is told by how far it moved, not by how many percent of itself.
        moved = wording.in_unit(format_number(known.amount.value), unit)
        return f"{wording.direction(known)} {moved}"
    measured = is_measured(unit)
    if measured and isinstance(known, Change) and known.percent is not None:
        return f"{wording.direction(known)} {format_percent(known.percent)}"
    return wording.change(known, book.style)


def telling_rows(figures: Mapping[str, Figure]) -> dict[tuple[str, ...], list[str]]:
    """Return the names of the rows that say something, by the words of their headings."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, figure in figures.items():
        if not figure.row:
            continue
        if figure.value is not None or (figure.target and figure.target.stated is not None):
            found.setdefault(heading_words(figure.group or ""), []).append(name)
    return found


def heading_words(heading: str) -> tuple[str, ...]:
    """Return the words by which a heading is known, however it is written."""
    return tuple(heading.casefold().split())
