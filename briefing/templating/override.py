"""Blocks that a pack puts in place of others, and whether those have changed since.

An override remembers what it replaced in a comment above it: the block's name and the digest of
its text then, ``{# replaces closing@3f2a9c1b4d5e #}``. That text itself is kept in ``replaced/``
beside the template, so that a later change can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateNotFound

from briefing.findings import Finding, InputError, Origin, Severity, TemplateError, nearest
from briefing.templating.block import Definition, blocks, digest_of, replaceable_in
from briefing.templating.kind import SUFFIX
from briefing.templating.loader import text_at
from briefing.templating.sources import Sources, missing
from briefing.values import record

KEPT = "replaced"
"""The folder of a pack that keeps the texts of replaced blocks."""

_LINE_END = re.compile(r"\r\n?")
_SUPER = re.compile(r"\bsuper(?:\.super)*\(\)")
MEMORY = re.compile(r"\{#-?\s*replaces ([\w-]+)@([0-9a-f]{12})\s*-?#\}")


@record
class Override:
    """A block or a macro of a pack's template: its own text, what it replaces and replaced.

    ``replaces`` is ``None`` when no template below has the block; ``remembered`` and ``was`` are
    the digest and the text of the block when it was overridden, where they are known. ``within`` is
    the block of the same file that it stands in.
    """

    name: str
    own: Definition
    replaces: Definition | None
    remembered: str | None
    was: str | None
    within: str | None = None

    @property
    def stale(self) -> bool:
        """Whether the block below has changed since it was overridden."""
        return bool(self.remembered and self.replaces and self.remembered != self.replaces.digest)


def overrides(folder: Path, below: tuple[Path, ...]) -> list[Override]:
    """Return what the templates of a pack override in the folders below it, file by file.

    Raises TemplateError for templates that cannot be read.
    """
    sources = Sources((folder, *below))
    files = sorted(folder.glob(f"*{SUFFIX}"))
    return [override for file in files for override in _of_file(sources, file)]


def overrides_of(folder: Path, below: tuple[Path, ...], file: Path) -> list[Override]:
    """Return what one template of a pack overrides; raises as above."""
    return list(_of_file(Sources((folder, *below)), file))


def calls_super(text: str) -> bool:
    """Say whether a block prints what it replaces, and so follows what becomes of it."""
    return bool(_SUPER.search(text))


def _of_file(sources: Sources, file: Path) -> Iterator[Override]:
    try:
        own, *above = sources.chain(sources.open(file.name))
    except TemplateNotFound as error:
        raise TemplateError([missing(error, file)]) from None
    replaced: dict[str, Definition] = {}
    for source in above:
        for name, _, definition in replaceable_in(source):
            replaced.setdefault(name, definition)
    remembered = dict(MEMORY.findall(own.text))
    for name, within, definition in replaceable_in(own) if above else ():
        # What stands inside a block that is replaced itself is told with that one.
        if within is None or (name in replaced and within not in replaced):
            digest = remembered.get(name)
            was = kept_text(file.parent, name, digest) if digest else None
            yield Override(name, definition, replaced.get(name), digest, was, within)


def stale_overrides(folder: Path, below: tuple[Path, ...]) -> Iterator[Finding]:
    """Yield a warning for every override whose block below has changed since."""
    for override in overrides(folder, below):
        if override.stale and override.replaces:
            changed = override.replaces
            values = {"name": override.name, "place": f"{changed.path}:{changed.line}"}
            origin = Origin(str(override.own.path), override.own.line)
            yield Finding("template/stale-override", Severity.WARNING, origin, values=values)


def new_override(
    folder: Path, below: tuple[Path, ...], template: str, block: str, body: str | None = None
) -> dict[Path, str]:
    """Return the files of an override with a text for its block, by default the present one.

    Raises InputError when there is no such block, or the pack overrides it already.
    """
    file = folder / template
    known = {found.name: found for found in blocks((folder, *below), template)}
    if block not in known:
        values = {"name": block, "near": nearest(block, known), "known": ", ".join(known)}
        raise InputError([Finding("template/no-block", origin=Origin(template), values=values)])
    definition = known[block].definitions[0]
    if definition.path == file:
        origin = Origin(str(file), definition.line)
        raise InputError([Finding("template/overridden", origin=origin, values={"name": block})])
    before = file.read_bytes().decode("utf-8") if file.is_file() else _first_line(template)
    inside = definition.text if body is None else body
    more = f"\n\n{memory_of(block, definition.digest)}\n"
    more += f"{{% block {block} %}}\n{inside}{{% endblock %}}\n"
    if "\r\n" in before:
        more = more.replace("\n", "\r\n")
    return {
        file: before.rstrip() + more,
        kept_file(folder, block, definition.digest): definition.text,
    }


def accepted(folder: Path, below: tuple[Path, ...]) -> dict[Path, str]:
    """Return the files of a pack's stale overrides as remembering what they replace now."""
    changed: dict[Path, str] = {}
    for override in overrides(folder, below):
        if override.stale and override.replaces:
            file, now = override.own.path, override.replaces
            text = changed.get(file) or file.read_bytes().decode("utf-8")
            old = re.compile(rf"replaces {override.name}@{override.remembered}")
            changed[file] = old.sub(f"replaces {override.name}@{now.digest}", text)
            changed[kept_file(folder, override.name, now.digest)] = now.text
    return changed


def _first_line(template: str) -> str:
    return f'{{% extends "{template}" %}}'


def memory_of(block: str, digest: str) -> str:
    """Return the remark that says what an override replaces."""
    return f"{{# replaces {block}@{digest} #}}"


def kept_file(folder: Path, block: str, digest: str) -> Path:
    """Return where the text of a replaced block is kept."""
    return folder / KEPT / f"{block}@{digest}{SUFFIX}"


def kept_text(folder: Path, block: str, digest: str) -> str | None:
    """Return the text of a replaced block, ``None`` where it is not kept as it was.

    One that somebody has changed is no common ancestor: a merge by it drops what the pack says.
    """
    file = kept_file(folder, block, digest)
    if not file.is_file():
        return None
    text = _LINE_END.sub("\n", text_at(file)).removeprefix("\ufeff")
    return text if digest_of(text) == digest else None
