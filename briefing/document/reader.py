"""Markdown text into a document's content.

The Markdown of templates is small: headings, paragraphs, lists, tables, strong, emphasis, and
``gap:`` links. The first ``#`` heading is the kind of document and the paragraph under it the
subject; every later ``#`` opens an annex; ``##`` is mục, ``###`` khoản, ``####`` điểm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, lru_cache, partial
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing.characters import UNFIT, code
from briefing.document.amount import Amount, check_amount
from briefing.document.gaps import SCHEME
from briefing.document.leads import MARK, SET, as_set, led_by
from briefing.document.model import (
    Alignment,
    Annex,
    Block,
    Content,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Run,
    Table,
    plain,
)
from briefing.document.note_marks import NOTE_SCHEME
from briefing.document.stretches import COLUMNS, chunks, heading, items, paragraph, table
from briefing.findings import Finding, TemplateError
from briefing.patterns import Pattern
from briefing.tracing import Pieces, Traced, joined, settled_in_turn, stating, substituted, through

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST_LIST = 1000
"""The highest number that a list may begin with."""

DEEPEST = 3
"""The deepest heading level that the decree numbers: điểm, a)."""

_BLOCK_RULES = ["table", "heading", "list", "paragraph"]
_INLINE_RULES = ["text", "newline", "escape", "emphasis", "link", "entity"]
_INLINE_RULES2 = ["balance_pairs", "emphasis", "fragments_join"]


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # many documents hold nothing that needs it

    parser = MarkdownIt("zero", {"html": False})
    parser.block.ruler.enableOnly(_BLOCK_RULES)
    parser.inline.ruler.enableOnly(_INLINE_RULES)
    parser.inline.ruler2.enableOnly(_INLINE_RULES2)
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def read_content(markdown: str, deepest: int = DEEPEST) -> Content:
    """Return the content that a Markdown text describes; runs know the facts of a traced text.

    ``deepest`` is how many levels of headings are numbered. Raises TemplateError for more than a
    document holds.
    """
    check_amount(markdown)
    parts = _parts(read_blocks(markdown), deepest)
    kind, blocks = parts[0]
    subject: Line = ()
    if blocks and isinstance(blocks[0], Paragraph):
        subject, blocks = blocks[0].line, blocks[1:]
    annexes = tuple(_annex(title, tuple(content)) for title, content in parts[1:])
    return Content(kind, subject, tuple(blocks), annexes)


def _annex(line: Line, blocks: tuple[Block, ...]) -> Annex:
    how, title = led_by(SET, line)
    return Annex(title, blocks, how == "sideways" if how else None)


def read_blocks(markdown: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown text: plain ones as they stand, others through the parser."""
    # The parser reads other line ends as line ends, and zero bytes as replacement characters.
    if "\r" in markdown or "\0" in markdown:
        yield from parsed_blocks(markdown)
        return
    of_words = not isinstance(markdown, Traced)
    place: Callable[[str], str] = str if of_words else Pieces(markdown).next
    doubtful: list[str] = []
    for pieces in chunks(str(markdown)):
        chunk = pieces[0]
        alone = len(pieces) == 1
        if (alone and of_words and not doubtful) and (
            chunk[0].isalpha() and "\n" not in chunk and not _has_marks(chunk)
        ):
            # So are most: a line that begins with a letter, without a sign of Markdown.
            yield Paragraph((Run(chunk.rstrip()),))
            continue
        blocks = _plain_blocks(chunk, place) if alone else None
        if blocks is None:
            doubtful += map(place, pieces)
            continue
        if doubtful:
            yield from parsed_blocks(joined(doubtful, "\n\n"))
            doubtful = []
        yield from blocks
    if doubtful:
        yield from parsed_blocks(joined(doubtful, "\n\n"))


def parsed_blocks(markdown: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown text as the parser reads them."""
    tokens = _parser().parse(str(markdown))
    if isinstance(markdown, Traced):
        inline = [token for token in tokens if token.type == "inline"]
        told = [token.content for token in _parser().parse(format(markdown)) if token.content]
        contents = _as_read([token.content for token in inline], told, markdown)
        for token, content in zip(inline, contents, strict=True):
            token.content = content
    return _blocks(tokens)


def _as_read(texts: list[str], marked: list[str], whole: Traced) -> list[str]:
    """Return texts that the parser made of a traced one, with its facts.

    ``marked`` are what it made of the same one with its facts as marks. Where the marks stood in
    the parser's way, every text may state every fact.
    """
    settled = [text for text in settled_in_turn(marked) if text]
    wanted = [text for text in texts if text]
    if settled == wanted:
        told = iter(settled)
        return [next(told) if text else text for text in texts]
    paths = dict.fromkeys(path for _, _, path in whole.spans)
    return [stating(text, *paths) if text else text for text in texts]


def _plain_blocks(chunk: str, place: Callable[[str], str]) -> list[Block] | None:
    """Return the blocks of a plain chunk; ``place`` finds each piece of it in its turn."""
    if (text := paragraph(chunk)) is not None:
        line = read_line(place(text))
        usual = Paragraph(line)
        return [as_set(usual, line) if line and line[0].gap else usual]
    if (texts := items(chunk)) is not None:
        lines = [read_line(place(text)) for text in texts]
        return [ListItem(line, False, number) for number, line in enumerate(lines, start=1)]
    if (found := heading(chunk)) is not None:
        return [_heading(found[0] - 1, read_line(place(found[1])))]
    if (rows := table(chunk)) is not None:
        sides, written = rows
        of_cell = partial(_shared, {}) if place is str and not _has_marks(chunk) else _cell
        head, *body = [tuple([of_cell(place(cell)) for cell in row]) for row in written]
        return [as_set(Table(head, tuple(body), tuple(map(_side, sides))), head[0])]
    return None


def _shared(known: dict[str, Line], text: str) -> Line:
    """Return the line of a cell without marks; cells that say the same have one of them."""
    line = known.get(text)
    if line is None:
        line = known[text] = (Run(text),) if text else ()
    return line


def _cell(text: str) -> Line:
    return read_line(text.replace("\\|", "|") if "\\" in text else text)


def _side(rule: str) -> Alignment:
    if not rule.endswith(":"):
        return "left"
    return "center" if rule.startswith(":") else "right"


def _parts(blocks: Iterator[Block], deepest: int) -> list[tuple[Line, list[Block]]]:
    """Return the blocks divided at the headings of level 0, each part with its heading.

    Other headings are of levels that have a number; raises TemplateError.
    """
    inside: list[Block] = []
    parts: list[tuple[Line, list[Block]]] = []
    add = Amount().add
    for block in blocks:
        add(block)
        if isinstance(block, Heading):
            if block.level > deepest:
                values = {"text": plain(block.line), "deepest": "#" * (deepest + 1)}
                raise TemplateError([Finding("template/heading-too-deep", values=values)])
            if block.level == 0:
                inside = []
                parts.append((block.line, inside))
                continue
        if not parts:
            parts.append(((), inside))
        inside.append(block)
    return parts or [((), inside)]


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    lists: list[tuple[bool, int]] = []
    opened = False
    position = 0
    while position < len(tokens):
        token = tokens[position]
        match token.type:
            case "heading_open":
                yield _heading(int(token.tag[1]) - 1, read_line(tokens[position + 1].content))
            case "bullet_list_open" | "ordered_list_open":
                lists.append((token.type == "ordered_list_open", _first_number(token) - 1))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                ordered, number = lists[-1]
                lists[-1] = (ordered, number + 1)
                opened = True
            case "list_item_close":
                opened = False
            case "paragraph_open" if opened:
                ordered, number = lists[-1]
                opened = False
                line = read_line(tokens[position + 1].content)
                yield _item(line, ordered=ordered, number=number, depth=len(lists) - 1)
            case "paragraph_open":
                line = read_line(tokens[position + 1].content)
                yield as_set(Paragraph(line), line)
            case "table_open":
                end = _closing(tokens, position, "table_close")
                found = _table(tokens[position:end])
                yield as_set(found, found.header[0])
                position = end
        position += 1


def _first_number(token: Token) -> int:
    """Return the number that a list begins with: one that goes on says where."""
    return min(max(int(token.attrs.get("start", 1)), 1), LONGEST_LIST)


def _heading(level: int, line: Line) -> Heading:
    return Heading(level, line, _runs_in(line))


def _runs_in(line: Line) -> bool:
    """Say whether a heading is a title in bold that ends in a colon, and text after it."""
    bold = list(takewhile(attrgetter("bold"), line))
    return 0 < len(bold) < len(line) and bold[-1].text.rstrip().endswith(":")


def _item(line: Line, *, ordered: bool, number: int, depth: int) -> ListItem:
    """Return an item of a list; a mark that leads it is no text of its own."""
    mark, rest = led_by(MARK, line)
    return ListItem(rest, ordered and not mark, number, depth, mark)


def _closing(tokens: list[Token], start: int, kind: str) -> int:
    return next(i for i in range(start, len(tokens)) if tokens[i].type == kind)


def _table(tokens: list[Token]) -> Table:
    rows: list[list[Line]] = []
    alignments: list[Alignment] = []
    for position, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(read_line(tokens[position + 1].content))
        if token.type == "th_open":
            alignments.append(_alignment(str(token.attrs.get("style", ""))))
    if len(alignments) > COLUMNS:
        values = {"columns": COLUMNS}
        raise TemplateError([Finding("template/table-too-large", values=values)])
    body = tuple(tuple(row) for row in rows[1:])
    return Table(tuple(rows[0]), body, tuple(alignments))


def _alignment(style: str) -> Alignment:
    if style.endswith("right"):
        return "right"
    return "center" if style.endswith("center") else "left"


_WHOLE = re.compile(r"(\*\*?)([^\\*_\[&\n\s](?:[^\\*_\[&\n]*[^\\*_\[&\n\s])?)\1")
"""A line that is set in bold or in italics from end to end."""
_ESCAPED = Pattern(r"\\([!-/:-@\[-`{-~])")


def read_line(text: str) -> Line:
    """Return a line of Markdown, by the parser only where it may hold a mark."""
    if not _has_marks(text) and "\n" not in text:
        if type(text) is str:
            return (Run(text),) if text else ()
        return (_run(text),) if text else ()
    if "\\" in text and not _marked(_ESCAPED.sub("", text)):
        return (_run(through(_unescaped, text)),)
    if whole := _WHOLE.fullmatch(text):
        inside = text[whole.start(2) : whole.end(2)]
        return (_run(inside, bold=whole[1] == "**", italic=whole[1] == "*"),)
    return parsed_line(text)


def _marked(text: str) -> bool:
    """Say whether a Markdown reader would look twice at a line; most lines hold no such sign."""
    return _has_marks(text) or "\n" in text


def _has_marks(text: str) -> bool:
    # Sign by sign is ten times as fast as a set of them in a regular expression.
    return "\\" in text or "*" in text or "_" in text or "[" in text or "&" in text


def _run(text: str, *, bold: bool = False, italic: bool = False) -> Run:
    if isinstance(text, Traced):
        return Run(str(text), bold, italic, facts=text.spans)
    return Run(text, bold, italic)


def _unescaped(text: str) -> str:
    return substituted(_ESCAPED, lambda match: match[1], text)


def parsed_line(text: str) -> Line:
    """Return a line of Markdown as the parser reads it."""
    line = _parsed(str(text))
    if not isinstance(text, Traced):
        return line
    told = [run.text for run in _parsed(format(text))]
    texts = _as_read([run.text for run in line], told, text)
    return tuple(run.saying(text) for run, text in zip(line, texts, strict=True))


@lru_cache(maxsize=16_384)
def _parsed(text: str) -> Line:
    # The live page and the kinds of one year read the same lines again and again.
    children: list[Token] = []
    parser = _parser()
    parser.inline.parse(text, parser, {}, children)
    return _runs(children)


def _runs(children: list[Token]) -> Line:
    runs: list[Run] = []
    bold = italic = footnote = 0
    gap = ""
    for child in children:
        match child.type:
            case "text" | "text_special" if child.content:
                if child.type == "text_special":
                    _refuse_hidden(child.content)
                run = Run(child.content, bold > 0, italic > 0, gap, footnote=footnote)
                _append(runs, run)
            case "softbreak" | "hardbreak":
                _append(runs, Run(" ", bold > 0, italic > 0, gap))
            case "strong_open" | "strong_close":
                bold += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "link_open":
                href = str(child.attrs.get("href", ""))
                ours = href.startswith((SCHEME, MARK, SET))
                gap = href.removeprefix(SCHEME) if ours else ""
                footnote = int(href == NOTE_SCHEME)
            case "link_close":
                gap, footnote = "", 0
    return tuple(runs)


def _refuse_hidden(text: str) -> None:
    """Refuse what nobody can see; only an entity of the template (``&shy;``) can bring it here."""
    if found := UNFIT.search(text):
        values = {"character": code(found[0])}
        raise TemplateError([Finding("template/hidden-character", values=values)])


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, joined to the one before when they are set alike."""
    last = runs[-1] if runs else None
    if last and _set_alike(last, run):
        runs[-1] = replace(run, text=last.text + run.text)
    else:
        runs.append(run)


def _set_alike(one: Run, other: Run) -> bool:
    return (one.bold, one.italic, one.gap, one.footnote) == (
        *(other.bold, other.italic, other.gap, other.footnote),
    )
