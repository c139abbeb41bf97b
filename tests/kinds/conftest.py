"""The command line, and a copy of a shipped input to build from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli.running import HOA_BINH, briefing

__all__ = ["briefing", "source"]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a copy of the Hòa Bình input, alone in a folder."""
    return Path(shutil.copy(HOA_BINH, tmp_path))
