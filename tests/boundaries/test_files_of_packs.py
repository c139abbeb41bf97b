"""What has the name of a pack's file and is none is told; it never counts as a file left out."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.running import Briefing

TOML = 'name = "xã Cao Sơn"\nlevel = "commune"\nparent = "phu-tho"\nplace = "Cao Sơn"\n'
INPUT = "schema: 1\nkind: bao-cao-tong-ket\nlocality: cao-son\nperiod: {year: 2023}\nsubject: x\n"
NAMES = [
    *("locality.toml", "kinds.toml", "style.docx", "bao-cao-tong-ket.md.j2", "macros.md.j2"),
    "replaced/closing@000000000000.md.j2",
]


def folder(place: Path) -> None:
    """Folder."""
    place.mkdir()


def pipe(place: Path) -> None:
    """Named pipe into which nobody writes."""
    os.mkfifo(place)


def link_to_nothing(place: Path) -> None:
    """Link to a file that is gone."""
    place.symlink_to("gone")


def circle(place: Path) -> None:
    """Link to itself."""
    place.symlink_to(place.name)


def put(name: str, make: Callable[[Path], None]) -> Path:
    pack = Path("localities", "cao-son")
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text(TOML, encoding="utf-8")
    Path("năm.yaml").write_text(INPUT, encoding="utf-8")
    place = pack / name
    place.parent.mkdir(exist_ok=True)
    place.unlink(missing_ok=True)
    make(place)
    return place


@pytest.mark.parametrize("make", [folder, pipe, link_to_nothing, circle])
@pytest.mark.parametrize("name", NAMES)
def test_what_stands_in_the_place_of_a_file_is_told(
    briefing: Briefing, name: str, make: Callable[[Path], None]
) -> None:
    place = put(name, make)
    outcome = briefing("build", "năm.yaml", "--draft")

    assert outcome.code == 2
    assert f"{place}: lỗi: tên này là tên tệp của gói địa phương" in outcome.err
    assert not Path("năm.docx").exists()


@pytest.mark.parametrize("command", ["show", "diff", "list"])
def test_every_command_that_reads_the_pack_tells_it(briefing: Briefing, command: str) -> None:
    place = put("kinds.toml", folder)
    words = ["cao-son"] if command != "list" else []

    assert str(place) in briefing("locality", command, *words).err


def test_a_batch_of_all_kinds_tells_it_of_the_inputs_that_use_the_pack(briefing: Briefing) -> None:
    place = put("kinds.toml", pipe)
    other = INPUT.replace("locality: cao-son\n", "")
    Path("khác.yaml").write_text(other, encoding="utf-8")
    outcome = briefing("build", "*.yaml", "-d", "ra", "--kind", "all", "--draft")

    assert outcome.err.count(f"{place}: lỗi") == 1


def test_following_the_remedy_heals(briefing: Briefing) -> None:
    place = put("kinds.toml", folder)
    place.rmdir()

    assert briefing("preview", "năm.yaml", "--draft").code == 0


def test_what_an_editor_leaves_beside_a_file_stops_nothing(briefing: Briefing) -> None:
    """Emacs keeps a link to nothing beside a file that is being edited."""
    place = put(".#locality.toml", lambda lock: lock.symlink_to("user@host.1:2"))

    assert place.is_symlink()
    assert briefing("preview", "năm.yaml", "--draft").code == 0
