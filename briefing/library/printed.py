"""What a document prints, fact by fact: where it stands, its words, and where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.document import Block, Heading, Line, OutlineCounter, annex_label, plain
from briefing.findings import Origin, dotted, say
from briefing.library.making import Made
from briefing.report import leaves
from briefing.values import record


@record
class PrintedFact:
    """A stretch of a document that states a fact of the input.

    ``section`` is where it stands, by the headings around it; ``origin`` is where the fact was
    written, ``None`` where a document was made without a file.
    """

    section: str
    text: str
    path: str
    origin: Origin | None

    def as_data(self) -> dict[str, Any]:
        """Return the fact as plain data, the shape of ``--format json``."""
        origin = self.origin or Origin("")
        return {
            "section": self.section,
            "text": self.text,
            "path": self.path,
            "file": origin.file or None,
            "line": origin.line,
        }


def trace(made: Made, language: str) -> list[PrintedFact]:
    """Return every fact that a document prints, in reading order, a sentence before its figures."""
    report = made.report
    origins = {dotted(leaf.path): report.origin(*leaf.path) for leaf in leaves(report)}
    return [
        PrintedFact(section, text, path, origins.get(path))
        for section, line in _sections(made, language)
        for text, path in _stretches(line)
    ]


def _sections(made: Made, language: str) -> Iterator[tuple[str, Line]]:
    """Yield every line of a document in reading order, with the section that it stands in."""
    document, standard = made.document, made.form.standard
    frame, content = document.frame, document.content

    def part(name: str) -> str:
        return say(f"trace.{name}", language)

    if document.framed:
        marks = frame.marks
        head = (*frame.parent, *frame.issuer, frame.number, frame.place_date, frame.about)
        head += (marks.circulation, marks.secrecy, marks.urgency, *marks.contact)
        yield from ((part("letterhead"), line) for line in head)
    yield from ((part("title"), line) for line in (content.kind, content.subject))
    if document.framed:
        yield from ((part("addressees"), line) for line in frame.addressees)
    yield from _body(part("opening"), content.blocks, OutlineCounter(standard.outline))
    if document.framed:
        yield from ((part("recipients"), line) for line in (*frame.recipients, marks.drafter))
        signings = (frame.signing, *frame.partners)
        yield from ((part("signature"), line) for one in signings for line in one.lines)
    for position, annex in enumerate(content.annexes, start=1):
        label = annex_label(standard.strings["annex"], position, len(content.annexes))
        yield label, annex.title
        yield from _body(label, annex.blocks, OutlineCounter(standard.outline), label)


def _body(
    above: str, blocks: tuple[Block, ...], counter: OutlineCounter, *within: str
) -> Iterator[tuple[str, Line]]:
    """Yield the lines of a text; those before its first heading stand ``above``."""
    headings: list[str] = []
    section = above
    for block in blocks:
        if isinstance(block, Heading):
            del headings[block.level - 1 :]
            headings.append(f"{counter.label(block.level)} {plain(block.title)}")
            section = " › ".join([*within, *headings])
        yield from ((section, line) for line in block.lines)


def _stretches(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the words of each fact of a line; one that goes on in the next run is told once."""
    found: list[list[str]] = []
    going_on: dict[str, list[str]] = {}
    for run in line:
        ahead: dict[str, list[str]] = {}
        for start, end, path in run.facts:
            told = going_on.get(path) if start == 0 else None
            if told is None:
                told = ["", path]
                found.append(told)
            told[0] += run.text[start:end]
            if end == len(run.text):
                ahead[path] = told
        going_on = ahead
    return ((text, path) for text, path in found)
