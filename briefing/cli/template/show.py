"""``briefing template show``: what the templates of a kind are made of, and where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.findings import exits_with_findings, show_line
from briefing.cli.template.folders import base_folder, templates_option
from briefing.cli.words import language, language_option, tell

if TYPE_CHECKING:
    from briefing.templating.block import TemplateBlock


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "show",
        callback=exits_with_findings(_run),
        help=tell("template_show"),
        params=[
            click.Argument(["kind"]),
            click.Option(["--locality"], help=tell("show_locality")),
            templates_option(),
            click.Option(["--names"], is_flag=True, help=tell("show_names")),
            language_option(),
        ],
    )


def _run(kind: str, locality: str | None, templates: Path | None, names: bool) -> int:
    from briefing.linting import macros, names_at_hand
    from briefing.localities import load_locality
    from briefing.templating import find_kind
    from briefing.templating.block import blocks

    folders = load_locality(locality).folders if locality else ()
    found = find_kind(kind, folders=folders)
    roots = (*folders, base_folder(templates))
    show_line(f"{found.name}: {found.description(language())}")
    click.echo(f"\n{tell('blocks')}")
    for block in blocks(roots, found.template):
        _show_block(block)
    click.echo(f"\n{tell('macros')}")
    for macro in macros(roots, found.template):
        show_line(f"  {macro.call:<40} {macro.path}:{macro.line}")
    if names:
        click.echo(f"\n{tell('names')}")
        for path in names_at_hand(roots):
            show_line(f"  {path}")
    return 0


def _show_block(block: TemplateBlock) -> None:
    """Print a block with the place of its definition, and those that this one replaces."""
    name = f"  {block.name}" if block.within else block.name
    show_line(f"  {name:<16} {block.path}:{block.line}")
    for replaced in block.definitions[1:]:
        show_line(f"  {'':<16}   {tell('over')} {replaced.path}:{replaced.line}")
