"""What the Markdown that templates write makes of a document: headings, tables, marks, braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from jinja2 import nodes

from briefing.findings import Finding, Origin, Severity
from briefing.linting.literal import VALUE, LiteralText, literals, literals_of
from briefing.templating import template_folder
from briefing.templating.sources import TemplateSource, parser, parts
from briefing.vietnamese import bare_number, heading_in_disguise, typed_number

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*)")
_NO_BLANK = re.compile(r"\s{0,3}#{1,6}[^\s#]")
_DEEPEST = 4
"""The most marks of a heading: mục, khoản, điểm, and one more for the kind or an annex."""

_ROW = re.compile(r"\s*\|.*")
_RULE = re.compile(r"\s*\|[\s:|-]*-[\s:|-]*")
_BAR = re.compile(r"(?<!\\)\|")
_BRACE = re.compile(r"(?<![{\\])\{ ?[a-z][a-z0-9_]*(?:\.[a-z_]+)* ?\}(?!\})")
_NOT_HELD = (
    # links and pictures, but for what marks the points of a list, [(1)](mark:), and what says how
    # a paragraph or a table is set: [caption](set:)
    re.compile(r"(?<!\\)!?\[[^\]]*\](?:\((?!(?:mark|set):\))|\[|:\s)"),
    re.compile(r"(?<!\\)\[\^[^\]]+\]"),  # footnotes
    re.compile(r"^\s{0,3}>"),  # quotes
    re.compile(r"(?<!\\)`"),  # code
    re.compile(r"^\s*~~~|(?<!\\)~~\S"),
    re.compile(
        r"<(?:!--|https?:|/?(?:a|b|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|span|strong|sub"
        r"|sup|table|td|th|tr|u|ul)\b[^<>]*/?>)",
        re.I,
    ),
    re.compile(r"^\s{0,3}#{1,6}\s*$|^\s{0,3}#{7,}"),  # headings without words, or of no level
)
_ALONE = re.compile(r"\s{0,3}(?:-{3,}|_{3,}|(?:-\s){2,}-|(?:\*\s){2,}\*|=+)\s*")
"""Rules, which the program draws itself."""
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*")
"""What makes a heading of the line above it elsewhere."""


def faults(source: TemplateSource) -> Iterator[Finding]:
    """Yield what is wrong with the lines that one template writes."""
    lines = list(literals(source))
    for rule, severity, line, values in (
        *_headings(lines),
        *_disguised(lines),
        *_tables(lines),
        *_marks(lines),
        *_not_held(lines),
        *_early_annexes(lines, whole=source.parent is None),
    ):
        yield Finding(rule, severity, Origin(str(source.path), line.line), values=values)


_Fault = tuple[str, Severity, LiteralText, dict[str, object]]


def titles(source: TemplateSource) -> tuple[LiteralText, ...]:
    """Return the first-level headings that a template writes."""
    return _titles_of(source.text)


@lru_cache(maxsize=128)
def _titles_of(text: str) -> tuple[LiteralText, ...]:
    found = ((line, _HEADING.fullmatch(line.text)) for line in literals_of(text))
    return tuple(line for line, heading in found if heading and len(heading[1]) == 1)


def _headings(lines: Sequence[LiteralText]) -> Iterator[_Fault]:
    """Yield headings with a typed number, too deep, or a level further in than the one before."""
    level, within = 0, None
    for line in lines:
        found = _HEADING.fullmatch(line.text)
        if line.within != within:
            # What comes before a block is known only when the document is made.
            level, within = 0, line.within
        if not found:
            continue
        marks, text = len(found[1]), found[2].strip()
        yield from _numbers(text, line)
        if marks > _DEEPEST:
            values = {"text": _shown(text), "deepest": "#" * _DEEPEST}
            yield "template/heading-too-deep", Severity.ERROR, line, dict(values)
        elif level and marks > level + 1:
            values = {"text": _shown(text), "marks": found[1], "expected": "#" * (level + 1)}
            yield "template/skipped-level", Severity.WARNING, line, dict(values)
        level = marks


def _numbers(text: str, line: LiteralText) -> Iterator[_Fault]:
    """Yield the number that stands at the beginning of a heading, where there is one."""
    if number := typed_number(text):
        values = {"text": _shown(text), "number": number}
        yield "template/typed-number", Severity.ERROR, line, dict(values)
    elif number := bare_number(text):
        # A document whose own number is the same is refused when it is made.
        values = {"text": _shown(text), "number": number}
        yield "template/number-or-count", Severity.WARNING, line, dict(values)


def _disguised(lines: Sequence[LiteralText]) -> Iterator[_Fault]:
    """Yield paragraphs that are set as headings with a number of their own.

    The program neither numbers nor counts them, so they stay what they are when sections move.
    """
    for line in lines:
        text = line.text.strip()
        if line.tagged or _HEADING.fullmatch(text) or _ROW.fullmatch(text) or _ITEM.match(text):
            continue
        number = heading_in_disguise(text)
        # Where a value ends the line it may well bring a stop; items have small letters.
        if number and not (text.endswith(VALUE) and number[0] not in "IVX"):
            values = {"text": _shown(text), "number": number}
            yield "template/heading-in-disguise", Severity.ERROR, line, dict(values)


def _tables(lines: Sequence[LiteralText]) -> Iterator[_Fault]:
    """Yield rows with other cells than the head of their table, and rows of no table."""
    width: int | None = None
    table = False
    for number, line in enumerate(lines):
        if not _ROW.fullmatch(line.text):
            table = table and not line.text.strip() and line.tagged
            continue
        if _begins_table(line, lines[number + 1 : number + 2]):
            table, width = True, None if line.tagged else _cells(line.text)
        elif not table:
            yield "template/no-table", Severity.ERROR, line, {"text": _shown(line.text)}
            table, width = True, None
        elif width and not line.tagged and (cells := _cells(line.text)) != width:
            severity = Severity.ERROR if cells > width else Severity.WARNING
            yield "template/table-cells", severity, line, {"cells": cells, "width": width}


def _begins_table(line: LiteralText, following: Sequence[LiteralText]) -> bool:
    """Say whether a row is the head of a table; rules that a loop writes are not known here."""
    rule = following[0] if following else LiteralText()
    written = line.tagged and rule.tagged and _ROW.fullmatch(rule.text)
    return bool(written or _RULE.fullmatch(rule.text)) and not _RULE.fullmatch(line.text)


def _cells(row: str) -> int:
    inner = row.strip().removeprefix("|")
    return len(_BAR.findall(inner)) + (not inner.endswith("|"))


def _marks(lines: Sequence[LiteralText]) -> Iterator[_Fault]:
    """Yield marks that would be printed as they stand, and names in single braces."""
    for line in lines:
        text = line.text
        if _NO_BLANK.match(text) or (not line.tagged and text.count("**") % 2):
            yield "template/printed-mark", Severity.ERROR, line, {"text": _shown(text)}
        for brace in _BRACE.findall(text):
            name = brace.strip("{}")
            yield "template/single-brace", Severity.ERROR, line, {"words": brace, "name": name}


def _not_held(lines: Sequence[LiteralText]) -> Iterator[_Fault]:
    """Yield Markdown that no document holds: it would be lost, or printed as it stands."""
    before = ""
    for line in lines:
        text = line.text
        found = next((match for pattern in _NOT_HELD if (match := pattern.search(text))), None)
        under = _UNDERLINE.fullmatch(text) and before.strip() and not _ROW.fullmatch(before)
        if found or under or _ALONE.fullmatch(text):
            words = {"text": _shown(text), "mark": _shown(found[0] if found else text)}
            yield "template/not-held", Severity.ERROR, line, dict(words)
        before = text


@cache
def annex_blocks() -> frozenset[str]:
    """Return the blocks in which the program's templates open annexes."""
    found = {"annexes"}
    for file in sorted(template_folder().glob("*.j2")):
        tree = parser().parse(file.read_text(encoding="utf-8"))
        for block in parts(tree, nodes.Block):
            if block.name == "annexes":
                found |= {inner.name for inner in parts(block, nodes.Block)}
    return frozenset(found)


def _early_annexes(lines: Sequence[LiteralText], *, whole: bool) -> Iterator[_Fault]:
    """Yield first-level headings inside the main part: they open an annex there.

    In a block that is written anew only ``title``, ``annexes`` and what stands in it may have one;
    in a whole template the main part goes on as long as its end mark is still to come.
    """
    heads = [line for line in lines if (h := _HEADING.fullmatch(line.text)) and len(h[1]) == 1]
    ends = [number for number, line in enumerate(lines) if "end_mark" in line.values]
    last = lines[ends[-1]].line if ends else 0
    for line in heads[1:] if whole else heads:
        early = line.line < last if whole else not {"title", *annex_blocks()} & set(line.within)
        if early and not (whole and "annexes" in line.within):
            yield (
                "template/early-annex",
                Severity.ERROR,
                line,
                {"text": _shown(line.text.lstrip("# "))},
            )


def _shown(text: str) -> str:
    return text.strip().replace("\ufffc", "…")
