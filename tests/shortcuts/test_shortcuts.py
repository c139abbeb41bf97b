"""``briefing shortcut``: a starter that opens the reports of a folder with a double click."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest
from cli.running import Briefing
from conftest import missing_tool

from briefing.shortcuts.desktop_entry import entry_for
from briefing.shortcuts.shell_link import link_to

from .read_link import read_link

OPEN = ["-m", "briefing", "open"]
ODD = ["Báo cáo năm 2026", "a b", "50% & 'x'", 'trích "dẫn"', "$HOME `x`", "a\\b", "x;y|z", "~tên#"]


def keys(file: Path) -> dict[str, str]:
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    assert head == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines)


def command(value: str) -> list[str]:
    """Read a command back: escapes of the value first (4), then quotes (7), then field codes."""
    signs = iter(value)
    told = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    text = "".join(told[next(signs)] if sign == "\\" else sign for sign in signs)
    parts = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', text)
    plain = (re.sub(r"\\(.)", r"\1", quoted) or bare for quoted, bare in parts)
    return [part.replace("%%", "%") for part in plain]


@pytest.fixture
def desktop(tmp_path: Path) -> Path:
    """Make the folder that the settings of these tests name as the desktop."""
    place = tmp_path / "Màn hình nền"
    settings = tmp_path / "settings"
    place.mkdir()
    settings.mkdir()
    said = f'# chú thích\nXDG_DESKTOP_DIR="{place}"\nXDG_MUSIC_DIR="$HOME"\n'
    (settings / "user-dirs.dirs").write_text(said, encoding="utf-8")
    return place


@pytest.mark.skipif(sys.platform == "win32", reason="the desktop of Linux")
def test_it_lies_on_the_desktop_and_can_be_run(
    briefing: Briefing, tmp_path: Path, desktop: Path
) -> None:
    reports = tmp_path / "Báo cáo 2026"
    reports.mkdir()

    done = briefing("shortcut", reports)

    [file] = desktop.iterdir()
    assert done.code == 0
    assert str(file) in done.out
    assert file.name == "Báo cáo - Báo cáo 2026.desktop"
    assert file.stat().st_mode & 0o777 == 0o755
    assert keys(file)["Path"] == str(reports)
    assert command(keys(file)["Exec"]) == [sys.executable, *OPEN, str(reports)]


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not take")
@pytest.mark.parametrize("name", ODD)
def test_whatever_a_folder_is_called_it_is_the_one_that_is_opened(
    briefing: Briefing, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()

    assert briefing("shortcut", tmp_path / name, "-o", "mo.desktop").code == 0
    assert briefing("shortcut", tmp_path / name, "-o", "mo.lnk").code == 0

    assert command(keys(Path("mo.desktop"))["Exec"])[-1] == str(tmp_path / name)
    link = read_link(Path("mo.lnk").read_bytes())
    assert link.strings["working_dir"] == str(tmp_path / name)
    assert link.strings["arguments"] == subprocess.list2cmdline([*OPEN, str(tmp_path / name)])
    assert link.target == sys.executable


@pytest.mark.parametrize("name", ODD[:3])
def test_a_desktop_entry_keeps_to_the_specification(
    briefing: Briefing, tmp_path: Path, name: str
) -> None:
    validator = shutil.which("desktop-file-validate")
    if validator is None:
        missing_tool("no desktop-file-validate: apt-get install desktop-file-utils")
    (tmp_path / name).mkdir()
    briefing("shortcut", tmp_path / name, "-o", "mo.desktop")

    said = subprocess.run([validator, "mo.desktop"], capture_output=True, text=True, check=False)

    assert (said.returncode, said.stdout + said.stderr) == (0, "")


def test_a_line_end_in_a_name_begins_no_line() -> None:
    told = entry_for("a\nExec=x", "b\r", "/p", ["c\nd"], Path("/e\nf"))

    lines = told.decode().splitlines()
    assert [line.partition("=")[0] for line in lines[1:]] == [
        *("Type", "Version", "Name", "Comment", "Exec", "Path", "Terminal", "Categories")
    ]


def test_a_link_says_the_target_on_its_drive_and_as_a_text() -> None:
    program = r"C:\Users\Cán bộ\AppData\Local\pipx\venvs\briefing\Scripts\python.exe"
    folder = PureWindowsPath(r"D:\Báo cáo\Năm 2026")

    link = read_link(link_to("chú thích", program, [*OPEN, str(folder)], folder))

    assert link.base_path == link.target == program
    assert link.base_path_ansi == program.replace("ộ", "?")
    assert link.drive_type == 3
    assert link.strings == {
        "name": "chú thích",
        "working_dir": str(folder),
        "arguments": r'-m briefing open "D:\Báo cáo\Năm 2026"',
    }
    assert link.show == 7
    assert link.times == (0, 0, 0)


def test_a_program_on_a_drive_of_the_network_is_followed_as_a_text() -> None:
    program = r"\\may-chu\chung\python.exe"

    link = read_link(link_to("c", program, OPEN, PureWindowsPath(r"\\may-chu\bao-cao")))

    assert link.target == program
    assert link.base_path == ""


@pytest.mark.parametrize("ending", ["lnk", "desktop"])
def test_only_one_of_our_own_is_replaced_unasked(
    briefing: Briefing, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"mo.{ending}"
    (tmp_path / "khac").mkdir()
    assert briefing("shortcut", tmp_path, "-o", file).code == 0
    assert briefing("shortcut", tmp_path / "khac", "-o", file).code == 0
    assert "khac" in file.read_bytes().decode("latin-1").replace("\0", "")
    file.write_text("[Desktop Entry]\nExec=khác\n", encoding="utf-8")

    refused = briefing("shortcut", tmp_path, "-o", file)
    kept = file.read_text(encoding="utf-8")
    forced = briefing("shortcut", tmp_path, "-o", file, "--force")

    assert refused.code == 2
    assert "--force" in refused.err
    assert kept == "[Desktop Entry]\nExec=khác\n"
    assert forced.code == 0


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("khong-co",), "không có thư mục này"),
        ((".", "-o", "mo.txt"), ".lnk, .desktop"),
        ((".", "-o", "khong-co/mo.lnk"), "không có thư mục"),
        ((".",), "-o"),
    ],
)
def test_what_cannot_be_put_is_told(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("HOME", "/khong-co")

    done = briefing("shortcut", *asked)

    assert done.code == 2
    assert said in done.err
