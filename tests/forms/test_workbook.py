"""A filled workbook is an input: every value comes back, every fault names its cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from cli.running import Briefing
from exploring import in_languages, some
from fuzz.expected import put
from python_calamine import CalamineWorkbook

from briefing import InputError, build, load
from briefing.findings import Finding
from briefing.forms import own_data, workbook
from briefing.reading import read

REPOSITORY = Path(__file__).resolve().parents[2]
INPUTS = [*(REPOSITORY / "inputs").glob("*.yaml"), *(REPOSITORY / "tests/report").glob("*.yaml")]

Sheets = dict[str, list[list[Any]]]


@dataclass(frozen=True)
class Shown:
    """A number as a format of cells shows it."""

    number: float
    code: str


def sheets_of(content: bytes) -> Sheets:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def written(sheets: Sheets) -> bytes:
    """Return a workbook that somebody's own program wrote: values only."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for at, value in enumerate(cells):
                if isinstance(value, Shown):
                    shape = book.add_format({"num_format": value.code})
                    page.write_number(row, at, value.number, shape)
                elif value != "":
                    page.write(row, at, value)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize(("source", "language"), in_languages(some(sorted(INPUTS))), ids=str)
def test_an_input_goes_through_a_workbook_and_back(source: Path, language: str) -> None:
    report = load(source)
    again = load(put("phiếu.xlsx", workbook(own_data(report), language)))

    assert again.model_dump() == report.model_dump()


def test_the_same_facts_give_the_same_bytes() -> None:
    data = own_data(load(REPOSITORY / "inputs" / "hoa-binh-2023.yaml"))

    assert workbook(data, "vi") == workbook(data, "vi")


def form_of_hoa_binh() -> Sheets:
    return {name: [list(row) for row in rows] for name, rows in _form_of_hoa_binh().items()}


@cache
def _form_of_hoa_binh() -> Sheets:
    """Return the form that each test gets a copy of."""
    return sheets_of(workbook(own_data(load(REPOSITORY / "inputs/hoa-binh-2023.yaml")), "vi"))


def told(change: Callable[[Sheets], object]) -> list[Finding]:
    sheets = form_of_hoa_binh()
    change(sheets)
    with pytest.raises(InputError) as caught:
        load(put("phiếu.xlsx", written(sheets)))
    return caught.value.findings


def places(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(found.rule, str(found.origin).rpartition("xlsx!")[2]) for found in findings]


def test_columns_and_sheets_may_stand_in_another_order() -> None:
    sheets = form_of_hoa_binh()
    turned = {name: [list(reversed(row)) for row in sheets[name]] for name in ("Số liệu",)}
    # The first column holds row numbers, wherever it stands; a form begins with it.
    turned["Số liệu"] = [[row[-1], *row[:-1]] for row in turned["Số liệu"]]
    sheets = dict(reversed({**sheets, **turned}.items()))
    report = load(put("phiếu.xlsx", written(sheets)))

    assert report.figures == load(REPOSITORY / "inputs/hoa-binh-2023.yaml").figures


def test_a_sheet_and_a_column_of_ones_own_do_no_harm() -> None:
    sheets = form_of_hoa_binh()
    sheets["Nháp"] = [["ghi chú", 12]]
    sheets["Số liệu"][0].append("")
    report = load(put("phiếu.xlsx", written(sheets)))

    assert report.figures


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("12 vụ", "input/not-number"),
        ("92,2%", "input/not-number"),
        ("#DIV/0!", "workbook/error-value"),
        (True, "workbook/not-a-number"),
    ],
)
def test_what_is_no_number_is_refused_at_its_cell(said: Any, rule: str) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Số liệu"][2][5] = said

    assert places(told(change)) == [(rule, "Số liệu!F3")]


@pytest.mark.parametrize(("said", "value"), [("1.315", 1315), ("771", 771), (771.0, 771)])
def test_what_looks_like_a_number_is_read_as_official_texts_print_it(said: Any, value: int) -> None:
    sheets = form_of_hoa_binh()
    sheets["Số liệu"][2][5] = said

    assert load(put("phiếu.xlsx", written(sheets))).figures["kham_pha"].value == value


def test_an_unknown_column_with_content_is_told_with_the_nearest() -> None:
    def change(sheets: Sheets) -> None:
        sheets["Người được nêu"][0][3] = "cấp bặc"

    [found] = told(change)
    assert (found.rule, found.values["near"]) == ("workbook/unknown-heading", "cấp bậc")
    assert "phiếu.xlsx!Người được nêu!D1" in found.as_text("vi")


def test_two_rows_of_one_name_and_a_row_without_are_told_together() -> None:
    def change(sheets: Sheets) -> None:
        rows = sheets["Số liệu"]
        rows[3][1] = rows[2][1]
        rows[4][1] = rows[4][3] = ""

    assert set(places(told(change))) == {
        ("workbook/same-name", "Số liệu!B4"),
        ("workbook/no-name", "Số liệu!D5"),
    }


def test_a_workbook_without_a_sheet_of_the_form_is_no_success() -> None:
    with pytest.raises(InputError) as caught:
        load(put("phiếu.xlsx", written({"Sheet1": [["a", 1]]})))

    assert [found.rule for found in caught.value.findings] == ["workbook/no-form"]


@pytest.mark.parametrize("content", [b"", b"PK", b"kind: x", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_workbook_is_told(content: bytes) -> None:
    with pytest.raises(InputError) as caught:
        load(put("phiếu.xlsx", content))

    assert [found.rule for found in caught.value.findings] == ["workbook/unreadable"]


def test_a_formula_in_a_text_stays_a_text() -> None:
    data = own_data(load(REPOSITORY / "inputs/hoa-binh-2023.yaml"))
    for sign in "=+-@":
        again = sheets_of(workbook({**data, "subject": f"{sign}SUM(A1:A9)"}, "vi"))
        assert [row[1] for row in again["Chung"] if row[1] == f"{sign}SUM(A1:A9)"]


def test_a_sheet_of_a_million_rows_is_refused_at_once() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("Chung").write(1_000_000, 0, "x")
    book.close()
    with pytest.raises(InputError) as caught:
        load(put("phiếu.xlsx", out.getvalue()))

    assert [found.rule for found in caught.value.findings] == ["workbook/too-large"]


def test_a_form_is_made_filled_and_built(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = REPOSITORY / "inputs/long-xuyen-2022.yaml"

    assert briefing("new", "bao-cao-phoi-hop", "--excel", "-o", "phiếu.xlsx").code == 0
    made = briefing("new", "bao-cao-phoi-hop", "--excel", "--from", source, "-o", "đủ.xlsx")
    assert made.code == 0, made.err
    assert briefing("build", "đủ.xlsx").code == 0
    assert Path("đủ.docx").read_bytes() == build(load(source))
    assert briefing("new", "bao-cao-phoi-hop", "--excel").code == 2


def test_what_a_form_still_lacks_is_called_by_its_heading_and_not_by_a_key(
    briefing: Briefing, tmp_path: Path
) -> None:
    file = tmp_path / "phiếu.xlsx"
    assert briefing("new", "bao-cao-tong-ket", "--excel", "-o", file).code == 0
    sheets = sheets_of(file.read_bytes())
    year = next(row for row in sheets["Chung"] if row[0] == "năm báo cáo")
    assert year[1] == 2026
    year[1] = ""
    file.write_bytes(written(sheets))
    said = briefing("check", file).out
    assert "ô “năm báo cáo” chưa điền" in said
    assert "period" not in said

    sheets = sheets_of(file.read_bytes())
    year = next(row for row in sheets["Chung"] if row[0] == "năm báo cáo")
    year[1] = 2026
    sheets["Số liệu"].insert(2, ["", "vu", "", "", "vụ", 45])
    file.write_bytes(written(sheets))

    said = briefing("check", file).out
    assert "Số liệu!D3: lỗi: ô “nội dung của số liệu” chưa điền" in said
    assert "năm báo cáo" not in said


@pytest.mark.parametrize(
    ("kind", "month"),
    [("bao-cao-tong-ket", 12), ("bao-cao-so-ket", 6), ("bao-cao-giai-doan", 12)],
)
def test_a_new_form_begins_with_the_period_and_date_of_a_new_yaml_input(
    kind: str, month: int, briefing: Briefing, tmp_path: Path
) -> None:
    form, text = tmp_path / "phiếu.xlsx", tmp_path / "bao-cao.yaml"
    assert briefing("new", kind, "--excel", "-o", form).code == 0
    assert briefing("new", kind, "-o", text).code == 0

    assert read(form).data["period"] == read(text).data["period"]
    said, written = read(form).data["date"], read(text).data["date"]
    assert "-".join(reversed(said.split("/"))) == written
    assert written.endswith(f"-{month:02}")
    assert "subject" not in read(form).data
