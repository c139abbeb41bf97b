"""How a finding speaks of a filled form: by sheets and columns, where it names keys of an input."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, field
from functools import cache, lru_cache
from typing import Any

from briefing.findings import FieldPath, Origin, label, say
from briefing.forms.blanks import Blank, FieldLayout
from briefing.forms.chosen import called
from briefing.forms.leaves import leaf
from briefing.forms.sheet import Column, Sheet, sheets
from briefing.patterns import Pattern
from briefing.values import record

_KEY = r"[a-z_]+(?:\[\d*\])?(?:\.[a-z_]+(?:\[\d*\])?)*"
_NAMED = Pattern(
    r"(?P<kind>\b(?:khóa|mục|cột|(?:the )?key|the|an?) )?"
    r"(?P<quote>“)?(?<![\w{.\-/\[])(?<!briefing )"
    rf"(?P<key>{_KEY})(?![\w}}\-]|\.(?:toml|yaml|md|docx|csv|j2)\b)(?P<more>: \{{\{{ |: )?"
)
_QUOTED = Pattern(rf"“(?:- )?({_KEY}: [^“”]*)”")
_CHOOSES = (": ", " là ")
"""What stands before a word that is chosen in a cell."""
_CHOSEN = Pattern(r"(?<=: )(?:true|false)\b")
_OPEN, _GROUP = ": {{ ", "\ufdd0"
_GROUP_OPENS = Pattern(rf"(?<!\w)({_KEY}): \{{\{{(?=[a-z{{])")
_OF_GROUP = Pattern(_GROUP + r"(.*?)}}(?!})")
_INDEX = Pattern(r"\[\d*\]")
_WORDS = ("to", "of", "by", "long", "form", "file", "first", "other")
"""Keys that are words of a sentence as well; they are keys where a colon follows."""
_FACT = Pattern(r"(?<!\S)[a-z_][\w.\[\]]*(?= \(“|,|$)")
"""The path of a fact in a list, mostly before what it says."""
_USUAL = {"name": "sections.name"}
"""What a key means in a sentence that does not say whose it is."""
_KEYS = ("key", "field")
"""The values of findings that name a key."""
_PARTS = ("example", "in_pack")
"""The values of findings that show how something is written in an input."""
_BRACES = Pattern(r"\{\{.*?\}\}(?!\})")
_BRACKETS = Pattern(r"(?<=: )\[([^\[\]]*)\]")
"""A list as an input writes it."""
_CHOICE = Pattern(rf"(?<![\w.{{])({_KEY})(: | là )([A-Za-z][\w-]*)(?![\w-])")
"""A key with a word that may be one of those that it is chosen from."""
_OF_WORD = Pattern(r"\b(?:an?|another|each|his|its|no|of|other|own|the|this) $")
"""What stands before a word of an English sentence that is no key."""
_IN_FILES = Pattern(r"\w+_key")
"""The values of findings that are numbers as an input writes them."""


@record
class FormOrigin(Origin):
    """A place in a filled form, whose findings name what stands there as the form does.

    ``language`` is that of the form's headings. The place of the whole form has its ``layout``;
    ``blank`` is a place where nothing stands yet.
    """

    language: str = field(default="", compare=False)

    layout: FieldLayout | None = field(default=None, compare=False, repr=False)
    blank: Blank | None = field(default=None, compare=False)

    @property
    def form(self) -> str:
        """How it is written: as a form."""
        return "form"

    def kept(self) -> dict[str, Any]:
        """Return all but the file as plain data, without the layout of the form."""
        blank = list(astuple(self.blank)) if self.blank else None
        return {**Origin.kept(self), "form": self.language, "blank": blank}

    def of_absent(self, path: FieldPath, found: FieldPath, nearest: Origin) -> Origin:
        """Return the cell in which the value at a path, which was never written, is to stand."""
        blank = self.layout.blank(path, found, nearest.cell) if self.layout else None
        if blank is None:
            return nearest
        return FormOrigin(self.file, cell=blank.cell, language=self.language, blank=blank)

    def worded(
        self, text: str, values: Mapping[str, Any], path: str, language: str, twin: str = ""
    ) -> tuple[str, dict[str, Any]]:
        """Return a sentence, not yet filled, and its values without keys of an input."""
        form = self.language or language
        base, known = _shape(path, form), _known(form)
        kept = dict(values) | self._filling(path, values, language)
        for name in _KEYS:
            value = kept.get(name)
            if isinstance(value, str) and _resolved(_INDEX.sub("", value), "", form):
                text = text.replace(f"{{{name}}}", value)
        for name in _PARTS:
            if isinstance(kept.get(name), str):
                kept[name] = in_form(kept[name], path, language, form=form)
        if isinstance(kept.get("facts"), str):
            told = kept["facts"]
            kept["facts"] = _FACT.sub(lambda at: _fact(at[0], base, language, form), told)
        if isinstance(kept.get("fact"), str):
            kept["fact"] = _fact(kept["fact"], base, language, form)
        near = str(kept.get("near"))
        sheet, item = known.get(_shape(near, form), (None, None))
        if item is not None and (near not in known or (sheet and sheet.layout != "rows")):
            # A whole path; a single word may be a near name of the officer's own.
            kept["near"] = item.heading
        elif ": " in str(kept.get("near")):
            kept["near"] = in_form(kept["near"], path, language, form=form)
        kept |= _choices(values, path, form)
        for name in filter(_IN_FILES.fullmatch, kept):
            # A number that a key is to have stands in a cell as documents write it.
            kept[name] = str(kept[name]).replace(".", ",")
        text = in_form(_of_form(text, language), path, language, twin, form)
        return _without_brackets(_filled_in(text, language), language), kept

    def _filling(self, path: str, values: Mapping[str, Any], language: str) -> dict[str, str]:
        """Return the values that say where the form is to be filled in."""
        places = [at for at in values.get("places", ()) if isinstance(at, FormOrigin)]
        named = (f"“{at.blank.name}” ({at.cell})" for at in places if at.blank)
        first, part = values.get("first_at"), values.get("printed_by")
        does = {"does": say(f"sheet.prints_{part}", language)} if part else {}
        return (
            does
            | ({"first": first.cell} if isinstance(first, FormOrigin) and first.cell else {})
            | {
                "fill": self._fill(path, language),
                "blank": self._blank_name(path, language),
                "cells": ", ".join(dict.fromkeys(at.cell for at in places if at.cell)),
                "fills": ", ".join(dict.fromkeys(named)),
            }
        )

    def _blank_name(self, path: str, language: str) -> str:
        """Return what the cell is called that is to be filled in."""
        blank = self._to_fill(path, language)
        return blank.name if blank else label(_shape(path, language), language)

    def _fill(self, path: str, language: str) -> str:
        """Return what is to be done in the form to have a value at a path."""
        blank = self._to_fill(path, language)
        return blank.said(self.file, language) if blank else ""

    def _to_fill(self, path: str, language: str) -> Blank | None:
        blank = self.blank
        if blank is None and self.cell and "!" in self.cell:
            form = self.language or language
            column = _known(form).get(_shape(path, form), (None, None))[1]
            title, _, place = self.cell.rpartition("!")
            letters = place.rstrip("0123456789")
            name = column.heading if column else label(_shape(path, form), form)
            blank = Blank("cell", title, letters, int(place.removeprefix(letters)), name)
        return blank


def kept_origin(file: str, kept: Mapping[str, Any]) -> Origin:
    """Return a place from what was kept of it; raises TypeError or ValueError for anything else."""
    said = dict(kept)
    form, blank = said.pop("form", None), said.pop("blank", None)
    numbers = (said.get(name) for name in ("line", "column"))
    texts = (said.get("cell"), said.get("part", ""), form)
    if not all(isinstance(number, int | None) for number in numbers):
        raise TypeError
    if not all(isinstance(text, str | None) for text in texts):
        raise TypeError
    if form is None:
        return Origin(file, **said)
    return FormOrigin(file, **said, language=form, blank=Blank(*blank) if blank else None)


def in_form(text: str, path: str, language: str, twin: str = "", form: str = "") -> str:
    """Return a sentence about the value at a path with columns and sheets in place of keys.

    In English a key may be a word of the sentence as well; which words are keys says its ``twin``,
    the same sentence in Vietnamese. ``form`` is the language of the headings, by default its own.
    """
    base = _shape(path, form or language)
    keys = _keys_of(twin, base) if language == "en" and twin else None
    return _Rewriting(base, language, keys, form).done(text)


class _Rewriting:
    """Puts columns, items and sheets in place of the keys of one sentence."""

    def __init__(self, base: str, language: str, keys: Counter[str] | None, form: str = "") -> None:
        self._base = base
        self._form = form or language
        self._language = language
        self._keys = keys
        self._groups: list[str] = []
        self._text = ""
        self.found: Counter[str] = Counter()

    def done(self, text: str) -> str:
        """Return the sentence as the form speaks."""
        text = _QUOTED.sub(r"\1", text)
        text = _CHOICE.sub(self._chosen, text)
        self._text = text = _GROUP_OPENS.sub(r"\1: {{ ", text)
        spans = [found.span() for found in _BRACES.finditer(text)]

        def named(found: re.Match[str]) -> str:
            in_braces = any(begin <= found.start() < end for begin, end in spans)
            return self._named(found, text, in_braces=in_braces)

        # The braces of a group go with its name.
        made = _OF_GROUP.sub(r"\1", _NAMED.sub(named, text))
        return _CHOSEN.sub(lambda found: _yes_or_no(found[0], self._form), made)

    def _chosen(self, found: re.Match[str]) -> str:
        """Return a key with what is chosen for it, as the form calls that."""
        whole = _resolved(_INDEX.sub("", found[1]), self._base, self._form, self._groups)
        sheet, column = _known(self._form).get(whole or "", (None, None))
        if sheet is None or column is None or column.field is None:
            return found[0]
        said = called(column.field.path, found[3], self._form)
        return found[0] if said == found[3] else f"{found[1]}{found[2]}“{said}”"

    def _named(self, found: re.Match[str], text: str, *, in_braces: bool) -> str:
        key, more = _INDEX.sub("", found["key"]), found["more"] or ""
        # What stands in braces of its own is a name in a sentence; a group's braces hold keys.
        if in_braces and not more.startswith(":"):
            return found[0]
        whole = _resolved(key, self._base, self._form, self._groups)
        before = text[: found.start("key")]
        chosen = before.endswith(_CHOOSES) and not more
        if whole is None or chosen or not self._is_key(key, more, before):
            return found[0]
        self.found[key] += 1
        if _known(self._form)[whole][1] is None:
            self._groups.insert(0, whole)
        if more == _OPEN:
            return _GROUP
        said = _called(whole, self._base, self._language, self._form)
        if found["quote"]:
            return f"“{said.partition('“')[2].partition('”')[0]}"
        return f"{said}{more}"

    def _is_key(self, key: str, more: str, before: str) -> bool:
        plain = "." not in key and "_" not in key
        if not plain:
            return True
        if self._keys is not None:
            return key in self._keys and (more.startswith(":") or self._is_meant(key, before))
        if key in _WORDS or self._language == "en":
            return more.startswith(":")
        return True

    def _is_meant(self, key: str, before: str) -> bool:
        """Say whether a word that is a key in the twin is one here: it may stand for itself too."""
        if not _OF_WORD.search(before):
            return True
        often = len(re.findall(rf"(?<![\w{{.]){key}(?!\w)", self._text))
        return self._keys is not None and often <= self._keys[key]


@lru_cache(maxsize=1000)
def _keys_of(twin: str, base: str) -> Counter[str]:
    """Return the keys that a Vietnamese sentence names, and how often."""
    rewriting = _Rewriting(base, "vi", None)
    rewriting.done(twin)
    return rewriting.found


def _of_form(text: str, language: str) -> str:
    """Return a sentence that speaks of a form where it spoke of an input."""
    for pair in say("sheet.for_input", language).split("|"):
        words, _, instead = pair.partition("=")
        text = re.sub(rf"\b{words}\b", instead, text)
    return text


def _filled_in(text: str, language: str) -> str:
    """Return a sentence that has columns filled in where it had keys added: a form has them all."""
    for pair in say("sheet.for_adding", language).split("|"):
        words, _, instead = pair.partition("=")
        text = text.replace(words, instead)
    return text


def _without_brackets(text: str, language: str) -> str:
    """Return a sentence in which lists are written as cells hold them."""
    each = f" {say('sheet.one_a_line', language)}"
    return _BRACKETS.sub(lambda at: at[1] if "…" in at[1] else f"{at[1]}{each}", text)


def _choices(values: Mapping[str, Any], path: str, form: str) -> dict[str, str]:
    """Return the values that name what a field is chosen from, as the form calls it."""
    at, kept = re.sub(r"\[\d*\]", "[]", path), {}
    known = leaf(_with_entries(at)).words
    if isinstance(values.get("choices"), str) and known:
        said = (called(_with_entries(at), word, form) for word in values["choices"].split(", "))
        kept["choices"] = "; ".join(said)
    if values.get("near") in known:
        kept["near"] = called(_with_entries(at), str(values["near"]), form)
    return kept


def _with_entries(path: str) -> str:
    """Return a path with brackets in place of the names of entries."""
    return re.sub(r"^(figures|people|tables|annexes)\.\w+", r"\1[]", path)


def _yes_or_no(word: str, language: str) -> str:
    return say("sheet.yes" if word == "true" else "sheet.no", language)


def _fact(path: str, base: str, language: str, form: str) -> str:
    """Return what stands at a whole path as the form names it; what is no path as it is."""
    shape = _shape(path, form)
    return _called(shape, base, language, form) if shape in _known(form) else path


def _called(path: str, base: str, language: str, form: str) -> str:
    """Return a column, an item, a sheet or a part of the form as a sentence names it."""
    known = _known(form)
    sheet, column = known[path]
    if sheet is None:
        return say("sheet.part_called", language, name=label(path, form))
    if column is None:
        return say("sheet.sheet_called", language, sheet=sheet.title)
    steps = base.split(".")
    above = (".".join(steps[:end]) for end in range(len(steps), 0, -1))
    own = next((known[each][0] for each in above if known.get(each, (None, None))[0]), None)
    name = "column" if sheet.layout == "rows" else "item"
    key = f"sheet.{name}_called" if sheet is own else f"sheet.{name}_of_sheet"
    return say(key, language, name=column.heading, sheet=sheet.title)


def _resolved(key: str, base: str, language: str, groups: Iterable[str] = ()) -> str | None:
    """Return the path that a key means: seen from the value, from what is around it, or anywhere.

    ``groups`` are those that the sentence has named, the last one first.
    """
    known = _known(language)
    for group in groups:
        if f"{group}.{key}" in known:
            return f"{group}.{key}"
    steps = base.split(".") if base else []
    for end in range(len(steps), -1, -1):
        path = ".".join([*steps[:end], key])
        if path in known:
            return path
    if key in _USUAL:
        return _USUAL[key]
    return _anywhere(key, language)


@lru_cache(maxsize=1000)
def _anywhere(key: str, language: str) -> str | None:
    """Return the path of a key wherever it stands: every word of a sentence may be one."""
    ends = [path for path in _known(language) if path.endswith(f".{key}")]
    # What several groups have is mostly said of figures.
    return next((path for path in ends if path == f"figures.{key}"), ends[0] if ends else None)


def _shape(path: str, language: str) -> str:
    """Return a path without positions and names of entries."""
    steps = _INDEX.sub("", path).split(".")
    known = _known(language)
    for at in range(1, len(steps)):
        sheet = known.get(".".join(steps[:at]), (None, None))[0]
        if sheet is not None and sheet.named and ".".join(steps[:at]) == _plain(sheet.group):
            return ".".join([*steps[:at], *steps[at + 1 :]])
    return ".".join(steps)


@cache
def _known(language: str) -> dict[str, tuple[Sheet | None, Column | None]]:
    """Return every path of the form with its sheet and column; a group has no column."""
    found: dict[str, tuple[Sheet | None, Column | None]] = {}
    for sheet in sheets(language):
        if sheet.layout == "rows":
            found[_plain(sheet.group)] = sheet, None
        for column in sheet.columns:
            below = column.path != "value" or sheet.group not in ("forces[]", "footnotes[]")
            own = [_plain(sheet.group)] if sheet.layout == "rows" else []
            found[".".join([*own, _plain(column.path)] if below else own)] = sheet, column
    for path in list(found):
        steps = path.split(".")
        for end in range(1, len(steps)):
            found.setdefault(".".join(steps[:end]), (None, None))
    return found


def _plain(path: str) -> str:
    return path.replace("[]", "")
