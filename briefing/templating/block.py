"""The blocks of a template and where each is defined, along the templates that it extends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from briefing.findings import TemplateError
from briefing.templating.sources import Sources, TemplateSource, missing, parser
from briefing.values import record


def digest_of(text: str) -> str:
    """Return 12 hex digits that change when a block's text does; outer blanks do not count."""
    return sha256(text.strip().encode()).hexdigest()[:12]


@record
class Definition:
    """One definition of a block: its file, the line of its tag, the text between its tags.

    ``tag`` and ``starts`` are where its tag and its text begin, in characters with plain line ends.
    """

    path: Path
    line: int
    text: str
    tag: int = field(default=0, compare=False)
    starts: int = field(default=0, compare=False)

    @property
    def digest(self) -> str:
        """Return 12 hex digits that change when the text does; outer blanks do not count."""
        return digest_of(self.text)


@record
class TemplateBlock:
    """A block by name with all its definitions, nearest first; the nearest one is its own.

    ``within`` is the block that it stands in, where it stands in one.
    """

    name: str
    definitions: tuple[Definition, ...]
    within: str | None = None

    @property
    def path(self) -> Path:
        """Return the file of the definition that holds."""
        return self.definitions[0].path

    @property
    def line(self) -> int:
        """Return the line of the definition that holds, from 1."""
        return self.definitions[0].line

    @property
    def text(self) -> str:
        """Return the source between the tags, blocks inside included."""
        return self.definitions[0].text

    @property
    def digest(self) -> str:
        """Return the digest of the definition that holds."""
        return self.definitions[0].digest


def blocks(roots: tuple[Path, ...], template_name: str) -> list[TemplateBlock]:
    """Return the blocks that a template can override or has, in the order of the document.

    ``roots`` are folders of templates, nearest first; ``template_name`` is a file name such as
    ``bao-cao-tong-ket.md.j2``, and ``{% extends %}`` is followed through all of them. Raises
    TemplateError when a template is missing or has a syntax error.
    """
    sources = Sources(roots)
    try:
        chain = sources.chain(sources.open(template_name))
    except TemplateNotFound as error:
        raise TemplateError([missing(error, roots[0])]) from None
    definitions: dict[str, list[Definition]] = {}
    inside: dict[str, str | None] = {}
    # The template that extends nothing says the order; what others add comes after.
    for source in reversed(chain):
        for name, within, definition in found_in(source):
            definitions.setdefault(name, []).insert(0, definition)
            inside.setdefault(name, within)
    return [TemplateBlock(name, tuple(found), inside[name]) for name, found in definitions.items()]


def found_in(source: TemplateSource) -> list[tuple[str, str | None, Definition]]:
    """Return the blocks of one template in order: name, the block around, the definition."""
    return [
        (name, within, Definition(source.path, line, text, tag, starts))
        for name, within, line, text, tag, starts in _blocks_in(source.text)
    ]


def block_texts(source: str) -> dict[str, tuple[str, int]]:
    """Return the blocks of a template: the text of each, and how many lines stand before it.

    A text that is no template has none.
    """
    try:
        found = _blocks_in(source)
    except (TemplateSyntaxError, LookupError):
        return {}
    return {name: (text, source.count("\n", 0, starts)) for name, _, _, text, _, starts in found}


def replaceable_in(source: TemplateSource) -> list[tuple[str, str | None, Definition]]:
    """Return what another template can say anew: blocks, of a file of macros its macros."""
    return found_in(source) or [
        (name, within, Definition(source.path, line, text, tag, starts))
        for name, within, line, text, tag, starts in _blocks_in(source.text, "macro")
    ]


@lru_cache(maxsize=128)
def _blocks_in(
    source: str, sort: str = "block"
) -> tuple[tuple[str, str | None, int, str, int, int], ...]:
    """Return the blocks of a text; the built-in templates are asked for with every pack.

    Its macros, by their ``sort``, are found in the same way.
    """
    found: dict[int, tuple[str, str | None, int, str, int, int]] = {}
    open_blocks: list[tuple[str, int, int, int]] = []
    for tag, line, begins, ends in _tags(source):
        match tag:
            case [word, name, *_] if word == sort:
                open_blocks.append((name, line, begins, ends))
            case [word, *_] if word == f"end{sort}":
                name, first, tag_at, start = open_blocks.pop()
                within = open_blocks[-1][0] if open_blocks else None
                text = source[start:begins]
                found[start] = (name, within, first, text, tag_at, start)
    return tuple(found[start] for start in sorted(found))


def _tags(text: str) -> Iterator[tuple[list[str], int, int, int]]:
    """Yield the words of each tag with its line, where it begins and where it ends.

    Jinja's lexer tells tags from comments and raw text; it leaves out only blanks around tags.
    """
    position, begins, line = 0, 0, 1
    words: list[str] = []
    for number, sort, value in parser().lex(text):
        position = text.index(value, position)
        if sort == "block_begin":
            begins, line, words = position, number, []
        position += len(value)
        if sort == "name":
            words.append(value)
        elif sort == "block_end":
            yield words, line, begins, position
