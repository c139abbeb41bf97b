"""The command line, a folder of inputs and a folder to build into; packs only from the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import briefing

from .made import write_inputs

__all__ = ["briefing", "inputs", "out"]


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Return a folder with five inputs."""
    return write_inputs(tmp_path / "đầu vào", 5)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return the folder to build into, which is not there yet."""
    return tmp_path / "kết quả"
