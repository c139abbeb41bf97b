"""The layout-free document: what is said, in what order, and nothing about how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import chain
from operator import is_
from typing import Literal, Self

from briefing.tracing import Traced, TracedSpan, spans_of
from briefing.values import record


@record
class Run:
    """A stretch of text; in a draft ``gap`` names the missing fact that it marks.

    ``note`` is the position of a draft note (from 0) that belongs to the end of the run, or -1.
    ``facts`` are the stretches of the text that state facts of the input, each with its path, a
    larger one before those within it. The words of a ``footnote`` stand under the page; it is its
    number, 1 until all are counted.
    """

    text: str
    bold: bool = False
    italic: bool = False
    gap: str = ""
    note: int = -1
    facts: tuple[TracedSpan, ...] = ()
    footnote: int = 0

    @property
    def traced(self) -> str:
        """The text with its facts, to be changed by what keeps them."""
        return Traced(self.text, (), self.facts) if self.facts else self.text

    def saying(self, text: str) -> Run:
        """Return the run with another text, which may be traced."""
        return Run(
            str(text), self.bold, self.italic, self.gap, self.note, spans_of(text), self.footnote
        )

    def reworded(self, text: str) -> Run:
        """Return the run with a text of the same length, which states the same facts."""
        return Run(text, self.bold, self.italic, self.gap, self.note, self.facts, self.footnote)

    @property
    def plain(self) -> bool:
        """Whether the run is text and nothing else."""
        return not (self.bold or self.italic or self.gap or self.footnote) and self.note < 0


Line = tuple[Run, ...]
LineChange = Callable[[Line], Line]


class OneLine:
    """A block that is one line.

    Every block tells its ``lines`` in reading order and those that are ``running`` text, and gives
    itself with each line ``changed``: whoever goes through a document need not know its blocks.
    """

    __slots__ = ()

    line: Line

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the block, in reading order."""
        return (self.line,)

    @property
    def running(self) -> tuple[Line, ...]:
        """The lines that are text, and no title or head."""
        return self.lines

    def changed(self, change: LineChange, titles: LineChange | None = None) -> Self:
        """Return the block with its lines changed, heads and titles by ``titles`` if it is given.

        It is the block itself where no line is another.
        """
        line = self._line(change, titles or change)
        return self if line is self.line else replace(self, line=line)  # type: ignore[type-var]

    def _line(self, change: LineChange, titles: LineChange) -> Line:  # noqa: ARG002 - has no title
        return change(self.line)


@record
class Heading(OneLine):
    """A numbered heading; level 1 is mục (I.), 2 khoản (1.), 3 điểm (a), or as a scheme says.

    One that ``runs_in`` begins with its title in bold and goes on with the text under it.
    """

    level: int
    line: Line
    runs_in: bool = False

    @property
    def title(self) -> Line:
        """The line without the text that a title runs into."""
        return self.line[: self._ends()]

    @property
    def text(self) -> Line:
        """What follows the title in the same paragraph."""
        return self.line[self._ends() :]

    @property
    def running(self) -> tuple[Line, ...]:
        """What follows the title, which is text as any other."""
        return (self.text,)

    def _line(self, change: LineChange, titles: LineChange) -> Line:
        if titles is change:
            return change(self.line)
        # A title that runs in stays a title.
        return (*titles(self.title), *(change(self.text) if self.runs_in else ()))

    def _ends(self) -> int:
        if not self.runs_in:
            return len(self.line)
        return next((at for at, run in enumerate(self.line) if not run.bold), len(self.line))


@record
class Paragraph(OneLine):
    """A paragraph of running text."""

    line: Line


@record
class ListItem(OneLine):
    """One item of a list: a dash, or a letter when ``ordered``; ``number`` counts from 1.

    ``mark`` is what counts the items of a list that has neither: the first as it is printed.
    """

    line: Line
    ordered: bool = False
    number: int = 1
    depth: int = 0
    mark: str = ""


Alignment = Literal["left", "center", "right"]


@record
class Table:
    """A table with one header row; every row has as many cells as ``alignments``."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    alignments: tuple[Alignment, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The cells, row by row."""
        return (*self.header, *self.running)

    @property
    def running(self) -> tuple[Line, ...]:
        """The cells below the head."""
        return tuple(chain.from_iterable(self.rows))

    def changed(self, change: LineChange, titles: LineChange | None = None) -> Table:
        """Return the table with its cells changed, its head by ``titles`` if it is given.

        It is the table itself where no line is another.
        """
        header = tuple(map(titles or change, self.header))
        rows = tuple([tuple(map(change, row)) for row in self.rows])
        # A table of the same lines is the same table.
        if all(map(is_, chain(header, *rows), self.lines)):
            return self
        return replace(self, header=header, rows=rows)


Block = Heading | Paragraph | ListItem | Table


@record
class Annex:
    """An annex: its title and content; its number follows from its place.

    ``sideways`` says how its pages lie, ``None`` that its tables decide.
    """

    title: Line
    blocks: tuple[Block, ...]
    sideways: bool | None = None


@record
class Content:
    """What a template makes: the kind and subject of the document, its text, its annexes."""

    kind: Line
    subject: Line
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()


@record
class Properties:
    """What the file says about itself; ``date`` stands for all its time stamps.

    ``facts`` are the paths of the facts that it states.
    """

    title: str
    subject: str
    creator: str
    date: date
    language: str = "vi-VN"
    facts: tuple[str, ...] = ()


@record
class DocumentMarks:
    """What stands beside the main parts of a document, each empty where there is none.

    ``secrecy`` and ``urgency`` are stamps under the number, ``draft`` says that the document is
    none yet, ``circulation`` stands above everything, ``drafter`` under the recipients, ``contact``
    at the foot of the first page.
    """

    secrecy: Line = ()
    urgency: Line = ()
    draft: Line = ()
    circulation: Line = ()
    drafter: Line = ()
    contact: tuple[Line, ...] = ()


NO_MARKS = DocumentMarks()


@record
class Signing:
    """How one person signs: authority forms, post, a post held elsewhere above the name."""

    authority: tuple[Line, ...]
    post: Line = ()
    other_post: Line = ()
    signer: Line = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines from the top."""
        return (*self.authority, self.post, self.other_post, self.signer)


@record
class Frame:
    """What surrounds the text by law: letterhead, addressees, signature, recipients.

    ``authority`` are the lines above the signature (authority forms and post); ``signer`` is
    empty when the name is left for the clerk. ``post`` is the signer's post, ``other_post`` one
    held elsewhere, which stands above the name. ``about`` is the subject of a letter, which stands
    under its number. ``citation`` is how annexes refer to the document. ``partners`` are the
    signatures of bodies that issue it together with the issuer.
    """

    parent: tuple[Line, ...]
    issuer: tuple[Line, ...]
    number: Line
    place_date: Line
    addressees: tuple[Line, ...]
    authority: tuple[Line, ...]
    signer: Line
    recipients: tuple[Line, ...]
    citation: Line
    properties: Properties
    about: Line = ()
    post: Line = ()
    other_post: Line = ()
    marks: DocumentMarks = NO_MARKS
    partners: tuple[Signing, ...] = ()

    @property
    def signing(self) -> Signing:
        """How the issuer's own signer signs."""
        return Signing(self.authority, self.post, self.other_post, self.signer)


@record
class Document:
    """A document, ready for any writer; a news item is printed without its frame."""

    frame: Frame
    content: Content
    framed: bool = True
    notes: tuple[str, ...] = ()


def plain(line: Line) -> str:
    """Return the text of a line without its emphasis and without its footnotes."""
    if len(line) == 1 and not line[0].footnote:
        return line[0].text
    return "".join(run.text for run in line if not run.footnote)
