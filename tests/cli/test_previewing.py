"""``briefing preview``: plain Markdown in a pipe, rendered on a terminal, again after changes."""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import briefing as library
from cli.kept_running import Running, forked_on
from cli.running import (
    HOA_BINH,
    KY_ANH,
    Briefing,
    clean_environment,
    program,
    run_forked,
    run_program,
)

_PATIENCE = 20.0
SCREEN = {"COLUMNS": "100", "LINES": "60"}


def has_warnings_only(said: str) -> bool:
    """Say whether each line tells a warning or its remedy."""
    return all(": cảnh báo: " in line or line.startswith("  → ") for line in said.splitlines())


@pytest.mark.parametrize("shipped", [HOA_BINH, KY_ANH], ids=["hoa-binh", "ky-anh"])
def test_in_a_pipe_it_is_the_librarys_markdown_and_nothing_else(
    tmp_path: Path, shipped: Path
) -> None:
    outcome = run_forked("preview", shipped, folder=tmp_path)
    assert outcome.code == 0
    assert has_warnings_only(outcome.err)
    assert outcome.out == library.preview(library.load(shipped))
    assert "\x1b" not in outcome.out
    assert list(tmp_path.iterdir()) == []


def test_the_words_are_utf_8_whatever_the_terminal_says(tmp_path: Path) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    outcome = run_program("preview", HOA_BINH, folder=tmp_path, environment=environment)
    assert outcome.code == 0
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in outcome.out


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    with subprocess.Popen(
        program("preview", HOA_BINH),
        cwd=tmp_path,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.wait(_PATIENCE) == 0
        assert has_warnings_only(running.stderr.read().decode())


def test_in_process_it_prints_to_the_standard_output(briefing: Briefing) -> None:
    outcome = briefing("preview", KY_ANH)
    assert outcome.code == 0
    assert has_warnings_only(outcome.err)
    assert outcome.out == library.preview(library.load(KY_ANH))


class Terminal:
    """The other end of a terminal: what the program has put on the screen so far."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.seen = ""

    def wait_for(self, shown: Callable[[str], bool]) -> bool:
        """Read until the screen shows something; say whether it did in time."""
        end = time.monotonic() + _PATIENCE
        while not shown(self.seen) and time.monotonic() < end:
            if not select.select([self._descriptor], [], [], 0.1)[0]:
                continue
            try:
                read = os.read(self._descriptor, 65536)
            except OSError:  # the program has closed its end
                break
            self.seen += read.decode("utf-8", "replace")
        return shown(self.seen)


@contextmanager
def on_a_terminal(*arguments: object, folder: Path) -> Iterator[tuple[Terminal, subprocess.Popen]]:
    """Run the program on a terminal of its own; it is ended with the block."""
    pty = pytest.importorskip("pty", reason="Windows has no pseudo terminals")
    outer, inner = pty.openpty()
    running = subprocess.Popen(
        program(*arguments),
        cwd=folder,
        env=clean_environment(SCREEN),
        stdin=inner,
        stdout=inner,
        stderr=inner,
    )
    os.close(inner)
    try:
        yield Terminal(outer), running
    finally:
        running.terminate()
        running.wait(_PATIENCE)
        os.close(outer)


@contextmanager
def watched(*arguments: object, folder: Path) -> Iterator[tuple[Terminal, Running]]:
    """Do the same in a child of a process that has the program loaded."""
    pty = pytest.importorskip("pty", reason="Windows has no pseudo terminals")
    outer, inner = pty.openpty()
    try:
        words = (*arguments, "--watch")
        with forked_on(os.ttyname(inner), *words, folder=folder, **SCREEN) as running:
            yield Terminal(outer), running
    finally:
        os.close(inner)  # the child opens it by its name, at a time of its own
        os.close(outer)


def test_on_a_terminal_it_is_rendered(tmp_path: Path) -> None:
    with on_a_terminal("preview", HOA_BINH, folder=tmp_path) as (screen, running):
        assert screen.wait_for(lambda seen: "Lưu: VT" in seen)
        screen.wait_for(lambda _: running.poll() is not None)
        assert running.wait(_PATIENCE) == 0
    assert "\x1b[" in screen.seen
    assert "**" not in screen.seen
    assert "| :---" not in screen.seen
    assert "BÁO CÁO" in screen.seen


@pytest.mark.parametrize("changed", ["input", "template", "replaced input"])
def test_watching_shows_it_again_when_a_file_changes(
    source: Path, templates: Path, changed: str
) -> None:
    arguments = ["preview", source.name, "--templates", "templates"]
    with watched(*arguments, folder=source.parent) as (screen, running):
        assert screen.wait_for(lambda seen: "Đang theo dõi thay đổi" in seen)
        assert screen.wait_for(lambda seen: "Lưu: VT" in seen)
        time.sleep(1)  # the watcher starts after the first rendering
        if changed == "template":
            file = templates / "bao-cao-tong-ket.md.j2"
            old, new = "## {{ headings.results }}", "## Kết quả CHỈ THẤY SAU ĐÓ"
        else:
            file, old, new = source, "title: Tổng kết", "title: CHỈ THẤY SAU ĐÓ tổng kết"
        text = file.read_text(encoding="utf-8").replace(old, new)
        if changed == "replaced input":  # as most editors save
            (source.parent / "input.tmp").write_text(text, encoding="utf-8")
            (source.parent / "input.tmp").replace(source)
        else:
            file.write_text(text, encoding="utf-8")
        assert screen.wait_for(lambda seen: "CHỈ THẤY SAU ĐÓ" in seen)
        assert running.poll() is None


def test_watching_outlives_a_mistake_and_ends_quietly(source: Path) -> None:
    with watched("preview", source.name, folder=source.parent) as (screen, run):
        assert screen.wait_for(lambda seen: "Lưu: VT" in seen)
        time.sleep(1)
        good = source.read_text(encoding="utf-8")
        source.write_text(good + "\tsai\n", encoding="utf-8")
        assert screen.wait_for(lambda seen: "[yaml/" in seen)
        time.sleep(0.5)
        source.write_text(good + "\nrecipients: {archive: 'VT, NC'}\n", encoding="utf-8")
        assert screen.wait_for(lambda seen: "VT, NC" in seen)
        run.send_signal(2)  # Ctrl+C
        screen.wait_for(lambda _: run.poll() is not None)
        assert run.wait(_PATIENCE) in (0, 130)
    assert "Đã dừng." in screen.seen
    assert "Traceback" not in screen.seen


def test_watching_an_input_in_a_missing_folder_ends_with_its_finding(tmp_path: Path) -> None:
    outcome = run_forked("preview", "none/input.yaml", "--watch", folder=tmp_path)
    assert outcome.code == 2
    assert "none/input.yaml: lỗi: không có tệp này" in outcome.err
    assert "ngoài dự kiến" not in outcome.err
