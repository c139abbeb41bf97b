"""What no document may say, however its input is put together: read as a chief clerk reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FOOTNOTE = re.compile(r"^\[\^\d+\]: ")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"^(#+) (?:(?P<number>[IVXLC]+|\d+|[a-zđ])[.)] )?(?P<text>.*)$")
_MARKS = re.compile(r"[{}#|`\\]|%\}|\bNone\b|\bgap\b|\ufdd0|\*\*|__|<|>")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|“\s*”|\(\s*[,;.:]|[,;:]\s*\)")
_NESTED = re.compile(r"\([^()]*\(")
_SPACES = re.compile(r"  |\u00a0\u00a0| [,.;:)!?]|\( |\t")
# Dots and a quotation may stand before the semicolon of a list.
_STOPS = re.compile(r"[.,;:]\s*[.,:;]|[.,;:]”\s*[.,:]|[!?…]”?\s*[.,:]")
_TWICE = re.compile(r"\b(\w+(?: \w+){0,3}) \1\b", re.IGNORECASE)
_ENDS = (".", ";", ":", "!", "?", "…", "./.", ".”")
_AFTER_STOP = re.compile(r"[.!?…]”?\)? +(\w)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a preview: its depth if it is a heading, its number, what it says."""

    depth: int
    number: str
    text: str
    framed: bool = False


def lines_of(markdown: str) -> list[Line]:
    """Return what a preview says outside tables: headings, paragraphs and items."""
    found = []
    for raw in markdown.splitlines():
        line = raw.strip()
        if line.startswith("|") and found and found[-1].depth:
            # A heading over a table is not empty.
            found.append(Line(0, "", "Bảng", framed=True))
        if not line or line.startswith("|") or line in ("---", "***"):
            continue
        heading = _HEADING.match(line)
        if heading:
            number, text = heading["number"] or "", _ESCAPED.sub(r"\1", heading["text"])
            found.append(Line(len(heading[1]), number, text))
            continue
        text = _ESCAPED.sub(r"\1", _FOOTNOTE.sub("", line.removeprefix("- ")))
        found.append(Line(0, "", text.strip("*"), framed=text.startswith("**")))
    return found


def faults(markdown: str, printed: str, short_forms: dict[str, str]) -> list[str]:
    """Return every fault of a document: by its preview and by the text of its Word file."""
    lines = lines_of(markdown)
    found = [f"{name}: {text}" for name, text in _in_texts(lines)]
    found += [f"mark: {text}" for text in printed.splitlines() if _MARKS.search(text)]
    found += [f"heading without text: {line.text}" for line in _empty_headings(lines)]
    found += [f"says its heading again: {line.text}" for line in _repeated(lines)]
    found += [f"alone: {line.number}) {line.text}" for line in _lonely(lines)]
    return found + list(_short(lines, short_forms))


def _in_texts(lines: list[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        text = line.text
        without = text.replace("./.", ".")
        checks = {
            "brackets in brackets": _NESTED.search(text),
            "empty brackets": _EMPTY.search(text),
            "spaces": not _framed(line) and _SPACES.search(text),
            "stops": _STOPS.search(without),
            "twice": _TWICE.search(text),
            "small letter": any(m[1].islower() for m in _AFTER_STOP.finditer(without)),
        }
        yield from ((name, text) for name, found in checks.items() if found)
        if line.depth == 0 and not _framed(line):
            first = text.lstrip("“(\"'")[:1]
            if not (first.isupper() or first.isdigit()):
                yield "no capital", text
            of_table = text.startswith("Đơn vị tính: ")
            if not of_table and not text.endswith(_ENDS) and not text.endswith(")"):
                yield "no stop", text


def _framed(line: Line) -> bool:
    """Say whether a line is no sentence: the subject, whom it goes to, where it comes from."""
    return line.framed or line.text.startswith(("(", "Kính gửi", "V/v", "Địa chỉ: "))


def _empty_headings(lines: list[Line]) -> Iterator[Line]:
    for line, following in zip(lines, [*lines[1:], Line(1, "", "")], strict=True):
        ends = following.text.startswith("Trên đây là") or following.depth
        if line.depth > 1 and ends and following.depth <= line.depth:
            yield line


def _repeated(lines: list[Line]) -> Iterator[Line]:
    """Yield headings that say no more than the heading above them."""
    above: dict[int, str] = {}
    for line in lines:
        if line.depth:
            above = {depth: text for depth, text in above.items() if depth < line.depth}
            if line.text.casefold() in above.values():
                yield line
            above[line.depth] = line.text.casefold()


def _lonely(lines: list[Line]) -> Iterator[Line]:
    """Yield a) without b): the next number at its depth or above is another's."""
    points = [(at, line) for at, line in enumerate(lines) if line.depth == 4]
    for at, line in points:
        if line.number != "a":
            continue
        after = [other for other in lines[at + 1 :] if other.depth and other.depth <= line.depth]
        if not after or after[0].depth < line.depth or after[0].number != "b":
            yield line


def _short(lines: list[Line], short_forms: dict[str, str]) -> Iterator[str]:
    """Yield short forms that are used before they are told, told for nothing, or told twice."""
    text = "\n".join(line.text for line in lines)
    for short, long in short_forms.items():
        used = [match.start() for match in re.finditer(rf"\b{short}\b", text)]
        told = [m.start() for m in re.finditer(rf"{long} \({short}\)", text, re.IGNORECASE)]
        if used and (not told or used[0] < told[0]):
            yield f"{short} is not introduced: {text[max(0, used[0] - 40) : used[0] + 20]}"
        if len(told) > 1 or (told and len(used) < 2):
            yield f"{short} is introduced for nothing"
