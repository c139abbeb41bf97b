"""``briefing build --pdf``: a PDF beside the Word file, under the same rules."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cli.running import Briefing
from conftest import missing_tool

from .conftest import Office

WORD, PDF = b"PK\x03\x04", b"%PDF"


def test_libreoffice_prints_the_report(briefing: Briefing, source: Path) -> None:
    if shutil.which("soffice") is None:
        missing_tool("no soffice: apt-get install libreoffice-writer-nogui fonts-liberation2")
    assert briefing("build", source, "--pdf").code == 0
    assert source.with_suffix(".pdf").read_bytes().startswith(PDF)


def test_the_pdf_lies_beside_the_word_file(
    briefing: Briefing, source: Path, office: Office
) -> None:
    office.does("works")
    outcome = briefing("build", source, "--pdf")
    word, pdf = source.with_suffix(".docx"), source.with_suffix(".pdf")
    assert (outcome.code, outcome.out) == (0, "")
    assert f"Đã ghi {word}.\nĐã ghi {pdf}.\n" in outcome.err
    assert word.read_bytes().startswith(WORD)
    assert pdf.read_bytes().endswith(word.read_bytes())
    assert sorted(source.parent.iterdir()) == sorted([source, word, pdf])


def test_without_the_option_libreoffice_is_not_started(
    briefing: Briefing, source: Path, office: Office
) -> None:
    office.does("works")
    assert briefing("build", source).code == 0
    assert office.calls == []
    assert not source.with_suffix(".pdf").exists()


@pytest.mark.parametrize(
    ("word", "pdf"),
    [("a.docx", "a.pdf"), ("A.DOCX", "A.pdf"), ("ngày 31.12.docx", "ngày 31.12.pdf")],
)
def test_the_pdf_takes_the_name_that_o_gives(
    briefing: Briefing, source: Path, office: Office, word: str, pdf: str
) -> None:
    office.does("works")
    assert briefing("build", source, "--pdf", "-o", source.parent / word).code == 0
    assert (source.parent / word).read_bytes().startswith(WORD)
    assert (source.parent / pdf).read_bytes().startswith(PDF)


def test_d_names_the_folder_of_both(
    briefing: Briefing, source: Path, office: Office, tmp_path: Path
) -> None:
    office.does("works")
    (tmp_path / "out").mkdir()
    assert briefing("build", source, "--pdf", "-d", tmp_path / "out").code == 0
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert names == {"hoa-binh-2023.docx", "hoa-binh-2023.pdf"}


@pytest.mark.parametrize("name", ["a.pdf", "a.PDF"])
def test_the_word_file_cannot_have_the_name_of_the_pdf(
    briefing: Briefing, source: Path, office: Office, name: str
) -> None:
    office.does("works")
    outcome = briefing("build", source, "--pdf", "--force", "-o", source.parent / name)
    assert outcome.code == 2
    assert "-o là tên tệp Word" in outcome.err
    assert list(source.parent.iterdir()) == [source]


@pytest.mark.parametrize("taken", [[".pdf"], [".docx"], [".docx", ".pdf"]], ids="+".join)
def test_existing_files_are_told_before_the_work_and_kept(
    briefing: Briefing, source: Path, office: Office, taken: list[str]
) -> None:
    office.does("works")
    files = [source.with_suffix(suffix) for suffix in taken]
    for file in files:
        file.write_bytes(b"old")
    outcome = briefing("build", source, "--pdf")
    assert outcome.code == 2
    assert outcome.err.count("output/exists") == len(taken)
    assert all(f"{file}: lỗi: tệp đã có" in outcome.err for file in files)
    assert {file: file.read_bytes() for file in files} == dict.fromkeys(files, b"old")
    assert sorted(source.parent.iterdir()) == sorted([source, *files])
    assert office.calls == []


def test_force_overwrites_both(briefing: Briefing, source: Path, office: Office) -> None:
    office.does("works")
    word, pdf = source.with_suffix(".docx"), source.with_suffix(".pdf")
    word.write_bytes(b"old")
    pdf.write_bytes(b"old")
    assert briefing("build", source, "--pdf", "--force").code == 0
    assert word.read_bytes().startswith(WORD)
    assert pdf.read_bytes().startswith(PDF)


def test_a_folder_with_the_name_of_the_pdf_is_told_before_the_work(
    briefing: Briefing, source: Path, office: Office
) -> None:
    office.does("works")
    source.with_suffix(".pdf").mkdir()
    outcome = briefing("build", source, "--pdf", "--force")
    assert outcome.code == 2
    assert "output/is-folder" in outcome.err
    assert not source.with_suffix(".docx").exists()


def test_the_word_file_stays_when_libreoffice_fails(
    briefing: Briefing, source: Path, office: Office
) -> None:
    office.does("fails", "fails")
    source.with_suffix(".pdf").write_bytes(b"old")
    outcome = briefing("build", source, "--pdf", "--force")
    assert outcome.code == 2
    assert "[pdf/failed]" in outcome.err
    assert f"Đã ghi {source.with_suffix('.docx')}." in outcome.err
    assert f"Đã ghi {source.with_suffix('.pdf')}." not in outcome.err
    assert source.with_suffix(".docx").read_bytes().startswith(WORD)
    assert source.with_suffix(".pdf").read_bytes() == b"old"


def test_the_word_file_stays_when_there_is_no_libreoffice(
    briefing: Briefing, source: Path, office: Office
) -> None:
    assert office.calls == []
    outcome = briefing("build", source, "--pdf")
    assert outcome.code == 2
    assert "[pdf/no-libreoffice]" in outcome.err
    assert "apt-get install libreoffice-writer-nogui" in outcome.err
    assert source.with_suffix(".docx").read_bytes().startswith(WORD)
    assert not source.with_suffix(".pdf").exists()


def test_a_pdf_that_somebody_makes_meanwhile_is_kept(
    briefing: Briefing, source: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_: bytes) -> bytes:
        source.with_suffix(".pdf").write_bytes(b"theirs")
        return PDF

    monkeypatch.setattr("briefing.pdf.to_pdf", slow)
    outcome = briefing("build", source, "--pdf")
    assert (outcome.code, office.calls) == (2, [])
    assert "output/exists" in outcome.err
    assert source.with_suffix(".pdf").read_bytes() == b"theirs"


def test_json_is_one_list_with_the_pdf_among_the_findings(
    briefing: Briefing, source: Path, office: Office
) -> None:
    assert office.calls == []
    outcome = briefing("build", source, "--pdf", "--format", "json")
    assert outcome.code == 2
    rules = [finding["rule"] for finding in json.loads(outcome.out)]
    assert rules.count("pdf/no-libreoffice") == 1


def test_a_refused_report_leaves_neither_file(
    briefing: Briefing, source: Path, office: Office
) -> None:
    office.does("works")
    source.write_text("kind: bao-cao-tong-ket\n", encoding="utf-8")
    assert briefing("build", source, "--pdf").code == 2
    assert list(source.parent.iterdir()) == [source]
    assert office.calls == []


def test_a_name_too_long_is_a_finding(briefing: Briefing, source: Path, office: Office) -> None:
    office.does("works")
    outcome = briefing("build", source, "--pdf", "-o", source.parent / ("a" * 300 + ".docx"))
    assert outcome.code == 2
    assert "output/failed" in outcome.err
