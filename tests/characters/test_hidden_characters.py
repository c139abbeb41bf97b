"""Nothing that prints nothing comes between what a person sees and what the program reads."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import pytest
from cli.running import Briefing
from docx import Document

from briefing.characters import HIDDEN, UNFIT, visible

KEPT = "\t\n\x0b\x0c\r\x85"
"""Controls that are blanks or line ends in a text."""

NO_PICTURE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffc"
"""Letters, marks and signs that are blank or nothing to the eye, beside the formats (Cf)."""

SAMPLES = [
    *("\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u180e", "\u200b", "\u200d", "\u200e"),
    *("\u200f", "\u202e", "\u2060", "\u2061", "\u2064", "\u2069", "\u206f", "\u2800", "\u3164"),
    *("\ufdd0", "\ufe0f", "\ufeff", "\uffa0", "\ufff9", "\ufffc", "\U0001d173", "\U0001fffe"),
    *("\U000e0001", "\U000e0041", "\U000e007f", "\U000e0100", "\U000e01ef"),
]
PRIVATE = ["\ue000", "\uf0b7", "\U000f0000", "\U0010fffd"]

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {{year: 2023}}
{more}
"""
WRONG = "Khám phá 771/{}778 vụ (đạt 92,2%)"
"""A rate that the numbers beside it contradict."""


def name(character: str) -> str:
    return f"U+{ord(character):04X}"


def write(text: str, file: str = "năm.json") -> Path:
    Path(file).write_text(text, encoding="utf-8", newline="")
    return Path(file)


def year(**facts: object) -> Path:
    data = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2023}, **facts}
    return write(json.dumps(data))


def rules(briefing: Briefing, *arguments: object) -> list[str]:
    return [found["rule"] for found in json.loads(briefing(*arguments, "--format", "json").out)]


def test_every_character_that_prints_nothing_is_known_and_no_other() -> None:
    hidden = {chr(code) for code in range(sys.maxunicode + 1) if HIDDEN.match(chr(code))}
    sorts = {char: unicodedata.category(char) for char in map(chr, range(sys.maxunicode + 1))}
    formats = {char for char, sort in sorts.items() if sort in ("Cc", "Cf", "Cs")} - {*KEPT}
    selectors = {chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}
    never = {chr(code) for code in range(sys.maxunicode + 1) if code & 0xFFFE == 0xFFFE}
    never |= {chr(code) for code in range(0xFDD0, 0xFDF0)}
    wanted = formats | selectors | never | {*NO_PICTURE}
    unassigned = {char for char in hidden - wanted if sorts[char] == "Cn"}

    assert wanted - hidden == set()
    # What Unicode keeps for such characters to come is told by the plane or block that it lies in.
    assert {ord(char) & 0xFFFF0 for char in unassigned} - {*range(0xE0000, 0xE1000, 16)} <= {
        *(0x2060, 0xFFF0, 0x13430, 0x1BCA0, 0x1D170)
    }
    assert hidden - wanted - unassigned == set()


def test_a_private_character_is_unfit_but_not_hidden() -> None:
    assert all(UNFIT.match(char) and not HIDDEN.match(char) for char in PRIVATE)


@pytest.mark.parametrize("character", [*SAMPLES, *PRIVATE], ids=name)
def test_in_an_input_it_hides_nothing_and_is_told(briefing: Briefing, character: str) -> None:
    source = year(
        limitations=[WRONG.format(character)], abbreviations={f"AN{character}TT": {"long": "x"}}
    )
    found = json.loads(briefing("check", source, "--format", "json").out)
    told = [each for each in found if each["rule"] == "text/forbidden-character"]

    assert "text/stated-rate" in [each["rule"] for each in found]
    assert [each["path"] for each in told] == ["limitations[0]", f"abbreviations.AN{character}TT"]
    assert all(name(character) in each["message"] for each in told)


@pytest.mark.parametrize("space", ["\u1680", "\u2003", "\u2009", "\u200a", "\u205f", "\u3000"])
def test_a_blank_of_another_width_is_a_blank(briefing: Briefing, space: str) -> None:
    assert "text/stated-rate" in rules(briefing, "check", year(lessons=[WRONG.format(space)]))


@pytest.mark.parametrize("ending", [".txt", ".md", ".docx"])
@pytest.mark.parametrize("character", SAMPLES[1:-6:3], ids=name)
def test_in_a_finished_text_it_hides_nothing_and_is_told_once(
    briefing: Briefing, character: str, ending: str
) -> None:
    text = [WRONG.format(character), "Không có gì", f"Hết{character}"]
    file = Path(f"xong{ending}")
    if ending == ".docx":
        if character == "\ufdd0":
            pytest.skip("python-docx writes no noncharacter")
        document = Document()
        for paragraph in text:
            document.add_paragraph(paragraph)
        document.save(str(file))
    else:
        write("\n".join(text), str(file))
    found = json.loads(briefing("check", file, "--format", "json").out)

    assert [each["rule"] for each in found] == ["text/hidden-characters", "text/stated-rate"]
    assert name(character) in found[0]["message"]
    assert "2 đoạn" in found[0]["message"]
    assert found[0]["line"] == 1


def test_a_sign_of_a_font_of_signs_is_no_fault_of_a_finished_text(briefing: Briefing) -> None:
    assert rules(briefing, "check", write("\uf0b7 Không có gì", "xong.txt")) == []


@pytest.mark.parametrize("character", [*SAMPLES[::4], *PRIVATE[:1]], ids=name)
@pytest.mark.parametrize(
    "line", ["{# nhận xét %s #}", "Lời%s chào", '{{ "a%sb" }}', '{%% set tên = "%s" %%}']
)
def test_a_template_that_holds_one_is_refused_at_its_line(
    briefing: Briefing, character: str, line: str
) -> None:
    Path("mẫu").mkdir()
    write(f"# {{{{ kind }}}}\n\n{line % character}\n", "mẫu/bao-cao-tong-ket.md.j2")
    outcome = briefing("build", year(), "-o", "x.docx", "--draft", "--templates", "mẫu")

    assert outcome.code == 2
    assert (
        f"bao-cao-tong-ket.md.j2:3: lỗi: mẫu có ký tự ẩn hoặc ký tự điều khiển {name(character)}"
        in outcome.err
    )


@pytest.mark.parametrize("written", [r'{{ "a\u200eb" }}', "a&#8206;b", "a&#x200E;b", "a&shy;b"])
def test_a_template_cannot_make_one_of_other_signs(briefing: Briefing, written: str) -> None:
    Path("mẫu").mkdir()
    write(f"# {{{{ kind }}}}\n\nMột\n\n{written}\n", "mẫu/bao-cao-tong-ket.md.j2")
    outcome = briefing("build", year(), "-o", "x.docx", "--draft", "--templates", "mẫu")

    assert outcome.code == 2
    assert "template/hidden-character" in outcome.err


@pytest.mark.parametrize("character", SAMPLES[::8], ids=name)
@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("locality.toml", 'name = "xã A%s"\nlevel = "commune"\nparent = "phu-tho"\n'),
        ("locality.toml", 'name = "xã A"\n\n\n# nhận xét%s\nlevel = "commune"\n'),
        ("kinds.toml", '[to-trinh]\nkind = "Tờ trình"\ndescription = {vi = "x%s"}\n'),
    ],
)
def test_a_pack_that_holds_one_is_refused_at_its_line(
    briefing: Briefing, character: str, file: str, text: str
) -> None:
    folder = Path("localities", "xa-a")
    folder.mkdir(parents=True)
    (folder / "locality.toml").write_text('name = "xã A"\n', encoding="utf-8")
    line = next(n for n, one in enumerate(text.splitlines(), start=1) if "%s" in one)
    (folder / file).write_text(text % character, encoding="utf-8")
    outcome = briefing("check", year(locality="xa-a"))

    assert outcome.code == 2
    assert f"{folder / file}:{line}:" in outcome.out
    assert f"{name(character)} [toml/hidden-character]" in outcome.out


@pytest.mark.parametrize("text", ['name = "xã A\\u200e"\n', '"na\\u200eme" = "xã A"\n'])
def test_an_escape_in_a_pack_is_no_way_round(briefing: Briefing, text: str) -> None:
    folder = Path("localities", "xa-a")
    folder.mkdir(parents=True)
    (folder / "locality.toml").write_text(text, encoding="utf-8")

    assert "[toml/hidden-character]" in briefing("check", year(locality="xa-a")).out


@pytest.mark.parametrize("key", ["kind", "date", "signer", "khac"])
def test_a_finding_shows_it_where_it_repeats_what_was_written(briefing: Briefing, key: str) -> None:
    said = {key: "bao\u200ecao"} if key != "khac" else {"kha\u200ec": 1}
    outcome = briefing("check", year(**said))

    assert outcome.code == 2
    assert "\u200e" not in outcome.out
    assert "<U+200E>" in outcome.out


def test_visible_leaves_all_else_as_it_is() -> None:
    assert visible("Ủy ban nhân dân\u00a0xã – “A”") == "Ủy ban nhân dân\u00a0xã – “A”"
    assert visible("a\u202eb\x07") == "a<U+202E>b<U+0007>"


def test_a_name_cannot_speak_past_its_place(briefing: Briefing) -> None:
    """A file of a pack is called so that its name looks like a finding, in red."""
    folder = Path("mẫu")
    folder.mkdir()
    write("x", "mẫu/a\nlỗi: không có gì [x-y]\x1b[31m.j2")
    outcome = briefing("template", "lint", "--templates", folder)

    assert "a<U+000A>lỗi: không có gì [x-y]<U+001B>[31m.j2" in outcome.out + outcome.err
    assert "\x1b" not in outcome.out + outcome.err


def test_decomposed_letters_are_letters_wherever_they_come_in(briefing: Briefing) -> None:
    """Số vụ phạm pháp; một mẫu và một văn bản gõ trên máy Mac."""
    apart = unicodedata.normalize("NFD", WRONG.format(""))
    write(apart, "xong.txt")
    assert rules(briefing, "check", "xong.txt") == ["text/stated-rate"]
    assert "text/stated-rate" in rules(briefing, "check", year(lessons=[apart]))
    Path("mẫu").mkdir()
    words = unicodedata.normalize("NFD", "# {{ kind }}\n\nViệc\n\nĐiều {{ 'tiê\\u0301ng' }}\n")
    write(words, "mẫu/bao-cao-tong-ket.md.j2")
    said = briefing("preview", year(), "--draft", "--templates", "mẫu").out
    assert unicodedata.is_normalized("NFC", said)
    assert "Điều tiếng" in said
