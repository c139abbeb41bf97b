"""A pack of the user over one of the program: it inherits what it does not say itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing

from briefing.localities import load_locality
from briefing.shipped import data_folder
from localities.made import write_pack

SHIPPED = data_folder("templates") / "localities"
WRITING = [
    ("template", "new", "bao-cao-tong-ket", "--block", "proposals"),
    ("kinds", "new", "cua-toi"),
]


def test_a_namesake_says_only_what_is_different() -> None:
    below = load_locality("ky-anh")
    write_pack("ky-anh", 'closing = "Hết"\n')
    own = load_locality("ky-anh")

    assert own.folders == (Path("localities", "ky-anh"), *below.folders)
    assert own.view.data == {**below.view.data, "closing": "Hết"}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
def test_nothing_is_written_into_the_programs_folder(
    briefing: Briefing, words: tuple[str, ...], language: str
) -> None:
    before = sorted(file for file in SHIPPED.rglob("*") if "__pycache__" not in file.parts)
    refused = briefing(*words, "--locality", "ky-anh", "--lang", language)

    assert refused.code == 2
    assert "locality/shipped" in refused.out + refused.err
    assert sorted(f for f in SHIPPED.rglob("*") if "__pycache__" not in f.parts) == before
    # What the remedy says heals.
    write_pack("ky-anh", "")
    assert briefing(*words, "--locality", "ky-anh").code == 0
    assert len(list(Path("localities", "ky-anh").iterdir())) > 1
