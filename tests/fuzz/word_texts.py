"""The statements of finished Word files."""

from __future__ import annotations

import briefing
from fuzz.expected import put, told, users_faults
from fuzz.packages import TOKENS, package, seeds

__all__ = ["TOKENS", "one", "seeds"]


def one(data: bytes) -> None:
    """Read the statements of one Word file."""
    with users_faults():
        readings = briefing.read_statements(put("text.docx", package(data)))
        told(reading.finding for reading in readings if reading.finding)
