"""Which folder of templates a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.paths import FolderName
from briefing.cli.words import tell


def templates_option() -> click.Option:
    """Return ``--templates``, the folder that stands for the built-in one."""
    kind = FolderName()
    return click.Option(["--templates"], type=kind, help=tell("lint_templates"))


def base_folder(templates: Path | None) -> Path:
    """Return the folder of templates that packs extend; raises TemplateError when it is none."""
    from briefing.findings import Finding, Origin, TemplateError
    from briefing.templating import template_folder

    folder = templates or template_folder()
    if not folder.is_dir():
        values = {"name": str(folder)}
        finding = Finding("template/missing", origin=Origin(str(folder)), values=values)
        raise TemplateError([finding])
    return folder
