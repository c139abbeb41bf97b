"""Overrides of a pack brought up to date with what became of the blocks beneath them.

The text that an override replaced lies in the pack (``replaced/``), so three texts are at hand:
that one, the pack's own, and the block beneath as it is now. One that was written by hand begins to
be watched with the first update.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from enum import Enum
from pathlib import Path

from briefing.reading import conflict_line
from briefing.templating.kind import SUFFIX
from briefing.templating.loader import text_at
from briefing.templating.merging import SideNames, merged
from briefing.templating.override import (
    KEPT,
    MEMORY,
    Override,
    calls_super,
    kept_file,
    kept_text,
    memory_of,
    overrides_of,
)
from briefing.values import record

_LINE_END = re.compile(r"\r\n?")
_MARK = "\ufeff"
"""The byte order mark, which stays where it is."""

_BASE = re.compile(rf"([\w-]+)@([0-9a-f]{{12}}){re.escape(SUFFIX)}")


class OverrideState(Enum):
    """What an update makes of one override."""

    CURRENT = "current"
    NOTED = "noted"
    FOLLOWS = "follows"
    MERGED = "merged"
    CONFLICT = "conflict"
    UNSEEN = "unseen"
    LOST = "lost"


STALE = {
    OverrideState.FOLLOWS,
    OverrideState.MERGED,
    OverrideState.CONFLICT,
    OverrideState.UNSEEN,
    OverrideState.LOST,
}
"""What the block beneath has changed or gone from since."""

OPEN = {OverrideState.CONFLICT, OverrideState.UNSEEN, OverrideState.LOST}
"""What a person has to look at."""


@record
class Updated:
    """One override after an update: where it stands, its block, what was done with it."""

    file: Path
    line: int
    block: str
    state: OverrideState


@record
class Update:
    """What an update of a pack writes and removes, and what became of each override."""

    overrides: list[Updated]
    files: dict[Path, str] = field(default_factory=dict)
    removed: list[Path] = field(default_factory=list)


def update_of(folder: Path, below: tuple[Path, ...], names: SideNames) -> Update:
    """Return the update of a pack over the folders below it; nothing is written.

    ``names`` are what the sides of a conflict are called. A file that still has the marks of an
    earlier conflict is left as it is. Raises TemplateError for templates that cannot be read.
    """
    update = Update([])
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        text = text_at(file)
        if line := conflict_line(text):
            update.overrides.append(Updated(file, line, "", OverrideState.CONFLICT))
            continue
        outer = [one for one in overrides_of(folder, below, file) if one.within is None]
        _update_file(file, text, outer, names, update)
    update.removed.extend(unused_bases(folder, update.files))
    return update


def _update_file(
    file: Path, text: str, found: Iterable[Override], names: SideNames, update: Update
) -> None:
    """Add to an update what becomes of the overrides of one file."""
    plain = _LINE_END.sub("\n", text).removeprefix(_MARK)
    bodies: list[tuple[Override, str]] = []
    for override in found:
        state, body = _outcome(override, names)
        update.overrides.append(Updated(file, override.own.line, override.name, state))
        if (
            state in (OverrideState.CURRENT, OverrideState.LOST, OverrideState.UNSEEN)
            or override.replaces is None
        ):
            continue
        bodies.append((override, body))
        base = kept_file(file.parent, override.name, override.replaces.digest)
        update.files[base] = override.replaces.text
    now = _rewritten(plain, bodies)
    if now != plain:
        mark = _MARK if text.startswith(_MARK) else ""
        update.files[file] = mark + (now.replace("\n", "\r\n") if "\r\n" in text else now)


def _rewritten(text: str, bodies: Iterable[tuple[Override, str]]) -> str:
    """Return a template with new texts of overrides, each remembering what it replaces now.

    All places are those of the text as it was, so it is gone through once: a remark may stand
    anywhere, and has another length afterwards.
    """
    digests = {override.name: _digest(override) for override, _ in bodies}
    remembered = {found[1] for found in MEMORY.finditer(text)}
    made, at = list[str](), 0
    for override, body in bodies:
        own = override.own
        if override.name not in remembered:
            line = text.rfind("\n", 0, own.tag) + 1
            place = own.tag if text[line : own.tag].strip() else line
            made += [text[at:place], f"{memory_of(override.name, digests[override.name])}\n"]
            at = place
        made += [text[at : own.starts], body]
        at = own.starts + len(own.text)
    made.append(text[at:])
    return MEMORY.sub(lambda found: _renewed(found, digests), "".join(made))


def _digest(override: Override) -> str:
    return override.replaces.digest if override.replaces else ""


def _renewed(remark: re.Match[str], digests: Mapping[str, str]) -> str:
    digest = digests.get(remark[1])
    return remark[0] if digest is None else memory_of(remark[1], digest)


def _outcome(override: Override, names: SideNames) -> tuple[OverrideState, str]:
    """Return what becomes of an override, and its text then."""
    own, beneath = override.own.text, override.replaces
    if beneath is None:
        return (OverrideState.LOST if override.remembered else OverrideState.CURRENT), own
    if not override.remembered:
        return OverrideState.NOTED, own
    if not override.stale:
        kept = kept_file(override.own.path.parent, override.name, override.remembered)
        return (OverrideState.CURRENT if kept.is_file() else OverrideState.NOTED), own
    if calls_super(own):
        return OverrideState.FOLLOWS, own
    if override.was is None:
        return OverrideState.UNSEEN, own
    both = merged(override.was, own, beneath.text, names)
    return (OverrideState.CONFLICT if both.conflicts else OverrideState.MERGED), both.text


def unused_bases(folder: Path, files: Mapping[Path, str]) -> Iterator[Path]:
    """Yield the texts of replaced blocks that no override speaks of any more.

    ``files`` are the texts of files that are about to be written. What somebody has changed stays.
    """
    texts = [files.get(file) or text_at(file) for file in folder.glob(f"*{SUFFIX}")]
    spoken = {remark for text in texts for remark in MEMORY.findall(text)}
    for file in sorted((folder / KEPT).glob(f"*{SUFFIX}")):
        named = _BASE.fullmatch(file.name)
        if (
            named
            and named.groups() not in spoken
            and kept_text(folder, *named.groups()) is not None
        ):
            yield file
