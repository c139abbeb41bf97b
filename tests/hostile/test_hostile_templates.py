"""Every hostile template is refused: in little memory, soon, with one finding, and unwritten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli.running import Outcome, clean_environment
from exploring import in_turn, some
from in_rows import in_rows

import briefing
from hostile.golden import CASES, INPUT, KIND, REPOSITORY, case_names, expected, put_templates, told
from hostile.golden import TEMPLATES as BUILT_IN

CONFINED = [sys.executable, "-B", "-m", "hostile.confined"]
TIMEOUT = 60

Confined = Callable[..., Outcome]

SEEN = {
    *("forbidden", "not-text", "unknown-filter", "no-plain-name", "hidden-character", "missing"),
    *("too-deep", "endless", "too-long", "too-many-items", "too-many-steps", "too-much-text"),
    *("number-too-long", "syntax"),
}


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def environment() -> dict[str, str]:
    paths = os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "tests")])
    return clean_environment({"PYTHONPATH": paths})


@pytest.fixture(scope="module")
def confined() -> Iterator[Confined]:
    """Return what runs the command line in little memory: a child each time."""
    with subprocess.Popen(
        CONFINED, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout

        def run(folder: Path, *arguments: object) -> Outcome:
            request = {"folder": str(folder), "arguments": [str(word) for word in arguments]}
            print(json.dumps(request), file=process.stdin, flush=True)
            return Outcome(**json.loads(process.stdout.readline()))

        yield run
        process.stdin.close()


def test_there_are_cases_of_every_sort() -> None:
    assert len(case_names()) >= 75
    assert {expected(case).rule for case in case_names()} == {f"template/{rule}" for rule in SEEN}


@in_rows("case", case_names())
def test_a_case_says_what_it_expects_and_nothing_else(case: str) -> None:
    text = (CASES / case / "expected.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(text)) <= {"rule", "file", "line", "vi", "en"}
    assert expected(case).written() == text


def test_the_built_in_templates_build_in_that_memory(tmp_path: Path) -> None:
    words = ["build", INPUT, "--templates", BUILT_IN, "-o", tmp_path / "a.docx"]
    command = [*CONFINED, *map(str, words)]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment(), capture_output=True, timeout=TIMEOUT, check=False
    )
    assert (done.returncode, (tmp_path / "a.docx").is_file()) == (0, True), done.stderr


@pytest.mark.parametrize("case", case_names())
def test_the_program_refuses_it_and_writes_nothing(
    case: str, tmp_path: Path, confined: Confined
) -> None:
    templates, wanted = put_templates(tmp_path, case), expected(case)
    before = files(tmp_path)
    done = confined(
        tmp_path, "build", INPUT, "--templates", templates, "-o", tmp_path / "report.docx"
    )
    place = f"{templates / wanted.file}:{wanted.line}" if wanted.line else templates / wanted.file
    assert done.err.splitlines()[0] == f"{place}: lỗi: {wanted.vi} [{wanted.rule}]"
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert files(tmp_path) == before


@pytest.mark.parametrize(("case", "draft"), in_turn(some(case_names()), [False, True]))
def test_the_library_tells_the_same_in_both_languages(
    case: str, tmp_path: Path, draft: bool
) -> None:
    report = briefing.load(INPUT)
    with pytest.raises(briefing.TemplateError) as raised:
        briefing.build(report, templates=put_templates(tmp_path, case), draft=draft)
    assert [told(finding) for finding in raised.value.findings] == [expected(case)]
    assert all(raised.value.findings[0].remedy(language) for language in ("vi", "en"))


def test_a_template_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = put_templates(tmp_path)
    loops = "{% for a in range(999) %}\n{% for b in range(999) %}{% endfor %}\n{% endfor %}\n"
    (templates / KIND).write_text(loops, encoding="utf-8")
    monkeypatch.setattr("briefing.templating.limits.SECONDS", 0)
    with pytest.raises(briefing.TemplateError) as raised:
        briefing.build(briefing.load(INPUT), templates=templates)
    [finding] = raised.value.findings
    assert finding.rule == "template/too-slow"
    assert finding.origin


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{{ kind }}" * 9999, "too-many-signs"),
        ("{% if kind %}" + "{% elif kind %}" * 4500 + "{% endif %}", "too-deep"),
        ("{{ kind" + "|upper" * 6000 + " }}", "too-deep"),
        ("{{ 1" + " + 1" * 6000 + " }}", "too-deep"),
        ("{{ " + "9" * 5000 + " }}", "number-too-long"),
        ("x" * 400_001, "too-large"),
    ],
)
def test_a_template_that_is_too_much_to_read_is_refused(
    tmp_path: Path, text: str, rule: str
) -> None:
    templates = put_templates(tmp_path)
    (templates / KIND).write_text(text, encoding="utf-8")
    with pytest.raises(briefing.TemplateError) as raised:
        briefing.build(briefing.load(INPUT), templates=templates)
    [finding] = raised.value.findings
    assert finding.rule == f"template/{rule}"
    assert finding.origin
    assert finding.origin.file == str(templates / KIND)


def test_nothing_is_left_of_one_rendering_in_the_next(tmp_path: Path) -> None:
    templates = put_templates(tmp_path)
    (templates / "memory.md.j2").write_text(
        "{% set memory = namespace(n=0) %}\n{% macro next() %}\n"
        "{% set memory.n = memory.n + 1 %}{{ memory.n }}{% endmacro %}\n",
        encoding="utf-8",
    )
    words = "{% import 'memory.md.j2' as m %}\n# {{ kind }}\n\nTrích yếu\n\nLần {{ m.next() }}\n"
    (templates / KIND).write_text(words, encoding="utf-8")
    report = briefing.load(INPUT)
    first = briefing.preview(report, templates=templates)
    assert "Lần 1" in first
    assert briefing.preview(report, templates=templates) == first
