"""What the input says about itself: where facts come from and which were inferred."""

from typing import Annotated

from pydantic import Field

from briefing.report.base import NO_ITEMS, Facts, ShortText, Text
from briefing.report.dates import OpenDate


class Source(Facts):
    """The text that the facts were taken from; never printed in the report."""

    file: Text | None = None
    url: Text | None = None
    headline: Text | None = None
    published: OpenDate | None = None
    author: Text | None = None
    genre: Text | None = None
    notes: list[Text] = NO_ITEMS


class Inferred(Facts):
    """A fact that the source does not state: its path in this input, and what it rests on."""

    fact: Text
    basis: Text


MAX_ABBREVIATIONS = 200
"""How many short forms one report explains; a book of law has fewer."""

MAX_VARIANTS = 10
"""How many other shapes of one short form are looked for."""


class AbbreviationFacts(Facts):
    """A short form: what it stands for, other shapes of it, and whether to introduce it."""

    long: ShortText
    variants: Annotated[list[ShortText], Field(max_length=MAX_VARIANTS)] = NO_ITEMS
    introduce: bool = True


Abbreviations = Annotated[dict[ShortText, AbbreviationFacts], Field(max_length=MAX_ABBREVIATIONS)]
"""Short forms by themselves; every text is searched for all of them."""
