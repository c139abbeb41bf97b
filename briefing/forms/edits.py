"""An input changed in place, as a person types it in: comments and order of the file stay."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from briefing.findings import FieldPath
from briefing.forms.form_tree import TEXT, control_at, controls, without_nesting
from briefing.forms.leaves import leaf
from briefing.forms.renames import follow
from briefing.patterns import Pattern
from briefing.values import record

_WHOLE = Pattern(r"-?(?:\d+|\d{1,3}(?:[. \u00a0\u202f]\d{3})+)")
_PARTED = Pattern(r"-?\d+[,.](?!\d{3}$)\d+")
"""Numbers that can be read in one way only. ``1,315`` may be an English 1315: it stays as typed."""

_PLAIN_IN_VAIN = Pattern(r"^[?:]|[\x85\u2028\u2029]")
"""What ruamel.yaml writes without quotes and readers take for a mark or the end of a line."""

_LONGEST_NUMBER = 100
"""Signs of what may be a number at all; Python itself reads none of more than some thousands."""

_FEW = 40
"""Edits that are made one by one, each in its place; more of them are quicker all at once."""

_DAY = Pattern(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")
_ISO = Pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@record
class Edit:
    """One change of an input: the value at a path, or with ``text`` None what is taken away.

    With ``to`` an entry of a list changes its position, an entry of a table its name.
    """

    path: FieldPath
    text: str | None = None
    to: str | int | None = None


def edited(content: str, edits: Iterable[Edit], *, yes: str) -> str:
    """Return the text of an input (YAML) with changes made to it.

    An entry that moves, or goes by its button, does so in its turn. Texts between those are all
    meant for the entries as they stand then, whatever is emptied with them (``_in_order``).

    What is not there is made: the groups of a path, an entry at the end of a list. An empty text
    takes the value away, and with it the groups that it leaves empty. ``yes`` is the word for true.

    Raises LookupError for a path that leads nowhere: another change was faster.
    """
    from briefing.forms.rewritten import with_changes  # every command reads, few of them write

    edits = _in_order(edits)
    if len(edits) <= _FEW and (in_place := _in_place(content, edits, yes)) is not None:
        return in_place

    def change(root: Any) -> None:
        for edit in edits:
            _apply(root, edit, yes)

    return with_changes(content, change)


def rearranged(content: str, edits: Iterable[Edit], *, yes: str) -> list[Edit]:
    """Return what changes do to the places of entries: those moved, renamed and taken away.

    Also an entry goes whose last value is emptied; each path is that of its turn.
    """
    from briefing.forms.rewritten import as_changed

    edits, found = _in_order(edits), list[Edit]()
    if not any(edit.to is not None or _empties(edit) for edit in edits):
        return found

    def change(root: Any) -> None:
        for edit in edits:
            if taken := _apply(root, edit, yes):
                found.append(Edit(taken))
            elif edit.to is not None:
                found.append(edit)

    as_changed(content, change)
    return found


def _in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits so that none moves an entry that another is meant for.

    What is emptied may take its entry with it, and those behind move up: it comes after what is
    filled in, the last in the file first.
    """
    ordered: list[Edit] = []
    for are_texts, some in groupby(edits, lambda edit: edit.to is None and edit.text is not None):
        if not are_texts:
            ordered += some
            continue
        last = {edit.path: edit for edit in some}.values()
        ordered += [edit for edit in last if not _empties(edit)]
        ordered += sorted(filter(_empties, last), key=_place, reverse=True)
    return ordered


def _empties(edit: Edit) -> bool:
    return edit.to is None and not (edit.text or "").strip()


def _place(edit: Edit) -> list[tuple[int, str]]:
    """Return what puts the positions in a list into their order; names need none."""
    return [(step, "") if isinstance(step, int) else (-1, step) for step in edit.path]


def _in_place(content: str, edits: Sequence[Edit], yes: str) -> str | None:
    """Return the text with the edits made where they belong, no other line of it written anew."""
    for edit in edits:
        made = _one_in_place(content, edit, yes)
        if made is None:
            return None
        content = made
    return content


def _one_in_place(content: str, edit: Edit, yes: str) -> str | None:
    from briefing.forms.splicing import spliced
    from briefing.forms.standing import added, moved, without

    if edit.to is not None:
        return moved(content, edit.path, edit.to) if isinstance(edit.to, int) else None
    if _empties(edit):
        return without(content, edit.path)
    value = typed(edit.text or "", general(edit.path), yes=yes)
    made = spliced(content, edit.path, value)
    above = edit.path[:-1]
    if made is None and above and edit.path[-1] == TEXT and _may_be_text(above):
        made = spliced(content, above, value)
    return added(content, edit.path, value, _position) if made is None else made


def typed(text: str, path: str, *, yes: str) -> Any:
    """Return what an input holds for a text that was typed into the field at a path.

    ``path`` has no positions and no names. What cannot be read in one way only stays a text, about
    which whoever reads the input asks.
    """
    text = text.strip().replace("\r\n", "\n")
    match leaf(path).taken:
        case _ if len(text) > _LONGEST_NUMBER:
            pass
        case "number" | "integer" if _WHOLE.fullmatch(text):
            return int(re.sub(r"[. \u00a0\u202f]", "", text))
        case "number" if _PARTED.fullmatch(text):
            return _number(text.replace(".", ","))
        case "yes_or_no":
            return text.casefold() == yes.casefold()
    if leaf(path).taken == "day" and (found := _DAY.fullmatch(text)):
        return "-".join(f"{int(part):02}" for part in reversed(found.groups()) if part)
    in_quotes = leaf(path).taken in ("number", "integer") or _PLAIN_IN_VAIN.search(text)
    return _quoted(text) if in_quotes else text


def shown(value: Any, path: str, *, yes: str, no: str) -> str:
    """Return what the field at a path shows for what an input holds; ``typed`` reads it back."""
    match value:
        case None:
            return ""
        case bool():
            return yes if value else no
        case int() if leaf(path).taken == "number":
            return f"{value:,}".replace(",", ".")
        case Decimal():
            return f"{value:f}".replace(".", ",")
    text = str(value)
    day = _ISO.fullmatch(text) if leaf(path).taken == "day" else None
    return "/".join(part for part in reversed(day.groups()) if part) if day else text


def _quoted(text: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return DoubleQuotedScalarString(text)


def _number(text: str) -> Any:
    """Return a number that keeps its places: ``92,20`` says how exactly a rate is known."""
    from briefing.forms.rewritten import WrittenNumber

    return WrittenNumber(text.replace(",", "."))


def _apply(root: Any, edit: Edit, yes: str) -> FieldPath:
    """Make one change; return the path of what it takes away, with what that leaves empty."""
    if edit.to is not None:
        _move(_node(root, edit.path[:-1]), edit.path[-1], edit.to)
        if isinstance(edit.to, str):
            follow(root, general(edit.path[:-1]), str(edit.path[-1]), edit.to, general)
    elif _empties(edit):
        return _take(root, edit.path)
    else:
        _put(root, edit.path, typed(edit.text or "", general(edit.path), yes=yes))
    return ()


def general(path: FieldPath) -> str:
    """Return a path without its positions and names, as fields are called by."""
    said, tables = "", _tables()
    for step in path:
        if isinstance(step, int) or said in tables:
            said += "[]"
        else:
            said = f"{said}.{step}" if said else step
    return without_nesting(said)


@cache
def _tables() -> frozenset[str]:
    """Return the paths of what holds entries by name."""
    found: set[str] = set()
    waiting = [part for _, parts in controls("vi") for part in parts]
    while waiting:
        part = waiting.pop()
        waiting += part.below
        if part.shape == "table":
            found.add(part.path)
    return frozenset(found)


def _put(root: Any, path: FieldPath, value: Any) -> None:
    """Write a value, with the groups and entries that lead to it."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    node = root
    for at, (step, following) in enumerate(pairwise(path)):
        below = _child(node, step)
        if isinstance(below, dict) and isinstance(following, int):
            # One entry may stand there without its list.
            below = CommentedSeq([below])
            node[step] = below
        if below is None:
            below = CommentedSeq() if isinstance(following, int) else CommentedMap()
            _write(node, path[: at + 1], below)
        elif not isinstance(below, (dict, list)):
            if not _may_be_text(path[: at + 1]):
                raise LookupError(following)
            if following == TEXT:
                # The entry is its text alone, and stays so.
                _write(node, path[: at + 1], value)
                return
            below = CommentedMap({TEXT: below})
            node[step] = below
        node = below
    _write(node, path, value)


def _may_be_text(path: FieldPath) -> bool:
    """Say whether the entry at a path may be its text alone."""
    entry = control_at(general(path), "vi")
    return isinstance(path[-1], int) and entry is not None and entry.child(TEXT) is not None


def _write(node: Any, path: FieldPath, value: Any) -> None:
    step: Any = path[-1]
    if isinstance(node, list):
        if step == len(node):
            node.append(value)
        else:
            node[step] = value
    elif step in node:
        node[step] = value
    else:
        node.insert(_position(node, path), step, value)


def _position(node: Collection[Any], path: FieldPath) -> int:
    """Return where a key joins others: before the first that the form has after it."""
    order = _order(general(path[:-1]))
    if path[-1] not in order:
        return len(node)
    later = set(order[order.index(path[-1]) + 1 :])
    return next((at for at, key in enumerate(node) if key in later), len(node))


@cache
def _order(path: str) -> tuple[str | int, ...]:
    if not path:
        return tuple(part.step for _, parts in controls("vi") for part in parts)
    above = control_at(path, "vi")
    return tuple(part.step for part in above.below) if above else ()


def _take(root: Any, path: FieldPath) -> FieldPath:
    """Take a value away, and the groups above that it leaves empty; return what went."""
    try:
        node = _node(root, path[:-1])
    except LookupError:
        return ()
    step: Any = path[-1]
    if not isinstance(node, (dict, list)):
        return _take(root, path[:-1]) if step == TEXT and len(path) > 1 else ()
    if isinstance(node, dict) and step == 0:
        # One entry may stand there without its list.
        return _take(root, path[:-1]) and path
    if _child(node, step) is None and (isinstance(node, list) or step not in node):
        return ()
    del node[step]
    return (not node and len(path) > 1 and _take(root, path[:-1])) or path


def _move(node: Any, step: str | int, to: str | int) -> None:
    from ruamel.yaml.comments import CommentedMap

    if isinstance(node, list) and isinstance(step, int) and isinstance(to, int):
        if not 0 <= to < len(node):
            raise LookupError(to)
        node.insert(to, node.pop(step))
    elif not isinstance(node, CommentedMap) or step not in node or to in node:
        raise LookupError(step)
    else:
        at, remark = list(node).index(step), node.ca.items.pop(step, None)
        node.insert(at, to, node.pop(step))
        if remark:
            node.ca.items[to] = remark


def _node(root: Any, path: FieldPath) -> Any:
    node = root
    for step in path:
        node = _child(node, step)
        if node is None:
            raise LookupError(step)
    return node


def _child(node: Any, step: str | int) -> Any:
    """Return what a group or a list holds at a step, ``None`` where there is nothing yet."""
    if isinstance(node, list):
        if not isinstance(step, int) or step > len(node):
            raise LookupError(step)
        return node[step] if step < len(node) else None
    if not isinstance(node, dict):
        raise LookupError(step)
    return node if step == 0 else node.get(step)
