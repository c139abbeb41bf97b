"""The outputs of a batch by name, and inputs that want the same one, found before any work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from briefing.batch.inputs import Input
from briefing.boundaries import strays
from briefing.findings import Finding, InputError, Origin
from briefing.library import named_for_kind
from briefing.localities import Shelves, is_slug
from briefing.output import folded
from briefing.templating import kinds

NAMED = 5
"""How many of its rivals the finding of an input names."""


def target_of(each: Input) -> Path:
    """Return the first output of an input: the folders and the name of the input itself."""
    return each.place.with_name(f"{each.place.stem}.docx")


def clashes(inputs: Sequence[Input], asked: str | None) -> dict[Path, Finding]:
    """Return a finding for every input, by its path, that wants the output of another one.

    Names that differ only in case or in how letters are composed clash too: many file systems
    take them for one.
    """
    wanting: dict[str, list[Input]] = defaultdict(list)
    possible = PossibleOutputs(asked)
    for each in (each for each in inputs if each.fault is None):
        for output in possible.of(each.source, target_of(each)):
            wanting[folded(output)].append(each)
    return {
        each.source: _clash(each, rivals)
        for rivals in wanting.values()
        if len({rival.source for rival in rivals}) > 1
        for each in rivals
    }


class PossibleOutputs:
    """The Word files that inputs may give when these kinds are asked for; packs are read once."""

    def __init__(self, asked: str | None) -> None:
        self._asked = asked
        self._known: dict[Path, list[str]] = {}

    def of(self, source: Path, target: Path) -> list[Path]:
        """Return every Word file that an input may give, its first one first."""
        folder = source.parent
        if folder not in self._known:
            self._known[folder] = _kinds_asked(folder, self._asked)
        named = (named_for_kind(target, name, "") for name in self._known[folder])
        return list(dict.fromkeys([target, *named]))


def _kinds_asked(folder: Path, asked: str | None) -> list[str]:
    """Return the kinds that inputs of a folder may be built as; ``all`` are those of every pack."""
    if asked != "all":
        # What is no name of a kind is told of each document, and makes none.
        names = [name.strip() for name in asked.split(",")] if asked else []
        return [name for name in names if is_slug(name)]
    found = dict.fromkeys(kinds())
    for pack in Shelves(folder).packs.values():
        # A broken pack is told by the inputs that use it, and by no other.
        with suppress(InputError):
            found |= dict.fromkeys(kinds((pack,)) if not any(strays(pack, pack.parent)) else ())
    return list(found)


def _clash(each: Input, rivals: Sequence[Input]) -> Finding:
    named = [str(other.source) for other in islice(rivals, NAMED + 1) if other is not each]
    others = ", ".join(named[:NAMED]) + (" …" if len(rivals) > NAMED + 1 else "")
    values = {"output": target_of(each).as_posix(), "others": others}
    return Finding("batch/same-output", origin=Origin(str(each.source)), values=values)
