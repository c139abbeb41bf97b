"""The floor: a program that only writes the same XML as strings and zips it.

It gets the fixed stretches of a finished document and writes what repeats between them, paragraph
by paragraph and row by row; the result is the same file, byte for byte.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import briefing
from benchmarks.content import paragraphs, report, rows
from briefing.vietnamese import bound
from briefing.word.archive import LEVEL

_DOCUMENT = "word/document.xml"
_TEXT = re.compile(r"(?<=<w:t xml:space=\"preserve\">)[^<]*")


class Floor:
    """Writes the document of ``content.report`` without knowing anything about documents."""

    def __init__(self, paragraph_count: int, row_count: int) -> None:
        # What is written is prepared: where lines break is no part of the writing.
        self._texts = [bound(text) for text in paragraphs(paragraph_count)]
        self._rows = [tuple(map(bound, row)) for row in rows(row_count)]
        finished = briefing.build(report(paragraph_count, row_count))
        with zipfile.ZipFile(BytesIO(finished)) as archive:
            self._parts = [(entry, archive.read(entry)) for entry in archive.infolist()]
        xml = next(part for entry, part in self._parts if entry.filename == _DOCUMENT).decode()
        first, last = xml.index(self._texts[0]), xml.index(self._texts[-1])
        begin = xml.rindex("<w:p>", 0, first)
        end = xml.index("</w:p>", last) + len("</w:p>")
        table = [match.span() for match in re.finditer(r"<w:tr>.*?</w:tr>", xml)][-row_count:]
        (row_begin, row_end), (_, table_end) = table[0], table[-1]
        self._head, self._middle, self._tail = xml[:begin], xml[end:row_begin], xml[table_end:]
        self._paragraph = _TEXT.split(xml[begin : xml.index("</w:p>", first) + len("</w:p>")])
        self._row = _TEXT.split(xml[row_begin:row_end])
        if self.write() != finished:
            raise AssertionError("the floor writes another file")

    def write(self) -> bytes:
        """Return the finished file."""
        before, after = self._paragraph
        out = [self._head]
        out += [f"{before}{_escaped(text)}{after}" for text in self._texts]
        out.append(self._middle)
        a, b, c, d, e, f = self._row
        for row in self._rows:
            one, two, three, four, five = map(_escaped, row)
            out.append(f"{a}{one}{b}{two}{c}{three}{d}{four}{e}{five}{f}")
        out.append(self._tail)
        return self._zipped("".join(out).encode())

    def _zipped(self, document: bytes) -> bytes:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, part in self._parts:
                content = document if entry.filename == _DOCUMENT else part
                archive.writestr(entry, content, compresslevel=LEVEL)
        return buffer.getvalue()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
