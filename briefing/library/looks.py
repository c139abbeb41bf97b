"""A pack's Word file of styles, before it is taken."""

from __future__ import annotations

from pathlib import Path

from briefing.findings import Finding
from briefing.word import look_of


def look_faults(folder: Path) -> tuple[Finding, ...]:
    """Return what is wrong with the ``style.docx`` of a pack; nothing where it has none."""
    return look_of([folder]).faults
