"""Where a sentence ends, and where a full stop only shortens a word."""

from __future__ import annotations

from briefing.figures.text.tokens import Tokens
from briefing.figures.text.wordlists import words_of

_ABBREVIATED = words_of("tp ts th ths pgs gs bs ks ls q p st tx tt đ mr mrs dr no tr stt s ô")


def ends_sentence(tokens: Tokens, i: int) -> bool:
    """Say whether the mark at a token ends its sentence."""
    if i + 1 >= len(tokens):
        return True
    if tokens.adjacent(i + 1) and tokens.words[i + 1] not in ")”\"'":
        return False
    before = tokens.at(i - 1)
    if tokens.words[i] == "." and (
        before in _ABBREVIATED or (len(before) == 1 and before.isalpha())
    ):
        return False
    following = tokens.text[tokens.starts[i + 1]]
    return following.isupper() or following in '“"(-[' or following.isdigit() or following == "\n"
