"""What a sentence can ask of a figure: ``{name}``, ``{name.rate}``, ``{name.compared}``.

Every part is a function of the figure book and the figure's name; ``None`` means that the figure
lacks the numbers for it.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from briefing.figures import wording
from briefing.figures.book import FigureBook
from briefing.figures.changes import change_of
from briefing.figures.numerals import format_number, format_percent, in_words
from briefing.figures.rates import percentage
from briefing.figures.statements import AllCriteria, Change, Count, Fraction, Rate, SideBySide
from briefing.report import Figure
from briefing.tracing import carried

Phrase = str | None


def value(book: FigureBook, name: str) -> Phrase:
    """Return the value with its qualifier: ``hơn 160``."""
    figure = book.figures[name]
    if figure.value is None:
        return None
    qualifier = f"{figure.qualifier} " if figure.qualifier else ""
    return qualifier + wording.number(figure.value, figure.unit, book.style)


def out_of(book: FigureBook, name: str) -> Phrase:
    """Return the whole that the value is a part of."""
    whole = book.figures[name].out_of
    return None if whole is None else format_number(whole)


def quantity(book: FigureBook, name: str) -> Phrase:
    """Return ``gần 50 vụ``, ``771/778 vụ`` or ``hàng chục vụ``."""
    figure = book.figures[name]
    if figure.approximate:
        return f"{figure.approximate} {figure.unit or ''}".rstrip()
    counted = _count(figure)
    if counted is None:
        return None
    if figure.out_of is not None:
        qualifier = figure.qualifier or ""
        whole = Fraction(counted.value, figure.out_of, counted.unit, qualifier=qualifier)
        return wording.fraction(whole, book.style)
    return wording.count(counted, book.style) if counted.value else _zero(figure)


def event(book: FigureBook, name: str) -> Phrase:
    """Return the count with its verb: ``xảy ra 5 vụ``, ``không phát hiện vụ nào``."""
    figure = book.figures[name]
    said = quantity(book, name)
    if said is None:
        return None
    verb = "phát hiện" if figure.nature == "detected" else "xảy ra"
    if figure.value == 0 and figure.out_of is None:
        return carried(f"{figure.zero or f'không {verb} {figure.unit} nào'}", figure.value)
    return f"{verb} {said}"


def rate(book: FigureBook, name: str) -> Phrase:
    """Return the stated rate as stated, otherwise the one that the numbers give."""
    known = _rate(book, book.figures[name])
    return None if known is None else wording.rate(known)


def change(book: FigureBook, name: str) -> Phrase:
    """Return the change against the period before, in the locality's style."""
    known = change_of(book, name)
    return None if known is None else wording.change(known, book.style)


def amount(book: FigureBook, name: str) -> Phrase:
    """Return the change by amount only: ``giảm 34 vụ``."""
    known = change_of(book, name)
    if not isinstance(known, Change) or known.amount is None:
        return None
    return f"{wording.direction(known)} {wording.count(known.amount, book.style)}"


def percent(book: FigureBook, name: str) -> Phrase:
    """Return the change by percent only: ``giảm 7,67%``."""
    known = change_of(book, name)
    if not isinstance(known, Change) or known.percent is None:
        return None
    return f"{wording.direction(known)} {format_percent(known.percent)}"


def base(book: FigureBook, name: str) -> Phrase:
    """Return what the change is measured against: ``cùng kỳ năm 2022``."""
    return None if change_of(book, name) is None else book.base(name)


def compared(book: FigureBook, name: str) -> Phrase:
    """Return the change and what it is measured against."""
    said = change(book, name)
    return None if said is None else f"{said} so với {book.base(name)}"


def pair(book: FigureBook, name: str) -> Phrase:
    """Return this period against the one before: ``409/443 vụ``."""
    known = change_of(book, name)
    return wording.pair(known.pair) if known is not None and known.pair else None


def previous(book: FigureBook, name: str) -> Phrase:
    """Return the value of the period before."""
    before = book.previous(name)
    return None if before is None else format_number(before)


def share(book: FigureBook, name: str) -> Phrase:
    """Return the share of a total: ``chiếm 61,2%``."""
    figure = book.figures[name]
    known = figure.share
    whole = book.figures.get(figure.share_of or "")
    exact = whole is not None and not (figure.qualifier or whole.qualifier)
    if known is None and exact and whole and whole.value and figure.value is not None:
        known = percentage(figure.value, whole.value, book.style.places)
    return None if known is None else f"chiếm {format_percent(known)}"


def target(book: FigureBook, name: str) -> Phrase:
    """Return how the figure stands to its target, in the target's own unit.

    A rate is above or below by percentage points; a count reaches so many percent of its target.
    """
    figure = book.figures[name]
    if figure.target is None:
        return None
    if figure.target.of == "rate":
        known = _rate(book, figure)
        return None if known is None else _points(known.percent, figure.target.value)
    if figure.value is None or figure.qualifier:
        return None
    reached = percentage(figure.value, figure.target.value, book.style.places)
    if reached is None:
        return None
    aimed = Fraction(figure.value, figure.target.value, figure.unit or "", Rate(reached))
    return wording.fraction(aimed, book.style, after=" chỉ tiêu")


def _points(percent: Decimal, aimed: Decimal) -> str:
    difference = percent - aimed
    if difference == 0:
        return carried(f"đạt chỉ tiêu {format_percent(aimed)}", percent)
    word = "vượt" if difference > 0 else "thấp hơn"
    points = f"{format_number(abs(difference))} điểm phần trăm"
    return f"{word} {points} so với chỉ tiêu {format_percent(aimed)}"


def words(book: FigureBook, name: str) -> Phrase:
    """Return the value in words, for a sentence that begins with it: ``bảy trăm … vụ``."""
    figure = book.figures[name]
    if figure.value is None:
        return None
    qualifier = f"{figure.qualifier} " if figure.qualifier else ""
    return f"{qualifier}{in_words(figure.value)} {figure.unit or ''}".rstrip()


def whole_phrase(book: FigureBook, name: str) -> Phrase:
    """Return everything a sentence needs: ``771/778 vụ (đạt 92,2%)``.

    A rate alone names its base, because dropping it would change the fact; a change alone names
    what it is measured against; several criteria, a list and two units side by side are said
    together.
    """
    figure = book.figures[name]
    if figure.criteria:
        return _criteria(book, figure)
    if figure.items:
        return _items(book, figure)
    if figure.beside and figure.beside in book.figures:
        return _beside(book, figure)
    if figure.value is not None and figure.out_of is not None:
        known = _rate(book, figure)
        qualifier = figure.qualifier or ""
        whole = Fraction(figure.value, figure.out_of, figure.unit or "", known, qualifier)
        return wording.fraction(whole, book.style)
    return quantity(book, name) or rate(book, name) or compared(book, name)


def _criteria(book: FigureBook, figure: Figure) -> Phrase:
    changes = [change_of(book, name) for name in figure.criteria if name in book.figures]
    moved = tuple(item for item in changes if isinstance(item, Change))
    if len(moved) < len(figure.criteria):
        said = [change(book, name) for name in figure.criteria if name in book.figures]
        return ", ".join(filter(None, said)) or None
    return wording.criteria(AllCriteria(moved[0].direction, len(moved), moved), book.style)


def _items(book: FigureBook, figure: Figure) -> Phrase:
    said = [quantity(book, name) for name in figure.items if name in book.figures]
    listed = [item for item in said if item]
    if figure.more_items:
        return f"{', '.join(listed)} và một số tang vật khác"
    *first, last = listed or [""]
    return f"{', '.join(first)} và {last}" if first else last or None


def _beside(book: FigureBook, figure: Figure) -> Phrase:
    first, second = _count(figure), _count(book.figures[figure.beside or ""])
    if first is None or second is None:
        return None
    if not first.value or not second.value:
        beside = book.figures[figure.beside or ""]
        return ", ".join(
            wording.count(count, book.style) if count.value else _zero(of)
            for count, of in ((first, figure), (second, beside))
        )
    return wording.side_by_side(SideBySide(first, second), book.style)


def _count(figure: Figure) -> Count | None:
    if figure.value is None:
        return None
    return Count(figure.value, figure.unit or "", figure.qualifier or "")


def _zero(figure: Figure) -> str:
    # Zero is written in words; "0 vụ" never stands in prose.
    said = figure.zero or f"không có {figure.unit or ''} nào".replace("  ", " ")
    return f"{carried(f'{said}', figure.value)}"


def _rate(book: FigureBook, figure: Figure) -> Rate | None:
    known = figure.rate
    counted = figure.value is not None
    # An approximate number of a whole gives no exact rate.
    if known is None and figure.out_of is not None and figure.value and not figure.qualifier:
        known = percentage(figure.value, figure.out_of, book.style.places)
    if known is None:
        return None
    of = figure.out_of_label or "" if not counted else ""
    qualifier = figure.rate_qualifier or ("" if counted else figure.qualifier)
    return Rate(known, qualifier or "", of)


PARTS: dict[str, Callable[[FigureBook, str], Phrase]] = {
    "": whole_phrase,
    "amount": amount,
    "base": base,
    "change": change,
    "compared": compared,
    "event": event,
    "label": lambda book, name: book.figures[name].label,
    "out_of": out_of,
    "pair": pair,
    "percent": percent,
    "previous": previous,
    "quantity": quantity,
    "rate": rate,
    "share": share,
    "target": target,
    "unit": lambda book, name: book.figures[name].unit,
    "value": value,
    "words": words,
}
"""The parts of a figure by the name that sentences use."""
