"""Short forms introduced once, at their first use, with the long form before them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from briefing.values import changing, record
from briefing.vietnamese.text import upper_first


@record
class Abbreviation:
    """A short form, its long form, other shapes of it met in texts, and whether to introduce it.

    UBND and HĐND are understood everywhere and need no introduction in a report.
    """

    short: str
    long: str
    variants: tuple[str, ...] = ()
    introduce: bool = True


MAX_GROWTH = 1_000_000
"""How many characters long forms may take in one document."""


class GrowthError(Exception):
    """Long forms in place of short ones make a document grow beyond measure."""


@changing
class Introducer:
    """Rewrites texts in reading order, remembering which short forms have been introduced.

    What ``foresee`` was told beforehand decides where a short form is worth introducing: before
    another use of it, and not where a bracket follows or is open. Raises GrowthError when long
    forms take too much room.
    """

    abbreviations: Iterable[Abbreviation]
    _by_shape: Mapping[str, Abbreviation] = field(init=False)
    _pattern: re.Pattern[str] | None = field(init=False)
    _asked: tuple[str, ...] = field(init=False)
    _foreseen: Counter[str] = field(init=False, default_factory=Counter)
    _worth_it: dict[str, int] = field(init=False, default_factory=dict)
    _met: Counter[str] = field(init=False, default_factory=Counter)
    _grown: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._by_shape = {
            shape: item for item in self.abbreviations for shape in (item.short, *item.variants)
        }
        self._asked = tuple(self._by_shape)
        shapes = sorted(self._by_shape, key=len, reverse=True)
        alternatives = "|".join(map(re.escape, shapes))
        # A hyphen joins: "QP-AN" is not "AN", and "BC-UBND" is a symbol, not a use of "UBND".
        self._pattern = re.compile(rf"(?<![\w/-])(?:{alternatives})(?![\w/-])") if shapes else None

    @property
    def idle(self) -> bool:
        """Whether there is nothing to introduce or to spell out."""
        return self._pattern is None

    def expect(self, whole: str) -> bool:
        """Look for those shapes only that stand in a text, of which all others are a part.

        Returns whether there is any.
        """
        self._asked = tuple([shape for shape in self._by_shape if shape in whole])
        return bool(self._asked)

    def concerns(self, text: str) -> bool:
        """Say whether a text holds what may be a short form; most hold none."""
        # That is seen sooner without the pattern.
        return any(map(text.__contains__, self._asked))

    def foresee(self, text: str) -> None:
        """Look at running text before any is rewritten, in reading order too."""
        if self._pattern is None or not self.concerns(text):
            return
        for match in self._pattern.finditer(text):
            use = _use(text, match)
            if use != _OF_A_LAW:
                short = self._by_shape[match[0]].short
                if use != _BY_A_BRACKET:
                    self._worth_it.setdefault(short, self._foreseen[short])
                self._foreseen[short] += 1

    def body(self, text: str, *, starts: bool = True) -> str:
        """Return running text with each short form introduced at its first use.

        ``starts`` says that the text opens a sentence, so that a long form there takes a capital.
        """
        if self._foreseen and "(" in text:
            text = self._without_brackets(text, self._used_nowhere_else)
        return self._rewrite(text, starts, self._introduce)

    def _used_nowhere_else(self, item: Abbreviation) -> bool:
        return item.introduce and self._introduced_at(item) is None

    def _introduced_at(self, item: Abbreviation) -> int | None:
        """Return the use, from 0, at which a short form is worth introducing."""
        at = self._worth_it.get(item.short)
        return at if at is not None and at + 1 < self._foreseen[item.short] else None

    def heading(self, text: str) -> str:
        """Return a heading or title with long forms only; it introduces nothing."""
        return self._rewrite(self._without_brackets(text), True, lambda item, _use: item.long)

    def _without_brackets(
        self, text: str, which: Callable[[Abbreviation], bool] = lambda _item: True
    ) -> str:
        """Return a text without short forms in brackets: ``an ninh trật tự (ANTT)``."""
        if self._pattern is None or "(" not in text:
            return text
        # Blanks are looked at from the first of them only.
        found = re.finditer(rf"(?<!\s)\s*\(({self._pattern.pattern})\)", text)
        return _replaced(text, ((m, "") for m in found if which(self._by_shape[m[1]])))

    def _introduce(self, item: Abbreviation, use: str) -> str:
        if use == _OF_A_LAW and item.introduce:
            return upper_first(item.long)
        if not item.introduce:
            return item.short
        at = self._introduced_at(item) if self._foreseen else 0
        met = self._met[item.short]
        self._met[item.short] += 1
        if at is None or met < at:
            return item.long
        # Alone in brackets it has been introduced by hand, in the writer's own long form.
        return item.short if met > at or use == _BY_HAND else f"{item.long} ({item.short})"

    def _rewrite(self, text: str, starts: bool, form: Callable[[Abbreviation, str], str]) -> str:
        if self._pattern is None or not self.concerns(text):
            return text

        def written(match: re.Match[str]) -> str:
            start = match.start()
            item = self._by_shape[match[0]]
            words = form(item, _use(text, match))
            self._grown += len(words)
            if self._grown > MAX_GROWTH:
                raise GrowthError
            while start and text[start - 1] in " “\"'(":
                start -= 1
            # A sentence may end inside a quotation: “Vì bình yên.”
            last = text[:start].removesuffix("”")[-1:]
            opens = last in (".", "!", "?") if start else starts
            # A short form is written as it is, wherever it stands.
            return upper_first(words) if opens and words != item.short else words

        found = self._pattern.finditer(text)
        return _replaced(text, ((match, written(match)) for match in found))


_OF_A_LAW, _BY_HAND, _BY_A_BRACKET, _PLAIN = "of a law", "by hand", "by a bracket", "plain"
_NEAR = 400
"""How far back an open bracket is looked for, in characters."""
_LAW = re.compile(r"(?:Luật|Bộ luật|Pháp lệnh)\s+$")


def _use(text: str, match: re.Match[str]) -> str:
    """Return how a short form stands in a text."""
    start, end = match.span()
    if _LAW.search(text[max(0, start - 20) : start]):
        return _OF_A_LAW
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return _BY_HAND
    before = text[max(0, start - _NEAR) : start]
    within = before.rfind("(") > before.rfind(")")
    return _BY_A_BRACKET if within or text[end : end + 2] in (" (", "\u00a0(") else _PLAIN


def _replaced(text: str, found: Iterable[tuple[re.Match[str], str]]) -> str:
    """Return a text with words in place of matches; its own kind of text is kept."""
    pieces: list[str] = []
    last = 0
    for match, words in found:
        pieces += (text[last : match.start()], words)
        last = match.end()
    return text[:0].join([*pieces, text[last:]]) if pieces else text
