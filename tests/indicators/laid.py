"""Inputs with rows, laid down in a folder with the tables they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import Finding, InputError, Report, load

HEAD = "TT;Chỉ tiêu;ĐVT;TH năm 2024;Kế hoạch 2025;Ước thực hiện 2025;KH 2026\n"

REPORT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2025}
issuer: {unit_name: xã …, under: tỉnh …, level: commune, force: people_committee}
place: …
date: 2025-12
subject: công tác
figures_annex: true
limitations: [Còn chậm.]
causes: {general: [Do thời tiết.]}
tasks: [Tiếp tục thực hiện.]
recipients: {copies: [Đảng ủy xã …]}
results:
  - heading: Kinh tế
    statements: ["%s"]
"""


def laid(
    folder: Path, table: str | bytes, sentence: str = "Ổn định", named: str = "chi-tieu.csv"
) -> Path:
    """Lay down an input that names a table, and the table."""
    content = table.encode("utf-8") if isinstance(table, str) else table
    (folder / "chi-tieu.csv").write_bytes(content)
    return written(folder, f"indicators: {named}\n", sentence)


def written(folder: Path, rows: str, sentence: str = "Ổn định") -> Path:
    """Lay down an input with rows of its own."""
    file = folder / "xa.yaml"
    file.write_text(REPORT % sentence + rows, encoding="utf-8")
    return file


def read(folder: Path, table: str | bytes, sentence: str = "Ổn định") -> Report:
    """Return the report of an input with a table."""
    return load(laid(folder, table, sentence))


def refused(file: Path) -> list[Finding]:
    """Return what is told of an input that cannot be read."""
    with pytest.raises(InputError) as caught:
        load(file)
    return list(caught.value.findings)


def at(finding: Finding) -> str:
    """Return the name of the file, line and column of a finding."""
    return str(finding.origin).rpartition("/")[2]
