"""What every input type shares: strict keys, clean text, plain numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from briefing.patterns import Pattern
from briefing.report.once import Once
from briefing.vietnamese import clean


class Facts(BaseModel):
    """A group of facts of an input; unknown keys are refused, values cannot change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Return the same group: it stands in every input that does not have it."""
        return self


def _no_items() -> list[Any]:
    return []


def _no_entries() -> dict[str, Any]:
    return {}


# What every group has of its own is made for it, which is several times as fast as a copy; and by
# functions of Python, whose parameters are known: what `list` takes is read from its help for each
# field, which is a fortieth of a short run.
NO_ITEMS: Any = Field(default_factory=_no_items, json_schema_extra={"default": []})
"""An empty list where an input says nothing."""

NO_ENTRIES: Any = Field(default_factory=_no_entries, json_schema_extra={"default": {}})
"""A group without entries where an input says nothing."""

MAX_TEXT = 20_000
"""The longest text, in characters: ten pages without a paragraph."""

MAX_NAME = 100
"""The longest name of a figure, a person, a kind or a locality, in characters."""

MAX_SHORT = 300
"""The longest form of an abbreviation, in characters."""


def _not_empty(text: str) -> str:
    text = clean(text)
    if not text:
        raise PydanticCustomError("empty_text", "empty text")
    if len(text) > MAX_TEXT:
        raise PydanticCustomError("text_too_long", "text too long", {"limit": MAX_TEXT})
    return text


MAX_DIGITS = 15
"""The longest number a report can need: hundreds of trillions of đồng."""

# A number in quotes is read as official Vietnamese prints it: "3.313", "61,475". Digits of other
# scripts are not digits here: nobody would see that ١٢ is meant as twelve.
_PRINTED = Pattern(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", re.ASCII)


class QuotedNumber(Decimal):
    """A number written in quotes as documents print it, so that its separators are beyond doubt."""

    __slots__ = ()


def _number(value: Any, validated: ValidatorFunctionWrapHandler) -> Any:
    # YAML and JSON integers are exact; floats reach here as Decimal, with the places as written.
    given = value
    if isinstance(value, str):
        if _PRINTED.fullmatch(value.strip()):
            value = Decimal(value.strip().replace(".", "").replace(",", "."))
    elif isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    number: Decimal = validated(value)
    # Few numbers are so long even with their signs.
    if len(str(number)) > MAX_DIGITS and len(number.as_tuple().digits) > MAX_DIGITS:
        raise PydanticCustomError("number_too_long", "too many digits")
    return QuotedNumber(number) if isinstance(given, str) else number


Text = Annotated[str, Once(AfterValidator(_not_empty))]
"""Running text: NFC, one blank between words, never empty; may name figures as ``{name}``."""

ShortText = Annotated[Text, Field(max_length=MAX_SHORT)]
"""A few words that stand again and again in other texts."""

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=MAX_NAME)]
"""The name by which sentences call a figure or a person: small Latin letters, digits, ``_``."""

_SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
Slug = Annotated[str, Field(pattern=rf"^{_SLUG}$", max_length=MAX_NAME)]

MAX_STEPS_OF_PACK = 3
"""Into how many folders a pack may be put, one in the other: province, commune, face."""

_MORE = MAX_STEPS_OF_PACK - 1
PackName = Annotated[str, Field(pattern=rf"^{_SLUG}(/{_SLUG}){{0,{_MORE}}}$", max_length=MAX_NAME)]
"""The name of a pack: ``cao-son``, or in the folder of another one ``phu-tho/cao-son``."""
"""The name of a kind or a locality, as its file is called."""

_NUMBER_SCHEMA = {"type": ["number", "string"], "pattern": r"^[0-9][0-9.,]*$"}

DecimalNumber = Annotated[
    Decimal,
    Once(WrapValidator(_number), WithJsonSchema(_NUMBER_SCHEMA)),
]
"""A number with the decimal places that were written; in quotes, as Vietnamese prints it."""

Quantity = Annotated[
    Decimal,
    Once(
        Field(ge=0),
        WrapValidator(_number),
        WithJsonSchema({**_NUMBER_SCHEMA, "minimum": 0}),
    ),
]
"""A number that cannot be negative."""

NaturalNumber = Annotated[int, Field(ge=0, lt=10**MAX_DIGITS)]
"""A whole number of things."""
