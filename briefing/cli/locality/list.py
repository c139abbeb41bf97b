"""``briefing locality list``: every pack at hand."""

from __future__ import annotations

import click

from briefing.cli.findings import exits_with_findings
from briefing.cli.language import language_option, tell


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

    for name, folder in localities.pack_folders().items():
        packs = localities.load_locality(name).packs
        called = next((pack.said.name for pack in packs if pack.said.name), "–")
        line = " → ".join(dict.fromkeys(pack.name for pack in packs))
        click.echo(f"{line}\t{called}\t{folder}")
    for name, facts in localities.provinces().items() if provinces else ():
        ended = f"{facts['until']:%d/%m/%Y} → {facts['into']}" if "into" in facts else ""
        click.echo(f"{name}\t{facts['name']}\t{facts.get('code', ended)}")
    return 0
