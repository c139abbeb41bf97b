"""What a condition says about the names it asks for."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import nodes

from briefing.linting.places import Place
from briefing.linting.record import said


def holding(test: nodes.Node, at: Place) -> Place:
    """Return a place as it is where a test holds."""
    return at.where(*_told_by(test))


def failing(test: nodes.Node, at: Place) -> Place:
    """Return a place as it is where a test does not hold."""
    return at.where(*_told_against(test))


@lru_cache(maxsize=4096)
def _told_by(test: nodes.Node) -> tuple[frozenset[str], frozenset[str]]:
    return surely_there(test), _present(test)


@lru_cache(maxsize=4096)
def _told_against(test: nodes.Node) -> tuple[frozenset[str], frozenset[str]]:
    return _there_unless(test), _absent(test)


def _present(test: nodes.Node) -> frozenset[str]:
    """Return the expressions that have a value where a test holds."""
    match test:
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            return frozenset({said(test)})
        case nodes.Filter() if test.node is not None and test.name not in ("default", "d"):
            return _present(test.node)
        case nodes.Test(name="defined" | "none" | "undefined"):
            return frozenset()
        case nodes.Test():
            return _present(test.node)
        case nodes.And():
            return _present(test.left) | _present(test.right)
        case nodes.Or():
            return _present(test.left) & _present(test.right)
        case nodes.Compare(ops=[nodes.Operand(op="eq", expr=nodes.Const(value=value))]):
            return _present(test.expr) if value is not None else frozenset()
        case nodes.Compare(ops=[nodes.Operand(op="ne", expr=nodes.Const(value=None))]):
            return _present(test.expr)
        case nodes.Not():
            return _absent(test.node)
    return frozenset()


def _absent(test: nodes.Node) -> frozenset[str]:
    """Return the expressions that have a value where a test does not hold."""
    match test:
        case nodes.Test(name="none"):
            return _present(test.node)
        case nodes.Or():
            return _absent(test.left) | _absent(test.right)
        case nodes.And():
            return _absent(test.left) & _absent(test.right)
        case nodes.Not():
            return _present(test.node)
    return frozenset()


def surely_there(test: nodes.Node) -> frozenset[str]:
    """Return the expressions that exist where a test holds, because it asks whether they do."""
    match test:
        case nodes.Test(name="defined"):
            return frozenset({said(test.node)})
        case nodes.And():
            return surely_there(test.left) | surely_there(test.right)
        case nodes.Not():
            return _there_unless(test.node)
    return frozenset()


def _there_unless(test: nodes.Node) -> frozenset[str]:
    match test:
        case nodes.Test(name="undefined"):
            return frozenset({said(test.node)})
        case nodes.Or():
            return _there_unless(test.left) | _there_unless(test.right)
        case nodes.Not():
            return surely_there(test.node)
    return frozenset()
