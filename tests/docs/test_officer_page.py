"""The pages about the officer's page: their pictures are there, their words are those shown."""

from __future__ import annotations

import re
import struct

import pytest
from cli.running import REPOSITORY

from briefing.findings.catalogues import catalogue

DOCS = REPOSITORY / "docs"
PAGES = ["officer.md", "officer.vi.md"]
SCREEN = (1366, 768)


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def pictures(page: str) -> list[str]:
    return re.findall(r"!\[[^\]]+\]\((pictures/[^)]+)\)", text_of(page))


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_is_there_as_large_as_a_usual_screen(page: str) -> None:
    sizes = {
        name: struct.unpack(">II", (DOCS / name).read_bytes()[16:24]) for name in pictures(page)
    }

    assert sizes
    assert set(sizes.values()) == {SCREEN}
    others = set((DOCS / "pictures").glob("form-*.png"))  # of the workbook
    assert {(DOCS / name) for name in sizes} == set((DOCS / "pictures").glob("*.png")) - others


def test_both_languages_show_the_same_in_the_same_order() -> None:
    english, vietnamese = (text_of(page) for page in PAGES)

    assert pictures(PAGES[0]) == pictures(PAGES[1])
    assert english.count("\n## ") == vietnamese.count("\n## ")


@pytest.mark.parametrize("page", PAGES)
def test_what_the_page_calls_by_name_stands_on_the_pages(page: str) -> None:
    said_here = catalogue("vi")["page"]
    words = {said for said in said_here.values() if isinstance(said, str)}
    words |= set(said_here["periods"].values())
    called = {" ".join(one.split()) for one in re.findall(r"(?<!\*)\*([^*]+)\*", text_of(page))}

    assert called
    assert called - words == set()


def test_the_readme_leads_to_it() -> None:
    assert "docs/officer.md" in (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert "docs/officer.vi.md" in (REPOSITORY / "README.vi.md").read_text(encoding="utf-8")
