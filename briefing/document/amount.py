"""How much one document may hold, so that none takes longer to make than anyone would wait.

What a thing costs to read and to write was measured in Word, HTML and Markdown; a table costs as
much as ten of its cells.
"""

from __future__ import annotations

from briefing.document.model import Block, Heading, ListItem, Paragraph, Table
from briefing.findings import Finding, TemplateError
from briefing.vietnamese import ITEM_LETTERS

PIECES = 30_000
"""Paragraphs, headings, items, cells and changes of emphasis in one document."""

ANNEXES = 500
"""Annexes of one document: each is a section with a heading and page numbers of its own."""

MARKS = 100_000
"""Signs of emphasis, links, entities and escapes in the text of one document."""

_OF_A_TABLE = 10
_MARKS = r"\*_[&`<"
_OF_A_RULE = " \t|:>+*-"
"""What the line under the head of a table is made of, in a quotation or a list too."""


def check_amount(markdown: str) -> None:
    """Refuse a text that would be too much to read; raises TemplateError."""
    # A short text cannot have so many.
    if len(markdown) > MARKS and _marks_in(markdown) > MARKS:
        raise _refused("template/too-many-marks", MARKS)
    # Most texts are so short that not even a table of all their lines would be too much.
    if (_most_bars(markdown) + 1) * (markdown.count("\n") + 1) <= PIECES:
        return
    # Its own way of being cut would make Markdown, or a text with facts, of every line.
    if foreseen(str.split(markdown, "\n")) > PIECES:
        raise _refused("template/too-many-pieces", PIECES)


class Amount:
    """How much of a document is there, block by block."""

    __slots__ = ("_annexes", "_pieces")

    def __init__(self) -> None:
        # The first heading of level 0 is that of the document.
        self._pieces, self._annexes = 0, -1

    def add(self, block: Block) -> None:
        """Add a block to what is there; raises TemplateError when that is too much."""
        if type(block) is Paragraph:
            self._pieces += len(block.line) or 1
        else:
            self._pieces += _pieces(block)
            self._annexes += isinstance(block, Heading) and block.level == 0
        if self._pieces > PIECES:
            raise _refused("template/too-many-pieces", PIECES)
        if self._annexes > ANNEXES:
            raise _refused("template/too-many-annexes", ANNEXES)


def _marks_in(text: str) -> int:
    # To see that a sign stands nowhere is faster than to count it.
    return sum([text.count(mark) for mark in _MARKS if mark in text])


def _most_bars(text: str) -> int:
    """Return how many bars one line has at the most; most lines have none."""
    most, at = 0, text.find("|")
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        most = max(most, text.count("|", at, end))
        at = text.find("|", end)
    return most


def foreseen(lines: list[str]) -> int:
    """Return how many blocks and cells the lines of a text can give at most.

    A reader of Markdown fills up short rows of a table, so that few signs become many cells.
    """
    found = columns = 0
    for line in lines:
        if not line.strip():
            columns = 0
            continue
        found += columns or 1
        if "-" in line and not line.strip(_OF_A_RULE):
            columns = line.strip("> \t").strip("|").count("|") + 1
    return found


def _pieces(block: Block) -> int:
    """Return what a block costs: one for each line, and one for each change in it.

    An item costs as much again for each level that it lies down, and for each round of the alphabet
    that its letter has gone through, which is written out (``aaa``).
    """
    if isinstance(block, Table):
        lines = block.lines
        return sum(map(len, lines)) + lines.count(()) + _OF_A_TABLE
    cost = len(block.line) or 1
    if isinstance(block, ListItem):
        cost += block.depth + block.ordered * (block.number // len(ITEM_LETTERS))
    return cost


def _refused(rule: str, limit: int) -> TemplateError:
    values = {"limit": f"{limit:,}".replace(",", " ")}
    return TemplateError([Finding(rule, values=values)])
