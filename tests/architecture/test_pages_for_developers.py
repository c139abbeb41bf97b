"""What the pages for developers send people to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("CONTRIBUTING.md", "docs/architecture.md")
FOLDERS = ("", "briefing", "briefing/checking", "briefing/officer")
"""Where a name may begin: a page that speaks of a room names what is in it from there."""

PATH = re.compile(r"`((?:[\w*.-]+/)+(?:[\w*-]+(?:\.[\w*-]+)*)?)`")


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_the_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = {name.replace("NAME", "*") for name in PATH.findall(text)}
    found = {name for name in named for folder in FOLDERS if any((ROOT / folder).glob(name))}

    assert len(named) > 15
    assert named - found == set()
