"""``to_pdf``: a Word file becomes a PDF, or one finding says why not."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from cli.running import HOA_BINH, until
from conftest import missing_tool

import briefing
from briefing import Finding, OutputError
from briefing.pdf import to_pdf

from .conftest import Office

WORD = b"PK a Word file"
MADE = b"%PDF-1.7 made from " + WORD


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that holds all temporary files of a test."""
    folder = tmp_path / "tạm thời"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def refused() -> Finding:
    with pytest.raises(OutputError) as error:
        to_pdf(WORD)
    [finding] = error.value.findings
    return finding


def test_the_pdf_holds_the_text_of_the_report() -> None:
    if shutil.which("soffice") is None:
        missing_tool("no soffice: apt-get install libreoffice-writer-nogui fonts-liberation2")
    content = to_pdf(briefing.build(briefing.load(HOA_BINH)))
    assert content.startswith(b"%PDF")
    with pdfplumber.open(BytesIO(content)) as pdf:
        text = " ".join((page.extract_text() or "") for page in pdf.pages)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "Nơi nhận" in text


def test_one_good_start_is_enough(office: Office, temporary: Path) -> None:
    office.does("works")
    assert to_pdf(WORD) == MADE
    assert len(office.calls) == 1
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    "fault",
    ["fails", "crashes_after_writing", "writes_nothing", "writes_no_pdf", "makes_a_pipe",
     "makes_a_link_without_end", "makes_a_giant"],
)  # fmt: skip
def test_a_fault_is_tried_once_more(office: Office, temporary: Path, fault: str) -> None:
    office.does(fault, "works")
    assert to_pdf(WORD) == MADE
    assert len(office.calls) == 2
    assert list(temporary.iterdir()) == []


def test_every_start_has_a_profile_of_its_own(office: Office, temporary: Path) -> None:
    office.does("fails", "works")
    to_pdf(WORD)
    profiles = {call[0] for call in office.calls}
    assert len(profiles) == 2
    start = f"-env:UserInstallation={temporary.as_uri()}/"
    assert all(profile.startswith(start) for profile in profiles)


@pytest.mark.parametrize("fault", ["fails", "writes_nothing", "writes_no_pdf"])
def test_two_faults_are_told_in_one_finding(office: Office, temporary: Path, fault: str) -> None:
    office.does(fault, fault, "works")
    assert refused().rule == "pdf/failed"
    assert len(office.calls) == 2
    assert list(temporary.iterdir()) == []


def test_the_last_words_of_libreoffice_are_told(office: Office) -> None:
    office.does("fails", "fails")
    message = refused().message("en")
    assert "(LibreOffice says “soffice: exit 1; Error: source file could not be loaded”)" in message


def test_a_hanging_start_is_killed_with_its_children_and_tried_again(
    office: Office, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.pdf.TIME_LIMIT", 1)
    office.does("hangs", "works")
    assert to_pdf(WORD) == MADE
    assert not office.child_lives()
    assert list(temporary.iterdir()) == []


def test_two_hanging_starts_are_told_with_the_limit(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.pdf.TIME_LIMIT", 1)
    office.does("hangs", "hangs", "works")
    finding = refused()
    assert (finding.rule, len(office.calls)) == ("pdf/failed", 2)
    assert "> 1 s" in finding.message("vi")


def test_an_interruption_from_the_keyboard_kills_libreoffice(
    office: Office, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> int:
        until((office.folder / "child").exists)
        raise KeyboardInterrupt

    office.does("hangs")
    with monkeypatch.context() as patched:
        patched.setattr("subprocess.Popen.wait", interrupted)
        with pytest.raises(KeyboardInterrupt):
            to_pdf(WORD)
    assert not office.child_lives()
    assert list(temporary.iterdir()) == []


def test_without_libreoffice_the_finding_says_how_to_install_it(office: Office) -> None:
    assert list(office.folder.iterdir()) == []
    finding = refused()
    assert finding.rule == "pdf/no-libreoffice"
    for language in ("vi", "en"):
        assert "apt-get install libreoffice-writer-nogui" in finding.remedy(language)
        assert "Windows, macOS" in finding.remedy(language)


def test_the_program_may_be_called_libreoffice(office: Office) -> None:
    office.does("works", name="libreoffice")
    assert to_pdf(WORD) == MADE


def test_the_program_may_lie_in_a_usual_place(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = office.does("works", name="elsewhere")
    places = {sys.platform: (str(place.with_name("none")), str(place))}
    monkeypatch.setattr("briefing.pdf.USUAL_PLACES", places)
    monkeypatch.setenv("PATH", os.devnull)
    assert to_pdf(WORD) == MADE


def test_a_program_that_cannot_start_is_told(office: Office) -> None:
    office.does("works").write_bytes(b"\x7fELF no program")
    finding = refused()
    assert finding.rule == "pdf/failed"
    assert "Exec format error" in finding.message("en")


def test_what_libreoffice_leaves_behind_goes_with_it(office: Office, temporary: Path) -> None:
    office.does("works_and_leaves_a_child")
    assert to_pdf(WORD) == MADE
    assert not office.child_lives()
    assert list(temporary.iterdir()) == []
