"""What changes make of a file, what became of them, and what of it can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from briefing.findings import FieldPath
from briefing.forms import Edit
from briefing.officer.ways import Way
from briefing.values import record

ONE_STEP = 2.0
"""Seconds: what is typed into the same fields without a longer rest is taken back at once."""

UNDONE = 100
"""How many changes can be taken back."""

UNDONE_SIGNS = 2_000_000
"""How many characters are kept for that; of a large input fewer changes can be taken back."""


class BeingWritten(Exception):  # noqa: N818 - nothing went wrong; another program is at work
    """Another program writes the file again and again: nothing was changed in it."""


@record
class Clash:
    """A change that was not written, by its place among those that were asked for.

    Its field shows something else ``now`` than the change began with, or is ``gone``: what its path
    led to was taken away.
    """

    at: int
    path: FieldPath
    now: str = ""
    gone: bool = False


@record
class Changed:
    """What became of changes.

    ``moved`` says that the form has other fields now, ``made`` the names of new entries by their
    paths, ``shown`` what the fields that were written show; ``clashes`` were not written.
    ``before`` tells the state that was changed, ``after`` the one that they made: a page that
    shows another than the first has not seen all that somebody else wrote, and ``came`` are the
    ways that entries went by that. ``places`` are those of entries that the changes moved, renamed
    and took away. Paths are those behind both.
    """

    moved: bool
    made: dict[FieldPath, str]
    shown: list[tuple[FieldPath, str]]
    clashes: list[Clash]
    before: str
    after: str
    came: tuple[Way, ...] = ()
    places: tuple[Way, ...] = ()


@record
class Plan:
    """What changes make of a file: its text, data and digest before, and its text after."""

    before: str
    data: dict[str, Any]
    digest: str
    made: dict[FieldPath, str]
    clashes: list[Clash]
    edits: list[Edit]
    after: str
    came: tuple[Way, ...]
    places: tuple[Edit, ...]

    @property
    def typed_into(self) -> tuple[FieldPath, ...]:
        """The fields that were typed into."""
        return tuple(one.path for one in self.edits if one.to is None)


@record
class Step:
    """What can be taken back: the text before, the digest of that after, the fields typed into.

    ``places`` are the entries that changed theirs, as in ``Plan``.
    """

    before: str
    after: str
    fields: tuple[FieldPath, ...]
    at: float
    places: tuple[Edit, ...] = ()

    def goes_on(self, last: Step) -> bool:
        """Say whether the same fields were typed into on top of the last step, without a rest."""
        same = bool(self.fields) and self.fields == last.fields
        return same and last.after == digest_of(self.before) and self.at - last.at < ONE_STEP


def digest_of(text: str) -> str:
    """Return what tells a text from others."""
    return sha256(text.encode("utf-8")).hexdigest()


def with_step(steps: Iterable[Step], step: Step) -> list[Step]:
    """Return what can be taken back after one more change."""
    found = list(steps)
    if found and step.goes_on(found[-1]):
        last = found.pop()
        places = (*last.places, *step.places)
        step = Step(last.before, step.after, step.fields, step.at, places)
    found = [*found, step][-UNDONE:]
    while sum(len(one.before) for one in found[:-1]) > UNDONE_SIGNS:
        del found[0]
    return found
