"""The words of a form for what is chosen by name: areas of work, bodies, kinds of periods."""

from __future__ import annotations

from briefing.findings import say
from briefing.forms.leaves import leaf, options
from briefing.kinds import built_in

AREA = "lanh_dao_chi_dao"
"""An area of work; a field that can name it names areas."""


def called(path: str, word: str, language: str) -> str:
    """Return what the form calls a value that the field at a path is chosen from."""
    known = leaf(path).words
    if word not in known:
        return word
    if AREA in known:
        return built_in().areas[word].heading
    try:
        return say(f"choice.{word}", language)
    except KeyError:
        return word


def called_options(path: str, language: str) -> tuple[str, ...]:
    """Return what a field is chosen from as the form calls it; none where it takes any words."""
    return tuple(called(path, word, language) for word in options(path, language))
