"""How the signatures of several bodies share the line; in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.document import Signing, plain
from briefing.layout.metrics import face_of, text_width
from briefing.layout.split import FILL, GUTTER
from briefing.standards import Standard


def signature_widths(
    signings: Sequence[Signing], standard: Standard, width: float
) -> tuple[float, ...]:
    """Return how wide the column of each signature is, with its gutter.

    Each has what its lines take and an equal part of the rest, where all lines find room at all.
    """
    needs = [max(_widths(one, standard)) / FILL + GUTTER for one in signings]
    free = (width - sum(needs)) / len(needs)
    return tuple(need + free if free >= 0 else width / len(needs) for need in needs)


def _widths(signing: Signing, standard: Standard) -> Iterator[float]:
    lines = [("signature", line) for line in signing.authority]
    lines += [("post", signing.post), ("post", signing.other_post), ("signer", signing.signer)]
    for component, line in lines:
        rules = standard.components[component]
        yield text_width(rules.cased(plain(line)), rules.size, face_of(rules))
