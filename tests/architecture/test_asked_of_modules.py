"""What the program asks of a module is there: libraries without types tell it of no wrong name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import briefing

PACKAGE = Path(briefing.__file__).parent


def imported(tree: ast.Module) -> Iterator[tuple[str, ModuleType]]:
    """Yield the modules that a file imports by name, also inside its functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            wanted = [(alias, f"{node.module}.{alias.name}") for alias in node.names]
        elif isinstance(node, ast.Import):
            wanted = [(alias, alias.name) for alias in node.names]
        else:
            continue
        for alias, name in wanted:
            if is_module(name):
                yield alias.asname or alias.name, import_module(name)


def is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ImportError:  # what it would lie in is no package, or is not installed
        return False


def test_every_name_that_is_asked_of_a_module_is_there() -> None:
    missing = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        known = dict(imported(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                module = known.get(node.value.id)
                if module is not None and not hasattr(module, node.attr):
                    missing.append(f"{path.relative_to(PACKAGE)}: {node.value.id}.{node.attr}")

    assert missing == []
