"""What the page of a pack says: differences and findings in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.findings import FieldPath, Finding, label, say
from briefing.officer.trial import Files
from briefing.templating.block import block_texts

_TABLES = ("issuers", "signers", "headings", "kinds", "abbreviations", "bodies", "areas")
_NAMES_LISTED = re.compile(r"“briefing template show [^”]*”")
_IN_ORDER = ("figures_annex", "sections")
_AS_IN_INPUTS = {"issuers": "issuer", "signers": "signature"}


def differences_told(
    found: Iterable[tuple[FieldPath, Any, Any]], language: str
) -> list[tuple[str, str, str]]:
    """Return each difference as what it is called, what is inherited, what the pack says."""
    return [
        (called(path, language), _said(inherited, language), _said(own, language))
        for path, own, inherited in found
    ]


def called(path: FieldPath, language: str) -> str:
    """Return what people call what a pack says at a path."""
    top, *rest = (str(step) for step in path)
    if top in _TABLES and rest:
        table = _AS_IN_INPUTS.get(top, top)
        inside = label(f"{table}.{rest[1]}", language) if len(rest) > 1 else ""
        names = [label(table, language), rest[0], *([inside] if inside else [])]
        return " › ".join(names)
    if top in _IN_ORDER and rest:
        said = say(f"pack.{top}_in_order", language)
        return f"{said} › {rest[-1]}" if rest[-1] != "columns" else said
    if top == "recipients" and len(rest) > 1:
        return label(f"{top}.{rest[0]}", language)
    return label(".".join((top, *rest)), language)


def _said(value: Any, language: str) -> str:
    match value:
        case None:
            return "–"
        case False:
            return say("pack.left_out", language)
        case True:
            return say("sheet.yes", language)
        case list():
            return "; ".join(str(one) for one in value)
    return str(value)


def finding_told(
    found: Finding, language: str, path: str = "", starts: int | None = None
) -> dict[str, Any]:
    """Return a finding as the page shows it.

    ``path`` is what the pack says there, ``starts`` the line of the tag of the block that is shown.
    """
    data = found.as_data(language)
    line = data["line"]
    name = _name_of(data["file"])
    place = f"{name}:{line}" if line else name
    if path:
        place = called(tuple(path.split(".")), language)
    elif starts is not None and line and line >= starts:
        place = say("page.line_of_block", language, line=max(line - starts, 1))
    return {**_words(data, language), "place": place, "path": path}


def as_told(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a finding on a report that was tried as the page of the pack shows it."""
    name = _name_of(data["file"])
    place = f"{name}:{data['line']}" if data["line"] else name
    keys = ("severity", "called", "message", "remedy")
    return {**{key: data[key] for key in keys}, "place": place, "path": ""}


def _words(data: Mapping[str, Any], language: str) -> dict[str, Any]:
    called = say(f"severity.{data['severity']}", language)
    words = {key: data[key] for key in ("severity", "message", "remedy")}
    # What the command lists stands on the page of a block.
    names = f"“{say('page.block_names', language)}”"
    words["remedy"] = _NAMES_LISTED.sub(names, words["remedy"])
    return {**words, "called": called}


def _name_of(file: str | None) -> str:
    return str(file or "").replace("\\", "/").rpartition("/")[2]


def lines_of(changed: Files, template: str, block: str) -> int | None:
    """Return how many lines of a changed template stand before the text of a block."""
    content = changed.get(template)
    if content is None:
        return None
    found = block_texts(content.decode("utf-8")).get(block)
    return found[1] if found else None


def block_called(name: str, language: str) -> str:
    """Return what a block is called; one of a pack's own by its name."""
    try:
        return say(f"block.{name}", language)
    except KeyError:
        return name
