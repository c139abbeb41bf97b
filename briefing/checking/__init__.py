"""Rules over reports: one module a family, every rule with an id, a source and a severity."""

from briefing.checking.completeness import missing_facts
from briefing.checking.occasion import suitable_period
from briefing.checking.printed import Printed, look_at_printed
from briefing.checking.rules import RULES, check_report

__all__ = [
    "RULES",
    "Printed",
    "check_report",
    "look_at_printed",
    "missing_facts",
    "suitable_period",
]
