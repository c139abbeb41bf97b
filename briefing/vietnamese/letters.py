"""The letters that number a điểm.

Nghị định 30/2020/NĐ-CP orders điểm by the Vietnamese alphabet and, in its own text, uses no
letter with a circumflex, breve or horn: a, b, c, d, đ, e, g, h … without f, j, w, z.
"""

from __future__ import annotations

ITEM_LETTERS = "abcdđeghiklmnopqrstuvxy"


def item_letter(position: int) -> str:
    """Return the letter of the ``position``-th điểm, from 1; past ``y`` letters double."""
    rounds, index = divmod(position - 1, len(ITEM_LETTERS))
    return ITEM_LETTERS[index] * (rounds + 1)
