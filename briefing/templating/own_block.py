"""One block of a pack's template written anew, or given back to the template beneath."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.findings import Finding, InputError, Origin, nearest
from briefing.templating.block import Definition, TemplateBlock, blocks
from briefing.templating.override import MEMORY, new_override
from briefing.templating.updating import unused_bases
from briefing.values import record

_END = re.compile(r"\{%[-+]?\s*endblock\b[^%]*%\}\n?")
_LINE_END = re.compile(r"\r\n?")
_EXTENDS = re.compile(r"\s*\{%[-+]?\s*extends\b[^%]*%\}\s*")


@record
class OwnBlock:
    """A block as a pack has it: its own text, if there is one, and the one that it stands over.

    ``inherited`` is ``None`` where no template beneath has the block.
    """

    block: TemplateBlock
    own: Definition | None
    inherited: Definition | None

    @property
    def text(self) -> str:
        """The text that holds."""
        return self.block.text


def block_of_pack(folder: Path, below: tuple[Path, ...], template: str, block: str) -> OwnBlock:
    """Return a block of a template as a pack has it.

    Raises InputError when there is no such block, TemplateError for what cannot be read.
    """
    known = {one.name: one for one in blocks((folder, *below), template)}
    if block not in known:
        values = {"name": block, "near": nearest(block, known), "known": ", ".join(known)}
        raise InputError([Finding("template/no-block", origin=Origin(template), values=values)])
    own, inherited = None, known[block].definitions
    if inherited[0].path == folder / template:
        own, *rest = inherited
        inherited = tuple(rest)
    return OwnBlock(known[block], own, inherited[0] if inherited else None)


def with_block(
    folder: Path, below: tuple[Path, ...], template: str, block: str, text: str
) -> dict[Path, str]:
    """Return the files of a pack in which a block says a text, by path; raises as above."""
    found = block_of_pack(folder, below, template, block)
    text = _LINE_END.sub("\n", text)
    if found.text.endswith("\n") and not text.endswith("\n"):
        text += "\n"
    if found.own is None:
        return new_override(folder, below, template, block, text)
    file = folder / template
    before = _read(file)
    starts = found.own.starts
    return {file: before[:starts] + text + before[starts + len(found.own.text) :]}


def without_block(
    folder: Path, below: tuple[Path, ...], template: str, block: str
) -> tuple[dict[Path, str], list[Path]]:
    """Return the files of a pack without a block of its own, by path, and those that go with it.

    Raises LookupError where the pack has none, or nothing beneath it does.
    """
    found = block_of_pack(folder, below, template, block)
    if found.own is None or found.inherited is None:
        raise LookupError(block)
    file = folder / template
    before = _read(file)
    end = _END.match(before, found.own.starts + len(found.own.text))
    if end is None:
        raise LookupError(block)
    kept = before[: found.own.tag] + before[end.end() :]
    for memory in MEMORY.finditer(kept):
        if memory[1] == block:
            kept = f"{kept[: memory.start()].rstrip()}\n{kept[memory.end() :].lstrip()}"
            break
    if _EXTENDS.fullmatch(kept):
        # The file says nothing of its own any more.
        return {}, [file, *unused_bases(folder, {file: "\n"})]
    files = {file: f"{kept.rstrip()}\n"}
    return files, list(unused_bases(folder, files))


def _read(file: Path) -> str:
    return _LINE_END.sub("\n", file.read_bytes().decode("utf-8-sig", errors="replace"))
