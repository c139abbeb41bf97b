"""The records of all rules, wherever they are checked."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from briefing import checking
from briefing.findings import Rule
from briefing.word import look


def all_rules() -> tuple[Rule, ...]:
    """Return every rule by id: of inputs, of documents, of finished texts and of looks."""
    for module in walk_packages(look.__path__, f"{look.__name__}."):
        import_module(module.name)
    return checking.all_rules()
