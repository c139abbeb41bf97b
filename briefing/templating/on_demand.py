"""Plain data of which some is worked out only when a template asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any


class OnDemand(Mapping[str, Any]):
    """A mapping of known values and of values made at their first use, of one thing.

    The makers are shared by all things of a kind, and are told which one it is; known values stand
    in place of what they make.
    """

    __slots__ = ("_made", "_makers", "_thing")

    def __init__(
        self, known: dict[str, Any], makers: Mapping[str, Callable[[Any], Any]], thing: Any
    ) -> None:
        self._made = known
        self._makers = makers
        self._thing = thing

    def __getitem__(self, key: str) -> Any:
        try:
            return self._made[key]
        except KeyError:
            made = self._made[key] = self._makers[key](self._thing)
            return made

    def __contains__(self, key: object) -> bool:
        return key in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
