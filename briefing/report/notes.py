"""What the input says about itself: where facts come from and which were inferred."""

from __future__ import annotations

from briefing.report.base import Facts, ShortText, Text
from briefing.report.dates import OpenDate


class Source(Facts):
    """The text that the facts were taken from; never printed in the report."""

    file: Text | None = None
    headline: Text | None = None
    published: OpenDate | None = None
    author: Text | None = None
    genre: Text | None = None
    notes: list[Text] = []


class Inferred(Facts):
    """A fact that the source does not state: its path in this input, and what it rests on."""

    fact: Text
    basis: Text


class AbbreviationFacts(Facts):
    """A short form: what it stands for, other shapes of it, and whether to introduce it."""

    long: ShortText
    variants: list[ShortText] = []
    introduce: bool = True
