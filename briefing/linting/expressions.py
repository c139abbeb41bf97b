"""Expressions of templates, worked out on shapes instead of values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import nodes

from briefing.findings import Finding, Severity, nearest
from briefing.linting.calls import Call
from briefing.linting.filters import Filters
from briefing.linting.guards import failing, holding
from briefing.linting.paths import Paths
from briefing.linting.places import Place
from briefing.linting.record import LintRecord, origin, said
from briefing.linting.schema import lost_on_the_way
from briefing.linting.shapes import (
    LEAF,
    NOTHING,
    TOLD,
    Absent,
    Either,
    Function,
    Group,
    Leaf,
    Listing,
    Shape,
    TableShape,
    TupleShape,
    Unknown,
    merged,
    options_of,
    surely,
)
from briefing.linting.shapes import may_lack as can_lack
from briefing.templating.environment import ReportEnvironment

_OF_NOTHING_TOO = ("list", "select", "reject", "string")
"""Filters that may be given what there is not."""

_PATHS = (nodes.Name, nodes.Getattr, nodes.Getitem)
_LITERALS = (nodes.Const, nodes.TemplateData, nodes.Tuple, nodes.List, nodes.Dict)


class Expressions:
    """Gives the shape of expressions; names without meaning go into the record."""

    def __init__(self, environment: ReportEnvironment, record: LintRecord) -> None:
        self.record = record
        self.paths = Paths(record)
        self._environment = environment
        self._filters = Filters(environment, self.paths)
        self._ways: Mapping[type[nodes.Node], Callable[[Any, Place], Shape]] = {
            **dict.fromkeys(_PATHS, self._path),
            nodes.Call: self._call,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.CondExpr: self._either,
            **dict.fromkeys((nodes.And, nodes.Or), self._both),
            **dict.fromkeys((nodes.Add, nodes.Mul), self._sum),
            nodes.Compare: self._compare,
            **dict.fromkeys(_LITERALS, self._literal),
        }

    def shape(self, node: nodes.Node, at: Place) -> Shape:
        """Return the shape of an expression."""
        return self._ways.get(type(node), self._other)(node, at)

    def use(self, node: nodes.Node, at: Place) -> Shape:
        """Return the shape of an expression that is used whole."""
        found = self._whole(node, at)
        self.paths.used(found, at)
        return found

    def _asked(self, node: nodes.Node, at: Place) -> Shape:
        found = self.shape(node, at)
        self.paths.used(found, at)
        return found

    def _whole(self, node: nodes.Node, at: Place) -> Shape:
        """Return the shape of a value that must be there; tells one that need not."""
        found = self.shape(node, at)
        if type(node) in _PATHS and can_lack(found):
            # A document whose input lacks it is refused, which an honest one may never be.
            values = {"name": said(node)}
            place = origin(node, at)
            self.record.add(Finding("template/may-lack", Severity.WARNING, place, values=values))
            return surely(found)
        return found

    def _path(self, node: nodes.Expr, at: Place, *, may_lack: bool = False) -> Shape:
        """Return what a name or a path gives; ``may_lack`` lets its last step be unknown."""
        if at.excused and said(node) in at.excused:
            with self.record:
                return merged([TOLD, self._path(node, at.aloud())])
        if type(node) is nodes.Name:
            found = self._name(node.name, node, at, may_lack=may_lack)
        elif type(node) is nodes.Getattr:
            base = self._whole(node.node, at)
            found = self.paths.part(base, node.attr, node, at, node.node, may_lack=may_lack)
        else:
            found = self._item(node, at, may_lack=may_lack)
        # Only what may lack is another shape where it is there for sure.
        return surely(found) if can_lack(found) and self.record.has(said(node), at) else found

    def _item(self, node: nodes.Expr, at: Place, *, may_lack: bool) -> Shape:
        """Return what is asked of a value in brackets, or what is no path at all."""
        match node:
            case nodes.Getitem(arg=nodes.Const(value=str(name))):
                base = self._whole(node.node, at)
                return self.paths.part(base, name, node, at, node.node, may_lack=may_lack)
            case nodes.Getitem():
                base, _ = self.shape(node.node, at), self.shape(node.arg, at)
                if isinstance(node.arg, nodes.Slice):
                    return base
                found = self.paths.at_position(_place(base, node.arg), node, at)
                self.paths.used(found, at)
                return found
        return self.shape(node, at)

    def _name(self, name: str, node: nodes.Expr, at: Place, *, may_lack: bool) -> Shape:
        found = at.scope.find(name)
        if type(found) is Leaf:
            self.record.reads(found.facts, at)
        elif found is None or isinstance(found, Absent):
            if may_lack or (at.loose and found is None):
                return NOTHING if may_lack else self.record.lost(node, at)
            known = [n for n, s in at.scope.visible().items() if not isinstance(s, Absent)]
            near = nearest(name, known)
            return self.record.fault("template/undefined", node, at, name=name, near=near)
        return found

    def _call(self, node: nodes.Call, at: Place) -> Shape:
        callee = self.shape(node.node, at)
        call = self.call(node, at)
        if type(callee) is Function:
            return callee.call(call)
        return merged(self.called(option, call) for option in options_of(callee))

    def call(self, node: nodes.Call, at: Place, caller: Function | None = None) -> Call:
        """Return a call with the shapes of its arguments."""
        arguments = tuple(self.shape(argument, at) for argument in node.args)
        keywords = {str(keyword.key): self.shape(keyword.value, at) for keyword in node.kwargs}
        more = [part for part in (node.dyn_args, node.dyn_kwargs) if part is not None]
        for part in more:
            self.use(part, at)
        return Call(node, at, arguments, keywords, bool(more), caller)

    def called(self, callee: Shape, call: Call) -> Shape:
        """Return what a call gives."""
        for value in (*call.arguments, *call.keywords.values()):
            if not isinstance(callee, Function):
                self.paths.used(value, call.at)
        match callee:
            case Function():
                return callee.call(call)
            case Unknown(told=False):
                return self.record.lost(call.node, call.at)
            case Unknown():
                return TOLD
        name = said(call.node).removesuffix("()")
        return self.record.fault("template/not-callable", call.node, call.at, name=name)

    def _filter(self, node: nodes.Filter, at: Place) -> Shape:
        if node.node is None:  # the text of a filter block or of a set block
            base: Shape = LEAF
        elif node.name in ("default", "d"):
            base = self._path(node.node, at, may_lack=True)
        elif node.name in _OF_NOTHING_TOO:
            base = self.shape(node.node, at)
        else:
            base = self._whole(node.node, at)
        arguments = [self.shape(argument, at) for argument in node.args]
        keywords = {str(keyword.key): self.shape(keyword.value, at) for keyword in node.kwargs}
        return self._filters.apply(node, base, arguments, keywords, at)

    def _test(self, node: nodes.Test, at: Place) -> Shape:
        asks = node.name in ("defined", "undefined")
        self._path(node.node, at, may_lack=True) if asks else self.shape(node.node, at)
        for argument in node.args:
            self.shape(argument, at)
        self._filters.check_test(node.name, node, at)
        return LEAF

    def _either(self, node: nodes.CondExpr, at: Place) -> Shape:
        self.shape(node.test, at)
        yes = self.shape(node.expr1, holding(node.test, at))
        if node.expr2 is None:
            return merged([yes, NOTHING])
        no = self.shape(node.expr2, failing(node.test, at))
        return merged([yes, no])

    def _both(self, node: nodes.And | nodes.Or, at: Place) -> Shape:
        left = self.shape(node.left, at)
        if isinstance(node, nodes.And):
            return merged([left, self.shape(node.right, holding(node.left, at))])
        # What is not there gives way to what stands after ``or``.
        return merged([surely(left), self.shape(node.right, failing(node.left, at))])

    def _sum(self, node: nodes.Add | nodes.Mul, at: Place) -> Shape:
        shapes = [self.shape(node.left, at), self.shape(node.right, at)]
        lists = [shape for shape in shapes if isinstance(shape, Listing | TupleShape | Either)]
        if not lists:
            return self._plain(shapes, at)
        return merged(Listing(merged(s.items)) if isinstance(s, TupleShape) else s for s in lists)

    def _plain(self, shapes: list[Shape], at: Place) -> Shape:
        for shape in shapes:
            self.paths.used(shape, at)
        return LEAF

    def _compare(self, node: nodes.Compare, at: Place) -> Shape:
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        shapes = [self.shape(side, at) for side in sides]
        if any(_names_paths(shape) for shape in shapes):
            for side in sides:
                self.check_fact(side, at)
        return LEAF

    def check_fact(self, node: nodes.Expr, at: Place) -> None:
        """Tell that a text which should be the path of a fact is none."""
        if not isinstance(node, nodes.Const) or not isinstance(node.value, str):
            return
        lost = lost_on_the_way(node.value)
        if lost:
            group, name = lost
            self.record.unknown_name(
                "template/unknown-path", node, at, name, group.fields, path=group.path
            )

    def _literal(self, node: nodes.Literal, at: Place) -> Shape:
        match node:
            case nodes.List():
                return Listing(merged(self.shape(item, at) for item in node.items))
            case nodes.Tuple():
                return TupleShape(tuple(self.shape(item, at) for item in node.items))
            case nodes.Dict():
                return self._dict(node, at)
            case nodes.Const(value=None):
                return NOTHING
        return LEAF

    def _dict(self, node: nodes.Dict, at: Place) -> Shape:
        values = [(pair.key, self.shape(pair.value, at)) for pair in node.items]
        names = [key.value for key, _ in values if isinstance(key, nodes.Const)]
        if len(names) == len(values):
            return Group({str(n): s for n, (_, s) in zip(names, values, strict=True)})
        for key, _ in values:
            self.shape(key, at)
        return TableShape(merged(shape for _, shape in values))

    def _other(self, node: nodes.Node, at: Place) -> Shape:
        """Return what arithmetic, ``~`` and ``not`` give: a text, a number or a flag."""
        # Whether there is a value may be asked of one that there is not.
        use = self._asked if isinstance(node, nodes.Not) else self.use
        for child in operands(node):
            use(child, at)
        known = (nodes.BinExpr, nodes.UnaryExpr, nodes.Concat, nodes.Slice)
        return LEAF if isinstance(node, known) else Unknown()


@lru_cache(maxsize=1 << 14)
def operands(node: nodes.Node) -> tuple[nodes.Expr, ...]:
    """Return the expressions that a node joins; trees do not change, so one look is enough."""
    return tuple(child for child in node.iter_child_nodes() if isinstance(child, nodes.Expr))


def _names_paths(shape: Shape) -> bool:
    leaf = shape.item if isinstance(shape, Listing) else shape
    return isinstance(leaf, Leaf) and leaf.names_path


def _place(base: Shape, position: nodes.Expr) -> Shape:
    """Return a row as the one value at a known position."""
    if isinstance(base, TupleShape) and isinstance(position, nodes.Const):
        number = position.value
        if isinstance(number, int) and -len(base.items) <= number < len(base.items):
            return Listing(base.items[number])
    return base
