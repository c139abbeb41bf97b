"""A Report as the plain data that templates see.

Templates get mappings, lists, texts, numbers and nothing else. Names of figures in texts are
already replaced by their phrases, people's names by the people.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property, partial
from typing import Any

from pydantic import BaseModel

from briefing.document import mark_gap
from briefing.figures import PARTS, FigureBook, Phrasebook, Reference, improved
from briefing.findings import label, say
from briefing.report import (
    AreaResults,
    Figure,
    ForcePart,
    LegalReference,
    PartialDate,
    Person,
    Report,
    Use,
    called_people,
    field_roles,
)
from briefing.templating.kinds import Kind
from briefing.templating.on_demand import OnDemand
from briefing.vietnamese import slash_date

_GROUPS = {"letter", "conference"}
"""Required groups; a template marks what it misses of them."""


def handed_on() -> list[str]:
    """Return the fields of a report that templates get as they are: all but notes and figures."""
    roles = field_roles(Report)
    return [name for name in roles if roles[name].use is not Use.NOTE and name != "figures"]


class ContextBuilder:
    """Makes the context of one report; collects nothing, changes nothing."""

    def __init__(self, report: Report, kind: Kind, language: str = "vi") -> None:
        self._report = report
        self._kind = kind
        self._language = language
        self._phrasebook = Phrasebook(report)

    def build(self) -> dict[str, Any]:
        """Return the report's facts under ``report``, beside what every template may ask."""
        facts = {name: self._plain(getattr(self._report, name)) for name in handed_on()}
        facts["results"] = [self._area(results) for results in self._ordered()]
        facts["figures"] = [self._figure(name, f) for name, f in self._report.figures.items()]
        facts["figure_groups"] = self._figure_groups(facts["figures"])
        facts["period"] |= {"name": self._report.period.name}
        facts["period"] |= {"last_name": self._report.period.last_name}
        facts["models"] = [self._model(index) for index in range(len(self._report.models))]
        facts["people"] = self._people()
        facts["force_names"] = list(facts["forces"].values())
        self._mark_missing(facts)
        names: dict[str, Any] = {"kind": self._kind.kind, "sums_up": self._report.period.sums_up}
        names["expected"] = [path.split("|")[0] for path in self._kind.expects]
        return {"report": facts, **names, **self._words()}

    def _words(self) -> dict[str, str]:
        return {name: self.fill(word) for name, word in self._phrasebook.words.items()}

    def fill(self, text: str) -> str:
        """Return a text of the report with its names replaced."""
        return self._phrasebook.fill(text, self._unknown)

    def _unknown(self, reference: Reference) -> str:
        words = say("gap.unknown_name", self._language, name=str(reference))
        return mark_gap(str(reference).strip("{}"), words)

    def _plain(self, value: Any) -> Any:
        match value:
            case str():
                return self.fill(value)
            case Person():
                return self._person(value)
            case LegalReference():
                return {"text": self.fill(value.text), "full": self.fill(value.in_full())}
            case PartialDate() | date():
                return slash_date(value.year, value.month, value.day)
            case Decimal() | int() | None:
                return value
            case BaseModel():
                return {
                    name: self._plain(getattr(value, name)) for name in type(value).model_fields
                }
            case dict():
                return {key: self._plain(item) for key, item in value.items()}
            case list() | tuple():
                return [self._plain(item) for item in value]
        raise TypeError(type(value).__name__)

    def _person(self, person: Person) -> dict[str, Any]:
        facts = {name: self._plain(getattr(person, name)) for name in type(person).model_fields}
        # Police, military and border guard carry a rank; civilians are "đồng chí" in State texts.
        facts["called"] = f"{facts['rank'] or 'đồng chí'} {facts['name']}"
        facts["full"] = ", ".join([facts["called"], *facts["posts"]])
        return facts

    def _people(self) -> dict[str, Any]:
        """Return the people, and a marked gap for each name that nobody bears."""
        people: dict[str, Any] = self._plain(self._report.people)
        for _, name in called_people(self._report):
            if name not in people:
                gap = mark_gap(
                    f"people.{name}", say("gap.unknown_person", self._language, name=name)
                )
                people[name] = {"name": gap, "rank": None, "posts": [], "called": gap, "full": gap}
        return people

    def _ordered(self) -> list[AreaResults]:
        """Return the results in the order of the issuer's force; own headings come last."""
        order = self._report.choices.order(self._report.issuer.force, self._report.area_order)

        def rank(results: AreaResults) -> int:
            return len(order) if results.area is None else order.index(results.area)

        return sorted(self._report.results, key=rank)

    def _area(self, results: AreaResults) -> dict[str, Any]:
        heading = results.heading or (
            self._report.choices.heading(results.area) if results.area else ""
        )
        return {
            "area": results.area,
            "heading": self.fill(heading),
            "statements": self._plain(results.statements),
            "parts": [self._part(part) for part in results.parts],
        }

    def _part(self, part: ForcePart) -> dict[str, Any]:
        name = self._report.forces.get(part.force)
        gap = say("gap.unknown_person", self._language, name=part.force)
        called = self.fill(name) if name else mark_gap(f"forces.{part.force}", gap)
        return {"force": called, "statements": self._plain(part.statements)}

    def _figure(self, name: str, figure: Figure) -> Mapping[str, Any]:
        facts = {
            "name": name,
            "number": figure.value,
            "area": self._report.choices.heading(figure.area) if figure.area else None,
            "out_of_label": figure.out_of_label,
            "zero": figure.value == 0,
            "group": bool(figure.criteria or figure.items),
        }
        # Few of the phrases are printed of any one figure, so each is made when it is asked for.
        return OnDemand(facts, self._phrases, name)

    @cached_property
    def _phrases(self) -> dict[str, Callable[[str], Any]]:
        """What can be said of a figure by its name, by what a template asks for."""
        book = self._phrasebook.book
        phrases: dict[str, Callable[[str], Any]] = {
            part or "phrase": partial(state, book) for part, state in PARTS.items()
        }
        return {**phrases, "moved": self._moved, "improved": partial(improved, book)}

    def _moved(self, name: str) -> str | None:
        """Return the change as a table says it; what a stated one is measured against stays."""
        stated = self._report.figures[name].change
        part = "compared" if stated and stated.base else "change"
        said = PARTS[part](self._table_book, name)
        return said and self.fill(said)

    @cached_property
    def _table_book(self) -> FigureBook:
        style = self._report.figure_style.model_copy(update={"pair": False})
        return self._phrasebook.book.in_style(style)

    def _figure_groups(self, figures: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return the figures under the headings of their areas, each area once."""
        groups: dict[str, list[Mapping[str, Any]]] = {}
        for figure in figures:
            if not figure["group"]:
                groups.setdefault(figure["area"] or "", []).append(figure)
        return [{"area": area, "figures": members} for area, members in groups.items()]

    def _model(self, index: int) -> dict[str, Any]:
        model = self._report.models[index]
        counted = self.fill(f"{{{model.figure}.quantity}}") if model.figure else None
        return {**self._plain(model), "quantity": counted}

    def _mark_missing(self, facts: dict[str, Any]) -> None:
        """Put a gap where a required text is missing, so that a draft shows it."""
        for paths in self._kind.requires:
            path, *others = paths.split("|")
            *groups, last = path.split(".")
            group: Any = facts
            for step in groups:
                group = group[step] if group else None
            # A missing group, or one of several facts that would do, is the template's to mark.
            if group and group[last] is None and not others and path not in _GROUPS:
                group[last] = gap_text(path, self._language)


def gap_text(path: str, language: str) -> str:
    """Return the marked words that ask for a missing fact."""
    return mark_gap(path, say("gap.missing", language, field=label(path, language)))
