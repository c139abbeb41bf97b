"""YAML and JSON text into plain data with origins, by one road.

JSON is read as YAML after a strict check of its own, because YAML 1.2 contains it. Nodes are
used instead of finished objects: they know line and column, they keep `92.20` as written, and
they show keys that stand twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable
from decimal import Decimal
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from briefing.findings import Finding, InputError, Origin, Path
from briefing.reading.source import Source
from briefing.reading.syntax import glued_key, locate

MAX_DEPTH = 32
"""How deep groups and lists may lie inside each other; a report needs six."""

MAX_FAULTS = 1000
"""How many faults of one file are told at once."""

_BEYOND = re.compile(r"\\U(?!00(?:0|10))([0-9A-Fa-f]{8})")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII)


def read_json(text: str, file: str) -> Source:
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


def read_yaml(text: str, file: str) -> Source:
    """Return the data of a YAML text; raises InputError with every fault found."""
    return _Tree(text, file).source()


class _Tree:
    """One pass over the nodes of one text, gathering data, origins and faults."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._places: dict[Path, Origin] = {}
        self._faults: list[Finding] = []
        self._seen: set[int] = set()

    def source(self) -> Source:
        root = self._compose()
        if not isinstance(root, MappingNode):
            glued = glued_key(self._text.splitlines())
            rule = "yaml/no-colon" if glued else "input/not-a-mapping"
            origin = Origin(self._file, *glued) if glued else self._origin(root)
            raise InputError([Finding(rule, origin=origin)])
        data = self._value(root, ())
        if self._faults:
            raise InputError(self._faults)
        return Source(data, self._places)

    def _compose(self) -> Node | None:
        yaml = YAML(typ="safe", pure=True)
        # An alias is a fault of its own; the parser would only talk of anchors beside the findings.
        yaml.composer.warn_double_anchors = False
        try:
            root: Node | None = yaml.compose(self._text)
            return root
        except RecursionError:
            fault = Finding("input/too-deep", origin=Origin(self._file))
        except ReaderError as error:
            fault = self._forbidden(error)
        except MarkedYAMLError as error:
            fault = self._syntax(error)
        except YAMLError:
            fault = Finding("yaml/syntax", origin=Origin(self._file))
        except (ValueError, OverflowError):
            fault = self._beyond()
        raise InputError([fault]) from None

    def _forbidden(self, error: ReaderError) -> Finding:
        character = error.character
        code = character if isinstance(character, int) else ord(character[:1] or b"\0")
        return self._character(error.position, f"{code:04X}")

    def _beyond(self) -> Finding:
        """Return the finding of an escape that names more than the last character there is."""
        escape = _BEYOND.search(self._text)
        if escape is None:
            return Finding("yaml/syntax", origin=Origin(self._file))
        return self._character(escape.start(), escape[1].upper())

    def _character(self, position: int, code: str) -> Finding:
        before = self._text[:position]
        column = position - (before.rfind("\n") + 1) + 1
        origin = Origin(self._file, before.count("\n") + 1, column)
        return Finding("yaml/control-character", origin=origin, values={"character": f"U+{code}"})

    def _syntax(self, error: MarkedYAMLError) -> Finding:
        rule, line, column = locate(error, self._text.splitlines())
        lines = self._text.splitlines()
        written = lines[line - 1] if line <= len(lines) else ""
        values = {"character": written[column - 1 : column]}
        return Finding(rule, origin=Origin(self._file, line, column), values=values)

    def _origin(self, node: Node | None) -> Origin:
        if node is None:
            return Origin(self._file)
        return Origin(self._file, node.start_mark.line + 1, node.start_mark.column + 1)

    def _fault(self, rule: str, node: Node, **values: object) -> None:
        self._faults.append(Finding(rule, origin=self._origin(node), values=values))
        if len(self._faults) == MAX_FAULTS:
            raise InputError(self._faults)

    def _value(self, node: Node, path: Path) -> Any:
        if id(node) in self._seen:
            self._fault("yaml/alias", node)
            return None
        self._seen.add(id(node))
        self._places.setdefault(path, self._origin(node))
        if len(path) > MAX_DEPTH:
            self._fault("input/too-deep", node)
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        first: dict[Hashable, Node] = {}
        for key_node, value_node in node.value:
            key = _whole(key_node.value) if isinstance(key_node, ScalarNode) else None
            if key is None:
                self._fault("yaml/key-not-text", key_node)
                continue
            if key in first:
                line = first[key].start_mark.line + 1
                self._fault("input/duplicate-key", key_node, key=key, first=line)
                continue
            first[key] = key_node
            # A person looks for the key, so the value of a key is placed where its key stands.
            self._places[(*path, key)] = self._origin(key_node)
            result[key] = self._value(value_node, (*path, key))
        return result

    def _scalar(self, node: Node) -> Any:
        written = str(node.value)
        match str(node.tag).rpartition(":")[2]:
            case "int" if written.isascii() and written.lstrip("+-").isdigit():
                return int(written) if len(written) < 30 else written
            case "float" if _NUMBER.fullmatch(written) and len(written) < 30:
                return Decimal(written)
            case "bool":
                return written.lower() == "true"
            case "null":
                return None
        return _whole(written)


def _whole(written: str) -> str:
    """Return a text whose characters are whole.

    JSON writes those beyond the first plane as two escapes, which YAML keeps apart.
    """
    return written.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
