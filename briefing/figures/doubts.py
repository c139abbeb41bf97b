"""Why a statement is not held against its numbers."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """A reason for which a statement stays open; the catalogues say each in words."""

    ALONE = "alone"
    NO_RATE = "no-rate"
    NO_BASE = "no-base"
    NO_CRITERIA = "no-criteria"
    NOTHING = "nothing"
    VAGUE = "vague"
    SOME_PARTS = "some-parts"
    OPEN_LIST = "open-list"
    OVERLAP = "overlap"
    WHOLE = "whole"
    OTHER = "other"
    BASE = "base"
    FAR = "far"
    VOTES = "votes"
    SPOKEN = "spoken"
    DISTANT = "distant"
    UNREADABLE = "unreadable"
