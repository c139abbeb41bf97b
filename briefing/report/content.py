"""What the report says: situation, results, assessment, and the year to come."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from briefing.patterns import Pattern
from briefing.report.bare import OrText, from_text
from briefing.report.base import NO_ITEMS, Facts, Name, Text
from briefing.report.choices import AreaName
from briefing.report.dates import OpenDate
from briefing.report.roles import Framed, InPrint, Names, Steering
from briefing.tracing import carried, settled
from briefing.vietnamese import long_date, slash_date


class LegalReference(Facts):
    """A document cited: its type and number or name (``text``), and what a full citation adds.

    The first citation gives type, number, date, issuer and content; later ones type and number
    (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6).
    """

    text: Text
    date: OpenDate | None = None
    issuer: Text | None = None
    about: Text | None = None

    def in_full(self) -> str:
        """Return the full citation; what the text says already is not said again."""
        return full_citation(self)


def full_citation(document: LegalReference, *, party: bool = False) -> str:
    """Return the full citation of a document, whose facts may be traced.

    Party documents put the date behind a comma, with strokes (seen in documents of 2025).
    """
    said, issuer, issued = document.text, document.issuer, document.date
    if issuer and issuer in said:
        said, issuer = carried(said, issuer), None
    if issued is not None:
        parts = (issued.year, issued.month, issued.day)
        day = f", ngày {slash_date(*parts)}" if party and issued.day else f" {long_date(*parts)}"
        said += carried(day, issued)
    if issuer:
        said += f" của {issuer}"
    return settled(f"{said} về {document.about}" if document.about else said)


_NUMBERED = Pattern(r"(?<=\w) số (?=\d)")


def short_citation(document: LegalReference, *, party: bool = False) -> str:
    """Return a document as it is cited again; Party documents leave out the word ``số``."""
    found = _NUMBERED.search(document.text) if party else None
    if not found:
        return document.text
    return document.text[: found.start()] + " " + document.text[found.end() :]


class Situation(Facts):
    """The year's setting: what helped and what stood in the way."""

    overview: list[Text] = NO_ITEMS
    favourable: list[Text] = NO_ITEMS
    difficult: list[Text] = NO_ITEMS


InShort = Steering[list[Annotated[int, Field(ge=1)]]]
"""Which statements of a group the short version has, the first of them is 1."""


class ForcePart(Facts):
    """What one of several forces did in a subject area; ``force`` is its name in ``forces``."""

    force: Annotated[InPrint[Name], Names.FORCE]
    statements: InPrint[list[Text]] = Field(min_length=1)
    in_short: InShort = NO_ITEMS


class AreaResults(Facts):
    """The results of one subject area, or under a heading of one's own.

    ``statements`` are everybody's; where forces report together each may have its part.
    ``indicators`` is the group of rows whose sentences follow the statements, ``tables`` stand
    below them by their names. ``in_short`` are the statements that the short version has.
    """

    area: Steering[AreaName | None] = None
    heading: InPrint[Text | None] = None
    statements: InPrint[list[Text]] = NO_ITEMS
    in_short: InShort = NO_ITEMS
    indicators: Steering[Text | None] = None
    tables: Steering[list[Name]] = NO_ITEMS
    parts: list[ForcePart] = NO_ITEMS

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.area is None and self.heading is None:
            raise PydanticCustomError("area_or_heading", "neither area nor heading")
        if not (self.statements or self.parts or self.indicators or self.tables):
            raise PydanticCustomError("nothing_said", "neither statements nor parts")
        return self


class Order(Facts):
    """What a directive letter asks of one body, point by point."""

    to: Text
    verb: Text = "yêu cầu"
    points: list[Text] = Field(min_length=1)


class Letter(Facts):
    """A directive letter: its subject, the situation it starts from, what it asks of whom.

    Every paragraph after the opening addresses one body; no results table, no awards.
    """

    about: Framed[Text]
    opening: list[Text] = NO_ITEMS
    orders: list[Order] = Field(min_length=1)
    closing: list[Text] = NO_ITEMS


class Model(Facts):
    """A model of the movement (mô hình): its name, the figure that counts it, and where it runs."""

    name: Text
    figure: Annotated[Name | None, Names.FIGURE] = None
    where: Text | None = None
    lead: Text | None = None


class Causes(Facts):
    """Why limitations exist, objective causes first."""

    objective: list[Text] = NO_ITEMS
    subjective: list[Text] = NO_ITEMS
    general: list[Text] = NO_ITEMS


class _Task(Facts):
    text: Text
    group: Text | None = None
    points: list[Text] = NO_ITEMS
    lead: Text | None = None
    support: Text | None = None
    deadline: Text | None = None
    target: Text | None = None
    product: Text | None = None


class _Proposal(Facts):
    text: Text
    to: Text | None = None
    points: list[Text] = NO_ITEMS


Task = Annotated[_Task, BeforeValidator(from_text), OrText()]
"""One task of the coming year: a clause that begins with its verb, and the points below it.

Tasks of one ``group`` stand under its name. Who leads, who supports, deadline, target and product
follow in brackets, or in columns where tasks are a table.
"""

Proposal = Annotated[_Proposal, BeforeValidator(from_text), OrText()]
"""One proposal, with the body it is made to; several to one body stand under its name."""
