"""What a pack may say: the keys of ``locality.toml``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from briefing.report import (
    AbbreviationFacts,
    Facts,
    FigureStyle,
    Force,
    FullDate,
    Level,
    Name,
    ShortText,
    Signature,
    Slug,
    Text,
)


def without_off(value: Any) -> Any:
    """Leave out the keys that say ``false``: they take away what a parent pack says there."""
    if not isinstance(value, dict):
        return value
    return {key: item for key, item in value.items() if item is not False}


def listed(value: Any) -> Any:
    """Return a table of texts as a list; a list stays as it is."""
    return list(without_off(value).values()) if isinstance(value, dict) else value


Standing = Annotated[list[Text], BeforeValidator(listed)]
"""Texts as a list, or as a table whose keys a pack below can change one by one."""


class PackRecipients(Facts):
    """The standing recipients."""

    addressees: Standing = []
    copies: Standing = []
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


class _Said(Facts):
    """What a pack says about its locality."""

    name: Text | None = None
    short_name: Text | None = None
    level: Level | None = None
    parent: Slug | None = None
    code: Annotated[str, Field(pattern=r"^\d{2}$")] | None = None
    place: Text | None = None
    force: Force | None = None
    issuers: dict[Force, PackIssuer] = {}
    signer: Name | None = None
    signers: Signers = {}
    recipients: PackRecipients = PackRecipients.model_construct()
    abbreviations: Annotated[dict[ShortText, AbbreviationFacts], BeforeValidator(without_off)] = {}
    figure_style: FigureStyle = FigureStyle.model_construct()
    size_profile: Literal["P13", "P14"] | None = None
    opening: Text | None = None
    closing: Text | None = None


class Before(_Said):
    """What was otherwise in documents dated before a day."""

    date: FullDate


class PackFile(_Said):
    """One ``locality.toml``: what holds now, what held before, and when and into what it ended."""

    before: list[Before] = []
    until: FullDate | None = None
    into: Slug | None = None
