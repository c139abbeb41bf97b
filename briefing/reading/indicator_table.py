"""A table of indicators beside an input: its rows as the input itself would write them.

The columns are known by their heads, in whatever order they stand. A row with nothing but its label
is the heading of those below it; a label that begins with a dash is a part of the row above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from briefing.findings import Finding, InputError, Origin, nearest
from briefing.patterns import Pattern
from briefing.program_data import table_beside
from briefing.reading.csv_cells import Cells, read_cells
from briefing.reading.csv_numbers import (
    AmbiguousNumberError,
    Numbers,
    OtherCountryError,
    other_way,
)
from briefing.reading.head_spans import Spans, without_part
from briefing.reading.source import FileData
from briefing.reading.tree import MAX_FAULTS
from briefing.report import name_of, range_of
from briefing.vietnamese import clean

_NUMBERS = ("previous", "plan", "actual", "estimate", "reached", "next_plan")
_RANGES = ("plan", "actual", "estimate", "next_plan")
_RANGE = Pattern(r"(\d[\d.,]*\s?%?)\s*[-–—]\s*(\d[\d.,]*\s?%?)", re.ASCII)
_LINES = frozenset("-–—")
_NOTHING = ("", "-", "–", "—", "…", "...")
_DASHES = Pattern(r"^([-–+*])\s+")
_BELOW_ZERO = Pattern(r"[-–\N{MINUS SIGN}]\s*\d")
_ACCEPTED = Pattern(
    r"stated:\s*(\d+(?:\.\d+)?),\s*computed:\s*(\d+(?:\.\d+)?),\s*reason:\s*([^{}]*[^{}\s])",
    re.ASCII,
)
_YEAR = Pattern(r"(?:năm )?(?<!\d)(\d{4})(?!\d)")
_CUMULATIVE = Pattern(r"\b(?:lũy|luỹ) kế\b", re.IGNORECASE)
_REFUSED: dict[type[ValueError], str] = {
    AmbiguousNumberError: "indicators/unclear-number",
    OtherCountryError: "indicators/other-country",
}
MAX_ROWS = 5_000
"""The most rows of a table; a province's report has some thousand."""

PASSED_OVER = "–"
"""The key of a column that is not read."""


def read_indicators(
    path: Path, year: int | None, spans: Spans | None = None, *, convert: bool = False
) -> FileData:
    """Return the rows of a table as ``indicators``, each value with its line and its column.

    ``year`` is the report's, by which heads such as "TH 2025" are understood; ``spans`` are its
    period and the coming one, of which the numbers must be. Raises InputError
    with every fault.
    """
    reader = _Reader(str(path), read_cells(path, convert=convert), year, spans)
    reader.read()
    if reader.faults:
        raise InputError(list(_by_column(reader.faults))[:MAX_FAULTS])
    return FileData({"indicators": reader.items}, reader.places)


@dataclass(slots=True)
class _Reader:
    file: str
    table: Cells
    year: int | None
    spans: Spans | None
    items: list[dict[str, Any]] = field(default_factory=list)
    places: dict[tuple[str | int, ...], Origin] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)
    columns: dict[int, str] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    yearly: bool = False
    group: str | None = None
    above: list[str] = field(default_factory=list)

    def read(self) -> None:
        cleaned = ((line, [clean(cell) for cell in cells]) for line, cells in self.table.rows)
        (line, head), *rows = [(line, cells) for line, cells in cleaned if any(cells)]
        self._heads(line, head)
        if self.faults:
            return
        self.places["indicators",] = Origin(self.file, line, 1)
        numeric = [at for at, key in self.columns.items() if key in _NUMBERS]
        written = [
            number
            for _, cells in rows
            for at in numeric
            if at < len(cells)
            for number in _ends(_bare(cells[at])[1])
        ]
        # Excel parts cells by semicolons where the comma stands before decimals.
        numbers = Numbers(written, "," if self.table.sign == ";" else None)
        for line, cells in rows[:MAX_ROWS]:
            self._row(line, cells, numbers)
        if len(rows) > MAX_ROWS:
            self._fault("indicators/too-many", rows[MAX_ROWS][0], 1, limit=MAX_ROWS)

    def _heads(self, line: int, head: list[str]) -> None:
        known = _known()
        for at, written in enumerate(head):
            said = _head(written, self.year)
            key, word = known.get(said, ("", ""))
            if key == "plan" and self.spans and self.spans.is_coming(written):
                key, word = "next_plan", ""
            if key and key != PASSED_OVER and key in self.columns.values():
                self._fault("indicators/same-heading", line, at + 1, head=written)
            elif key:
                self.columns[at], self.heads[at] = key, written
                if word:
                    self.words[at] = word
            elif said:
                near = nearest(said, [each for each in known if "{" not in each])
                values = {"head": written, "near": near, "known": _shown_heads()}
                origin = Origin(self.file, line, at + 1)
                self.faults.append(
                    Finding("indicators/unknown-heading", origin=origin, values=values)
                )
        self._periods(line)
        if not self.faults and "label" not in self.columns.values():
            self._fault("indicators/no-label-column", line, 1, known=_shown_heads())

    def _periods(self, line: int) -> None:
        """Refuse columns of another period than the report's, which would be taken for it."""
        beside = "estimate" in self.columns.values()
        for at, key in self.columns.items():
            plain = words_of_heads()["of_periods"].get(key)
            if self.spans is None or plain is None:
                continue
            if key == "plan" and self.spans.is_whole_year(self.heads[at]):
                self.yearly = True
                continue
            due = self.spans.wrong(key, self.heads[at], beside_estimate=beside)
            if due:
                values = {"head": self.heads[at], "due": due, "plain": plain}
                self._fault("indicators/other-period", line, at + 1, **values)

    def _row(self, line: int, cells: list[str], numbers: Numbers) -> None:
        for at in range(len(cells)):
            if cells[at] and at not in self.columns:
                self._fault("indicators/outside", line, at + 1)
        said = {
            key: (at, cells[at])
            for at, key in self.columns.items()
            if key != PASSED_OVER and at < len(cells) and cells[at] not in _NOTHING
        }
        if not said:
            return
        if "label" not in said:
            self._fault("indicators/no-label", line, min(at for at, _ in said.values()) + 1)
        elif len(said) == 1 and not _DASHES.match(said["label"][1]):
            self.group, self.above = said["label"][1], []
        else:
            self._indicator(line, said, numbers)

    def _indicator(self, line: int, said: dict[str, tuple[int, str]], numbers: Numbers) -> None:
        row: dict[str, Any] = {}
        here = ("indicators", len(self.items))
        self.places[here] = Origin(self.file, line, said["label"][0] + 1)
        if "unit" in said:
            row["unit"] = said["unit"][1]
        for key, (at, text) in said.items():
            origin = Origin(self.file, line, at + 1)
            if key in _NUMBERS:
                self._number(row, key, text, numbers, origin, self.heads[at])
            else:
                row[key] = self._words(key, text, origin)
            self.places[*here, key] = origin
            if key == "plan" and at in self.words and "plan_word" not in said:
                row["plan_word"] = self.words[at]
                self.places[*here, "plan_word"] = origin
        if self.yearly and "plan" in row:
            row["whole_year"] = True
            self.places[*here, "whole_year"] = self.places[*here, "plan"]
        if "actual" in said and _CUMULATIVE.search(self.heads[said["actual"][0]]):
            row["cumulative"] = True
            self.places[*here, "cumulative"] = self.places[*here, "actual"]
        if "actual" in said and "estimate" not in said:
            self._whole_period(line, said["actual"][0])
        if "next_plan" in said:
            self._next_goal(row, *said["next_plan"], line)
        self._placed(row, said)
        self.items.append(row)

    def _placed(self, row: dict[str, Any], said: dict[str, tuple[int, str]]) -> None:
        """Put a row under its heading, and below the row that it is a part of."""
        dash = _DASHES.match(row["label"])
        here = ("indicators", len(self.items))
        depth = 0
        if dash:
            row["label"] = row["label"][dash.end() :]
            depth = 2 if dash[1] in "+*" and len(self.above) > 1 else 1
        del self.above[depth:]
        if dash and self.above and "parent" not in said:
            row["parent"] = self.above[-1]
            self.places[*here, "parent"] = self.places[here]
        if self.group and "group" not in said:
            row["group"] = self.group
            self.places[*here, "group"] = self.places[here]
        self.above.append(name_of(row))

    def _number(
        self,
        row: dict[str, Any],
        key: str,
        text: str,
        numbers: Numbers,
        origin: Origin,
        head: str,
    ) -> None:
        """Put a number into a row, with the goal that a plan may name: ≤ 3."""
        sign, digits = _bare(text)
        ends = _ends(digits) if key in _RANGES else [digits]
        if row.get("unit") == "%" or key == "reached":
            ends = [end.removesuffix("%").rstrip() for end in ends]
        try:
            if sign and key not in ("plan", "next_plan"):
                raise ValueError(text)
            read = [numbers.read(end) for end in ends]
            row[key] = read[0] if len(read) == 1 else range_of(*read)
        except ValueError as error:
            rule = _REFUSED.get(type(error), "indicators/not-a-number")
            if _BELOW_ZERO.match(text):
                rule = "indicators/negative"
            if key in ("plan", "next_plan") and _is_strict(text):
                rule = "indicators/strict-sign"
            values = {"written": text, "head": head, "plain": re.sub(r"\D", "", digits)}
            values["other"] = other_way(digits)
            self.faults.append(Finding(rule, origin=origin, values=values))
            return
        if sign and key == "plan":
            row.setdefault("goal", _goals()[sign])
            self.places.setdefault(("indicators", len(self.items), "goal"), origin)

    def _whole_period(self, line: int, at: int) -> None:
        """Refuse a result of eleven months that no estimate completes to the year's."""
        if self.spans and self.spans.is_part(self.heads[at]):
            values = {"head": self.heads[at], "due": self.spans.own.name}
            self._fault("indicators/part-of-period", line, at + 1, **values)

    def _next_goal(self, row: dict[str, Any], at: int, text: str, line: int) -> None:
        """Refuse a sign before the next plan that is not the row's: a row has one goal."""
        sign, _ = _bare(text)
        if not sign:
            return
        # Without a plan the row has no goal, and nothing would print the sign.
        goal = row.get("goal") if {"plan", "reached"} & set(row) else None
        if _goals()[sign] != (goal or "at_least"):
            head = self.heads[at]
            self._fault("indicators/sign-of-next", line, at + 1, written=text, head=head)

    def _words(self, key: str, text: str, origin: Origin) -> Any:
        """Return what a cell says that holds no number."""
        if key == "accepted":
            return self._accepted(text, origin)
        return self._goal(text, origin) if key == "goal" else text

    def _goal(self, text: str, origin: Origin) -> str | None:
        found = _goals().get(text.casefold())
        if found is None:
            known = ", ".join(f"“{word}”" for word in ("ít nhất", "không quá"))
            values = {"written": text, "known": known}
            self.faults.append(Finding("indicators/unknown-goal", origin=origin, values=values))
        return found

    def _accepted(self, text: str, origin: Origin) -> list[dict[str, Any]]:
        """Return what was accepted, as an input would write it: {stated: …, computed: …, …}."""
        found = [
            {"stated": Decimal(said[1]), "computed": Decimal(said[2]), "reason": said[3]}
            for said in _ACCEPTED.finditer(text)
        ]
        if not found:
            values = {"written": text}
            self.faults.append(Finding("indicators/not-accepted", origin=origin, values=values))
        return found

    def _fault(self, rule: str, line: int, column: int, **values: object) -> None:
        origin = Origin(self.file, line, column)
        self.faults.append(Finding(rule, origin=origin, values={"near": None, **values}))


def _by_column(faults: list[Finding]) -> Iterator[Finding]:
    """Yield faults, the numbers of a column that could be either as one."""
    columns: dict[int | None, list[Finding]] = {}
    for fault in faults:
        if fault.rule == _REFUSED[AmbiguousNumberError]:
            columns.setdefault(_column(fault), []).append(fault)
    for fault in faults:
        alike = columns.get(_column(fault), [])
        if fault not in alike or len(alike) == 1:
            yield fault
        elif fault is alike[0]:
            values = {**fault.values, "count": len(alike)}
            yield replace(fault, rule="indicators/unclear-column", values=values)


def _column(fault: Finding) -> int | None:
    return fault.origin.column if fault.origin else None


def _ends(text: str) -> list[str]:
    """Return the two ends of a range, or a text as it is."""
    # Next to no number is a range, and those have a line in the middle.
    found = _RANGE.fullmatch(text) if _LINES.intersection(text) else None
    return [end.strip() for end in found.groups()] if found else [text]


def _bare(text: str) -> tuple[str, str]:
    """Return the words that a number stands behind, ``≤`` or ``không quá``, and the number."""
    if text[:1].isdigit():
        return "", text
    for sign in _goals():
        if text.casefold().startswith(sign):
            return sign, text[len(sign) :].strip()
    return "", text


def _is_strict(text: str) -> bool:
    """Say whether a number stands behind a sign that leaves it out: ``> 90``."""
    said = text.casefold()
    return any(
        said.startswith(sign) and said[len(sign) :].lstrip()[:1].isdigit()
        for sign in words_of_heads()["strict"]["signs"]
    )


def _head(written: str, year: int | None) -> str:
    """Return the head of a column in the words of the list."""
    said = without_part(written)
    if year is not None:
        names = {year: "{year}", year - 1: "{last_year}", year + 1: "{next_year}"}
        said = _YEAR.sub(lambda match: names.get(int(match[1]), match[0]), said)
    return clean(said)


@cache
def words_of_heads() -> dict[str, Any]:
    """Return the heads that tables of indicators have, and what they mean."""
    return table_beside(__file__, "heads.toml")


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Return the key of every head, with the word for plans that it says."""
    table = words_of_heads()
    found = {head: (key, "") for key, heads in table["columns"].items() for head in heads}
    found |= {head: ("plan", word) for word, heads in table["plans"].items() for head in heads}
    return found | dict.fromkeys(table["passed_over"]["heads"], (PASSED_OVER, ""))


@cache
def _goals() -> dict[str, str]:
    """Return what the signs and words before a plan ask for, the longest first."""
    goals = words_of_heads()["goals"]
    words = [(word, goal) for goal, said in goals.items() for word in said]
    return dict(sorted(words, key=lambda each: -len(each[0])))


def _shown_heads() -> str:
    """Return one head for each thing that a table can say."""
    table = words_of_heads()
    shown = [heads[0] for key, heads in table["columns"].items() if key != "plan"]
    return ", ".join(f"“{head}”" for head in [*shown, *(h[0] for h in table["plans"].values())])
