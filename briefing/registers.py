"""Modules that register what they hold when they are loaded, so that no list has to name them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from pkgutil import walk_packages
from typing import Generic, TypeVar

T = TypeVar("T")
Held = TypeVar("Held")


def load_modules(package: str, *, but: Collection[str] = ()) -> None:
    """Load every module of a package, and of those in it but some, in the order of their names."""
    folder = import_module(package)
    for module in walk_packages(folder.__path__, f"{package}."):
        if not set(but) & set(module.name.split(".")):
            import_module(module.name)


class Register(Generic[T, Held]):
    """What the modules of a package hold, by keys; they are loaded when somebody first asks."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._held: dict[T, Held] = {}
        self._is_loaded = False

    def add(self, key: T) -> Callable[[Held], Held]:
        """Return a decorator that registers what it is put before."""

        def registered(held: Held) -> Held:
            self._held[key] = held
            return held

        return registered

    def all(self) -> Mapping[T, Held]:
        """Return all that is registered."""
        if not self._is_loaded:
            load_modules(self._package)
            self._is_loaded = True
        return self._held
