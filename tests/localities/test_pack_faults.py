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


LONG = 'columns = ["label",\n'


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[figures_annex]\n" + LONG + '"value"\n\n[areas]\ny_te = "Y tế"\n', 7, ("“]”", "“]”")),
        ('closing = """Báo cáo\nname = "x"\n', 6, ("ngoặc kép", "quotes")),
        ("closing = “Báo cáo”\n", 6, ("ngoặc kép thẳng", "straight quotes")),
        ("closing = Báo cáo\n", 6, ("đặt trong ngoặc kép", "stand in quotes")),
        ("closing 'Báo cáo'\n", 6, ("dấu “=”", "“=” is missing")),
        ("ngày = 'x'\n", 6, ("chữ không dấu", "plain letters")),
        ("[areas\ny_te = 'Y tế'\n", 6, ("ngoặc vuông đóng", "closing bracket")),
        ('[areas]\na = "x"\n[headings]\nplan = "y"\n[areas]\nb = "z"\n', 10, ("dòng 6", "line 6")),
        ('place = "x"\n', 6, ("dòng 5", "line 5")),
        ("figure_style.pad = true\n[figure_style]\n", 7, ("dạng khác", "another form")),
    ],
)
def test_a_fault_of_toml_is_told_where_it_begins(
    briefing: Briefing, text: str, line: int, words: tuple[str, str], language: str
) -> None:
    write_pack("cao-son", CAO_SON + text)
    outcome = briefing("check", write_input("cao-son"), "--lang", language)

    [told] = [one for one in outcome.out.splitlines() if one.startswith(FILE)]
    assert told.startswith(f"{FILE}:{line}:")
    assert words[language == "en"] in told
    assert "TOML báo" not in told


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("[recipients]\ncopies = 'Sở'\n", 'ngoặc vuông: ["mục một"'),
        ("[signers]\nchu_tich = 'x'\n", "tên của khóa trong ngoặc vuông"),
        ("[[before]]\nname = 'x'\n", "Thêm dòng date = …"),
        ("zzz = 'x'\n", "docs/locality.vi.md"),
    ],
)
def test_a_remedy_for_a_pack_is_written_as_packs_are(
    briefing: Briefing, text: str, remedy: str
) -> None:
    write_pack("cao-son", CAO_SON + text)
    outcome = briefing("check", write_input("cao-son"))

    assert remedy in outcome.out
    assert "dấu gạch" not in outcome.out
    assert "thụt" not in outcome.out


@pytest.mark.parametrize("key", ["opening_words", "reports", "xyz"])
def test_no_name_is_offered_that_is_far(briefing: Briefing, key: str) -> None:
    write_pack("cao-son", CAO_SON + f"[headings]\n{key} = 'x'\n")

    assert "gần nhất" not in briefing("check", write_input("cao-son")).out


OPEN = '{% extends "bao-cao-tong-ket.md.j2" %}\n\n{% block plan %}\n'
UNCLOSED = {
    "an if": ("{% if draft %}\n\nMột.\n{% endblock %}\n", 4, "“if”"),
    "a loop to the end": ("{% for x in [1] %}\nMột.\n", 4, "“for”"),
    "the block": ("Một.\n{% if draft %}{% endif %}\n", 3, "“block”"),
    "a set with text": ("{% set x = 1 %}\n{% set y %}\nMột.\n{% endblock %}\n", 5, "“set”"),
    "after a remark": ("{# {% if x %} #}\n{% if draft %}\nMột.\n", 5, "“if”"),
    "a remark": ("Một. {# hai\nba\n", 4, "“{#”"),
}


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("way", UNCLOSED)
def test_a_tag_that_is_not_closed_is_told_once_where_it_opens(
    briefing: Briefing, way: str, command: str
) -> None:
    text, line, word = UNCLOSED[way]
    folder = write_pack("cao-son", CAO_SON, bao_cao_tong_ket=OPEN + text)
    outcome = briefing(command, write_input("cao-son"))

    lines = (outcome.out + outcome.err).splitlines()
    [told] = [one for one in lines if "[template/syntax]" in one]
    assert told.startswith(f"{folder / 'bao-cao-tong-ket.md.j2'}:{line}: ")
    assert word in told
    assert "Jinja báo" not in told
