"""The report of packs and kinds that declare fields of their own: what stands under ``extra``."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from briefing.kinds import EXTRA, OwnField
from briefing.kinds import field_of as own_field
from briefing.report.base import NO_ENTRIES, DecimalNumber, Facts, Name, ShortText, Text
from briefing.report.report import Report
from briefing.report.roles import InPrint, Names

__all__ = [
    "FieldFacts",
    "FieldTable",
    "OwnField",
    "OwnFields",
    "PartsOfFields",
    "own_field",
    "report_with",
]


def _headed(value: Any) -> Any:
    return {"head": value} if isinstance(value, str) else value


def _without_off(value: Any) -> Any:
    """Leave out what says ``false``: it takes away what a parent pack says there."""
    if not isinstance(value, dict):
        return value
    return {key: item for key, item in value.items() if item is not False}


class ColumnFacts(Facts):
    """A column of a table: its head and what its cells hold."""

    head: ShortText
    type: Literal["text", "number"] = "text"


class FieldFacts(Facts):
    """What a pack or a kind says of a field of its own."""

    type: Literal["text", "texts", "table", "figures"]
    label: ShortText
    hint: Text | None = None
    columns: Annotated[
        dict[Name, Annotated[ColumnFacts, BeforeValidator(_headed)]],
        BeforeValidator(_without_off),
        Field(max_length=20),
    ] = NO_ENTRIES
    numbered: bool = False

    @model_validator(mode="after")
    def _columns_of_a_table(self) -> Self:
        if (self.type == "table") != bool(self.columns):
            raise PydanticCustomError("columns_of_table", "columns go with the type table")
        return self


MAX_FIELDS = 50
"""How many fields a pack or a kind may declare."""

OwnFields = Annotated[
    dict[Name, FieldFacts], BeforeValidator(_without_off), Field(max_length=MAX_FIELDS)
]
"""Fields by name."""


class FieldTable(RootModel):  # type: ignore[type-arg] # pydantic would work out a class for it
    """All fields that packs declare together."""

    model_config = ConfigDict(defer_build=True)

    root: OwnFields


class PartOfField(Facts):
    """What one pack says of a field; what it does not say comes from the packs above it."""

    type: Literal["text", "texts", "table", "figures"] | None = None
    label: ShortText | None = None
    hint: Text | None = None
    columns: dict[Name, Any] = NO_ENTRIES
    numbered: bool | None = None


PartsOfFields = Annotated[
    dict[Name, PartOfField], BeforeValidator(_without_off), Field(max_length=MAX_FIELDS)
]
"""What one pack says of fields, by name."""


def report_with(fields: Iterable[OwnField]) -> type[Report]:
    """Return the model of reports whose inputs hold some fields under ``extra``."""
    return _model(tuple(fields))


@lru_cache(maxsize=32)
def _model(fields: tuple[OwnField, ...]) -> type[Report]:
    if not fields:
        return Report
    told: dict[str, Any] = {field.name: _holding(field) for field in fields}
    group = create_model("Extra", __base__=Facts, **told)
    kept: Any = (InPrint[group], group.model_construct())
    return create_model(Report.__name__, __base__=Report, **{EXTRA: kept})


def _holding(field: OwnField) -> tuple[Any, Any]:
    """Return the type of a field and what it is when an input says nothing."""
    match field.type:
        case "texts":
            return list[Text], []
        case "figures":
            return Annotated[list[Name], Names.FIGURE, AfterValidator(_each_once)], []
        case "table":
            cells: dict[str, Any] = {
                column.name: ((DecimalNumber if column.type == "number" else Text) | None, None)
                for column in field.columns
            }
            row: Any = create_model("Row", __base__=Facts, **cells)
            return list[row], []
    return Text | None, None


def _each_once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))
