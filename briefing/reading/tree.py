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

MAX_DEPTH = 32
"""How deep groups and lists may lie inside each other; a report needs six."""

_PROBLEMS = (
    ("cannot start any token", "yaml/forbidden-character"),
    ("mapping values are not allowed", "yaml/colon-in-text"),
    ("could not find expected ':'", "yaml/no-colon"),
    ("expected <block end>", "yaml/indentation"),
    ("found unexpected end of stream", "yaml/open-quote"),
    ("expected ',' or", "yaml/open-bracket"),
    ("found undefined alias", "yaml/alias"),
)
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


def read_json(text: str, file: str) -> Source:
    """Return the data of a JSON text; raises InputError with every fault found."""
    try:
        json.loads(text)
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
            raise InputError([Finding("input/not-a-mapping", origin=self._origin(root))])
        data = self._value(root, ())
        if self._faults:
            raise InputError(self._faults)
        return Source(data, self._places)

    def _compose(self) -> Node | None:
        try:
            root: Node | None = YAML(typ="safe", pure=True).compose(self._text)
            return root
        except RecursionError:
            fault = Finding("input/too-deep", origin=Origin(self._file))
        except ReaderError as error:
            line = self._text[: error.position].count("\n") + 1
            fault = Finding(
                "yaml/forbidden-character",
                origin=Origin(self._file, line),
                values={"character": f"U+{ord(str(error.character)[:1]):04X}"},
            )
        except MarkedYAMLError as error:
            fault = self._syntax(error)
        except YAMLError:
            fault = Finding("yaml/syntax", origin=Origin(self._file))
        raise InputError([fault]) from None

    def _syntax(self, error: MarkedYAMLError) -> Finding:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        origin = Origin(self._file, line + 1, (mark.column if mark else 0) + 1)
        lines = self._text.splitlines()
        # An open quote or bracket is noticed at the end of the file; say where it was opened.
        if line >= len(lines) and error.context_mark:
            origin = Origin(self._file, error.context_mark.line + 1, error.context_mark.column + 1)
        written = lines[line] if line < len(lines) else ""
        indent = written[: len(written) - len(written.lstrip())]
        if "\t" in indent:
            column = indent.index("\t") + 1
            return Finding("yaml/tab", origin=Origin(self._file, line + 1, column))
        problem = error.problem or ""
        rule = next((rule for words, rule in _PROBLEMS if words in problem), "yaml/syntax")
        column = origin.column or 1
        return Finding(rule, origin=origin, values={"character": written[column - 1 : column]})

    def _origin(self, node: Node | None) -> Origin:
        if node is None:
            return Origin(self._file)
        return Origin(self._file, node.start_mark.line + 1, node.start_mark.column + 1)

    def _fault(self, rule: str, node: Node, **values: object) -> None:
        self._faults.append(Finding(rule, origin=self._origin(node), values=values))

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
            key = key_node.value if isinstance(key_node, ScalarNode) else None
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
        # JSON writes characters beyond the first plane as two escapes, which YAML keeps apart.
        return written.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
