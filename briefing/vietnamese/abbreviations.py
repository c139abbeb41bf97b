"""Short forms introduced once, at their first use, with the long form before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from briefing.vietnamese.text import upper_first


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form, its long form, other shapes of it met in texts, and whether to introduce it.

    UBND and HĐND are understood everywhere and need no introduction in a report.
    """

    short: str
    long: str
    variants: tuple[str, ...] = ()
    introduce: bool = True


@dataclass(slots=True)
class Introducer:
    """Rewrites texts in reading order, remembering which short forms have been introduced."""

    abbreviations: Iterable[Abbreviation]
    _by_shape: Mapping[str, Abbreviation] = field(init=False)
    _pattern: re.Pattern[str] | None = field(init=False)
    _known: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self._by_shape = {
            shape: item for item in self.abbreviations for shape in (item.short, *item.variants)
        }
        shapes = sorted(self._by_shape, key=len, reverse=True)
        alternatives = "|".join(map(re.escape, shapes))
        # A hyphen joins: "QP-AN" is not "AN", and "BC-UBND" is a symbol, not a use of "UBND".
        self._pattern = re.compile(rf"(?<![\w/-])(?:{alternatives})(?![\w/-])") if shapes else None

    @property
    def idle(self) -> bool:
        """Whether there is nothing to introduce or to spell out."""
        return self._pattern is None

    def body(self, text: str, *, starts: bool = True) -> str:
        """Return running text with each short form introduced at its first use.

        ``starts`` says that the text opens a sentence, so that a long form there takes a capital.
        """
        return self._rewrite(text, starts, self._introduce)

    def heading(self, text: str) -> str:
        """Return a heading or title with long forms only; it introduces nothing."""
        return self._rewrite(
            self._without_brackets(text), True, lambda item, _before, _after: item.long
        )

    def _without_brackets(self, text: str) -> str:
        """Return a text without short forms in brackets: ``an ninh trật tự (ANTT)``."""
        if self._pattern is None or "(" not in text:
            return text
        # Blanks are looked at from the first of them only.
        found = re.finditer(rf"(?<!\s)\s*\({self._pattern.pattern}\)", text)
        return _replaced(text, ((match, "") for match in found))

    def _introduce(self, item: Abbreviation, before: str, after: str) -> str:
        if not item.introduce or item.short in self._known:
            return item.short
        self._known.add(item.short)
        # Alone in brackets it has been introduced by hand, in the writer's own long form.
        if before.endswith("(") and after.startswith(")"):
            return item.short
        return f"{item.long} ({item.short})"

    def _rewrite(
        self, text: str, starts: bool, form: Callable[[Abbreviation, str, str], str]
    ) -> str:
        if self._pattern is None or not text:
            return text

        def written(match: re.Match[str]) -> str:
            start, end = match.span()
            words = form(self._by_shape[match[0]], text[start - 1 : start], text[end : end + 1])
            while start and text[start - 1] in " “\"'(":
                start -= 1
            opens = text[start - 1] in ".!?" if start else starts
            return upper_first(words) if opens else words

        found = self._pattern.finditer(text)
        return _replaced(text, ((match, written(match)) for match in found))


def _replaced(text: str, found: Iterable[tuple[re.Match[str], str]]) -> str:
    """Return a text with words in place of matches; its own kind of text is kept."""
    pieces: list[str] = []
    last = 0
    for match, words in found:
        pieces += (text[last : match.start()], words)
        last = match.end()
    return text[:0].join([*pieces, text[last:]]) if pieces else text
