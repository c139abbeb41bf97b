"""``briefing locality show``: what a locality says, each value with the pack it comes from."""

from __future__ import annotations

import json
from datetime import datetime

import click

from briefing.cli.findings import exits_with_findings, show, show_line
from briefing.cli.words import language_option, tell

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "show",
        callback=exits_with_findings(_run),
        help=tell("locality_show"),
        params=[
            click.Argument(["name"]),
            click.Option(["--date"], type=DAY, help=tell("on_date")),
            language_option(),
        ],
    )


def _run(name: str, date: datetime | None) -> int:
    from briefing import localities
    from briefing.findings import dotted

    locality = localities.load_locality(name, None, (date or datetime.max).date())
    show(locality.doubts, "text")
    lines = [
        (f"{dotted(path)} = {json.dumps(value, ensure_ascii=False)}", str(origin))
        for path, value, origin in localities.in_order(locality.told)
    ]
    if locality.under:
        lines.append((f"under = {json.dumps(locality.under, ensure_ascii=False)}", ""))
    for folder in locality.folders:
        files = sorted(file for file in folder.iterdir() if file.name != localities.FILE)
        lines += [(file.name, str(file)) for file in files if file.is_file()]
    width = min(max((len(line) for line, _ in lines), default=0), 60)
    for line, origin in lines:
        show_line(f"{line:<{width}}  # {origin}".rstrip(" #"))
    return 0
