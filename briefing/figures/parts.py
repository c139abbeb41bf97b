"""What a sentence can ask of a figure: ``{name}``, ``{name.rate}``, ``{name.compared}``.

Every part is a function of the figure book and the figure's name; ``None`` means that the figure
lacks the numbers for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from briefing.figures import fulfilment, wording
from briefing.figures.book import FigureBook
from briefing.figures.changes import change_of
from briefing.figures.fulfilment import Phrase, kept, word_of
from briefing.figures.numerals import format_number, format_percent, in_words
from briefing.figures.rates import percentage
from briefing.figures.statements import AllCriteria, Change, Count, Fraction, Rate, SideBySide
from briefing.figures.units import is_percent
from briefing.report import Figure, Target, is_vague
from briefing.tracing import carried, joined


def value(book: FigureBook, name: str) -> Phrase:
    """Return the value with its qualifier: ``hơn 160``."""
    figure = book.figures[name]
    if figure.value is None:
        return None
    qualifier = f"{figure.qualifier} " if figure.qualifier else ""
    return qualifier + wording.spanned(figure.value, figure.up_to, figure.unit, book.style)


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
    some = counted.value or counted.up_to is not None
    return wording.count(counted, book.style) if some else _zero(figure)


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
    exact = whole is not None and not (is_vague(figure) or is_vague(whole))
    if known is None and exact and whole and whole.value and figure.value is not None:
        known = percentage(figure.value, whole.value, book.places(figure))
    return None if known is None else f"chiếm {format_percent(known)}"


def target(book: FigureBook, name: str) -> Phrase:
    """Return how the figure stands to its target, in the target's own unit.

    A rate is above or below by percentage points; a count reaches so many percent of its target.
    What is stated is given as stated, also where the target itself is not known.
    """
    figure = book.figures[name]
    if figure.target is None:
        return None
    if figure.target.of == "rate":
        return _rate_to_target(book, figure, figure.target)
    if figure.target.up_to is not None and figure.target.stated is figure.target.stated_over:
        how = fulfilment.against_range(figure, figure.value)
        return how and f"{quantity(book, name)}, {how}"
    said = _reached(book, figure, figure.target)
    aimed, value = figure.target.value, figure.value
    if said is None or aimed is None or value is None or is_vague(figure):
        return said
    if is_percent(figure.unit):
        # A value in percent is a rate: 42,7% are 0,1 points above 42,6%, not 100,23% of it.
        stated = (figure.target.stated, figure.target.stated_over) != (None, None)
        return said if stated else _points(value - aimed, figure.target)
    if figure.target.at_most:
        return f"{quantity(book, name)}, {kept(book, figure)}"
    fraction = Fraction(value, aimed, figure.unit or "")
    return f"{wording.fraction(fraction, book.style)} ({said})"


def target_value(book: FigureBook, name: str) -> Phrase:
    """Return what a target sets, as tables state it: ``300``, ``90%``, ``không quá 4``."""
    figure = book.figures[name]
    if figure.target is None or figure.target.value is None:
        return None
    most = "không quá " if figure.target.at_most else ""
    unit = "%" if figure.target.of == "rate" else figure.unit
    if figure.target.up_to is not None:
        return most + wording.spanned(figure.target.value, figure.target.up_to, unit, book.style)
    if figure.target.of == "rate":
        return f"{most}{format_percent(figure.target.value)}"
    return most + wording.number(figure.target.value, figure.unit, book.style)


def share_value(book: FigureBook, name: str) -> Phrase:
    """Return the share of a total as tables state it: ``61,2%``."""
    said = share(book, name)
    return said and said.removeprefix("chiếm ")


def _rate_to_target(book: FigureBook, figure: Figure, aimed: Target) -> Phrase:
    known = _rate(book, figure)
    if aimed.stated is not None:
        return f"đạt {format_percent(aimed.stated)} {word_of(aimed)}"
    difference = aimed.stated_over
    if difference is None and aimed.up_to is not None:
        return fulfilment.against_range(figure, known.percent if known else None)
    if difference is None and aimed.value is not None and known is not None:
        difference = known.percent - aimed.value
    return None if difference is None else _points(difference, aimed)


def _points(difference: Decimal, aimed: Target) -> str:
    target = word_of(aimed)
    if aimed.value is not None and aimed.up_to is None:
        target = f"{target} {format_percent(aimed.value)}"
    elif aimed.value is not None and aimed.up_to is not None:
        target = f"{target} {format_number(aimed.value)} - {format_percent(aimed.up_to)}"
    if difference == 0:
        return carried(f"đạt {target}", difference)
    if aimed.at_most and aimed.value is not None:
        return _to_a_most(difference, aimed, aimed.value)
    word = "vượt" if difference > 0 else "thấp hơn"
    return f"{word} {format_number(abs(difference))} điểm phần trăm so với {target}"


def _to_a_most(difference: Decimal, aimed: Target, most: Decimal) -> str:
    bound = f"{word_of(aimed)} (không quá {format_percent(most)})"
    if difference < 0:
        return carried(f"đạt {bound}", difference)
    return f"cao hơn {format_number(difference)} điểm phần trăm so với {bound}"


def _reached(book: FigureBook, figure: Figure, aimed: Target) -> Phrase:
    """Return how much of the target of a value was reached, as stated or as both numbers give."""
    if aimed.stated is None and aimed.stated_over is not None:
        word = "vượt" if aimed.stated_over >= 0 else "thấp hơn"
        return f"{word} {format_percent(abs(aimed.stated_over))} {word_of(aimed)}"
    known = aimed.stated
    if known is None and aimed.value and figure.value is not None and not is_vague(figure):
        known = percentage(figure.value, aimed.value, book.places(figure))
    return None if known is None else f"đạt {format_percent(known)} {word_of(aimed)}"


def words(book: FigureBook, name: str) -> Phrase:
    """Return the value in words, for a sentence that begins with it: ``bảy trăm … vụ``."""
    figure = book.figures[name]
    if figure.value is None:
        return None
    qualifier = f"{figure.qualifier} " if figure.qualifier else ""
    ends = [in_words(end) for end in (figure.value, figure.up_to) if end is not None]
    return f"{qualifier}{joined(ends, ' đến ')} {figure.unit or ''}".rstrip()


def whole_phrase(book: FigureBook, name: str) -> Phrase:
    """Return everything a sentence needs: ``771/778 vụ (đạt 92,2%)``.

    A rate names its base in words, because dropping it would change the fact; a change alone names
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
    return _counted(book, name) or rate(book, name) or compared(book, name)


def _counted(book: FigureBook, name: str) -> Phrase:
    """Return a count with its rate: of its whole, of a base in words, or of neither."""
    figure, said = book.figures[name], quantity(book, name)
    if said is None:
        return None
    if figure.rate is None and (figure.value is None or figure.out_of is None):
        return said
    known = _rate(book, figure)
    if known is None:
        return said
    of = figure.out_of_label if figure.rate is not None else None
    rated = wording.rate(replace(known, of=of or ""))
    # 4.063/4.303 trường hợp are 100% of those present; 535 đồng chí are 1,15% of the people.
    return f"{said}, bằng {rated}" if of and figure.out_of is None else f"{said} (đạt {rated})"


def _criteria(book: FigureBook, figure: Figure) -> Phrase:
    """Return the changes of all criteria; one without a change must not vanish among them."""
    known = [name for name in figure.criteria if name in book.figures]
    changes = {name: change_of(book, name) for name in known}
    moving = {name: item for name, item in changes.items() if isinstance(item, Change)}
    moved = _told_apart(tuple(moving.values()), [book.figures[name] for name in moving])
    if len(moved) == len(figure.criteria):
        return wording.criteria(AllCriteria(moved[0].direction, len(moved), moved), book.style)
    if not changes or None in changes.values():
        return None
    told = dict(zip(moving, moved, strict=True))
    return ", ".join(_criterion(book, name, told.get(name)) for name in changes)


def _criterion(book: FigureBook, name: str, moved: Change | None) -> str:
    """Return one change among others; what did not move is named, since no unit says it."""
    if moved is None:
        return f"{book.figures[name].label} {change(book, name)}"
    return wording.change(moved, book.style)


def _told_apart(moved: tuple[Change, ...], figures: list[Figure]) -> tuple[Change, ...]:
    """Return changes of which two with one unit are told by what their labels count.

    ``giảm 1 người chết, giảm 2 người bị thương`` and not twice ``người``.
    """
    units = [change.amount.unit if change.amount else "" for change in moved]
    return tuple(
        _counting(change, figure) if unit and units.count(unit) > 1 else change
        for change, figure, unit in zip(moved, figures, units, strict=True)
    )


def _counting(change: Change, figure: Figure) -> Change:
    noun = figure.label[3:] if figure.label[:3].lower() == "số " else figure.label
    if change.amount is None or not noun.lower().startswith(change.amount.unit.lower()):
        return change
    return replace(change, amount=replace(change.amount, unit=noun))


def _items(book: FigureBook, figure: Figure) -> Phrase:
    """Return the members of a list; one without a number must not vanish among them."""
    members = [name for name in figure.items if name in book.figures]
    said = [quantity(book, name) or rate(book, name) for name in members]
    listed = [item for item in said if item]
    if not listed or len(listed) < len(said):
        return None
    if figure.more_items:
        # The unit of a list is what its members have in common; most lists are of what was seized.
        return f"{', '.join(listed)} và một số {figure.unit or 'tang vật'} khác"
    *first, last = listed
    return f"{', '.join(first)} và {last}" if first else last


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
    return Count(figure.value, figure.unit or "", figure.qualifier or "", figure.up_to)


def _zero(figure: Figure) -> str:
    # Zero is written in words; "0 vụ" never stands in prose. A percentage counts nothing.
    if is_percent(figure.unit) and not figure.zero:
        return f"{carried(format_percent(Decimal(0)), figure.value)}"
    said = figure.zero or f"không có {figure.unit or ''} nào".replace("  ", " ")
    return f"{carried(f'{said}', figure.value)}"


def _rate(book: FigureBook, figure: Figure) -> Rate | None:
    known = figure.rate
    counted = figure.value is not None or figure.approximate is not None
    # An approximate number of a whole gives no exact rate.
    if known is None and figure.out_of is not None and figure.value and not is_vague(figure):
        known = percentage(figure.value, figure.out_of, book.places(figure))
    if known is None:
        return None
    of = figure.out_of_label or "" if not counted else ""
    qualifier = figure.rate_qualifier or ("" if counted else figure.qualifier)
    return Rate(known, qualifier or "", of)


PARTS: dict[str, Callable[[FigureBook, str], Phrase]] = {
    "": whole_phrase,
    "amount": amount,
    "as_of": fulfilment.as_of,
    "base": base,
    "change": change,
    "compared": compared,
    "event": event,
    "from_to": fulfilment.moved_from,
    "in_scales": fulfilment.in_scales,
    "label": lambda book, name: book.figures[name].label,
    "next_plan": fulfilment.next_plan,
    "next_plan_value": fulfilment.next_plan_value,
    "out_of": out_of,
    "pair": pair,
    "percent": percent,
    "plan": fulfilment.plan,
    "plan_value": fulfilment.plan_value,
    "previous": previous,
    "quantity": quantity,
    "rate": rate,
    "reached": fulfilment.reached,
    "result": fulfilment.result,
    "sentence": fulfilment.sentence,
    "share": share,
    "so_far": fulfilment.so_far,
    "so_far_value": fulfilment.so_far_value,
    "standing": fulfilment.standing,
    "target": target,
    "unit": lambda book, name: book.figures[name].unit,
    "value": value,
    "words": words,
}
"""The parts of a figure by the name that sentences use."""
