"""A layout standard: the law's own numbers, read from data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Case = Literal["as_written", "upper"]
Numbering = Literal["roman", "arabic", "letter"]


@dataclass(frozen=True, slots=True)
class Component:
    """How one part of a document is set; sizes in points."""

    name: str
    size: int
    bold: bool = False
    italic: bool = False
    case: Case = "as_written"

    def cased(self, text: str) -> str:
        """Return text in the case that this part is typed in."""
        return text.upper() if self.case == "upper" else text


@dataclass(frozen=True, slots=True)
class OutlineLevel:
    """How the headings of one level are numbered and set; size in points."""

    numbering: Numbering
    label: str
    size: int
    bold: bool
    case: Case = "as_written"

    def cased(self, text: str) -> str:
        """Return a heading in the case of its level."""
        return text.upper() if self.case == "upper" else text


@dataclass(frozen=True, slots=True)
class Page:
    """The page and its margins in millimetres, and the one font of the document."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header_distance: float
    font: str


@dataclass(frozen=True, slots=True)
class BodyText:
    """The body: indent in millimetres, space in points, line spacing in lines."""

    first_line_indent: float
    space_before: float
    line_spacing: float


@dataclass(frozen=True, slots=True, eq=False)
class Standard:
    """One law on form, for one size profile; there is one object of each."""

    id: str
    name: str
    in_force_from: date
    profile: str
    page: Page
    strings: dict[str, str]
    components: dict[str, Component]
    outline: tuple[OutlineLevel, ...]
    body: BodyText
    rules: dict[str, float]
    rule_thickness: float


@cache
def load_standard(name: str = "nd30-2020", profile: str = "P14") -> Standard:
    """Return a standard with the sizes of a profile (``P13`` or ``P14``)."""
    source = files("briefing.standards").joinpath(f"{name}.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return Standard(
        id=data["id"],
        name=data["name"],
        in_force_from=data["in_force_from"],
        profile=profile,
        page=_page(data["page"]),
        strings=data["strings"],
        components={
            key: _component(key, part, profile) for key, part in data["components"].items()
        },
        outline=tuple(_outline_level(level, profile) for level in data["outline"]),
        body=BodyText(**{key: entry["value"] for key, entry in data["body"].items()}),
        rules={key: entry["value"] for key, entry in data["rules"].items() if key != "thickness"},
        rule_thickness=data["rules"]["thickness"],
    )


def _page(data: dict[str, Any]) -> Page:
    margins = {side: entry["value"] for side, entry in data["margins"].items()}
    plain = {key: data[key] for key in ("width", "height", "header_distance", "font")}
    return Page(**plain, **margins)


def _component(name: str, data: dict[str, Any], profile: str) -> Component:
    plain = {key: data[key] for key in ("bold", "italic", "case") if key in data}
    return Component(name, data["size"][profile], **plain)


def _outline_level(data: dict[str, Any], profile: str) -> OutlineLevel:
    return OutlineLevel(**{**data, "size": data["size"][profile]})
