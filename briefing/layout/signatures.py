"""How the signatures of several bodies share the line; in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from briefing.document import Line, Signing, plain
from briefing.layout.glue import reworded
from briefing.layout.metrics import face_of, text_width
from briefing.layout.names import glued, name_lines
from briefing.layout.split import FILL, GUTTER
from briefing.standards import Component, Standard
from briefing.values import record

_RANKS = frozenset(("tá", "úy", "uý", "tướng", "sĩ", "sỹ", "nhân"))
"""What ranks and degrees end with, in small letters: ``Thượng tá``, ``Bác sĩ``."""


@record
class _Way:
    """A way to set a signature: how many lines it takes, and how wide its column is with gutter."""

    lines: int
    width: float


def signature_widths(
    signings: Sequence[Signing], standard: Standard, width: float
) -> tuple[float, ...]:
    """Return how wide the column of each signature is, with its gutter.

    Each has what its lines take and an equal part of the rest. Where not all find room on a line,
    those are broken that leave the whole lowest; where that does not help, all are alike wide.
    """
    ways = product(*(_Signature(one, standard).ways() for one in signings))
    fitting = [chosen for chosen in ways if _sum(chosen) <= width]
    if not fitting:
        return (width / len(signings),) * len(signings)
    best = min(fitting, key=_cost)
    free = (width - _sum(best)) / len(best)
    return tuple(way.width + free for way in best)


def signer_line(line: Line, rules: Component, room: float) -> Line:
    """Return the name of who signs; one that is too long breaks once, after the rank if it can."""
    words, face = plain(line).split(" "), face_of(rules)
    if any(run.gap for run in line) or text_width(plain(line), rules.size, face) <= room:
        return line
    ways = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    widths = {way: max(text_width(part, rules.size, face) for part in way) for way in ways}
    fitting = [way for way in ways if widths[way] <= room * FILL]
    if not fitting:
        return line
    best = min(fitting, key=lambda way: (not _ranks(way[0]), widths[way]))
    return reworded(line, glued(best))


def _ranks(words: str) -> bool:
    """Say whether words before a name may be a rank or a degree: no name ends so."""
    return words.endswith((",", ".")) or words.rpartition(" ")[2] in _RANKS


def _sum(ways: Sequence[_Way]) -> float:
    return sum(way.width for way in ways)


def _cost(ways: Sequence[_Way]) -> tuple[int, int, float]:
    lines = [way.lines for way in ways]
    return max(lines), sum(lines), _sum(ways)


class _Signature:
    """One who signs: names of bodies and posts may break, that of a person does not."""

    def __init__(self, signing: Signing, standard: Standard) -> None:
        self._standard = standard
        names = [("signature", line) for line in signing.authority]
        names += [("post", line) for line in (signing.post, signing.other_post) if line]
        self._names = [(part, plain(line)) for part, line in names]
        self._signer = self._width("signer", plain(signing.signer))

    def ways(self) -> Iterator[_Way]:
        """Yield the ways to set it, from the widest to the narrowest."""
        lines = self._names
        while True:
            widest = max((self._width(*line) for line in lines), default=0.0)
            yield _Way(len(lines), max(widest, self._signer) / FILL + GUTTER)
            # Narrower than its widest line, until a word finds no room.
            lines = [
                (part, line)
                for part, name in self._names
                for line in self._lines(part, name, widest)
            ]
            if widest <= self._signer or max(self._width(*line) for line in lines) >= widest:
                return

    def _lines(self, part: str, name: str, widest: float) -> tuple[str, ...]:
        rules = self._standard.components[part]
        return name_lines(name, rules.size, face_of(rules), widest - 1)

    def _width(self, part: str, text: str) -> float:
        rules = self._standard.components[part]
        return text_width(rules.cased(text), rules.size, face_of(rules))
