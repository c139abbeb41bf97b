"""Rules over reports: one module a family, every rule a record with its severity and source."""

from briefing.checking.completeness import missing_facts
from briefing.checking.form import former_units
from briefing.checking.marks import marks_without_frame
from briefing.checking.occasion import suitable_period, told_too_early
from briefing.checking.outline import too_deep
from briefing.checking.packs.titled import OTHER_TYPE
from briefing.checking.printed.kept import Beneath
from briefing.checking.printed.lines import PrintedLine, Standing
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whole import PrintedPart, PrintedTable, PrintedWhole
from briefing.checking.rules import all_rules, check_report, look_at_printed
from briefing.checking.typed.contradictions import TOO_MANY

__all__ = [
    "OTHER_TYPE",
    "TOO_MANY",
    "Beneath",
    "PrintedFacts",
    "PrintedLine",
    "PrintedPart",
    "PrintedTable",
    "PrintedWhole",
    "Standing",
    "all_rules",
    "check_report",
    "former_units",
    "look_at_printed",
    "marks_without_frame",
    "missing_facts",
    "suitable_period",
    "told_too_early",
    "too_deep",
]
