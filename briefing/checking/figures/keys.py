"""Keys that say nothing by themselves, and keys of which only one can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from briefing.checking.register import over_reports
from briefing.checking.shared import figures_with
from briefing.figures.claims import known
from briefing.figures.printed import no_more_than
from briefing.findings import Finding, Rule, Severity, rule
from briefing.report import Figure, Report
from briefing.vietnamese import format_number

LONELY_KEY = rule("figures/lonely-key", Severity.WARNING)
TWO_QUALIFIERS = rule("figures/two-qualifiers")
RANGE_REVERSED = rule("figures/range-reversed")
RANGE_OF_A_PART = rule("figures/range-of-a-part")
RANGE_OF_A_MOST = rule("figures/range-of-a-most")
TARGET_OF_NOTHING = rule("figures/target-of-nothing")
TARGET_OVER_WHOLE = rule("figures/target-over-whole", Severity.WARNING)

_Lacks = Callable[[Figure], bool]


def _number(figure: Figure) -> bool:
    return figure.value is not None or figure.rate is not None


_SPEAKS_OF: tuple[tuple[str, str, _Lacks], ...] = (
    ("qualifier", "value", lambda figure: not (_number(figure) or figure.approximate)),
    ("up_to", "value", lambda figure: figure.value is None),
    ("next_plan_up_to", "next_plan", lambda figure: figure.next_plan is None),
    ("exact", "value", lambda figure: figure.value is None and figure.approximate is None),
    ("rate_qualifier", "rate", lambda figure: figure.rate is None),
    ("out_of_label", "rate", lambda figure: figure.rate is None),
    ("parts_complete", "parts", lambda figure: not figure.parts),
    ("more_items", "items", lambda figure: not figure.items),
    ("cumulative", "value", lambda figure: figure.value is None),
)
"""Keys that say something of another key, and when that is missing."""


@over_reports
def lonely_keys(report: Report) -> Iterator[Finding]:
    """Yield keys whose word belongs to a number that is not there, so that it would be lost."""
    for name, figure in figures_with(report, *(key for key, _, _ in _SPEAKS_OF)):
        for key, other, lacks in _SPEAKS_OF:
            if getattr(figure, key) and lacks(figure):
                values = {"label": figure.label, "key": key, "other": other}
                yield _at(report, name, key, LONELY_KEY, values)


@over_reports
def two_qualifiers(report: Report) -> Iterator[Finding]:
    """Yield numbers that two words qualify: only one of them can be printed."""
    for name, figure in figures_with(report, "qualifier"):
        one, other = figure.qualifier, figure.approximate or figure.rate_qualifier
        # Beside a value the two words speak of different numbers.
        alone = figure.approximate or (figure.rate is not None and figure.value is None)
        if alone and one and other and one != other:
            values = {"label": figure.label, "one": one, "other": other}
            yield _at(report, name, "qualifier", TWO_QUALIFIERS, values)


@over_reports
def ranges(report: Report) -> Iterator[Finding]:
    """Yield ranges that do not go up, and those of what is one number: a part, a most."""
    for name, figure in figures_with(report, "up_to", "target", "next_plan_up_to"):
        for key, low, high in _ranges_of(figure):
            values = {"label": figure.label, "low": format_number(low)}
            values["high"] = format_number(high)
            if high <= low:
                yield _at(report, name, key, RANGE_REVERSED, values)
            elif key == "up_to" and figure.out_of is not None:
                yield _at(report, name, key, RANGE_OF_A_PART, values)
            elif key != "up_to" and figure.target and figure.target.at_most:
                yield _at(report, name, key, RANGE_OF_A_MOST, values)


def _ranges_of(figure: Figure) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield the key of the high end and both ends of each range of a figure."""
    target = figure.target
    ends: tuple[tuple[str, Decimal | None, Decimal | None], ...] = (
        ("up_to", figure.value, figure.up_to),
        ("target.up_to", *((target.value, target.up_to) if target else (None, None))),
        ("next_plan_up_to", figure.next_plan, figure.next_plan_up_to),
    )
    for key, low, high in ends:
        if low is not None and high is not None:
            yield key, low, high


@over_reports
def targets(report: Report) -> Iterator[Finding]:
    """Yield targets of a number that the figure does not have, or that no whole can reach."""
    for name, figure in figures_with(report, "target"):
        target = figure.target
        if target is None:
            continue
        rated = figure.rate is not None or figure.out_of is not None
        counted = known.value(figure) is not None
        of_rate = target.of == "rate"
        if (of_rate and counted and not rated) or (not of_rate and rated and not counted):
            values = {"label": figure.label, "of": target.of}
            yield _at(report, name, "target", TARGET_OF_NOTHING, values)
        elif _out_of_reach(figure):
            values = {"label": figure.label}
            yield _at(report, name, "target", TARGET_OVER_WHOLE, values)


def _out_of_reach(figure: Figure) -> bool:
    """Whether a target is more than the whole that the value is a part of."""
    target, whole = figure.target, known.whole(figure)
    if target is None or target.value is None or whole is None:
        return False
    if target.of == "rate":
        return (target.up_to or target.value) > 100
    return not known.number(target.value, figure.unit).possibly.meets(no_more_than(whole.possibly))


def _at(
    report: Report,
    name: str,
    key: str,
    broken: Rule,
    values: dict[str, str],
) -> Finding:
    origin = report.origin("figures", name, *key.split("."))
    return broken.found(origin, f"figures.{name}.{key}", values)
