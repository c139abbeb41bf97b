"""Parts that sentences ask of a figure and that it cannot say: what it would take."""

from __future__ import annotations

from typing import Any

from briefing.figures import PARTS, FigureBook
from briefing.figures.units import is_percent
from briefing.findings import Rule, rule
from briefing.report import Figure, Target, is_vague

PART_NOT_KNOWN = rule("figures/part-not-known")
PART_OF_RANGE = rule("figures/part-of-range")
NO_SHARE_OF_PLAN = rule("figures/no-share-of-plan")

_NEEDS = {
    **dict.fromkeys(("plan", "plan_value", "reached", "standing"), "target.value"),
    "target": "target.value, target.stated",
    **dict.fromkeys(("next_plan", "next_plan_value"), "next_plan"),
    **dict.fromkeys(("so_far", "so_far_value"), "so_far"),
    "as_of": "as_of",
    **dict.fromkeys(("previous", "from_to", "pair"), "previous"),
    **dict.fromkeys(("amount", "change", "compared", "percent"), "previous, change"),
    "out_of": "out_of",
    "rate": "rate, out_of",
    "share": "share, share_of",
    "unit": "unit",
}
"""The keys of which a figure needs one to say a part, beside its value."""

_WITHOUT_VALUE = frozenset(
    (
        *("plan", "plan_value", "next_plan", "next_plan_value", "so_far", "so_far_value", "as_of"),
        *("previous", "unit", "base", "label"),
    )
)
"""The parts that a figure can say before its number of this period is known."""

_NOT_OF_SPANS = frozenset(
    (
        *("amount", "change", "compared", "percent", "pair", "from_to", "share", "rate"),
        *("in_scales", "target", "standing"),
    )
)
"""What is not worked out of a range."""


def what_lacks(book: FigureBook, name: str, part: str) -> tuple[Rule, dict[str, Any]]:
    """Return the rule for a part that a figure cannot say, with what its texts need to know."""
    figure = book.figures[name]
    target = figure.target
    needs = _NEEDS.get(part, "value")
    stated = "target.stated"
    if figure.row:
        needs = needs.replace("target.value", "plan").replace(stated, "reached")
        stated = "reached"
    values: dict[str, Any] = {"label": figure.label, "needs": needs, "stated": stated}
    if figure.value is None and figure.approximate is None and part not in _WITHOUT_VALUE:
        return PART_NOT_KNOWN, values | {"near": figure.label}
    if target is not None and part == "reached" and _has_no_share(figure, target):
        instead = "standing" if PARTS["standing"](book, name) else "result"
        return NO_SHARE_OF_PLAN, values | {"instead": f"{{{name}.{instead}}}"}
    if figure.up_to is not None and part in _NOT_OF_SPANS and _would_do(figure, part):
        return PART_OF_RANGE, values | {"instead": f"{{{name}.result}}"}
    return PART_NOT_KNOWN, values


def _has_no_share(figure: Figure, target: Target) -> bool:
    """Say whether a plan is none that a result is so many percent of."""
    spans = (figure.up_to, target.up_to) != (None, None)
    return spans or target.of == "rate" or is_percent(figure.unit)


def _would_do(figure: Figure, part: str) -> bool:
    """Say whether one number in place of a range is all that a part lacks."""
    needs = _NEEDS.get(part, "value").split(", ")
    return is_vague(figure) and any(getattr(figure, key.split(".")[0], None) for key in needs)
