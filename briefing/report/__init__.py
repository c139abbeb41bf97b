"""What a year-end report is: typed, validated facts."""

from briefing.report.areas import Area, area_heading, area_order
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
from briefing.report.dates import PartialDate
from briefing.report.figure import Accepted, Direction, Figure, FigureStyle, StatedChange, Target
from briefing.report.organisation import Issuer, Recipients, Signature
from briefing.report.period import Period
from briefing.report.report import SCHEMA_VERSION, Report
from briefing.report.schema import json_schema
from briefing.report.texts import report_texts

__all__ = [
    "SCHEMA_VERSION",
    "Accepted",
    "Area",
    "AreaResults",
    "Award",
    "Conference",
    "Direction",
    "Directive",
    "Figure",
    "FigureStyle",
    "ForcePart",
    "Issuer",
    "LegalReference",
    "Letter",
    "Order",
    "PartialDate",
    "Period",
    "Person",
    "Proposal",
    "Recipients",
    "Report",
    "Signature",
    "StatedChange",
    "Target",
    "Task",
    "area_heading",
    "area_order",
    "called_people",
    "json_schema",
    "report_texts",
]
