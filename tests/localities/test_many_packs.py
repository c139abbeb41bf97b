"""Packs from one name, and from a list of localities."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from cli.running import Briefing
from effort import effort

from briefing.localities import load_locality

PACKS = Path("localities")


def listed(text: str) -> Path:
    file = Path("xã.csv")
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "slug", "level", "place"),
    [
        ("xã Cao Sơn", "cao-son", "commune", "Cao Sơn"),
        ("Phường  Đồng Tâm", "dong-tam", "commune", "Đồng Tâm"),
        ("đặc khu Phú Quốc", "phu-quoc", "commune", "Phú Quốc"),
    ],
)
def test_the_full_name_is_enough(
    briefing: Briefing, name: str, slug: str, level: str, place: str
) -> None:
    outcome = briefing("locality", "new", name, "--parent", "phu-tho")

    assert outcome.code == 0
    assert f"briefing new bao-cao-tong-ket --locality {slug}" in outcome.err
    said = tomllib.loads((PACKS / slug / "locality.toml").read_text(encoding="utf-8"))
    word = name.split()[0].lower()
    expected = name if slug == "phu-quoc" else f"{word} {place}"
    assert said == {"name": expected, "level": level, "place": place, "parent": "phu-tho"}
    assert load_locality(slug).under == "tỉnh Phú Thọ"


def test_what_stands_in_the_skeleton_is_right_when_it_is_uncommented(briefing: Briefing) -> None:
    for language in ("vi", "en"):
        made = briefing("locality", "new", "xã Cao Sơn", "--force", "--lang", language)
        assert made.code == 0
        file = PACKS / "cao-son" / "locality.toml"
        lines = file.read_text(encoding="utf-8").splitlines()
        own = [line.removeprefix("# ") for line in lines if "=" in line or line.startswith("# [")]
        file.write_text("\n".join(own), encoding="utf-8")
        assert briefing("locality", "show", "cao-son").code == 0
        wording = load_locality("cao-son").choices.wording
        assert wording.headings["proposals"] == "Kiến nghị với cấp trên"
        assert wording.figures.columns[:2] == ("number", "label")


@pytest.mark.parametrize("name", ["Cao Sơn", "xã", "xã !!"])
def test_a_name_that_does_not_say_what_it_is_makes_no_pack(briefing: Briefing, name: str) -> None:
    outcome = briefing("locality", "new", name, "--parent", "phu-tho")

    assert outcome.code == 2
    assert not PACKS.exists()


def test_a_list_makes_a_pack_a_line_and_namesakes_lie_in_their_parents_folders(
    briefing: Briefing,
) -> None:
    text = "Tên;Tỉnh\nxã Cao Sơn;tỉnh Phú Thọ\nxã Cao Sơn;nghe-an\nxã A Lưới 1;Huế\n"
    text += "xã Hòa Bình;phu-tho\nphường Hòa Bình;phu-tho\n"
    outcome = briefing("locality", "new", "--from-csv", listed(text))

    assert outcome.code == 0, outcome.err
    files = sorted(PACKS.rglob("locality.toml"))
    assert [file.parent.relative_to(PACKS).as_posix() for file in files] == [
        "a-luoi-1",
        "nghe-an/cao-son",
        "phu-tho/cao-son",
        "phu-tho/hoa-binh-phuong",
        "phu-tho/hoa-binh-xa",
    ]
    assert load_locality("nghe-an/cao-son").under == "tỉnh Nghệ An"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("name,parentt\nxã A,phu-tho\n", ["xã.csv:1: ", "“parent”"]),
        ("parent\nphu-tho\n", ["xã.csv:1: ", "name"]),
        ("name\nxã A\nCao Sơn\nthành phố Huế\n", ["xã.csv:3: ", "xã.csv:4: "]),
        ("name,parent\nxã A,phu-thoo\nxã B,x\n", ["xã.csv:2: ", "xã.csv:3: ", "phu-tho"]),
        ("name,parent\nxã A,phu-tho\nxã A,phu-tho\n", ["xã.csv:2: ", "xã.csv:3: "]),
        ("name,slug\nxã A,A B\n", ["xã.csv:2: ", "“A B”"]),
    ],
)
def test_a_list_with_faults_makes_nothing_and_tells_every_line(
    briefing: Briefing, text: str, places: list[str], language: str
) -> None:
    outcome = briefing("locality", "new", "--from-csv", listed(text), "--lang", language)

    assert outcome.code == 2
    for place in places:
        assert place in outcome.err + outcome.out
    assert not PACKS.exists()


def test_packs_that_are_there_are_kept_unless_forced(briefing: Briefing) -> None:
    file = listed("name,parent\nxã A,phu-tho\nxã B,phu-tho\n")
    (PACKS / "a").mkdir(parents=True)
    own = PACKS / "a" / "locality.toml"
    own.write_text('name = "của tôi"\n', encoding="utf-8")

    outcome = briefing("locality", "new", "--from-csv", file)
    assert outcome.code != 0
    assert "output/exists" in outcome.out + outcome.err
    assert not (PACKS / "b").exists()
    assert "của tôi" in own.read_text(encoding="utf-8")
    assert briefing("locality", "new", "--from-csv", file, "--force").code == 0
    assert "xã A" in own.read_text(encoding="utf-8")


def test_a_list_of_hundreds_is_made_and_listed(briefing: Briefing) -> None:
    rows = "\n".join(f"xã Số {number},phu-tho" for number in range(300))
    assert briefing("locality", "new", "--from-csv", listed(f"name,parent\n{rows}\n")).code == 0

    assert briefing("locality", "list").out.count("→ phu-tho\txã Số ") == 300
    assert briefing("template", "lint").code == 0


def test_no_pack_of_a_list_is_called_as_a_device_is(briefing: Briefing) -> None:
    text = "name,parent\nxã Côn,hoa-binh\nxã Cao Sơn,hoa-binh\n"
    assert briefing("locality", "new", "--from-csv", listed(text)).code == 0
    assert {each.name for each in Path("localities").iterdir()} == {"con-xa", "cao-son"}

    outcome = briefing("locality", "new", "--from-csv", listed("name,slug\nxã Cao Sơn,aux\n"))
    assert outcome.code == 2
    assert "[locality/not-a-name]" in outcome.err
    outcome = briefing("kinds", "new", "nul", "--locality", "cao-son")
    assert (outcome.code, Path("localities/cao-son/nul.md.j2").exists()) == (2, False)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("name;" + ";".join(f"c{n}" for n in range(60_000)), "workbook/too-large"),
        ("name\n" + "".join(f"xã A{n}\n" for n in range(6_000)), "workbook/too-large"),
        ('name\n"' + "xã A\n" * 40_000, "indicators/quotes"),
        ("name\n" + "x" * 200_000, "indicators/quotes"),
    ],
)
def test_a_list_that_is_none_is_told_in_time(briefing: Briefing, text: str, rule: str) -> None:
    with effort() as spent:
        outcome = briefing("locality", "new", "--from-csv", listed(text), "--parent", "hoa-binh")

    assert outcome.code == 2
    assert f"[{rule}]" in outcome.err
    assert spent.yardsticks < 100
    assert not Path("localities").exists()
