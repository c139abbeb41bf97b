"""Statements of templates: names that are set, loops, branches, macros, output."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from jinja2 import nodes

from briefing.findings import Finding, Origin
from briefing.linting.calls import Call, Macros
from briefing.linting.expressions import Expressions
from briefing.linting.guards import failing, holding
from briefing.linting.places import Place
from briefing.linting.record import LintRecord, said
from briefing.linting.shapes import (
    LEAF,
    NOTHING,
    TOLD,
    Function,
    Group,
    Notebook,
    Shape,
    TupleShape,
    Unknown,
    merged,
    options_of,
)
from briefing.templating.environment import ReportEnvironment
from briefing.templating.sources import parts

_OF_A_LOOP = (
    *("index", "index0", "revindex", "revindex0", "first", "last", "length"),
    *("depth", "depth0"),
)

Visit = Callable[[Any, Place], None]


class Statements:
    """Goes through the statements of templates as Jinja would, on shapes.

    ``elsewhere`` takes what concerns other templates: blocks, imports, includes.
    """

    def __init__(
        self,
        environment: ReportEnvironment,
        record: LintRecord,
        elsewhere: Mapping[type[nodes.Node], Visit],
    ) -> None:
        self.record = record
        self.expressions = Expressions(environment, record)
        self.macros = Macros(record, self.walk)
        self._again: set[object] = set()
        self._visits: Mapping[type[nodes.Node], Visit] = {
            nodes.Output: self._output,
            nodes.If: self._if,
            nodes.For: self._for,
            nodes.With: self._with,
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._assign_block,
            nodes.Macro: self._macro,
            nodes.CallBlock: self._call_block,
            nodes.FilterBlock: self._filter_block,
            **elsewhere,
        }

    def walk(self, body: Sequence[nodes.Node], at: Place) -> None:
        """Go through statements in order."""
        for node in body:
            visit = self._visits.get(type(node), self._any)
            visit(node, at)

    def _any(self, node: nodes.Node, at: Place) -> None:
        """Go through what only surrounds other statements, such as ``autoescape``."""
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.expressions.use(child, at)
            else:
                self.walk([child], at)

    def _output(self, node: nodes.Output, at: Place) -> None:
        for part in node.nodes:
            if at.silent:
                self.outside(part, at)
            elif type(part) is not nodes.TemplateData:
                self.expressions.use(part, at)

    def outside(self, node: nodes.Node, at: Place) -> None:
        """Tell what would print outside the blocks of a template that extends another."""
        text = node.data if isinstance(node, nodes.TemplateData) else said(node)
        if text.strip():
            line = node.lineno + text[: len(text) - len(text.lstrip())].count("\n")
            words = text.split("\n")[line - node.lineno].strip()
            place = Origin(str(at.source.path), line)
            self.record.add(Finding("template/outside-block", origin=place, values={"text": words}))

    def _if(self, node: nodes.If, at: Place) -> None:
        branches = []
        for part in (node, *node.elif_):
            self.expressions.shape(part.test, at)
            branch = at.inside(at.scope.copy())
            self.walk(part.body, holding(part.test, branch))
            branches.append(branch.scope)
            at = failing(part.test, at)
        otherwise = at.inside(at.scope.copy())
        self.walk(node.else_, otherwise)
        at.scope.join([*branches, otherwise.scope])

    def _for(self, node: nodes.For, at: Place) -> None:
        values = self.expressions.shape(node.iter, at)
        item = self.expressions.paths.item(values, node.iter, at)
        if parts(node, nodes.NSRef):
            # What one round sets, the next one may read.
            with self.record:
                self._round(node, item, at)
        self._round(node, item, at)
        self.walk(node.else_, at.inside(at.scope.inner()))

    def _round(self, node: nodes.For, item: Shape, at: Place) -> None:
        scope = at.scope.inner()
        inside = at.inside(scope)
        self._bind(node.target, item, inside)
        if node.test:
            self.expressions.shape(node.test, inside)
            inside = holding(node.test, inside)
        scope.set("loop", self._loop(node, item, at))
        self.walk(node.body, inside)

    def _loop(self, node: nodes.For, item: Shape, at: Place) -> Shape:
        parts: dict[str, Shape] = dict.fromkeys(_OF_A_LOOP, LEAF)
        parts |= {"previtem": item, "nextitem": item, "changed": Function(lambda _: LEAF)}
        parts["cycle"] = Function(lambda call: merged(call.arguments))

        def again(call: Call) -> Shape:
            for values in call.arguments:
                below = self.expressions.paths.item(values, call.node, call.at)
                if (node, below) not in self._again:
                    self._again.add((node, below))
                    self._round(node, below, at)
            return LEAF

        return Function(again, parts) if node.recursive else Group(parts, "loop")

    def _with(self, node: nodes.With, at: Place) -> None:
        inside = at.inside(at.scope.inner())
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.expressions.shape(value, at), inside)
        self.walk(node.body, inside)

    def _assign(self, node: nodes.Assign, at: Place) -> None:
        self._bind(node.target, self.expressions.shape(node.node, at), at)

    def _assign_block(self, node: nodes.AssignBlock, at: Place) -> None:
        self.walk(node.body, replace(at, scope=at.scope.inner(), silent=False))
        made = self.expressions.shape(node.filter, at) if node.filter else LEAF
        self._bind(node.target, made, at)

    def _bind(self, target: nodes.Node, value: Shape, at: Place) -> None:
        """Give the names of a target the shapes of a value."""
        match target:
            case nodes.Name():
                at.scope.set(target.name, value)
            case nodes.NSRef():
                for option in options_of(at.scope.find(target.name) or NOTHING):
                    if isinstance(option, Notebook):
                        known = option.parts.get(target.attr, NOTHING)
                        option.parts[target.attr] = merged([known, value])
            case nodes.Tuple(items=items):
                if isinstance(value, TupleShape) and len(value.items) == len(items):
                    each = list(value.items)
                else:
                    each = [self.expressions.paths.item(value, target, at)] * len(items)
                for part, shape in zip(items, each, strict=True):
                    self._bind(part, shape, at)

    def _macro(self, node: nodes.Macro, at: Place) -> None:
        at.scope.set(node.name, self._defined(node.name, node, at))

    def _defined(self, name: str, node: nodes.Macro | nodes.CallBlock, at: Place) -> Function:
        # A default can speak of another parameter, whatever that will be.
        inside = at.inside(at.scope.inner(**{parameter.name: TOLD for parameter in node.args}))
        defaults = [self.expressions.shape(default, inside) for default in node.defaults]
        return self.macros.define(name, node, at, defaults)

    def _call_block(self, node: nodes.CallBlock, at: Place) -> None:
        if at.silent:
            self.outside(node, at)
            return
        caller = self._defined("caller", node, at)
        callee = self.expressions.shape(node.call.node, at)
        call = self.expressions.call(node.call, at, caller)
        for option in options_of(callee):
            self.expressions.called(option, call)
            if isinstance(option, Unknown):
                caller.call(Call(node.call, at, open=True))

    def _filter_block(self, node: nodes.FilterBlock, at: Place) -> None:
        if at.silent:
            self.outside(node, at)
            return
        self.walk(node.body, at.inside(at.scope.inner()))
        self.expressions.shape(node.filter, at)
