"""A pack's own ``kinds.toml``: faults at their line, kinds beside the built-in ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing

from briefing.reading import read_toml, validate_as
from briefing.templating import template_folder
from briefing.templating.kind_file import KindFile
from localities.made import CAO_SON, write_input, write_pack

KINDS = """\
[bao-cao-nhanh]
kind = "Báo cáo nhanh"
symbol = "BC"
requires = ["subject", "signature.post|signature.head"]
description = { vi = "Báo cáo nhanh" }
"""
TEMPLATE = "# {{ kind }}\n\nNhanh\n\nViệc gấp.\n"


def test_the_built_in_kinds_follow_the_schema_too() -> None:
    validate_as(KindFile, read_toml(template_folder() / "kinds.toml"))


def own_kind(text: str) -> Path:
    folder = write_pack("cao-son", CAO_SON, bao_cao_nhanh=TEMPLATE)
    (folder / "kinds.toml").write_text(text, encoding="utf-8")
    file = write_input("cao-son")
    source = file.read_text(encoding="utf-8").replace("bao-cao-tong-ket", "bao-cao-nhanh")
    file.write_text(source, encoding="utf-8")
    return file


def test_a_kind_of_ones_own_is_built(briefing: Briefing) -> None:
    outcome = briefing("preview", own_kind(KINDS))

    assert outcome.code == 0, outcome.err
    assert "# BÁO CÁO NHANH" in outcome.out
    assert "Việc gấp." in outcome.out


def test_a_kind_of_ones_own_is_listed_started_and_part_of_all(briefing: Briefing) -> None:
    own_kind(KINDS)
    assert "bao-cao-nhanh\tBáo cáo nhanh" in briefing("kinds", "--locality", "cao-son").out
    assert "bao-cao-nhanh" not in briefing("kinds").out

    started = briefing("new", "bao-cao-nhanh", "--locality", "cao-son")
    assert "kind: bao-cao-nhanh " in started.out
    assert briefing("build", write_input("cao-son"), "--kind", "all").code == 0
    assert Path("năm-bao-cao-nhanh.docx").is_file()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind =", "kid =", "[input/unknown-key]"),
        ('"subject"', '"subjet"', "“subjet”"),
        ('"subject"', '"results.area"', "[kind/unknown-fact]"),
        ('"BC"', "1", "[input/not-text]"),
        ("[bao-cao-nhanh]", "[Báo]", "kinds.toml"),
        ('{ vi = "Báo cáo nhanh" }', '"x"', "[input/not-a-group]"),
        ("symbol", "periods = ['day']\nsymbol", "[input/unknown-choice]"),
        ("]", "", "[toml/syntax]"),
    ],
)
def test_a_fault_is_told_in_the_file_of_kinds(
    briefing: Briefing, old: str, new: str, told: str
) -> None:
    assert old in KINDS
    outcome = briefing("check", own_kind(KINDS.replace(old, new, 1)))

    assert outcome.code == 2
    assert f"{Path('localities', 'cao-son', 'kinds.toml')}:" in outcome.out
    assert told in outcome.out
