"""The nodes of a YAML text as libyaml sees them: YAML 1.1, but in C, thirty times faster.

Nothing is taken from it that a parser of YAML 1.2 would read otherwise.
"""

from __future__ import annotations

import re
from typing import Any

from yaml import ScalarNode, YAMLError
from yaml._yaml import CParser

from briefing.reading.nodes import Node

TAGS = frozenset(("null", "bool", "int", "float", "str", "group"))
"""What nodes are marked with here; any other tag was written into the text."""

_DEEPEST = 64
"""How deep nodes may lie: libyaml's are composed on the stack of C, which ends without a word."""

# Blanks and line ends that changed between YAML 1.1 and 1.2; directives; ends of documents.
_APART = ("\t", "\x85", "\u2028", "\u2029", "\ufeff", "\n%", "\r%", "\n...", "\r...")
_APART_AT_THE_START = ("%", "...")

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")


def quick_nodes(text: str) -> Node | None:
    """Return the nodes of a text, ``None`` where libyaml refuses it or is not to be asked."""
    if text.startswith(_APART_AT_THE_START) or any(sign in text for sign in _APART):
        return None
    try:
        root: Any = _Composer(text).get_single_node()
    except (YAMLError, RecursionError, UnicodeError):
        return None
    found: Node | None = root
    return found


class _Composer(CParser):
    """libyaml, with the types of YAML 1.2 for its scalars."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def resolve(self, kind: type, value: str, implicit: tuple[bool, bool]) -> str:
        """Return the type of a node whose tag was not written; the parser calls this."""
        if kind is not ScalarNode:
            return "group"
        if not implicit[0]:
            return "str"
        if value in _NULLS:
            return "null"
        if value in _BOOLEANS:
            return "bool"
        number = _NUMBER.fullmatch(value)
        if number is None:
            return "str"
        return "float" if number[1] else "int"

    def descend_resolver(self, _parent: Node | None, _index: Any) -> None:
        """Count the depth; the parser calls this before it composes a node."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise RecursionError

    def ascend_resolver(self) -> None:
        """Count the depth; the parser calls this after it has composed a node."""
        self._depth -= 1
