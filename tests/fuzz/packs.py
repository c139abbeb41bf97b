"""Packs: ``locality.toml`` and ``kinds.toml``, under an input that names them."""

from __future__ import annotations

import os
from pathlib import Path

from fuzz.expected import REPOSITORY, folder, put
from fuzz.inputs import through

_INPUT = """\
schema: 1
kind: bao-cao-rieng
locality: cao-son
period: {year: 2023}
date: 2023-12-20
subject: an ninh
"""
_KINDS = """\
[bao-cao-rieng]
kind = "Báo cáo"
symbol = "BC"
requires = ["subject"]
expects = ["tasks|proposals"]
periods = ["year"]
description = { vi = "riêng", en = "own" }
"""
_PACK = """\
name = "xã Cao Sơn"
level = "commune"
parent = "hoa-binh"
place = "Cao Sơn"
signer = "a"
[issuers.police]
name = "Công an xã Cao Sơn"
[signers.a]
authority = "KT"
head = "CHỦ TỊCH"
post = "PHÓ CHỦ TỊCH"
[abbreviations]
ANTT = { long = "an ninh trật tự" }
[[before]]
date = "2023-01-01"
name = "xã Cao"
"""
_SPLIT = b"\n#kinds\n"
TOKENS = (
    *_PACK.split(),
    *_KINDS.split(),
    *("until", "into", "short_name", "code", "recipients", "copies", "archive", "figure_style"),
    *(
        "false",
        "true",
        "inf",
        "nan",
        "-inf",
        "1e9999",
        "0xffffffffffffffff",
        "1979-05-27T07:32:00Z",
    ),
    *(
        "07:32:00",
        "[[",
        "]]",
        "[",
        "]",
        "{",
        "}",
        " = ",
        ".",
        '"""',
        "'''",
        "\\uD800",
        "\\U00110000",
    ),
    *("a.b.c.d", "\n#kinds\n", "9" * 40, '""', "''", "\t", "\r\n", "#"),
)


def one(data: bytes) -> None:
    """Read an input over a pack; what follows ``#kinds`` is the pack's ``kinds.toml``."""
    pack, _, kinds = data.partition(_SPLIT)
    put("localities/cao-son/locality.toml", pack)
    put("localities/cao-son/kinds.toml", kinds)
    file = put("input.yaml", _INPUT.encode())
    here = Path.cwd()
    os.chdir(folder())
    try:
        through(file)
    finally:
        os.chdir(here)


def seeds() -> list[bytes]:
    """Return a small pack with its kinds, and the packs and kinds of the repository."""
    folder = REPOSITORY / "templates"
    packs = [file.read_bytes() for file in sorted(folder.glob("localities/*/locality.toml"))]
    kinds = (folder / "kinds.toml").read_bytes()
    both = _PACK.encode() + _SPLIT + _KINDS.encode()
    return [both, *packs, _PACK.encode() + _SPLIT + kinds]
