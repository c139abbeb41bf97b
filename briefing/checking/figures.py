"""Figures that contradict themselves. Both numbers are shown; none is ever corrected."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.figures import Agreement, RateCheck, check_rate
from briefing.findings import Finding, Severity
from briefing.report import Accepted, Figure, Report
from briefing.vietnamese import format_number, format_percent, places


def stated_rates(report: Report) -> Iterator[Finding]:
    """Yield the stated rates that value and whole contradict, unless accepted as they stand.

    An acceptance names both rates; when either has changed since, it holds no longer.
    """
    for name, figure in report.figures.items():
        check = check_rate(figure)
        accepted = figure.accepted
        if check is None or check.agreement is Agreement.EQUAL:
            if accepted:
                yield _about(report, name, figure, check, "figures/nothing-to-accept", "accepted")
        elif accepted and _covers(accepted, check):
            yield _about(report, name, figure, check, "figures/accepted", "rate")
        elif accepted:
            yield _about(report, name, figure, check, "figures/acceptance-lapsed", "accepted")
        elif check.agreement is Agreement.CONTRADICTED:
            yield _about(report, name, figure, check, "figures/stated-rate", "rate")
        else:
            yield _about(report, name, figure, check, "figures/rate-rounding", "rate")


_SEVERITIES = {
    "figures/accepted": Severity.INFO,
    "figures/nothing-to-accept": Severity.WARNING,
    "figures/rate-rounding": Severity.WARNING,
}


def _covers(accepted: Accepted, check: RateCheck) -> bool:
    return (accepted.stated, accepted.computed) == (check.stated, check.computed)


def _about(
    report: Report, name: str, figure: Figure, check: RateCheck | None, rule: str, key: str
) -> Finding:
    values = {"name": name, "label": figure.label, "reason": ""}
    if check is not None and figure.value is not None and figure.out_of is not None:
        values |= {
            "value": format_number(figure.value),
            "out_of": format_number(figure.out_of),
            "stated": format_percent(check.stated),
            "computed": format_percent(check.computed),
            "stated_key": str(check.stated),
            "computed_key": str(check.computed),
        }
    if figure.accepted:
        values |= {
            "reason": figure.accepted.reason,
            "was_stated": format_percent(figure.accepted.stated),
            "was_computed": format_percent(figure.accepted.computed),
        }
    severity = _SEVERITIES.get(rule, Severity.ERROR)
    origin = report.origin("figures", name, key)
    return Finding(rule, severity, origin, f"figures.{name}.{key}", values)


def parts_over_wholes(report: Report) -> Iterator[Finding]:
    """Yield the figures whose part is larger than the whole it is counted from."""
    for name, figure in report.figures.items():
        if figure.value is None or figure.out_of is None or figure.value <= figure.out_of:
            continue
        values = {
            "label": figure.label,
            "value": format_number(figure.value),
            "out_of": format_number(figure.out_of),
            "unit": figure.unit,
        }
        origin = report.origin("figures", name, "value")
        path = f"figures.{name}.value"
        yield Finding("figures/part-over-whole", origin=origin, path=path, values=values)


# Units that are measured rather than counted, and so may carry decimals.
_MEASURED = (
    *("kg", "gam", "g", "tấn", "tạ", "yến", "lít", "ml", "km", "m", "m2", "m²", "m3", "m³", "ha"),
    *("đồng", "triệu", "tỷ", "%", "điểm", "giờ", "phần"),
)


def fractions_of_things(report: Report) -> Iterator[Finding]:
    """Yield counts with decimals: ``1.315 vụ`` was meant as one thousand three hundred fifteen.

    Inputs write decimals with a point and no separator for thousands.
    """
    for name, figure in report.figures.items():
        if figure.unit.split()[0].lower() in _MEASURED:
            continue
        for key in ("value", "out_of", "previous"):
            number: Decimal | None = getattr(figure, key)
            if number is None or not places(number):
                continue
            digits = str(number).replace(".", "")
            values = {"number": str(number), "unit": figure.unit, "digits": digits}
            origin = report.origin("figures", name, key)
            path = f"figures.{name}.{key}"
            yield Finding("figures/fraction-of-things", origin=origin, path=path, values=values)
