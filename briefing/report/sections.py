"""Free sections: an outline of one's own, to the depth of the document's numbering."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from briefing.report.bare import OrText, from_text
from briefing.report.base import NO_ITEMS, Facts, Name, Text
from briefing.report.content import InShort
from briefing.report.roles import InPrint, Steering
from briefing.standards import DEEPEST, marks_of
from briefing.values import record


@record
class _MarkOf:
    """Lets a mark be one of those that sections, or points, can bear."""

    use: Literal["sections", "points"]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": list(marks_of(self.use))}

    def _known(self, name: str) -> str:
        if name not in marks_of(self.use):
            choices = marks_of(self.use)
            raise PydanticCustomError("unknown_choice", "no such mark", {"choices": choices})
        return name


PointMark = Annotated[str, _MarkOf("points")]
"""What stands before the points of a list, the first as it is printed: ``(1)``, ``a)``, ``-``."""

SectionMark = Annotated[str, _MarkOf("sections")]
"""What stands before the headings of a level, the first as it is printed: ``I.``, ``1.1.``."""


class _Point(Facts):
    """A point of a list, and what stands below it."""

    text: Text
    points: list[Text] = NO_ITEMS


Point = Annotated[_Point, BeforeValidator(from_text), OrText()]
"""A point of a list, as a bare text or with the points below it."""


class Section(Facts):
    """A section under its own heading; without a ``title`` it is text between headings.

    A title that ends in a colon runs into the first statement. ``part`` places what the input says
    under another key (``limitations``) or a block of the templates here. ``indicators`` is a group
    of rows whose sentences follow the statements. ``tables`` stand here by their names; those that
    lie in an annex, and annexes, are referred to. ``limitations`` are those of this field. ``name``
    is what sentences call the section by, ``in_short`` the statements that the short version has.
    """

    title: InPrint[Text | None] = None
    name: Steering[Name | None] = None
    part: Steering[Name | None] = None
    statements: InPrint[list[Text]] = NO_ITEMS
    in_short: InShort = NO_ITEMS
    indicators: Steering[Text | None] = None
    points: InPrint[list[Point]] = NO_ITEMS
    mark: Steering[PointMark] = "-"
    tables: Steering[list[Name]] = NO_ITEMS
    limitations: InPrint[list[Text]] = NO_ITEMS
    sections: list["Section"] = NO_ITEMS

    @property
    def says_something(self) -> bool:
        """Whether anything stands in the section itself or below it."""
        own = (self.part, self.statements, self.indicators, self.points, self.tables)
        return any(own) or bool(self.limitations or self.sections)

    @property
    def headed(self) -> bool:
        """Whether a heading is counted for it."""
        return self.title is not None or self.part is not None

    @property
    def runs_in(self) -> bool:
        """Whether its title begins its first sentence."""
        return bool(self.title and self.title.endswith(":") and not self.part)


Scheme = Annotated[list[SectionMark], Field(max_length=DEEPEST)]
"""The marks of the levels of an outline, the highest first."""
