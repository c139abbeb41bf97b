"""After a renaming, lint names every template and line that still uses the old name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from cli.running import REPOSITORY, Outcome, run_program

from lint.golden import places_and_rules

MODELS = Path("briefing/report")
LOST = ("template/unknown-path", "kind/unknown-fact")
COMMENT = re.compile(r"{#.*?#}", re.DOTALL)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the program and of its templates."""
    for name in ("briefing", "templates"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    return tmp_path


def linted(folder: Path, *options: str) -> Outcome:
    environment = {"PYTHONPATH": str(folder), "XDG_CONFIG_HOME": str(folder)}
    return run_program("template", "lint", *options, folder=folder, environment=environment)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(outcome: Outcome, *rules: str) -> set[tuple[str, int]]:
    """Return file and line of every finding of some rules."""
    found = set()
    for place, rule in places_and_rules(outcome.out):
        match = re.fullmatch(r"(.*?):(\d+)(?::\d+)?", place)
        if match and rule.strip("[]") in rules:
            found.add((Path(match[1]).name, int(match[2])))
    return found


def using(folder: Path, pattern: str) -> set[tuple[str, int]]:
    """Return file and line of every place of the templates that a pattern fits, as grep has it."""
    found = set()
    for file in [*(folder / "templates").glob("*.j2"), folder / "templates" / "kinds.toml"]:
        text = COMMENT.sub(lambda m: "\n" * m[0].count("\n"), file.read_text(encoding="utf-8"))
        for number, line in enumerate(text.splitlines(), 1):
            if re.search(pattern, line):
                found.add((file.name, number))
    return found


@pytest.mark.parametrize(
    ("model", "field", "pattern"),
    [
        (
            "content.py",
            "    lead: Text | None = None\n    support",
            r"task\.lead|tasks\|selectattr\(\"lead\"",
        ),
        ("content.py", "    where: Text", r"model\.where"),
        ("content.py", "    general: list", r"causes\.general"),
        (
            "report.py",
            "    limitations: ",
            r"report\.limitations|\"limitations\" in|gap\(\"limitations\"\)|expects.*limitations",
        ),
        ("report.py", "    awards: ", r"report\.awards"),
        ("report.py", "    strengths: ", r"report\.strengths"),
        ("conference.py", "    part_of_day: Literal", r"conference\.part_of_day"),
        ("conference.py", "    praise: Text", r"directive\.praise"),
        ("conference.py", "    presented_by: ", r"award\.presented_by"),
    ],
)
def test_a_renamed_field_is_told_wherever_it_is_used(
    copy: Path, model: str, field: str, pattern: str
) -> None:
    name = field.split(":")[0].strip()
    change(copy / MODELS / model, field, field.replace(name, f"{name}_now", 1))
    places = using(copy, pattern)
    outcome = linted(copy)

    assert places
    assert told(outcome, *LOST) == places
    assert outcome.code == 1
    assert f"{name}_now”" in outcome.out, "the new name is offered"


@pytest.mark.parametrize("block", ["plan", "opening", "area"])
def test_a_renamed_block_is_told_wherever_it_is_overridden(copy: Path, block: str) -> None:
    pack = copy / "localities" / "cao-son"
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text('name = "xã Cao Sơn"\n', encoding="utf-8")
    own = (
        f'{{% extends "bao-cao-tong-ket.md.j2" %}}\n\n{{% block {block} %}}Của xã{{% endblock %}}\n'
    )
    (pack / "bao-cao-tong-ket.md.j2").write_text(own.replace("BLOCK", block), encoding="utf-8")
    whole = copy / "templates" / "bao-cao-tong-ket.md.j2"
    change(whole, f"{{% block {block} ", f"{{% block {block}_now ")
    outcome = linted(copy)
    overriding = {
        place
        for place in using(copy, rf"{{% block {block} ")
        if place[0].startswith(("bao-cao", "ke-hoach"))
    }

    assert told(outcome, "template/no-such-block") == {("bao-cao-tong-ket.md.j2", 3)} | overriding
    assert f"{block}_now”" in outcome.out, "the new name is offered"


def test_a_renamed_macro_is_told_wherever_it_is_called(copy: Path) -> None:
    change(copy / "templates" / "macros.md.j2", "{% macro paragraphs(", "{% macro prose(")
    outcome = linted(copy)

    assert told(outcome, *LOST) == using(copy, r"m\.paragraphs\(")


def test_a_clean_copy_has_no_finding(copy: Path) -> None:
    outcome = linted(copy, "--lang", "en")

    assert (outcome.code, outcome.out) == (0, "")
    assert "No findings." in outcome.err
