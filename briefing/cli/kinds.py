"""``briefing kinds``: the documents it can write, and kinds of a pack's own."""

from __future__ import annotations

import click

from briefing.cli.findings import exits_with_findings, show_row
from briefing.cli.words import language, language_option, tell

PERIODS = click.Choice(
    ["year", "first_half", "nine_months", "quarter", "month", "week", "campaign", "years"]
)
"""The types of period that a report sums up; --help reads no more than this."""


def command() -> click.Group:
    """Return the group, which lists the kinds when it is called alone."""
    new = click.Command(
        "new",
        callback=exits_with_findings(_new),
        help=tell("kinds_new"),
        params=[
            click.Argument(["name"]),
            click.Option(["--locality"], required=True, help=tell("of_locality")),
            click.Option(["--like"], default="bao-cao-tong-ket", help=tell("like_kind")),
            click.Option(["--word"], help=tell("new_kind_word")),
            click.Option(["--symbol"], help=tell("new_kind_its_symbol")),
            click.Option(["--period"], type=PERIODS, help=tell("new_kind_period")),
            language_option(),
        ],
    )
    return click.Group(
        "kinds",
        callback=exits_with_findings(_run),
        help=tell("kinds"),
        invoke_without_command=True,
        commands={"new": new},
        params=[click.Option(["--locality"], help=tell("of_locality")), language_option()],
    )


def _run(locality: str | None) -> int:
    from briefing.findings import InputError
    from briefing.localities import load_locality
    from briefing.templating import faulty_kinds, kinds

    if click.get_current_context().invoked_subcommand:
        return 0
    folders = load_locality(locality).folders if locality else ()
    for kind in kinds(folders).values():
        show_row(kind.name, kind.description(language()))
    if faulty := faulty_kinds(folders):
        raise InputError([finding for told in faulty.values() for finding in told])
    return 0


_REMARKS = {
    "kind": "new_kind_kind",
    "symbol": "new_kind_symbol",
    "requires": "new_kind_requires",
    "expects": "new_kind_expects",
    "periods": "new_kind_periods",
    "description": "new_kind_description",
    "template": "new_kind_template",
}
"""What is said beside each key of a new kind."""


def _new(
    name: str, locality: str, like: str, word: str | None, symbol: str | None, period: str | None
) -> int:
    from briefing import library
    from briefing.findings import Finding, InputError
    from briefing.localities import is_slug
    from briefing.output import write_whole
    from briefing.templating import find_kind
    from briefing.templating.new_kind import check_type, files_of_kind

    if not is_slug(name):
        raise InputError([Finding("locality/not-a-name", values={"name": name})])
    folder, below = library.own_pack_to_change(locality)
    asked = find_kind(like, folders=(folder, *below)).otherwise(word, symbol, period)
    check_type(asked)
    remarks = {key: tell(word) for key, word in _REMARKS.items()}
    files = files_of_kind(name, asked, folder, below, remarks)
    files |= library.order_of_kind(locality, name, like)
    for file, text in files.items():
        write_whole(file, text.encode("utf-8"), force=True, with_folder=True)
        click.echo(tell("written", path=file), err=True)
    click.echo(tell("new_kind_next", name=name, locality=locality), err=True)
    return 0
