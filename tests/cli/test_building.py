"""``briefing build``: where the file goes, and that an old file is never lost."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any, NoReturn

import pytest

from cli.running import Briefing, run_program

WORD = b"PK\x03\x04"


def no_space(*_: Any, **__: Any) -> NoReturn:
    raise OSError(errno.ENOSPC, "đĩa đầy")


def test_the_word_file_takes_the_inputs_name_and_lies_beside_it(
    briefing: Briefing, source: Path
) -> None:
    outcome = briefing("build", source)
    target = source.with_suffix(".docx")
    assert (outcome.code, outcome.out) == (0, "")
    assert f"Đã ghi {target}." in outcome.err
    assert target.read_bytes().startswith(WORD)


def test_o_names_the_file(briefing: Briefing, source: Path, tmp_path: Path) -> None:
    target = tmp_path / "Báo cáo năm 2023.docx"
    assert briefing("build", source, "-o", target).code == 0
    assert target.read_bytes().startswith(WORD)
    assert not source.with_suffix(".docx").exists()


def test_d_names_the_folder(briefing: Briefing, source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kết quả"
    folder.mkdir()
    assert briefing("build", source, "-d", folder).code == 0
    assert [file.name for file in folder.iterdir()] == ["hoa-binh-2023.docx"]


def test_o_and_d_do_not_go_together(briefing: Briefing, source: Path, tmp_path: Path) -> None:
    outcome = briefing("build", source, "-o", tmp_path / "a.docx", "-d", tmp_path)
    assert outcome.code == 2
    assert "-o chỉ dùng cho một văn bản, không đi cùng -d hoặc --kind" in outcome.err
    assert list(tmp_path.iterdir()) == [source]


def test_the_same_input_gives_the_same_bytes(
    briefing: Briefing, source: Path, tmp_path: Path
) -> None:
    for name in ("first.docx", "second.docx"):
        assert briefing("build", source, "-o", tmp_path / name).code == 0
    assert (tmp_path / "first.docx").read_bytes() == (tmp_path / "second.docx").read_bytes()


def test_an_existing_file_is_kept_unless_forced(briefing: Briefing, source: Path) -> None:
    target = source.with_suffix(".docx")
    target.write_bytes("chữ của người khác".encode())
    outcome = briefing("build", source)
    assert outcome.code == 2
    assert "tệp đã có, được giữ nguyên" in outcome.err
    assert "--force" in outcome.err
    assert target.read_bytes() == "chữ của người khác".encode()
    assert briefing("build", source, "--force").code == 0
    assert target.read_bytes().startswith(WORD)
    assert sorted(source.parent.iterdir()) == sorted([source, target])


def test_a_missing_folder_of_o_is_named_and_not_created(
    briefing: Briefing, source: Path, tmp_path: Path
) -> None:
    outcome = briefing("build", source, "-o", tmp_path / "chưa có" / "a.docx")
    assert outcome.code == 2
    assert f"không có thư mục “{tmp_path / 'chưa có'}”" in outcome.err
    assert list(tmp_path.iterdir()) == [source]


def test_a_folder_is_not_overwritten_as_a_file(
    briefing: Briefing, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    outcome = briefing("build", source, "-o", tmp_path / "out", "--force")
    assert outcome.code == 2
    assert "output/is-folder" in outcome.err
    assert not list((tmp_path / "out").iterdir())


def test_a_folder_that_is_a_file_is_no_folder(
    briefing: Briefing, source: Path, tmp_path: Path
) -> None:
    outcome = briefing("build", source, "-o", source / "a.docx")
    assert outcome.code == 2
    assert "output/no-folder" in outcome.err
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has /proc")
def test_a_folder_where_nobody_may_write_is_told(briefing: Briefing, source: Path) -> None:
    # /proc takes no new files, not even from root, whom file permissions do not stop.
    outcome = briefing("build", source, "-d", "/proc")
    assert outcome.code == 2
    assert "/proc/hoa-binh-2023.docx: lỗi: không ghi được tệp" in outcome.err


@pytest.mark.parametrize("options", [[], ["--force"]], ids=["new", "force"])
def test_a_folder_without_write_permission_is_told(
    briefing: Briefing, source: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    # Simulated: the system refuses the new file, as it does where permission is missing.
    def denied(*_: Any, **__: Any) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", denied)
    outcome = briefing("build", source, *options)
    assert outcome.code == 2
    assert "output/failed" in outcome.err
    assert "Kiểm tra quyền ghi" in outcome.err
    assert list(source.parent.iterdir()) == [source]


@pytest.mark.parametrize("step", ["fsync", "write"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    briefing: Briefing, source: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    # Simulated: the disk is full while the temporary file is written or flushed.
    target = source.with_suffix(".docx")
    target.write_bytes(b"old")
    if step == "fsync":
        monkeypatch.setattr("os.fsync", no_space)
    else:
        opened = os.fdopen
        monkeypatch.setattr("os.fdopen", lambda fd, *_: _Full(opened(fd, "wb")))
    outcome = briefing("build", source, "--force")
    assert outcome.code == 2
    assert "đĩa đầy" in outcome.err
    assert "tệp cũ (nếu có) còn nguyên" in outcome.err
    assert target.read_bytes() == b"old"
    assert sorted(source.parent.iterdir()) == sorted([source, target])


class _Full:
    """A file on a full disk."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.write = no_space

    def __enter__(self) -> _Full:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def test_it_works_from_any_folder_on_relative_paths(tmp_path: Path, source: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    outcome = run_program("build", "../hoa-binh-2023.yaml", folder=tmp_path / "elsewhere")
    assert (outcome.code, outcome.out) == (0, "")
    assert source.with_suffix(".docx").read_bytes().startswith(WORD)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_findings_that_do_not_stop_are_told_beside_the_file(
    briefing: Briefing, source: Path
) -> None:
    outcome = briefing("build", source)
    assert outcome.code == 0
    assert "cảnh báo" in outcome.err
    assert "lưu ý" not in outcome.err
