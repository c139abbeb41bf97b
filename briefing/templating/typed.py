"""Where in the templates of a kind some words of a finished document were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from jinja2 import TemplateNotFound

from briefing.findings import Origin, TemplateError
from briefing.patterns import Pattern
from briefing.templating.kind import Kind
from briefing.templating.sources import Sources

_WORD = Pattern(r"\w+")
_DIGIT = Pattern(r"[0-9]")
_BETWEEN = r"[\W_]+"
"""What Markdown and line ends put between the words of a template."""

_MOST = 30
"""How many words of a piece are enough to find it by."""


def typed_place(pieces: Sequence[str], kind: Kind, roots: tuple[Path, ...]) -> Origin | None:
    """Return file and line of the longest piece that a template holds, else the kind's template.

    Packs type words in their other files as well. Of files that hold the same, the nearest counts.
    """
    files = list(_files(kind, roots))
    for pattern, telling in _patterns(pieces):
        for path, text in files:
            found = list(islice(pattern.finditer(text), 2))
            if found and (telling or len(found) == 1):
                return Origin(str(path), text.count("\n", 0, found[0].start()) + 1)
    return Origin(str(files[0][0])) if files else None


def _patterns(pieces: Sequence[str]) -> Iterator[tuple[re.Pattern[str], bool]]:
    """Yield what finds each piece, those with numbers before others, longer ones first.

    One word alone tells of its place only where it stands once.
    """
    told = [piece for piece in dict.fromkeys(pieces) if _WORD.search(piece)]
    for piece in sorted(told, key=lambda text: (not _DIGIT.search(text), -len(text))):
        words = _WORD.findall(piece)[:_MOST]
        between = _BETWEEN.join(map(re.escape, words))
        yield re.compile(rf"(?<!\w){between}(?!\w)", re.IGNORECASE), len(words) > 1


def _files(kind: Kind, roots: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    """Yield the template of a kind, what it extends, and whatever else lies in the folders."""
    sources = Sources(roots)
    try:
        chain = sources.chain(sources.open(kind.template))
    except (TemplateNotFound, TemplateError):
        return
    yield from ((source.path, source.text) for source in chain)
    for position, root in enumerate(roots):
        for file in sorted(root.glob("*.j2")):
            with suppress(TemplateNotFound, TemplateError):
                source = sources.at(position, file.name)
                yield source.path, source.text
        for file in sorted(root.glob("*.toml")):
            with suppress(OSError):
                yield file, file.read_text(encoding="utf-8", errors="replace")
