"""``briefing locality list``: every pack at hand."""

from __future__ import annotations

import click

from briefing.cli.findings import exits_with_findings, show, show_row
from briefing.cli.words import language_option, tell


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "list",
        callback=exits_with_findings(_run),
        help=tell("locality_list"),
        params=[
            click.Option(["--provinces"], is_flag=True, help=tell("provinces")),
            language_option(),
        ],
    )


def _run(provinces: bool) -> int:
    from briefing import localities
    from briefing.findings import InputError

    shelves, faults = localities.Shelves(), []
    for name, folder in shelves.packs.items():
        try:
            packs = localities.packs_of(name, shelves)
        except InputError as error:
            faults += error.findings
            show_row(name, tell("broken_pack"), folder)
            continue
        called = next((pack.said.name for pack in packs if pack.said.name), "–")
        line = " → ".join(dict.fromkeys(pack.name for pack in packs))
        show_row(line, called, folder)
    for name, facts in localities.provinces().items() if provinces else ():
        ended = f"{facts['until']:%d/%m/%Y} → {facts['into']}" if "into" in facts else ""
        show_row(name, facts["name"], facts.get("code", ended))
    # A parent that is broken is told once, not by each of its children.
    show(list({(fault.rule, str(fault.origin)): fault for fault in faults}.values()), "text")
    return 2 if faults else 0
