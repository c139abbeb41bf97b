"""``briefing locality install``: a pack that was sent, shown before it is taken."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.findings import exits_with_findings, show_line
from briefing.cli.paths import PathName
from briefing.cli.words import language_option, tell

if TYPE_CHECKING:
    from briefing.localities import Parcel


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "install",
        callback=exits_with_findings(_run),
        help=tell("locality_install"),
        params=[
            click.Argument(["source"], type=PathName()),
            click.Option(["--as", "name"], help=tell("install_as")),
            click.Option(["--user"], is_flag=True, help=tell("for_user")),
            click.Option(["--yes"], is_flag=True, help=tell("install_yes")),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            language_option(),
        ],
    )


def _run(source: Path, name: str | None, user: bool, yes: bool, force: bool) -> int:
    from briefing import localities
    from briefing.output import check_place, write_whole

    parcel = localities.read_parcel(source)
    file = localities.new_pack_file(name or parcel.name, user=user)
    _show(parcel, file.parent)
    if file.parent.is_dir():
        check_place(file, force=force)
    if not _taken(yes=yes):
        return 1
    # What makes it a pack comes last, so that no half of one is ever found.
    for path, content in sorted(parcel.files.items(), key=lambda item: item[0] == file.name):
        write_whole(file.parent / path, content, force=force, with_folder=True)
    click.echo(tell("written", path=file.parent), err=True)
    parent = parcel.said.parent
    if parent and parent not in localities.provinces() and not localities.Shelves().find(parent):
        click.echo(tell("install_no_parent", parent=parent), err=True)
    else:
        _tell_of_others(parcel)
    click.echo(tell("install_next", name=file.parent.name), err=True)
    return 0


def _tell_of_others(parcel: Parcel) -> None:
    """Say which packs the sent one was written below, where those here say something else."""
    from briefing import localities

    for name, here in localities.missing_above(parcel, localities.Shelves()):
        click.echo(
            tell("install_other_above" if here else "install_none_above", name=name), err=True
        )


def _show(parcel: Parcel, folder: Path) -> None:
    said = parcel.said
    version = said.version and tell("install_version", version=said.version)
    facts = (said.name, version, said.parent and f"→ {said.parent}")
    show_line(f"{folder}: {', '.join(fact for fact in facts if fact)}")
    for path, content in parcel.files.items():
        show_line(f"  {path} ({len(content)} B)")


def _taken(*, yes: bool) -> bool:
    if yes:
        return True
    if not (sys.stdin and sys.stdin.isatty()):
        raise click.UsageError(tell("give_options", options="--yes"))
    return click.confirm(tell("install_ask"), err=True)
