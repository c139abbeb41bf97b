"""The nodes of a YAML text as ruamel.yaml sees them, or the finding that says what is wrong."""

from __future__ import annotations

import re

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from briefing.findings import Finding, InputError, Origin
from briefing.reading.conflicts import conflict_line
from briefing.reading.deep import ShallowComposer, ShallowScanner, TooDeepError
from briefing.reading.nodes import Node
from briefing.reading.syntax import locate

_BEYOND = re.compile(r"\\U(?!00(?:0|10))([0-9A-Fa-f]{8})")


def thorough_nodes(text: str, file: str) -> Node | None:
    """Return the nodes of a text, ``None`` if it is empty; raises InputError with one finding."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner, yaml.Composer = ShallowScanner, ShallowComposer
    # An alias is a fault of its own; the parser would only talk of anchors beside the findings.
    yaml.composer.warn_double_anchors = False
    try:
        root: Node | None = yaml.compose(text)
        return root
    except TooDeepError as error:
        place = Origin(file, error.mark.line + 1, error.mark.column + 1)
        fault = Finding("input/too-deep", origin=place)
    except ReaderError as error:
        fault = _forbidden(error, text, file)
    except MarkedYAMLError as error:
        left = conflict_line(text)
        conflict = Finding("input/conflict", origin=Origin(file, left)) if left else None
        fault = conflict or _syntax(error, text, file)
    except YAMLError:
        fault = Finding("yaml/syntax", origin=Origin(file))
    except (ValueError, OverflowError):
        fault = _beyond(text, file)
    raise InputError([fault]) from None


def _forbidden(error: ReaderError, text: str, file: str) -> Finding:
    character = error.character
    code = character if isinstance(character, int) else ord(character[:1] or b"\0")
    return _character(text, file, error.position, f"{code:04X}")


def _beyond(text: str, file: str) -> Finding:
    """Return the finding of an escape that names more than the last character there is."""
    escape = _BEYOND.search(text)
    if escape is None:
        return Finding("yaml/syntax", origin=Origin(file))
    return _character(text, file, escape.start(), escape[1].upper())


def _character(
    text: str, file: str, position: int, code: str, rule: str = "yaml/control-character"
) -> Finding:
    before = text[:position]
    column = position - (before.rfind("\n") + 1) + 1
    origin = Origin(file, before.count("\n") + 1, column)
    return Finding(rule, origin=origin, values={"character": f"U+{code}"})


# They end a line for the parser and for no editor, so that a remark goes on as data.
_UNSEEN_BREAK = re.compile("[\x85\u2028\u2029]")


def _syntax(error: MarkedYAMLError, text: str, file: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    start = text.rfind("\n", 0, mark.index) + 1 if mark else 0
    unseen = _UNSEEN_BREAK.search(text, start, mark.index + 1) if mark else None
    if unseen:
        code = f"{ord(unseen[0]):04X}"
        return _character(text, file, unseen.start(), code, "yaml/unseen-break")
    lines = text.splitlines()
    rule, line, column = locate(error, lines)
    written = lines[line - 1] if line <= len(lines) else ""
    values = {"character": written[column - 1 : column]}
    return Finding(rule, origin=Origin(file, line, column), values=values)
