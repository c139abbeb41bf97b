"""``briefing locality new``: a pack that says only what its parent does not."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from briefing.cli.findings import exits_with_findings
from briefing.cli.paths import PathName
from briefing.cli.words import language_option, tell

_TOLD = 20
"""How many packs that are there already are told."""

LEVELS = click.Choice(["province", "district", "commune"])


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "new",
        callback=exits_with_findings(_run),
        help=tell("locality_new"),
        params=[
            click.Argument(["slug"], metavar="NAME", required=False),
            click.Option(["--from-csv", "listed"], type=PathName(), help=tell("from_csv")),
            click.Option(["--parent"], help=tell("parent_pack")),
            click.Option(["--from", "source"], type=PathName(), help=tell("from_input")),
            click.Option(["--name"], help=tell("full_name")),
            click.Option(["--level"], type=LEVELS, help=tell("level")),
            click.Option(["--place"], help=tell("place")),
            click.Option(["--body"], help=tell("face_body")),
            click.Option(["--user"], is_flag=True, help=tell("for_user")),
            click.Option(["--force"], is_flag=True, help=tell("force")),
            language_option(),
        ],
    )


def _run(
    slug: str | None,
    listed: Path | None,
    parent: str | None,
    source: Path | None,
    name: str | None,
    level: str | None,
    place: str | None,
    body: str | None,
    user: bool,
    force: bool,
) -> int:
    from briefing import library, localities
    from briefing.output import FilesRead, write_whole

    if (slug is None) == (listed is None):
        raise click.UsageError(tell("name_or_list"))
    if listed or slug is None:
        return _all_of(listed or Path(), parent, user=user, force=force)
    slug, name, spoken, parent = _named(slug, name, parent)
    if body:
        return _face(slug, parent, body, user=user, force=force)
    file = localities.new_pack_file(slug, user=user)
    above = localities.load_locality(parent) if parent else localities.NOWHERE
    data = library.read_whole(source).data if source else {}
    given = {"name": name, "level": level, "place": place}
    told = spoken | {key: value for key, value in given.items() if value}
    told |= _asked(localities.missing(told, data))
    text = localities.draft_pack(above, told, data)
    read = FilesRead([*([source] if source else []), *library.files_in(above.folders)])
    text += tell("pack_skeleton")
    write_whole(file, text.encode("utf-8"), force=force, with_folder=True, read=read)
    click.echo(tell("written", path=file), err=True)
    click.echo(tell("pack_next", name=slug), err=True)
    return 0


def _named(
    slug: str, name: str | None, parent: str | None
) -> tuple[str, str | None, dict[str, str], str | None]:
    """Return the name of a pack's folder, its full name, what that says by itself, and its parent.

    ``phu-tho/xã Cao Sơn`` lies in the folder of its parent.
    """
    from briefing import localities

    outer, parted, own = slug.rpartition("/")
    if parted and not localities.is_pack_name(outer):
        return slug, name, {}, parent
    spoken = {} if localities.is_slug(own) else localities.told_by_name(own)
    if spoken:
        # Beside a full name a short one of Latin letters is that of the folder.
        short = name if name and localities.is_slug(name) else None
        own, name = short or localities.slug_of(own), None if short else name
    return (f"{outer}/{own}" if outer else own), name, spoken, parent or outer or None


def _face(name: str, parent: str | None, body: str, *, user: bool, force: bool) -> int:
    """Write a pack that is another body of its parent: one line where it lies in its folder."""
    from briefing import localities
    from briefing.findings import Finding, InputError, nearest
    from briefing.output import write_whole

    if parent is None:
        raise click.UsageError(tell("give_options", options="--parent"))
    file, known = localities.new_pack_file(name, user=user), localities.load_locality(parent)
    bodies = known.choices.bodies
    if body not in bodies:
        values = {"key": "--body", "written": body, "near": nearest(body, bodies)}
        values["choices"] = ", ".join(bodies)
        raise InputError([Finding("input/unknown-choice", values=values)])
    above = "" if name.rpartition("/")[0] == parent else f'parent = "{parent}"\n'
    text = f'{above}force = "{body}"\n'
    write_whole(file, text.encode("utf-8"), force=force, with_folder=True)
    click.echo(tell("written", path=file), err=True)
    click.echo(tell("pack_next", name=name), err=True)
    return 0


def _all_of(file: Path, parent: str | None, *, user: bool, force: bool) -> int:
    """Write a pack for every locality of a list, or none."""
    from briefing import localities
    from briefing.findings import OutputError
    from briefing.output import check_place, faults_of, write_whole

    drafts = localities.draft_listed(localities.listed_localities(file, parent))
    texts = {localities.new_pack_file(slug, user=user): text for slug, text in drafts.items()}
    # A folder that is not there yet is made.
    there = (path for path in texts if path.parent.is_dir())
    checks = (partial(check_place, path, force=force) for path in there)
    faults = [fault for check in checks for fault in faults_of(check)]
    if faults:
        raise OutputError(faults[:_TOLD])
    for path, text in texts.items():
        write_whole(path, text.encode("utf-8"), force=force, with_folder=True)
    click.echo(tell("packs_written", count=len(texts)), err=True)
    return 0


def _asked(missing: list[str]) -> dict[str, str]:
    """Return what the user answers; where nobody can be asked, the options are named."""
    if missing and not (sys.stdin and sys.stdin.isatty()):
        options = ", ".join(f"--{key}" for key in missing)
        raise click.UsageError(tell("give_options", options=options))
    questions = {"name": tell("full_name"), "level": tell("level"), "place": tell("place")}
    return {
        key: click.prompt(questions[key], type=LEVELS if key == "level" else str, err=True)
        for key in missing
    }
