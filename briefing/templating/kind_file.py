"""What ``kinds.toml`` may say of a kind of document."""

import re
from typing import Annotated, Any, Literal, Self, get_args, get_origin

from pydantic import AfterValidator, BaseModel, RootModel, model_validator
from pydantic_core import PydanticCustomError

from briefing.report import (
    Facts,
    OwnFields,
    PeriodType,
    Report,
    Scheme,
    Section,
    Slug,
    Text,
)


def _known_facts(paths: str) -> str:
    """Refuse paths that no input can hold; of those with ``|`` between them one is enough."""
    for path in paths.split("|"):
        if _is_own(path):
            continue  # which fields there are is known with all packs
        kind: type[BaseModel] | None = Report
        for step in path.split("."):
            fields = kind.model_fields if kind else {}
            if step not in fields:
                raise PydanticCustomError("unknown_fact", "no such fact", {"fact": path})
            kind = _group(fields[step].annotation)
    return paths


def _is_own(path: str) -> bool:
    """Say whether a path names a field that a pack or a kind declares."""
    return bool(_OWN.fullmatch(path))


_OWN = re.compile(r"extra\.[a-z][a-z0-9_]*")


def _group(annotation: Any) -> type[BaseModel] | None:
    """Return the group of facts that a field holds; a list or a table has no path further."""
    parts = [annotation] if get_origin(annotation) in (list, dict) else get_args(annotation)
    groups = [part for part in (annotation, *parts) if isinstance(part, type)]
    return next((part for part in groups if issubclass(part, BaseModel)), None)


FactPath = Annotated[str, AfterValidator(_known_facts)]


class KindFacts(Facts):
    """One kind: the word for it, its symbol, what it needs, what it is for in a language."""

    kind: Text
    symbol: str = ""
    requires: list[FactPath] | None = None
    expects: list[FactPath] = []
    description: dict[Literal["vi", "en"], Text]
    letter: bool = False
    framed: bool = True
    apart: bool = False
    minutes: bool = False
    addressed: bool | None = None
    recipients: list[Text] = []
    by_order: bool = False
    periods: list[PeriodType] = []
    fields: OwnFields = {}
    numbering: Scheme = []
    outline: list[Section] = []

    @model_validator(mode="after")
    def _numbered(self) -> Self:
        # The number of a letter bears no type (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3).
        if self.framed and not self.letter and not self.symbol.strip():
            raise PydanticCustomError("no_symbol", "a numbered document has a symbol")
        return self


class KindFile(RootModel[dict[Slug, KindFacts]]):
    """A whole ``kinds.toml``."""
