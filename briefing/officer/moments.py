"""Moments as people write them."""

from __future__ import annotations


def moment(stamp: str) -> str:
    """Return when a state was kept: ``07:45 ngày 26/11/2026`` for ``20261126-074500``."""
    day, time = stamp.split("-")
    return f"{time[:2]}:{time[2:4]} ngày {day[6:]}/{day[4:6]}/{day[:4]}"
