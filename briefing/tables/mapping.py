"""Which heading is which field and which row which figure, kept beside the input for next time."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from briefing.findings import Finding, InputError, Origin, say
from briefing.reading import read_text
from briefing.tables.meanings import FIELDS


@dataclass(slots=True)
class ColumnMapping:
    """Fields by heading, names of figures by the label of their row, and what is only alike."""

    columns: dict[str, str] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    alike: dict[str, str] = field(default_factory=dict)

    def text(self, language: str, before: str = "") -> str:
        """Return what is kept: TOML, in which what is alike waits behind a #.

        ``before`` is what was kept until now; whatever somebody wrote there besides stays.
        """
        if before.strip():
            return self._added_to(before, say("tables.alike", language))
        lines = [f"# {line}" for line in say("tables.head", language).splitlines()]
        lines += [
            "",
            "[columns]",
            *(f"{_quoted(k)} = {_quoted(v)}" for k, v in self.columns.items()),
        ]
        lines += ["", "[rows]", *(f"{_quoted(k)} = {_quoted(v)}" for k, v in self.rows.items())]
        note = say("tables.alike", language)
        lines += [f"# {_quoted(k)} = {_quoted(v)}  # {note}" for k, v in self.alike.items()]
        return "\n".join([*lines, ""])

    def _added_to(self, before: str, note: str) -> str:
        import tomlkit  # only an import writes a mapping

        kept = tomlkit.parse(before)
        for name, said in (("columns", self.columns), ("rows", self.rows)):
            table = kept.setdefault(name, tomlkit.table())
            for key, value in said.items():
                if table.get(key) != value:
                    table[key] = value
        for key, value in self.alike.items():
            line = f"{_quoted(key)} = {_quoted(value)}  # {note}"
            if line not in before:
                kept["rows"].add(tomlkit.comment(line))
        return tomlkit.dumps(kept)


def mapping_file(source: Path) -> Path:
    """Return where the mapping for an input is kept: beside it, under its name."""
    return source.with_name(f"{source.stem}.bang.toml")


def kept_mapping(source: Path) -> ColumnMapping:
    """Return the mapping that was kept for an input, an empty one if there is none.

    Raises InputError for a file that somebody has broken.
    """
    import tomllib

    file = mapping_file(source)
    if not file.exists():
        return ColumnMapping()
    try:
        said = tomllib.loads(read_text(file, may_be_empty=True))
    except tomllib.TOMLDecodeError:
        raise InputError([Finding("import/mapping", origin=Origin(str(file)))]) from None
    columns, rows = said.get("columns", {}), said.get("rows", {})
    tables = isinstance(columns, dict) and isinstance(rows, dict)
    if not tables or not all(isinstance(each, str) for each in (*columns.values(), *rows.values())):
        raise InputError([Finding("import/mapping", origin=Origin(str(file)))])
    return ColumnMapping({k: v for k, v in columns.items() if v in FIELDS}, rows)


def _quoted(text: str) -> str:
    # Basic strings of TOML are those of JSON, but for the one sign that JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
