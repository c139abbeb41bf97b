"""What filters make of shapes, Jinja's own and ours; the paths written in their arguments."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import nodes

from briefing.linting.paths import Paths
from briefing.linting.places import Place
from briefing.linting.shapes import (
    LEAF,
    NOTHING,
    Group,
    Leaf,
    Listing,
    Shape,
    TableShape,
    TupleShape,
    Unknown,
    facts_in,
    merged,
    options_of,
)
from briefing.templating.environment import ReportEnvironment

_SAME = {
    *("sort", "unique", "list", "select", "reject", "selectattr", "rejectattr", "reverse"),
    "by_given_name",
}
_ONE = {"first", "last", "random", "min", "max"}
_COUNTS = {"length", "count"}
_BY_PATH = {"map", "sort", "unique", "sum", "min", "max", "groupby", "selectattr", "rejectattr"}
_PATH_COMES_FIRST = {"groupby", "selectattr", "rejectattr"}
_TESTED = {"select": 0, "reject": 0, "selectattr": 1, "rejectattr": 1}
"""Where a filter takes the name of a test."""


class Filters:
    """Applies filters to shapes; unknown filters, tests and paths go into the record."""

    def __init__(self, environment: ReportEnvironment, paths: Paths) -> None:
        self._filters = environment.filters
        self._tests = environment.tests
        self._paths = paths

    def apply(
        self,
        node: nodes.Filter,
        base: Shape,
        arguments: Sequence[Shape],
        keywords: dict[str, Shape],
        at: Place,
    ) -> Shape:
        """Return what a filter makes of a value."""
        if not self._known(node.name, node, at):
            return Unknown(told=True)
        if node.name in _TESTED:
            self._check_tests(node, at)
        item = self._asked_of_items(node, base, at)
        if node.name in ("default", "d"):
            return merged([base, *arguments, *keywords.values()])
        if node.name in _COUNTS:
            return LEAF
        for argument in (*arguments, *keywords.values()):
            self._paths.used(argument, at)
        return self._made(node, base, item, keywords.get("start", NOTHING), at)

    def _made(
        self, node: nodes.Filter, base: Shape, item: Shape | None, start: Shape, at: Place
    ) -> Shape:
        name = node.name
        if name in _SAME:
            return merged(_as_list(option, name) for option in options_of(base))
        if name in _ONE:
            return self._paths.item(base, node, at)
        if name == "map":
            return Listing(self._mapped(node, base, at) if item is None else item)
        if name == "sum":
            summed = item or self._paths.item(base, node, at)
            return merged([summed, start])
        if name == "groupby":
            groups = TupleShape((LEAF, base), ("grouper", "list"))
            return Listing(groups)
        if name in ("batch", "slice"):
            return Listing(base)
        if name in ("items", "dictsort"):
            return Listing(TupleShape((LEAF, _values(base))))
        if name == "attr":
            return self._paths.record.lost(node, at)
        self._paths.used(base, at)
        return Listing(Leaf(facts_in(base))) if name == "clauses" else LEAF

    def _known(self, name: str, node: nodes.Expr, at: Place) -> bool:
        if name in self._filters:
            return True
        self._paths.record.unknown_name("template/unknown-filter", node, at, name, self._filters)
        return False

    def check_test(self, name: str, node: nodes.Expr, at: Place) -> None:
        """Tell a test that does not exist."""
        if name not in self._tests:
            self._paths.record.unknown_name("template/unknown-test", node, at, name, self._tests)

    def _check_tests(self, node: nodes.Filter, at: Place) -> None:
        name = _text(node.args, _TESTED[node.name])
        if name is not None:
            self.check_test(name, node, at)

    def _asked_of_items(self, node: nodes.Filter, base: Shape, at: Place) -> Shape | None:
        """Return what the path in a filter's arguments gives for each item, if there is one."""
        if node.name not in _BY_PATH:
            return None
        written = next((k.value for k in node.kwargs if k.key == "attribute"), None)
        if written is None and node.name in _PATH_COMES_FIRST and node.args:
            written = node.args[0]
        if written is None and node.name == "sum" and node.args:
            written = node.args[0]
        if written is None:
            return None
        item = self._paths.item(base, node.node or node, at)
        if not isinstance(written, nodes.Const) or not isinstance(written.value, str):
            return item if isinstance(written, nodes.Const) else self._paths.record.lost(node, at)
        asked = node.node or node
        return merged(self._paths.along(item, p, asked, at) for p in written.value.split(","))

    def _mapped(self, node: nodes.Filter, base: Shape, at: Place) -> Shape:
        """Return what ``map("filter")`` makes of each item."""
        item = self._paths.item(base, node.node or node, at)
        name = _text(node.args, 0)
        if name is None:
            return self._paths.record.lost(node, at)
        inner = nodes.Filter(node.node, name, node.args[1:], [], None, None, lineno=node.lineno)
        return self.apply(inner, item, [LEAF] * len(inner.args), {}, at)


def _text(arguments: Sequence[nodes.Expr], position: int) -> str | None:
    if position < len(arguments):
        argument = arguments[position]
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            return argument.value
    return None


def _as_list(shape: Shape, name: str) -> Shape:
    match shape:
        case Leaf() if name != "reverse":
            return Listing(shape)
        case Group() | TableShape():
            return Listing(LEAF)
        case TupleShape(items=items):
            return Listing(merged(items))
    return shape


def _values(shape: Shape) -> Shape:
    match shape:
        case TableShape():
            return shape.value
        case Group():
            return merged(shape.fields.values())
    return Unknown()
