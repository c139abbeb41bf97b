"""A folder that cannot be written to, a full disk, two runs at once: nothing half, all told."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest
from cli.running import REPOSITORY, Briefing, clean_environment, program
from exploring import drawn, places

from briefing.batch import BatchTask, Settings, perform

from .made import files, journal, leftovers, single, write_inputs


def test_a_folder_that_is_a_file_stops_the_batch_before_any_work(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    out.write_bytes(b"a file")
    outcome = briefing("build", inputs, "-d", out)
    assert outcome.code == 2
    assert "output/failed" in outcome.err
    assert out.read_bytes() == b"a file"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has /proc")
def test_a_folder_where_nobody_may_write_stops_the_batch_before_any_work(
    briefing: Briefing, inputs: Path
) -> None:
    # /proc takes no new files, not even from root, whom file permissions do not stop.
    outcome = briefing("build", inputs, "-d", "/proc")
    assert outcome.code == 2
    assert "/proc/.briefing-batch.jsonl: lỗi: không ghi được tệp" in outcome.err


def test_a_folder_below_that_cannot_be_written_to_concerns_only_its_documents(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    write_inputs(inputs, 12)
    out.mkdir()
    (out / "huyện 1").write_bytes(b"a file in place of a folder")
    outcome = briefing("build", inputs, "-d", out, "--format", "json")
    assert outcome.code == 2
    assert json.loads(outcome.out)["counts"]["failed"] == 2
    assert "output/failed" in outcome.err
    assert len(files(out)) == 10


def test_a_folder_of_inputs_that_cannot_be_read_is_told_and_the_others_are_built(
    briefing: Briefing, inputs: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Simulated: the system refuses the listing, as it does where permission is missing.
    write_inputs(inputs, 12)
    scan = os.scandir

    def refusing(path: Any) -> Any:
        if str(path).endswith("huyện 1"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr("os.scandir", refusing)
    outcome = briefing("build", inputs, "-d", out)
    assert outcome.code == 2
    assert f"{inputs / 'huyện 1'}: lỗi: không đọc được tệp: không có quyền" in outcome.err
    assert len(files(out)) == 10


def test_a_disk_without_room_for_some_leaves_those_out_and_nothing_half(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    # Simulated by the largest size of a file: one of the two documents is larger, one smaller.
    names = ("hoa-binh-2023", "ky-anh-2023")
    sizes = {name: len(single(REPOSITORY / "inputs" / f"{name}.yaml")) for name in names}
    small, large = sorted(names, key=sizes.__getitem__)
    listed = tmp_path / "list.txt"
    lines = [str(REPOSITORY / "inputs" / f"{name}.yaml") for name in names]
    listed.write_text("\n".join(lines), encoding="utf-8")
    limit = sizes[large] - 1
    code = (
        "import resource, sys\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "from briefing.cli import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    words = [sys.executable, "-c", code, "build", str(listed), "-d", str(out), "--format", "json"]
    done = subprocess.run(
        words, capture_output=True, encoding="utf-8", env=clean_environment(), check=False
    )
    assert done.returncode == 2
    assert json.loads(done.stdout)["counts"] == {
        "built": 1,
        "unchanged": 0,
        "refused": 0,
        "failed": 1,
    }
    assert set(files(out)) == {f"{small}.docx"}
    assert leftovers(out) == []
    assert briefing("build", listed, "-d", out, "--resume").code == 0
    assert {name: len(content) for name, content in files(out).items()} == {
        f"{name}.docx": size for name, size in sizes.items()
    }


def test_a_journal_that_cannot_be_written_is_told_and_the_documents_are_there(
    briefing: Briefing, inputs: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Simulated: no room for a record, in the parent; the processes that build are not concerned.
    with monkeypatch.context() as patched:
        patched.setattr("briefing.batch.journal.os", _FullDisk())
        outcome = briefing("build", inputs, "-d", out)
    assert outcome.code == 2
    assert ".briefing-batch.jsonl: lỗi: không ghi được tệp: đĩa đầy" in outcome.err
    assert len(files(out)) == 5
    assert briefing("build", inputs, "-d", out, "--resume").code == 0


class _FullDisk:
    """The module ``os`` on a disk that is full."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def write(self, *_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("options", places([["--resume"], ["--force"], []]))
def test_two_runs_on_one_folder_at_once_both_end_well(
    tmp_path: Path, out: Path, options: list[str]
) -> None:
    inputs = write_inputs(tmp_path / "in", 2 * drawn(20))
    words = program("build", inputs, "-d", out, "--format", "json", *options)
    runs = [
        subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=clean_environment(),
        )
        for _ in range(2)
    ]
    said = [run.communicate(timeout=100) for run in runs]
    for run, (told, errors) in zip(runs, said, strict=True):
        counts = json.loads(told)["counts"]
        # Without an option, what the other run had made when this one began is refused.
        assert run.returncode == (2 if counts["refused"] else 0), errors
        assert counts["failed"] == 0
        assert not (options and counts["refused"])
    assert files(out) == {
        path.relative_to(inputs).with_suffix(".docx").as_posix(): single(path)
        for path in inputs.rglob("*.yaml")
    }
    assert leftovers(out) == []
    assert {str(record["name"]) for record in journal(out)} == set(files(out))


def test_a_run_at_work_keeps_its_temporary_files_from_the_next(
    inputs: Path, out: Path, briefing: Briefing
) -> None:
    from briefing.batch.journal import Journal

    with Journal(Settings(out)) as working:
        working.sweep([])
        half = out / ".briefing-batch-half.tmp"
        half.write_bytes(b"half")
        assert briefing("build", inputs, "-d", out).code == 0
        assert half.exists()
    assert briefing("build", inputs, "-d", out, "--resume").code == 0
    assert not half.exists()


def test_an_unexpected_fault_is_the_documents_own(
    inputs: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("không lường trước")

    monkeypatch.setattr("briefing.library.make_documents", broken)
    source = inputs / "huyện 0" / "xã-001.yaml"
    outcome = perform(BatchTask(source, Path("a.docx"), Settings(out)))
    assert (outcome.state, outcome.code) == ("failed", 2)
    assert "ZeroDivisionError: không lường trước" in outcome.findings[0].message("vi")
    assert not out.exists()


def test_a_worker_of_another_version_does_not_answer(inputs: Path, out: Path) -> None:
    settings = Settings(out, version="0.0.7")
    outcome = perform(BatchTask(inputs / "huyện 0" / "xã-001.yaml", Path("a.docx"), settings))
    assert (outcome.state, outcome.findings[0].rule) == ("failed", "batch/other-version")


def test_another_run_that_wrote_the_same_meanwhile_is_no_fault(
    inputs: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, flush = inputs / "huyện 0" / "xã-001.yaml", os.fsync
    content = single(source)

    def fsync(descriptor: int) -> None:
        flush(descriptor)
        (out / "a.docx").write_bytes(content)

    monkeypatch.setattr("os.fsync", fsync)
    outcome = perform(BatchTask(source, Path("a.docx"), Settings(out)))
    assert outcome.state == "built"
    assert leftovers(out) == []
