"""Marks of Markdown in texts that a template prints by an expression: there they are no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

from briefing.findings import Finding, Origin
from briefing.templating.sources import TemplateSource, parts

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s", re.MULTILINE)
_NAMED = re.compile(r"^\s{0,3}#{1,6}\s+\S", re.MULTILINE)
_OTHERS = re.compile(r"\*\*[^*]+\*\*|^\s*\|.+\|\s*$", re.MULTILINE)


def printed_marks(source: TemplateSource) -> Iterator[Finding]:
    """Yield the texts of a template that would be printed with their marks as they stand.

    Whatever an expression gives is data and escaped, so ``{{ "# Mới" }}`` prints its ``#``.
    """
    for output in parts(source.tree, nodes.Output):
        for line, text in (found for part in output.nodes for found in _written(part)):
            if _HEADING.search(text) or _OTHERS.search(text):
                yield _fault(source, line, text)
    for assign in parts(source.tree, nodes.Assign):
        for line, text in _written(assign.node):
            # A name may be compared or replaced; one that holds a whole heading is printed.
            if _NAMED.search(text):
                yield _fault(source, line, text)


def _fault(source: TemplateSource, line: int, text: str) -> Finding:
    values = {"text": " ".join(text.split())}
    return Finding(
        "template/mark-in-expression", origin=Origin(str(source.path), line), values=values
    )


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a constant; Jinja folds lists of them when it makes a program."""
    match value:
        case str():
            yield value
        case list() | tuple():
            for item in value:
                yield from _texts(item)
        case dict():
            for item in value.values():
                yield from _texts(item)


def _written(node: nodes.Node) -> Iterator[tuple[int, str]]:
    """Yield the texts that an expression may print, not those that it compares or looks for."""
    match node:
        case nodes.Const():
            yield from ((node.lineno, text) for text in _texts(node.value))
        case nodes.TemplateData() | nodes.Compare() | nodes.Test() | nodes.Not():
            return
        case nodes.Filter():
            yield from _written(node.node) if node.node else ()
        case nodes.Getattr() | nodes.Getitem():
            yield from _written(node.node)
        case nodes.CondExpr():
            yield from _written(node.expr1)
            yield from _written(node.expr2) if node.expr2 else ()
        case _:
            for child in node.iter_child_nodes():
                yield from _written(child)
