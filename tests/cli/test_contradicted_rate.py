"""The rate that its own numbers contradict: 771 of 778 cases stated as 92.2%."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.running import Briefing

_ACCEPTANCE = re.compile(r"    accepted:\n(      .*\n)+")


def changed(source: Path, old: str, new: str) -> int:
    """Change the input in one place and return the line of the stated rate."""
    text = source.read_text(encoding="utf-8")
    assert text.count(old) == 1
    source.write_text(text.replace(old, new), encoding="utf-8")
    return line_of(source, "    rate: 92.2")


def line_of(source: Path, line: str) -> int:
    return source.read_text(encoding="utf-8").splitlines().index(line) + 1


@pytest.mark.parametrize("command", ["build", "preview"])
def test_a_changed_count_ends_the_acceptance_and_refuses(
    briefing: Briefing, source: Path, command: str
) -> None:
    changed(source, "value: 771\n", "value: 777\n")
    outcome = briefing(command, source)
    assert (outcome.code, outcome.out) == (1, "")
    assert f"{source}:{line_of(source, '    accepted:')}:5: lỗi:" in outcome.err
    assert "777/778 là 99,9%, nhưng ghi 92,2%" in outcome.err
    assert "stated: 92.2, computed: 99.9" in outcome.err
    assert "Không lập văn bản: còn 1 lỗi." in outcome.err
    assert list(source.parent.iterdir()) == [source]


@pytest.mark.parametrize("command", ["build", "preview"])
def test_without_acceptance_the_contradiction_refuses(
    briefing: Briefing, source: Path, command: str
) -> None:
    text = source.read_text(encoding="utf-8")
    source.write_text(_ACCEPTANCE.sub("", text, count=1), encoding="utf-8")
    outcome = briefing(command, source)
    assert (outcome.code, outcome.out) == (1, "")
    assert f"{source}:{line_of(source, '    rate: 92.2')}:5: lỗi:" in outcome.err
    assert "771/778 là 99,1%, nhưng ghi 92,2%" in outcome.err
    assert "accepted: {stated: 92.2, computed: 99.1, reason: …}" in outcome.err
    assert "Không lập văn bản: còn 1 lỗi." in outcome.err
    assert list(source.parent.iterdir()) == [source]


def test_the_same_in_english(briefing: Briefing, source: Path) -> None:
    changed(source, "value: 771\n", "value: 777\n")
    outcome = briefing("build", source, "--lang", "en")
    assert outcome.code == 1
    assert "777/778 is 99,9%, but 92,2% is stated" in outcome.err
    assert "stated: 92.2, computed: 99.9" in outcome.err


def test_the_remedy_taken_at_its_word_works(briefing: Briefing, source: Path) -> None:
    text = _ACCEPTANCE.sub("", source.read_text(encoding="utf-8"), count=1)
    source.write_text(text, encoding="utf-8")
    remedy = re.search(r"accepted: \{.*\}", briefing("check", source).out)
    assert remedy
    line = f"    {remedy[0].replace('…', 'Nguồn in như vậy')}\n"
    source.write_text(text.replace("    rate: 92.2\n", f"    rate: 92.2\n{line}"), encoding="utf-8")
    assert briefing("build", source).code == 0


def test_a_refused_build_keeps_the_last_good_file(briefing: Briefing, source: Path) -> None:
    assert briefing("build", source).code == 0
    good = source.with_suffix(".docx").read_bytes()
    changed(source, "value: 771\n", "value: 777\n")
    assert briefing("build", source, "--force").code == 1
    assert source.with_suffix(".docx").read_bytes() == good


def test_a_draft_is_made_of_it_anyway_and_says_so(briefing: Briefing, source: Path) -> None:
    changed(source, "value: 771\n", "value: 777\n")
    outcome = briefing("build", source, "--draft")
    assert outcome.code == 0
    assert "Đã ghi bản nháp" in outcome.err
    assert "còn 1 lỗi" in outcome.err
    assert "777/778 là 99,9%, nhưng ghi 92,2%" in outcome.err
    assert source.with_suffix(".docx").exists()


def test_check_says_it_with_exit_code_1(briefing: Briefing, source: Path) -> None:
    assert briefing("check", source).code == 0
    changed(source, "value: 771\n", "value: 777\n")
    outcome = briefing("check", source)
    assert outcome.code == 1
    assert "[figures/acceptance-lapsed]" in outcome.out
    assert re.search(r"1 lỗi, \d+ cảnh báo", outcome.err)
