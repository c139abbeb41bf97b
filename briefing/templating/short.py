"""What the short version, read aloud at the conference, has of the statements of a group."""

from __future__ import annotations

from collections.abc import Container, Iterable

from briefing.figures import references


def in_short(statements: list[str], marked: Iterable[int], figures: Container[str]) -> list[int]:
    """Return the places of the statements that the short version has.

    Those are what the input marks, counted from 1; where it marks none the first one, and every
    other that states a figure, so that no figure is lost.
    """
    chosen = {at - 1 for at in marked}
    if chosen:
        return [at for at in range(len(statements)) if at in chosen]
    return [at for at, text in enumerate(statements) if at == 0 or _states(text, figures)]


def _states(text: str, figures: Container[str]) -> bool:
    return "{" in text and any(each.name in figures for each in references(text))
