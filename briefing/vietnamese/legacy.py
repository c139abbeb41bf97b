"""Texts typed with fonts of before Unicode: TCVN3 (.VnTime and the like) and VNI (VNI-Times).

Read as Unicode such a text is Latin letters and signs: ``C«ng an``, ``Coâng an``. TCVN3 is TCVN
5712:1993, VN3; VNI is the two-byte code of VNI Software for Windows.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

Code = Literal["TCVN3", "VNI"]
CODES: tuple[Code, ...] = ("TCVN3", "VNI")

_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        _LETTERS + "ĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_TONES = dict(zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_ROOFED = dict(zip("âàáåãä", ("", *_TONES.values()), strict=True))
_BREVED = dict(zip("êèéúüë", ("", *_TONES.values()), strict=True))
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    """Return the letters of VNI, longest first by how they are looked up."""
    found = dict(_ALONE)
    for vowel in "aeiouyôö":
        base = {"ô": "ơ", "ö": "ư"}.get(vowel, vowel)
        found |= {vowel + mark: base + tone for mark, tone in _TONES.items()}
    for vowel in "aeo":
        found |= {vowel + mark: f"{vowel}\u0302{tone}" for mark, tone in _ROOFED.items()}
    found |= {f"a{mark}": f"a\u0306{tone}" for mark, tone in _BREVED.items()}
    composed = {old: unicodedata.normalize("NFC", new) for old, new in found.items()}
    large = {old.upper(): new.upper() for old, new in composed.items()}
    mixed = {old[0].upper() + old[1:]: new.upper() for old, new in composed.items()}
    return {**mixed, **large, **composed}


_VNI = _vni()
_TCVN3_SIGN = re.compile("[" + re.escape("".join(_TCVN3)) + "]")
_VNI_SIGN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WORD = re.compile(r"[^\W\d_]+")
_RHYME = re.compile(
    r"(ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    r"(iê|yê|ia|ya|uô|ua|ươ|ưa|oa|oă|oe|uâ|uê|uơ|uy|uyê|uya|oo|[aăâeêioôơuưy])"
    r"(ch|ng|nh|[cmnptiouy])?"
)
_TODAY = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9\u0300-\u0323]")
"""Letters and marks that no text of an old code holds; they are outside Latin-1."""
_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ENOUGH = 2
"""Words that must become Vietnamese before a text is taken for one of an old code."""


def from_legacy(text: str, code: Code) -> str:
    """Return a text of an old code in Unicode; what is no letter of it stays."""
    if code == "TCVN3":
        return _TCVN3_SIGN.sub(lambda sign: _TCVN3[sign[0]], text)
    return _VNI_SIGN.sub(lambda sign: _VNI[sign[0]], text)


def legacy_code(text: str) -> Code | None:
    """Return the old code that a text is surely written in, ``None`` for any other text.

    Words that are no Vietnamese must become Vietnamese, and none that changes may be anything else.
    """
    if text.isascii() or _TODAY.search(text):
        return None
    for code in CODES:
        new = from_legacy(text, code)
        before, after = text.split(), new.split()
        if len(before) == len(after) and _becomes_vietnamese(before, after):
            return code
    return None


class OldFont(NamedTuple):
    """The code that a font of before Unicode shows; ``large`` ones show small letters large."""

    code: Code
    large: bool = False

    def read(self, text: str) -> str:
        """Return in Unicode what a text is with this font."""
        made = from_legacy(text, self.code)
        return made.upper() if self.large else made


def old_font(name: str) -> OldFont | None:
    """Return what a font of before Unicode is, by its name: .VnTime, .VnTimeH, VNI-Times."""
    said = name.strip().casefold()
    if said.startswith(".vn"):
        return OldFont("TCVN3", large=said.endswith("h"))
    return OldFont("VNI") if said.startswith(("vni-", "vni ")) else None


def is_of_old_font(text: str) -> bool:
    """Say whether a text whose font is an old one is written in its code, and not in Unicode."""
    return not text.isascii() and not has_letters_of_today(text)


def has_letters_of_today(text: str) -> bool:
    """Say whether a text has letters that no text of an old code has."""
    return _TODAY.search(text) is not None


def all_vietnamese(text: str) -> bool:
    """Say whether a text has words with Vietnamese letters, and all such words are Vietnamese."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    others = [word for word in words if not _is_vietnamese(word)]
    # ĐVT is no syllable.
    return len(words) - len(others) >= _ENOUGH and all(map(str.isupper, others))


def _becomes_vietnamese(before: list[str], after: list[str]) -> bool:
    gained = 0
    for old, new in zip(before, after, strict=True):
        if old == new:
            continue
        if not _is_vietnamese(new):
            return False
        # "tù" of TCVN3, which is "tự", is a word by chance: it speaks neither for nor against.
        gained += not _is_vietnamese(old)
    return gained >= _ENOUGH


def _is_vietnamese(word: str) -> bool:
    """Say whether the letters of a word are a syllable, whatever signs stand around it."""
    found = _WORD.findall(unicodedata.normalize("NFC", word))
    plain = word.strip(".,;:!?()[]“”\"'…-–/")
    if len(found) != 1 or found[0] != plain:
        return False
    letters = [unicodedata.normalize("NFD", letter) for letter in plain.lower()]
    bare = "".join(unicodedata.normalize("NFC", _MARKS.sub("", letter)) for letter in letters)
    toned = [at for at, letter in enumerate(letters) if _MARKS.search(letter)]
    syllable = _RHYME.fullmatch(bare)
    # One tone at most, and never on the sound that ends a syllable: "xaõ" is none.
    return syllable is not None and toned[1:] == [] and toned < [syllable.end(2)]
