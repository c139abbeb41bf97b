"""Indicators into the figures of an input: what is there stays, and what differs is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from io import StringIO
from typing import Any

from briefing.findings import Finding, Origin, Severity, misspelled
from briefing.reading.cells import words
from briefing.tables.indicators import Indicator, Taken
from briefing.tables.mapping import Mapping
from briefing.vietnamese import without_marks

_WIDTH = 100_000
"""Texts stay on one line, as they stood."""


@dataclass(slots=True)
class Written:
    """The new text of an input, the mapping to keep, the name of each row, and what to look at."""

    text: str
    mapping: Mapping
    names: list[tuple[Indicator, str]] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)


def put_into(
    text: str, taken: Taken, kept: Mapping, file: str, rows: dict[str, str] | None = None
) -> Written:
    """Return an input (YAML) with the indicators of a table among its figures.

    ``kept`` is the mapping of last time; ``rows`` are the labels of the input's indicators by name,
    which are figures already. A row whose label is only like that of a figure is not
    written before somebody has confirmed it.
    """
    from ruamel.yaml import YAML  # only an import writes into an input

    yaml = YAML()
    yaml.width = _WIDTH
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(Decimal, _number)
    data = yaml.load(text)
    writer = _Writer(data.get("figures") or {}, kept, file, rows or {})
    for indicator in taken.indicators:
        writer.put(indicator)
    if writer.figures:
        data["figures"] = writer.figures
    columns = {heading.said: heading.field for _, heading in taken.headings if heading.field}
    mapping = Mapping({**kept.columns, **columns}, writer.rows, writer.alike)
    out = StringIO()
    yaml.dump(data, out)
    made = out.getvalue() if writer.names else text
    return Written(made, mapping, writer.names, writer.doubts)


class _Writer:
    """Puts indicators into a table of figures."""

    def __init__(self, figures: Any, kept: Mapping, file: str, rows: dict[str, str]) -> None:
        self.figures = figures
        self.rows = dict(kept.rows)
        self.alike: dict[str, str] = {}
        self.names: list[tuple[Indicator, str]] = []
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

    def put(self, indicator: Indicator) -> None:
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
        taken = name in self.figures or name in self._of_rows
        return f"{name}_2" if taken else name

    def _fill(self, figure: Any, indicator: Indicator, name: str) -> None:
        cells = ", ".join(dict.fromkeys(indicator.cells[key] for key in indicator.values))
        said: dict[str, Any] = {"label": indicator.label, "unit": indicator.unit or None}
        said |= {key: _plain(value) for key, value in indicator.values.items()}
        said["source"] = f"{self._file}!{cells}"
        for key, value in said.items():
            if value is None:
                continue
            there = figure.get(key)
            if there is None:
                figure[key] = value
            elif key in indicator.values and Decimal(str(there)) != value:
                origin = Origin(self._file, cell=indicator.cells[key])
                values = {"name": name, "there": str(there), "here": str(value), "key": key}
                self.doubts.append(Finding("import/conflict", Severity.WARNING, origin, "", values))
            elif key == "unit" and words(str(there)) != words(str(value)):
                values = {"name": name, "there": str(there), "here": str(value), "key": key}
                self._doubt("import/conflict", indicator, **values)

    def _doubt(self, rule: str, indicator: Indicator, **values: str) -> None:
        cell = next(iter(indicator.cells.values()), None)
        origin = Origin(self._file, cell=cell)
        self.doubts.append(Finding(rule, Severity.WARNING, origin, values=values))


def _plain(value: Decimal) -> Any:
    return int(value) if value == value.to_integral_value() and not _places(value) else value


def _places(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def _number(representer: Any, number: Decimal) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:float", f"{number:f}")
