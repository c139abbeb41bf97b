"""A year-end report as typed facts."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from briefing.findings import FieldPath, Finding, Origin, Origins
from briefing.kinds import Body, Choices, built_in
from briefing.patterns import Pattern
from briefing.report.base import NO_ENTRIES, NO_ITEMS, Facts, Name, PackName, Slug, Text
from briefing.report.choices import AreaName
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
from briefing.report.indicator import Indicator, OrFile, with_rows
from briefing.report.notes import Abbreviations, Inferred, Source
from briefing.report.organisation import Issuer, Marks, Partner, Recipients, Signature
from briefing.report.own_tables import TARGETS_TABLE, OwnAnnex, OwnTable
from briefing.report.period import Period
from briefing.report.roles import Framed, InPrint, Note, Steering, Trait
from briefing.report.sections import Scheme, Section

SCHEMA_VERSION = 1


OWN_WORDS = ("number", "date", "title", "request", "opening", "closing", "annexes")
"""What belongs to one document alone and not to every one that is made of the same facts."""

TOLD_OF_RESULTS = (
    *("leadership", "situation", "results", "sections", "strengths", "limitations", "causes"),
    *("lessons", "proposals"),
)
"""What tells of a period gone by, which a document that looks ahead does not repeat."""


_KEY = Pattern(r"[.\[]")


class Extra(Facts):
    """What packs and kinds add to an input; they declare its fields (``own_fields``)."""


class Report(Facts):
    """One year of one body, from which every document of its summary conference is made.

    What a kind of document needs is asked when that kind is built; the schema itself requires
    only the version, the kind and the period.
    """

    schema_version: Steering[Literal[1]] = Field(alias="schema")
    kind: Steering[Slug]
    based_on: Steering[Text | None] = None
    locality: Steering[PackName | None] = None
    period: Period
    next_period: Period | None = None
    issuer: Issuer = Issuer.model_construct()
    place: Annotated[Framed[Text | None], Trait.INHERITED] = None
    number: Framed[Annotated[int, Field(ge=1)] | None] = None
    date: Framed[OpenDate | None] = None
    standard: Steering[Literal["nd30-2020", "hd36-2018", "hd05-2026"] | None] = None
    size_profile: Annotated[Steering[Literal["P13", "P14"]], Trait.INHERITED] = "P14"
    subject: Annotated[Framed[Text | None], Trait.OF_PERIOD] = None
    title: Annotated[InPrint[Text | None], Trait.OF_PERIOD] = None
    request: InPrint[LegalReference | None] = None
    leadership: InPrint[Text | None] = None
    opening: Annotated[InPrint[Text | None], Trait.INHERITED] = None
    legal_references: Annotated[InPrint[dict[Name, LegalReference]], Trait.BY_NAME] = NO_ENTRIES
    footnotes: Annotated[InPrint[dict[Name, Text]], Trait.BY_NAME] = NO_ENTRIES
    situation: InPrint[Situation] = Situation.model_construct()
    forces: InPrint[dict[Name, Text]] = NO_ENTRIES
    results: list[AreaResults] = NO_ITEMS
    area_order: Annotated[Steering[list[AreaName]], Trait.INHERITED] = NO_ITEMS
    letter: InPrint[Letter | None] = None
    models: InPrint[list[Model]] = NO_ITEMS
    figures: Annotated[dict[Name, Figure], Trait.BY_NAME] = NO_ENTRIES
    indicators: Annotated[Steering[list[Indicator]], OrFile()] = NO_ITEMS
    sections: list[Section] = NO_ITEMS
    numbering: Annotated[Steering[Scheme], Trait.INHERITED] = NO_ITEMS
    tables: InPrint[dict[Name, OwnTable]] = NO_ENTRIES
    annexes: InPrint[dict[Name, OwnAnnex]] = NO_ENTRIES
    figures_annex: Steering[bool] = False
    figure_style: Annotated[Steering[FigureStyle], Trait.INHERITED] = FigureStyle.model_construct()
    previous_report: Steering[Text | None] = None
    strengths: InPrint[list[Text]] = NO_ITEMS
    limitations: InPrint[list[Text]] = NO_ITEMS
    causes: InPrint[Causes] = Causes.model_construct()
    lessons: InPrint[list[Text]] = NO_ITEMS
    forecast: Annotated[InPrint[Text | None], Trait.AHEAD] = None
    targets: Annotated[InPrint[list[Text]], Trait.AHEAD] = NO_ITEMS
    tasks: Annotated[InPrint[list[Task]], Trait.AHEAD] = NO_ITEMS
    tasks_as: Steering[Literal["list", "table"]] = "list"
    proposals: InPrint[list[Proposal]] = NO_ITEMS
    closing: Annotated[InPrint[Text | None], Trait.INHERITED] = None
    extra: InPrint[Extra] = Extra.model_construct()
    conference: InPrint[Conference | None] = None
    awards: InPrint[list[Award]] = NO_ITEMS
    people: dict[Name, Person] = NO_ENTRIES
    recipients: Annotated[Framed[Recipients], Trait.INHERITED] = Recipients.model_construct()
    signer: Steering[Name | None] = None
    signature: Framed[Signature] = Signature.model_construct()
    partners: Framed[list[Partner]] = NO_ITEMS
    marks: Framed[Marks] = Marks.model_construct()
    abbreviations: Annotated[Steering[Abbreviations], Trait.INHERITED] = NO_ENTRIES
    source: Note[Source | None] = None
    inferred: Note[list[Inferred]] = NO_ITEMS

    _origins: Origins = PrivateAttr(default_factory=Origins)
    _doubts: tuple[Finding, ...] = PrivateAttr(default=())
    _choices: Choices | None = PrivateAttr(default=None)
    _last: "Report | None" = PrivateAttr(default=None)
    _pack_folders: tuple[Path, ...] = PrivateAttr(default=())
    _companion: bool = PrivateAttr(default=False)
    _texts: tuple[tuple[FieldPath, str], ...] | None = PrivateAttr(default=None)
    _table_files: tuple[str, ...] = PrivateAttr(default=())
    _worded: tuple[tuple[object, ...], Mapping[str, Figure]] | None = PrivateAttr(default=None)

    @model_validator(mode="before")
    @classmethod
    def _rows_are_figures(cls, data: Any) -> Any:
        return with_rows(data)

    @property
    def coming_period(self) -> Period:
        """The period that the report looks ahead to: the input's, or the year after."""
        return self.next_period or self.period.following()

    @property
    def targets_annexed(self) -> bool:
        """Whether its figures lie in an annex, which sentences call by its name."""
        own = TARGETS_TABLE in self.figures or TARGETS_TABLE in self.tables
        return bool(self.figures) and not own and (self.figures_annex or self.targets_placed)

    @property
    def targets_placed(self) -> bool:
        """Whether the input gives that annex its place and its title among those of its own."""
        annex = self.annexes.get(TARGETS_TABLE)
        return annex is not None and not annex.tables

    @property
    def conference_held(self) -> bool:
        """Whether the report tells of the conference: it is not known to come after the report.

        Of dates whose day, or month, is open only the parts that both have count.
        """
        if self.conference and not self.conference.in_reports:
            return False
        held = self.conference.date if self.conference else None
        return held is None or self.date is None or not self.date.is_before(held)

    @property
    def issued_on(self) -> datetime.date:
        """The day that the report counts as issued on: its date, else the end of its period."""
        return self.date.latest() if self.date else self.period.last_day

    def origin(self, *path: str | int) -> Origin | None:
        """Return where the value at a path was written, or its nearest written parent."""
        return self.origins.at(path)

    @property
    def origins(self) -> Origins:
        """Where every value was written."""
        known: Origins = self._known("_origins")
        return known

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """The findings made while the input was read (characters that had to be left out)."""
        known: tuple[Finding, ...] = self._known("_doubts")
        return known

    @property
    def last_report(self) -> "Report | None":
        """The report of the same body for the period before, when the input names it."""
        known: Report | None = self._known("_last")
        return known

    @property
    def pack_folders(self) -> tuple[Path, ...]:
        """The folders of the locality's pack and of those that it inherits from, nearest first."""
        known: tuple[Path, ...] = self._known("_pack_folders")
        return known

    @property
    def choices(self) -> Choices:
        """The areas and bodies that the report may name: the program's and its packs'."""
        known: Choices | None = self._known("_choices")
        return known or built_in()

    @property
    def body(self) -> Body:
        """The kind of body that issues the report."""
        return self.choices.bodies[self.issuer.force]

    def choosing_from(self, choices: Choices) -> Self:
        """Return a report that knows the areas and bodies of its packs."""
        return self._knowing(_choices=choices)

    @property
    def is_companion(self) -> bool:
        """Whether another document tells its facts: of another kind, or what it is based on."""
        known: bool = self._known("_companion")
        return known

    def as_kind(self, kind: str) -> Self:
        """Return the same year as the input of another kind of document."""
        same = self.model_copy(update={"kind": kind})
        return same._knowing(_companion=self._companion or kind != self.kind)

    def as_companion(self) -> Self:
        """Return a report whose facts are told in full by another document."""
        return self._knowing(_companion=True)

    def without(self, *names: str) -> Self:
        """Return the same facts without some of its outermost keys."""
        fields = type(self).model_fields
        return self.having(
            **{name: fields[name].get_default(call_default_factory=True) for name in names}
        )

    def having(self, **facts: object) -> Self:
        """Return the same facts with others under some outermost keys, written nowhere."""
        kept = [one for one in self.inferred if _KEY.split(one.fact)[0] not in facts]
        same = self.model_copy(update={**facts, "inferred": kept})
        same._texts = None
        same._origins = self._origins.without(*facts)
        return same

    def shaped_by(self, folders: tuple[Path, ...]) -> Self:
        """Return a report that knows the packs whose templates and look are its own."""
        return self._knowing(_pack_folders=folders)

    def worded(self, work: "Callable[[Report], Mapping[str, Figure]]") -> Mapping[str, Figure]:
        """Return the figures with their words filled in by ``work``, which is done once.

        A report does not change; a copy of it that has other facts is worded anew.
        """
        facts = (self.figures, self.period, self.next_period, self.issuer, self.subject)
        known: tuple[Any, Mapping[str, Figure]] | None = self._known("_worded")
        if known is None or any(
            one is not other for one, other in zip(known[0], facts, strict=True)
        ):
            known = self._worded = facts, work(self)
        return known[1]

    @property
    def table_files(self) -> tuple[str, ...]:
        """The files with rows of indicators and of tables that the input names, as it does."""
        known: tuple[str, ...] = self._known("_table_files")
        return known

    def with_table_files(self, *names: str) -> Self:
        """Return this report knowing the files that its rows come from."""
        self._table_files = names
        return self

    def following(self, last: "Report | None") -> Self:
        """Return a report that knows the one of the period before."""
        return self._knowing(_last=last)

    def written_at(self, origins: Origins, doubts: tuple[Finding, ...] = ()) -> Self:
        """Return a report that knows where each of its values was written."""
        return self._knowing(_origins=origins, _doubts=doubts)

    def _known(self, name: str) -> Any:
        """Return what is known beside the facts.

        Pydantic looks everywhere else first when it is asked for ``_name``, and some are asked for
        dozens of times in a document.
        """
        return (self.__pydantic_private__ or {})[name]

    def _knowing(self, **known: object) -> Self:
        """Return the same facts with what else is known of them; this report stays as it is."""
        same = self.model_copy()
        for name, value in known.items():
            setattr(same, name, value)
        return same
