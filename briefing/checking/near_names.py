"""The names that somebody may have meant by what stands in braces, as the input may write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from briefing.checking.shared import phrases_of
from briefing.findings import Guesses
from briefing.patterns import Pattern
from briefing.report import Report
from briefing.vietnamese import without_marks

_WORD = Pattern(r"[a-z0-9]+")
_LONGEST = 60
"""Characters of what stands behind a brace that may be a name."""
_OFFERED = 3


class NearNames:
    """Knows what sentences of a report may call, by name and by the words behind the name."""

    def __init__(self, report: Report, guesses: Guesses) -> None:
        self._report = report
        self._guesses = guesses

    @cached_property
    def _labels(self) -> dict[str, str]:
        """The words behind each name that no other name has."""
        report = self._report
        said = {name: figure.label for name, figure in report.figures.items()}
        said |= {name: person.name for name, person in report.people.items() if person.name}
        spellings = {name: spelt(text) for name, text in said.items()}
        often = Counter(spellings.values())
        return {name: text for name, text in said.items() if often[spellings[name]] == 1}

    @cached_property
    def _by_words(self) -> dict[str, str]:
        """Each name by its letters and by those of the words behind it."""
        by_words = {spelt(name): name for name in phrases_of(self._report).names}
        return by_words | {spelt(text): name for name, text in self._labels.items()}

    def near(self, said: str, *, in_form: bool) -> list[str]:
        """Return up to three names, the likeliest first, in braces.

        In a filled form they are offered in the words of the form, elsewhere as names alone.
        """
        written = spelt(said[:_LONGEST])
        if not written:
            return []
        return [self.called(name, in_form=in_form) for name in self._like(written)]

    def _like(self, written: str) -> list[str]:
        meant = [words for words in self._by_words if f"{written}_".startswith(f"{words}_")]
        if meant:
            return [self._by_words[max(meant, key=len)]]
        holding = [words for words in self._by_words if f"_{written}_" in f"_{words}_"]
        # What begins so is likelier than what has it somewhere, a shorter name than a longer one.
        holding.sort(key=lambda words: (not words.startswith(written), len(words)))
        near = self._guesses.near(written, self._by_words)
        found = [self._by_words[words] for words in (*([near] if near else []), *holding)]
        return list(dict.fromkeys(found))[:_OFFERED]

    def called(self, name: str, *, in_form: bool) -> str:
        """Return a name in braces, in a filled form the words behind it where they are its own."""
        words = _plain(self._labels).get(name) if in_form else None
        return f"{{{words or name}}}"


def spelt(text: str) -> str:
    """Return a text as a name would be made of it: small Latin letters, joined by underscores."""
    return "_".join(_WORD.findall(without_marks(text).lower()))


def _plain(labels: Mapping[str, str]) -> dict[str, str]:
    """Return the labels that can stand in braces."""
    return {name: text for name, text in labels.items() if not set("{}\n") & set(text)}
