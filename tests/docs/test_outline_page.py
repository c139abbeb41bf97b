"""docs/outline.md: its outline is built and prints what the page says, its numbering too."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import REPOSITORY
from docs.test_locality_page import steps

from briefing import library, load
from briefing.standards import marks_of

PAGES = ["outline.md", "outline.vi.md"]
HEAD = """
schema: 1
kind: bao-cao-tong-ket
period: {year: 2025}
date: 2025-12
subject: công tác cải cách hành chính
place: Cao Sơn
issuer:
  {name: Ủy ban nhân dân xã Cao Sơn, symbol: UBND, level: commune, lines: [UBND, xã Cao Sơn]}
signature: {collective: Ủy ban nhân dân, post: Chủ tịch}
recipients: {copies: [Các thôn]}
limitations: [Tiến độ còn chậm]
indicators: [{label: thu ngân sách, unit: tỷ đồng, group: Kinh tế, actual: 84, plan: 80}]
"""


def fragments(page: str) -> list[str]:
    return [body for kind, _, body in steps(page) if kind == "yaml"]


def printed(tmp_path: Path, *parts: str) -> str:
    file = tmp_path / "nam.yaml"
    file.write_text(HEAD + "".join(parts), encoding="utf-8")
    return library.make(load(file)).as_markdown()


@pytest.mark.parametrize("page", PAGES)
def test_the_outline_of_the_page_prints_what_the_page_says(page: str, tmp_path: Path) -> None:
    said = printed(tmp_path, fragments(page)[0])

    for line in (
        "## I. KẾT QUẢ THỰC HIỆN",
        "### 1. Công tác chỉ đạo, điều hành",
        "### 3. **Thủ tục hành chính nội bộ:** Không có.",
        "## II. KHÓ KHĂN, VƯỚNG MẮC",
        "Từ kết quả tại mục I, đề nghị Sở Nội vụ:",
        "- (1) Hướng dẫn việc thứ nhất.",
        "- (2) Bố trí kinh phí.",
    ):
        assert line in said.replace("\\", "").splitlines()


@pytest.mark.parametrize("page", PAGES)
def test_the_numbering_of_the_page_numbers_it(page: str, tmp_path: Path) -> None:
    outline, *_, numbering = fragments(page)
    said = printed(tmp_path, outline, numbering)

    assert "## Phần thứ nhất. KẾT QUẢ THỰC HIỆN" in said
    assert "### I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH" in said
    assert "Từ kết quả tại Phần thứ nhất, đề nghị" in said


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_every_mark(page: str) -> None:
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")

    missing = [mark for mark in marks_of("sections") if f"`{mark}`" not in text]
    assert missing == []
    assert [m for m in marks_of("points") if f"`{m}`" not in text and f'`"{m}"`' not in text] == []


@pytest.mark.parametrize("page", PAGES)
def test_the_tables_of_the_page_are_printed_and_referred_to(page: str, tmp_path: Path) -> None:
    said = printed(tmp_path, fragments(page)[1])

    assert "Kết quả nêu tại Bảng 1." in said
    assert "*(Chi tiết tại Phụ lục kèm theo)*" in said
    assert "*Đơn vị tính: triệu đồng*" in said
    assert "| TT | Công trình | **Vốn** Kế hoạch | **Vốn** Giải ngân | Tỷ lệ (%) |" in said
    assert "**VƯỚNG MẮC CỦA CÁC CÔNG TRÌNH**" in said
