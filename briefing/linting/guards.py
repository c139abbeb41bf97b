"""What a condition says about the names it asks for."""

from __future__ import annotations

from jinja2 import nodes

from briefing.linting.record import said


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
