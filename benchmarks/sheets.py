"""A filled form of 20,000 rows from its file to a Report, beside calamine alone.

``python -m benchmarks.sheets``. Calamine only gives the values of the cells; ours are checked
cell by cell, keep their places, and become facts.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import process_time

import xlsxwriter

from briefing.forms.sheet import Column, sheets
from briefing.library import load_case
from briefing.reading import read
from briefing.tables import all_of, asked_of, open_tables

ROWS = 19_990
ROUNDS = 7
GENERAL = {"schema": 1, "kind": "bao-cao-tong-ket", "period.year": 2026, "subject": "công tác"}
FIGURE = ("label", "unit", "value", "previous")
INDICATOR = ("label", "unit", "actual", "previous", "plan")


def form(file: Path, group: str, keys: tuple[str, ...]) -> Path:
    """Write a form with that many rows in one sheet; return its file."""
    known = {sheet.group: sheet for sheet in sheets("vi")}
    book = xlsxwriter.Workbook(file)
    page = book.add_worksheet(known["general"].title)
    page.write_row(0, 0, ["mục", "nội dung"])
    called = _headings(known["general"].columns)
    for row, (path, value) in enumerate(GENERAL.items(), start=1):
        page.write_row(row, 0, [called[path], value])
    page = book.add_worksheet(known[group].title)
    called = _headings(known[group].columns)
    page.write_row(0, 0, ["TT", *(called[key] for key in keys)])
    for row in range(1, ROWS + 1):
        numbers = [1000 + row, 900 + row, 1000][: len(keys) - 2]
        page.write_row(row, 0, [row, f"số lượt tuần tra thứ {row}", "lượt", *numbers])
    book.close()
    return file


def _headings(columns: tuple[Column, ...]) -> dict[str, str]:
    return {column.path: column.heading for column in columns}


def table(file: Path) -> Path:
    """Write an office's own table with that many rows; return its file."""
    lines = [f"{row};Số lượt thứ {row};lượt;{900 + row};{1000 + row}" for row in range(ROWS)]
    file.write_text("\n".join(["TT;Chỉ tiêu;ĐVT;Cùng kỳ;Thực hiện", *lines]), encoding="utf-8")
    return file


def calamine(file: Path) -> object:
    """Return the bare values of a workbook."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(file)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def seconds(work: Callable[[], object]) -> float:
    """Return the median of the seconds of processor time that some work takes."""
    work()
    taken = []
    for _ in range(ROUNDS):
        begin = process_time()
        work()
        taken.append(process_time() - begin)
    return median(taken)


def main() -> None:
    """Print seconds, ratios to calamine, and the memory that the process had at most."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = form(folder / "figures.xlsx", "figures[]", FIGURE)
        indicators = form(folder / "indicators.xlsx", "indicators[]", INDICATOR)
        office = table(folder / "table.csv")
        floor = seconds(lambda: calamine(figures))
        print(f"A sheet of {ROWS:,} rows, {ROUNDS} rounds")
        for called, work in {
            "calamine alone": lambda: calamine(figures),
            "figures, read": lambda: read(figures),
            "figures, to a Report": lambda: load_case(figures),
            "indicators, read": lambda: read(indicators),
            "indicators, to a Report": lambda: load_case(indicators),
            "an office's own table (.csv)": lambda: all_of(
                "table.csv", open_tables(office), asked_of(2026), {}
            ),
        }.items():
            taken = seconds(work)
            print(f"  {called:<34}{taken:9.2f} s    x {taken / floor:5.1f}")
        print(f"  {'memory at most':<34}{getrusage(RUSAGE_SELF).ru_maxrss / 1024:9.0f} MB")


if __name__ == "__main__":
    main()
