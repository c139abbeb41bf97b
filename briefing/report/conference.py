"""The summary conference: when, who, what was directed, and who was honoured."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from briefing.report.bare import OrText, from_text
from briefing.report.base import NO_ITEMS, Facts, Name, NaturalNumber, Text
from briefing.report.dates import OpenDate
from briefing.report.roles import InPrint, Names, Note, Steering, Trait


class NameAccepted(Facts):
    """A clash of names that the officer has looked at: the names it is about, and the reason."""

    names: list[Text] = Field(min_length=2)
    reason: Text


class Person(Facts):
    """A person with rank and posts, Party post first.

    ``variants`` are other names that the source gives the same person. Who is not known by name is
    called by the posts alone; rank and variants belong to a name.
    """

    name: InPrint[Text | None] = None
    rank: InPrint[Text | None] = None
    posts: InPrint[list[Text]] = NO_ITEMS
    variants: Note[list[Text]] = NO_ITEMS
    role: Annotated[Note[Text | None], Trait.TAKEN_FOR_TEXT] = None
    accepted: Note[NameAccepted | None] = None

    @model_validator(mode="after")
    def _called_somehow(self) -> Self:
        if self.name is None and (not self.posts or self.rank or self.variants):
            raise PydanticCustomError("person_without_name", "name, or posts alone")
        return self


class Directive(Facts):
    """What one leader directed at the conference: who, with what verb, on what, point by point."""

    by: Annotated[Name, Names.PERSON]
    verb: Text = "nhấn mạnh"
    topic: Text | None = None
    praise: Text | None = None
    points: list[Text] = Field(min_length=1)


class _AgendaItem(Facts):
    text: Text
    time: Text | None = None
    by: Text | None = None


AgendaItem = Annotated[_AgendaItem, BeforeValidator(from_text), OrText()]
"""What the agenda of a conference has for when, and who does it; or what it has alone."""


class Conference(Facts):
    """The conference; people are named as in ``people``, groups in words.

    ``organizers`` stand in place of the issuer; ``chair_verb`` says what the chair did;
    ``in_reports: false`` leaves conference and awards to the news item. Where it is held, from when
    to when, its secretary, its agenda and who is invited stand in invitations, agendas and minutes.
    """

    date: OpenDate | None = None
    part_of_day: Literal["sáng", "chiều", "tối"] | None = None
    title: Text | None = None
    organizers: list[Text] = NO_ITEMS
    in_reports: Steering[bool] = True
    chair: Annotated[Name | None, Names.PERSON] = None
    chair_verb: Text | None = None
    place: Annotated[Text | None, Trait.ASIDE] = None
    starts: Annotated[Text | None, Trait.ASIDE] = None
    ends: Annotated[Text | None, Trait.ASIDE] = None
    secretary: Annotated[Name | None, Names.PERSON, Trait.ASIDE] = None
    invited: Annotated[list[Text], Trait.ASIDE] = NO_ITEMS
    agenda: Annotated[list[AgendaItem], Trait.ASIDE] = NO_ITEMS
    attendees: Annotated[list[Text], Names.PERSON_OR_WORDS] = NO_ITEMS
    discussion: list[Text] = NO_ITEMS
    directives: list[Directive] = NO_ITEMS


class Award(Facts):
    """An award: who gives it, its form, and how many collectives and individuals receive it.

    ``combined`` is for sources that count collectives and individuals together; it does not go
    with the two others; ``to`` names who receives it, with or without a count. ``presented_by``
    hands it over and is not the giver. Without a ``form`` they are commended, no more is known.
    """

    giver: Text | None = None
    form: Text | None = None
    to: Text | None = None
    collectives: NaturalNumber | None = None
    individuals: NaturalNumber | None = None
    combined: NaturalNumber | None = None
    merit: Text | None = None
    presented_by: Annotated[Name | None, Names.PERSON] = None
    capacity: Text | None = None

    @model_validator(mode="after")
    def _one_way_of_counting(self) -> Self:
        if self.combined is not None and (self.collectives, self.individuals) != (None, None):
            raise PydanticCustomError("combined_and_split", "combined beside a split count")
        return self
