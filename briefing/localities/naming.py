"""What the full name of a locality says: the word for what it is, its own name, slug and level."""

from __future__ import annotations

import re

from briefing.localities.profiles import own_name, unit_word
from briefing.localities.slugs import is_slug
from briefing.vietnamese import without_marks

_LEVELS = {
    "tỉnh": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}
"""The level of a locality by the word for what it is; a ``thành phố`` may be of two."""


def told_by_name(name: str) -> dict[str, str]:
    """Return what ``xã Cao Sơn`` says by itself: ``name``, ``level`` and ``place``.

    Empty for what is not the name of a locality with the word for what it is.
    """
    name = " ".join(name.split())
    word, own = unit_word(name), own_name(name)
    if not word or not own:
        return {}
    told = {"name": f"{word} {own}", "place": own}
    level = _LEVELS.get(word)
    return {**told, "level": level} if level else told


def slug_of(name: str) -> str:
    """Return the name of a pack's folder for the full name of a locality: ``cao-son``.

    Empty when none of it can stand in the name of a folder.
    """
    own = own_name(name) or name
    slug = _spelt(own)
    # “xã Côn” is one of the names of devices that is also one of Vietnamese.
    return next((each for each in (slug, f"{slug}-{_spelt(unit_word(name))}") if is_slug(each)), "")


def _spelt(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", without_marks(text).lower()))
