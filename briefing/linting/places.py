"""Where an expression stands: its template, the names in sight, the block around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from jinja2 import nodes

from briefing.linting.shapes import Shape, merged
from briefing.templating.sources import TemplateSource
from briefing.values import record

ShapesByName = dict[str, Shape]
Blocks = Mapping[str, Sequence[tuple[nodes.Block, TemplateSource]]]
"""The definitions of every block of a chain of templates, nearest first."""


class Scope:
    """The names in sight at one place, as Jinja has them.

    ``context`` are the names that blocks see: what the program gives and what the top level of
    the templates sets. A scope inside another sees it and sets nothing in it.
    """

    def __init__(
        self, context: ShapesByName, outer: Scope | None = None, *, top: bool = False
    ) -> None:
        self.context = context
        self.names: ShapesByName = {}
        self._outer = outer
        self._top = top

    def find(self, name: str) -> Shape | None:
        """Return the shape of a name, ``None`` when it is not in sight."""
        scope: Scope | None = self
        while scope:
            if name in scope.names:
                return scope.names[name]
            scope = scope._outer
        return self.context.get(name)

    def set(self, name: str, shape: Shape) -> None:
        """Give a name a shape here; the top level of a template gives it to its blocks too."""
        self.names[name] = shape
        if self._top:
            self.context[name] = shape

    def inner(self, **names: Shape) -> Scope:
        """Return a scope inside this one."""
        scope = Scope(self.context, self)
        scope.names.update(names)
        return scope

    def visible(self) -> ShapesByName:
        """Return every name in sight."""
        outer = self._outer.visible() if self._outer else self.context
        return {**outer, **self.names}

    def copy(self) -> Scope:
        """Return a scope that goes its own way from here, for one branch of an ``if``."""
        # Nothing but the top level sets names that blocks see.
        context = dict(self.context) if self._top else self.context
        scope = Scope(context, self._outer, top=self._top)
        scope.names = dict(self.names)
        return scope

    def join(self, branches: list[Scope]) -> None:
        """Take what the branches set: after them, a name has the shape of one of them."""
        for name in dict.fromkeys(name for branch in branches for name in branch.names):
            shapes = [branch.names[name] for branch in branches if name in branch.names]
            self.set(name, merged(shapes))


@record
class Place:
    """Where an expression stands.

    ``within`` are the blocks around it, outermost first; ``excused`` are expressions that are known
    to be there, because the template asks first (``x is defined``); ``silent`` is true outside the
    blocks of a template that extends another; ``present`` are expressions whose values are there,
    because the template looks first (``if x``); ``loose`` where that other one cannot be read, so
    that any name may come from there.
    """

    source: TemplateSource
    scope: Scope
    blocks: Blocks = field(default_factory=dict)
    within: tuple[str, ...] = ()
    excused: frozenset[str] = field(default=frozenset())
    present: frozenset[str] = field(default=frozenset())
    silent: bool = False
    loose: bool = False

    def inside(self, scope: Scope) -> Place:
        """Return the same place with other names in sight."""
        return self._with(scope, self.within, self.excused, self.present)

    def where(self, excused: frozenset[str], present: frozenset[str]) -> Place:
        """Return the same place, where some names exist and some values are there."""
        if not excused and not present:
            return self
        return self._with(self.scope, self.within, self.excused | excused, self.present | present)

    def aloud(self) -> Place:
        """Return the same place, where what is known to be there is asked for like the rest."""
        return self._with(self.scope, self.within, frozenset(), self.present)

    def called_within(self, scope: Scope, within: tuple[str, ...]) -> Place:
        """Return the same place with other names in sight and other blocks around it."""
        return self._with(scope, within, self.excused, self.present)

    def _with(
        self,
        scope: Scope,
        within: tuple[str, ...],
        excused: frozenset[str],
        present: frozenset[str],
    ) -> Place:
        # This is done for every branch and call; ``replace`` asks for the fields each time.
        return Place(
            self.source, scope, self.blocks, within, excused, present, self.silent, self.loose
        )
