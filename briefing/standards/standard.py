"""A layout standard: the law's own numbers, read from data."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Literal

from briefing.program_data import table_beside
from briefing.standards.allowed import Allowed
from briefing.values import record

LetterCase = Literal["as_written", "upper", "continued"]
NumberingStyle = Literal["roman", "arabic", "letter", "ordinal", "words", "sign"]


@record
class Component:
    """How one part of a document is set; sizes in points, a half point is the smallest step.

    ``colour`` is ``auto`` for black, else of six hexadecimal digits.
    """

    name: str
    size: float
    allowed: Allowed
    bold: bool = False
    italic: bool = False
    underline: bool = False
    case: LetterCase = "as_written"
    colour: str = "auto"

    def cased(self, text: str) -> str:
        """Return text in the case that this part is typed in."""
        return text.upper() if self.case == "upper" else text


@record
class OutlineLevel:
    """How the headings of one level are numbered and set; size in points.

    ``above`` is how many levels above join in (``1.1.``). A label that is ``apart`` stands on a
    line of its own, and both are centred. ``cited`` is what a reference says, ``native`` whether
    Word counts it.
    """

    numbering: NumberingStyle
    label: str
    size: float
    allowed: Allowed
    bold: bool
    case: LetterCase = "as_written"
    above: int = 0
    apart: bool = False
    cited: str = "mục {}"
    native: bool = True

    def cased(self, text: str) -> str:
        """Return a heading in the case of its level."""
        return text.upper() if self.case == "upper" else text


@record
class Page:
    """The page and its margins in millimetres, and the one font of the document.

    ``allowed`` has what the law allows for each margin, by its name.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header_distance: float
    font: str
    allowed: dict[str, Allowed]


@record
class BodyText:
    """The body: indent in millimetres, space in points, line spacing in lines.

    ``exact_lines`` are of that height whatever stands in them. ``allowed`` has what the law allows
    for each of these, by its name.
    """

    first_line_indent: float
    space_before: float
    line_spacing: float
    allowed: dict[str, Allowed]
    exact_lines: bool = False


@record
class Forms:
    """How the parts of a document are put together; ``{}`` stands for the part itself.

    ``nation`` names the components at the top right; ``separator`` and ``subject_end`` are a drawn
    ``rule`` or the characters printed instead. A ``small_subject`` begins
    with a small letter. A form that the standard does not know is ``None``.
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
    small_subject: bool = False
    KT: str | None = None
    TL: str | None = None
    TUQ: str | None = None
    Q: str | None = None


@record(eq=False)
class Standard:
    """One law on form, for one size profile; there is one object of each.

    ``together`` names the components whose sizes the law lets move only as one. ``stamps`` has how
    long the frame of each stamp is, ``stamp_height`` how high all are, in millimetres.
    """

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
    font_source: str
    together: tuple[str, ...]
    together_source: str
    stamps: dict[str, float]
    stamp_height: float


_FACE = ("bold", "italic", "underline", "case", "colour")


@cache
def load_standard(name: str = "nd30-2020", profile: str = "P14") -> Standard:
    """Return a standard with the sizes of a profile (``P13`` or ``P14``)."""
    data = table_beside(__file__, f"{name}.toml")
    law = _Law(data["name"], data["cited"], profile)
    return Standard(
        id=data["id"],
        name=data["name"],
        issuers=data["issuers"],
        in_force_from=data["in_force_from"],
        profile=profile,
        page=law.page(data["page"]),
        strings=data["strings"],
        forms=Forms(**data["forms"]),
        components={key: law.component(key, part) for key, part in data["components"].items()},
        outline=tuple(law.outline_level(level) for level in data["outline"]),
        body=law.body(data["body"]),
        rules={key: entry["value"] for key, entry in data["rules"].items() if key != "thickness"},
        rule_thickness=data["rules"]["thickness"],
        font_source=law.cited(data["page"]["font_source"]),
        together=tuple(data["profiles"]["together"]),
        together_source=law.cited(data["profiles"]["source"]),
        stamps=data["stamps"]["lengths"],
        stamp_height=data["stamps"]["height"],
    )


PROFILES = ("P13", "P14")
STANDARDS = ("nd30-2020", "hd36-2018", "hd05-2026")


def standard_of(issuers: Literal["state", "party"], day: date) -> str:
    """Return the name of the standard that holds for a kind of issuer on a day.

    Before the first of its kind, the first is named: nothing older is known here.
    """
    known = [load_standard(name) for name in STANDARDS]
    own = [standard for standard in known if standard.issuers == issuers]
    holding = [standard for standard in own if standard.in_force_from <= day] or own[:1]
    return holding[-1].id


@record
class _Law:
    """Reads the tables of one standard for one profile; ``form`` cites a place of it."""

    name: str
    form: str
    profile: str

    def cited(self, source: str) -> str:
        """Return a place as people cite it, nothing for what the law does not regulate."""
        if source == "-":
            return ""
        return self.form.format(source) if source else self.name

    def page(self, data: dict[str, Any]) -> Page:
        plain = {key: data[key] for key in ("width", "height", "header_distance", "font")}
        return Page(**plain, **self._numbers(data["margins"]))

    def component(self, name: str, data: dict[str, Any]) -> Component:
        plain = {key: data[key] for key in _FACE if key in data}
        return Component(name, data["size"][self.profile], self._of_size(data), **plain)

    def outline_level(self, data: dict[str, Any]) -> OutlineLevel:
        plain = {key: value for key, value in data.items() if key not in ("size", "source")}
        size = data["size"][self.profile]
        return OutlineLevel(**plain, size=size, allowed=self._of_size(data))

    def body(self, data: dict[str, Any]) -> BodyText:
        exact = data.pop("exact_lines", False)
        return BodyText(**self._numbers(data), exact_lines=exact)

    def _of_size(self, data: dict[str, Any]) -> Allowed:
        return self._allowed(data["size"], data["source"])

    def _numbers(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return the values of a table by name, and what is ``allowed`` for each."""
        numbers = {key: entry for key, entry in data.items() if key != "source"}
        allowed = {key: self._allowed(entry, data["source"]) for key, entry in numbers.items()}
        return {**{key: entry["value"] for key, entry in numbers.items()}, "allowed": allowed}

    def _allowed(self, data: dict[str, Any], source: str) -> Allowed:
        choices = tuple(data.get("choices", ()))
        least, most = data.get("range") or (min(choices), max(choices))
        return Allowed(least, most, self.cited(source), choices)
