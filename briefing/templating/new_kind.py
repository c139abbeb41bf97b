"""A kind of document of a pack's own, made like one that there is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.standards import is_addressed, other_type
from briefing.templating.kind import FILE, SUFFIX, Kind, faulty_kinds, kinds, nature_of


def files_of_kind(
    name: str, like: Kind, folder: Path, below: tuple[Path, ...], remarks: Mapping[str, str]
) -> dict[Path, str]:
    """Return the files of a kind of a pack's own, which prints what another does, by path.

    ``remarks`` are the words beside the keys. Raises InputError when the name is taken.
    """
    template, file = folder / f"{name}{SUFFIX}", folder / FILE
    every = (folder, *below)
    if name in kinds(every) or name in faulty_kinds(every) or template.exists():
        origin = Origin(str(file if file.is_file() else template))
        raise InputError([Finding("kind/taken", origin=origin, values={"name": name})])
    before = f"{file.read_text(encoding='utf-8').rstrip()}\n\n" if file.is_file() else ""
    entry = "\n".join(_lines(name, like, remarks))
    text = f'{{# {remarks["template"]} #}}\n{{% extends "{like.template}" %}}\n'
    return {file: f"{before}{entry}\n", template: text}


def check_type(kind: Kind) -> None:
    """Raise InputError for a word of one type beside the symbol of another."""
    if kind.framed and not kind.letter and (other := other_type(kind.kind, kind.symbol)):
        values = {"title": kind.kind, "symbol": kind.symbol, "other": other}
        raise InputError([Finding("form/other-type", values=values)])


def _lines(name: str, like: Kind, remarks: Mapping[str, str]) -> Iterable[str]:
    frame = nature_of(letter=like.letter, framed=like.framed, minutes=like.minutes)["frame"]
    said: dict[str, object] = {
        "kind": like.kind,
        "symbol": like.symbol,
        "requires": [path for path in like.requires if path not in frame],
        "expects": list(like.expects),
        "periods": list(like.periods),
    }
    yield f"[{name}]"
    for key, value in said.items():
        yield f"# {remarks[key]}"
        yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
    yield from (f"{key} = {word}" for key, word in _switches(like))
    yield f"# {remarks['description']}"
    words = ", ".join(
        f"{language} = {json.dumps(text, ensure_ascii=False)}"
        for language, text in like.descriptions.items()
    )
    yield f"description = {{ {words} }}"


def _switches(like: Kind) -> Iterable[tuple[str, str]]:
    if like.letter:
        yield "letter", "true"
    if like.apart:
        yield "apart", "true"
    if like.minutes:
        yield "minutes", "true"
    if not like.addressed:
        yield "addressed", "false"
    elif not (like.letter or is_addressed(like.symbol)):
        yield "addressed", "true"
    if like.recipients:
        yield "recipients", json.dumps(like.recipients, ensure_ascii=False)
    if like.by_order:
        yield "by_order", "true"
    if not like.framed:
        yield "framed", "false"
