"""What was written of equal pieces before: of one page to the next few of them change."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Known(Generic[T]):
    """What was made of something, at most so many times; then all is forgotten.

    A key is compared whole, so it must hold all that what is made of it depends on.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: dict[Hashable, T] = {}

    def __call__(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made of a key, or make it."""
        found = self._made.get(key)
        if found is None:
            found = make()
            if len(self._made) >= self._most:
                self._made = {}
            self._made[key] = found
        return found


class Same:
    """Something as a key that is equal to nothing but itself; it lives as long as its key."""

    __slots__ = ("_of",)

    def __init__(self, of: object) -> None:
        self._of = of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self._of is other._of

    def __hash__(self) -> int:
        return id(self._of)
