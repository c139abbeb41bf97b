"""A figure: declared once, named in every sentence that states it."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from briefing.report.base import NO_ITEMS, DecimalNumber, Facts, Name, Quantity, Text
from briefing.report.choices import AreaName
from briefing.report.dates import OpenDate
from briefing.report.ranges import OneOrRange, with_ends
from briefing.report.roles import InPrint, Names, Note, Steering, Trait

Qualifier = Literal[
    "gần", "hơn", "trên", "dưới", "khoảng", "gần như", "ngót", "xấp xỉ", "chừng", "ước", "ước tính"
]
Approximate = Literal["hàng chục", "hàng trăm", "hàng nghìn"]
Direction = Literal["tăng", "giảm"]
FigureNature = Literal["occurs", "detected"]


class StatedChange(Facts):
    """A change against an earlier period as the source states it, percent without its sign."""

    direction: Annotated[Direction, Trait.IN_PHRASES]
    percent: Quantity | None = None
    amount: Quantity | None = None
    base: Text | None = None


class Target(Facts):
    """A target for the value of a figure, or for its rate in percent.

    ``stated`` is how many percent of it the source says were reached, ``stated_over`` by how much
    it says that it was exceeded: percentage points for a rate, percent of the target for a value.
    Sources often state one of these without the target itself. ``word`` is what it is called, "chỉ
    tiêu" if nothing else is said; an ``at_most`` target is reached by what stays below it. One of
    the ``whole_year`` is what a report on a part of the year is held against. Of a range
    (``8 - 8,5%``) ``value`` is the low end, from which it is reached, and ``up_to`` the high one,
    above which it is exceeded.
    """

    value: InPrint[OneOrRange | None] = None
    up_to: InPrint[Quantity | None] = None
    word: Annotated[InPrint[Text | None], Trait.ASIDE, Trait.IN_PHRASES] = None
    at_most: Steering[bool] = False
    whole_year: Steering[bool] = False
    of: Steering[Literal["rate", "value"]] = "value"
    stated: InPrint[Quantity | None] = None
    stated_over: InPrint[DecimalNumber | None] = None

    _parted = model_validator(mode="before")(with_ends)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.stated is None and self.stated_over is None:
            raise PydanticCustomError("target_of_nothing", "no number of a target")
        return self


class Accepted(Facts):
    """A contradiction that the officer has looked at: both numbers, and the reason.

    ``stated`` is the number that the source states, ``computed`` what its other numbers give: a
    percentage, an amount, a sum. It holds for exactly these two, so it lapses as soon as one of
    them changes.
    """

    stated: DecimalNumber
    computed: DecimalNumber
    reason: Text


class _OneOrMore:
    """Lets a list of groups be written as the only group of it."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed]}


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


Acceptances = Annotated[list[Accepted], BeforeValidator(_listed), _OneOrMore()]
"""The contradictions of a figure that were accepted: one group, or a list where it has several."""


class Figure(Facts):
    """One number of the year with everything that is known about it. Nothing here is computed.

    ``out_of`` is the whole that ``value`` is a part of, ``rate`` the percentage that the source
    states, ``out_of_label`` the base of a rate in words. ``previous`` is the value of the period
    before. ``nature`` says whether the counted thing happens or exists only when found.
    Of a range (``8 - 8,5%``) ``value`` is the low end and ``up_to`` the high one; so are
    ``next_plan`` and ``next_plan_up_to``.
    ``exact`` is the exact number behind an approximation. ``parts``, ``criteria``, ``items``,
    ``beside``, ``share_of`` and ``parent`` name other figures.

    A ``row`` stands in the table of targets, under its ``group``, as one of several ("trong đó") of
    its ``parent``. The value of an ``estimated`` figure is expected for the whole period,
    ``so_far`` what was reached of it, ``next_plan`` the target of the coming period. A
    ``cumulative`` value counts from the beginning of the year, up to the day ``as_of``.

    ``equals`` is the formula by which the value follows from other figures, for the check only;
    ``places`` are those of the percentages that we work out of it.
    """

    label: Annotated[InPrint[Text], Trait.ASIDE, Trait.IN_PHRASES]
    unit: Annotated[InPrint[Text | None], Trait.ASIDE, Trait.IN_PHRASES] = None
    value: InPrint[OneOrRange | None] = None
    up_to: InPrint[Quantity | None] = None
    qualifier: Annotated[InPrint[Qualifier | None], Trait.IN_PHRASES] = None
    approximate: Annotated[InPrint[Approximate | None], Trait.IN_PHRASES] = None
    exact: Note[Quantity | None] = None
    out_of: InPrint[Quantity | None] = None
    out_of_label: Annotated[InPrint[Text | None], Trait.IN_PHRASES] = None
    rate: InPrint[Quantity | None] = None
    rate_qualifier: Annotated[InPrint[Qualifier | None], Trait.IN_PHRASES] = None
    previous: InPrint[Quantity | None] = None
    change: InPrint[StatedChange | None] = None
    nature: Steering[FigureNature] = "occurs"
    zero: Annotated[InPrint[Text | None], Trait.ASIDE, Trait.IN_PHRASES] = None
    target: Target | None = None
    share_of: Annotated[Steering[Name | None], Names.FIGURE] = None
    share: InPrint[Quantity | None] = None
    beside: Annotated[Steering[Name | None], Names.FIGURE] = None
    parts: Annotated[Steering[list[Name]], Names.FIGURE] = NO_ITEMS
    parts_complete: Steering[bool] = False
    criteria: Annotated[Steering[list[Name]], Names.FIGURE] = NO_ITEMS
    items: Annotated[Steering[list[Name]], Names.FIGURE] = NO_ITEMS
    more_items: Steering[bool] = False
    area: Steering[AreaName | None] = None
    row: Steering[bool] = False
    group: Annotated[InPrint[Text | None], Trait.ASIDE, Trait.IN_PHRASES] = None
    parent: Annotated[Steering[Name | None], Names.FIGURE] = None
    estimated: Steering[bool] = False
    so_far: InPrint[Quantity | None] = None
    next_plan: InPrint[OneOrRange | None] = None
    next_plan_up_to: InPrint[Quantity | None] = None
    cumulative: Steering[bool] = False
    as_of: Annotated[InPrint[OpenDate | None], Trait.ASIDE] = None
    equals: Steering[Text | None] = None
    places: Steering[Annotated[int, Field(ge=0, le=2)] | None] = None
    accepted: Note[Acceptances] = NO_ITEMS
    source: Note[Text | None] = None

    _parted = model_validator(mode="before")(with_ends)


def is_vague(figure: Figure) -> bool:
    """Say whether a word or a range leaves a value open, so that nothing is worked out of it."""
    return figure.qualifier is not None or figure.up_to is not None


class FigureStyle(Facts):
    """How a locality likes its numbers printed.

    ``pad`` writes counts below ten as 01 to 09. ``change`` prints a change by amount, by percent
    or both, the percent in brackets or running on, unsigned, signed or with its word; ``pair``
    adds this and the last period. ``places`` are those of percentages that we compute.
    ``against`` names the last year as ``năm 2022`` or ``cùng kỳ năm 2022``.
    """

    pad: bool = False
    change: Literal["both", "amount", "percent"] = "both"
    form: Literal["bracketed", "running"] = "bracketed"
    sign: Literal["unsigned", "signed", "worded"] = "unsigned"
    pair: bool = False
    places: Annotated[int, Field(ge=0, le=2)] = 2
    against: Literal["năm", "cùng kỳ năm"] = "cùng kỳ năm"
