"""The language of one run: --lang anywhere on the line, else BRIEFING_LANG, else Vietnamese."""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence

import click

from briefing.characters import in_line
from briefing.findings import DEFAULT_LANGUAGE, LANGUAGES, say

_current = DEFAULT_LANGUAGE


def choose_language(arguments: Sequence[str]) -> None:
    """Settle the language before any command exists, so that help texts are in it too."""
    global _current
    wanted = os.environ.get("BRIEFING_LANG", DEFAULT_LANGUAGE)[:2].lower()
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            wanted = arguments[position + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    _current = wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE
    # Click says its own sentences through gettext's default domain.
    os.environ["LANGUAGE"] = _current
    gettext.bindtextdomain("messages", __file__.removesuffix("words.py") + "locale")


def language() -> str:
    """Return the language of this run: ``vi`` or ``en``."""
    return _current


def tell(key: str, **values: object) -> str:
    """Return a sentence of the ``cli`` table in the language of this run."""
    shown = {name: _shown(value) for name, value in values.items()}
    return say(f"cli.{key}", _current, **shown)


def _shown(value: object) -> object:
    return in_line(str(value)) if isinstance(value, str | os.PathLike) else value


def language_option() -> click.Option:
    """Return ``--lang``, which every command accepts; it took effect before parsing."""
    return click.Option(
        ["--lang"],
        type=click.Choice(["vi", "en"]),
        expose_value=False,
        help=tell("language"),
    )
