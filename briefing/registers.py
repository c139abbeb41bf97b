"""Modules that register what they hold when they are loaded, so that no list has to name them."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from pkgutil import walk_packages


def load_modules(package: str, *, but: Collection[str] = ()) -> None:
    """Load every module of a package, and of those in it but some, in the order of their names."""
    folder = import_module(package)
    for module in walk_packages(folder.__path__, f"{package}."):
        if not set(but) & set(module.name.split(".")):
            import_module(module.name)
