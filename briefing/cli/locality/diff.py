"""``briefing locality diff``: what a pack says otherwise, and what changed beneath it since."""

from __future__ import annotations

import json
from difflib import unified_diff
from typing import TYPE_CHECKING, Any

import click

from briefing.characters import visible
from briefing.cli.findings import exits_with_findings, show_line
from briefing.cli.words import language_option, tell

if TYPE_CHECKING:
    from briefing.templating.override import Override


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "diff",
        callback=exits_with_findings(_run),
        help=tell("locality_diff"),
        params=[
            click.Argument(["name"]),
            click.Option(["--accept"], is_flag=True, help=tell("accept")),
            language_option(),
        ],
    )


def _run(name: str, accept: bool) -> int:
    from briefing import library, localities
    from briefing.findings import dotted
    from briefing.linting import listed_sections
    from briefing.output import write_whole
    from briefing.templating.override import accepted, overrides
    from briefing.templating.updating import unused_bases

    said = list(localities.differences(name))
    if said:
        click.echo(tell("how_differences_read"), err=True)
    for path, own, inherited in said:
        show_line(f"{dotted(path)}: {_value(inherited)} → {_value(own)}")
    folder, below = library.own_pack_and_below(name)
    found = overrides(folder, below)
    listed = listed_sections((folder, *below))
    for override in found:
        _show(override, listed=override.name in listed)
    files = accepted(folder, below) if accept else {}
    for file, text in files.items():
        write_whole(file, text.encode("utf-8"), force=True, with_folder=True)
        click.echo(tell("written", path=file), err=True)
    for file in list(unused_bases(folder, files)) if files else ():
        file.unlink(missing_ok=True)
    stale = not accept and any(override.stale for override in found)
    if stale:
        click.echo(tell("stale_next", name=name), err=True)
    return int(stale)


def _value(value: Any) -> str:
    return "–" if value is None else json.dumps(value, ensure_ascii=False)


def _show(override: Override, *, listed: bool) -> None:
    show_line(f"{override.own.path}:{override.own.line}: {override.name}")
    if override.replaces is None:
        gone = tell("gone_block_listed") if listed else tell("gone_block")
        own = tell("own_block_listed") if listed else tell("own_block")
        show_line(f"  {gone if override.remembered else own}")
        return
    place = f"{override.replaces.path}:{override.replaces.line}"
    _lines(override.replaces.text, override.own.text, place, str(override.own.path))
    if override.stale and override.was is not None:
        show_line(f"  {tell('changed_since', place=place)}")
        _lines(override.was, override.replaces.text, tell("side_before"), place)
    elif override.stale:
        show_line(f"  {tell('changed_since_unseen', place=place)}")
    elif not override.remembered:
        show_line(f"  {tell('nothing_remembered')}")


def _lines(before: str, after: str, old: str, new: str) -> None:
    for line in unified_diff(before.splitlines(), after.splitlines(), old, new, lineterm="", n=1):
        click.echo(visible(f"  {line}"))
