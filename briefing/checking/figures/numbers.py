"""Numbers that were probably meant otherwise: separators, fractions for percent, no unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefing.checking.register import over_reports
from briefing.checking.shared import figures_with
from briefing.figures import Nature, nature
from briefing.figures.claims.rates import as_fraction
from briefing.findings import Finding, Origin, Rule, Severity, rule
from briefing.report import Figure, QuotedNumber, Report
from briefing.vietnamese import format_number, format_percent, places

FRACTION_OF_THINGS = rule("figures/fraction-of-things", Severity.ERROR, Severity.WARNING)
AMBIGUOUS_NUMBER = rule("figures/ambiguous-number", Severity.INFO)
LONG_FRACTION = rule("figures/long-fraction", Severity.WARNING)
RATE_AS_FRACTION = rule("figures/rate-as-fraction")
NO_UNIT = rule("figures/no-unit")


@over_reports
def fractions_of_things(report: Report) -> Iterator[Finding]:
    """Yield counts with decimals: ``1.315 vụ`` was meant as one thousand three hundred fifteen.

    Inputs write decimals with a point and no separator for thousands. A measure may have decimals;
    three of them can be thousands, so there the doubt is said, unless quotes settle it. Of a unit
    that is neither known as a measure nor as a thing it is a doubt too, and refuses nothing.
    """
    for name, figure in report.figures.items():
        if figure.unit is None:
            continue
        for path, number in _numbers_with_places(figure):
            broken, severity = _doubt(number, nature(figure.unit))
            if broken:
                origin = report.origin("figures", name, *path)
                # It is said as it was written: in quotes as documents print it.
                quoted = isinstance(number, QuotedNumber)
                values = {
                    "number": format_number(number) if quoted else str(number),
                    "sign": "," if quoted else ".",
                    "printed": format_number(number),
                    "unit": figure.unit,
                    "digits": str(number).replace(".", ""),
                    # A point before other than three digits parts no thousands.
                    "near": places(number) == 3,
                }
                # In a table no quotes make a number plain.
                if broken is AMBIGUOUS_NUMBER:
                    values["near"] = format_number(number) if _in_table(origin) else ""
                dotted = ".".join(("figures", name, *path))
                yield broken.found(origin, dotted, values, severity)


_OTHERS = frozenset(("up_to", "previous", "exact", "change", "target"))
"""The keys under which a figure has numbers of its unit beside its value and its whole."""


def _in_table(origin: Origin | None) -> bool:
    return origin is not None and origin.file.lower().endswith((".csv", ".tsv", ".txt"))


_ONE = Decimal(1)


def _numbers_with_places(figure: Figure) -> Iterable[tuple[tuple[str, ...], Decimal]]:
    """Return the numbers with decimals that a figure counts in its unit, each with its path."""
    # Most figures say no more than a whole number of things.
    value, whole = figure.value, figure.out_of
    plain = (value is None or value.same_quantum(_ONE)) and (
        whole is None or whole.same_quantum(_ONE)
    )
    if plain and figure.model_fields_set.isdisjoint(_OTHERS):
        return ()
    change, target = figure.change, figure.target
    aimed = target.value if target and target.of == "value" else None
    numbers: tuple[tuple[tuple[str, ...], Decimal | None], ...] = (
        (("value",), figure.value),
        (("up_to",), figure.up_to),
        (("out_of",), figure.out_of),
        (("previous",), figure.previous),
        (("exact",), figure.exact),
        (("change", "amount"), change.amount if change else None),
        (("target", "value"), aimed),
        (("target", "up_to"), target.up_to if target and target.of == "value" else None),
    )
    return [(path, number) for path, number in numbers if number is not None and places(number)]


def _doubt(number: Decimal, kind: Nature) -> tuple[Rule | None, Severity]:
    if kind is Nature.MEASURED:
        thousands = places(number) == 3 and number >= 1 and not isinstance(number, QuotedNumber)
        return (AMBIGUOUS_NUMBER if thousands else None), Severity.INFO
    severity = Severity.ERROR if kind is Nature.COUNTED else Severity.WARNING
    return FRACTION_OF_THINGS, severity


_MOST_PLACES = 4
"""The decimals of a measure that somebody may have written: 0,1234 ha."""


@over_reports
def long_fractions(report: Report) -> Iterator[Finding]:
    """Yield numbers with more decimals than anybody writes, as formulas leave them."""
    for name, figure in report.figures.items():
        # What counts has no decimals at all, which is told as such.
        if figure.unit is None or nature(figure.unit) is not Nature.MEASURED:
            continue
        for path, number in _numbers_with_places(figure):
            if places(number) > _MOST_PLACES:
                values = {
                    "label": figure.label,
                    "printed": format_number(number),
                    "unit": figure.unit,
                    "count": places(number),
                }
                dotted = ".".join(("figures", name, *path))
                origin = report.origin("figures", name, *path)
                yield LONG_FRACTION.found(origin, dotted, values)


@over_reports
def rates_as_fractions(report: Report) -> Iterator[Finding]:
    """Yield percentages given as fractions of one: ``rate: 0.92`` for 92%."""
    for name, figure in figures_with(report, "rate"):
        rate = figure.rate
        if rate is None or not as_fraction(figure):
            continue
        values = {"label": figure.label, "rate": str(rate), "percent": format_percent(rate * 100)}
        values["percent_key"] = f"{(rate * 100).normalize():f}"
        origin = report.origin("figures", name, "rate")
        path = f"figures.{name}.rate"
        yield RATE_AS_FRACTION.found(origin, path, values)


@over_reports
def missing_units(report: Report) -> Iterator[Finding]:
    """Yield the figures that count something without saying what."""
    for name, figure in report.figures.items():
        counts = figure.value is not None or figure.change is not None or figure.approximate
        if counts and not figure.unit:
            origin = report.origin("figures", name, "unit")
            values = {"name": name, "label": figure.label}
            path = f"figures.{name}.unit"
            yield NO_UNIT.found(origin, path, values)
