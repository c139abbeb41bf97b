"""Where packs are looked for, and what the list of them says when one is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli.running import Briefing

import briefing as library
from localities.made import CAO_SON, write_input, write_pack


def put(shelf: str, name: str = "cao-son", place: str = "Cao Sơn") -> None:
    """Write a pack into a folder of packs anywhere."""
    folder = Path(shelf, "localities", name)
    folder.mkdir(parents=True)
    text = CAO_SON.replace('place = "Cao Sơn"', f'place = "{place}"')
    (folder / "locality.toml").write_text(text, encoding="utf-8")


def source(folder: str, locality: str = "cao-son") -> Path:
    Path(folder).mkdir(parents=True, exist_ok=True)
    return write_input(locality, name=f"{folder}/năm.yaml")


@pytest.mark.parametrize("shelf", ["a/b/c", "a/b", "a", ".", "settings/briefing"])
def test_a_pack_is_found_beside_the_input_above_it_here_and_in_the_settings(shelf: str) -> None:
    put(shelf, place="Nơi này")

    assert library.load(source("a/b/c")).place == "Nơi này"


def test_the_nearest_pack_is_taken() -> None:
    for shelf in ("settings/briefing", ".", "a", "a/b"):
        put(shelf, place=f"Ở {shelf}")
        assert library.load(source("a/b")).place == f"Ở {shelf}"


def test_a_parent_beside_the_input_is_found_too() -> None:
    put("a", "huyen-nha")
    above = Path("a/localities/huyen-nha/locality.toml")
    above.write_text('name = "huyện"\nopening = "Mở đầu."\n', encoding="utf-8")
    put("a/b")
    own = Path("a/b/localities/cao-son/locality.toml")
    own.write_text('name = "xã"\nparent = "huyen-nha"\n', encoding="utf-8")

    assert library.load(source("a/b")).opening == "Mở đầu."


def test_it_does_not_matter_where_the_program_runs_nor_how_the_input_is_named(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a/b", place="Nơi này")
    file = source("a/b")
    assert library.load(file.absolute()).place == "Nơi này"
    (here / "khác").mkdir()
    monkeypatch.chdir(here / "khác")

    assert library.load(file.absolute() if file.is_absolute() else here / file).place == "Nơi này"
    assert library.load(Path("..", file)).place == "Nơi này"


def test_above_an_input_that_lies_elsewhere_nothing_is_looked_for(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever unpacks an archive into a shared folder finds no stranger's packs above it."""
    put("a")
    file = here / source("a/b")
    (here / "khác").mkdir()
    monkeypatch.chdir(here / "khác")

    with pytest.raises(library.InputError) as caught:
        library.load(file)
    assert caught.value.findings[0].rule == "locality/unknown"


def test_a_batch_finds_packs_beside_each_input_and_sees_them_change(briefing: Briefing) -> None:
    put("vào/a", place="Nơi A")
    put("vào/b", place="Nơi B")
    for folder in ("vào/a", "vào/b"):
        source(folder)
    words = ("build", "vào", "-d", "ra", "--draft", "--resume", "--format", "json")
    assert briefing(*words).code == 0
    pack = Path("vào/b/localities/cao-son/locality.toml")
    pack.write_text(pack.read_text("utf-8").replace("Nơi B", "Nơi khác"), "utf-8")
    outcome = briefing(*words)

    assert outcome.out.count('"state": "unchanged"') == 1
    assert outcome.out.count('"state": "built"') == 1


def test_an_unknown_pack_is_told_with_the_places_that_were_looked_at(briefing: Briefing) -> None:
    said = briefing("check", source("a/b", "chua-co")).out

    settings = Path("settings", "briefing", "localities")
    places = (*(Path(each) for each in ("a/b/localities", "a/localities", "localities")), settings)
    assert f"“chua-co” trong {', '.join(map(str, places[:3]))}, " in said
    assert f"{settings} và trong các gói của chương trình; đang có: hoa-binh" in said


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("hoa-bin", "hoa-binh"),
        ("hoabinh", "hoa-binh"),
        ("hao-binh", "hoa-binh"),
        ("cao-sơn", None),
        ("cao-sonn", "cao-son"),
        ("xa-a", None),
        ("xa-b", None),
        ("an-nam", None),
        ("lac-son", None),
        ("cao-phong", None),
    ],
)
def test_only_a_name_that_is_alike_is_asked_for(
    briefing: Briefing, written: str, near: str | None
) -> None:
    """Two communes of one province are not each other's misspelling."""
    write_pack("cao-son")
    write_pack("xa-c")
    said = briefing("check", write_input(written)).out
    offered = said.partition("gần nhất là “")[2].partition("”")[0]

    assert (offered or None) == near


def test_one_broken_pack_does_not_end_the_list(briefing: Briefing) -> None:
    write_pack("xa-a")
    write_pack("xa-b", "name = = 1\n")
    write_pack("xa-c", CAO_SON.replace("hoa-binh", "xa-b"))
    write_pack("xa-d")
    outcome = briefing("locality", "list")
    rows = {line.split("\t")[0]: line.split("\t")[1] for line in outcome.out.splitlines()}

    assert outcome.code == 2
    assert rows["xa-a → hoa-binh → phu-tho"] == rows["xa-d → hoa-binh → phu-tho"] == "xã Cao Sơn"
    assert rows["xa-b"].startswith("hỏng")
    assert rows["xa-c"].startswith("hỏng")
    assert outcome.err.count("[toml/syntax]") == 1, "the fault of a parent is told once"
    assert str(Path("localities/xa-b/locality.toml")) in outcome.err


@pytest.mark.parametrize("fault", ["folder", "pipe", "link"])
def test_what_stands_in_place_of_a_packs_file_is_told(briefing: Briefing, fault: str) -> None:
    import os

    folder = write_pack("xa-b")
    write_pack("xa-a")
    file = folder / "locality.toml"
    file.unlink()
    match fault:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "link":
            file.symlink_to("/dev/zero")
    outcome = briefing("locality", "list")

    assert outcome.code == 2
    assert "xa-a" in outcome.out
    assert str(file) in outcome.err


def test_a_list_of_many_packs_reads_each_once(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time grows with the packs, not with their square, also when all of them are wrong."""
    from briefing.localities import shelves

    write_pack("xa-000", CAO_SON.replace("hoa-binh", "khong-co"))
    for number in range(1, 60):
        shutil.copytree("localities/xa-000", f"localities/xa-{number:03}")
    looked: list[Path] = []
    names = shelves._names

    def counted(shelf: Path, within: str = "", steps: int = 3) -> list[str]:
        looked.append(shelf / within)
        return names(shelf, within, steps)

    monkeypatch.setattr(shelves, "_names", counted)
    outcome = briefing("locality", "list")

    assert outcome.out.count("hỏng") == 60
    assert len(looked) == len(set(looked))
