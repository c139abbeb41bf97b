"""What a pack may say: the keys of ``locality.toml``."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    create_model,
)
from pydantic_core import PydanticCustomError

from briefing.report import (
    Abbreviations,
    Facts,
    FigureStyle,
    FullDate,
    Level,
    Name,
    PackName,
    PartsOfFields,
    Report,
    Scheme,
    Signature,
    Slug,
    Text,
    Trait,
    field_roles,
)
from briefing.vietnamese import ToneMarks


def without_off(value: Any) -> Any:
    """Leave out the keys that say ``false``: they take away what a parent pack says there."""
    if not isinstance(value, dict):
        return value
    return {key: item for key, item in value.items() if item is not False}


def listed(value: Any) -> Any:
    """Return a table of texts as a list; a list stays as it is."""
    return list(without_off(value).values()) if isinstance(value, dict) else value


StandingLines = Annotated[list[Text], BeforeValidator(listed)]
"""Texts as a list, or as a table whose keys a pack below can change one by one."""


class PackRecipients(Facts):
    """The standing recipients."""

    addressees: StandingLines = []
    copies: StandingLines = []
    archive: Text | None = None


Signers = Annotated[dict[Name, Signature], BeforeValidator(without_off)]
"""Those who may sign, by the name that ``signer`` calls them."""


class PackIssuer(Facts):
    """One issuing body of the locality; what is not given comes from the profile of its force.

    Its own signers and recipients, and its first and last sentence, lie over those of the pack.
    """

    name: Text | None = None
    symbol: Text | None = None
    unit: Text | None = None
    parent: list[Text] = []
    lines: list[Text] = []
    signer: Name | None = None
    signers: Signers = {}
    recipients: PackRecipients = PackRecipients.model_construct()
    opening: Text | None = None
    closing: Text | None = None


class PackKind(Facts):
    """What the locality's own body says for documents of one kind, over what holds for all.

    ``leave_out`` names the facts that the pack's templates of the kind leave out on purpose.
    """

    signer: Name | None = None
    recipients: PackRecipients = PackRecipients.model_construct()
    opening: Text | None = None
    closing: Text | None = None
    size_profile: Literal["P13", "P14"] | None = None
    leave_out: Annotated[list[Text], BeforeValidator(listed)] = []


class PackConference(Facts):
    """Whether reports tell of the conference, where the input does not say it."""

    in_reports: bool


class PackArea(Facts):
    """A subject area of a pack's own, or another heading for one that the program knows."""

    heading: Text
    after: Name | None = None


def _heading(value: Any) -> Any:
    return {"heading": value} if isinstance(value, str) else value


PLACES = ("{unit}", "{under}", "{own}")
"""What stands for the names of the locality in the names of bodies."""


def _known_places(text: str) -> str:
    rest = text
    for place in PLACES:
        rest = rest.replace(place, "")
    if set("{}") & set(rest):
        raise PydanticCustomError("unknown_place", "braces around something else")
    return text


NamePattern = Annotated[Text, AfterValidator(_known_places)]
"""A text in which ``{unit}``, ``{under}`` and ``{own}`` stand for the locality's names."""


def _form(value: Any) -> str:
    return "table" if isinstance(value, dict) else "same"


# A table chooses by the word for what the locality is: xã, phường. It is told from what holds for
# all by its form, so that a fault is told of the one that was written.
_ByWord = Annotated[
    Annotated[NamePattern, Tag("same")] | Annotated[dict[Text, NamePattern], Tag("table")],
    Discriminator(_form),
]
_ListByWord = Annotated[
    Annotated[list[NamePattern], Tag("same")]
    | Annotated[dict[Text, list[NamePattern]], Tag("table")],
    Discriminator(_form),
]


class PackLetterhead(Facts):
    """How bodies are named; a table instead of a text chooses by what the locality is."""

    name: _ByWord | None = None
    symbol: _ByWord | None = None
    parent: _ListByWord = []
    lines: _ListByWord = []


class PackSigning(Facts):
    """Who usually signs for bodies of a kind."""

    collective: NamePattern | None = None
    post: NamePattern | None = None


class PackProfile(Facts):
    """The letterhead and the signature of bodies of one kind and level."""

    issuer: PackLetterhead = PackLetterhead.model_construct()
    signature: PackSigning = PackSigning.model_construct()


class PackBody(PackProfile):
    """A kind of body of a pack's own; what is not said is that of the body it is ``like``.

    ``issuer`` and ``signature`` hold for every level, those under ``levels`` for one.
    """

    like: Name | None = None
    family: Literal["state", "party"] | None = None
    ranked: bool | None = None
    areas: list[Name] = []
    levels: dict[Level, PackProfile] = {}


class PackFigureTable(Facts):
    """The table of figures: columns in order, their heads, the figures that it leaves out."""

    columns: list[Name] = []
    heads: dict[Name, Text] = {}
    leave_out: Annotated[list[Name], BeforeValidator(listed)] = []


class _InOrder(Facts):
    """What a pack says about its locality, in the order in which it is shown."""

    name: Text | None = None
    short_name: Text | None = None
    level: Level | None = None
    parent: PackName | None = None
    code: Annotated[str, Field(pattern=r"^\d{2}$")] | None = None
    place: Text | None = None
    areas: dict[Name, Annotated[PackArea, BeforeValidator(_heading)]] = {}
    area_order: list[Name] = []
    bodies: dict[Name, PackBody] = {}
    headings: Annotated[dict[Name, Text], BeforeValidator(without_off)] = {}
    sections: Annotated[dict[Slug, list[Name]], BeforeValidator(without_off)] = {}
    figures_annex: PackFigureTable = PackFigureTable.model_construct()
    fields: PartsOfFields = {}
    force: Name | None = None
    issuers: dict[Name, PackIssuer] = {}
    kinds: dict[Slug, PackKind] = {}
    conference: PackConference | None = None
    signer: Name | None = None
    signers: Signers = {}
    recipients: PackRecipients = PackRecipients.model_construct()
    abbreviations: Annotated[Abbreviations, BeforeValidator(without_off)] = {}
    figure_style: FigureStyle = FigureStyle.model_construct()
    size_profile: Literal["P13", "P14"] | None = None
    tone_marks: ToneMarks | None = None
    numbering: Scheme = []


def _inherited() -> dict[str, Any]:
    """Return the fields that reports take from packs as they stand there, but for those above."""
    fields, roles = Report.model_fields, field_roles(Report)
    inherited = [name for name, role in roles.items() if role.is_a(Trait.INHERITED)]
    others = [name for name in inherited if name not in _InOrder.model_fields]
    return {name: (fields[name].annotation, fields[name]) for name in others}


_Said = create_model("_Said", __base__=_InOrder, **_inherited())
"""What a pack says: a field of reports that is taken from packs need not be said here again."""


MAX_BEFORE = 50
"""How many times what a locality says may have changed."""


class Before(_Said):
    """What was otherwise in documents dated before a day."""

    date: FullDate


class PackFile(_Said):
    """One ``locality.toml``: what holds now, what held before, and when and into what it ended."""

    version: Text | None = None
    requires: Annotated[str, Field(pattern=r"^\d+(\.\d+){0,2}$")] | None = None
    before: Annotated[list[Before], Field(max_length=MAX_BEFORE)] = []
    until: FullDate | None = None
    into: PackName | None = None
