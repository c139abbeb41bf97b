"""A report typed in field by field is the same as the one that was written by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli.running import REPOSITORY
from exploring import some

import briefing
from briefing.findings import say
from briefing.forms import general, shown
from briefing.reading import read

from .desk import Browser

YES, NO = say("sheet.yes"), say("sheet.no")
TYPED_AT_ONCE = 40
INPUTS = sorted((REPOSITORY / "inputs").glob("*.yaml"))


def typed(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[dict[str, Any]]:
    """Yield what a person types for the data of an input, field by field."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from typed(below, (*path, key))
    elif isinstance(value, list):
        for at, below in enumerate(value):
            yield from typed(below, (*path, at))
    else:
        text = shown(value, general(path), yes=YES, no=NO)
        yield {"path": list(path), "text": text, "was": ""}


@pytest.mark.parametrize("source", some(INPUTS), ids=lambda path: path.stem)
def test_what_is_typed_gives_the_same_word_file(source: Path, tmp_path: Path) -> None:
    browser, data = Browser(tmp_path), read(source).data
    for table in source.parent.glob(f"{source.stem}.csv"):
        shutil.copy(table, tmp_path)
    period = {
        "period": data["period"].get("type", "year"),
        "part": str(data["period"].get("first_year", "")),
    }
    name = browser.new(kind=data["kind"], year=str(data["period"]["year"]), **period)
    known = {("schema",), ("kind",), *(("period", key) for key in ("year", "type", "first_year"))}
    changes = [one for one in typed(data) if tuple(one["path"]) not in known]

    # As fast as somebody types, several fields at a time.
    for start in range(0, len(changes), TYPED_AT_ONCE):
        answer = browser.type(name, *changes[start : start + TYPED_AT_ONCE])
        assert answer.status_code == 200, answer.text

    made, written = briefing.load(tmp_path / name), briefing.load(source)
    assert briefing.preview(made, draft=True) == briefing.preview(written, draft=True)
    # The source of the letter leaves gaps, so that only a draft is made of it.
    if data["kind"] != "cong-van-chi-dao":
        assert briefing.build(made) == briefing.build(written)
