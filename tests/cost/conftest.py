"""Every test works in an empty folder of its own, without packs of the user."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import briefing

__all__ = ["briefing"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    return tmp_path
