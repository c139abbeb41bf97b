"""Figures that contradict themselves or each other."""

from briefing.checking.figures.keys import lonely_keys, targets, two_qualifiers
from briefing.checking.figures.labels import same_label, units_of_labels
from briefing.checking.figures.links import mixed_units, unknown_links
from briefing.checking.figures.numbers import (
    fractions_of_things,
    missing_units,
    rates_as_fractions,
)
from briefing.checking.figures.previous import another_report, bases_of_changes, restated_bases
from briefing.checking.figures.reachable import whole_numbers
from briefing.checking.figures.stated import stated_numbers
from briefing.checking.figures.together import (
    criteria_against,
    same_units_beside,
    silent_members,
)

FIGURE_RULES = (
    stated_numbers,
    whole_numbers,
    fractions_of_things,
    rates_as_fractions,
    missing_units,
    lonely_keys,
    two_qualifiers,
    targets,
    same_label,
    units_of_labels,
    unknown_links,
    mixed_units,
    silent_members,
    same_units_beside,
    criteria_against,
    restated_bases,
    bases_of_changes,
    another_report,
)

__all__ = ["FIGURE_RULES"]
