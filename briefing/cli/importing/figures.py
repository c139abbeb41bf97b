"""``briefing import figures``: a table of indicators into the figures of an input."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.findings import exits_with_findings, show, show_row
from briefing.cli.paths import PathName
from briefing.cli.words import language, language_option, tell

_COLUMNS = {
    "number": "column_number",
    "label": "column_label",
    "unit": "column_unit",
    "value": "column_value",
    "previous": "column_previous",
    "out_of": "column_out_of",
    "rate": "column_rate",
    "change": "column_change",
    "plan": "column_plan",
    "percent": "column_percent",
    "note": "column_note",
    "none": "column_none",
}
"""What the command line calls each field of a table of indicators."""


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "figures",
        callback=exits_with_findings(_run),
        help=tell("import_figures"),
        params=[
            click.Argument(["source"], type=PathName()),
            click.Option(["--into"], type=PathName(), required=True, help=tell("import_into")),
            click.Option(["--convert"], is_flag=True, help=tell("import_convert")),
            click.Option(["--dry-run"], is_flag=True, help=tell("import_dry")),
            language_option(),
        ],
    )


def _run(source: Path, into: Path, convert: bool, dry_run: bool) -> int:
    from briefing.findings import Finding, InputError, Origin, in_reading_order
    from briefing.library import read_with_rows
    from briefing.output import check_place, write_whole
    from briefing.reading import MAX_BYTES, WORKBOOKS, read_content, read_text, rows_by_name
    from briefing.tables import (
        all_of,
        asked_of,
        kept_mapping,
        mapping_file,
        open_tables,
        put_into,
    )

    if into.suffix.lower() not in (".yaml", ".yml"):
        form = into.name if into.suffix.lower() in WORKBOOKS else None
        values = {"near": form, "stem": into.stem}
        raise InputError([Finding("import/into", origin=Origin(str(into)), values=values)])
    before = read_with_rows(into)
    year = before.value("period", "year")
    if not isinstance(year, int):
        raise InputError([Finding("import/no-year", origin=Origin(str(into)))])
    rows = rows_by_name(before)
    kept = kept_mapping(into)
    asked, pages = asked_of(year, before.data), open_tables(source, convert=convert)
    taken = all_of(str(source), pages, asked, kept.columns)
    if not any(heading.field in ("value", "previous") for _, heading in taken.headings):
        none = Finding("import/no-table", origin=Origin(str(source)), values={"year": year})
        raise InputError([none, *in_reading_order(taken.doubts)])
    kept_file = mapping_file(into)
    for file in (into, kept_file):
        check_place(file, force=True)
    written = put_into(
        read_content(into, MAX_BYTES).decode("utf-8"), taken, kept, str(source), rows, str(into)
    )
    for cell, heading in taken.headings:
        show_row(cell, heading.said, tell(_COLUMNS[heading.field or "none"]))
    for indicator, name in written.names:
        cells = ", ".join(cell.rpartition("!")[2] for cell in indicator.cells.values())
        show_row(cells, indicator.label, f"{{{name}}}")
    show(in_reading_order([*taken.doubts, *written.doubts]), "text")
    if not dry_run:
        write_whole(into, written.text.encode("utf-8"), force=True)
        earlier = read_text(kept_file, may_be_empty=True) if kept_file.exists() else ""
        mapping = written.mapping.text(language(), earlier)
        write_whole(kept_file, mapping.encode("utf-8"), force=True)
        click.echo(tell("imported", number=len(written.names), path=into, kept=kept_file), err=True)
    return 0
