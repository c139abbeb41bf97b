"""Inputs in YAML."""

from __future__ import annotations

from fuzz.expected import REPOSITORY, put
from fuzz.inputs import SMALL, TOKENS, cases, through

__all__ = ["TOKENS", "one", "seeds"]


def one(data: bytes) -> None:
    """Read, check, build and preview one case."""
    through(put("input.yaml", data))


def seeds() -> list[bytes]:
    """Return the inputs of the repository, whole and small ones, and the bad ones."""
    whole = [file.read_bytes() for file in sorted((REPOSITORY / "inputs").glob("*.yaml"))]
    fields = [file.read_bytes() for file in sorted((REPOSITORY / "tests/report").glob("*.yaml"))]
    return [SMALL.encode(), *whole, *fields, *cases("yaml")]
