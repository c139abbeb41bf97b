"""The outputs of a batch by name, and inputs that want the same one, found before any work."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from briefing.batch.inputs import Input
from briefing.boundaries import stray_links
from briefing.findings import Finding, InputError, Origin
from briefing.library import named_for_kind
from briefing.localities import Shelves
from briefing.templating import kinds


def target_of(each: Input) -> Path:
    """Return the first output of an input: the folders and the name of the input itself."""
    return each.place.with_name(f"{each.place.stem}.docx")


def clashes(inputs: Sequence[Input], asked: str | None) -> dict[Path, Finding]:
    """Return a finding for every input, by its path, that wants the output of another one.

    Names count as the same when they differ only in case or in Unicode form, for some file systems
    take them for one.
    """
    wanting: dict[str, list[Input]] = defaultdict(list)
    known: dict[Path, list[str]] = {}
    for each in inputs:
        folder = each.source.parent
        if folder not in known:
            known[folder] = _kinds_asked(folder, asked)
        target = target_of(each)
        for output in (target, *(named_for_kind(target, name, "") for name in known[folder])):
            wanting[_folded(output)].append(each)
    return {
        each.source: _clash(each, rivals)
        for rivals in wanting.values()
        if len(rivals) > 1
        for each in rivals
    }


def _kinds_asked(folder: Path, asked: str | None) -> list[str]:
    """Return the kinds that inputs of a folder may be built as; ``all`` are those of every pack."""
    if asked != "all":
        return [name.strip() for name in asked.split(",")] if asked else []
    found = dict.fromkeys(kinds())
    for pack in Shelves(folder).packs.values():
        # A broken pack is told by the inputs that use it, and by no other.
        with suppress(InputError):
            found |= dict.fromkeys(
                kinds((pack,)) if not any(stray_links(pack, pack.parent)) else ()
            )
    return list(found)


def _folded(output: Path) -> str:
    folded = unicodedata.normalize("NFC", output.as_posix()).casefold()
    # Folding can undo the composition, as of U+0345.
    return unicodedata.normalize("NFC", folded)


def _clash(each: Input, rivals: Iterable[Input]) -> Finding:
    others = ", ".join(str(other.source) for other in rivals if other is not each)
    values = {"output": target_of(each).as_posix(), "others": others}
    return Finding("batch/same-output", origin=Origin(str(each.source)), values=values)
