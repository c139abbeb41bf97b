"""The reading of drawn documents sees each fault; a check that finds nothing must be able to."""

from __future__ import annotations

from in_rows import in_rows

from wording.faults import faults

RIGHT = """# BÁO CÁO

**Tổng kết công tác năm 2026**

Ủy ban nhân dân xã Cao Sơn báo cáo kết quả như sau:

## I. KẾT QUẢ THỰC HIỆN

### 1. Nguyên nhân

#### a) Khách quan

Làm tốt an ninh, trật tự (ANTT). Tình hình ANTT ổn định (giảm 5 vụ).

#### b) Chủ quan

- Giữ vững địa bàn;
- Làm được nhiều việc…;
- Chủ đề là “Vì bình yên.”

Trên đây là báo cáo./.
"""
SHORT = {"ANTT": "an ninh, trật tự"}

WRONG = [
    ("Giữ vững địa bàn;", "Giữ vững {dia_ban};", "mark"),
    ("Giữ vững địa bàn;", "Giữ vững #### địa bàn;", "mark"),
    ("Giữ vững địa bàn;", "Giữ vững None;", "mark"),
    ("(giảm 5 vụ)", "()", "empty brackets"),
    ("(giảm 5 vụ)", "(giảm 5 vụ, )", "empty brackets"),
    ("(giảm 5 vụ)", "(giảm 5 vụ (4%))", "brackets in brackets"),
    ("Giữ vững địa bàn;", "Giữ vững vững địa bàn;", "twice"),
    ("Giữ vững địa bàn;", "Giữ địa bàn địa bàn;", "twice"),
    ("Giữ vững địa bàn;", "Giữ vững  địa bàn;", "spaces"),
    ("Giữ vững địa bàn;", "Giữ vững địa bàn ;", "spaces"),
    ("Giữ vững địa bàn;", "Giữ vững địa bàn.;", "stops"),
    ("báo cáo./.", "báo cáo../.", "stops"),
    ("nhiều việc…;", "nhiều việc….", "stops"),
    ("“Vì bình yên.”", "“Vì bình yên.”.", "stops"),
    ("Giữ vững địa bàn;", "giữ vững địa bàn;", "no capital"),
    ("Giữ vững địa bàn;", "Giữ vững địa bàn", "no stop"),
    ("Tình hình ANTT", "tình hình ANTT", "small letter"),
    ("\n- Giữ vững địa bàn;\n- Làm được nhiều việc…;\n- Chủ đề là “Vì bình yên.”\n", "", "heading"),
    ("#### b) Chủ quan\n", "", "alone"),
    ("#### a) Khách quan", "#### a) Nguyên nhân", "says its heading again"),
    ("an ninh, trật tự (ANTT)", "ANTT", "ANTT is not introduced"),
    ("Tình hình ANTT", "Tình hình", "ANTT is introduced for nothing"),
]


def printed(markdown: str) -> str:
    return "\n".join(line.lstrip("#- ").strip("*") for line in markdown.splitlines())


def test_a_right_document_has_no_fault() -> None:
    assert faults(RIGHT, printed(RIGHT), SHORT) == []


@in_rows(("right", "wrong", "fault"), WRONG)
def test_a_fault_is_seen(right: str, wrong: str, fault: str) -> None:
    text = RIGHT.replace(right, wrong, 1)

    assert text != RIGHT
    assert any(found.startswith(fault) for found in faults(text, printed(text), SHORT))
