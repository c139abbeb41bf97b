"""Rules over reports: one module a family, every rule with an id, a source and a severity."""

from briefing.checking.completeness import missing_facts
from briefing.checking.occasion import suitable_period
from briefing.checking.rules import RULES, check_report

__all__ = [
    "RULES",
    "check_report",
    "missing_facts",
    "suitable_period",
]
