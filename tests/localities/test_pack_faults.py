"""Faults of a pack are told like those of an input: at their place, all at once, in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.running import Briefing

from localities.made import CAO_SON, write_input, write_pack

FILE = str(Path("localities", "cao-son", "locality.toml"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = 'x'\nlevel = = 1\n", ["2:9 toml/syntax"]),
        ("name = 'x\nplace = 'x'", ["1:10 toml/syntax"]),
        (CAO_SON + "plac = 'x'\n", ["6:1 input/unknown-key"]),
        (
            CAO_SON.replace('"commune"', '"xã"') + "code = 17\n",
            ["3:1 input/unknown-choice", "6:1 input/not-text"],
        ),
        (
            CAO_SON + "[signers.chu_tich]\nauthority = 'KT'\n",
            ["6:1 input/head-without-authority"],
        ),
        (CAO_SON + "[recipients]\ncopies = 'Sở'\n", ["7:1 input/not-a-list"]),
        (CAO_SON + "[recipients.copies]\nso = 1\n", ["6:1 input/not-text"]),
        (CAO_SON + "[[before]]\nname = 'x'\n", ["6:1 input/missing-key"]),
    ],
)
def test_a_fault_has_its_line(briefing: Briefing, text: str, told: list[str]) -> None:
    write_pack("cao-son", text)
    outcome = briefing("check", write_input("cao-son"))

    assert outcome.code == 2
    found = re.findall(rf"^{re.escape(FILE)}:(\d+:\d+): lỗi: .*\[(.*)\]$", outcome.out, re.M)
    assert [" ".join(place_and_rule) for place_and_rule in found] == told


def test_a_mistyped_key_is_answered_with_the_nearest(briefing: Briefing) -> None:
    write_pack("cao-son", CAO_SON + "plac = 'x'\n")

    assert "gần nhất là “place”" in briefing("check", write_input("cao-son")).out


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{a=" * 100_000,
        'x = "' + "a" * 5_000_000 + '"',
        "\0",
        "[[a",
    ],
    ids=["lists", "tables", "size", "nul", "open"],
)
def test_a_hostile_file_is_refused_in_words(briefing: Briefing, text: str) -> None:
    write_pack("cao-son", text)
    outcome = briefing("check", write_input("cao-son"))

    assert outcome.code == 2
    assert FILE in outcome.out


@pytest.mark.parametrize("parent", ["../../etc", "/etc", "a/b", "Hòa Bình", "..", ""])
def test_a_parent_is_a_name_and_never_a_way_elsewhere(briefing: Briefing, parent: str) -> None:
    write_pack("cao-son", CAO_SON.replace("hoa-binh", parent))
    outcome = briefing("check", write_input("cao-son"))

    assert outcome.code == 2
    assert f"{FILE}:4:1" in outcome.out
