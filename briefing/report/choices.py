"""Names that an input chooses from a register: subject areas and bodies, those of packs too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from briefing.kinds import Choices, built_in
from briefing.report.base import Name
from briefing.values import record


@record
class _Offered:
    """Lets an editor offer what the program knows, and leaves a pack's own names alone."""

    register: Literal["areas", "bodies"]

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        known: Iterable[str] = getattr(built_in(), self.register)
        return {"anyOf": [{"enum": list(known)}, handler(schema)]}


def _register(info: ValidationInfo) -> Choices:
    """Return the register that a validation was given: what packs say, else the program's own."""
    return info.context if isinstance(info.context, Choices) else built_in()


def _known(name: str, register: Literal["areas", "bodies"], info: ValidationInfo) -> str:
    choices = tuple(getattr(_register(info), register))
    if name not in choices:
        context = {"choices": choices, "register": register}
        raise PydanticCustomError("unknown_choice", "no such choice", context)
    return name


def _known_area(name: str, info: ValidationInfo) -> str:
    return _known(name, "areas", info)


def _known_body(name: str, info: ValidationInfo) -> str:
    return _known(name, "bodies", info)


AreaName = Annotated[Name, AfterValidator(_known_area), _Offered("areas")]
"""The name of a subject area."""

Force = Annotated[Name, AfterValidator(_known_body), _Offered("bodies")]
"""The name of a kind of body."""
