"""Overrides of a pack brought up to date with what became of the blocks beneath them.

The text that an override replaced lies in the pack (``replaced/``), so three texts are at hand:
that one, the pack's own, and the block beneath as it is now. One that was written by hand begins to
be watched with the first update.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from briefing.templating.block import Definition
from briefing.templating.kind import SUFFIX
from briefing.templating.merging import Names, conflict_line, merged
from briefing.templating.override import (
    KEPT,
    MEMORY,
    Override,
    calls_super,
    kept_file,
    memory_of,
    overrides_of,
)

_LINE_END = re.compile(r"\r\n?")
_BASE = re.compile(rf"[\w-]+@[0-9a-f]{{12}}{re.escape(SUFFIX)}")


class State(Enum):
    """What an update makes of one override."""

    CURRENT = "current"
    NOTED = "noted"
    FOLLOWS = "follows"
    MERGED = "merged"
    CONFLICT = "conflict"
    UNSEEN = "unseen"
    LOST = "lost"


STALE = {State.FOLLOWS, State.MERGED, State.CONFLICT, State.UNSEEN, State.LOST}
"""What the block beneath has changed or gone from since."""

OPEN = {State.CONFLICT, State.UNSEEN, State.LOST}
"""What a person has to look at."""


@dataclass(frozen=True, slots=True)
class Updated:
    """One override after an update: where it stands, its block, what was done with it."""

    file: Path
    line: int
    block: str
    state: State


@dataclass(frozen=True, slots=True)
class Update:
    """What an update of a pack writes and removes, and what became of each override."""

    overrides: list[Updated]
    files: dict[Path, str] = field(default_factory=dict)
    removed: list[Path] = field(default_factory=list)


def update_of(folder: Path, below: tuple[Path, ...], names: Names) -> Update:
    """Return the update of a pack over the folders below it; nothing is written.

    ``names`` are what the sides of a conflict are called. A file that still has the marks of an
    earlier conflict is left as it is. Raises TemplateError for templates that cannot be read.
    """
    update = Update([])
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
        if line := conflict_line(text):
            update.overrides.append(Updated(file, line, "", State.CONFLICT))
            continue
        outer = [one for one in overrides_of(folder, below, file) if one.within is None]
        _update_file(file, text, outer, names, update)
    update.removed.extend(unused_bases(folder, update.files))
    return update


def _update_file(
    file: Path, text: str, found: Iterable[Override], names: Names, update: Update
) -> None:
    """Add to an update what becomes of the overrides of one file, from its end to its beginning."""
    now = before = _LINE_END.sub("\n", text)
    told: list[Updated] = []
    for override in sorted(found, key=lambda one: one.own.starts, reverse=True):
        state, body = _outcome(override, names)
        told.insert(0, Updated(file, override.own.line, override.name, state))
        if state in (State.CURRENT, State.LOST) or override.replaces is None:
            continue
        now = _with_body(now, override.own, body)
        now = _remembering(now, override)
        base = kept_file(file.parent, override.name, override.replaces.digest)
        update.files[base] = override.replaces.text
    update.overrides.extend(told)
    if now != before:
        update.files[file] = now.replace("\n", "\r\n") if "\r\n" in text else now


def _outcome(override: Override, names: Names) -> tuple[State, str]:
    """Return what becomes of an override, and its text then."""
    own, beneath = override.own.text, override.replaces
    if beneath is None:
        return (State.LOST if override.remembered else State.CURRENT), own
    if not override.remembered:
        return State.NOTED, own
    if not override.stale:
        kept = kept_file(override.own.path.parent, override.name, override.remembered)
        return (State.CURRENT if kept.is_file() else State.NOTED), own
    if calls_super(own):
        return State.FOLLOWS, own
    if override.was is None:
        return State.UNSEEN, own
    both = merged(override.was, own, beneath.text, names)
    return (State.CONFLICT if both.conflicts else State.MERGED), both.text


def _with_body(text: str, own: Definition, body: str) -> str:
    return text[: own.starts] + body + text[own.starts + len(own.text) :]


def _remembering(text: str, override: Override) -> str:
    """Return a template in which an override says what it replaces now."""
    digest = override.replaces.digest if override.replaces else ""
    memory = memory_of(override.name, digest)
    for found in MEMORY.finditer(text):
        if found[1] == override.name:
            return text[: found.start()] + memory + text[found.end() :]
    line = text.rfind("\n", 0, override.own.tag) + 1
    place = override.own.tag if text[line : override.own.tag].strip() else line
    return f"{text[:place]}{memory}\n{text[place:]}"


def unused_bases(folder: Path, files: Mapping[Path, str]) -> Iterator[Path]:
    """Yield the texts of replaced blocks that no override speaks of any more.

    ``files`` are the texts of files that are about to be written.
    """
    texts = [
        files.get(file) or file.read_bytes().decode("utf-8-sig", errors="replace")
        for file in folder.glob(f"*{SUFFIX}")
    ]
    spoken = {f"{name}@{digest}{SUFFIX}" for text in texts for name, digest in MEMORY.findall(text)}
    for file in sorted((folder / KEPT).glob(f"*{SUFFIX}")):
        if _BASE.fullmatch(file.name) and file.name not in spoken:
            yield file
