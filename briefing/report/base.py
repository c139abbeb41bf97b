"""What every input type shares: strict keys, clean text, plain numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefing.vietnamese import clean


class Facts(BaseModel):
    """A group of facts of an input; unknown keys are refused, values cannot change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _not_empty(text: str) -> str:
    text = clean(text)
    if not text:
        raise PydanticCustomError("empty_text", "empty text")
    return text


def _decimal(value: Any) -> Any:
    # YAML and JSON integers are exact; floats reach here as Decimal, with the places as written.
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str, AfterValidator(_not_empty)]
"""Running text: NFC, one blank between words, never empty; may name figures as ``{name}``."""

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
"""The name by which sentences call a figure or a person: small Latin letters, digits, ``_``."""

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""The name of a kind or a locality, as its file is called."""

Number = Annotated[Decimal, BeforeValidator(_decimal), WithJsonSchema({"type": "number"})]
"""A number with the decimal places that were written."""

Quantity = Annotated[Number, Field(ge=0)]
"""A number that cannot be negative."""

Count = Annotated[int, Field(ge=0)]
"""A whole number of things."""
