"""Tables of indicators as offices make them: every figure right, and every doubt told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from cli.running import Briefing, Outcome
from forms.calc import saved_as

from briefing import load

INPUT = """\
# Ghi chú của người soạn
schema: 1
kind: bao-cao-tong-ket
period: {year: 2026}  # kỳ này
subject: công tác bảo đảm an ninh, trật tự
figures:
  kham_pha: {label: số vụ đã khám phá, unit: vụ, value: 45}
"""

Doubts = set[tuple[str, str]]


class Table:
    """A workbook being made, sheet by sheet."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.book = xlsxwriter.Workbook(file)
        self.page = self.book.add_worksheet("Biểu 01")

    def rows(self, first: int, rows: list[list[Any]]) -> None:
        for row, cells in enumerate(rows, start=first):
            for at, cell in enumerate(cells):
                if cell is not None:
                    self.page.write(row, at, cell)

    def done(self) -> Path:
        self.book.close()
        return self.file


def by_section(file: Path) -> Path:
    """A head of two rows with merged areas, sections, a total, notes and a signature below."""
    table = Table(file)
    page = table.page
    page.merge_range(0, 0, 0, 6, "BIỂU SỐ LIỆU TÌNH HÌNH TỘI PHẠM NĂM 2026")
    for at, said in enumerate(("TT", "Nội dung", "Đơn vị tính")):
        page.merge_range(2, at, 3, at, said)
    page.merge_range(2, 3, 2, 4, "Số liệu")
    page.merge_range(2, 5, 3, 5, "Tăng, giảm")
    page.merge_range(2, 6, 3, 6, "Ghi chú")
    table.rows(3, [[None, None, None, "Năm 2025", "Năm 2026"]])
    table.rows(
        4,
        [
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            ["I", "Phạm tội về trật tự xã hội"],
            [1, "Số vụ", "vụ", 52, 46, -6],
            [2, "- Số đối tượng", "đối tượng", 81, "1.070", 989],
            ["II", "Phạm tội về ma túy"],
            [1, "Số vụ", "vụ", 12, 15, 2],
            [2, "Số đã khám phá", "vụ", "-", 14],
            [None, "Tổng cộng", "vụ", 64, 61],
            [None],
            [None, "Ghi chú: số liệu tính đến ngày 14/12/2026"],
            [None, None, None, None, None, "NGƯỜI LẬP BIỂU"],
        ],
    )
    return table.done()


def by_group(file: Path) -> Path:
    """Two groups of the same two years side by side; a dash, a unit in a cell, a doubtful comma."""
    table = Table(file)
    page = table.page
    page.merge_range(0, 0, 1, 0, "STT")
    page.merge_range(0, 1, 1, 1, "Chỉ tiêu")
    page.merge_range(0, 2, 0, 3, "Số vụ")
    page.merge_range(0, 4, 0, 5, "Số người bị thương")
    table.rows(1, [[None, None, 2025, 2026, 2025, 2026]])
    table.rows(
        2,
        [
            [1, "Tai nạn giao thông đường bộ", 30, 28, 12, "09 người"],
            [2, "Tai nạn giao thông đường thủy", 2, 1, "–", 0],
            [3, "Cháy", 5, "1,315", 1, "1"],
        ],
    )
    return table.done()


def by_scale(file: Path) -> Path:
    """Units of one measure in two sizes, rates in two writings, an empty cell, a merged label."""
    table = Table(file)
    percent = table.book.add_format({"num_format": "0.0%"})
    table.rows(
        0,
        [
            ["Chỉ tiêu", "ĐVT", "Thực hiện năm 2026", "Thực hiện năm 2025", "Tỷ lệ (%)", "Cơ quan"],
            ["Giá trị tài sản thu hồi", "triệu đồng", 1315.5, 980, 92.2, "Công an"],
            ["Tiền phạt", "đồng", 45500000, 38000000, 0.95, None],
            ["Hồ sơ được giải quyết", "hồ sơ", 3313, None, None, None],
            ["Số vụ đã khám pha", "vụ", 45, 40, None, None],
            ["Căn cước đã cấp", "thẻ", "nhiều", 120, "91,5%", None],
            [None, "thẻ", 7, 8, None, None],
        ],
    )
    table.page.write_number(3, 4, 0.983, percent)
    return table.done()


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = Path("bao-cao.yaml")
    file.write_text(INPUT, encoding="utf-8")
    return file


def told(done: Outcome) -> Doubts:
    found = re.findall(r"^\S.*?!(?:[^!]*)!([A-Z]+\d+): .* \[(\S+)\]$", done.err, re.M)
    return {(rule, cell) for cell, rule in found}


Figures = dict[str, tuple[Any, ...]]

SECTIONS: Figures = {
    "pham_toi_ve_trat_tu_xa_hoi_so_vu": ("vụ", 46, 52, None),
    "so_doi_tuong": ("đối tượng", 1070, 81, None),
    "pham_toi_ve_ma_tuy_so_vu": ("vụ", 15, 12, None),
    "so_da_kham_pha": ("vụ", 14, None, None),
}
GROUPS: Figures = {
    "tai_nan_giao_thong_duong_bo_so_vu": (None, 28, 30, None),
    "tai_nan_giao_thong_duong_bo_so_nguoi_bi_thuong": (None, None, 12, None),
    "tai_nan_giao_thong_duong_thuy_so_vu": (None, 1, 2, None),
    "tai_nan_giao_thong_duong_thuy_so_nguoi_bi_thuong": (None, 0, None, None),
    "chay_so_vu": (None, None, 5, None),
    "chay_so_nguoi_bi_thuong": (None, 1, 1, None),
}
SCALES: Figures = {
    "gia_tri_tai_san_thu_hoi": ("triệu đồng", "1315.5", 980, "92.2"),
    "tien_phat": ("đồng", 45500000, 38000000, None),
    "ho_so_duoc_giai_quyet": ("hồ sơ", 3313, None, "98.3"),
    "can_cuoc_da_cap": ("thẻ", None, 120, "91.5"),
}

TABLES: list[tuple[Callable[[Path], Path], Figures, Doubts]] = [
    (
        by_section,
        SECTIONS,
        {
            ("import/flattened", "B7"),
            ("import/same-label", "B7"),
            ("import/same-label", "B10"),
            ("import/change", "F10"),
            ("import/empty", "D11"),
            ("import/total", "B12"),
            ("import/note", "B14"),
            ("import/note", "F15"),
        },
    ),
    (
        by_group,
        GROUPS,
        {
            ("import/not-a-number", "F3"),
            ("import/empty", "E4"),
            ("import/either-number", "D5"),
        },
    ),
    (
        by_scale,
        SCALES,
        {
            ("import/two-scales", "B3"),
            ("import/part-of-one", "E3"),
            ("import/empty", "D4"),
            ("import/alike", "C5"),
            ("import/not-a-number", "C6"),
            ("import/no-label", "C7"),
            ("import/column", "F1"),
        },
    ),
]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of all tables in all formats; LibreOffice starts once for each format."""
    folder = tmp_path_factory.mktemp("biểu")
    (folder / "xlsx").mkdir()
    books = [make(folder / "xlsx" / f"{make.__name__}.xlsx") for make, *_ in TABLES]
    for ending in ("ods", "xls"):
        saved_as(ending, *books).parent.rename(folder / ending)
    return folder


@pytest.mark.parametrize(("make", "figures", "doubts"), TABLES)
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_a_table_gives_its_figures_and_its_doubts(
    make: Callable[[Path], Path],
    figures: Figures,
    doubts: Doubts,
    ending: str,
    saved: Path,
    source: Path,
    briefing: Briefing,
) -> None:
    made = saved / ending / f"{make.__name__}.{ending}"
    table = Path(shutil.copy(made, f"biểu.{ending}")).absolute()
    done = briefing("import", "figures", table, "--into", source)
    assert done.code == 0, done.err

    found = load(source).figures
    kham_pha = found.pop("kham_pha")
    assert (kham_pha.value, kham_pha.previous, kham_pha.source) == (45, None, None)
    shown = {
        name: (each.unit, *(_said(n) for n in (each.value, each.previous, each.rate)))
        for name, each in found.items()
    }
    assert shown == {
        name: (unit, *(None if n is None else str(n) for n in numbers))
        for name, (unit, *numbers) in figures.items()
    }
    assert all(f".{ending}!Biểu 01!" in (each.source or "") for each in found.values())
    assert told(done) == doubts


def _said(number: Any) -> str | None:
    return None if number is None else f"{number:f}"


def test_what_stood_in_the_input_stays_word_for_word(source: Path, briefing: Briefing) -> None:
    by_scale(Path("biểu.xlsx"))
    assert briefing("import", "figures", "biểu.xlsx", "--into", source, "--dry-run").code == 0
    assert source.read_text("utf-8") == INPUT
    assert briefing("import", "figures", "biểu.xlsx", "--into", source).code == 0

    assert source.read_text("utf-8").startswith(INPUT)


def test_the_mapping_is_shown_kept_and_used_again(source: Path, briefing: Briefing) -> None:
    by_scale(Path("biểu.xlsx"))
    done = briefing("import", "figures", "biểu.xlsx", "--into", source)
    kept = Path("bao-cao.bang.toml")
    text = kept.read_text("utf-8")

    assert "Biểu 01!C1\tThực hiện năm 2026\tgiá trị kỳ này" in done.out
    assert "Biểu 01!F1\tCơ quan\tkhông khớp mục nào" in done.out
    assert '# "Số vụ đã khám pha" = "kham_pha"  # gần giống, chưa xác nhận' in text

    kept.write_text(text.replace('# "Số vụ', '"Số vụ'), encoding="utf-8")
    again = briefing("import", "figures", "biểu.xlsx", "--into", source)
    assert ("import/alike", "C5") not in told(again)
    assert load(source).figures["kham_pha"].previous == 40


def test_a_number_that_is_there_is_not_overwritten(source: Path, briefing: Briefing) -> None:
    table = Table(Path("biểu.xlsx"))
    table.rows(0, [["Chỉ tiêu", "Năm 2026"], ["Số vụ đã khám phá", 46]])
    table.done()
    done = briefing("import", "figures", "biểu.xlsx", "--into", source)

    assert told(done) == {("import/conflict", "B2")}
    assert load(source).figures["kham_pha"].value == 45


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_tables_are_read_in_every_writing(
    sign: str, code: str, source: Path, briefing: Briefing
) -> None:
    rows = [["Chỉ tiêu", "ĐVT", "Năm 2026"], ["Tuần tra, kiểm soát", "lượt", "1.315"]]
    quoted = "\r\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows)
    Path("biểu.csv").write_bytes(quoted.encode(code))

    assert briefing("import", "figures", "biểu.csv", "--into", source).code == 0
    figure = load(source).figures["tuan_tra_kiem_soat"]
    assert (figure.unit, figure.value) == ("lượt", 1315)


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("biểu.csv", "Chỉ tiêu;Năm 2026\nVụ;1".encode() + b"\xe3", "file/not-utf8"),
        ("biểu.csv", b"", "import/no-table"),
        ("biểu.csv", b"a;b\n1;2", "import/no-table"),
        ("biểu.xlsx", b"PK", "workbook/unreadable"),
        ("biểu.docx", b"PK", "file/unknown-format"),
    ],
)
def test_what_is_no_table_is_refused_and_nothing_written(
    name: str, content: bytes, rule: str, source: Path, briefing: Briefing
) -> None:
    Path(name).write_bytes(content)
    done = briefing("import", "figures", name, "--into", source)

    assert done.code == 2
    assert f"[{rule}]" in done.err
    assert source.read_text("utf-8") == INPUT


def test_a_form_is_led_to_by_way_of_yaml(source: Path, briefing: Briefing) -> None:
    by_scale(Path("biểu.xlsx"))
    said = briefing("import", "figures", "biểu.xlsx", "--into", "phiếu.xlsx")
    assert (said.code, "[import/into]" in said.err) == (2, True)

    assert briefing("import", "figures", "biểu.xlsx", "--into", source).code == 0
    made = ("new", "bao-cao-tong-ket", "--excel", "--from", source, "-o", "phiếu.xlsx")
    assert briefing(*made).code == 0
    assert load("phiếu.xlsx").figures == load(source).figures
