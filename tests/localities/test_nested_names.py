"""Packs in the folders of others: namesakes side by side, faces of one line, no way elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing

from briefing.localities import load_locality
from localities.made import CAO_SON, write_input, write_pack

OTHER = CAO_SON.replace('parent = "hoa-binh"\n', "")


def two(briefing: Briefing) -> None:
    for province in ("phu-tho", "nghe-an"):
        assert briefing("locality", "new", f"{province}/xã Cao Sơn").code == 0


def test_two_of_one_name_live_side_by_side(briefing: Briefing) -> None:
    two(briefing)

    assert load_locality("phu-tho/cao-son").under == "tỉnh Phú Thọ"
    assert load_locality("nghe-an/cao-son").under == "tỉnh Nghệ An"
    listed = briefing("locality", "list").out
    assert "phu-tho/cao-son → phu-tho\txã Cao Sơn" in listed
    assert "nghe-an/cao-son → nghe-an\txã Cao Sơn" in listed
    shown = briefing("preview", "--draft", write_input("nghe-an/cao-son", date="2025-12-20")).out
    assert "XÃ CAO SƠN" in shown


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_name_that_means_several_is_told_with_all_of_them(
    briefing: Briefing, language: str
) -> None:
    two(briefing)
    outcome = briefing("check", write_input("cao-son"), "--lang", language)

    assert outcome.code == 2
    assert "năm.yaml:3:" in outcome.out
    assert "nghe-an/cao-son, phu-tho/cao-son" in outcome.out
    assert "[locality/ambiguous]" in outcome.out


def test_the_last_part_is_enough_where_there_is_one(briefing: Briefing) -> None:
    assert briefing("locality", "new", "phu-tho/xã Cao Sơn").code == 0

    found = load_locality("cao-son")
    assert found.packs[0].name == "phu-tho/cao-son"
    assert "XÃ CAO SƠN" in briefing("preview", "--draft", write_input("cao-son")).out


def test_a_pack_of_that_very_name_comes_first(briefing: Briefing) -> None:
    two(briefing)
    write_pack("cao-son", CAO_SON.replace("Cao Sơn", "Của tôi"))

    assert load_locality("cao-son").told.data["name"] == "xã Của tôi"


def test_the_folder_above_is_the_parent_unless_the_pack_says_another() -> None:
    write_pack("phu-tho/cao-son", OTHER)
    write_pack("nhom/dong-tam", CAO_SON.replace("hoa-binh", "nghe-an"))
    write_pack("nhom/khong", OTHER)

    assert load_locality("phu-tho/cao-son").under == "tỉnh Phú Thọ"
    assert load_locality("nhom/dong-tam").under == "tỉnh Nghệ An"
    assert load_locality("nhom/khong").under is None


@pytest.mark.parametrize("name", ["cao-son/cong-an", "phu-tho/cao-son/cong-an"])
def test_a_face_is_one_line(briefing: Briefing, name: str) -> None:
    above = name.rpartition("/")[0]
    full = f"{above.rpartition('/')[0]}/xã Cao Sơn".lstrip("/")
    assert briefing("locality", "new", full, "--parent", "phu-tho").code == 0
    assert briefing("locality", "new", name, "--body", "police").code == 0

    file = Path("localities", name, "locality.toml")
    assert file.read_text(encoding="utf-8") == 'force = "police"\n'
    shown = briefing("preview", "--draft", write_input(name, date="2025-12-20")).out
    assert "CÔNG AN XÃ CAO SƠN" in shown
    assert "TRƯỞNG CÔNG AN" in shown


def test_a_face_elsewhere_names_its_parent(briefing: Briefing) -> None:
    write_pack("cao-son")

    made = ("locality", "new", "ca-cao-son", "--parent", "cao-son", "--body", "police")
    assert briefing(*made).code == 0
    text = Path("localities", "ca-cao-son", "locality.toml").read_text(encoding="utf-8")
    assert text == 'parent = "cao-son"\nforce = "police"\n'
    assert briefing("locality", "new", "x", "--body", "police").code == 2
    wrong = briefing("locality", "new", "y", "--parent", "cao-son", "--body", "polices")
    assert wrong.code == 2
    assert "police" in wrong.err


@pytest.mark.parametrize(
    "name", ["../cao-son", "a/../b", "/a", "a/", "a//b", "a/b/c/d", "a\\b", "A/b", "a/.b"]
)
def test_a_name_is_never_a_way_elsewhere(briefing: Briefing, name: str) -> None:
    source = write_input("x")
    text = source.read_text(encoding="utf-8").replace("locality: x", f"locality: '{name}'")
    source.write_text(text, encoding="utf-8")

    assert briefing("check", source).code == 2
    assert briefing("locality", "new", name, "--body", "police", "--parent", "phu-tho").code == 2
    assert not Path("localities").exists()


def test_a_folder_on_the_way_that_is_a_link_out_is_refused(briefing: Briefing, here: Path) -> None:
    outside = here.parent / f"{here.name}-ngoai" / "cao-son"
    outside.mkdir(parents=True)
    (outside / "locality.toml").write_text(OTHER, encoding="utf-8")
    Path("localities").mkdir()
    Path("localities", "phu-tho").symlink_to(outside.parent)

    outcome = briefing("check", write_input("phu-tho/cao-son"))
    assert outcome.code == 2
    assert "[pack/link]" in outcome.out


def test_templates_of_a_pack_in_another_are_its_own(briefing: Briefing) -> None:
    write_pack("phu-tho/cao-son", OTHER)
    made = ("template", "new", "bao-cao-tong-ket", "--locality", "phu-tho/cao-son")
    assert briefing(*made, "--block", "proposals").code == 0

    assert Path("localities", "phu-tho", "cao-son", "bao-cao-tong-ket.md.j2").is_file()
    assert briefing("template", "lint", "--locality", "cao-son").code == 0
    assert briefing("locality", "pack", "phu-tho/cao-son", "-o", "x.zip").code == 0
    assert briefing("locality", "install", "x.zip", "--as", "nghe-an/cao-son", "--yes").code == 0
    assert load_locality("nghe-an/cao-son").under == "tỉnh Nghệ An"


@pytest.mark.parametrize("command", [("template", "new", "bao-cao-tong-ket", "--block", "plan")])
def test_nothing_is_ever_written_into_the_programs_folder(
    briefing: Briefing, command: tuple[str, ...]
) -> None:
    assert briefing(*command, "--locality", "hoa-binh").code == 2
    write_pack("hoa-binh", "")
    assert briefing(*command, "--locality", "hoa-binh").code == 0
    assert Path("localities", "hoa-binh", "bao-cao-tong-ket.md.j2").is_file()
