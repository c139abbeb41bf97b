"""A text of an old font is told with what it says, and brought into Unicode only when asked to."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from cli.running import REPOSITORY, Briefing
from cli.test_previewing import on_a_terminal
from vietnamese.test_legacy import in_tcvn3, in_vni

from briefing import load
from forms.test_workbook import form_of_hoa_binh, written

SAID = "đã tổ chức tuần tra bảo đảm trật tự"


@pytest.mark.parametrize("code", [in_tcvn3, in_vni])
def test_a_form_with_an_old_font_is_told_and_converted_when_asked(
    code: object, briefing: Briefing, tmp_path: Path
) -> None:
    sheets = form_of_hoa_binh()
    assert callable(code)
    sheets["Các ý"].append(["thuận lợi", code(SAID)])
    old, new = tmp_path / "cũ.xlsx", tmp_path / "mới.xlsx"
    old.write_bytes(written(sheets))

    said = briefing("check", old)
    assert said.code == 1
    assert f"Các ý!B{len(sheets['Các ý'])}: lỗi: chữ gõ bằng phông cũ" in said.out
    assert f"“{SAID}”" in said.out
    assert briefing("build", old, "-o", tmp_path / "x.docx").code == 1

    made = ("new", "bao-cao-tong-ket", "--excel", "--from", old, "-o", new)
    assert briefing(*made, "--convert").code == 0
    assert load(new).situation.favourable[-1] == SAID
    assert "old-encoding" not in briefing("check", new).out


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    sheets = form_of_hoa_binh()
    sheets["Các ý"].append(["thuận lợi", unicodedata.normalize("NFD", SAID)])
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(written(sheets))

    assert load(file).situation.favourable[-1] == SAID


@pytest.mark.parametrize(("answer", "kept"), [("y", SAID), ("n", in_vni(SAID))])
def test_on_a_terminal_the_officer_is_asked(answer: str, kept: str, tmp_path: Path) -> None:
    old, new = tmp_path / "cu.yaml", tmp_path / "moi.yaml"
    text = (REPOSITORY / "inputs/hoa-binh-2023.yaml").read_text("utf-8")
    old.write_text(f"{text}\nlessons: [{in_vni(SAID)}]\n", encoding="utf-8")

    arguments = ("new", "bao-cao-tong-ket", "--from", old, "-o", new)
    with on_a_terminal(*arguments, folder=tmp_path) as (screen, running):
        assert screen.wait_for(lambda seen: "Chuyển các chữ này" in seen)
        os.write(screen._descriptor, f"{answer}\n".encode())
        screen.wait_for(lambda _: running.poll() is not None)
        assert running.wait(60) == 0
    assert SAID in " ".join(screen.seen.split())
    assert kept in new.read_text("utf-8")


def test_without_a_terminal_old_texts_are_told_and_left(briefing: Briefing, tmp_path: Path) -> None:
    old, new = tmp_path / "cu.yaml", tmp_path / "moi.yaml"
    text = (REPOSITORY / "inputs/hoa-binh-2023.yaml").read_text("utf-8")
    old.write_text(f"{text}\nlessons: [{in_vni(SAID)}]\n", encoding="utf-8")

    made = briefing("new", "bao-cao-tong-ket", "--from", old, "-o", new)
    assert (made.code, "[text/old-encoding]" in made.err) == (0, True)
    assert in_vni(SAID) in new.read_text("utf-8")
