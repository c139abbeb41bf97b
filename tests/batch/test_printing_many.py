"""``--pdf`` in a batch: many files a start of LibreOffice, which may hang, die or not be there."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cli.running import Briefing, clean_environment, program, until
from conftest import missing_tool
from exploring import drawn, places
from pdf.conftest import Office, runs

from .made import files, leftovers, single, text, write, write_inputs

FAKE = """\
#!{python}
import os, subprocess, sys, time
from hashlib import sha256
from pathlib import Path

home = Path({home!r})
words = sys.argv[sys.argv.index("--outdir") + 2:]
begins = home / "begins"
if begins.exists():
    folder, count = begins.read_text("utf-8").splitlines()
    while len(list(Path(folder).rglob("*.docx"))) < int(count):
        time.sleep(0.02)
else:
    time.sleep(0.5)  # a start takes its time, as a real one does
with (home / "calls").open("a") as file:
    print(len(words), sys.argv[1], sep="\\t", file=file)
for word in map(Path, words):
    content = word.read_bytes()
    sign = home / sha256(content).hexdigest()
    Path(os.environ["TMPDIR"], "lu.tmp").touch()  # it keeps files of its own as well
    said = sign.read_text() if sign.exists() else ""
    if said == "once":
        sign.unlink()
    if said == "hangs":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        (home / "child").write_text(str(child.pid))
        time.sleep(600)
    if said in ("dies", "once"):
        sys.exit(81)
    if said == "skips":
        print("Error: source file could not be loaded")
        continue
    whole = b"%PDF-1.7 made from " + sha256(content).hexdigest().encode() + os.urandom(4)
    pdf = word.with_suffix(".pdf")
    pdf.write_bytes(whole + (b"" if said == "half" else b"\\n%%EOF\\n"))
    if said == "half":
        sys.exit(81)
"""


class ManyOffice(Office):
    """A LibreOffice that prints all files it is given, but some in a way of their own."""

    def install(self) -> None:
        program = self.folder / "soffice"
        text = FAKE.format(python=sys.executable, home=str(self.folder))
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)

    def treats(self, source: Path, way: str) -> None:
        """Say what happens on the Word file of an input."""
        (self.folder / sha256(single(source)).hexdigest()).write_text(way)

    def begins_with(self, out: Path, count: int) -> None:
        """Let a start take until so many documents are there, however slow the machine is."""
        (self.folder / "begins").write_text(f"{out}\n{count}", encoding="utf-8")


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> ManyOffice:
    folder = tmp_path_factory.mktemp("office")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("briefing.pdf.USUAL_PLACES", {})
    office = ManyOffice(folder)
    office.install()
    return office


PDFS = [f"huyện 0/xã-{number:03}.pdf" for number in range(5)]


@pytest.mark.parametrize("jobs", places([1, 2]))
def test_libreoffice_prints_all_documents(
    jobs: int, briefing: Briefing, inputs: Path, out: Path
) -> None:
    if shutil.which("soffice") is None:
        missing_tool("no soffice: apt-get install libreoffice-writer-nogui fonts-liberation2")
    assert briefing("build", inputs, "-d", out, "--pdf", "--jobs", jobs).code == 0
    printed = files(out, ".pdf")
    assert list(printed) == PDFS
    assert {content[:5] for content in printed.values()} == {b"%PDF-"}


def test_a_start_prints_many_files_and_each_process_keeps_its_profile(
    briefing: Briefing, tmp_path: Path, out: Path, office: ManyOffice
) -> None:
    count = 2 * drawn(60)
    inputs = write_inputs(tmp_path / "in", count)
    office.begins_with(out, count)
    assert briefing("build", inputs, "-d", out, "--pdf", "--jobs", 2).code == 0
    assert len(files(out, ".pdf")) == count
    assert sum(int(words) for words, _ in office.calls) == count
    assert len({profile for _, profile in office.calls}) <= 2
    assert len(office.calls) < count // 2


@pytest.mark.parametrize("way", ["dies", "skips", "half"])
def test_a_document_on_which_libreoffice_dies_is_told_and_all_others_are_printed(
    briefing: Briefing, inputs: Path, out: Path, office: ManyOffice, way: str
) -> None:
    office.treats(inputs / "huyện 0" / "xã-001.yaml", way)
    outcome = briefing("build", inputs, "-d", out, "--pdf", "--jobs", 1)
    assert outcome.code == 2
    assert f"{out / PDFS[1]}: lỗi: không có tệp PDF" in outcome.err
    assert list(files(out, ".pdf")) == [PDFS[0], *PDFS[2:]]
    assert len(files(out)) == 5
    assert leftovers(out) == []


def test_a_document_on_which_libreoffice_hangs_is_told_and_all_others_are_printed(
    briefing: Briefing,
    inputs: Path,
    out: Path,
    office: ManyOffice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("briefing.pdf.TIME_LIMIT", 1)
    office.treats(inputs / "huyện 0" / "xã-003.yaml", "hangs")
    outcome = briefing("build", inputs, "-d", out, "--pdf", "--jobs", 2)
    assert outcome.code == 2
    assert "soffice: > 1 s" in outcome.err
    assert list(files(out, ".pdf")) == [*PDFS[:3], PDFS[4]]
    assert not office.child_lives()


def test_a_libreoffice_that_dies_once_is_started_again(
    briefing: Briefing, inputs: Path, out: Path, office: ManyOffice
) -> None:
    office.treats(inputs / "huyện 0" / "xã-002.yaml", "once")
    assert briefing("build", inputs, "-d", out, "--pdf", "--jobs", 1).code == 0
    assert list(files(out, ".pdf")) == PDFS


def test_resume_prints_what_is_missing_or_changed_and_nothing_else(
    briefing: Briefing, inputs: Path, out: Path, office: ManyOffice
) -> None:
    words = ("build", inputs, "-d", out, "--pdf", "--resume", "--jobs", 1, "--format", "json")
    assert json.loads(briefing(*words).out)["counts"]["built"] == 5
    first, calls = files(out, ".pdf"), len(office.calls)
    assert json.loads(briefing(*words).out)["counts"]["unchanged"] == 5
    assert (files(out, ".pdf"), len(office.calls)) == (first, calls)
    (out / PDFS[0]).unlink()
    write(inputs / "huyện 0" / "xã-001.yaml", text(55))
    assert json.loads(briefing(*words).out)["counts"]["unchanged"] == 3
    second = files(out, ".pdf")
    assert {name for name in PDFS if first[name] != second[name]} == set(PDFS[:2])


def test_pdfs_come_later_to_documents_that_are_up_to_date(
    briefing: Briefing, inputs: Path, out: Path, office: ManyOffice
) -> None:
    assert briefing("build", inputs, "-d", out).code == 0
    assert office.calls == []
    assert briefing("build", inputs, "-d", out, "--pdf", "--resume").code == 0
    assert list(files(out, ".pdf")) == PDFS


def test_two_runs_at_once_both_end_well(
    briefing: Briefing, tmp_path: Path, out: Path, office: ManyOffice
) -> None:
    count = drawn(30)
    inputs = write_inputs(tmp_path / "in", count)
    words = program("build", inputs, "-d", out, "--pdf", "--resume", "--jobs", 2)
    environment = clean_environment({"PATH": str(office.folder)})
    runs = [
        subprocess.Popen(words, stderr=subprocess.PIPE, encoding="utf-8", env=environment)
        for _ in range(2)
    ]
    told = [run.communicate(timeout=100)[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert len(files(out, ".pdf")) == len(files(out)) == count
    assert leftovers(out) == []
    calls = len(office.calls)
    assert briefing("build", inputs, "-d", out, "--pdf", "--resume").code == 0
    assert len(office.calls) == calls


@pytest.fixture
def short() -> Iterator[Path]:
    """Return a folder with a path short enough for sockets."""
    with TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has /proc")
def test_a_killed_run_leaves_neither_libreoffice_nor_its_files_to_the_next(
    inputs: Path, out: Path, office: ManyOffice, short: Path
) -> None:
    environment = clean_environment({"TMPDIR": str(short), "PATH": str(office.folder)})
    words = program("build", inputs, "-d", out, "--pdf", "--resume", "--jobs", 1)
    office.treats(inputs / "huyện 0" / "xã-002.yaml", "hangs")
    with subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL) as run:
        until((office.folder / "child").exists, alive=run)
        run.kill()
    profile = office.calls[0][1]
    assert runs(profile)
    assert len(list(short.iterdir())) == 2, "what LibreOffice and the processes had"
    office.treats(inputs / "huyện 0" / "xã-002.yaml", "works")
    assert subprocess.run(words, check=True, capture_output=True, env=environment)
    assert not runs(profile)
    assert list(short.iterdir()) == []
    assert list(files(out, ".pdf")) == PDFS
    os.kill(int((office.folder / "child").read_text()), signal.SIGKILL)


def test_an_edited_pdf_is_kept_and_told(
    briefing: Briefing, inputs: Path, out: Path, office: ManyOffice
) -> None:
    assert briefing("build", inputs, "-d", out, "--pdf").code == 0
    calls = len(office.calls)
    (out / PDFS[4]).write_bytes(b"%PDF theirs")
    outcome = briefing("build", inputs, "-d", out, "--pdf", "--resume")
    assert outcome.code == 2
    assert f"{out / PDFS[4]}: lỗi: tệp đã có người sửa" in outcome.err
    assert (out / PDFS[4]).read_bytes() == b"%PDF theirs"
    assert len(office.calls) == calls


def test_an_existing_pdf_is_told_before_the_work(
    briefing: Briefing, inputs: Path, out: Path, office: ManyOffice
) -> None:
    write(out / PDFS[2], "của người khác")
    outcome = briefing("build", inputs, "-d", out, "--pdf")
    assert outcome.code == 2
    assert "output/exists" in outcome.err
    assert not (out / PDFS[2]).with_suffix(".docx").exists()
    assert len(files(out)) == 4
    assert sum(int(words) for words, _ in office.calls) == 4


def test_without_libreoffice_it_is_told_once_before_any_work(
    briefing: Briefing, inputs: Path, out: Path, office: ManyOffice
) -> None:
    (office.folder / "soffice").unlink()
    outcome = briefing("build", inputs, "-d", out, "--pdf")
    assert outcome.code == 2
    assert outcome.err.count("[pdf/no-libreoffice]") == 1
    assert files(out) == {}


def test_a_pdf_of_an_earlier_version_is_told_until_it_is_printed_again(
    briefing: Briefing, inputs: Path, out: Path, office: ManyOffice
) -> None:
    assert office.calls == []
    assert briefing("build", inputs, "-d", out, "--pdf").code == 0
    words = ("build", inputs, "-d", out, "--resume", "--format", "json")

    def told() -> list[str]:
        documents = json.loads(briefing(*words).out)["documents"]
        found = [finding for each in documents for finding in each["findings"]]
        return [each["file"] for each in found if each["rule"] == "batch/old-pdf"]

    assert told() == []
    write(inputs / "huyện 0" / "xã-001.yaml", text(55))
    assert told() == told() == [str(out / PDFS[1])]
    (out / PDFS[1]).write_bytes(b"%PDF theirs")
    assert told() == []
    (out / PDFS[1]).unlink()
    assert briefing(*words, "--pdf").code == 0
    assert told() == []
