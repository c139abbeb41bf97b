"""How a subject, a place or a sentence goes on inside another sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from briefing.program_data import table_beside
from briefing.vietnamese.text import lower_first

_WORD = re.compile(r"\w+")


@cache
def _words() -> Mapping[str, Any]:
    tables = table_beside(__file__, "phrases.toml")
    # What a text begins with is looked for among all words at once, which takes a tuple.
    return {name: tuple(said) if isinstance(said, list) else said for name, said in tables.items()}


def outcome(subject: str) -> str:
    """Return what a report on a subject gives: ``kết quả công tác …``, or of carrying it out.

    Work has results itself; tasks, plans and resolutions have those of being carried out. A state
    of things has none: it is told itself.
    """
    if _begins(subject, "told_themselves"):
        return subject
    between = "thực hiện " if _begins(subject, "carried_out") else ""
    return "kết quả " + between + subject


def carried_out(subject: str) -> str:
    """Return a subject as it is summed up: a document is so only as it was carried out."""
    plain = not _begins(subject, "carried_out") or _begins(subject, "summed_up_themselves")
    return subject if plain else "thực hiện " + subject


def placed(where: str) -> str:
    """Return where a model runs, to be put behind its name or number with all that goes between.

    What is done to it is said in the passive, a place takes its preposition.
    """
    if _begins(where, "beside_names", whole=False):
        return " " + where
    if _begins(where, "done_to_models"):
        return " được " + lower_first(where)
    named = bool(re.match(r"[A-ZĐ]\w* [A-ZĐ]", where))
    if named or where[:1].isdigit() or _begins(where, "places"):
        return " tại " + where
    return ", " + where


def continued(text: str) -> str:
    """Return a sentence as it goes on after other words: a small letter, unless a name begins."""
    if _begins(text, "names"):
        return text
    words = _WORD.findall(text[:80])
    # Two capitals in a row begin a name of more than one word.
    return text if len(words) > 1 and words[1][:1].isupper() else lower_first(text)


def contrasted(text: str) -> str:
    """Return a limitation as it is set against results: ``Tuy nhiên, …``, unless it is already."""
    return text if _begins(text, "contrasts") else "Tuy nhiên, " + continued(text)


def told(topic: str) -> str:
    """Return what a speaker's verb is about, with what goes before it: ``, thời gian tới, …``."""
    return (", " if _begins(topic, "times_ahead", whole=False) else " ") + topic


def praised(words: str) -> str:
    """Return a speaker's praise behind the speaker: what is praised takes its verb."""
    return "ghi nhận " + continued(words) if _begins(words, "praised_for", whole=False) else words


def deserved(merit: str) -> str:
    """Return why somebody is awarded, behind whom: ``có thành tích trong công tác …``."""
    if _begins(merit, "merits"):
        return "có " + continued(merit)
    if _begins(merit, "deserved_within", whole=False):
        return "có thành tích " + continued(merit)
    between = "có thành tích trong " if _begins(merit, "deserved_in") else ""
    return between + continued(merit)


def sets_tasks(verb: str) -> bool:
    """Say whether a speaker with this verb asks for something: an assessment is no task."""
    return any(
        re.search(rf"(?<!\w){word}(?!\w)", verb.lower()) for word in _words()["setting_tasks"]
    )


def _begins(text: str, table: str, *, whole: bool = True) -> bool:
    """Say whether a text begins with words of a table; ``whole`` ones end where theirs do."""
    small, openings = text.lower(), _words()[table]
    # Most texts begin with none of them.
    return small.startswith(openings) and any(
        small.startswith(words) and not (whole and small[len(words) : len(words) + 1].isalnum())
        for words in openings
    )
