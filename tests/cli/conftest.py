"""The command line as a fixture, and copies of the shipped inputs and templates to spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.running import HOA_BINH, REPOSITORY, briefing

__all__ = ["briefing", "source", "templates"]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a copy of the Hòa Bình input, alone in a folder."""
    return Path(shutil.copy(HOA_BINH, tmp_path))


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """Return a copy of the built-in templates."""
    return Path(shutil.copytree(REPOSITORY / "templates", tmp_path / "templates"))
