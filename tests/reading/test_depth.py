"""Groups and lists deeper inside each other than anybody means are refused, with a place."""

from __future__ import annotations

import pytest
from effort import effort

from briefing import InputError
from briefing.reading import read_yaml

YARDSTICKS = 40


def block(levels: int) -> str:
    return "\n".join(" " * level + "a:" for level in range(levels)) + "\n"


DEEP = {
    "brackets": ("a: " + "[" * 5000, (1, 36)),
    "closed brackets": ("a: " + "[" * 5000 + "]" * 5000, (1, 36)),
    "brackets line by line": ("a: " + "[\n " * 5000, (33, 2)),
    "braces": ("a: " + "{a: " * 5000, (1, 132)),
    "brackets behind a list": ("a: [1, [2], [3]]\nb: " + "[" * 5000, (2, 36)),
    "keys below keys": (block(900), (34, 34)),
    "items of items": ("a:\n" + "- " * 900 + "1\n", (2, 65)),
    "keys of keys": ("? " * 900 + "a\n", (1, 67)),
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_is_refused_where_it_begins(name: str) -> None:
    text, place = DEEP[name]
    with effort() as spent, pytest.raises(InputError) as caught:
        read_yaml(text, "a.yaml")

    [found] = caught.value.findings
    assert found.rule == "input/too-deep"
    assert found.origin
    assert (found.origin.line, found.origin.column) == place
    assert spent.yardsticks < YARDSTICKS


@pytest.mark.parametrize("levels", [33, 40, 63, 64, 65, 200])
def test_the_place_is_the_same_however_deep_it_is(levels: int) -> None:
    with pytest.raises(InputError) as caught:
        read_yaml("a: " + "[" * levels + "]" * levels, "a.yaml")

    origins = [found.origin for found in caught.value.findings]
    assert origins[0]
    assert (origins[0].line, origins[0].column) == (1, 36)


def test_many_brackets_side_by_side_are_not_deep() -> None:
    # A tag that is written leaves the text to the thorough parser.
    read = read_yaml("a: [" + "[[1], [2]], " * 500 + "! x]", "a.yaml").data["a"]

    assert read[499] == [[1], [2]]
    assert len(read) == 501
