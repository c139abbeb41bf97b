"""Which heading is which field and which row which figure, kept beside the input for next time."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefing.findings import Finding, InputError, Origin, say
from briefing.reading import read_text
from briefing.tables.headings import FIELDS


@dataclass(slots=True)
class Mapping:
    """Fields by heading, names of figures by the label of their row, and what is only alike."""

    columns: dict[str, str] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    alike: dict[str, str] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """Return what is kept: TOML, in which what is alike waits behind a #."""
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


def mapping_file(source: Path) -> Path:
    """Return where the mapping for an input is kept: beside it, under its name."""
    return source.with_name(f"{source.stem}.bang.toml")


def kept_mapping(source: Path) -> Mapping:
    """Return the mapping that was kept for an input, an empty one if there is none.

    Raises InputError for a file that somebody has broken.
    """
    import tomllib

    file = mapping_file(source)
    if not file.exists():
        return Mapping()
    try:
        said = tomllib.loads(read_text(file, may_be_empty=True))
    except tomllib.TOMLDecodeError:
        raise InputError([Finding("import/mapping", origin=Origin(str(file)))]) from None
    columns, rows = said.get("columns", {}), said.get("rows", {})
    tables = isinstance(columns, dict) and isinstance(rows, dict)
    if not tables or not all(isinstance(each, str) for each in (*columns.values(), *rows.values())):
        raise InputError([Finding("import/mapping", origin=Origin(str(file)))])
    return Mapping({k: v for k, v in columns.items() if v in FIELDS}, rows)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
