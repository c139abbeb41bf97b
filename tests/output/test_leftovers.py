"""What a killed process leaves is found and removed by the next; what a living one needs stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from cli.running import Briefing, clean_environment, program, until
from pdf.conftest import Office, runs

from briefing.output import Scratch, sweep, write_whole
from briefing.output.scratch import PREFIX
from briefing.pdf import to_pdf

linux = pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has /proc")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that holds all temporary files of a test, of other processes too."""
    folder = tmp_path / "tạm thời"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def ends_nothing(folder: Path) -> None:
    assert folder.name.startswith(PREFIX)


LIVING = """
import sys, time
from briefing.output import Scratch
scratch = Scratch()
(scratch.folder / "deep" / "er").mkdir(parents=True)
(scratch.folder / "deep" / "er" / "file").write_bytes(b"half")
(scratch.folder / "link").symlink_to(sys.argv[1])
print(scratch.folder, flush=True)
time.sleep(60)
"""


def living(folder: Path, led_to: Path) -> tuple[subprocess.Popen[str], Path]:
    """Return a process that has a folder of temporary files, and that folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", LIVING, str(led_to)],
        stdout=subprocess.PIPE,
        text=True,
        env=clean_environment({"TMPDIR": str(folder)}),
    )
    assert process.stdout
    return process, Path(process.stdout.readline().strip())


def test_a_folder_goes_with_its_process_even_when_that_is_killed(
    tmp_path: Path, temporary: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "file").write_bytes(b"theirs")
    process, folder = living(temporary, theirs)
    with process, Scratch() as mine:
        sweep(ends_nothing)
        assert {folder, mine.folder} == set(temporary.iterdir()), "both processes live"
        process.kill()
        process.wait()
        assert (folder / "deep" / "er" / "file").exists()
        sweep(ends_nothing)
        assert set(temporary.iterdir()) == {mine.folder}
    assert list(temporary.iterdir()) == []
    assert (theirs / "file").read_bytes() == b"theirs"


def test_only_what_the_program_made_is_swept(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    kept = [
        temporary / "briefing-notes" / "file",
        temporary / f"{PREFIX}mine" / "file",
        temporary / f"{PREFIX}file",
        tmp_path / "elsewhere" / ".owner",
    ]
    for file in kept:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"theirs")
    (temporary / f"{PREFIX}link").symlink_to(tmp_path / "elsewhere")
    (temporary / f"{PREFIX}empty").mkdir()
    sweep(ends_nothing)
    assert all(file.read_bytes() == b"theirs" for file in kept)
    assert not (temporary / f"{PREFIX}empty").exists()
    assert (temporary / f"{PREFIX}link").is_symlink()


def test_a_folder_of_somebody_else_is_left_to_them(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = temporary / f"{PREFIX}theirs"
    folder.mkdir()
    (folder / ".owner").touch()
    # Simulated: this process runs as another user.
    monkeypatch.setattr("os.geteuid", lambda: os.getuid() + 1)
    sweep(ends_nothing)
    assert (folder / ".owner").exists()


def test_where_nothing_can_be_locked_folders_are_made_and_none_is_swept(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Simulated: a drive without locks.
    monkeypatch.setattr("briefing.output.locks._alone", lambda _: False)
    with Scratch() as one:
        sweep(ends_nothing)
        assert list(temporary.iterdir()) == [one.folder]
    assert list(temporary.iterdir()) == []


@linux
def test_a_killed_run_leaves_neither_libreoffice_nor_its_files_to_the_next(
    briefing: Briefing, source: Path, office: Office, temporary: Path
) -> None:
    office.does("hangs", "works")
    words = ("build", source, "--pdf")
    environment = clean_environment({"TMPDIR": str(temporary), "PATH": str(office.folder)})
    run = subprocess.Popen(program(*words), env=environment, stderr=subprocess.DEVNULL)
    until((office.folder / "child").exists, alive=run)
    run.kill()
    run.wait()
    assert len(list(temporary.iterdir())) == 1
    [profile] = [word for word in office.calls[0] if "UserInstallation" in word]
    assert runs(profile)
    assert briefing(*words, "--force").code == 0
    assert not runs(profile)
    assert list(temporary.iterdir()) == []
    os.kill(int((office.folder / "child").read_text()), signal.SIGKILL)


def test_without_room_for_temporary_files_the_batch_ends_in_words(
    briefing: Briefing, source: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.does("works")
    monkeypatch.setattr(tempfile, "tempdir", str(source.parent / "none"))
    outcome = briefing("build", source.parent, "-d", source.parent / "out", "--pdf")
    assert outcome.code == 2
    assert "lỗi: không ghi được tệp" in outcome.err
    outcome = briefing("build", source, "--pdf")
    assert outcome.code == 2
    assert "[pdf/failed]" in outcome.err
    assert source.with_suffix(".docx").exists()


HALF = """
import os, sys, time
from pathlib import Path
from briefing.output import write_whole
os.fsync = lambda _: (print("half", flush=True), time.sleep(60))
write_whole(Path(sys.argv[1]), b"new", force=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows renames no open file")
def test_a_half_written_file_goes_with_its_process(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    words = [sys.executable, "-c", HALF, str(target)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, env=clean_environment()) as process:
        assert process.stdout
        process.stdout.readline()
        [half] = tmp_path.iterdir()
        for name in (".briefing-abc.tmp", ".briefing-batch-abcdefgh.tmp", "my.tmp"):
            (tmp_path / name).write_bytes(b"theirs")
        write_whole(target, b"mine")
        assert half.exists(), "its process lives"
        process.kill()
    write_whole(target, b"mine again", force=True)
    assert not half.exists()
    assert len(list(tmp_path.iterdir())) == 4
    assert target.read_bytes() == b"mine again"


def test_one_conversion_leaves_nothing(office: Office, temporary: Path) -> None:
    office.does("works")
    to_pdf(b"PK")
    assert list(temporary.iterdir()) == []
