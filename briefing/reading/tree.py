"""YAML and JSON text into plain data with origins, by one road.

JSON is read as YAML after a strict check of its own, because YAML 1.2 contains it. Nodes are
used instead of finished objects: they know line and column, they keep `92.20` as written, and
they show keys that stand twice.

Two parsers give nodes. A text in which libyaml sees nothing out of the ordinary is read from its
nodes; any other is read from those of ruamel.yaml, which also says what is wrong and where.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable
from decimal import Decimal
from typing import Any

from briefing.findings import FieldPath, Finding, InputError, Origin
from briefing.patterns import Pattern
from briefing.reading.nodes import MAX_DEPTH, Node
from briefing.reading.source import FileData

try:
    from briefing.reading import quick
except ImportError:  # PyYAML can be built without libyaml
    quick = None  # type: ignore[assignment]

MAX_VALUES = 60_000
"""Values and groups of one input; no document has as many paragraphs."""

MAX_FAULTS = 1000
"""How many faults of one file are told at once."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_NUMBER = Pattern(r"[-+]?\d+(?:\.\d+)?", re.ASCII)


def read_json(text: str, file: str) -> FileData:
    """Return the data of a JSON text; raises InputError with every fault found."""
    try:
        # Numbers are read from the nodes; Python makes none of thousands of digits.
        json.loads(text, parse_int=str, parse_float=str)
    except RecursionError:
        raise InputError([Finding("input/too-deep", origin=Origin(file))]) from None
    except json.JSONDecodeError as error:
        origin = Origin(file, error.lineno, error.colno)
        raise InputError([Finding("json/syntax", origin=origin)]) from None
    # Outside of strings JSON may use tabs, which YAML does not know; inside it may not.
    return read_yaml(text.replace("\t", " "), file)


def read_yaml(text: str, file: str) -> FileData:
    """Return the data of a YAML text; raises InputError with every fault found."""
    return quick_source(text, file) or thorough_source(text, file)


def quick_source(text: str, file: str) -> FileData | None:
    """Return the data of a YAML text by libyaml, ``None`` if anything in it is out of order."""
    root = quick.quick_nodes(text) if quick else None
    if root is None or root.id != "mapping":
        return None
    try:
        return _QuickTree(file).source(root)
    except _DoubtError:
        return None


def thorough_source(text: str, file: str) -> FileData:
    """Return the data of a YAML text by ruamel.yaml; raises InputError with every fault found."""
    # Loading this parser takes longer than reading an input by the other.
    from briefing.reading.syntax import glued_key
    from briefing.reading.thorough import thorough_nodes

    root = thorough_nodes(text, file)
    if root is None or root.id != "mapping":
        glued = glued_key(text.splitlines())
        rule = "yaml/no-colon" if glued else "input/not-a-mapping"
        place = Origin(file, *glued) if glued else _place(root, file) if root else Origin(file)
        raise InputError([Finding(rule, origin=place)])
    return _Tree(file).source(root)


def _place(node: Node, file: str) -> Origin:
    mark = node.start_mark
    return Origin(file, mark.line + 1, mark.column + 1)


class _Tree:
    """One pass over the nodes of one text, gathering data, origins and faults."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._places: dict[FieldPath, Origin] = {}
        self._faults: list[Finding] = []
        self._seen: set[int] = set()

    def source(self, root: Node) -> FileData:
        data = self._value(root, ())
        if self._faults:
            raise InputError(self._faults)
        return FileData(data, self._places)

    def _fault(self, rule: str, node: Node, **values: object) -> None:
        self._faults.append(Finding(rule, origin=_place(node, self._file), values=values))
        if len(self._faults) == MAX_FAULTS:
            raise InputError(self._faults)

    def _value(self, node: Node, path: FieldPath) -> Any:
        if id(node) in self._seen:
            self._fault("yaml/alias", node)
            return None
        self._seen.add(id(node))
        if len(self._places) > MAX_VALUES:
            values = {"limit": f"{MAX_VALUES:_}".replace("_", " ")}
            place = _place(node, self._file)
            raise InputError([Finding("input/too-many-values", origin=place, values=values)])
        if path not in self._places:
            self._places[path] = _place(node, self._file)
        if len(path) > MAX_DEPTH:
            self._fault("input/too-deep", node)
            return None
        if node.id == "mapping":
            return self._mapping(node, path)
        if node.id == "sequence":
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: Node, path: FieldPath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        first: dict[Hashable, Node] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                self._fault("yaml/key-not-text", key_node)
                continue
            if key in first:
                line = first[key].start_mark.line + 1
                self._fault("input/duplicate-key", key_node, key=key, first=line)
                continue
            first[key] = key_node
            # A person looks for the key, so the value of a key is placed where its key stands.
            below = (*path, key)
            self._places[below] = _place(key_node, self._file)
            result[key] = self._value(value_node, below)
        return result

    def _key(self, node: Node) -> str | None:
        return _whole(node.value) if node.id == "scalar" else None

    def _scalar(self, node: Node, _path: FieldPath) -> Any:
        written = str(node.value)
        match str(node.tag).rpartition(":")[2]:
            case "int" if _INTEGER.fullmatch(written):
                return int(written) if len(written) < 30 else written
            case "float" if _NUMBER.fullmatch(written) and len(written) < 30:
                return Decimal(written)
            case "bool":
                return written.lower() == "true"
            case "null":
                return None
        return _whole(written)


class _DoubtError(Exception):
    """Something in a text is out of the ordinary, or out of order."""


class _QuickTree(_Tree):
    """The same from the nodes of libyaml, as long as ruamel.yaml would give the same.

    Nothing, where a key or an item is wanted, has another place there.
    """

    def _fault(self, rule: str, node: Node, **values: object) -> None:  # noqa: ARG002
        raise _DoubtError

    def _key(self, node: Node) -> str | None:
        if node.id != "scalar" or not (node.value or node.style):
            raise _DoubtError
        key: str = node.value
        return key

    def _scalar(self, node: Node, path: FieldPath) -> Any:
        if not (node.value or node.style) and (node.tag != "null" or isinstance(path[-1], int)):
            raise _DoubtError
        # In what libyaml gives, characters are whole.
        return node.value if node.tag == "str" else super()._scalar(node, path)


def _whole(written: str) -> str:
    """Return a text whose characters are whole.

    JSON writes those beyond the first plane as two escapes, which YAML keeps apart.
    """
    return written.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
