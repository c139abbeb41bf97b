"""After a renaming, lint names every template and line that still uses the old name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli.running import REPOSITORY, Outcome, run_program

from lint.golden import places_and_rules

MODELS = Path("briefing/report")
LOST = ("template/unknown-path", "kind/unknown-fact")
BEING_WRITTEN = shutil.ignore_patterns("*.pyc.*", "tmp*")
COMMENT = re.compile(r"{#.*?#}", re.DOTALL)


def copied(folder: Path) -> Path:
    """Lay a copy of the program and of its templates into a folder."""
    for name in ("briefing", "templates"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=BEING_WRITTEN)
    return folder


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


FIELDS = {
    "task.lead": (
        "content.py",
        "    lead: Text | None = None\n    support",
        r"task\.lead|tasks\|selectattr\(\"lead\"",
    ),
    "model.where": ("content.py", "    where: Text", r"model\.where"),
    "causes.general": ("content.py", "    general: list", r"causes\.general"),
    "limitations": (
        "report.py",
        "    limitations: ",
        r"report\.limitations|\"limitations\" in|gap\(\"limitations\"\)|expects.*limitations",
    ),
    "awards": ("report.py", "    awards: ", r"report\.awards"),
    "strengths": ("report.py", "    strengths: ", r"report\.strengths"),
    "part_of_day": ("conference.py", "    part_of_day: Literal", r"conference\.part_of_day"),
    "praise": ("conference.py", "    praise: Text", r"directive\.praise"),
    "presented_by": ("conference.py", "    presented_by: ", r"award\.presented_by"),
}
"""Fields of the models: where each is, and what of the templates uses it."""

WITHIN = {"presented_by": "awards"}
"""Fields of others above: nothing is told of them where that one has no shape any more."""

MACRO = r"m\.paragraphs\("
BLOCKS = ("plan", "opening", "area")
WHOLE = "bao-cao-tong-ket.md.j2"


@dataclass(frozen=True)
class Renamed:
    """A copy of the program with names changed, and what lint tells of it."""

    folder: Path
    outcome: Outcome

    def told(self, *rules: str) -> set[tuple[str, int]]:
        return told(self.outcome, *rules)

    def using(self, pattern: str) -> set[tuple[str, int]]:
        return using(self.folder, pattern)


def with_other_names(
    folder: Path, fields: Iterable[str], *macros: str, blocks: Iterable[str] = ()
) -> Renamed:
    """Rename fields, macros and blocks, each used by lines of its own."""
    copied(folder)
    for model, field, _ in map(FIELDS.__getitem__, fields):
        name = field.split(":")[0].strip()
        change(folder / MODELS / model, field, field.replace(name, f"{name}_now", 1))
    for name in macros:
        change(folder / "templates" / "macros.md.j2", f"{{% macro {name}(", "{% macro prose(")
    if blocks:
        override(folder, blocks)
    for name in blocks:
        change(folder / "templates" / WHOLE, f"{{% block {name} ", f"{{% block {name}_now ")
    return Renamed(folder, linted(folder))


def override(folder: Path, blocks: Iterable[str]) -> None:
    """Lay down a pack that has blocks of its own, one each second line from the third."""
    pack = folder / "localities" / "cao-son"
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text('name = "xã Cao Sơn"\n', encoding="utf-8")
    own = "".join(f"\n{{% block {block} %}}Của xã{{% endblock %}}\n" for block in blocks)
    (pack / WHOLE).write_text(f'{{% extends "{WHOLE}" %}}\n{own}', encoding="utf-8")


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Renamed:
    folder = tmp_path_factory.mktemp("renamed")
    return with_other_names(folder, FIELDS.keys() - WITHIN.keys(), "paragraphs")


@pytest.fixture(scope="module")
def renamed_within(tmp_path_factory: pytest.TempPathFactory) -> Renamed:
    return with_other_names(tmp_path_factory.mktemp("renamed"), WITHIN, blocks=BLOCKS)


@pytest.mark.parametrize("field", FIELDS)
def test_a_renamed_field_is_told_wherever_it_is_used(
    renamed: Renamed, renamed_within: Renamed, field: str
) -> None:
    copy = renamed_within if field in WITHIN else renamed
    _, line, pattern = FIELDS[field]
    places = copy.using(pattern)
    name = line.split(":")[0].strip()

    assert places
    assert places <= copy.told(*LOST)
    assert f"{name}_now”" in copy.outcome.out, "the new name is offered"


def test_a_renamed_macro_is_told_wherever_it_is_called(renamed: Renamed) -> None:
    assert renamed.using(MACRO)
    assert renamed.using(MACRO) <= renamed.told(*LOST)


def test_nothing_else_is_told_of_what_was_renamed(
    renamed: Renamed, renamed_within: Renamed
) -> None:
    patterns = {name: pattern for name, (_, _, pattern) in FIELDS.items()}
    within = [patterns.pop(name) for name in WITHIN]

    for copy, used in ((renamed, [MACRO, *patterns.values()]), (renamed_within, within)):
        assert copy.told(*LOST) == set().union(*map(copy.using, used))
        assert copy.outcome.code == 1


def test_a_renamed_block_is_told_wherever_it_is_overridden(renamed_within: Renamed) -> None:
    overriding = {
        place
        for place in renamed_within.using(rf"{{% block ({'|'.join(BLOCKS)}) ")
        if place[0].startswith(("bao-cao", "ke-hoach"))
    }

    own_lines = {(WHOLE, line) for line in (3, 5, 7)}
    assert renamed_within.told("template/no-such-block") == own_lines | overriding
    for block in BLOCKS:
        assert f"{block}_now”" in renamed_within.outcome.out, "the new name is offered"


def test_a_clean_copy_has_no_finding(tmp_path: Path) -> None:
    outcome = linted(copied(tmp_path), "--lang", "en")

    assert (outcome.code, outcome.out) == (0, "")
    assert "No findings." in outcome.err
