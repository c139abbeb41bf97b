"""Help and usage errors in the language asked for: Vietnamese unless told otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.running import Briefing, run_program

COMMANDS = ("build", "preview", "check", "trace", "kinds", "new", "schema")
ENGLISH_OF_THE_LIBRARY = re.compile(
    r"\b(Usage|Options|Commands|Error|Try|Show this|Missing|No such|Invalid|default|requires"
    r"|OPTIONS|COMMAND|ARGS|TEXT|PATH|FILE|INTEGER|SOURCES?|KIND|NAME|BLOCK)\b"
)
VIETNAMESE = re.compile(r"[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữự]")

MISTAKES = [
    ["nothing"],
    ["build"],
    ["build", "a.yaml", "b.yaml"],
    ["build", "a.yaml", "--nope"],
    ["build", "a.yaml", "-o"],
    ["build", "a.yaml", "-o", "b.docx", "-d", "."],
    ["build", "a.yaml", "--format", "xml"],
    ["check"],
    ["check", "a.yaml", "--lang"],
    ["new"],
    ["kinds", "extra"],
    ["build", "a.yaml", "--draft=yes"],
]


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_vietnamese(briefing: Briefing, command: str, option: str) -> None:
    outcome = briefing(*filter(None, [command]), option)
    assert (outcome.code, outcome.err) == (0, "")
    assert not ENGLISH_OF_THE_LIBRARY.findall(outcome.out)
    assert "In phần trợ giúp này rồi dừng." in outcome.out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_english_when_asked_for(briefing: Briefing, command: str) -> None:
    outcome = briefing(*filter(None, [command]), "--help", "--lang", "en")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Usage: briefing")
    words = outcome.out.replace("NĐ-CP", "")
    assert not VIETNAMESE.findall(words)


def test_help_lists_every_command_with_what_it_does(briefing: Briefing) -> None:
    for language in ("vi", "en"):
        text = briefing("--help", "--lang", language).out
        for command in COMMANDS:
            assert re.search(rf"^  {command} +\S.*\.$", text, re.MULTILINE)


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
def test_a_usage_error_is_vietnamese_with_exit_code_2(
    briefing: Briefing, arguments: list[str]
) -> None:
    outcome = briefing(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert VIETNAMESE.search(outcome.err)
    assert not ENGLISH_OF_THE_LIBRARY.findall(outcome.err)
    assert "U+000A" not in outcome.err


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
def test_a_usage_error_is_english_when_asked_for(tmp_path: Path, arguments: list[str]) -> None:
    outcome = run_program(*arguments, folder=tmp_path, environment={"BRIEFING_LANG": "en"})
    assert (outcome.code, outcome.out) == (2, "")
    assert "Error" in outcome.err
    assert "Traceback" not in outcome.err
    assert not VIETNAMESE.search(outcome.err)


@pytest.mark.parametrize("wanted", ["en", "en_US.UTF-8", "EN"])
def test_the_environment_chooses_the_language(tmp_path: Path, wanted: str) -> None:
    outcome = run_program("--help", folder=tmp_path, environment={"BRIEFING_LANG": wanted})
    assert outcome.out.startswith("Usage: briefing")


def test_the_option_wins_over_the_environment(tmp_path: Path) -> None:
    environment = {"BRIEFING_LANG": "en"}
    outcome = run_program("--lang", "vi", "kinds", folder=tmp_path, environment=environment)
    assert "Báo cáo tổng kết năm" in outcome.out


def test_the_system_language_does_not_change_it(tmp_path: Path) -> None:
    environment = {"LANG": "en_US.UTF-8", "LANGUAGE": "en", "LC_ALL": "C"}
    outcome = run_program("--help", folder=tmp_path, environment=environment)
    assert "Các lệnh:" in outcome.out


@pytest.mark.parametrize("where", ["before", "after", "joined"])
def test_lang_may_stand_anywhere(briefing: Briefing, where: str) -> None:
    arguments = {
        "before": ["--lang", "en", "kinds"],
        "after": ["kinds", "--lang", "en"],
        "joined": ["kinds", "--lang=en"],
    }[where]
    assert "Annual summary report" in briefing(*arguments).out


def test_an_unknown_language_is_a_usage_error(briefing: Briefing) -> None:
    outcome = briefing("kinds", "--lang", "de")
    assert outcome.code == 2
    assert "'de'" in outcome.err


def test_without_a_command_the_help_is_shown(briefing: Briefing) -> None:
    outcome = briefing()
    assert outcome.code == 2
    assert "Các lệnh:" in outcome.out + outcome.err
    assert not ENGLISH_OF_THE_LIBRARY.findall(outcome.out + outcome.err)
