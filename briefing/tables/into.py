"""Indicators into the figures of an input: what is there stays, and what differs is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from briefing.findings import Finding, InputError, Origin, Severity, misspelled
from briefing.reading import MAX_BYTES
from briefing.reading.cells import words
from briefing.tables.indicators import IndicatorRow, TakenTable
from briefing.tables.mapping import ColumnMapping
from briefing.vietnamese import without_marks

MOST = 2_000
"""Indicators that are taken from one table; a document holds far fewer."""


@dataclass(slots=True)
class WrittenInput:
    """The new text of an input, the mapping to keep, the name of each row, and what to look at."""

    text: str
    mapping: ColumnMapping
    names: list[tuple[IndicatorRow, str]] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)


def put_into(
    text: str,
    taken: TakenTable,
    kept: ColumnMapping,
    file: str,
    rows: dict[str, str] | None = None,
    into: str = "",
) -> WrittenInput:
    """Return an input (YAML) with the indicators of a table among its figures, all else as it was.

    ``kept`` is the mapping of last time; ``rows`` are the labels of the input's indicators by name,
    which are figures already. A row whose label is only like that of a figure is not
    written before somebody has confirmed it. Raises InputError where figures cannot be put
    there; ``into`` is the name of the input.
    """
    if len(taken.indicators) > MOST:
        raise _refused("import/too-many", file, most=MOST)
    from briefing.forms.rewritten import with_changes  # only an import writes into an input

    writer: list[_Writer] = []

    def change(root: Any) -> None:
        made = _Writer(_figures(root, into), kept, file, rows or {})
        writer.append(made)
        for indicator in taken.indicators:
            made.put(indicator)
        if sum(len(one.label.encode("utf-8")) for one, _ in made.names) > MAX_BYTES:
            # With their labels alone the text is too long, before it is written and read again.
            raise _too_large(into)
        if made.figures:
            root["figures"] = made.figures

    changed = with_changes(text, change)
    [wrote] = writer
    made = changed if wrote.names else text
    if len(made.encode("utf-8")) > MAX_BYTES:
        # What is longer could be read no more.
        raise _too_large(into)
    # What a rate is of depends on the columns beside it, which the next table may not have.
    columns = {
        heading.said: heading.field
        for _, heading in taken.headings
        if heading.field not in (None, "plan", "rate")
    }
    mapping = ColumnMapping({**kept.columns, **columns}, wrote.rows, wrote.alike)
    return WrittenInput(made, mapping, wrote.names, wrote.doubts)


def _figures(root: Any, into: str) -> Any:
    """Return the figures of an input; raises InputError where they are no table of tables."""
    figures = root.get("figures") or {}
    if not isinstance(figures, dict) or not all(isinstance(one, dict) for one in figures.values()):
        raise _refused("import/no-figures", into)
    return figures


def _too_large(into: str) -> InputError:
    return _refused("file/too-large", into, limit=MAX_BYTES // 1024 // 1024)


def _refused(rule: str, into: str, **values: object) -> InputError:
    return InputError([Finding(rule, origin=Origin(into), values=values)])


class _Writer:
    """Puts indicators into a table of figures."""

    def __init__(self, figures: Any, kept: ColumnMapping, file: str, rows: dict[str, str]) -> None:
        self.figures = figures
        self.rows = dict(kept.rows)
        self.alike: dict[str, str] = {}
        self.names: list[tuple[IndicatorRow, str]] = []
        self.doubts: list[Finding] = []
        self._file = file
        self._of_rows = rows
        self._row_labels = {words(label): name for name, label in rows.items()}
        self._kept = {words(label): name for label, name in kept.rows.items()}
        self._labels = {
            words(said["label"]): name
            for name, said in figures.items()
            if isinstance(said, dict) and isinstance(said.get("label"), str)
        }
        self._known = list(self._labels)
        self._taken: set[str] = set()

    def put(self, indicator: IndicatorRow) -> None:
        """Put one row where it belongs, or tell why not."""
        label = words(indicator.label)
        row = self._row_labels.get(label) or self._kept.get(label)
        if row in self._of_rows:
            self._doubt("import/is-row", indicator, label=indicator.label, name=str(row))
            return
        name = self._kept.get(label) or self._labels.get(label)
        near = None if name else misspelled(label, self._known)
        if near:
            self.alike[indicator.label] = self._labels[near]
            self._doubt("import/alike", indicator, label=indicator.label, near=near)
            return
        name = name or self._new_name(indicator.label)
        if not name or name in self._taken:
            self._doubt("import/same-row", indicator, label=indicator.label)
            return
        self._taken.add(name)
        self.rows[indicator.label] = name
        self.names.append((indicator, name))
        self._fill(self.figures.setdefault(name, {}), indicator, name)

    def _new_name(self, label: str) -> str:
        plain = without_marks(label).lower()
        signs = "".join(each if each.isascii() and each.isalnum() else " " for each in plain)
        name = "_".join(signs.split())[:60].strip("_")
        name = name if not name[:1].isdigit() else f"so_{name}"
        return f"{name}_2" if name in self.figures or name in self._of_rows else name

    def _fill(self, figure: Any, indicator: IndicatorRow, name: str) -> None:
        cells = ", ".join(dict.fromkeys(indicator.cells[key] for key in indicator.values))
        said: dict[str, Any] = {"label": indicator.label, "unit": indicator.unit or None}
        said |= {key: _written(value) for key, value in indicator.values.items()}
        if indicator.estimated and figure.get("value") in (None, indicator.values.get("value")):
            said["estimated"] = True
        said["source"] = f"{self._file}!{cells}"
        for key, value in said.items():
            if value is None:
                continue
            there = figure.get(key)
            if there is None:
                figure[key] = value
            elif key in indicator.values and Decimal(str(there)) != value:
                origin = Origin(self._file, cell=indicator.cells[key])
                self._conflict(origin, name, key, indicator.label, there, value)
            elif key == "unit" and words(str(there)) != words(str(value)):
                origin = Origin(self._file, cell=next(iter(indicator.cells.values()), None))
                self._conflict(origin, name, key, indicator.label, there, value)

    def _conflict(
        self, origin: Origin, name: str, key: str, label: str, there: object, here: object
    ) -> None:
        values = {"name": name, "label": label, "there": _shown(there), "here": _shown(here)}
        path = f"figures.{name}.{key}"
        self.doubts.append(Finding("import/conflict", Severity.WARNING, origin, path, values))

    def _doubt(self, rule: str, indicator: IndicatorRow, **values: str) -> None:
        cell = next(iter(indicator.cells.values()), None)
        origin = Origin(self._file, cell=cell)
        self.doubts.append(Finding(rule, Severity.WARNING, origin, values=values))


def _written(value: Decimal) -> Any:
    """Return a number as YAML that is written as it stands in the table."""
    from briefing.forms.rewritten import WrittenNumber

    whole = value == value.to_integral_value() and not _places(value)
    return WrittenNumber(str(int(value)) if whole else f"{value:f}")


def _shown(value: object) -> str:
    """Return a number or a text as an officer writes it."""
    return str(value) if isinstance(value, str) else str(value).replace(".", ",")


def _places(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0
