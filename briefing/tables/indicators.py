"""The rows of a table of indicators as figures, each value with its cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from briefing.findings import Finding, Origin, Severity
from briefing.reading.cells import Cell, as_told, is_blank, is_struck, words
from briefing.reading.grids import SheetPage, letters
from briefing.reading.structure import is_total
from briefing.reading.unit_words import usual_unit
from briefing.tables.amounts import (
    UnclearNumberError,
    amount,
    is_unit,
    same_measure,
    unit_in,
)
from briefing.tables.asked import Asked
from briefing.tables.headings import TableHead, find_heads, is_numbering
from briefing.tables.meanings import ColumnHeading

TAKEN = ("value", "previous", "out_of", "rate")
_ORDINAL = re.compile(r"([IVXLC]+|\d+(\.\d+)*|[a-zđ])[.)]\s+|[-+–*•]\s*")
_PART = re.compile(r"[-+–*•]\s")
_NOTE = re.compile(
    r"(ghi chú|chú thích)\s*([:;.(]|$)|nguồn( số liệu)?\s*[:;]|\(?\*|người lập( biểu)?$"
    r"|thủ trưởng( đơn vị)?$|.{0,40}\bngày\s.{0,12}\btháng\b|đvt\s*:|đơn vị tính\s*:",
    re.I,
)
"""What stands under a table and is no row of it, with a number beside it or without."""
_OF_RATE = re.compile(r"(tỷ|tỉ) (lệ|trọng|suất)\b|tốc độ\b|cơ cấu\b|chỉ số\b|%", re.I)
"""How labels of percentages begin."""
_OF_UNIT = ("value", "previous", "out_of")
_NUMERAL = 5
"""The characters of the longest number of a row: XVIII."""
_ROUNDED = Decimal("0.06")
"""How far a rounded percentage may lie from the exact one."""
_NOTHING = ("-", "–", "—", "x", "…", "...")


@dataclass(slots=True)
class IndicatorRow:
    """One row of a table, or one group of columns of it: values by field, with their cells.

    ``estimated`` says that the value is expected for the whole period.
    """

    label: str
    section: str
    unit: str
    row: int
    values: dict[str, Decimal] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    estimated: bool = False


@dataclass(slots=True)
class TakenTable:
    """What is taken from the sheets of a table: headings with their cells, rows, and doubts."""

    headings: list[tuple[str, ColumnHeading]] = field(default_factory=list)
    indicators: list[IndicatorRow] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)


def indicators_of(
    file: str, page: SheetPage, asked: Asked, kept: dict[str, str]
) -> TakenTable | None:
    """Return what a sheet holds, ``None`` when it has no table of indicators.

    ``asked`` is the period, ``kept`` are the headings whose field somebody has confirmed.
    """
    heads = find_heads(page, asked, kept)
    found = [_Rows(file, page, head, asked).taken() for head in heads]
    return together(found) if found else None


def together(each: Iterable[TakenTable]) -> TakenTable:
    """Return what several tables hold as one."""
    whole = TakenTable()
    for found in each:
        whole.headings += found.headings
        whole.indicators += found.indicators
        whole.doubts += found.doubts
    return whole


class _Rows:
    """Goes down the rows of one sheet."""

    def __init__(self, file: str, page: SheetPage, head: TableHead, asked: Asked) -> None:
        self._file = file
        self._page = page
        self._head = head
        self._asked = asked
        self._taken = TakenTable()
        self._label = head.of("label")[0]
        self._section = ""
        self._flattened: list[int] = []

    def taken(self) -> TakenTable:
        """Return all of it."""
        self._struck_heads()
        self._columns()
        if not self._head.is_sure:
            return self._taken
        begins, rows = self._head.begins, self._page.grid
        span = range(begins, self._head.ends)
        last = max((row for row in span if self._has_digits(row)), default=-1)
        for row in span:
            self._row(row, rows[row], is_below=row > last)
        if self._flattened:
            count = str(len(self._flattened))
            self._doubt("import/flattened", self._flattened[0], self._label, count=count)
        self._hidden()
        self._own_labels()
        self._two_scales()
        return self._taken

    def _hidden(self) -> None:
        """Tell rows and columns that are read and that nobody sees."""
        look, read = self._page.look, {each.row for each in self._taken.indicators}
        rows = sorted(look.hidden_rows & read)
        if rows:
            said = ", ".join(str(row + 1) for row in rows)
            self._doubt("workbook/hidden-rows", rows[0], self._label, rows=said)
        heads = self._head.columns.items()
        columns = sorted(look.hidden_columns & {at for at, head in heads if head.field in TAKEN})
        if columns:
            said = ", ".join(letters(at) for at in columns)
            self._doubt("workbook/hidden-columns", self._head.begins - 1, columns[0], columns=said)
        if self._page.is_hidden and read:
            self._doubt("workbook/hidden-sheet", min(read), self._label, sheet=self._page.title)

    def _struck_heads(self) -> None:
        """Tell columns whose head is struck out, and leave them unread."""
        row = self._head.begins - 1
        for at, heading in list(self._head.columns.items()):
            if heading.field in TAKEN and is_struck(self._page.grid[row][at]):
                self._doubt("workbook/struck", row, at, written=as_told(self._page.grid[row][at]))
                del self._head.columns[at]

    def _columns(self) -> None:
        row = self._head.begins - 1
        for at, heading in self._head.columns.items():
            self._taken.headings.append((self._cell(row, at), heading))
            below = self._page.grid[self._head.begins : self._head.ends]
            if all(is_blank(cells[at]) for cells in below):
                continue
            values = {"said": heading.said, "own": self._asked.own, "last": self._asked.last}
            if heading.again:
                others = self._head.columns.items()
                same = [
                    each.said for to, each in others if each.again == heading.again and to != at
                ]
                values["other"] = same[0] if same else heading.said
                self._doubt("import/same-column", row, at, Severity.WARNING, **values)
            elif heading.doubt:
                self._doubt(heading.doubt, row, at, Severity.WARNING, **values)
            elif heading.field == "plan" and at != self._label:
                self._doubt("import/plan", row, at, Severity.INFO, **values)

        groups = self._groups(("value", "previous"))
        if len(groups) == 1 and groups[0] and "kết quả" not in words(groups[0]):
            at = next(at for at, each in self._head.columns.items() if each.group == groups[0])
            self._doubt("import/group", row, at, Severity.INFO, group=groups[0])

    def _row(self, row: int, cells: list[Cell], *, is_below: bool) -> None:
        if all(is_blank(cell) for cell in cells):
            return
        called = " ".join(str(cells[self._label] or "").split())
        numbers = self._numbers(row)
        if self._has_struck(row, cells):
            return
        if is_numbering(cells, self._label) and not self._taken.indicators:
            return
        if (is_below and (not numbers or not called)) or self._is_note(cells, called):
            # Who made the table signs below it, in whatever column.
            text = next(at for at, cell in enumerate(cells) if not is_blank(cell))
            told = Severity.WARNING if numbers and not is_below else Severity.INFO
            self._doubt("import/note", row, text, told)
        elif is_total(called) or any(map(is_total, cells[: self._label])):
            self._doubt("import/total", row, self._label, Severity.INFO)
        elif not called:
            self._unnamed(row, cells, numbers)
        elif numbers:
            if self._section or _PART.match(called):
                self._flattened.append(row)
            self._indicators(row, _plain(called))
        else:
            self._without_numbers(row, cells, called)

    def _has_struck(self, row: int, cells: list[Cell]) -> bool:
        """Tell what calls a row or its unit and is struck out; say whether there is some."""
        said = {at: cells[at] for at in (self._label, *self._head.of("unit"))}
        struck = {at: cell for at, cell in said.items() if is_struck(cell)}
        for at, cell in struck.items():
            self._doubt("workbook/struck", row, at, written=as_told(cell))
        return bool(struck)

    def _is_note(self, cells: list[Cell], called: str) -> bool:
        """Say whether a row is a note under the table, in the first of its cells."""
        before = [str(cell) for cell in cells[: self._label] if not is_blank(cell)]
        return any(map(_NOTE.match, [called, *before[:1]]))

    def _unnamed(self, row: int, cells: list[Cell], numbers: list[int]) -> None:
        if numbers:
            self._doubt("import/no-label", row, min(numbers))
            return
        text = next(at for at, cell in enumerate(cells) if not is_blank(cell))
        if text < self._label and not is_blank(cells[text]) and len(str(cells[text])) > _NUMERAL:
            # The heading of a group that is merged from the column of row numbers on.
            self._section = _plain(" ".join(str(cells[text]).split()))

    def _without_numbers(self, row: int, cells: list[Cell], called: str) -> None:
        units = self._head.of("unit")
        if any(not is_blank(cells[at]) for at in units):
            self._doubt("import/empty", row, self._label, label=_plain(called))
        else:
            self._section = _plain(called)

    def _numbers(self, row: int) -> list[int]:
        cells = self._page.grid[row]
        return [
            at
            for at, heading in self._head.columns.items()
            if heading.field in (*TAKEN, "change", "percent")
            and not is_blank(cells[at])
            and words(cells[at]) not in _NOTHING
        ]

    def _has_digits(self, row: int) -> bool:
        cells = [self._page.grid[row][at] for at in self._numbers(row)]
        return any(not isinstance(cell, str) or re.search(r"\d", cell) for cell in cells)

    def _indicators(self, row: int, label: str) -> None:
        several = len(self._groups(("value", "previous"))) > 1
        for group in self._groups(TAKEN) if several else [""]:
            called = f"{label} ({_small(group)})" if several and group else label
            unit = self._unit(row, label, group if several else None)
            found = IndicatorRow(called, self._section, unit, row)
            for at, heading in self._head.columns.items():
                own = heading.group == group or not several
                if own and heading.field in (*TAKEN, "change", "percent"):
                    self._take(found, heading, row, at)
            self._check_change(found)
            self._check_rate(found)
            if set(found.values) & {"value", "rate", "previous"}:
                found.values = {key: found.values[key] for key in TAKEN if key in found.values}
                self._taken.indicators.append(found)

    def _groups(self, fields: tuple[str, ...]) -> list[str]:
        """Return what stands above the columns of some fields, each once."""
        heads = self._head.columns.values()
        return list(dict.fromkeys(head.group for head in heads if head.field in fields))

    def _take(self, found: IndicatorRow, heading: ColumnHeading, row: int, at: int) -> None:
        cell, field_ = self._page.grid[row][at], str(heading.field)
        if is_blank(cell) or words(cell) in _NOTHING:
            if field_ in ("value", "previous"):
                self._doubt("import/empty", row, at, label=found.label)
            return
        if field_ in _OF_UNIT and (other := self._other_scale(found, heading, row)):
            self._doubt("import/other-scale", row, at, here=other, unit=found.unit)
            return
        try:
            said = amount(cell, found.unit, is_rate=field_ in ("rate", "percent"))
        except UnclearNumberError as unclear:
            if field_ in TAKEN:
                unit = "%" if field_ == "rate" else found.unit
                shown = {"written": as_told(cell), "heading": heading.said, "unit": unit}
                self._doubt(unclear.rule, row, at, Severity.WARNING, **shown)
            return
        if said < 0 and field_ in TAKEN:
            self._doubt("import/not-a-number", row, at, written=str(cell), heading=heading.said)
            return
        found.values[field_] = said
        found.cells[field_] = self._cell(row, at)
        found.estimated |= field_ == "value" and heading.estimated

    def _other_scale(self, found: IndicatorRow, heading: ColumnHeading, row: int) -> str:
        """Return the unit of a number where it is another size of the row's."""
        notes = [str(self._page.grid[row][at] or "") for at in self._head.of("note")]
        said = [heading.unit or self._head.unit, *(note for note in notes if is_unit(note))]
        return next((unit for unit in said if same_measure(unit, found.unit)), "")

    def _unit(self, row: int, label: str, group: str | None) -> str:
        """Return the unit of a row: its own, that of the column of its values, the table's."""
        units = self._head.of("unit")
        own = " ".join(str(self._standing(row, units[0]) or "").split()) if units else ""
        if own or (own := unit_in(label)):
            return own
        heads = self._head.columns.values()
        of_values = (
            head.unit
            for head in heads
            if head.field == "value" and head.unit and group in (None, head.group)
        )
        usual = next(of_values, "") or self._head.unit
        # What holds for a whole table is not meant for its percentages.
        return "" if _OF_RATE.match(label) and usual_unit(usual) != "%" else usual

    def _standing(self, row: int, at: int) -> Cell:
        """Return what stands in a cell, or in those merged with it over several rows."""
        for (first, left), (last, right) in self._page.merged:
            if first <= row <= last and left <= at <= right:
                return self._page.grid[first][left]
        return self._page.grid[row][at]

    def _check_change(self, found: IndicatorRow) -> None:
        """Tell a stated change that is not the difference of the two periods."""
        said, now, before = (found.values.get(key) for key in ("change", "value", "previous"))
        if said is not None and now is not None and before is not None and said != now - before:
            at = self._head.of("change")[0]
            stated, computed = f"{said:f}", f"{now - before:f}"
            self._doubt("import/change", found.row, at, written=stated, computed=computed)

    def _check_rate(self, found: IndicatorRow) -> None:
        """Leave out a rate that compares the two periods and is no part of a whole."""
        rate, now, before = (found.values.get(key) for key in ("rate", "value", "previous"))
        if rate is None or now is None or not before or "out_of" in found.values:
            return
        percent = now / before * 100
        if min(abs(rate - percent), abs(rate - abs(percent - 100))) <= _ROUNDED:
            at = self._head.of("rate")[0]
            written = f"{found.values.pop('rate'):f}".replace(".", ",")
            self._doubt("import/rate-compares", found.row, at, written=written)

    def _own_labels(self) -> None:
        """Call rows of one label by their section too, as “Số vụ” below each kind of crime."""
        often = Counter(words(each.label) for each in self._taken.indicators)
        for each in self._taken.indicators:
            if often[words(each.label)] > 1:
                label, called = each.label, f"{each.section}: {each.label}".removeprefix(": ")
                each.label = called
                self._doubt("import/same-label", each.row, self._label, label=label, whole=called)

    def _two_scales(self) -> None:
        """Tell rows of one measure in two sizes, and rates of which some are parts of one."""
        units = [(each.unit, each.row) for each in self._taken.indicators if each.unit]
        first = units[0][0] if units else ""
        others = {unit for unit in dict(units) if same_measure(first, unit)}
        at = next(iter(self._head.of("unit")), self._label)
        for unit, row in units:
            if unit in others:
                self._doubt("import/two-scales", row, at, first=first, other=unit)
        rates = [each for each in self._taken.indicators if "rate" in each.values]
        if any(each.values["rate"] > 1 for each in rates):
            for each in rates:
                if 0 < each.values["rate"] < 1 and each.values["rate"] % 1:
                    written = f"{each.values.pop('rate'):f}".replace(".", ",")
                    self._doubt(
                        "import/part-of-one", each.row, self._head.of("rate")[0], written=written
                    )

    def _doubt(
        self,
        rule: str,
        row: int,
        at: int,
        severity: Severity = Severity.WARNING,
        **values: str | None,
    ) -> None:
        origin = Origin(self._file, cell=self._cell(row, at))
        self._taken.doubts.append(Finding(rule, severity, origin, values=values))

    def _cell(self, row: int, at: int) -> str:
        return f"{self._page.title}!{letters(at)}{row + 1}"


def _plain(label: str) -> str:
    return _ORDINAL.sub("", label, count=1) if _ORDINAL.match(label) else label


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def all_of(file: str, pages: Iterator[SheetPage], asked: Asked, kept: dict[str, str]) -> TakenTable:
    """Return what all sheets of a table hold together."""
    found = (indicators_of(file, page, asked, kept) for page in pages)
    return together(each for each in found if each is not None)
