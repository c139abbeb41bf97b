"""Braces that hold no name are told: an open one would print a name in place of its number."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import HOA_BINH

import briefing
from briefing.findings import Finding, Severity

SAID = "đạt tỷ lệ {giai_quyet_tin_bao}"


def found(folder: Path, said: str) -> list[Finding]:
    text = HOA_BINH.read_text(encoding="utf-8")
    assert text.count(SAID) == 1
    file = folder / HOA_BINH.name
    file.write_text(text.replace(SAID, said), encoding="utf-8")
    case = briefing.library.load_case(file)
    told = briefing.library.check_facts(case.report)
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


@pytest.mark.parametrize("said", ["{xem phụ lục}", "hết}", "{", "{12}", "{...}"])
def test_other_braces_are_doubts(tmp_path: Path, said: str) -> None:
    told = found(tmp_path, f"đạt tỷ lệ {{giai_quyet_tin_bao}} {said}")

    assert [one.severity for one in told] == [Severity.WARNING]
    assert found(tmp_path, told[0].remedy("vi") and f"{SAID} {said.strip('{}')}") == []


@pytest.mark.parametrize("said", ["{giai_quyet_tin_bao.rate} {{x}}", "{{", "}}", "{{{year}}}"])
def test_names_and_doubled_braces_are_none(tmp_path: Path, said: str) -> None:
    assert found(tmp_path, f"{SAID} {said}") == []
