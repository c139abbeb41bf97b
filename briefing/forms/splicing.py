"""One value of an input replaced where it stands: no other sign of the file is written anew.

This is how most of what is typed goes into a file, and quicker than to write all of it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from briefing.findings import FieldPath
from briefing.values import record

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_ENDS = ("\n", "\r", "\x85", "\u2028", "\u2029")


def spliced(content: str, path: FieldPath, value: Any) -> str | None:
    """Return a text (YAML) with another value in place of the one at a path.

    ``None`` where no single value stands there on one line, and where the text would not say the
    same but for it.
    """
    from briefing.forms.rewritten import token  # every command reads, few of them write

    before = _values(content)
    old = before.get(path)
    if old is None or not old.on_one_line or any(end in str(value) for end in _LINE_ENDS):
        return None
    new = token(value, inline=old.inline)
    after = content[: old.start] + new + content[old.end :]
    now = _values(after)
    if path not in now or now[path].end != old.start + len(new):
        return None
    said = "true" if value is True else "false" if value is False else str(value)
    wanted = {at: one.said for at, one in before.items()} | {path: said}
    return after if wanted == {at: one.said for at, one in now.items()} else None


@record
class _Value:
    """A single value in a text, from one position to another.

    One that is ``inline`` lies within braces or brackets.
    """

    said: str
    start: int
    end: int
    on_one_line: bool
    inline: bool


@dataclass(slots=True)
class _Open:
    """A group or a list that is not closed yet; of a group, the key whose value comes next."""

    path: FieldPath
    is_group: bool
    inline: bool
    key: str | None = None
    count: int = 0

    def step(self) -> FieldPath:
        """Return the path of the next value."""
        step, self.key, self.count = self.key, None, self.count + 1
        return (*self.path, self.count - 1 if step is None else step)


def said_in(text: str) -> dict[FieldPath, str]:
    """Return what a text says at its paths; nothing of a text that is odd or faulty."""
    return {path: one.said for path, one in _values(text).items()}


class _OddError(Exception):
    """What one place says another may say as well: an anchor, a tag, a key that stands twice."""


def _values(text: str) -> dict[FieldPath, _Value]:
    """Return the single values of a text by their paths; none of a text that is odd or faulty."""
    found: dict[FieldPath, _Value] = {}
    try:
        for path, value in _walked(text):
            if path in found:
                raise _OddError
            found[path] = value
    except (yaml.YAMLError, _OddError):
        return {}
    return found


def _walked(text: str) -> Iterator[tuple[FieldPath, _Value]]:
    # Without recursion: nobody knows yet how deep a text goes.
    above: list[_Open] = []
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, CollectionEndEvent):
            above.pop()
        elif not isinstance(event, NodeEvent):
            continue
        elif isinstance(event, AliasEvent) or event.anchor or getattr(event, "tag", None):
            raise _OddError
        elif isinstance(event, ScalarEvent):
            if not above:
                raise _OddError
            if above[-1].is_group and above[-1].key is None:
                above[-1].key = event.value
            else:
                yield above[-1].step(), _value(event, inline=above[-1].inline)
        elif isinstance(event, CollectionStartEvent):
            if above and above[-1].is_group and above[-1].key is None:
                raise _OddError
            path = above[-1].step() if above else ()
            above.append(_Open(path, isinstance(event, MappingStartEvent), bool(event.flow_style)))


def _value(event: ScalarEvent, *, inline: bool) -> _Value:
    start: Any = event.start_mark
    end: Any = event.end_mark
    block = event.style in ("|", ">")
    return _Value(event.value, start.index, end.index, start.line == end.line and not block, inline)
