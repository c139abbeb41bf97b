"""A document as Markdown: the same content with the same numbers, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from briefing.document.escape import escape
from briefing.document.model import (
    Block,
    Document,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Run,
    Table,
)
from briefing.document.outline import OutlineCounter, annex_label
from briefing.standards import Standard
from briefing.vietnamese import item_letter

_RULES = {"left": ":---", "center": ":---:", "right": "---:"}


def write_markdown(document: Document, standard: Standard) -> str:
    """Return the whole document, letterhead and signature included, as Markdown text."""
    return "\n\n".join(_Writer(document, standard).parts()) + "\n"


class _Writer:
    def __init__(self, document: Document, standard: Standard) -> None:
        self._document = document
        self._standard = standard

    def parts(self) -> Iterator[str]:
        content = self._document.content
        marks = self._document.frame.marks
        if self._document.framed and marks.circulation:
            yield _bold(self._cased("circulation", marks.circulation))
        if self._document.framed:
            yield self._letterhead()
        if content.kind:
            yield f"# {_plain(self._cased('kind', content.kind))}"
        if content.subject:
            yield _bold(content.subject)
        if self._document.framed:
            yield from self._addressees()
        yield from self._body(content.blocks)
        if self._document.framed:
            yield self._closing()
            yield from map(_text, marks.contact)
        for position, annex in enumerate(content.annexes, start=1):
            word = self._standard.strings["annex"]
            yield "---"
            yield f"# {annex_label(word, position, len(content.annexes))}"
            yield _bold(self._cased("annex_title", annex.title))
            yield f"*({_plain(self._document.frame.citation)})*"
            yield from self._body(annex.blocks)

    def _cased(self, component: str, line: Line) -> Line:
        case = self._standard.components[component]
        return tuple(replace(run, text=case.cased(run.text)) for run in line)

    def _letterhead(self) -> str:
        frame, strings = self._document.frame, self._standard.strings
        left = [_plain(self._cased("parent", line)) for line in frame.parent]
        left += [_bold(self._cased("issuer", line)) for line in frame.issuer]
        forms = self._standard.forms
        left += [] if forms.separator == "rule" else [escape(forms.separator)]
        right = [f"**{strings[name]}**" for name in forms.nation]
        rows = list(zip_longest(left, right, fillvalue=""))
        rows.append((_text(frame.number), f"*{_plain(frame.place_date)}*"))
        rows += [(_text(frame.about), "")] if frame.about else []
        marks = frame.marks
        under = {"secrecy": marks.secrecy, "urgency": marks.urgency, "draft": marks.draft}
        rows += [(_bold(self._cased(name, line)), "") for name, line in under.items() if line]
        return _columns(rows)

    def _addressees(self) -> Iterator[str]:
        addressees, word = self._document.frame.addressees, self._standard.strings["addressees"]
        if len(addressees) == 1:
            yield f"{word} {_text(addressees[0])}"
        elif addressees:
            yield "\n".join([word, "", *(f"- {_text(line)}" for line in addressees)])

    def _closing(self) -> str:
        frame, strings = self._document.frame, self._standard.strings
        label = self._standard.components["recipients_label"]
        marks = "**" * label.bold + "*" * label.italic
        left = [f"{marks}{strings['recipients']}{marks}"]
        left += [f"- {_text(line)}" for line in frame.recipients]
        left += [_text(frame.marks.drafter)] if frame.marks.drafter else []
        right = [_bold(self._cased("signature", line)) for line in frame.authority]
        right += [self._post(frame.post)] if frame.post else []
        if frame.other_post or frame.signer:
            right.append("")
        right += [self._post(frame.other_post)] if frame.other_post else []
        right += [_bold(frame.signer)] if frame.signer else []
        return _columns(list(zip_longest(left, right, fillvalue="")))

    def _post(self, line: Line) -> str:
        post = self._cased("post", line)
        return _bold(post) if self._standard.components["post"].bold else _plain(post)

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
            line = tuple(replace(run, text=level.cased(run.text)) for run in block.line)
            return f"{'#' * (block.level + 1)} {counter.label(block.level)} {_text(line)}"
        return _table(block) if isinstance(block, Table) else _text(block.line)


def _text(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _plain(line: Line) -> str:
    return escape("".join(run.text for run in line))


def _bold(line: Line) -> str:
    return f"**{_plain(line)}**"


def _run(run: Run) -> str:
    mark = "***" if run.bold and run.italic else "**" if run.bold or run.gap else ""
    mark = mark or ("*" if run.italic else "")
    return f"{mark}{escape(run.text)}{mark}"


def _item(item: ListItem) -> str:
    marker = f"{escape(item_letter(item.number))}\\)" if item.ordered else "-"
    # Markdown has no list with Vietnamese letters; a dash item that starts with one reads alike.
    lead = f"- {marker}" if item.ordered else marker
    return f"{'  ' * item.depth}{lead} {_text(item.line)}"


def _table(table: Table) -> str:
    lines = [_row(table.header), f"| {' | '.join(_RULES[side] for side in table.alignments)} |"]
    return "\n".join(lines + [_row(row) for row in table.rows])


def _row(cells: Iterable[Line]) -> str:
    return f"| {' | '.join(_text(cell) for cell in cells)} |"


def _columns(rows: list[tuple[str, str]]) -> str:
    """Return two columns side by side, as the letterhead and the signature stand."""
    head, *rest = rows
    lines = [f"| {head[0]} | {head[1]} |", "| :---: | :---: |"]
    return "\n".join(lines + [f"| {left} | {right} |" for left, right in rest])
