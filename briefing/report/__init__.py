"""What a year-end report is: typed, validated facts."""

from briefing.report.base import (
    MAX_NAME,
    MAX_STEPS_OF_PACK,
    Facts,
    Name,
    PackName,
    QuotedNumber,
    ShortText,
    Slug,
    Text,
)
from briefing.report.bodies import strange_parts, usual_signature
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
    full_citation,
    short_citation,
)
from briefing.report.dates import FullDate, PartialDate
from briefing.report.figure import Accepted, Direction, Figure, FigureStyle, StatedChange, Target
from briefing.report.indicator import Indicator, figure_path, name_of, names_of
from briefing.report.notes import Abbreviations
from briefing.report.organisation import (
    Issuer,
    Level,
    Marks,
    Partner,
    Recipients,
    Signature,
)
from briefing.report.period import Period, PeriodType
from briefing.report.report import SCHEMA_VERSION, Report
from briefing.report.roles import (
    NO_ROLE,
    Names,
    Role,
    Trait,
    Use,
    field_roles,
    roles_below,
    roles_of,
)
from briefing.report.schema import json_schema
from briefing.report.traced import TracedGroups, traced_facts, traced_value
from briefing.report.walking import Leaf, called_people, leaves, leaves_with, report_texts

__all__ = [
    "MAX_NAME",
    "MAX_STEPS_OF_PACK",
    "NO_ROLE",
    "SCHEMA_VERSION",
    "Abbreviations",
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
    "Indicator",
    "Issuer",
    "Leaf",
    "LegalReference",
    "Letter",
    "Level",
    "Marks",
    "Name",
    "Names",
    "Order",
    "PackName",
    "PartialDate",
    "Partner",
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
    "TracedGroups",
    "Trait",
    "Use",
    "called_people",
    "field_roles",
    "figure_path",
    "full_citation",
    "json_schema",
    "leaves",
    "leaves_with",
    "name_of",
    "names_of",
    "report_texts",
    "roles_below",
    "roles_of",
    "short_citation",
    "strange_parts",
    "traced_facts",
    "traced_value",
    "usual_signature",
]
