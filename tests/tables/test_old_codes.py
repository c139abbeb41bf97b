"""A table in a code of before Unicode is told with what it says, and read only when asked to."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from cli.running import Briefing
from vietnamese.test_legacy import in_tcvn3, in_vni

from briefing import load
from tables.test_import import INPUT

TABLE = """\
Chỉ tiêu;Đơn vị tính;Năm trước;Năm nay
số lượt tuần tra bảo đảm trật tự;lượt;1.200;1.315
số người được tuyên truyền;người;5.000;6.200
"""
LABELS = {"số lượt tuần tra bảo đảm trật tự", "số người được tuyên truyền"}


def of_windows(text: str) -> bytes:
    """Return a text as a Vietnamese Windows keeps it: tones stand behind their letters."""
    made = b""
    for letter in text:
        try:
            made += letter.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize(
                "NFC",
                apart[0] + "".join(mark for mark in apart[1:] if mark in "\u0302\u0306\u031b"),
            )
            tone = "".join(mark for mark in apart[1:] if mark not in "\u0302\u0306\u031b")
            made += base.encode("cp1258") + tone.encode("cp1258")
    return made


def of_tcvn3(text: str) -> bytes:
    return in_tcvn3(text).encode("latin-1")


OLD = {"windows-1258": of_windows, "TCVN3": of_tcvn3}


def put(folder: Path, content: bytes) -> tuple[Path, Path]:
    table, into = folder / "bảng.csv", folder / "bao-cao.yaml"
    table.write_bytes(content)
    into.write_text(INPUT, encoding="utf-8")
    return table, into


@pytest.mark.parametrize("code", OLD)
def test_a_csv_of_another_code_is_told_and_read_when_asked(
    code: str, briefing: Briefing, tmp_path: Path
) -> None:
    text = TABLE if code != "TCVN3" else TABLE.replace("Đ", "đ")
    table, into = put(tmp_path, OLD[code](text))

    told = briefing("import", "figures", table, "--into", into)
    assert told.code == 2
    assert f"mã {code}" in told.err
    assert "[file/other-code]" in told.err
    assert text.splitlines()[0] in told.err
    assert into.read_text("utf-8") == INPUT

    assert briefing("import", "figures", table, "--into", into, "--convert").code == 0
    figures = load(into).figures.values()
    assert {figure.label for figure in figures} >= LABELS


@pytest.mark.parametrize("code", [in_tcvn3, in_vni])
def test_texts_of_old_fonts_in_a_table_of_today(
    code: object, briefing: Briefing, tmp_path: Path
) -> None:
    assert callable(code)
    table, into = put(tmp_path, code(TABLE.replace("Đ", "đ")).encode("utf-8"))

    told = briefing("import", "figures", table, "--into", into)
    assert told.code == 2
    assert "[import/old-encoding]" in told.err
    assert "“số lượt tuần tra bảo đảm trật tự”" in told.err

    assert briefing("import", "figures", table, "--into", into, "--convert").code == 0
    figures = load(into).figures.values()
    assert {figure.label for figure in figures} >= LABELS
    # A word alone that would be one in either code follows the others.
    assert {figure.unit for figure in figures} >= {"lượt", "người"}


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.replace(";", "\t").encode("utf-16"),
        unicodedata.normalize("NFD", TABLE).encode(),
        TABLE.replace(";", ",").encode(),
    ],
    ids=["mark", "utf-16", "tabs", "decomposed", "commas"],
)
def test_unicode_of_any_kind_is_read(content: bytes, briefing: Briefing, tmp_path: Path) -> None:
    table, into = put(tmp_path, content)
    assert briefing("import", "figures", table, "--into", into).code == 0
    assert {figure.label for figure in load(into).figures.values()} >= LABELS


@pytest.mark.parametrize("code", OLD)
def test_the_table_of_an_input_is_told_and_comes_along_into_a_new_one(
    code: str, briefing: Briefing, tmp_path: Path
) -> None:
    rows = "Chỉ tiêu;ĐVT;Thực hiện\nSố lượt tuần tra bảo đảm;lượt;1315\n"
    rows = rows if code != "TCVN3" else rows.replace("Đ", "đ")
    (tmp_path / "ct.csv").write_bytes(OLD[code](rows))
    source, new = tmp_path / "cũ.yaml", tmp_path / "mới.yaml"
    source.write_text(INPUT + "indicators: ct.csv\n", encoding="utf-8")

    for command in ("check", "build", "preview"):
        said = briefing(command, source)
        assert said.code == 2
        assert "[file/other-code]" in said.out + said.err
    made = briefing("new", "bao-cao-tong-ket", "--from", source, "--convert", "-o", new)
    assert made.code == 0, made.err
    assert "Số lượt tuần tra bảo đảm" in new.read_text("utf-8")


def test_bytes_of_no_code_are_refused(briefing: Briefing, tmp_path: Path) -> None:
    table, into = put(tmp_path, b"Ch\xff;N\xfem\n\xe3;1\n")
    told = briefing("import", "figures", table, "--into", into, "--convert")
    assert told.code == 2
    assert "[file/not-utf8]" in told.err


def test_a_form_takes_a_table_by_the_road_that_the_refusal_names(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    table, into = put(tmp_path, TABLE.encode())
    assert briefing("new", "bao-cao-tong-ket", "--excel", "--from", into, "-o", "p.xlsx").code == 0

    told = briefing("import", "figures", table, "--into", "p.xlsx")
    assert (told.code, "[import/into]" in told.err) == (2, True)
    first, second = re.findall("“briefing ([^”]+)”", told.err)
    assert briefing(*first.split()).code == 0
    assert briefing("import", "figures", table, "--into", "p.yaml").code == 0
    assert briefing(*second.split()).code == 0
    figures = load("p-moi.xlsx").figures.values()
    assert {figure.label for figure in figures} >= LABELS
