"""Numbers that writers type before a heading, in the shapes of Nghị định 30/2020/NĐ-CP, II.5."""

from __future__ import annotations

import re

_TYPED = re.compile(
    r"(?:[IVX]+[.)]|\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[A-D]\.|[a-zđ]\))(?=\s)(?!\s?[A-ZĐ]\.)"
    r"|[IVX]+\s?[-–](?=\s)"
    r"|(?:[Pp]hần|PHẦN|[Mm]ục|MỤC|[Cc]hương|CHƯƠNG)\s+(?:[IVX]+|\d+|[Tt]hứ\s\w+|THỨ\s\w+)\b"
    r"|(?:[Pp]hụ lục|PHỤ LỤC)(?:\s+[IVX\d]+)?(?=\s*[:.]|\s*$)"
)


def typed_number(heading: str) -> str:
    """Return the number typed at the beginning of a heading: ``II.``, ``1.2.``, ``a)``; or nothing.

    ``5 năm thực hiện``, ``V. I. Lênin`` have none.
    """
    found = _TYPED.match(heading.strip())
    return found[0].strip() if found else ""
