"""What a message tells to run is a command that there is, with options that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from briefing.cli.main import _group
from briefing.findings.catalogues import catalogue

_TOLD = re.compile(r"\bbriefing ([a-z][^“”\"`;,()\n]*)")


def told(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield from _TOLD.findall(table)
    elif isinstance(table, dict):
        for part in table.values():
            yield from told(part)


def faults(words: list[str]) -> Iterator[str]:
    command: click.Command = _group()
    context = click.Context(command)
    while isinstance(command, click.Group) and words:
        found = command.get_command(context, words[0].rstrip("."))
        if found is None:
            if not command.invoke_without_command:
                yield f"no command {words[0]}"
            break
        command, words = found, words[1:]
    options = {name for parameter in command.params for name in parameter.opts}
    yield from (
        f"{command.name}: no {word}"
        for word in words
        if word[0] == "-" and word.rstrip(".") not in options
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_commands_that_messages_name_are_there(language: str) -> None:
    commands = list(told(catalogue(language)))
    wrong = {line: found for line in commands if (found := list(faults(line.split())))}

    assert len(commands) > 25
    assert wrong == {}


def test_a_wrong_command_would_be_seen() -> None:
    assert list(faults(["locality", "upgrade", "x"]))
    assert list(faults(["locality", "update", "--force"]))
