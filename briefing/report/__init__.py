"""What a year-end report is: typed, validated facts."""

from briefing.report.areas import Area, area_heading, area_order
from briefing.report.base import MAX_NAME, Facts, Name, ShortText, Slug, Text
from briefing.report.bodies import strange_parts, usual_signature
from briefing.report.calls import called_people
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
from briefing.report.organisation import Force, Issuer, Level, Recipients, Signature
from briefing.report.period import Period, PeriodType
from briefing.report.report import SCHEMA_VERSION, Report
from briefing.report.schema import json_schema
from briefing.report.texts import report_texts

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
    "LegalReference",
    "Letter",
    "Level",
    "Name",
    "Order",
    "PartialDate",
    "Period",
    "PeriodType",
    "Person",
    "Proposal",
    "Recipients",
    "Report",
    "ShortText",
    "Signature",
    "Slug",
    "StatedChange",
    "Target",
    "Task",
    "Text",
    "area_heading",
    "area_order",
    "called_people",
    "json_schema",
    "report_texts",
    "strange_parts",
    "usual_signature",
]
