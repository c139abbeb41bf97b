"""Calls: what is handed over, and macros worked out once for each kind of argument."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property, partial

from jinja2 import nodes

from briefing.findings import Finding, Origin
from briefing.linting.places import Place
from briefing.linting.record import LintRecord
from briefing.linting.shapes import (
    LEAF,
    Absent,
    Function,
    Listing,
    Shape,
    TableShape,
    Unknown,
    merged,
)
from briefing.templating.environment import LIBRARY
from briefing.templating.sources import parts
from briefing.values import record

_ENOUGH = 3
"""How often a macro is followed into itself, where each call hands over something new."""

_OF_A_MACRO: Mapping[str, Shape] = dict.fromkeys(
    ("name", "arguments", "catch_kwargs", "catch_varargs", "caller"), LEAF
)

_SPECIAL = {"varargs", "kwargs", "caller"}


@record
class Call:
    """A call: the shapes handed over, whether there may be more (``*x``), the call's own text."""

    node: nodes.Expr
    at: Place
    arguments: tuple[Shape, ...] = ()
    keywords: Mapping[str, Shape] = field(default_factory=dict)
    open: bool = False
    caller: Function | None = None


@record(slots=False, eq=False)
class Macro:
    """A macro, or the body of a call block: its parameters, and where it was defined."""

    name: str
    node: nodes.Macro | nodes.CallBlock
    at: Place
    defaults: Sequence[Shape]

    @cached_property
    def parameters(self) -> list[str]:
        """The names of the parameters, in order."""
        return [argument.name for argument in self.node.args]

    @cached_property
    def uses(self) -> set[str]:
        """The special names that the body uses: they let a call hand over more."""
        return {name.name for name in parts(self.node, nodes.Name)} & _SPECIAL

    @cached_property
    def origin(self) -> Origin:
        """Where the macro is defined."""
        return Origin(str(self.at.source.path), self.node.lineno)


class Macros:
    """Defines and calls macros; ``walk`` goes through a body."""

    def __init__(
        self, record: LintRecord, walk: Callable[[Sequence[nodes.Node], Place], None]
    ) -> None:
        self._record = record
        self._walk = walk
        self._done: set[object] = set()
        self._active: Counter[Macro] = Counter()
        self._named: dict[str, list[Macro]] = {}

    def forget(self) -> None:
        """Go through every macro anew from here on: another pack calls it."""
        self._done.clear()

    def define(
        self, name: str, node: nodes.Macro | nodes.CallBlock, at: Place, defaults: Sequence[Shape]
    ) -> Function:
        """Return a macro as something that can be called."""
        macro = Macro(name, node, replace(at, silent=False), defaults)
        if isinstance(node, nodes.Macro):
            self._record.macros.setdefault(macro.origin, partial(self._uncalled, macro))
            self._named.setdefault(name, []).append(macro)
        return Function(partial(self._call, macro), _OF_A_MACRO)

    def _uncalled(self, macro: Macro) -> None:
        """Go through a macro that nothing calls; of its arguments only the defaults are known."""
        caller = Function(lambda _: LEAF) if "caller" in macro.uses else None
        last = macro.parameters[len(macro.parameters) - len(macro.defaults) :]
        usual = dict(zip(last, macro.defaults, strict=True))
        self._call(macro, Call(nodes.Const(""), macro.at, (), usual, open=True, caller=caller))

    def _call(self, macro: Macro, call: Call) -> Shape:
        macro = self._instead(macro)
        self._check(macro, call)
        self._record.called.add(macro.origin)
        bound = self._bound(macro, call)
        key = (macro, tuple(bound.items()), call.at.within, self._record.quiet)
        if key not in self._done and self._active[macro] < _ENOUGH:
            self._done.add(key)
            self._active[macro] += 1
            scope = macro.at.scope.inner(**bound)
            self._walk(macro.node.body, macro.at.called_within(scope, call.at.within))
            self._active[macro] -= 1
        return LEAF

    def _bound(self, macro: Macro, call: Call) -> dict[str, Shape]:
        names = macro.parameters
        rest: Shape = Unknown() if call.open else Absent()
        given: dict[str, Shape] = dict.fromkeys(names, rest)
        if not call.open and macro.defaults:
            given |= zip(names[-len(macro.defaults) :], macro.defaults, strict=True)
        given |= zip(names, call.arguments, strict=False)
        given |= {name: shape for name, shape in call.keywords.items() if name in given}
        if "varargs" in macro.uses:
            given["varargs"] = Listing(merged(call.arguments[len(names) :]))
        if "kwargs" in macro.uses:
            given["kwargs"] = TableShape(merged(call.keywords.values()))
        if "caller" in macro.uses:
            given["caller"] = call.caller or Absent()
        return given

    def _check(self, macro: Macro, call: Call) -> None:
        """Tell what a macro cannot take; Jinja would stop there."""
        names, node, at = macro.parameters, call.node, call.at
        takes = ", ".join(names) or "–"
        many = len(call.arguments) > len(names) and "varargs" not in macro.uses
        free = names[len(call.arguments) :]
        unknown = [name for name in call.keywords if name not in free]
        if call.caller and "caller" not in macro.uses:
            unknown.append("caller")
        unknown = unknown if "kwargs" not in macro.uses else []
        if (many or unknown) and (below := self._replaced(macro, at)):
            values = {"name": macro.name, "takes": takes, "below": ", ".join(below) or "–"}
            found = Finding("template/macro-of-pack", origin=macro.origin, values=values)
            self._record.add(found)
            return
        if many:
            self._record.fault("template/macro-call", node, at, name=macro.name, takes=takes)
        for name in unknown:
            more = {"macro": macro.name, "takes": takes}
            self._record.unknown_name("template/macro-argument", node, at, name, free, **more)

    def _instead(self, macro: Macro) -> Macro:
        """Return the macro that runs: in files of macros the nearest pack's of a name does."""
        same = (one for one in self._named.get(macro.name, ()) if _is_of_library(one))
        return min(same, key=lambda one: _position(one.at)) if _is_of_library(macro) else macro

    def _replaced(self, macro: Macro, at: Place) -> list[str] | None:
        """Return what the macro takes that a pack's stands in place of, for calls from below it.

        Who calls it there knows that one.
        """
        position = _position(macro.at)
        if _position(at) <= position:
            return None
        below = (one for one in self._named[macro.name] if _position(one.at) > position)
        return next((one.parameters for one in below), None)


def _is_of_library(macro: Macro) -> bool:
    return isinstance(macro.node, nodes.Macro) and macro.at.source.path.name == LIBRARY


def _position(at: Place) -> int:
    return int(at.source.inner.partition(":")[0])
