"""A batch writes over nothing that it reads and nothing that is not its own: documents, summary,
journal."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from cli.running import REPOSITORY, Briefing

from briefing.batch.journal import FILE
from briefing.batch.summary import COLUMNS

from .made import TEXT, files, text, write

OURS = {
    "s.csv": ",".join(COLUMNS).encode("utf-8-sig") + b"\r\n",
    "s.json": b'{\n  "version": "0.0.1",\n  "folder": "out",\n  "seconds": 1\n}\n',
}
THEIRS = {
    "s.csv": "xã,số vụ\r\nCao Sơn,12\r\n".encode(),
    "s.json": b'{"version": 1, "name": "theirs"}',
    "S.JSON": b"",
}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder to work in, with two inputs in ``in``."""
    write(tmp_path / "in" / "x.yaml", text(1))
    write(tmp_path / "in" / "y.json", "{}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", THEIRS)
def test_a_file_that_is_no_summary_is_kept_unless_forced(
    briefing: Briefing, work: Path, name: str
) -> None:
    (work / name).write_bytes(THEIRS[name])
    outcome = briefing("build", "in", "-d", "out", "--summary", name)
    assert outcome.code == 2
    assert f"{name}: lỗi: tệp đã có, được giữ nguyên" in outcome.err
    assert (work / name).read_bytes() == THEIRS[name]
    assert not (work / "out").exists(), "told before any work"
    briefing("build", "in", "-d", "out", "--summary", name, "--force")
    assert b"in/x.yaml" in (work / name).read_bytes()


@pytest.mark.parametrize("name", OURS)
def test_an_older_summary_is_replaced(briefing: Briefing, work: Path, name: str) -> None:
    (work / "in" / "y.json").unlink()
    for content in (OURS[name], None):
        if content:
            (work / name).write_bytes(content)
        assert briefing("build", "in", "-d", "out", "--resume", "--summary", name).code == 0
        assert b"in/x.yaml" in (work / name).read_bytes()


@pytest.mark.parametrize("name", ["in/x.yaml", "s.xlsx", "s", "s.txt", "out/x.docx"])
def test_a_summary_takes_no_other_ending(briefing: Briefing, work: Path, name: str) -> None:
    outcome = briefing("build", "in", "-d", "out", "--summary", name, "--force")
    assert outcome.code == 2
    assert "phải là .csv, .json" in outcome.err
    assert set(work.rglob("*.*")) == {work / "in" / "x.yaml", work / "in" / "y.json"}


def test_names_that_are_too_long_are_told(briefing: Briefing, work: Path) -> None:
    for words in (("-d", "out", "--summary", "s" * 300 + ".csv"), ("-d", "d" * 300)):
        outcome = briefing("build", "in", *words)
        assert outcome.code == 2
        assert "tên quá dài" in outcome.err
    assert files(work) == {}


@pytest.mark.parametrize("name", ["s/", ".", "in"])
def test_a_summary_is_no_folder(briefing: Briefing, work: Path, name: str) -> None:
    outcome = briefing("build", "in", "-d", "out", "--summary", name)
    assert (outcome.code, (work / "out").exists()) == (2, False)
    assert "output/is-folder" in outcome.err


@pytest.mark.parametrize("options", [[], ["--force"]])
@pytest.mark.parametrize("way", ["itself", "hard link", "other letters", "through a link"])
def test_an_input_is_no_place_for_the_summary(
    briefing: Briefing, work: Path, way: str, options: list[str]
) -> None:
    name = {"itself": "in/y.json", "hard link": "s.json", "other letters": "in/Y.JSON"}.get(way, "")
    if way == "hard link":
        (work / "s.json").hardlink_to(work / "in" / "y.json")
    if way == "through a link":
        (work / "link").symlink_to("in")
        name = "link/y.json"
    outcome = briefing("build", "in", "-d", "out", "--summary", name, *options)
    assert outcome.code == 2
    assert f"{name}: lỗi: lần chạy này đang đọc tệp này" in outcome.err
    assert (work / "in" / "y.json").read_bytes() == b"{}"
    assert not (work / "out").exists()


@pytest.mark.parametrize("faulty", [False, True])
def test_a_report_before_that_an_input_names_is_no_place_for_the_summary(
    briefing: Briefing, work: Path, faulty: bool
) -> None:
    last = write(work / "in" / "last.json", "{}")
    content = text(1) + "previous_report: last.json\n" + ("unknown_key: 1\n" if faulty else "")
    write(work / "in" / "x.yaml", content)
    listed = write(work / "list.txt", "in/x.yaml\n")
    outcome = briefing("build", listed, "-d", "out", "--summary", last, "--force")
    assert outcome.code == 2
    assert f"{last}: lỗi: lần chạy này đang đọc tệp này" in outcome.err
    assert last.read_text() == "{}"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a name in a folder")
@pytest.mark.parametrize("options", [[], ["--force"]])
@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_a_pipe_or_a_link_takes_no_summary_and_no_journal(
    briefing: Briefing, work: Path, kind: str, options: list[str]
) -> None:
    (work / "out").mkdir()
    write(work / "theirs", "")
    for place in (work / "s.csv", work / "out" / FILE):
        if kind == "pipe":
            os.mkfifo(place)
        else:
            place.symlink_to(work / "theirs")
        summary = ("--summary", "s.csv") if place.name == "s.csv" else ()
        outcome = briefing("build", "in", "-d", "out", *summary, *options)
        assert outcome.code == 2
        assert "ở đây đã có thứ không phải tệp thường" in outcome.err
        place.unlink()
    assert files(work) == {}
    assert (work / "theirs").read_bytes() == b""


@pytest.mark.parametrize("content", [b"theirs\n", b'{"a": 1}\n', b"PK\x03\x04", b"\0\0theirs"])
def test_a_file_that_is_no_journal_is_kept_unless_forced(
    briefing: Briefing, work: Path, content: bytes
) -> None:
    place = work / "out" / FILE
    place.parent.mkdir()
    place.write_bytes(content)
    outcome = briefing("build", "in", "-d", "out")
    assert outcome.code == 2
    assert f"{Path('out') / FILE}: lỗi: tên tệp này dành cho sổ ghi" in outcome.err
    assert (place.read_bytes(), files(work)) == (content, {})
    briefing("build", "in", "-d", "out", "--force")
    assert set(files(work)) == {"out/x.docx"}
    assert place.read_bytes().startswith(content)


@pytest.mark.parametrize("content", [b"", b"\n", b'\n{"na', b"\0" * 5000, b"\0\0\n{"])
def test_what_a_kill_or_a_power_cut_left_of_a_journal_is_a_journal(
    briefing: Briefing, work: Path, content: bytes
) -> None:
    (work / "in" / "y.json").unlink()
    place = work / "out" / FILE
    place.parent.mkdir()
    place.write_bytes(content)
    assert briefing("build", "in", "-d", "out", "--resume").code == 0
    assert "Không đổi         1" in briefing("build", "in", "-d", "out", "--resume").err


@pytest.mark.parametrize("options", [[], ["--force"], ["--resume"]])
def test_the_journal_is_not_written_into_an_input(
    briefing: Briefing, work: Path, options: list[str]
) -> None:
    content = "\n" + text(1)
    write(work / "in" / "x.yaml", content)
    (work / "out").mkdir()
    (work / "out" / FILE).hardlink_to(work / "in" / "x.yaml")
    outcome = briefing("build", "in", "-d", "out", *options)
    assert outcome.code == 2
    assert "output/is-input" in outcome.err
    assert (work / "in" / "x.yaml").read_text(encoding="utf-8") == content


@pytest.mark.parametrize("options", [["--force"], ["--resume"], ["--force", "--kind", "all"]])
def test_no_document_of_a_batch_lies_over_what_the_batch_reads(
    briefing: Briefing, work: Path, options: list[str]
) -> None:
    shipped = REPOSITORY / "templates" / "localities" / "hoa-binh"
    pack = Path(shutil.copytree(shipped, work / "localities" / "hoa-binh"))
    for name in ("style", "b", "c", "d"):
        write(work / "in" / f"{name}.yaml", text(1))
    before = write(work / "in" / "2022.yaml", TEXT.replace("{year: 2023}", "{year: 2022}"))
    write(work / "in" / "d.yaml", text(1) + "previous_report: 2022.yaml\n")
    listed = write(work / "list.txt", "".join(f"in/{name}.yaml\n" for name in ("b", "c", "d")))
    out = work / "out" / "in"
    out.mkdir(parents=True)
    kept = {"b": work / "in" / "c.yaml", "c": listed, "d": before}
    for name, file in kept.items():
        (out / f"{name}.docx").hardlink_to(file)
    outcome = briefing("build", listed, "-d", "out", *options)
    assert outcome.code == 2
    assert outcome.err.count("[output/is-input]") == 3
    for name, file in kept.items():
        assert (out / f"{name}.docx").samefile(file)
    style = write(work / "style.txt", "in/style.yaml\n")
    outcome = briefing("build", style, "-d", pack.parent, *options)
    assert outcome.code == 0, "another folder of the packs is no pack"
    outcome = briefing("build", work / "in" / "st*.yaml", "-d", pack, *options)
    assert outcome.code == 2
    assert "output/is-input" in outcome.err
    assert not (pack / "style.docx").exists()
