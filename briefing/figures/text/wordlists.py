"""Lists of words, written one after the other."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def phrases_of(text: str) -> frozenset[str]:
    """Return the phrases of a text, which bars part."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))
