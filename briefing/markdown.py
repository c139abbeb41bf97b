"""A document as Markdown: the same content with the same numbers, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from briefing.document import (
    Block,
    Document,
    Heading,
    Line,
    ListItem,
    OutlineCounter,
    Paragraph,
    Run,
    Table,
    annex_label,
    escape,
    footnotes_of,
    lines_in,
    mark_label,
    plain,
)
from briefing.layout import frame as around
from briefing.layout.frame import EndMark, Part
from briefing.layout.glue import cased
from briefing.standards import Standard, marks
from briefing.vietnamese import item_letter

_RULES = {"left": ":---", "center": ":---:", "right": "---:"}

_HEADLINES = ("kind", "annex_label")
_AS_WRITTEN = ("number", "about", "addressees", "addressee", "recipients", "drafter", "contact")
"""Parts that Markdown sets like text, whatever their own weight."""


def write_markdown(document: Document, standard: Standard) -> str:
    """Return the whole document, letterhead and signature included, as Markdown text."""
    return "\n\n".join(_Writer(document, standard).parts()) + "\n"


class _Writer:
    def __init__(self, document: Document, standard: Standard) -> None:
        self._document = document
        self._standard = standard

    def parts(self) -> Iterator[str]:
        content, frame, standard = self._document.content, self._document.frame, self._standard
        if self._document.framed:
            yield from map(self._part, around.circulation(frame))
            yield self._columns(*around.letterhead(frame, standard))
            yield from self._head(around.title(content, standard))
            yield from self._addressees()
        else:
            *above, under = around.headline(content, frame)
            yield from self._head((*above, replace(under, component="subject")))
        yield from self._body(content.blocks)
        if self._document.framed:
            signatures = around.signatures(frame)
            if signatures:
                yield self._columns(*signatures)
            yield self._columns(around.closing(frame, standard))
            yield from map(self._part, around.contact(frame))
        yield from self._footnotes(content.blocks)
        for position, annex in enumerate(content.annexes, start=1):
            label = annex_label(standard.strings["annex"], position, len(content.annexes))
            yield "---"
            yield from self._head(around.annex_head(label, annex, frame.citation))
            yield from self._body(annex.blocks)
            yield from self._footnotes(annex.blocks)

    def _footnotes(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield the footnotes of a text."""
        for note in footnotes_of(lines_in(blocks)):
            yield f"[^{note.footnote}]: {escape(note.text)}"

    def _head(self, parts: around.FrameCell) -> Iterator[str]:
        """Yield a title and what stands under it, each a paragraph."""
        for part in parts:
            if isinstance(part, Part) and part.line:
                yield self._part(part)

    def _addressees(self) -> Iterator[str]:
        parts = around.addressees(self._document.frame.addressees, self._standard)
        first, *others = [self._part(part) for part in parts] or [""]
        if first:
            yield "\n".join([first, "", *others] if others else [first])

    def _columns(self, *rows: around.FrameRow) -> str:
        """Return columns side by side, as the letterhead and the signatures stand."""
        head, *rest = [
            f"| {' | '.join(line)} |"
            for row in rows
            for line in zip_longest(*map(self._cell, row), fillvalue="")
        ]
        return "\n".join([head, f"|{' :---: |' * len(rows[0])}", *rest])

    def _cell(self, parts: around.FrameCell) -> Iterator[str]:
        for part in parts:
            if isinstance(part, EndMark):
                yield from [escape(part.sign)] * bool(part.sign)
                continue
            signs = part.component == "signer"
            if part.above == "signature" or (signs and part.line and not part.above):
                yield ""  # the room for the signature
            if part.line or not signs:
                yield self._part(part)

    def _part(self, part: Part) -> str:
        """Return a part with the weight and the case that its component has."""
        lead = "".join(run.text for run in part.lead)
        if part.component in _AS_WRITTEN:
            return lead + _text(part.line)
        rules = self._standard.components[part.component]
        text = _plain(cased(part.line, rules))
        if part.component in _HEADLINES:
            return f"# {text}"
        marks = "**" * rules.bold + "*" * rules.italic
        return f"{marks}{text}{marks}"

    def _body(self, blocks: Iterable[Block]) -> Iterator[str]:
        counter = OutlineCounter(self._standard.outline)
        items: list[str] = []
        for block in blocks:
            if isinstance(block, ListItem):
                items.append(_item(block))
                continue
            if items:
                yield "\n".join(items)
                items = []
            yield self._block(block, counter)
        if items:
            yield "\n".join(items)

    def _block(self, block: Heading | Paragraph | Table, counter: OutlineCounter) -> str:
        if isinstance(block, Heading):
            level = self._standard.outline[block.level - 1]
            title, text = cased(block.title, level), block.text
            label = counter.label(block.level) + "." * level.apart
            return f"{'#' * (block.level + 1)} {label} {_text((*title, *text))}"
        return _table(block) if isinstance(block, Table) else _text(block.line)


def _text(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _plain(line: Line) -> str:
    return escape(plain(line))


def _run(run: Run) -> str:
    if run.footnote:
        return f"[^{run.footnote}]"
    if run.text == ".":
        return "."  # behind a footnote; at the beginning of a line nothing stands alone
    mark = "***" if run.bold and run.italic else "**" if run.bold or run.gap else ""
    mark = mark or ("*" if run.italic else "")
    return f"{mark}{escape(run.text)}{mark}"


def _item(item: ListItem) -> str:
    # Markdown has no list with Vietnamese letters; a dash item that starts with one reads alike.
    lead = "-"
    if item.ordered:
        lead = f"- {escape(item_letter(item.number))}\\)"
    elif item.mark:
        lead = f"- {escape(mark_label(marks()[item.mark], item.number))}"
    return f"{'  ' * item.depth}{lead} {_text(item.line)}"


def _table(table: Table) -> str:
    lines = [_row(table.header), f"| {' | '.join(_RULES[side] for side in table.alignments)} |"]
    return "\n".join(lines + [_row(row) for row in table.rows])


def _row(cells: Iterable[Line]) -> str:
    return f"| {' | '.join(_text(cell) for cell in cells)} |"
