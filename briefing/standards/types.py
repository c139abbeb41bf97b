"""The types of documents and the letters that stand for them in a symbol."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefing.program_data import table_beside


@cache
def document_types() -> Mapping[str, str]:
    """Return by type the letters of its symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I)."""
    return table_beside(__file__, "types.toml")


def symbol_of_type(title: str) -> str | None:
    """Return the letters for the type with which a title begins: ``Báo cáo nhanh`` has ``BC``."""
    said = f"{' '.join(title.casefold().split())} "
    return next(
        (
            letters
            for name, letters in document_types().items()
            if said.startswith(f"{name.casefold()} ")
        ),
        None,
    )


_NOT_ADDRESSED = frozenset(
    ("NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BB")
)


def is_addressed(symbol: str) -> bool:
    """Say whether documents of a type say to whom they go ("Kính gửi").

    Reports, submissions and letters do; notices, plans, decisions and the like have recipients
    alone (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9).
    """
    return symbol not in _NOT_ADDRESSED


def other_type(title: str, symbol: str) -> str | None:
    """Return the type whose symbol a title of another type bears, ``None`` where there is none.

    Letters of no type in the table are an office's own.
    """
    letters = symbol_of_type(title)
    if letters is None or letters == symbol:
        return None
    return next((name for name, known in document_types().items() if known == symbol), None)
