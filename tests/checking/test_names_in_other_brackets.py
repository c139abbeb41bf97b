"""The name of a figure in brackets that are no braces is told, and the remedy heals."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import Finding, check, load

START = (
    "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2026}\nsubject: công tác công an\n"
    "figures: {vu_an: {label: vụ án ma túy, unit: vụ, value: 4}}\n"
)


def told(text: str, tmp_path: Path) -> list[Finding]:
    file = tmp_path / "năm.yaml"
    file.write_text(f'{START}limitations: ["{text}"]\n', "utf-8")
    return [each for each in check(load(file)) if each.rule == "text/other-brackets"]


@pytest.mark.parametrize(
    "said", ["[vụ án ma túy]", "[vu_an]", "<Vụ án ma túy>", "\uff5bvụ án ma túy\uff5d"]
)
def test_a_name_in_other_brackets_is_told(said: str, tmp_path: Path) -> None:
    [found] = told(f"Phát hiện {said}.", tmp_path)

    assert found.remedy("vi") == f"Viết {{vu_an}} thay cho {said}."
    assert told("Phát hiện {vu_an}.", tmp_path) == []


@pytest.mark.parametrize("said", ["(vụ án ma túy)", "[1]", "[vụ án khác]", "4 < 5 vụ > 3"])
def test_other_brackets_may_stand(said: str, tmp_path: Path) -> None:
    assert told(f"Phát hiện {said}.", tmp_path) == []


def test_signs_in_brackets_name_no_label_of_signs(tmp_path: Path) -> None:
    file = tmp_path / "năm.yaml"
    labelled = START.replace("vụ án ma túy", '"***"')
    file.write_text(f'{labelled}limitations: ["Phát hiện [,:]."]\n', "utf-8")

    assert [each for each in check(load(file)) if each.rule == "text/other-brackets"] == []
