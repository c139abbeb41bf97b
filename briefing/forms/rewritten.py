"""An input as YAML that can be changed: numbers stay as written, and so does what nobody changed.

ruamel.yaml puts a file into an order of its own when it writes it: other indents, lines joined,
comments inside braces gone, numbers through binary fractions. What is taken from it is only where
an edit changed something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.representer import RoundTripRepresenter

from briefing.lines import changes, common

_WIDTH = 100_000
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_NUMBERS = {name: f"tag:yaml.org,2002:{name}" for name in ("int", "float")}


class WrittenNumber(str):
    """A number as it is written: ``92.20`` says how exactly a rate is known."""

    __slots__ = ()


class _Constructor(RoundTripConstructor):
    def construct_written(self, node: Any) -> WrittenNumber:
        """Return a number as it is written."""
        return WrittenNumber(self.construct_scalar(node))


class _Representer(RoundTripRepresenter):
    def represent_written(self, number: WrittenNumber) -> Any:
        """Return a number as the file has it, which YAML takes for one without a tag."""
        tag = _NUMBERS["int" if str(number).isdecimal() else "float"]
        found = self.represent_scalar(tag, str(number), style="")
        # Without a tag: whatever YAML takes it for, it was taken for that before.
        found.ctag = self.serializer.resolver.resolve(type(found), str(number), (True, False))
        return found


for _tag in _NUMBERS.values():
    _Constructor.add_constructor(_tag, _Constructor.construct_written)
_Representer.add_representer(WrittenNumber, _Representer.represent_written)


def with_changes(content: str, change: Callable[[Any], None]) -> str:
    """Return the text of an input whose data was changed by a function, the rest as it was."""
    own = _LINE.findall(content.removeprefix("\ufeff"))
    bare = [line.rstrip("\r\n") for line in own]
    yaml = _yaml()
    text = "\n".join([*bare, ""])
    root = _root(yaml, text)
    before = _dumped(yaml, root)
    change(root)
    after = _dumped(yaml, root)
    merged = "\n".join([*_merged(bare, before.splitlines(), after.splitlines()), ""])
    if before != text and not _says(merged, after):
        merged = after
    ending = "\r\n" if own and own[0].endswith("\r\n") else "\n"
    mark = "\ufeff" if content.startswith("\ufeff") else ""
    return mark + merged.replace("\n", ending)


def as_changed(content: str, change: Callable[[Any], None]) -> None:
    """Let a function change the data of an input, of which no text is asked for."""
    lines = [line.rstrip("\r\n") for line in _LINE.findall(content.removeprefix("\ufeff"))]
    change(_root(_yaml(), "\n".join([*lines, ""])))


def token(value: Any, *, inline: bool) -> str:
    """Return how a value is written by itself; ``inline`` within braces or brackets."""
    yaml, group = _yaml(), CommentedMap({"k": value})
    if inline:
        group.fa.set_flow_style()
    written = _dumped(yaml, group).strip()
    return (written[1:-1] if inline else written).removeprefix("k:").strip()


def lines_of(step: str | int, value: Any, indent: int) -> str:
    """Return the lines of a new entry of a group, by its key, or of a list."""
    yaml = _yaml()
    if isinstance(step, str):
        written, shift = _dumped(yaml, CommentedMap({step: value})), 0
    else:
        # Lists are written two signs to the right of what holds them.
        written, shift = _dumped(yaml, CommentedMap({"k": [value]})).partition("\n")[2], 2
    lines = written.splitlines(keepends=True)
    return "".join(f"{' ' * indent}{line[shift:]}" for line in lines)


def _root(yaml: YAML, text: str) -> Any:
    root = yaml.load(text)
    return CommentedMap() if root is None else root


def _says(merged: str, after: str) -> bool:
    """Say whether a merged text says the same as what ruamel.yaml wrote, comments included."""
    yaml = _yaml()
    try:
        return _dumped(yaml, yaml.load(merged)) == after
    except YAMLError:
        return False


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Constructor, yaml.Representer = _Constructor, _Representer
    yaml.width = _WIDTH
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(yaml: YAML, root: Any) -> str:
    out = StringIO()
    yaml.dump(root, out)
    return out.getvalue()


@dataclass(slots=True)
class _Stretch:
    """Lines of ``before`` that became lines of ``after``, each from one position to another."""

    start: int
    end: int
    start_after: int
    end_after: int


def _merged(own: Sequence[str], before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Yield the own lines, and those of ``after`` where it is no longer as ``before``."""
    places = dict(common(before, own))
    last = 0
    for stretch in _stretches(before, after, places):
        at, length = stretch.start, stretch.end - stretch.start
        start = places[at - 1] + 1 if at - 1 in places else places.get(at, 0)
        if length and at in places:
            start = places[at]
        at = stretch.end
        end = places.get(at, len(own))
        if at - 1 in places:
            end = max(start, places[at - 1] + 1)
        yield from own[last:start]
        yield from after[stretch.start_after : stretch.end_after]
        last = start if not length else end
    yield from own[last:]


def _stretches(
    before: Sequence[str], after: Sequence[str], places: Mapping[int, int]
) -> list[_Stretch]:
    """Return what changed, each widened until both its ends have a place in the own lines."""
    found: list[_Stretch] = []
    for ends in changes(before, after):
        one = _Stretch(*ends)
        while one.start and one.start not in places and one.start - 1 not in places:
            one.start, one.start_after = one.start - 1, one.start_after - 1
        while one.end < len(before) and one.end not in places and one.end - 1 not in places:
            one.end, one.end_after = one.end + 1, one.end_after + 1
        if found and one.start < found[-1].end:
            found[-1].end, found[-1].end_after = one.end, one.end_after
        else:
            found.append(one)
    return found
