"""A pack is read from its own folder: a link that leads out of it stops whatever would use it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH, REPOSITORY, Briefing
from docx import Document

from briefing import boundaries

TOML = 'name = "xã Cao Sơn"\nlevel = "commune"\nparent = "phu-tho"\nplace = "Cao Sơn"\n'
INPUT = """\
schema: 1
kind: bao-cao-tong-ket
locality: {locality}
period: {{year: 2023}}
subject: công tác
"""
FILES = {
    "locality.toml": TOML,
    "kinds.toml": '[to-trinh]\nkind = "Tờ trình"\ndescription = {vi = "Tờ trình"}\n',
    "bao-cao-tong-ket.md.j2": '{% extends "bao-cao-tong-ket.md.j2" %}\n',
    "loi.md.j2": "Lời riêng\n",
    "notes.txt": "bất kỳ tệp nào\n",
}


@pytest.fixture
def outside() -> Path:
    """Return a folder beside the packs that holds a sound file of every kind."""
    folder = Path("ngoài")
    (folder / "replaced").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    Document().save(str(folder / "style.docx"))
    (folder / "replaced" / "closing@000000000000.md.j2").write_text("x\n", encoding="utf-8")
    return folder


@pytest.fixture
def pack() -> Path:
    folder = Path("localities", "cao-son")
    folder.mkdir(parents=True)
    (folder / "locality.toml").write_text(TOML, encoding="utf-8")
    return folder


def source(locality: str = "cao-son") -> Path:
    file = Path("năm.yaml")
    file.write_text(INPUT.format(locality=locality), encoding="utf-8")
    return file


EVERY = [*FILES, "style.docx", "replaced", "replaced/closing@000000000000.md.j2"]


def put_link(pack: Path, name: str, target: Path) -> Path:
    link = pack / name
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(target.absolute())
    return link


COMMANDS = [
    ("check", "năm.yaml"),
    ("build", "năm.yaml", "-o", "x.docx", "--draft"),
    ("preview", "năm.yaml", "--draft"),
    ("locality", "show", "cao-son"),
    ("locality", "diff", "cao-son"),
    ("locality", "diff", "cao-son", "--accept"),
    ("kinds", "--locality", "cao-son"),
    ("template", "show", "bao-cao-tong-ket", "--locality", "cao-son"),
    ("template", "lint", "--locality", "cao-son"),
    ("template", "new", "bao-cao-tong-ket", "--locality", "cao-son", "--block", "closing"),
]


@pytest.mark.parametrize("name", EVERY)
def test_a_link_of_any_kind_that_leads_out_is_refused(
    briefing: Briefing, pack: Path, outside: Path, name: str
) -> None:
    link = put_link(pack, name, outside / name)
    outcome = briefing("check", source())

    assert outcome.code == 2
    assert f"{link}: lỗi: đây là liên kết dẫn ra ngoài" in outcome.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: "-".join(words[:2]))
def test_no_command_reads_or_writes_through_it(
    briefing: Briefing, pack: Path, outside: Path, command: tuple[str, ...]
) -> None:
    source()
    link = put_link(pack, "replaced", outside / "replaced")
    before = sorted(outside.rglob("*"))
    outcome = briefing(*command)

    assert outcome.code == 2
    assert f"{link}: lỗi: đây là liên kết dẫn ra ngoài" in outcome.out + outcome.err
    assert sorted(outside.rglob("*")) == before


def test_a_pack_that_is_a_link_is_refused(briefing: Briefing, outside: Path) -> None:
    Path("localities").mkdir()
    Path("localities", "cao-son").symlink_to(outside.absolute())
    outcome = briefing("check", source())

    assert outcome.code == 2
    assert f"{Path('localities', 'cao-son')}: lỗi: đây là liên kết dẫn ra ngoài" in outcome.out


def test_a_parents_link_is_refused_like_the_packs_own(
    briefing: Briefing, pack: Path, outside: Path
) -> None:
    put_link(pack, "loi.md.j2", outside / "loi.md.j2")
    child = Path("localities", "xom-moi")
    child.mkdir()
    text = 'name = "xóm Mới"\nparent = "cao-son"\n'
    (child / "locality.toml").write_text(text, encoding="utf-8")

    assert "cao-son" in briefing("check", source("xom-moi")).out.splitlines()[0]


def test_following_the_remedy_heals(briefing: Briefing, pack: Path, outside: Path) -> None:
    link = put_link(pack, "loi.md.j2", outside / "loi.md.j2")
    assert briefing("check", source()).code == 2
    link.unlink()
    shutil.copy(outside / "loi.md.j2", link)

    assert "[pack/link]" not in briefing("check", source()).out


def test_a_link_inside_the_pack_and_a_shelf_that_is_a_link_are_the_offices_own(
    briefing: Briefing, pack: Path
) -> None:
    (pack / "words.md.j2").write_text("Lời riêng\n", encoding="utf-8")
    (pack / "loi.md.j2").symlink_to("words.md.j2")
    shutil.move("localities", "dùng-chung")
    Path("localities").symlink_to("dùng-chung")

    assert "[pack/link]" not in briefing("check", source()).out
    assert "cao-son" in briefing("locality", "list").out


@pytest.mark.parametrize("target", ["vòng", "không-có-gì"])
def test_a_link_to_nothing_is_no_pack_in_silence(
    briefing: Briefing, pack: Path, target: str
) -> None:
    (pack / "locality.toml").unlink()
    (pack / "locality.toml").symlink_to(target if target != "vòng" else "locality.toml")
    outcome = briefing("check", source())

    assert outcome.code == 2
    assert str(pack / "locality.toml") in outcome.out


def test_the_packs_of_the_program_may_be_links_as_some_installers_make_them(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    shutil.copytree(REPOSITORY / "templates", store)
    linked = tmp_path / "linked"
    for file in store.rglob("*"):
        place = linked / file.relative_to(store)
        if file.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(file)
    for name in ("localities.shelves", "templating.kind", "templating.loader"):
        monkeypatch.setattr(import_module(f"briefing.{name}"), "data_folder", lambda _: linked)

    assert "Hòa Bình" in briefing("preview", HOA_BINH).out


@dataclass
class Junction:
    """A link to a folder as Windows has it: no symbolic link to Python."""

    path: str

    def is_symlink(self) -> bool:
        return False

    def is_junction(self) -> bool:
        return True

    def is_dir(self) -> bool:
        return True

    def __fspath__(self) -> str:
        return self.path


def test_a_junction_counts_as_a_link(
    pack: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulates Windows, where a folder can be a link without being called one."""
    (pack / "replaced").symlink_to(outside.absolute())
    entries = boundaries._entries

    def with_junctions(folder: Path) -> list[Any]:
        return [Junction(e.path) if e.name == "replaced" else e for e in entries(folder)]

    monkeypatch.setattr(boundaries, "_entries", with_junctions)
    found = list(boundaries.strays(pack, pack.parent))

    assert [Path(finding.origin.file) for finding in found if finding.origin] == [pack / "replaced"]
