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
    underline: bool = False
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


@dataclass(frozen=True, slots=True)
class Forms:
    """How the parts of a document are put together; ``{}`` stands for the part itself.

    ``nation`` names the components at the top right; ``separator`` and ``subject_end`` are a drawn
    ``rule`` or the characters printed instead. A form that the standard does not know is ``None``.
    """

    nation: list[str]
    separator: str
    subject_end: str
    number: str
    letter_number: str
    about: str
    collective: str
    archive: str
    recipient_end: str
    end_mark: str
    italic_addressees_label: bool = False
    KT: str | None = None
    TL: str | None = None
    TUQ: str | None = None
    Q: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Standard:
    """One law on form, for one size profile; there is one object of each."""

    id: str
    name: str
    issuers: Literal["state", "party"]
    in_force_from: date
    profile: str
    page: Page
    strings: dict[str, str]
    forms: Forms
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
        issuers=data["issuers"],
        in_force_from=data["in_force_from"],
        profile=profile,
        page=_page(data["page"]),
        strings=data["strings"],
        forms=Forms(**data["forms"]),
        components={
            key: _component(key, part, profile) for key, part in data["components"].items()
        },
        outline=tuple(_outline_level(level, profile) for level in data["outline"]),
        body=BodyText(**{key: entry["value"] for key, entry in data["body"].items()}),
        rules={key: entry["value"] for key, entry in data["rules"].items() if key != "thickness"},
        rule_thickness=data["rules"]["thickness"],
    )


STANDARDS = ("nd30-2020", "hd36-2018", "hd05-2026")


def standard_of(issuers: Literal["state", "party"], day: date) -> str:
    """Return the name of the standard that holds for a kind of issuer on a day.

    Before the first of its kind, the first is named: nothing older is known here.
    """
    known = [load_standard(name) for name in STANDARDS]
    own = [standard for standard in known if standard.issuers == issuers]
    holding = [standard for standard in own if standard.in_force_from <= day] or own[:1]
    return holding[-1].id


def _page(data: dict[str, Any]) -> Page:
    margins = {side: entry["value"] for side, entry in data["margins"].items()}
    plain = {key: data[key] for key in ("width", "height", "header_distance", "font")}
    return Page(**plain, **margins)


def _component(name: str, data: dict[str, Any], profile: str) -> Component:
    plain = {key: data[key] for key in ("bold", "italic", "underline", "case") if key in data}
    return Component(name, data["size"][profile], **plain)


def _outline_level(data: dict[str, Any], profile: str) -> OutlineLevel:
    return OutlineLevel(**{**data, "size": data["size"][profile]})
