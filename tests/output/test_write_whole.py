"""``write_whole``: a file is the old one or the new one, never a part, whatever happens."""

from __future__ import annotations

import errno
import os
import socket
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from briefing import OutputError
from briefing.output import FilesRead, write_whole

OLD, NEW = b"old content", b"new content" * 10_000


def fails(error: BaseException) -> Callable[..., NoReturn]:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise error

    return refuse


def refused_rule(error: pytest.ExceptionInfo[OutputError]) -> str:
    [finding] = error.value.findings
    return finding.rule


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return a file that holds the old content, alone in its folder."""
    file = tmp_path / "Báo cáo.docx"
    file.write_bytes(OLD)
    return file


def test_a_new_file_is_written_whole_and_alone(tmp_path: Path) -> None:
    file = tmp_path / "new.docx"
    write_whole(file, NEW)
    assert file.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [file]


def test_an_old_file_is_kept_unless_forced(target: Path) -> None:
    with pytest.raises(OutputError) as refused:
        write_whole(target, NEW)
    assert refused_rule(refused) == "output/exists"
    assert target.read_bytes() == OLD
    write_whole(target, NEW, force=True)
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]


def test_others_may_read_a_new_file_as_the_umask_says(tmp_path: Path) -> None:
    file, mask = tmp_path / "new.docx", os.umask(0o027)
    try:
        write_whole(file, NEW)
    finally:
        os.umask(mask)
    assert file.stat().st_mode & 0o777 == 0o640


STEPS = ["tempfile.mkstemp", "os.fdopen", "os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_leaves_the_old_file_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(step, fails(OSError(errno.ENOSPC, "đĩa đầy")))
        with pytest.raises(OutputError) as refused:
            write_whole(target, NEW, force=True)
    assert refused_rule(refused) == "output/failed"
    assert "đĩa đầy" in str(refused.value)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_write_cut_in_the_middle_leaves_the_old_file_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.fdopen

    class Cut:
        def __init__(self, descriptor: int, mode: str) -> None:
            self._file = opened(descriptor, mode)

        def __enter__(self) -> Cut:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def write(self, content: bytes) -> NoReturn:
            self._file.write(content[: len(content) // 2])
            raise OSError(errno.ENOSPC, "đĩa đầy")

    monkeypatch.setattr("os.fdopen", Cut)
    with pytest.raises(OutputError):
        write_whole(target, NEW, force=True)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_an_interruption_from_the_keyboard_leaves_the_old_file_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(step, fails(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            write_whole(target, NEW, force=True)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_the_file_takes_its_name_only_when_it_is_whole_on_disk(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []
    flush = os.fsync

    def fsync(descriptor: int) -> None:
        flush(descriptor)
        seen.append(target.read_bytes())
        [temporary] = set(target.parent.iterdir()) - {target}
        assert temporary.read_bytes() == NEW

    monkeypatch.setattr("os.fsync", fsync)
    write_whole(target, NEW, force=True)
    assert seen == [OLD]
    assert target.read_bytes() == NEW


def test_a_file_that_somebody_makes_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, flush = tmp_path / "new.docx", os.fsync

    def fsync(descriptor: int) -> None:
        flush(descriptor)
        file.write_bytes(OLD)

    monkeypatch.setattr("os.fsync", fsync)
    with pytest.raises(OutputError) as refused:
        write_whole(file, NEW)
    assert refused_rule(refused) == "output/exists"
    assert file.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_system_without_hard_links_is_written_to_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", fails(OSError(errno.EPERM, "Operation not permitted")))
    file = tmp_path / "new.docx"
    write_whole(file, NEW)
    assert file.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [file]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as refused:
        write_whole(tmp_path / "none" / "a.docx", NEW)
    assert refused_rule(refused) == "output/no-folder"
    assert str(tmp_path / "none") in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(OutputError) as refused:
        write_whole(tmp_path / "a.docx", NEW, force=True)
    assert refused_rule(refused) == "output/is-folder"
    assert (tmp_path / "a.docx").is_dir()


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("leads_to", ["old.docx", "gone.docx", "."])
def test_a_link_is_never_replaced_nor_followed(tmp_path: Path, leads_to: str, force: bool) -> None:
    (tmp_path / "old.docx").write_bytes(OLD)
    link = tmp_path / "a.docx"
    link.symlink_to(tmp_path / leads_to)
    with pytest.raises(OutputError) as refused:
        write_whole(link, NEW, force=force)
    assert refused_rule(refused) == "output/not-plain"
    assert link.is_symlink()
    assert {path.name for path in tmp_path.iterdir()} == {"a.docx", "old.docx"}
    assert (tmp_path / "old.docx").read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a name in a folder")
@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_a_pipe_a_socket_and_a_device_are_never_replaced(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, force: bool
) -> None:
    # A socket's path may be no longer than a hundred bytes.
    monkeypatch.chdir(tmp_path)
    special = Path("/dev/null") if kind == "device" else Path("a.docx")
    if kind == "pipe":
        os.mkfifo(special)
    if kind == "socket":
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind("a.docx")
    before = special.lstat().st_mode
    with pytest.raises(OutputError) as refused:
        write_whole(special, NEW, force=force)
    assert refused_rule(refused) == "output/not-plain"
    assert special.lstat().st_mode == before
    assert leftovers(tmp_path) == []


def test_a_file_that_the_run_reads_is_never_replaced(target: Path) -> None:
    linked, renamed = target.with_name("hard.docx"), target.with_name("BÁO CÁO.DOCX")
    linked.hardlink_to(target)
    composed = target.with_name(unicodedata.normalize("NFD", target.name))
    (target.parent / "folder").symlink_to(target.parent)
    through = target.parent / "folder" / target.name
    for name in (target, linked, renamed, composed, through):
        with pytest.raises(OutputError) as refused:
            write_whole(name, NEW, force=True, read=FilesRead([target]))
        assert refused_rule(refused) == "output/is-input"
    assert target.read_bytes() == OLD
    assert leftovers(target.parent) == []


def test_what_a_link_leads_to_is_read_as_well(target: Path) -> None:
    link = target.with_name("link.yaml")
    link.symlink_to(target)
    with pytest.raises(OutputError) as refused:
        write_whole(target, NEW, force=True, read=FilesRead([link]))
    assert refused_rule(refused) == "output/is-input"
    write_whole(target, NEW, force=True, read=FilesRead([target.with_name("other.yaml")]))
    assert target.read_bytes() == NEW


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".briefing-*"))


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has /proc")
def test_a_folder_that_takes_no_files_is_told() -> None:
    with pytest.raises(OutputError) as refused:
        write_whole(Path("/proc/a.docx"), NEW)
    assert refused_rule(refused) == "output/failed"


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as refused:
        write_whole(tmp_path / ("a" * 300 + ".docx"), NEW)
    assert refused_rule(refused) == "output/failed"
    assert list(tmp_path.iterdir()) == []
