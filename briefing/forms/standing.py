"""Entries of an input taken away, moved and added as the lines they stand on.

No other line of the file is written anew. What is made is read again, and must say the same as
before but for the change: where it does not, and of odd files, there is no answer here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from briefing.findings import FieldPath
from briefing.forms.splicing import LOADER, said_in
from briefing.values import record

_DASH = re.compile(r"-[ \t]+$")
_COMMENT = re.compile(r"[ \t]*#")

TextsByFile = dict[FieldPath, str]


def without(content: str, path: FieldPath) -> str | None:
    """Return a text (YAML) without what stands at a path, and the groups that this leaves empty.

    Comments behind it stay: they speak of what follows.
    """
    found = _found(content, path)
    while found and found.at is not None and found.path and len(found.node.value) == 1:
        found = _found(content, found.path)
    return _checked(content, found, _without, _said_without)


def moved(content: str, path: FieldPath, to: int) -> str | None:
    """Return a text (YAML) in which an entry of a list has another position.

    The comments right above an entry go with it.
    """
    return _checked(
        content,
        _found(content, path),
        lambda text, found: _moved(text, found, to),
        lambda said, found: _said_moved(said, found, to),
    )


def added(
    content: str, path: FieldPath, value: Any, place: Callable[[Sequence[str], FieldPath], int]
) -> str | None:
    """Return a text (YAML) with a value at a path where nothing stands yet.

    ``place`` says at which position of the keys of a group a path joins them.
    """
    from briefing.forms.rewritten import lines_of  # every command reads, few of them write

    before, found = said_in(content), _found(content, path)
    if not before or found is None or found.rest == () or found.at is not None:
        return None
    below: Any = value
    for step in reversed(found.rest[1:]):
        below = [below] if isinstance(step, int) else {step: below}
    spot = found.spot(content, place)
    if spot is None:
        return None
    new = lines_of(found.rest[0], below, spot.indent)
    new = new.replace("\n", "\r\n") if "\r\n" in content else new
    after = f"{_ended(content[: spot.index])}{new}{content[spot.index :]}"
    wanted = before | {path: "true" if value is True else "false" if value is False else str(value)}
    return after if said_in(after) == wanted else None


@record
class _Spot:
    """Where lines can be put, and how far they are indented there."""

    index: int
    indent: int


@record
class _Found:
    """How far a path leads: the last group or list, the position in it, and the steps beyond.

    ``at`` is ``None`` where the next step leads to nothing.
    """

    node: CollectionNode
    path: FieldPath
    at: int | None
    rest: FieldPath

    def start(self, at: int, content: str) -> int | None:
        """Return where an entry begins: its key, or its dash."""
        entry = self.node.value[at]
        if isinstance(self.node, MappingNode):
            return _index(entry[0].start_mark)
        dash = _DASH.search(content, 0, _index(entry.start_mark))
        return dash.start() if dash else None

    def end(self, at: int, content: str) -> int:
        """Return where the lines of an entry end."""
        entry = self.node.value[at]
        end = _end(entry[1] if isinstance(self.node, MappingNode) else entry, content)
        if isinstance(self.node, MappingNode):
            end = max(end, _index(entry[0].end_mark))
        if content[end - 1 : end] == "\n":
            return end
        line_end = content.find("\n", end)
        return len(content) if line_end < 0 else line_end + 1

    def spot(self, content: str, place: Callable[[Sequence[str], FieldPath], int]) -> _Spot | None:
        """Return where a new entry comes: right behind the one before it."""
        entries, step = self.node.value, self.rest[0]
        if isinstance(self.node, MappingNode) and isinstance(step, str):
            at = place([key.value for key, _ in entries], (*self.path, step))
        elif isinstance(self.node, SequenceNode) and step == len(entries):
            at = len(entries)
        else:
            return None
        start = self.start(0, content) if at and not self.node.flow_style else None
        if start is None:
            return None
        return _Spot(self.end(at - 1, content), start - _line_start(content, start))


def _found(content: str, path: FieldPath) -> _Found | None:
    """Return how far a path leads in a text; ``None`` where that is no text of groups and lists."""
    try:
        node = yaml.compose(content, LOADER)
    except yaml.YAMLError:
        return None
    for done, step in enumerate(path):
        if not isinstance(node, CollectionNode):
            return None
        at = _position(node, step)
        if at is None or done == len(path) - 1:
            return _Found(node, path[:done], at, path[done:])
        node = node.value[at][1] if isinstance(node, MappingNode) else node.value[at]
    return None


def _position(node: CollectionNode, step: str | int) -> int | None:
    if isinstance(node, MappingNode):
        keys = [key.value for key, _ in node.value]
        return keys.index(step) if step in keys else None
    return step if isinstance(step, int) and step < len(node.value) else None


def _checked(
    content: str,
    found: _Found | None,
    change: Callable[[str, _Found], str | None],
    wanted: Callable[[TextsByFile, _Found], TextsByFile],
) -> str | None:
    """Return a changed text that says what is wanted, and nothing else."""
    before = said_in(content)
    if not before or found is None or found.at is None or found.node.flow_style:
        return None
    after = change(_ended(content), found)
    return after if after and said_in(after) == wanted(before, found) else None


def _without(content: str, found: _Found) -> str | None:
    at = found.at or 0
    start, end = found.start(at, content), found.end(at, content)
    if start is None:
        return None
    line = _line_start(content, start)
    if not content[line:start].strip():
        before, behind = content[:line], content[end:]
        return before + (behind[1:] if before.endswith("\n\n") and behind[:1] == "\n" else behind)
    following = found.start(at + 1, content) if at + 1 < len(found.node.value) else None
    if following is None:
        return None
    # The next key comes behind the dash; what stands between the two stays above.
    between = content[end : _line_start(content, following)]
    return content[:line] + between + content[line:start] + content[following:]


def _said_without(said: TextsByFile, found: _Found) -> TextsByFile:
    at, length = found.at or 0, len(found.path)
    kept = {}
    for path, text in said.items():
        new = path
        if path[:length] == found.path:
            step = path[length]
            if step == found.rest[0]:
                continue
            if isinstance(step, int) and step > at:
                new = (*found.path, step - 1, *path[length + 1 :])
        kept[new] = text
    return kept


def _moved(content: str, found: _Found, to: int) -> str | None:
    count = len(found.node.value)
    if not isinstance(found.node, SequenceNode) or not 0 <= to < count:
        return None
    ends = [found.end(at, content) for at in range(count)]
    starts = []
    for at in range(count):
        start = found.start(at, content)
        if start is None or content[_line_start(content, start) : start].strip():
            return None
        starts.append(_with_comments(content, start, ends[at - 1] if at else 0))
    entries = [content[start:end] for start, end in zip(starts, ends, strict=True)]
    gaps = [content[end:start] for end, start in zip(ends, [*starts[1:], ends[-1]], strict=True)]
    entries.insert(to, entries.pop(found.at or 0))
    made = "".join(f"{entry}{gap}" for entry, gap in zip(entries, gaps, strict=True))
    return content[: starts[0]] + made + content[ends[-1] :]


def _said_moved(said: TextsByFile, found: _Found, to: int) -> TextsByFile:
    order = list(range(len(found.node.value)))
    order.insert(to, order.pop(found.at or 0))
    length = len(found.path)
    places: Mapping[Any, int] = {old: new for new, old in enumerate(order)}
    return {
        (*found.path, places[path[length]], *path[length + 1 :])
        if path[:length] == found.path
        else path: text
        for path, text in said.items()
    }


def _with_comments(content: str, start: int, least: int) -> int:
    """Return where the comments right above an entry begin."""
    line = _line_start(content, start)
    while line > least:
        above = _line_start(content, line - 1)
        if above < least or not _COMMENT.match(content, above, line):
            break
        line = above
    return line


def _end(node: Node, content: str) -> int:
    """Return where the last sign of a node stands; comments behind a group are not its own."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        if isinstance(node, SequenceNode):
            return _end(last, content)
        return max(_index(last[0].end_mark), _end(last[1], content))
    if isinstance(node, ScalarNode) and not node.value and node.style is None:
        return 0  # nothing stands there
    end = _index(node.end_mark)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        return len(content[:end].rstrip()) + 1
    return end


def _line_start(content: str, index: int) -> int:
    return content.rfind("\n", 0, index) + 1


def _ended(content: str) -> str:
    return content if not content or content.endswith("\n") else f"{content}\n"


def _index(mark: Any) -> int:
    return int(mark.index)
