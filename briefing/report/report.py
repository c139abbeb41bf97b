"""A year-end report as typed facts."""

from __future__ import annotations

import datetime
from pathlib import Path as FilePath
from typing import Literal

from pydantic import Field, PrivateAttr

from briefing.findings import Finding, Origin, Origins, Path
from briefing.report.base import Facts, Name, Slug, Text
from briefing.report.conference import Award, Conference, Person
from briefing.report.content import (
    AreaResults,
    Causes,
    LegalReference,
    Letter,
    Model,
    Proposal,
    Situation,
    Task,
)
from briefing.report.dates import OpenDate
from briefing.report.figure import Figure, FigureStyle
from briefing.report.notes import Abbreviations, Inferred, Source
from briefing.report.organisation import Issuer, Recipients, Signature
from briefing.report.period import Period

SCHEMA_VERSION = 1


class Report(Facts):
    """One year of one body, from which every document of its summary conference is made.

    What a kind of document needs is asked when that kind is built; the schema itself requires
    only the version, the kind and the period.
    """

    schema_version: Literal[1] = Field(alias="schema")
    kind: Slug
    locality: Slug | None = None
    period: Period
    next_period: Period | None = None
    issuer: Issuer = Issuer.model_construct()
    place: Text | None = None
    number: int | None = Field(default=None, ge=1)
    date: OpenDate | None = None
    standard: Literal["nd30-2020", "hd36-2018", "hd05-2026"] | None = None
    size_profile: Literal["P13", "P14"] = "P14"
    subject: Text | None = None
    title: Text | None = None
    request: LegalReference | None = None
    leadership: Text | None = None
    opening: Text | None = None
    legal_references: dict[Name, LegalReference] = {}
    situation: Situation = Situation.model_construct()
    forces: dict[Name, Text] = {}
    results: list[AreaResults] = []
    letter: Letter | None = None
    models: list[Model] = []
    figures: dict[Name, Figure] = {}
    figures_annex: bool = False
    figure_style: FigureStyle = FigureStyle.model_construct()
    previous_report: Text | None = None
    strengths: list[Text] = []
    limitations: list[Text] = []
    causes: Causes = Causes.model_construct()
    lessons: list[Text] = []
    forecast: Text | None = None
    targets: list[Text] = []
    tasks: list[Task] = []
    proposals: list[Proposal] = []
    closing: Text | None = None
    conference: Conference | None = None
    awards: list[Award] = []
    people: dict[Name, Person] = {}
    recipients: Recipients = Recipients.model_construct()
    signer: Name | None = None
    signature: Signature = Signature.model_construct()
    abbreviations: Abbreviations = {}
    source: Source | None = None
    inferred: list[Inferred] = []

    _origins: Origins = PrivateAttr(default_factory=Origins)
    _doubts: tuple[Finding, ...] = PrivateAttr(default=())
    _last: Report | None = PrivateAttr(default=None)
    _pack_folders: tuple[FilePath, ...] = PrivateAttr(default=())
    _texts: tuple[tuple[Path, str], ...] | None = PrivateAttr(default=None)

    @property
    def coming_period(self) -> Period:
        """The period that the report looks ahead to: the input's, or the year after."""
        return self.next_period or self.period.following()

    @property
    def issued_on(self) -> datetime.date:
        """The day that the report counts as issued on: its date, else the end of its period."""
        return self.date.latest() if self.date else self.period.last_day

    def origin(self, *path: str | int) -> Origin | None:
        """Return where the value at a path was written, or its nearest written parent."""
        return self._origins.at(path)

    @property
    def origins(self) -> Origins:
        """Where every value was written."""
        return self._origins

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """The findings made while the input was read (characters that had to be left out)."""
        return self._doubts

    @property
    def last_report(self) -> Report | None:
        """The report of the same body for the period before, when the input names it."""
        return self._last

    @property
    def pack_folders(self) -> tuple[FilePath, ...]:
        """The folders of the locality's pack and of those that it inherits from, nearest first."""
        return self._pack_folders

    def shaped_by(self, folders: tuple[FilePath, ...]) -> Report:
        """Return this report knowing the packs whose templates and look are its own."""
        self._pack_folders = folders
        return self

    def following(self, last: Report | None) -> Report:
        """Return this report knowing the one of the period before."""
        self._last = last
        return self

    def written_at(self, origins: Origins, doubts: tuple[Finding, ...] = ()) -> Report:
        """Return this report knowing where each of its values was written."""
        self._origins = origins
        self._doubts = doubts
        return self
