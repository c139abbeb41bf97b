"""Every case of a bad input: what is printed, in both languages, and that nothing is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.running import Briefing
from in_rows import in_rows

from bad_inputs.golden import (
    LANGUAGES,
    case_names,
    expected,
    expected_code,
    put_input,
    skeleton,
)

_REFUSED = [case for case in case_names() if expected_code(case) != 0]
_PLACE = re.compile(r"input\.\w+(?::(\d+))?(?::(\d+))?")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", case_names())
def test_check_prints_exactly_this(
    briefing: Briefing,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    case: str,
    language: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/settings")
    outcome = briefing("check", put_input(case, tmp_path), "--lang", language)
    assert f"exit {outcome.code}\n{outcome.out}" == expected(case, language)


@in_rows("case", case_names())
def test_both_languages_tell_the_same_faults_in_line_order(case: str) -> None:
    told = skeleton(expected(case, "vi"))
    assert told == skeleton(expected(case, "en"))
    lines = [int(line or 0) for line, _ in _PLACE.findall("\n".join(told[1:]))]
    assert lines == sorted(lines)


@pytest.mark.parametrize("case", case_names())
def test_every_place_lies_in_the_file(tmp_path: Path, case: str) -> None:
    file = tmp_path / put_input(case, tmp_path)
    places = [place for place in _PLACE.findall(expected(case, "vi")) if place[0]]
    lines = file.read_bytes().split(b"\n") if places else []
    for line, column in places:
        assert int(column) <= len(lines[int(line) - 1]) + 1


@pytest.mark.parametrize("case", _REFUSED)
@pytest.mark.parametrize("command", ["build", "preview"])
def test_what_check_refuses_is_neither_built_nor_previewed(
    briefing: Briefing, tmp_path: Path, case: str, command: str
) -> None:
    source = tmp_path / put_input(case, tmp_path)
    before = sorted(tmp_path.iterdir())
    outcome = briefing(command, source)
    assert outcome.code == expected_code(case)
    assert outcome.out == ""
    assert outcome.err
    assert sorted(tmp_path.iterdir()) == before
