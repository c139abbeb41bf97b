"""Records and patterns are what they stand in for, at less cost."""

from __future__ import annotations

import pickle
import re
from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property

import pytest

from briefing.patterns import Pattern
from briefing.values import changing, record


@record
class Place:
    file: str
    line: int = 1
    seen: int = field(default=0, compare=False, repr=False)
    words: Mapping[str, str] = field(default_factory=dict, hash=False)


@record(slots=False)
class Sum:
    parts: tuple[int, ...]

    @cached_property
    def whole(self) -> int:
        return sum(self.parts)


@record(eq=False)
class Mark:
    text: str


@record
class Nothing:
    pass


def test_records_that_hold_the_same_are_equal_and_the_same_key() -> None:
    one, other = Place("a", 2, seen=1, words={"b": "c"}), Place("a", 2, seen=9, words={"b": "c"})

    assert one == other
    assert hash(one) == hash(other)
    assert {one: 1}[other] == 1
    assert one != replace(one, line=3)
    assert one != replace(one, words={})
    assert hash(one) == hash(replace(one, words={}))
    assert one != ("a", 2)
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


@record
class Span:
    begin: int
    end: int = field(init=False)
    seen: list[int] = field(default_factory=list, init=False)
    length: int = 2

    def __post_init__(self) -> None:
        self.end = self.begin + self.length


@record
class NamedSpan(Span):
    name: str = "?"


def test_a_record_is_made_as_a_data_class_is() -> None:
    for _ in "first", "second":
        assert Place("a").words == {} == Place("a", words={}).words
        assert Place("a").words is not Place("a").words
        assert (Span(1).end, Span(1, 4).end, Span(begin=1, length=3).end) == (3, 5, 4)
        assert Span(1).seen is not Span(1).seen
        named = NamedSpan(1, 2, name="x")
        assert (named.end, named.name, NamedSpan(1).name) == (3, "x", "?")
        for wrong in ((), (1, 2, 3)):
            with pytest.raises(TypeError):
                Span(*wrong)
        with pytest.raises(TypeError):
            Span(1, end=2)  # type: ignore[call-arg]


def test_a_record_shows_what_it_holds() -> None:
    assert repr(Place("a")) == "Place(file='a', line=1, words={})"


def test_a_record_without_slots_keeps_what_was_worked_out() -> None:
    sums = Sum((1, 2))

    assert sums.whole == 3
    assert sums.__dict__["whole"] == 3
    assert sums == Sum((1, 2))


def test_a_record_without_equality_equals_itself_only() -> None:
    mark = Mark("a")

    assert mark == mark
    assert mark != Mark("a")


@changing
class Count:
    counted: int = 0
    _seen: list[str] = field(default_factory=list)

    def add(self, word: str) -> None:
        self.counted += 1
        self._seen.append(word)


def test_what_changes_keeps_what_it_counted() -> None:
    one, other = Count(), Count(1)
    one.add("a")

    assert (one.counted, one._seen, other._seen) == (1, ["a"], [])
    assert one != other
    assert not hasattr(one, "__dict__")


def test_records_go_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(Place("a", 5, 6))) == Place("a", 5)


def test_a_pattern_finds_what_pythons_own_finds() -> None:
    own, ours = (
        re.compile(r"(\d+)\s*(vụ)?", re.IGNORECASE),
        Pattern(r"(\d+)\s*(vụ)?", re.IGNORECASE),
    )
    text = "12 VỤ, 7, hết"

    assert own.pattern == ours.pattern
    assert own.findall(text) == ours.findall(text)
    assert own.split(text, 1) == ours.split(text, 1)
    assert own.sub("x", text, 1) == ours.sub("x", text, 1)
    spans = [match.span() for match in own.finditer(text, 1, 8)]
    assert spans == [match.span() for match in ours.finditer(text, 1, 8)]
    for way in ("search", "match", "fullmatch"):
        for begin, end in ((0, 5), (3, 9), (0, 99)):
            a, b = getattr(own, way)(text, begin, end), getattr(ours, way)(text, begin, end)
            assert (a and a.span()) == (b and b.span())


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    wrong = Pattern("(")

    try:
        wrong.search("text")
    except re.error:
        return
    raise AssertionError("nothing compiled it")
