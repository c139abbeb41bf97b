"""Tables and annexes of an input's own as templates see them, and how sentences refer to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefing.document import Content, annex_label, plain
from briefing.figures import references
from briefing.patterns import Pattern
from briefing.report import (
    TARGETS_TABLE,
    AreaResults,
    PlacedSection,
    Report,
    Section,
    cells_of,
    heads_of,
    placed_tables,
    report_texts,
)
from briefing.tracing import carried, joined

_NUMBER = Pattern(r"[-+−–]?\d[\d.]*(?:,\d+)?(?:\s?%)?|[-–—]|")
_TOTALS = ("tổng số", "tổng cộng", "tổng", "cộng")
_COUNTS = ("tt", "stt", "số tt", "số thứ tự")
_SHORT = 14
"""The longest text of a column whose cells are centred: units, days, marks."""


def tables_in_annexes(report: Report) -> dict[str, str]:
    """Return the annex of each table that lies in one, by name."""
    return {
        table: name
        for name, annex in report.annexes.items()
        for table in annex.tables
        if table in report.tables
    }


def _tables_in_sections(report: Report) -> list[str]:
    """Return the tables that stand in sections, in the order of the document."""
    away = tables_in_annexes(report)
    named = dict.fromkeys(name for _, name in placed_tables(report))
    return [name for name in named if name in report.tables and name not in away]


def table_labels(report: Report) -> dict[str, str]:
    """Return what tables are called that bear a number: ``Bảng 2``, ``Biểu số 05``.

    One alone in its annex goes by the annex; one alone in the text is named where sentences call
    it.
    """
    here = _tables_in_sections(report)
    if len(here) == 1 and not _calls(report, here[0]):
        here = []
    found = {name: f"Bảng {number}" for number, name in enumerate(here, start=1)}
    several = [annex.tables for annex in report.annexes.values() if len(annex.tables) > 1]
    numbered = [name for tables in several for name in tables if name in report.tables]
    return found | {name: f"Biểu số {at:02}" for at, name in enumerate(numbered, start=1)}


def targets_cited(report: Report) -> bool:
    """Say whether a sentence or a section refers to the annex of figures by its name."""
    if not report.targets_annexed:
        return False
    placed = any(name == TARGETS_TABLE for _, name in placed_tables(report))
    return placed or _calls(report, TARGETS_TABLE)


def refer_to_targets(
    report: Report,
    placed: Sequence[PlacedSection],
    seen: Sequence[dict[str, Any]],
    numbers: Mapping[str, str],
) -> bool:
    """Let the first section of an outline that tells of rows refer to their annex; say if it does.

    Where the input says itself where it is referred to, or where it lies, nothing is added.
    """
    if not report.targets_annexed or report.targets_placed or targets_cited(report):
        return False
    if TARGETS_TABLE not in numbers or any(one.section.part == "results" for one in placed):
        return False
    for one, section in zip(placed, seen, strict=True):
        if one.section.indicators:
            section["see"] = joined([*filter(None, [section["see"]]), numbers[TARGETS_TABLE]], ", ")
            return True
    return False


def _calls(report: Report, name: str) -> bool:
    """Say whether a sentence calls a name."""
    told = (text for _, text in report_texts(report) if name in text)
    return any(each.name == name for text in told for each in references(text))


def _called(report: Report) -> set[str]:
    """Return the names that sentences call."""
    return {each.name for _, text in report_texts(report) for each in references(text)}


def cited_tables(report: Report, labels: Mapping[str, str]) -> dict[str, str]:
    """Return how sentences refer to annexes and tables; ``labels`` are those of the annexes."""
    found = dict(labels)
    if not report.tables:
        return found
    away = tables_in_annexes(report)
    own = table_labels(report)
    for name in report.tables:
        if name in own:
            found[name] = own[name]
        elif name in away and away[name] in labels:
            found[name] = labels[away[name]]
    return found


def expected_annexes(report: Report, word: str) -> dict[str, str]:
    """Return the labels of annexes as they will be unless templates print other ones before."""
    first = report.targets_annexed and not report.targets_placed
    before = first + bool((report.conference and report.conference_held) or report.awards)
    count = before + len(report.annexes)
    found = {
        name: annex_label(word, at, count)
        for at, name in enumerate(report.annexes, start=before + 1)
    }
    return {TARGETS_TABLE: annex_label(word, 1, count), **found} if first else found


def printed_annexes(
    content: Content, annexes: Iterable[Mapping[str, Any]], word: str
) -> dict[str, str]:
    """Return the labels of the input's own annexes in a finished text."""
    found: dict[str, str] = {}
    titles = [plain(annex.title).strip().casefold() for annex in content.annexes]
    begin = 0
    for annex in annexes:
        title = str(annex["title"]).strip().casefold()
        if title in titles[begin:]:
            begin = titles.index(title, begin) + 1
            found[str(annex["name"])] = annex_label(word, begin, len(titles))
    return found


class InputTables:
    """The tables and the annexes of an input as templates see them; ``numbers`` cite them."""

    def __init__(
        self,
        report: Report,
        numbers: Mapping[str, str],
        tables: Mapping[str, Any],
        annexes: Mapping[str, Any],
    ) -> None:
        self._numbers = numbers
        self._away = {*tables_in_annexes(report), *annexes} if annexes else set()
        self._away |= {TARGETS_TABLE} if report.targets_annexed else set()
        labels = table_labels(report) if tables else {}
        self.tables = {name: _table(facts, labels.get(name, "")) for name, facts in tables.items()}
        unseen = _unmentioned(report) if annexes else []
        self.annexes = [
            {
                **facts,
                "title": self._title(facts),
                "name": name,
                "tables": [self.tables[each] for each in facts["tables"] if each in tables],
                "at": numbers.get(name, ""),
                "mentioned": name not in unseen,
            }
            for name, facts in annexes.items()
        ]

    def _title(self, facts: Mapping[str, Any]) -> str:
        """Return the title of an annex; one table of the same title is named by it."""
        title: str = facts["title"]
        named = [self.tables[name]["title"] for name in facts["tables"] if name in self.tables]
        alike = [said for said in named if said.casefold() == title.casefold()]
        return carried(title, *alike)

    def in_section(self, section: Section | AreaResults) -> dict[str, Any]:
        """Return the tables that stand in a section or area, and what it refers to, each once."""
        named = section.tables
        away = [n for n in named if n in self._away and n in self._numbers]
        # In the order of the document, however they are asked for.
        said = [self._numbers[name] for name in self._numbers if name in away]
        here = [self.tables[n] for n in named if n in self.tables and n not in self._away]
        return {"see": joined(list(dict.fromkeys(said)), ", "), "tables": here}


def _table(facts: Mapping[str, Any], label: str) -> dict[str, Any]:
    """Return a table with its columns and its rows under their headings; ``facts`` are filled."""
    heads = heads_of(facts["columns"] or "")
    rows = [cells_of(row) for row in facts["rows"]]
    width = len(heads)
    full = [row for row in rows if len(row) == width]
    columns = [
        {"over": over, "head": own, "side": _side(own, [row[at] for row in full])}
        for at, (over, own) in enumerate(heads)
    ]
    return {**facts, "label": label, "columns": columns, "groups": _groups(rows, width)}


def _side(head: str, cells: Sequence[str]) -> str:
    if head.casefold().rstrip(".") in _COUNTS:
        return "center"
    filled = [str(cell) for cell in cells if cell]
    if filled and all(_NUMBER.fullmatch(cell) for cell in filled):
        return "right"
    short = all(len(cell) <= _SHORT and cell.count(" ") <= 1 for cell in filled)
    return "center" if filled and short and len(set(filled)) < len(filled) else "left"


def _groups(rows: Iterable[list[str]], width: int) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = [{"title": None, "rows": []}]
    for cells in rows:
        if width > 1 and cells[0] and not any(cells[1:]):
            groups.append({"title": cells[0], "rows": []})
        else:
            groups[-1]["rows"].append({"cells": cells, "total": _is_total(cells)})
    return groups if groups[0]["rows"] else groups[1:]


def _is_total(cells: Sequence[str]) -> bool:
    """Say whether a row sums up the others."""
    named = next((cell for cell in cells[:2] if any(map(str.isalpha, cell))), "")
    return named.casefold().rstrip(" .:") in _TOTALS


def _unmentioned(report: Report) -> list[str]:
    """Return the annexes that neither a section nor a sentence refers to."""
    called = _called(report)
    called.update(name for _, name in placed_tables(report))
    return [
        name
        for name, annex in report.annexes.items()
        if name not in called and called.isdisjoint(annex.tables)
    ]
