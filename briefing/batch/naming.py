"""The outputs of a batch by name, and inputs that want the same one, found before any work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from briefing.batch.inputs import Input
from briefing.findings import Finding, Origin
from briefing.library import named_for_kind
from briefing.localities import is_slug, pack_folders
from briefing.output import folded
from briefing.templating import kinds

NAMED = 5
"""How many of its rivals the finding of an input names."""


def target_of(each: Input) -> Path:
    """Return the first output of an input: the folders and the name of the input itself."""
    return each.place.with_name(f"{each.place.stem}.docx")


def possible_outputs(target: Path, asked: str | None) -> list[Path]:
    """Return every Word file that an input may give when these kinds are asked for."""
    if asked is None:
        return [target]
    names = kinds(tuple(pack_folders().values())) if asked == "all" else asked.split(",")
    # What is no name of a kind is told of each document, and makes none.
    known = [name.strip() for name in names if is_slug(name.strip())]
    return list(dict.fromkeys([target, *(named_for_kind(target, name, "") for name in known)]))


def clashes(inputs: Sequence[Input], asked: str | None) -> dict[Path, Finding]:
    """Return a finding for every input, by its path, that wants the output of another one.

    Names count as the same when they differ only in case or in Unicode form, for some file systems
    take them for one.
    """
    wanting: dict[str, list[Input]] = defaultdict(list)
    for each in (each for each in inputs if each.fault is None):
        for output in possible_outputs(target_of(each), asked):
            wanting[folded(output)].append(each)
    return {
        each.source: _clash(each, rivals)
        for rivals in wanting.values()
        if len(rivals) > 1
        for each in rivals
    }


def _clash(each: Input, rivals: Sequence[Input]) -> Finding:
    named = [str(other.source) for other in islice(rivals, NAMED + 1) if other is not each]
    others = ", ".join(named[:NAMED]) + (" …" if len(rivals) > NAMED + 1 else "")
    values = {"output": target_of(each).as_posix(), "others": others}
    return Finding("batch/same-output", origin=Origin(str(each.source)), values=values)
