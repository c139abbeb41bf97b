"""docs/batch.md: what it says of the inputs that a folder brings."""

from __future__ import annotations

import pytest
from cli.running import REPOSITORY

from briefing.reading import READ_SUFFIXES

PAGES = ["batch.md", "batch.vi.md"]


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_every_ending_that_is_read(page: str) -> None:
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")

    assert [suffix for suffix in READ_SUFFIXES if f"`{suffix}`" not in text] == []
