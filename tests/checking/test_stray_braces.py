"""Braces that hold no name are told: an open one would print a name in place of its number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH

from briefing import library
from briefing.findings import Finding, Severity
from tests.checking.found import findings

SAID = "đạt tỷ lệ {giai_quyet_tin_bao}"


def found(folder: Path, said: str) -> list[Finding]:
    text = HOA_BINH.read_text(encoding="utf-8")
    assert text.count(SAID) == 1
    file = folder / HOA_BINH.name
    file.write_text(text.replace(SAID, said), encoding="utf-8")
    case = library.load_case(file)
    told = library.check_facts(case.report)
    return [one for one in told if one.rule == "text/stray-brace"]


@pytest.mark.parametrize(
    "said",
    ["{giai_quyet_tin_bao", "{giải quyết tin báo}", "{ giai_quyet_tin_bao }",
     "{Giai_quyet_tin_bao}", "{giai_quyet_tin_bao của cả tỉnh", "{giai-quyet-tin-bao}"],
)  # fmt: skip
def test_a_name_that_was_meant_is_an_error_with_the_name(tmp_path: Path, said: str) -> None:
    [one] = found(tmp_path, f"đạt tỷ lệ {said}")

    assert (one.severity, one.path) == (Severity.ERROR, "results[2].statements[1]")
    assert one.remedy("vi").startswith("Viết {giai_quyet_tin_bao};")


@pytest.mark.parametrize(
    "said",
    ["{vụ án không có}", "{xem phụ lục}", "{Số vụ}", "vụ án ma túy}", "{vụ 12", "{vụ-án-lạ.rate}"],
)
def test_letters_in_braces_are_a_name_that_was_meant(tmp_path: Path, said: str) -> None:
    told = found(tmp_path, f"{SAID} {said}")

    assert [one.severity for one in told] == [Severity.ERROR]


@pytest.mark.parametrize("said", ["{", "{12}", "{...}", "{}"])
def test_other_braces_are_doubts(tmp_path: Path, said: str) -> None:
    told = found(tmp_path, f"đạt tỷ lệ {{giai_quyet_tin_bao}} {said}")

    assert [one.severity for one in told] == [Severity.WARNING]
    assert found(tmp_path, told[0].remedy("vi") and f"{SAID} {said.strip('{}')}") == []


@pytest.mark.parametrize("said", ["{giai_quyet_tin_bao.rate} {{x}}", "{{", "}}", "{{{year}}}"])
def test_names_and_doubled_braces_are_none(tmp_path: Path, said: str) -> None:
    assert found(tmp_path, f"{SAID} {said}") == []


FIGURES = {
    "tin": {"label": "tin trao đổi giữa các lực lượng", "unit": "tin", "value": 42},
    "an_ma_tuy": {"label": "vụ án ma túy", "unit": "vụ", "value": 12},
    "an_khac": {"label": "vụ án khác", "unit": "vụ", "value": 5},
}


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("{tin trao đổi}", "{tin}"),
        ("{trao đổi giữa}", "{tin}"),
        ("{vụ án}", "{an_khac}, {an_ma_tuy}"),
        ("{vụ án ma tuý túy}", "{an_ma_tuy}"),
        ("{không hề có}", ""),
    ],
)
def test_the_names_that_are_like_it_are_offered(said: str, names: str) -> None:
    facts = {"results": [{"area": "ma_tuy", "statements": [f"Có {said}."]}]}
    [one] = [one for one in findings(FIGURES, **facts) if one.rule == "text/stray-brace"]

    assert one.values["near"] == names.partition(",")[0]
    assert one.message("vi").endswith(f"giống: {names}" if names else "một tên")


PLACES: list[dict[str, Any]] = [
    {"tables": {"t": {"title": "Bảng", "columns": "a | {cột nào}", "rows": ["1 | 2"]}}},
    {"tables": {"t": {"title": "Bảng", "columns": "a | b", "rows": ["1 | {vụ án lạ}"]}}},
    {"footnotes": {"nguon": "Theo {cơ quan nào}"}},
    {"subject": "công tác {nào đó}"},
]


@pytest.mark.parametrize("facts", PLACES)
def test_every_text_that_is_printed_is_looked_at(facts: dict[str, Any]) -> None:
    told = [one.severity for one in findings({}, **facts) if one.rule == "text/stray-brace"]

    assert told == [Severity.ERROR]


@pytest.mark.parametrize("key", ["label", "unit"])
def test_the_words_of_a_figure_are_looked_at(key: str) -> None:
    told = findings({"one": {"value": 5, key: "vụ {của ai}"}})

    assert [one.rule for one in told] == ["text/stray-brace"]
