"""Files of the shipped inputs and templates that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli.running import REPOSITORY

from .serving import HOA_BINH, copied


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return copied(HOA_BINH, tmp_path)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REPOSITORY / "templates", tmp_path / "templates"))
