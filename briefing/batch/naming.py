"""The outputs of a batch by name, and inputs that want the same one, found before any work."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.batch.inputs import Input
from briefing.findings import Finding, Origin
from briefing.library import named_for_kind
from briefing.localities import pack_folders
from briefing.templating import kinds


def target_of(each: Input) -> Path:
    """Return the first output of an input: the folders and the name of the input itself."""
    return each.place.with_name(f"{each.place.stem}.docx")


def possible_outputs(target: Path, asked: str | None) -> list[Path]:
    """Return every Word file that an input may give when these kinds are asked for."""
    if asked is None:
        return [target]
    names = kinds(tuple(pack_folders().values())) if asked == "all" else asked.split(",")
    return [target, *(named_for_kind(target, name.strip(), "") for name in names)]


def clashes(inputs: Sequence[Input], asked: str | None) -> dict[Path, Finding]:
    """Return a finding for every input, by its path, that wants the output of another one.

    Names count as the same when they differ only in case or in Unicode form, for some file systems
    take them for one.
    """
    wanting: dict[str, list[Input]] = defaultdict(list)
    for each in inputs:
        for output in possible_outputs(target_of(each), asked):
            wanting[_folded(output)].append(each)
    return {
        each.source: _clash(each, rivals)
        for rivals in wanting.values()
        if len(rivals) > 1
        for each in rivals
    }


def _folded(output: Path) -> str:
    folded = unicodedata.normalize("NFC", output.as_posix()).casefold()
    # Folding can undo the composition, as of U+0345.
    return unicodedata.normalize("NFC", folded)


def _clash(each: Input, rivals: Iterable[Input]) -> Finding:
    others = ", ".join(str(other.source) for other in rivals if other is not each)
    values = {"output": target_of(each).as_posix(), "others": others}
    return Finding("batch/same-output", origin=Origin(str(each.source)), values=values)
