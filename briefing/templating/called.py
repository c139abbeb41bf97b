"""People as templates call them."""

from __future__ import annotations

from typing import Any

from briefing.tracing import paths_of, stating


class Called(dict[str, Any]):
    """People by name; found through a fact of the input, a person states that fact as well."""

    def __getitem__(self, name: str) -> Any:
        """Return the person of a name."""
        person = super().__getitem__(name)
        paths = paths_of(name)
        if not paths:
            return person
        return {part: _stating(value, paths) for part, value in person.items()}


def _stating(value: Any, paths: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_stating(item, paths) for item in value]
    return stating(value, *paths) if isinstance(value, str) else value


def named_once(items: list[dict[str, Any]], key: str) -> None:
    """Let the first of neighbours with one name state it for all: it is printed once for them."""
    first: dict[str, Any] | None = None
    for item in items:
        name = item[key]
        if first is not None and name and str(name) == str(first[key]):
            first[key] = stating(first[key], *paths_of(name))
        else:
            first = item
