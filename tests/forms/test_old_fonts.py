"""A font of before Unicode tells how a text is to be read, where the text alone does not."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
import xlsxwriter
from cli.running import Briefing
from exploring import in_turn
from tables.test_import import INPUT
from vietnamese.test_legacy import in_tcvn3, in_vni

from briefing import load
from forms.calc import saved_as
from forms.test_workbook import form_of_hoa_binh

SAID = "đã bảo đảm trật tự"
Coded = Callable[[str], str]


def form(font: str, unit: str, sentence: str) -> bytes:
    """Return a form whose unit and sentence have a font; alone, the unit is a word of either."""
    sheets = form_of_hoa_binh()
    sheets["Các ý"].append(["thuận lợi", sentence])
    row = ["" for _ in sheets["Số liệu"][0]]
    row[1], row[3], row[4], row[5] = "moi", "trộm cắp", unit, 46
    sheets["Số liệu"].append(row)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    shape = book.add_format({"font_name": font})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            for at, value in enumerate(cells):
                own = shape if value in (unit, sentence) and number == len(rows) - 1 else None
                if value != "":
                    page.write(number, at, value, own)
    book.close()
    return out.getvalue()


FONTS: list[tuple[str, Coded, str, str]] = [
    (".VnTime", in_tcvn3, "vụ", "vụ"),
    (".VnTimeH", in_tcvn3, "vụ", "VỤ"),
    ("VNI-Times", in_vni, "đồng", "đồng"),
]


@pytest.mark.parametrize(
    ("font", "code", "unit", "read", "ending"),
    [(*font, ending) for font, ending in in_turn(FONTS, ["xls", "ods", "xlsx"])],
)
def test_cells_of_an_old_font_are_told_and_converted_by_it(
    font: str, code: Coded, unit: str, read: str, ending: str, briefing: Briefing, tmp_path: Path
) -> None:
    old, new = tmp_path / "cũ.xlsx", tmp_path / "mới.xlsx"
    old.write_bytes(form(font, code(unit), code(SAID)))
    if ending != "xlsx":
        old = saved_as(ending, old)

    told = briefing("check", old).out
    lines = [line for line in told.splitlines() if "[text/old-encoding]" in line]
    assert any("Số liệu!E" in line and f"“{read}”" in line for line in lines), told

    made = briefing("new", "bao-cao-tong-ket", "--excel", "--from", old, "--convert", "-o", new)
    assert made.code == 0, made.err
    report = load(new)
    assert report.figures["moi"].unit == read
    large = font.endswith("H")
    assert report.situation.favourable[-1] == (SAID.upper() if large else SAID)


def test_a_cell_of_runs_in_an_old_font_is_told_and_converted(
    briefing: Briefing, tmp_path: Path
) -> None:
    old, new = tmp_path / "cũ.xlsx", tmp_path / "mới.xlsx"
    sheets = form_of_hoa_binh()
    row = ["" for _ in sheets["Số liệu"][0]]
    row[1], row[3], row[4], row[5] = "moi", "trộm cắp", in_tcvn3("vụ"), 46
    sheets["Số liệu"].append(row)
    book = xlsxwriter.Workbook(old)
    plain, bold = (book.add_format({"font_name": ".VnTime", "bold": bold}) for bold in (0, 1))
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            for at, value in enumerate(cells):
                if value == row[4] and cells is row:
                    page.write_rich_string(number, at, plain, value[:1], bold, value[1:])
                elif value != "":
                    page.write(number, at, value)
    book.close()

    assert "[text/old-encoding]" in briefing("check", old).out
    assert briefing("new", "bao-cao-tong-ket", "--excel", "--from", old, "--convert", "-o", new)
    assert load(new).figures["moi"].unit == "vụ"


def test_old_texts_in_the_report_of_last_year_are_told_and_converted(
    briefing: Briefing, tmp_path: Path
) -> None:
    last, now = tmp_path / "2025.yaml", tmp_path / "2026.yaml"
    last.write_text(INPUT.replace("2026", "2025") + f'lessons: ["{in_tcvn3(SAID)}"]\n', "utf-8")
    now.write_text(INPUT + "previous_report: 2025.yaml\n", encoding="utf-8")
    told = briefing("check", now).out

    assert "[previous/unreadable]" in told
    assert SAID in told
    assert "previous/unreadable" not in briefing("check", last).out
    made = briefing(
        "new", "bao-cao-tong-ket", "--from", now, "--convert", "-o", tmp_path / "x.yaml"
    )
    assert made.code == 0, made.out + made.err


def test_unicode_in_an_old_font_stays_as_it_is(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(form(".VnTime", "vụ", SAID))

    assert "old-encoding" not in briefing("check", file).out
    assert load(file).figures["moi"].unit == "vụ"


def test_an_office_table_in_an_old_font(briefing: Briefing, tmp_path: Path) -> None:
    file, into = tmp_path / "bảng.xlsx", tmp_path / "bao-cao.yaml"
    into.write_text(INPUT, encoding="utf-8")
    book = xlsxwriter.Workbook(file)
    page, shape = book.add_worksheet("Biểu"), book.add_format({"font_name": ".VnTime"})
    page.write_row(0, 0, ["Chỉ tiêu", "Đơn vị tính", "Năm trước", "Năm nay"])
    page.write_row(1, 0, [in_tcvn3("số vụ trộm"), in_tcvn3("vụ"), 10, 7], shape)
    book.close()

    told = briefing("import", "figures", file, "--into", into)
    assert told.code == 2
    assert told.err.count("[import/old-encoding]") == 2
    assert briefing("import", "figures", file, "--into", into, "--convert").code == 0
    figure = load(into).figures["so_vu_trom"]
    assert (figure.label, figure.unit) == ("số vụ trộm", "vụ")


@pytest.mark.parametrize(
    ("font", "code"), [(".VnTime", in_tcvn3), ("VNI-Times", in_vni), ("Times New Roman", in_vni)]
)
@pytest.mark.parametrize("by_style", [True, False])
def test_a_word_file_in_an_old_font_is_told(
    font: str, code: Coded, by_style: bool, briefing: Briefing, tmp_path: Path
) -> None:
    document = docx.Document()
    document.add_paragraph("Một đoạn bằng Unicode")
    run = document.add_paragraph().add_run(code(SAID))
    (document.styles["Normal"] if by_style else run).font.name = font
    file = tmp_path / "báo cáo.docx"
    document.save(file)

    told = briefing("check", file)
    assert told.code == 1
    assert "docx:2: lỗi: 1 đoạn gõ bằng phông cũ" in told.out
    assert f"“{SAID}”" in told.out


def test_a_word_file_of_today_is_not_accused(briefing: Briefing, tmp_path: Path) -> None:
    document = docx.Document()
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph("Tình hình ổn định, đã giải quyết xong")
    document.add_paragraph("TO TAI")
    file = tmp_path / "a.docx"
    document.save(file)
    assert "old-document" not in briefing("check", file).out
