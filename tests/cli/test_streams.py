"""Streams that are closed or full end in a sentence and code 2; a reader that left, quietly."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path

import pytest
from exploring import one_of_each, some

from cli.running import HOA_BINH, Outcome, asked, clean_environment, program

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")

Forked = Callable[..., Outcome]

COMMANDS = [
    ["kinds"],
    ["schema"],
    ["new", "bao-cao-tong-ket"],
    ["check", str(HOA_BINH)],
    ["check", str(HOA_BINH), "--format", "json"],
    ["check", "lời.txt"],
    ["preview", str(HOA_BINH)],
    ["build", str(HOA_BINH), "-d", "out", "--format", "json"],
    ["locality", "list"],
    ["locality", "list", "--provinces"],
    ["locality", "show", "hoa-binh"],
    ["locality", "diff", "hoa-binh"],
    ["template", "show", "bao-cao-tong-ket", "--names"],
    ["template", "lint", "--unused"],
    ["--help"],
    ["--version"],
    ["build", "--help"],
]
"""Every command that prints what it is asked for."""

TELLING = [
    ["build", str(HOA_BINH), "-d", "out"],
    ["build", "none.yaml"],
    ["build", "--nothing"],
    ["new", "bao-cao-tong-ket", "-o", "a.yaml"],
    ["locality", "new", "mau", "--name", "xã Mẫu", "--level", "commune", "--place", "Mẫu"],
    ["template", "new", "bao-cao-tong-ket", "--locality", "rieng", "--block", "closing"],
    ["check", str(HOA_BINH)],
]
"""Commands whose messages go to the standard error."""


@pytest.fixture
def forked(tmp_path: Path) -> Forked:
    """Return the program as a function of its words and of what its streams are."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.yaml").write_bytes(HOA_BINH.read_bytes())
    (tmp_path / "lời.txt").write_text("Bắt 12/20 đối tượng, đạt 60%.\n", encoding="utf-8")
    pack = tmp_path / "localities" / "rieng" / "locality.toml"
    pack.parent.mkdir(parents=True)
    pack.write_text('parent = "hoa-binh"\nname = "xã Mẫu"\nlevel = "commune"\nplace = "Mẫu"\n')
    said = {name: tmp_path / f"{name}.said" for name in ("out", "err")}

    def run(words: list[str], **streams: str) -> Outcome:
        for file in said.values():
            file.write_bytes(b"")
        where = {name: str(file) for name, file in said.items()} | streams
        environment = clean_environment()
        code = asked({"words": words, "folder": str(tmp_path), "environment": environment, **where})
        assert code is not None
        out, err = (file.read_text(encoding="utf-8") for file in said.values())
        assert "Traceback" not in out + err
        return Outcome(code, out, err)

    return run


SENTENCE = "lỗi: không ghi được hết những gì lệnh in ra: {} [output/stream]"


@pytest.mark.parametrize("words", one_of_each(COMMANDS, itemgetter(0)), ids=" ".join)
def test_a_standard_output_that_takes_nothing_ends_in_a_sentence(
    forked: Forked, words: list[str]
) -> None:
    plain = forked(words)
    assert plain.out
    assert SENTENCE.format("") not in plain.err
    again = [*words, "--force"] if words[0] == "build" and len(words) > 2 else words
    for stream, reason in {"full": "đĩa đầy", "closed": "luồng ra đã đóng"}.items():
        outcome = forked(again, out=stream)
        assert outcome.code == 2
        assert outcome.err.count(SENTENCE.format(reason)) == 1
        assert outcome.err.startswith(plain.err[:20])
    assert forked(again, out="closed", err="closed").code == 2


@pytest.mark.parametrize("words", some(COMMANDS), ids=" ".join)
def test_a_reader_that_left_changes_nothing_and_is_not_spoken_of(
    forked: Forked, words: list[str]
) -> None:
    plain = forked(words)
    again = [*words, "--force"] if words[0] == "build" and len(words) > 2 else words
    outcome = forked(again, out="left")
    assert outcome.code == plain.code
    assert "output/stream" not in outcome.err
    assert forked(again, out="left", err="left").code == plain.code


@pytest.mark.parametrize("words", TELLING, ids=" ".join)
def test_messages_that_arrive_nowhere_make_code_2(
    forked: Forked, words: list[str], tmp_path: Path
) -> None:
    for stream in ("full", "closed"):
        for made in ("a.yaml", "out/hoa-binh-2023.docx", "out/a.docx"):
            (tmp_path / made).unlink(missing_ok=True)
        outcome = forked(words, err=stream)
        assert outcome.code == 2
        assert SENTENCE.format("") not in outcome.out


def test_what_a_command_writes_is_there_although_nobody_heard_of_it(
    forked: Forked, tmp_path: Path
) -> None:
    assert forked(TELLING[0], err="full").code == 2
    batch = ["build", "in", "-d", "out", "--jobs", "1", "--format", "json", "--summary", "s.csv"]
    outcome = forked(batch, out="full")
    assert outcome.code == 2
    assert outcome.err.count(SENTENCE.format("đĩa đầy")) == 1
    assert {file.name for file in tmp_path.glob("*/*.docx")} == {"hoa-binh-2023.docx", "a.docx"}
    assert (tmp_path / "s.csv").exists()
    assert forked([*batch, "--resume"], err="closed").code == 2


def test_a_file_never_takes_the_number_of_a_closed_stream(forked: Forked, tmp_path: Path) -> None:
    words = ["build", str(HOA_BINH), "-d", "out", "--force"]
    assert forked(words).code == 0
    whole = (tmp_path / "out" / "hoa-binh-2023.docx").read_bytes()
    assert forked(words, out="closed", err="closed").code == 2
    assert (tmp_path / "out" / "hoa-binh-2023.docx").read_bytes() == whole


def test_it_is_so_in_a_process_of_its_own() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            program("kinds"),
            stdout=full,
            stderr=subprocess.PIPE,
            env=clean_environment(),
            text=True,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(SENTENCE.format("đĩa đầy"))


def test_a_pipe_that_does_not_wait_gets_all(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    words = program("schema")
    with subprocess.Popen(words, stdout=writing, env=clean_environment(), cwd=tmp_path) as run:
        os.close(writing)
        with open(reading, "rb") as pipe:  # noqa: PTH123
            said = pipe.read()
    assert run.returncode == 0
    assert json.loads(said)["$defs"]


def test_a_watch_ends_when_nobody_reads_it() -> None:
    words = program("preview", HOA_BINH, "--watch")
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=clean_environment()
    ) as run:
        assert run.stdout
        run.stdout.close()
        assert run.wait(20) == 0
