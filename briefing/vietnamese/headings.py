"""Numbers that writers type before a heading, in the shapes of Nghị định 30/2020/NĐ-CP, II.5."""

from __future__ import annotations

import re

from briefing.patterns import Pattern

_TYPED = re.compile(
    r"(?:[IVX]+[.)]|\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[A-D]\.|[a-zđ]\))(?=\s)(?!\s?[A-ZĐ]\.)"
    r"|[IVX]+\s?[-–:](?=\s)"
    r"|(?:[IVX]+|\d{1,2})/(?=\s)"
    r"|(?:[Pp]hần|PHẦN|[Mm]ục|MỤC|[Cc]hương|CHƯƠNG)\s+(?:[IVX]+|\d+|[Tt]hứ\s\w+|THỨ\s\w+)\b"
    r"|(?:[Pp]hụ lục|PHỤ LỤC)(?:\s+[IVX\d]+)?(?=\s*[:.]|\s*$)"
)

_BARE = re.compile(r"(\d{1,2}|[IVX]+)\s+(\w)(?=\w)")
_BOLD = Pattern(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1")
_SHORT = 120
"""Letters of the longest line that is taken for a heading."""

_ORDINAL = Pattern(
    r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?) là"
    r"\s?[,:]",
    re.IGNORECASE,
)


def typed_ordinal(text: str) -> str:
    """Return the ordinal in words typed at the beginning of a text: ``Một là,``; or nothing."""
    found = _ORDINAL.match(text)
    return found[0] if found else ""


def typed_number(heading: str) -> str:
    """Return the number typed at the beginning of a heading: ``II.``, ``1.2.``, ``a)``; or nothing.

    ``5 năm thực hiện``, ``V. I. Lênin`` have none; ``IV Mới`` has one.
    """
    found = _TYPED.match(heading.strip())
    bare = "" if found else _bare(heading)
    return found[0].strip() if found else bare if not bare.isdigit() else ""


def bare_number(heading: str) -> str:
    """Return a number without a mark before a capital: ``1 Mới``; it may be a count as well.

    ``3 Chương trình mục tiêu quốc gia`` counts; ``1 Mới`` at the first place of its level does not.
    """
    bare = _bare(heading)
    return bare if bare.isdigit() else ""


def _bare(heading: str) -> str:
    found = _BARE.match(heading.strip())
    return found[1] if found and found[2].isupper() else ""


def heading_in_disguise(line: str) -> str:
    """Return the number typed at the beginning of a paragraph that looks like a heading.

    Such a line is wholly bold, or short and without a stop, as headings are.
    """
    text = line.strip()
    bold = _BOLD.fullmatch(text)
    words = (bold[2] if bold else text).strip()
    number = typed_number(words)
    ends = words.endswith((".", ";", ":", ",", "!", "?", "…"))
    return number if bold or (len(words) <= _SHORT and not ends) else ""
