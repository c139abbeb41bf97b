"""Figures that contradict themselves or each other."""

from briefing.checking.figures.links import mixed_units, unknown_links
from briefing.checking.figures.movements import approximations, changes
from briefing.checking.figures.numbers import (
    fractions_of_things,
    missing_units,
    rates_as_fractions,
    same_label,
)
from briefing.checking.figures.previous import another_report, restated_bases
from briefing.checking.figures.stated import stated_numbers
from briefing.checking.figures.wholes import coverage, parts_over_wholes, sums

FIGURE_RULES = (
    stated_numbers,
    parts_over_wholes,
    sums,
    coverage,
    changes,
    approximations,
    fractions_of_things,
    rates_as_fractions,
    missing_units,
    same_label,
    unknown_links,
    mixed_units,
    restated_bases,
    another_report,
)

__all__ = ["FIGURE_RULES"]
