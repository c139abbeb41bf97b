"""What is typed behind a name is held against the target and the last value of its figure."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2026}
figures:
  nha: {label: số nhà xây mới, unit: nhà, value: 11, target: {value: 10}}
  vu: {label: số vụ, unit: vụ, value: 55, previous: 66}
  thu:
    {label: thu, unit: tỷ đồng, value: "11,4", previous: "10,2", target: {value: "10,46"}}
results:
  - area: phong_chong_toi_pham
    statements:
      - "STATEMENT"
"""
RULES = {"text/other-previous", "text/stated-fulfilment"}


def told(folder: Path, statement: str) -> list[str]:
    file = folder / "input.yaml"
    file.write_text(INPUT.replace("STATEMENT", statement), encoding="utf-8")
    found = briefing.check(briefing.load(file))
    return [f"{one.rule} {one.path}" for one in found if one.rule in RULES]


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("Xây {nha}, đạt 120% kế hoạch.", "text/stated-fulfilment"),
        ("Xây {nha} (đạt 120% chỉ tiêu năm), vượt tiến độ.", "text/stated-fulfilment"),
        ("Thu {thu}, đạt 119% so với kế hoạch", "text/stated-fulfilment"),
        ("Xảy ra {vu} (cùng kỳ năm 2025: 60 vụ).", "text/other-previous"),
        ("Xảy ra {vu} (cùng kỳ 60 vụ).", "text/other-previous"),
        ("Thu {thu.quantity} (Cùng kỳ năm 2025 là 12,2 tỷ đồng)", "text/other-previous"),
    ],
)
def test_a_typed_number_that_the_figure_denies_is_an_error(
    tmp_path: Path, statement: str, rule: str
) -> None:
    assert told(tmp_path, statement) == [f"{rule} results[0].statements[0]"]


@pytest.mark.parametrize(
    "statement",
    [
        "Xây {nha}, đạt 110% kế hoạch.",
        "Thu {thu}, đạt 109% kế hoạch.",
        "Thu {thu}, đạt 108,99% kế hoạch.",
        "Xây {nha}, đạt 120% kế hoạch tỉnh giao.",
        "Xây {nha}, đạt 120% kế hoạch năm 2025.",
        "Xây {nha} và sửa 5 nhà, đạt 120% kế hoạch.",
        "Xảy ra {vu}, đạt 120% kế hoạch.",
        "Xảy ra {vu} (cùng kỳ năm 2025: 66 vụ).",
        "Xảy ra {vu} (cùng kỳ năm 2024: 60 vụ).",
        "Xảy ra {vu} (cùng kỳ năm 2025: 60 đối tượng).",
        "Xảy ra {vu} (cùng kỳ năm 2025: 60 vụ, 70 đối tượng).",
        "Thu {thu} (cùng kỳ: 10,2 tỷ đồng).",
    ],
)
def test_what_may_be_another_number_or_is_the_same_is_not_questioned(
    tmp_path: Path, statement: str
) -> None:
    assert told(tmp_path, statement) == []
