"""From one shape to the next: a name asked of a value, a position, one item after another."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes

from briefing.linting.places import Place
from briefing.linting.record import LintRecord, said
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
    Module,
    Notebook,
    Nothing,
    Shape,
    TableShape,
    TupleShape,
    Unknown,
    facts_in,
    merged,
    options_of,
)


class Paths:
    """Follows paths through shapes and tells where one leads nowhere."""

    def __init__(self, record: LintRecord) -> None:
        self.record = record

    def part(
        self,
        shape: Shape,
        name: str,
        node: nodes.Node,
        at: Place,
        where: nodes.Node | str,
        *,
        may_lack: bool,
    ) -> Shape:
        """Return what a name asked of a value gives; ``where`` is the value, or how it is written.

        ``may_lack`` is true where the template has a way out, as in ``x.y|default("")``.
        """
        if type(shape) is Group and (asked := shape.fields.get(name)) is not None:
            # So nearly all paths go on.
            self.record.reads(_leaf_facts(asked), at)
            return asked
        options = options_of(shape)
        found = [part for option in options if (part := _part(option, name)) is not None]
        if found:
            for part in found:
                self.record.reads(_leaf_facts(part), at)
            return merged(found)
        if any(isinstance(option, Unknown) for option in options):
            told = all(option == TOLD for option in options if isinstance(option, Unknown))
            return TOLD if told else self.record.lost(node, at)
        if may_lack:
            return NOTHING
        written = where if isinstance(where, str) else said(where)
        return self._lacks(options[0], name, node, at, written)

    def _lacks(self, shape: Shape, name: str, node: nodes.Node, at: Place, where: str) -> Shape:
        """Tell that a value has nothing by a name."""
        match shape:
            case Leaf():
                return self.record.fault("template/inside-text", node, at, name=name, path=where)
            case Listing() | TupleShape():
                return self.record.fault("template/inside-list", node, at, name=name, path=where)
            case Module(blocks=True):
                return self.record.unknown_name(
                    "template/no-such-block", node, at, name, shape.parts
                )
        known, path = _names(shape, where)
        return self.record.unknown_name("template/unknown-path", node, at, name, known, path=path)

    def at_position(self, shape: Shape, node: nodes.Node, at: Place) -> Shape:
        """Return what a position or a name worked out by the template gives."""
        return self._each(shape, _at_position, node, at)

    def item(self, shape: Shape, node: nodes.Node, at: Place) -> Shape:
        """Return what a value gives when it is gone through."""
        found = self._each(shape, _item, node, at)
        self.record.reads(_leaf_facts(found), at)
        # A list that is always empty is never gone through.
        return TOLD if found == NOTHING else found

    def _each(
        self, shape: Shape, step: Callable[[Shape], Shape | None], node: nodes.Node, at: Place
    ) -> Shape:
        found = []
        for option in options_of(shape):
            one = step(option)
            if one is None:
                one = TOLD if option == TOLD else self.record.lost(node, at)
            found.append(one)
        return merged(found)

    def used(self, shape: Shape, at: Place) -> None:
        """Note that a value is used whole: printed, joined, handed to a filter."""
        self.record.reads(facts_in(shape), at)

    def along(self, shape: Shape, path: str, node: nodes.Node, at: Place) -> Shape:
        """Return what a path written as a text gives, as in ``map(attribute="a.b")``."""
        where = f"{said(node)}[]"
        for name in path.split("."):
            if name.isdigit():
                shape = self.at_position(shape, node, at)
            else:
                shape = self.part(shape, name, node, at, where, may_lack=False)
            where = f"{where}.{name}"
        return shape


def _leaf_facts(shape: Shape) -> frozenset[str]:
    """Return the facts that reaching a value reads: those of texts, not those of lists."""
    if type(shape) is Leaf:
        return shape.facts
    if not isinstance(shape, Either):
        return frozenset()
    leaves = (option for option in shape.options if isinstance(option, Leaf))
    return frozenset().union(*(leaf.facts for leaf in leaves))


def _names(shape: Shape, where: str) -> tuple[list[str], str]:
    """Return the names that a value has, and what it is called."""
    match shape:
        case Group():
            return list(shape.fields), shape.path or where
        case Module() | Notebook() | Function():
            return list(shape.parts), where
    return [], where


def _part(shape: Shape, name: str) -> Shape | None:
    match shape:
        case Group():
            return shape.fields.get(name)
        case TableShape():
            return shape.value
        case TupleShape() if name in shape.names:
            return shape.items[shape.names.index(name)]
        case Module() | Notebook() | Function():
            return shape.parts.get(name)
    return None


def _at_position(shape: Shape) -> Shape | None:
    match shape:
        case Listing():
            return shape.item
        case TableShape():
            return shape.value
        case TupleShape():
            return merged(shape.items)
        case Leaf():
            return LEAF
        case Module(blocks=True):
            own = [part for name in shape.listed if (part := shape.parts.get(name))]
            return merged(own) if own else Function(lambda _: LEAF)
        case Nothing() | Absent():
            return NOTHING
    return None


def _item(shape: Shape) -> Shape | None:
    match shape:
        case Group() | TableShape():
            return LEAF  # going through a mapping gives its keys
        case Function() | Module() | Notebook():
            return None
    return _at_position(shape)
