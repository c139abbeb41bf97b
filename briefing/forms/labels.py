"""What the form calls the fields that a text calls by their keys.

Remedies and hints say ``accepted: {stated: 92.3}`` to whoever writes an input in YAML. Whoever
fills in a form sees fields with labels, in the browser or in a workbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefing.findings import FieldPath, label, say
from briefing.forms.edits import general, shown
from briefing.forms.form_tree import Control, controls
from briefing.forms.leaves import leaf
from briefing.patterns import Pattern

_PATH = r"[a-z][a-z0-9_]*(?:\[[^\]]*\])?(?:\.[a-z][a-z0-9_]*(?:\[[^\]]*\])?)*"
_GROUP = Pattern(rf"(?<![\w.{{“])({_PATH}): ?\{{([^{{}}]*)\}}")
_VALUE = Pattern(rf"(?<![\w.{{“])({_PATH}): ?(\"[^\"]*\"|…|[^\s,;:.()“”]+(?:\.\d+)?)")
_QUOTED = Pattern(rf"“(?:- )?({_PATH})(?:: ?([^”]*))?”")
_BARE = Pattern(rf"(?<![\w.{{“\"/-])({_PATH})(?![\w}}(”\"/-]|\.\w)")
_APART = Pattern(r"(“briefing[^”]*”|\{[^{}]*\})")
"""Commands, and names in sentences, which stand in braces: nothing of a form."""

_NUMBER = Pattern(r"-?\d+\.\d+")
_SHORTEST = 4
"""Letters of a key that a sentence may hold by itself; shorter ones are words of the language."""

_LANGUAGE = "vi"
"""The language whose sentences cannot be taken for keys: in English ``title`` is both."""


def short_label(path: FieldPath | str, language: str) -> str:
    """Return what the form calls a field, without the remarks behind it."""
    said = path if isinstance(path, str) else general(path)
    called = re.split(r"[;:(]", label(said.replace("[]", ""), language))[0].strip()
    return called[:1].upper() + called[1:]


def label_trail(path: FieldPath, language: str) -> str:
    """Return the way to a field in the words of the form: ``Số liệu › kham_pha › Tỷ lệ``."""
    return " › ".join(_trail(path, language))


@lru_cache(maxsize=2048)
def in_labels(text: str, language: str, near: str = "") -> str:
    """Return a text with the labels of fields in place of their keys.

    ``near`` is the path that the text speaks of, dotted: a key is first looked for in its group.
    A form says the same few hundred texts again and again, so they are kept.
    """
    if language != _LANGUAGE:
        return text
    rewrite = _Rewrite(near)
    text = _GROUP.sub(rewrite.group, text)
    parts = _APART.split(text)
    return "".join(part if at % 2 else rewrite.plain(part) for at, part in enumerate(parts))


class _Rewrite:
    """Puts labels in place of keys in a text that speaks of one place of an input."""

    def __init__(self, near: str) -> None:
        self._near = re.sub(r"\[[^\]]*\]", "", near)
        self._words = leaf(re.sub(r"\[\d*\]", "[]", near)).words

    def plain(self, text: str) -> str:
        """Return a part of a text without groups in braces."""
        for word in filter(is_raw, self._words):
            text = re.sub(rf"(?<![\w“.]){re.escape(word)}(?![\w”])", f"“{_chosen(word)}”", text)
        steps = ((_QUOTED, self._quoted), (_VALUE, self._value), (_BARE, self._bare))
        for pattern, said in steps:
            text = pattern.sub(said, text)
        return text

    def group(self, found: re.Match[str]) -> str:
        """Return a group that is to be written in one line as its fields with what they say."""
        path = _known(found[1], self._near)
        if path is None:
            return found[0]
        inside = [_assigned(part, path) for part in re.split(r", (?=[a-z_]+:)", found[2])]
        return f"“{short_label(path, _LANGUAGE)}” ({', '.join(inside)})"

    def _quoted(self, found: re.Match[str]) -> str:
        path = _known(found[1], self._near)
        return found[0] if path is None else _said(path, found[2] or "…")

    def _value(self, found: re.Match[str]) -> str:
        path = _known(found[1], self._near)
        return found[0] if path is None else _said(path, found[2])

    def _bare(self, found: re.Match[str]) -> str:
        path = _known(found[1], self._near)
        if path is None or len(found[1]) < _SHORTEST:
            return found[0]
        return f"“{short_label(path, _LANGUAGE)}”"


def is_raw(word: str) -> bool:
    """Say whether a value that is chosen is a word of the file, not one of the language."""
    return re.fullmatch(r"[a-z][a-z0-9_-]+", word) is not None and _chosen(word) != word


def _trail(path: FieldPath, language: str) -> Iterator[str]:
    above = ""
    for at, step in enumerate(path):
        said = general(path[: at + 1])
        if isinstance(step, int):
            yield str(step + 1)
        else:
            # The entry of a table is called by its own name.
            yield step if said == f"{above}[]" else short_label(said, language)
        above = said


def _assigned(part: str, above: str) -> str:
    key, _, said = part.partition(":")
    path = _known(key.strip(), above)
    return part if path is None else _said(path, said.strip())


def _said(path: str, written: str) -> str:
    """Return a field with the value that it is to have, as the form shows it."""
    called = f"“{short_label(path, _LANGUAGE)}”"
    text = written.strip('"')
    yes, no = say("sheet.yes", _LANGUAGE), say("sheet.no", _LANGUAGE)
    if text in ("…", "..."):
        return called
    if text in ("true", "false"):
        return f"{called} là {shown(text == 'true', path, yes=yes, no=no)}"
    if text in leaf(path).words:
        return f"{called} là “{_chosen(text)}”"
    if _NUMBER.fullmatch(text):
        text = text.replace(".", ",")
    return f"{called} là {text}"


def _chosen(word: str) -> str:
    try:
        return say(f"choice.{word}", _LANGUAGE)
    except KeyError:
        return word


def _known(key: str, near: str) -> str | None:
    """Return the path of a key that the form has: in the group it is said of, else anywhere."""
    said = re.sub(r"\[[^\]]*\]", "", key)
    paths = _paths()
    above = near
    while above:
        if f"{above}.{said}" in paths:
            return f"{above}.{said}"
        above = above.rpartition(".")[0]
    # The names of entries are no part of what fields are called by.
    for candidate in (said, *_without_name(said)):
        if candidate in paths:
            return candidate
    # What several groups call alike is told only where all of them mean the same.
    ends = [path for path in paths if path.endswith(f".{said}")]
    called = {short_label(path, _LANGUAGE) for path in ends}
    return min(ends) if len(called) == 1 else None


def _without_name(path: str) -> Iterator[str]:
    steps = path.split(".")
    for at in range(1, len(steps) - 1):
        yield ".".join([*steps[:at], *steps[at + 1 :]])


@cache
def _paths() -> frozenset[str]:
    found: set[str] = set()
    waiting: list[Control] = [part for _, parts in controls(_LANGUAGE) for part in parts]
    while waiting:
        part = waiting.pop()
        waiting += part.below
        found.add(part.path.replace("[]", ""))
    return frozenset(found)
