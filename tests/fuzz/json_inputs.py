"""Inputs in JSON."""

from __future__ import annotations

import json

from ruamel.yaml import YAML

from fuzz.expected import put
from fuzz.inputs import SMALL, cases, through
from fuzz.inputs import TOKENS as _WORDS

TOKENS = (
    *_WORDS,
    "true",
    "false",
    "Infinity",
    "NaN",
    "-Infinity",
    "1E400",
    "\\ud83d",
    "\\u0000",
    "/**/",
)


def one(data: bytes) -> None:
    """Read, check, build and preview one case."""
    through(put("input.json", data))


def seeds() -> list[bytes]:
    """Return a small report and the bad inputs."""
    small = json.dumps(YAML(typ="safe").load(SMALL), ensure_ascii=False, default=str)
    return [small.encode(), *cases("json")]
