"""What a year-end report is: typed, validated facts."""

from briefing.report.base import MAX_NAME, Facts, Name, QuotedNumber, ShortText, Slug, Text
from briefing.report.choices import Area, Force
from briefing.report.conference import Award, Conference, Directive, Person
from briefing.report.content import (
    AreaResults,
    ForcePart,
    LegalReference,
    Letter,
    Order,
    Proposal,
    Task,
)
from briefing.report.dates import FullDate, PartialDate
from briefing.report.figure import Accepted, Direction, Figure, FigureStyle, StatedChange, Target
from briefing.report.notes import AbbreviationFacts
from briefing.report.organisation import Issuer, Level, Recipients, Signature
from briefing.report.period import Period, PeriodType
from briefing.report.report import SCHEMA_VERSION, Report
from briefing.report.roles import Names, Role, Trait, Use, field_roles, roles_of
from briefing.report.schema import json_schema
from briefing.report.walking import Leaf, called_people, leaves, printed_texts, report_texts

__all__ = [
    "MAX_NAME",
    "SCHEMA_VERSION",
    "AbbreviationFacts",
    "Accepted",
    "Area",
    "AreaResults",
    "Award",
    "Conference",
    "Direction",
    "Directive",
    "Facts",
    "Figure",
    "FigureStyle",
    "Force",
    "ForcePart",
    "FullDate",
    "Issuer",
    "Leaf",
    "LegalReference",
    "Letter",
    "Level",
    "Name",
    "Names",
    "Order",
    "PartialDate",
    "Period",
    "PeriodType",
    "Person",
    "Proposal",
    "QuotedNumber",
    "Recipients",
    "Report",
    "Role",
    "ShortText",
    "Signature",
    "Slug",
    "StatedChange",
    "Target",
    "Task",
    "Text",
    "Trait",
    "Use",
    "called_people",
    "field_roles",
    "json_schema",
    "leaves",
    "printed_texts",
    "report_texts",
    "roles_of",
]
