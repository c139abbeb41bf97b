"""Outputs lie below the folder asked for, whatever a list, a pattern or an input is called."""

from __future__ import annotations

import json
import os
import random
import sys
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from cli.running import Briefing
from in_rows import in_rows

from briefing.batch.inputs import Input, gather, placed
from briefing.batch.naming import clashes, target_of

from .made import files, text, write

HERE = "work"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to work in, beside another one that holds an input."""
    write(tmp_path / "elsewhere" / "a.yaml", text(1))
    folder = tmp_path / HERE
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def outside(work: Path) -> set[Path]:
    """Return every file around the folder that one works in."""
    return {path for path in work.parent.rglob("*") if path.is_file() and work not in path.parents}


WAYS_OUT = [
    "../elsewhere/a.yaml",
    "./../elsewhere/a.yaml",
    "../work/../elsewhere/a.yaml",
    "../../{up}/elsewhere/a.yaml",
    "{tmp}/elsewhere/a.yaml",
    "{tmp}/work/../elsewhere/a.yaml",
    "//{tmp}/elsewhere/a.yaml",
]
LISTS = ["list.txt", "./list.txt", "sub/../list.txt", "{tmp}/work/list.txt"]


@pytest.mark.parametrize("listed", LISTS)
def test_what_a_list_names_elsewhere_is_placed_by_its_name_alone(work: Path, listed: str) -> None:
    (work / "sub").mkdir()
    for line in WAYS_OUT:
        write(work / "list.txt", line.format(tmp=work.parent, up=work.parent.name))
        [found] = gather(Path(listed.format(tmp=work.parent)))
        assert (target_of(found), found.fault) == (Path("a.docx"), None), line
        assert found.source.samefile(work.parent / "elsewhere" / "a.yaml")


def test_what_a_list_names_elsewhere_is_written_below(briefing: Briefing, work: Path) -> None:
    before = outside(work)
    write(work / "list.txt", WAYS_OUT[0])
    assert briefing("build", "list.txt", "-d", "out").code == 0
    assert set(files(work)) == {"out/a.docx"}
    assert outside(work) == before


@pytest.mark.parametrize("line", [".", "..", "/", "./", "../", "sub", "sub/..", "//", "./."])
def test_a_line_that_names_a_folder_is_no_input(work: Path, line: str) -> None:
    (work / "sub").mkdir()
    write(work / "list.txt", line)
    [found] = gather(Path("list.txt"))
    assert found.fault
    assert found.fault.rule == "file/is-folder"
    assert target_of(found).suffix == ".docx"


def test_lines_that_name_no_file_are_told_and_the_others_are_built(
    briefing: Briefing, work: Path
) -> None:
    write(work / "sub" / "b.yaml", text(2))
    before = outside(work)
    write(work / "list.txt", f".\n/\na\0b.yaml\n{'x' * 300}/a.yaml\nsub/b.yaml\n")
    outcome = briefing("build", "list.txt", "-d", "out", "--format", "json")
    assert outcome.code == 2
    counts = json.loads(outcome.out)["counts"]
    assert counts == {"built": 1, "unchanged": 0, "refused": 4, "failed": 0}
    assert outcome.err.count("[file/is-folder]") == 2
    assert outcome.err.count("[file/missing]") == 1
    assert set(files(work)) == {"out/sub/b.docx"}
    assert outside(work) == before


def test_one_file_by_several_ways_is_one_input(work: Path) -> None:
    write(work / "a.yaml", text(1))
    (work / "sub").mkdir()
    ways = ["a.yaml", "./a.yaml", str(work / "a.yaml"), "sub/../a.yaml", "../work/a.yaml"]
    write(work / "list.txt", "\n".join(ways))
    assert [each.place for each in gather(Path("list.txt"))] == [Path("a.yaml")]


def test_a_list_reads_the_file_that_the_system_finds_under_the_name(work: Path) -> None:
    write(work / "a.yaml", "kind: [")
    (work.parent / "elsewhere" / "sub").mkdir()
    (work / "deep").symlink_to(work.parent / "elsewhere" / "sub")
    write(work / "list.txt", "deep/../a.yaml\n")
    [found] = gather(Path("list.txt"))
    assert found.source.samefile(work.parent / "elsewhere" / "a.yaml")


def test_names_that_begin_or_end_oddly_can_be_listed(briefing: Briefing, work: Path) -> None:
    names = [
        "#1.yaml",
        "a\u2028b.yaml",
        "c\x0bd.yaml",
        "e\u00a0.yaml",
        "%x.yaml",
        "“f”.yaml",
        "-g.yaml",
    ]
    for name in names:
        write(work / name, text(1))
    write(work / "list.txt", "".join(f"./{name}\r\n" for name in names))
    assert briefing("build", "list.txt", "-d", "out").code == 0
    assert set(files(work)) == {f"out/{Path(name).stem}.docx" for name in names}


def test_a_pattern_that_leads_elsewhere_is_placed_below(work: Path) -> None:
    (work / "sub").mkdir()
    for pattern in ("../elsewhere/*.yaml", "*/../../elsewhere/*.yaml", f"{work.parent}/e*/*"):
        [found] = gather(Path(pattern))
        assert target_of(found).name == "a.docx"
        assert ".." not in target_of(found).parts


def test_a_pattern_that_means_nothing_is_told(briefing: Briefing, work: Path) -> None:
    for pattern in ("a**", "**x/*.yaml", "*[", "[", "?", "***", "[]]/*", "*/", "x" * 300 + "/*"):
        outcome = briefing("build", pattern, "-d", "out")
        assert outcome.code == 2
        assert "không có" in outcome.err or "tên quá dài" in outcome.err
    assert files(work) == {}


@pytest.mark.parametrize("kinds", ["../x", ",", "tin-hoi-nghi,/x"])
def test_a_kind_is_no_way_out(briefing: Briefing, work: Path, kinds: str) -> None:
    write(work / "in" / "a.yaml", text(1))
    before = outside(work)
    outcome = briefing("build", "in", "-d", "out", "--kind", kinds)
    assert outcome.code == 2
    assert "lỗi ngoài dự kiến" not in outcome.err
    assert (files(work), outside(work)) == ({}, before)


def test_the_same_kind_twice_is_asked_for_once(briefing: Briefing, work: Path) -> None:
    write(work / "in" / "a.yaml", text(1))
    asked = "tin-hoi-nghi, tin-hoi-nghi"
    assert briefing("build", "in", "-d", "out", "--kind", asked).code == 0
    assert set(files(work)) == {"out/a-tin-hoi-nghi.docx"}


@pytest.mark.parametrize("options", [["--force", "--resume"], ["--kind", "all"]])
def test_a_link_in_the_folder_is_no_way_out_of_it(
    briefing: Briefing, work: Path, options: list[str]
) -> None:
    for name in ("x", "y", "z"):
        write(work / "in" / name / "a.yaml", text(1))
    (work / "out" / "y").mkdir(parents=True)
    (work / "out" / "x").symlink_to(work.parent / "elsewhere")
    (work / "out" / "z").symlink_to(work / "out" / "y")
    (work.parent / "elsewhere" / ".briefing-batch-abc.tmp").write_bytes(b"theirs")
    before = outside(work)
    outcome = briefing("build", "in", "-d", "out", *options)
    assert outcome.code == 2
    assert outcome.err.count("nằm ngoài thư mục “out”") == 2
    assert outside(work) == before
    assert {Path(name).parent.as_posix() for name in files(work)} == {"out/y"}


def test_the_folder_itself_may_be_a_link(briefing: Briefing, work: Path) -> None:
    write(work / "in" / "a.yaml", text(1))
    (work / "out").symlink_to(work.parent / "elsewhere")
    for _ in range(2):
        assert briefing("build", "in", "-d", "out", "--resume").code == 0
    assert (work.parent / "elsewhere" / "a.docx").exists()


def test_hundreds_of_rivals_are_told_in_few_words() -> None:
    inputs = [Input(Path(f"{number}/a.yaml"), Path("a.yaml")) for number in range(2000)]
    found = clashes(inputs, None)
    assert len(found) == 2000
    assert max(len(str(finding.values)) for finding in found.values()) < 200


WINDOWS_PLACES = [
    (r"C:\in\xã\a.yaml", r"C:\in", r"xã\a.yaml"),
    (r"c:\IN\xã\a.yaml", r"C:\in", r"xã\a.yaml"),
    (r"D:\in\a.yaml", r"C:\in", "a.yaml"),
    (r"\\server\share\a.yaml", r"C:\in", "a.yaml"),
    (r"\\server\share\in\x\a.yaml", r"\\SERVER\share\in", r"x\a.yaml"),
    ("//server/share/a.yaml", r"C:\in", "a.yaml"),
    (r"\\?\C:\in\a.yaml", r"C:\in", "a.yaml"),
    (r"\\.\pipe\x", r"C:\in", "x"),
    ("C:\\", r"C:\in", "-"),
    (r"C:\in", r"C:\in", "in"),
    ("\\\\server\\share\\", r"C:\in", "-"),
]


@in_rows(("path", "root", "place"), WINDOWS_PLACES)
def test_places_on_windows_lead_only_down(path: str, root: str, place: str) -> None:
    """Simulated with the names of Windows, which this system need not know."""
    found = placed(PureWindowsPath(path), PureWindowsPath(root))
    assert found == PureWindowsPath(place)
    assert (found.drive, found.root, ".." in found.parts) == ("", "", False)
    assert found.with_name("a.docx").name == "a.docx"


def test_any_line_of_a_list_is_placed_below(work: Path) -> None:
    """A thousand lines of odd pieces: none leads out, all that are there are found or told."""
    draw = random.Random(11)
    pieces = [
        "..",
        ".",
        "",
        "a",
        "a.yaml",
        "xã",
        "~",
        "$HOME",
        "C:",
        "\\",
        " ",
        "...",
        "*",
        "\x1b[2J",
    ]
    pieces += ["\u202e", "\udcff", unicodedata.normalize("NFD", "ế"), "CON", "aux.yaml", "x" * 300]
    lines = ["/".join(draw.choices(pieces, k=draw.randint(1, 6))) for _ in range(1000)]
    content = "\n".join(lines).encode(errors="replace")
    (work / "list.txt").write_bytes(content)
    root = os.path.normpath("/out")
    for each in gather(Path("list.txt")):
        target = target_of(each)
        assert not target.is_absolute()
        assert os.path.normpath(Path(root, target)).startswith(root + os.sep)
        assert ".." not in target.parts
        assert PurePosixPath(target.as_posix()).suffix == ".docx"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows needs a right for links")
def test_a_link_to_an_input_is_an_input_of_its_own(briefing: Briefing, work: Path) -> None:
    write(work / "in" / "a.yaml", text(1))
    (work / "in" / "b.yaml").symlink_to("a.yaml")
    assert briefing("build", "in", "-d", "out").code == 0
    assert set(files(work)) == {"out/a.docx", "out/b.docx"}
