"""A Report as the plain data that templates see.

Templates get mappings, lists, texts, numbers and nothing else. Names of figures in texts are
already replaced by their phrases, people's names by the people. Texts and numbers that are there
to be printed know which facts they state.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from briefing.document import mark_gap
from briefing.figures import (
    Phrasebook,
    Reference,
)
from briefing.figures.fulfilment import telling_rows
from briefing.findings import dotted, label, say
from briefing.report import (
    NO_ROLE,
    AreaResults,
    ForcePart,
    LegalReference,
    PartialDate,
    Person,
    PlacedSection,
    Report,
    Role,
    Section,
    Use,
    called_people,
    field_roles,
    full_citation,
    ordered_results,
    placed_sections,
    report_texts,
    roles_below,
    traced_facts,
    traced_value,
)
from briefing.templating.called import Called, named_once
from briefing.templating.extra import own_data
from briefing.templating.figure_facts import FigureFacts
from briefing.templating.kind import Kind
from briefing.templating.outline import as_templates_see, placed_parts, with_limits_last
from briefing.templating.own_tables import InputTables, refer_to_targets, targets_cited
from briefing.templating.rows import sentences_of_rows
from briefing.templating.short import in_short
from briefing.templating.targets import PLAN_COLUMNS, planned_rows
from briefing.tracing import carried, joined, paths_of, stating
from briefing.vietnamese import slash_date

_ENDS_IN_A_YEAR = re.compile(
    r"(?:[Nn]ăm|[Gg]iai đoạn(?: \d{4} -)?) \d{4}$|\bTết\b\D* \d{4}$|\{(?:this|year)\}$"
)
_GROUPS = {"letter", "conference"}
"""Required groups; a template marks what it misses of them."""


def handed_on() -> list[str]:
    """Return the fields that templates get as they are: all but notes, figures and sections."""
    roles = field_roles(Report)
    made = ("figures", "indicators", "sections")
    return [name for name in roles if roles[name].use is not Use.NOTE and name not in made]


class ContextBuilder:
    """Makes the context of one report; collects nothing, changes nothing.

    Values know their facts unless ``traced`` is false, which is faster. ``numbers`` are those of
    the sections that sentences refer to, by name.
    """

    def __init__(
        self,
        report: Report,
        kind: Kind,
        language: str = "vi",
        *,
        traced: bool = True,
        numbers: Mapping[str, str] | None = None,
    ) -> None:
        self._report = report
        self._kind = kind
        self._language = language
        self._traced = traced
        self._numbers = numbers or {}
        self._phrasebook = Phrasebook(report, traced=traced, sections=numbers)
        self._figures = FigureFacts(self._phrasebook, report, self.fill, self._heading)

    def build(self) -> dict[str, Any]:
        """Return the report's facts under ``report``, beside what every template may ask."""
        roles = field_roles(Report)
        facts = {
            name: self._plain(getattr(self._report, name), name, roles[name])
            for name in handed_on()
            if name != "results"
        }
        figures = self._figures
        facts["figures"] = [figures.facts(name) for name in self._report.figures]
        facts["figure_groups"] = figures.by_area(facts["figures"])
        facts["indicator_groups"] = figures.indicator_groups(facts["figures"])
        facts["period"] |= {"name": self._phrasebook.words["this"]}
        last = carried(self._report.period.last_name, self._phrasebook.words["this"])
        facts["period"] |= {"last_name": last}
        facts["target_table"] = figures.target_table(facts["indicator_groups"], last)
        planned = planned_rows(facts["indicator_groups"]) if self._kind.apart else []
        facts["plan_table"] = figures.target_table(planned, last, PLAN_COLUMNS)
        for index, model in enumerate(facts["models"]):
            model["quantity"] = self._quantity(index)
        facts["people"] = self._people(facts["people"])
        facts["extra"] = own_data(facts["extra"], self._report.choices.fields, figures.listed)
        facts["force_names"] = list(facts["forces"].values())
        named_once(facts["tasks"], "group")
        named_once(facts["proposals"], "to")
        self._mark_missing(facts)
        names: dict[str, Any] = {"kind": self._kind.kind, "sums_up": self._report.period.sums_up}
        names["expected"] = [path.split("|")[0] for path in self._kind.expects]
        names["held"] = self._report.conference_held
        # "… Tết Nguyên đán Bính Ngọ năm 2026", "… giai đoạn 2021 - 2025" say when by themselves.
        names["undated"] = not _ENDS_IN_A_YEAR.search(self._report.subject or "")
        texts = (text for path, text in report_texts(self._report) if path[0] == "sections")
        names["annex_named"] = any("phụ lục" in text.casefold() for text in texts)
        names["targets_cited"] = targets_cited(self._report)
        names["targets_apart"] = self._report.targets_annexed and self._report.targets_placed
        names |= self._wording(facts["period"]["last_name"])
        own = InputTables(self._report, self._numbers, facts["tables"], facts["annexes"])
        facts["tables"], facts["annexes"] = own.tables, own.annexes
        facts["results"] = [
            self._area(area, path) | own.in_section(area) for area, path in self._ordered()
        ]
        placed = list(placed_sections(self._report))
        seen = [self._section(p, names["headings"]) | own.in_section(p.section) for p in placed]
        if not names["annex_named"] and refer_to_targets(self._report, placed, seen, self._numbers):
            names["targets_cited"] = True
        facts["outline"] = with_limits_last(placed, seen)
        if facts["outline"]:
            names["sections"] = placed_parts(self._report)
        return {"report": facts, **names, **self._words()}

    def _section(self, placed: PlacedSection, headings: Mapping[str, str]) -> dict[str, Any]:
        """Return a section of the input's own outline; the next one stands behind it or in it."""
        own = placed.section.model_copy(update={"sections": []})
        facts = self._group(own, dotted(placed.path), NO_ROLE)
        facts |= self._with_rows(own, dotted(placed.path), facts["statements"])
        return as_templates_see(placed, facts, self._report.choices.wording, headings)

    def _wording(self, last_period: str) -> dict[str, Any]:
        """Return what the parts of the document are called, and in which order they come."""
        wording = self._report.choices.wording
        more = {"sums_up": self._report.period.sums_up, "last_period": last_period}

        def called(texts: Mapping[str, str]) -> dict[str, str]:
            return {name: self._phrasebook.with_words(text, more) for name, text in texts.items()}

        return {
            "headings": called(wording.headings),
            "sections": list(wording.order(self._kind.name)),
            "figure_columns": list(wording.figures.columns),
            "named_columns": sorted(wording.figures.said),
            "figure_heads": called(wording.figures.heads),
        }

    def _words(self) -> dict[str, str]:
        return {name: self.fill(word) for name, word in self._phrasebook.words.items()}

    def fill(self, text: str, *paths: str) -> str:
        """Return a text of the report with its names replaced; ``paths`` are what it states."""
        filled = self._phrasebook.fill(text, self._unknown)
        return stating(filled, *paths) if paths and self._traced else filled

    def _unknown(self, reference: Reference) -> str:
        words = say("gap.unknown_name", self._language, name=str(reference))
        # Letters that are no name may hold what no address may.
        named = str(reference).strip("{}")
        return mark_gap(re.sub(r"[^\w.]+", "_", named), words)

    def _plain(self, value: Any, path: str, role: Role) -> Any:
        # Most fields are empty, and most others are texts and lists of them.
        if value is None:
            return None
        if isinstance(value, str):
            filled = self._phrasebook.fill(value, self._unknown)
            return stating(filled, path) if role.shown and self._traced else filled
        if isinstance(value, list | tuple):
            if self._traced:
                return [self._plain(item, f"{path}[{at}]", role) for at, item in enumerate(value)]
            # Long reports are lists of texts that name nothing.
            return [
                item
                if type(item) is str and "{" not in item and "}" not in item
                else self._plain(item, path, role)
                for item in value
            ]
        if isinstance(value, dict):
            return {key: self._plain(item, f"{path}.{key}", role) for key, item in value.items()}
        if isinstance(value, Decimal | int):
            return traced_value(value, path, role) if self._traced else value
        return self._of_parts(value, path, role)

    def _of_parts(self, value: Any, path: str, role: Role) -> Any:
        match value:
            case Person():
                return self._person(value, path, role)
            case LegalReference():
                return self._reference(value, path, role)
            case PartialDate() | date():
                said = slash_date(value.year, value.month, value.day)
                return stating(said, path) if role.shown and self._traced else said
            case BaseModel():
                return self._group(value, path, role)
        raise TypeError(type(value).__name__)

    def _group(self, group: BaseModel, path: str, role: Role) -> dict[str, Any]:
        plain = self._plain
        return {
            name: None
            if (value := getattr(group, name)) is None
            else plain(value, f"{path}.{name}", own)
            for name, own in roles_below(type(group), role).items()
        }

    def _reference(self, document: LegalReference, path: str, role: Role) -> dict[str, str]:
        traced = traced_facts(document, path, role) if self._traced else document
        cited = full_citation(traced, party=self._report.body.family == "party")
        return {"text": self.fill(document.text, f"{path}.text"), "full": self.fill(cited)}

    def _person(self, person: Person, path: str, role: Role) -> dict[str, Any]:
        facts = self._group(person, path, role)
        # Police, military and border guard carry a rank; civilians are "đồng chí" in State texts.
        called = facts["rank"] or "đồng chí"
        # Who is known by a post only is called by it: "đồng chí Bí thư Đảng ủy xã".
        name, *posts = [facts["name"]] * bool(facts["name"]) + facts["posts"]
        facts["called"] = joined([called, name], " ")
        facts["full"] = joined([facts["called"], *posts], ", ")
        return facts

    def _people(self, people: dict[str, Any]) -> dict[str, Any]:
        """Return the people, and a marked gap for each name that nobody bears."""
        for _, name in called_people(self._report):
            if name not in people:
                gap = mark_gap(
                    f"people.{name}", say("gap.unknown_person", self._language, name=name)
                )
                people[name] = {"name": gap, "rank": None, "posts": [], "called": gap, "full": gap}
        return Called(people)

    def _ordered(self) -> list[tuple[AreaResults, str]]:
        return [(area, dotted(path)) for area, path in ordered_results(self._report)]

    def _heading(self, area: str | None) -> str:
        return self._report.choices.heading(area) if area else ""

    def _area(self, results: AreaResults, path: str) -> dict[str, Any]:
        facts = self._group(results, path, NO_ROLE)
        if results.heading is None:
            facts["heading"] = self._heading(results.area)
        for part, called in zip(results.parts, facts["parts"], strict=True):
            called["force"] = self._force(part.force, called["force"])
            called["brief"] = self._brief(part, called["statements"])
        return facts | self._with_rows(results, path, facts["statements"])

    def _with_rows(
        self, said: AreaResults | Section, path: str, filled: list[str]
    ) -> dict[str, list[str]]:
        """Return the sentences of a group and of its rows, and what the short version has."""
        told = self._told(said.indicators, f"{path}.indicators")
        brief = self._brief(said, filled)
        return {"statements": filled + told, "brief": brief if said.in_short else brief + told}

    def _brief(self, said: AreaResults | Section | ForcePart, filled: list[str]) -> list[str]:
        places = in_short(said.statements, said.in_short, self._report.figures)
        return [filled[at] for at in places]

    def _told(self, group: str | None, path: str) -> list[str]:
        """Return the sentences of the rows of a group; none of their words are a template's."""
        told = sentences_of_rows(self._phrasebook.book, self._rows, group)
        return [self.fill(text, path) for text in told]

    @cached_property
    def _rows(self) -> dict[tuple[str, ...], list[str]]:
        """The rows that say something, by the words of their headings."""
        return telling_rows(self._phrasebook.book.figures)

    def _force(self, key: str, called: str) -> str:
        """Return the name of a force in place of its key, which states that it took part."""
        name = self._report.forces.get(key)
        if name:
            return stating(self.fill(name, f"forces.{key}"), *paths_of(called))
        return mark_gap(f"forces.{key}", say("gap.unknown_person", self._language, name=key))

    def _quantity(self, index: int) -> str | None:
        """Return how many of a model there are, as its figure says."""
        figure = self._report.models[index].figure
        return self.fill(f"{{{figure}.quantity}}", f"models[{index}].figure") if figure else None

    def _mark_missing(self, facts: dict[str, Any]) -> None:
        """Put a gap where a required text is missing, so that a draft shows it."""
        for paths in self._kind.requires:
            path, *others = paths.split("|")
            *groups, last = path.split(".")
            group: Any = facts
            for step in groups:
                group = group[step] if group else None
            # A missing group, or one of several facts that would do, is the template's to mark.
            if group and group.get(last, "") is None and not others and path not in _GROUPS:
                group[last] = gap_text(path, self._language)


def gap_text(path: str, language: str) -> str:
    """Return the marked words that ask for a missing fact."""
    return mark_gap(
        path, say("gap.missing", language, field=label(path.replace("[]", ""), language))
    )
