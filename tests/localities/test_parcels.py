"""Packs sent as one file: what is packed comes out the same, what is strange is never taken."""

from __future__ import annotations

import stat
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from cli.running import Briefing

from briefing import build, load
from localities.made import CAO_SON, write_input, write_pack

EXTENDS = '{% extends "bao-cao-tong-ket.md.j2" %}\n{% block proposals %}{% endblock %}\n'
MADE = Path("cao-son.zip")


def packed(briefing: Briefing) -> Path:
    folder = write_pack("cao-son", CAO_SON + 'version = "3"\n', bao_cao_tong_ket=EXTENDS)
    (folder / "ghi-chu.txt").write_text("riêng", encoding="utf-8")
    assert briefing("locality", "pack", "cao-son", "-o", MADE).code == 0
    return folder


def test_a_pack_sent_and_taken_gives_the_same_documents(briefing: Briefing) -> None:
    folder = packed(briefing)
    first, before = MADE.read_bytes(), build(load(write_input("cao-son")))
    folder.rename("cũ")
    shown = briefing("locality", "install", MADE, "--yes")

    assert shown.code == 0, shown.err
    assert "xã Cao Sơn, phiên bản 3, → hoa-binh" in shown.out
    assert "bao-cao-tong-ket.md.j2 (" in shown.out
    assert "briefing template lint --locality cao-son" in shown.err
    assert sorted(file.name for file in folder.iterdir()) == [
        "bao-cao-tong-ket.md.j2",
        "locality.toml",
    ]
    assert build(load(write_input("cao-son"))) == before
    assert briefing("locality", "pack", "cao-son", "-o", MADE, "--force").code == 0
    assert MADE.read_bytes() == first


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_parent_that_is_not_here_is_told_when_a_pack_is_taken(
    briefing: Briefing, language: str
) -> None:
    parent = write_pack("vung-tay", 'name = "tỉnh Phú Thọ"\nlevel = "province"\n')
    own = write_pack("cao-son", CAO_SON.replace("hoa-binh", "vung-tay"))
    assert briefing("locality", "pack", "cao-son", "-o", MADE).code == 0
    for folder in (own, parent):
        folder.rename(f"cũ-{folder.name}")
    taken = ("locality", "install", MADE, "--yes", "--force", "--lang", language)

    outcome = briefing(*taken)
    assert outcome.code == 0
    assert "“vung-tay”" in outcome.err
    assert "briefing locality new" in outcome.err
    linted = briefing("template", "lint", "--locality", "cao-son", "--lang", language)
    assert (linted.code, linted.out.count("[locality/unknown]")) == (2, 1)
    # What it says to do heals.
    Path(f"cũ-{parent.name}").rename(parent)
    assert "vung-tay" not in briefing(*taken).err
    assert briefing("template", "lint", "--locality", "cao-son").code == 0


@pytest.mark.parametrize(("language", "words"), [("vi", "không in"), ("en", "not printed")])
def test_words_of_a_parent_that_stay_behind_are_told_by_who_packs_and_who_takes(
    briefing: Briefing, language: str, words: str
) -> None:
    said = 'name = "tỉnh Phú Thọ"\nlevel = "province"\n'
    parent = write_pack("phu-tho", said + '[headings]\nproposals = "Kiến nghị của xã"\n')
    own = write_pack("cao-son", CAO_SON.replace("hoa-binh", "phu-tho"))
    made = briefing("locality", "pack", "cao-son", "-o", MADE, "--lang", language)
    taken = ("locality", "install", MADE, "--yes", "--force", "--lang", language)

    assert made.code == 0
    assert "phu-tho" in made.err
    assert "phu-tho" not in briefing(*taken).err
    write_pack("phu-tho", said)
    assert "briefing locality show phu-tho" in briefing(*taken).err
    for folder in (own, parent):
        folder.rename(f"cũ-{folder.name}")
    outcome = briefing(*taken)
    assert outcome.code == 0
    assert "“phu-tho”" in outcome.err
    assert words in outcome.err


def test_it_is_not_taken_without_a_yes_nor_over_a_pack_that_is_there(briefing: Briefing) -> None:
    folder = packed(briefing)
    assert briefing("locality", "install", MADE, "--as", "moc-chau").code == 2
    assert not Path("localities", "moc-chau").exists()

    (folder / "locality.toml").write_text(CAO_SON + "# của tôi\n", encoding="utf-8")
    refused = briefing("locality", "install", MADE, "--yes")
    assert "output/exists" in refused.out + refused.err
    assert "của tôi" in (folder / "locality.toml").read_text(encoding="utf-8")
    assert briefing("locality", "install", MADE, "--yes", "--as", "moc-chau").code == 0
    assert Path("localities", "moc-chau", "locality.toml").is_file()


def link(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


STRANGE = [
    ([("x/locality.toml", CAO_SON), ("x/../../y.j2", "a")], "locality/strange-file"),
    ([("x/locality.toml", CAO_SON), ("x/chay.py", "a")], "locality/strange-file"),
    ([("x/locality.toml", CAO_SON), ("x/a/b/c.j2", "a")], "locality/strange-file"),
    ([("x/locality.toml", CAO_SON), (link("x/a.md.j2"), "/etc/passwd")], "locality/strange-file"),
    ([("x/locality.toml", CAO_SON), ("x/locality.toml", CAO_SON)], "locality/strange-file"),
    ([("x/locality.toml", CAO_SON), ("x/aux.md.j2", "a")], "locality/strange-file"),
    ([("x/locality.toml", CAO_SON), ("x/replaced/com1.j2", "a")], "locality/strange-file"),
    ([("con/locality.toml", CAO_SON)], "locality/strange-file"),
    ([("x/locality.toml", CAO_SON), (f"x/{'a' * 300}.j2", "a")], "locality/strange-file"),
    ([("x/locality.toml", CAO_SON), ("/etc/a.j2", "a")], "locality/no-pack-in-parcel"),
    ([("x/a.md.j2", "a")], "locality/no-pack-in-parcel"),
    ([("../locality.toml", CAO_SON)], "locality/no-pack-in-parcel"),
    ([("A B/locality.toml", CAO_SON)], "locality/no-pack-in-parcel"),
    ([("x/locality.toml", 'namme = "a"\n')], "input/unknown-key"),
    ([("x/locality.toml", 'name = "a\n')], "toml/syntax"),
    ([("x/locality.toml", CAO_SON), ("x/a.md.j2", "a" * 9_000_000)], "locality/parcel-too-large"),
    ([("x/locality.toml", CAO_SON + 'requires = "99.1"\n')], None),
]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("entries", "rule"), STRANGE)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_is_strange_is_never_taken(
    briefing: Briefing,
    entries: list[tuple[str | ZipInfo, str]],
    rule: str | None,
    language: str,
    here: Path,
) -> None:
    with ZipFile(MADE, "w", 8) as archive:
        for name, text in entries:
            archive.writestr(name, text, 8)
    outcome = briefing("locality", "install", MADE, "--yes", "--lang", language)

    if rule:
        assert outcome.code == 2
        assert f"[{rule}]" in outcome.out + outcome.err
        assert [entry.name for entry in here.iterdir()] == [MADE.name]
    else:
        shown = briefing("locality", "show", "x", "--lang", language)
        assert "locality/newer-program" in shown.out + shown.err


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x00" * 1000])
def test_what_is_no_zip_file_is_told(briefing: Briefing, content: bytes) -> None:
    MADE.write_bytes(content)
    outcome = briefing("locality", "install", MADE, "--yes")

    assert outcome.code == 2
    assert "locality/no-parcel" in outcome.out + outcome.err


def test_a_damaged_zip_file_is_told_whatever_is_damaged(briefing: Briefing) -> None:
    packed(briefing)
    whole = MADE.read_bytes()
    for at in range(30, len(whole), 7):
        MADE.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        outcome = briefing("locality", "install", MADE, "--as", f"xa-{at}", "--yes")

        assert outcome.code in (0, 2), outcome.err
        assert outcome.code == 0 or not Path("localities", f"xa-{at}").exists()
