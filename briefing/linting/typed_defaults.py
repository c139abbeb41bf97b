"""Numbers that templates of packs print where an input has none: nobody has counted them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import nodes

from briefing.findings import Finding, Origin, Severity
from briefing.templating.sources import TemplateSource

_NUMBER = re.compile(r"\s*0*[1-9][\d.,]*(?:\s*%|(?:\s+[^\W\d_]+){0,2})\s*")
_DEFAULTS = ("default", "d")


def numbers_for_want(sources: Iterable[TemplateSource]) -> Iterator[Finding]:
    """Yield a warning for each number that a template prints in place of a value left out."""
    for source in sources:
        for output in source.tree.find_all(nodes.Output):
            for number in (found for node in output.nodes for found in _defaults(node)):
                values = {"number": str(number.value)}
                origin = Origin(str(source.path), number.lineno)
                rule = "template/typed-default"
                yield Finding(rule, Severity.WARNING, origin, values=values)


def _defaults(node: nodes.Node) -> Iterator[nodes.Const]:
    """Yield the numbers that an expression has when what it reads is not there."""
    match node:
        case nodes.Or(left=left, right=nodes.Const() as typed) if not isinstance(left, nodes.Const):
            yield from _if_number(typed)
        case nodes.CondExpr(expr1=given, expr2=nodes.Const() as typed):
            if not isinstance(given, nodes.Const):
                yield from _if_number(typed)
        case nodes.Filter(name=name, args=[nodes.Const() as typed, *_]) if name in _DEFAULTS:
            yield from _if_number(typed)
        case nodes.Filter(node=nodes.Node() as inner):
            yield from _defaults(inner)
        case nodes.Concat(nodes=parts):
            for part in parts:
                yield from _defaults(part)


def _if_number(typed: nodes.Const) -> Iterator[nodes.Const]:
    is_number = not isinstance(typed.value, bool) and typed.value is not None
    if is_number and _NUMBER.fullmatch(str(typed.value)):
        yield typed
