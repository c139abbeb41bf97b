"""The files in examples/ are what the inputs build."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import briefing
from examples.__main__ import DRAFTS

ROOT = Path(__file__).parent.parent.parent
INPUTS = sorted((ROOT / "inputs").glob("*.yaml"))


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts unpacked: another zlib may pack the same parts into other bytes."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("source", INPUTS, ids=lambda source: source.stem)
def test_the_example_document_is_what_its_input_builds(source: Path) -> None:
    kept = (ROOT / "examples" / f"{source.stem}.docx").read_bytes()
    assert parts(kept) == parts(briefing.build(briefing.load(source), draft=source.stem in DRAFTS))


@pytest.mark.parametrize("source", INPUTS, ids=lambda source: source.stem)
def test_the_example_preview_is_what_its_input_shows(source: Path) -> None:
    kept = (ROOT / "examples" / f"{source.stem}.md").read_text(encoding="utf-8")
    assert kept == briefing.preview(briefing.load(source), draft=source.stem in DRAFTS)


@pytest.mark.parametrize("source", INPUTS, ids=lambda source: source.stem)
def test_there_is_a_picture_of_every_page(source: Path) -> None:
    pages = sorted((ROOT / "examples").glob(f"{source.stem}-[0-9]*.png"))
    numbers = [int(page.stem.rpartition("-")[2]) for page in pages]
    assert numbers == [n + 1 for n in range(len(pages))]
    assert len(pages) >= 2


@pytest.mark.parametrize("name", DRAFTS)
def test_what_is_shown_as_a_draft_is_refused_as_final(name: str) -> None:
    with pytest.raises(briefing.RefusedError):
        briefing.build(briefing.load(ROOT / "inputs" / f"{name}.yaml"))
