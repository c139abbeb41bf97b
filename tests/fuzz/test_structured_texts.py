"""Markdown, texts with numbers, and Word files put together from pieces."""

from __future__ import annotations

import re

from exploring import drawn, seldom
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import linted, looks, markdown, packages, texts, word_texts
from fuzz.test_structured_inputs import SETTINGS


@settings(SETTINGS, max_examples=seldom(250))
@given(st.lists(st.sampled_from([*markdown.TOKENS, "a", " ", "\n"]), max_size=40))
def test_markdown_of_its_own_signs(pieces: list[str]) -> None:
    markdown.one("".join(pieces).encode())


_NUMBERS = st.one_of(
    st.integers(0, 10**18).map(lambda number: f"{number:,}".replace(",", ".")),
    st.decimals(0, 10**6, places=3).map(lambda number: f"{number:f}".replace(".", ",")),
    st.from_regex(r"\d{1,6}[.,/%-]\d{1,6}%?", fullmatch=True),
)


@settings(SETTINGS, max_examples=seldom(300))
@given(st.lists(st.one_of(_NUMBERS, st.sampled_from([*texts.TOKENS, " ", ", "])), max_size=30))
def test_a_text_of_numbers_and_the_words_around_them(pieces: list[str]) -> None:
    texts.one(" ".join(pieces).encode())
    texts.one("".join(pieces).encode())


_TAGS = {
    name: re.findall(r"<[^>]*>|[^<]+", packages.base()[name].decode("utf-8", "replace"))
    for name in packages.PARTS
    if name.endswith((".xml", ".rels"))
}
_CHANGES = st.lists(
    st.tuples(st.integers(0, 10**6), st.sampled_from([*packages.TOKENS, "", "<w:x/>"])),
    min_size=1,
    max_size=6,
)


def _changed(part: str, changes: list[tuple[int, str]]) -> bytes:
    """Return a part with some of its tags replaced, dropped, or with another value."""
    tags = list(_TAGS[part])
    for place, new in changes:
        at = place % len(tags)
        # Every other change is one of a value only.
        before, *value = tags[at].split('"', 2)
        tags[at] = f'{before}"{new}"{value[1]}' if place % 2 and len(value) == 2 else new
    return packages.case(part, "".join(tags).encode("utf-8", "replace"))


@settings(SETTINGS, max_examples=seldom(150))
@given(st.sampled_from(sorted(_TAGS)), _CHANGES)
def test_a_word_file_with_changed_tags(part: str, changes: list[tuple[int, str]]) -> None:
    data = _changed(part, changes)
    word_texts.one(data)
    looks.one(data)


@settings(SETTINGS, max_examples=drawn(60))
@given(st.lists(st.sampled_from([*linted.TOKENS, " ", "a"]), max_size=20))
def test_lint_of_the_signs_of_templates(pieces: list[str]) -> None:
    linted.one("".join(pieces).encode())
