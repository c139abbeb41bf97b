"""Places of findings, made again from what was kept of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.findings import Origin


def place_kept(file: str, kept: Mapping[str, Any]) -> Origin:
    """Return a place from what was kept of it; raises TypeError or ValueError for anything else."""
    from briefing.forms.spoken import kept_origin  # a place in a form speaks of its columns

    return kept_origin(file, kept)
