"""``briefing locality update``: overrides merged with what changed beneath them since."""

from __future__ import annotations

import click

from briefing.cli.findings import exits_with_findings, show, show_line
from briefing.cli.words import language_option, tell

_SAID = {
    "current": "update_current",
    "noted": "update_noted",
    "follows": "update_follows",
    "merged": "update_merged",
    "conflict": "update_conflict",
    "unseen": "update_unseen",
    "lost": "update_lost",
}
"""What is said of each outcome."""

_CHECKED = {
    "noted": "update_noted_checked",
    "merged": "update_merged_checked",
    "conflict": "update_conflict_checked",
}
"""What is said otherwise where nothing is written."""


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "update",
        callback=exits_with_findings(_run),
        help=tell("locality_update"),
        params=[
            click.Argument(["name"], required=False),
            click.Option(["--all", "every"], is_flag=True, help=tell("update_all")),
            click.Option(["--check"], is_flag=True, help=tell("update_check")),
            language_option(),
        ],
    )


def _run(name: str | None, every: bool, check: bool) -> int:
    from briefing import library

    if every == (name is not None):
        raise click.UsageError(tell("name_or_all"))
    if name is not None:
        return _updated(name, check=check, every=False)
    return max((_one_of_all(pack, check=check) for pack in library.packs_to_update()), default=0)


def _one_of_all(name: str, *, check: bool) -> int:
    """Update one of many packs; one that cannot be read does not keep the others from it."""
    from briefing.findings import UserError

    try:
        return _updated(name, check=check, every=True)
    except UserError as error:
        show(error.findings, "text")
        return 2


def _updated(name: str, *, check: bool, every: bool) -> int:
    """Update one pack and say what was done; return 1 while somebody has something to do."""
    from briefing import library
    from briefing.linting import listed_sections
    from briefing.output import write_whole
    from briefing.templating.merging import SideNames
    from briefing.templating.updating import OPEN, STALE, OverrideState, update_of

    names = SideNames(tell("side_own", name=name), tell("side_before"), tell("side_new"))
    folder, below = library.pack_to_update(name)
    update = update_of(folder, below, names)
    listed = listed_sections((folder, *below))
    for one in update.overrides:
        if not every or one.state is not OverrideState.CURRENT:
            block = f"{one.block}: " if one.block else ""
            # A file that has the marks of a conflict already is one to work on, checked or not.
            said = {**_SAID, **_CHECKED} if check and one.block else _SAID
            words = said[one.state.value]
            if one.state is OverrideState.LOST and one.block in listed:
                words = "gone_block_listed"
            show_line(f"{one.file}:{one.line}: {block}{tell(words)}")
    if not check:
        for file, text in update.files.items():
            write_whole(file, text.encode("utf-8"), force=True, with_folder=True)
        for file in update.removed:
            file.unlink(missing_ok=True)
            click.echo(tell("removed", path=file), err=True)
    waiting = STALE if check else OPEN
    return int(any(one.state in waiting for one in update.overrides))
