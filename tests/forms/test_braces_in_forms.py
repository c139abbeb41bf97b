"""What stands in braces in a form is a name that was meant: it prints its number or is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.running import Briefing
from fuzz.expected import put
from templating.printed import docx_text

from forms.test_called_in_words import row, with_khanh
from forms.test_workbook import written

LABELS = ("vụ án ma túy", "vụ án khác", "tin trao đổi giữa các lực lượng")


def form(said: str) -> Path:
    sheets = with_khanh()
    for label in LABELS:
        row(sheets, "Số liệu", {"nội dung của số liệu": label, "đơn vị tính": "vụ", "giá trị": 12})
    row(sheets, "Kết quả", {"lĩnh vực": "ma_tuy", "các câu nêu kết quả": f"Đã có {said}."})
    return put("phiếu.xlsx", written(sheets))


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("{vụ án không có}", "{vụ án khác}"),
        ("{vụ án}", "{vụ án khác}, {vụ án ma túy}"),
        ("{tin trao đổi}", "{tin trao đổi giữa các lực lượng}"),
        ("{vụ án ma", "{vụ án ma túy}"),
        ("{Bùi Văn Khanhh}", "{Bùi Văn Khánh}"),
        ("{vu_an}", "{vụ án khác}, {vụ án ma túy}"),
        ("vụ án ma túy}", "{vụ án ma túy}"),
        ("{không hề khai}", None),
    ],
)
def test_a_name_that_there_is_not_stops_a_final_document(
    said: str, offered: str | None, tmp_path: Path, briefing: Briefing
) -> None:
    file, final = form(said), tmp_path / "final.docx"
    built = briefing("build", str(file), "-o", str(final))
    told = built.out + built.err

    assert built.code == 1
    assert not final.exists()
    assert re.search(r"Kết quả!D4: lỗi: .*(text/stray-brace|figures/unknown-name)", told)
    assert offered is None or f": {offered} [" in told or f" là {offered} [" in told


def test_a_draft_marks_the_gap(tmp_path: Path, briefing: Briefing) -> None:
    draft = tmp_path / "draft.docx"
    briefing("build", str(form("{vụ án lạ (nặng)}")), "--draft", "-o", str(draft))

    assert "[chưa có số liệu {vụ án lạ (nặng)}]" in docx_text(draft.read_bytes())


def test_the_name_that_is_offered_heals(briefing: Briefing) -> None:
    told = briefing("check", str(form("{vụ án ma}"))).out
    [offered] = re.findall(r"Viết (\{[^{}]*\});", told)

    assert "stray-brace" not in briefing("check", str(form(offered))).out


@pytest.mark.parametrize("said", ["{{vụ án}}", "{12}", "{...}"])
def test_braces_that_are_no_name_may_be_printed(said: str, briefing: Briefing) -> None:
    told = briefing("check", str(form(said)))

    assert not re.search(r"lỗi: .*(stray-brace|unknown-name)", told.out + told.err)
