"""The report on socio-economic matters, defence and security: a kind with an outline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.running import Briefing
from templating.printed import docx_text

from briefing import Report, library, load
from briefing.reading import read
from briefing.templating import kinds

KIND = "bao-cao-kinh-te-xa-hoi"


def titles(sections: list[dict[str, Any]]) -> list[str]:
    found = []
    for section in sections:
        found += [section.get("title") or section["part"], *titles(section.get("sections", []))]
    return found


def filled(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return sections with a sentence where a new input waits for one."""
    made = []
    for section in sections:
        said = {key: value for key, value in section.items() if key != "statements"}
        if "sections" in said:
            said["sections"] = filled(said["sections"])
        elif "part" not in said:
            said["statements"] = [f"Đã thực hiện việc {len(made)}"]
        made.append(said)
    return made


@pytest.mark.parametrize("ending", [".yaml", ".xlsx"])
def test_a_new_input_has_the_outline_of_the_kind(
    briefing: Briefing, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"moi{ending}"
    assert briefing("new", KIND, *["--excel"] * (ending == ".xlsx"), "-o", file).code == 0

    assert titles(read(file).data["sections"]) == titles(list(kinds()[KIND].outline))


def test_a_filled_one_becomes_a_report(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "moi.yaml"
    assert briefing("new", KIND, "-o", file).code == 0
    data = read(file).data | {
        "subject": "nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh",
        "place": "Cao Sơn",
        "issuer": {
            "name": "Ủy ban nhân dân xã Cao Sơn",
            "symbol": "UBND",
            "level": "commune",
            "lines": ["Ủy ban nhân dân", "xã Cao Sơn"],
        },
        "signature": {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"},
        "recipients": {"copies": ["Các thôn"]},
        "strengths": ["Hoàn thành các chỉ tiêu"],
        "limitations": ["Còn chậm"],
        "causes": {"objective": ["Thiên tai"]},
        "targets": ["Thu ngân sách tăng 10%"],
        "tasks": ["Tiếp tục làm"],
        "proposals": ["Hỗ trợ kinh phí"],
    }
    data["sections"] = filled(data["sections"])
    made = library.make(Report.model_validate(data))
    said = made.as_markdown()

    assert "Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng" in said
    for heading in (
        "## I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2026",
        "### 3. Lĩnh vực kinh tế",
        "#### 3.1. Nông nghiệp, lâm nghiệp và thủy sản",
        "#### 4.4. Chính sách xã hội, lao động, giảm nghèo",
        "### 2. Tồn tại, hạn chế",
        "## III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027",
        "## IV. ĐỀ XUẤT, KIẾN NGHỊ",
    ):
        assert heading in said.splitlines()
    assert [f.rule for f in made.findings if f.rule.startswith(("sections/", "facts/"))] == []
    assert "3.1." not in docx_text(made.as_docx()), "Word counts the headings itself"


def test_an_empty_one_is_a_draft_that_marks_what_is_missing(
    briefing: Briefing, tmp_path: Path
) -> None:
    file = tmp_path / "moi.yaml"
    assert briefing("new", KIND, "-o", file).code == 0
    made = library.make(load(file), draft=True)

    waiting = [
        line for line in made.as_markdown().splitlines() if "cần bổ sung: các câu của mục" in line
    ]
    assert len(waiting) == 16
