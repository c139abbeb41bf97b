"""Every case of a bad input: what is printed, in both languages, and that nothing is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages, in_turn
from in_rows import in_rows

from bad_inputs.golden import (
    case_names,
    expected,
    expected_code,
    own_folder,
    put_input,
    skeleton,
)

_REFUSED = [case for case in case_names() if expected_code(case) != 0]
_PLACE = re.compile(r"input\.\w+(?::(\d+))?(?::(\d+))?")


@in_rows(("case", "language"), in_languages(case_names()))
def test_check_prints_exactly_this(
    briefing: Briefing,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    case: str,
    language: str,
) -> None:
    monkeypatch.chdir(own_folder(tmp_path, case, language))
    monkeypatch.setenv("XDG_CONFIG_HOME", "/settings")
    outcome = briefing("check", put_input(case, Path.cwd()), "--lang", language)
    printed = f"exit {outcome.code}\n{outcome.out}"
    assert printed == expected(case, language), "only words? python -m bad_inputs.rewrite"


@in_rows("case", case_names())
def test_both_languages_tell_the_same_faults_in_line_order(case: str) -> None:
    told = skeleton(expected(case, "vi"))
    assert told == skeleton(expected(case, "en"))
    lines = [int(line or 0) for line, _ in _PLACE.findall("\n".join(told[1:]))]
    assert lines == sorted(lines)


@in_rows("case", case_names())
def test_every_place_lies_in_the_file(tmp_path: Path, case: str) -> None:
    folder = own_folder(tmp_path, case)
    file = folder / put_input(case, folder)
    places = [place for place in _PLACE.findall(expected(case, "vi")) if place[0]]
    lines = file.read_bytes().split(b"\n") if places else []
    for line, column in places:
        assert int(column) <= len(lines[int(line) - 1]) + 1


@in_rows(("case", "command"), in_turn(_REFUSED, ["build", "preview"]))
def test_what_check_refuses_is_neither_built_nor_previewed(
    briefing: Briefing, tmp_path: Path, case: str, command: str
) -> None:
    folder = own_folder(tmp_path, case, command)
    source = folder / put_input(case, folder)
    before = sorted(folder.iterdir())
    outcome = briefing(command, source)
    assert outcome.code == expected_code(case)
    assert outcome.out == ""
    assert outcome.err
    assert sorted(folder.iterdir()) == before
