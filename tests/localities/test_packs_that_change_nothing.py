"""Packs that say everything as the program does, and kinds like those of the program: no fault."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from cli.running import REPOSITORY, Briefing
from exploring import some

from briefing.templating.kind import kinds

INPUTS = sorted((REPOSITORY / "inputs").glob("*.yaml"))
TEMPLATES = sorted((REPOSITORY / "templates").glob("*.j2"))


def put(source: Path) -> Path:
    """Write a pack over that of an input, whose templates only extend those of the program."""
    shutil.copytree(source.parent, "inputs")
    text = source.read_text(encoding="utf-8")
    named = re.search(r"^locality: (\S+)", text, re.MULTILINE)
    folder = Path("localities", named[1] if named else "hoa-binh")
    folder.mkdir(parents=True)
    (folder / "locality.toml").write_text("", encoding="utf-8")
    for template in TEMPLATES:
        extends = f'{{% extends "{template.name}" %}}\n'
        (folder / template.name).write_text(extends, encoding="utf-8")
    return Path("inputs", source.name)


def told(briefing: Briefing, *words: object) -> list[str]:
    """Return what a draft says of the pack."""
    outcome = briefing("build", *words, "--draft", "--force", "-d", "out")
    lines = (outcome.out + outcome.err).splitlines()
    return [line for line in lines if line.startswith("localities/") or "[template/" in line]


@pytest.mark.parametrize("source", some(INPUTS), ids=lambda file: file.stem)
def test_a_pack_of_templates_that_change_nothing_is_left_alone(
    briefing: Briefing, source: Path
) -> None:
    own = put(source)

    assert told(briefing, own, "--kind", "all") == []
    assert told(briefing, own, "--kind", "bao-cao-tom-tat,tin-hoi-nghi,ke-hoach") == []


@pytest.mark.parametrize("like", some(name for name, kind in kinds().items() if not kind.letter))
def test_a_kind_that_is_like_one_of_the_program_is_left_alone(
    briefing: Briefing, like: str
) -> None:
    source = put(REPOSITORY / "inputs" / "hoa-binh-2023.yaml")
    made = briefing("kinds", "new", "cua-toi", "--locality", "hoa-binh", "--like", like)
    assert made.code == 0, made.err

    assert told(briefing, source, "--kind", "cua-toi") == []


def test_a_person_that_a_kind_of_ones_own_calls_in_full_is_left_alone(briefing: Briefing) -> None:
    source, folder = put(REPOSITORY / "inputs" / "hoa-binh-2023.yaml"), Path("localities/hoa-binh")
    entry = '[cua-toi]\nkind = "Tin"\nframed = false\ndescription = {vi = "Tin"}\n'
    (folder / "kinds.toml").write_text(entry, encoding="utf-8")
    template = (
        '{% import "macros.md.j2" as m with context %}\n# {{ kind }}\n\n{{ report.subject }}\n\n'
        "{{ report.issuer.name }} họp, {{ m.person(report.conference.chair) }} chủ trì.\n\n"
        "{% for area in report.results %}\n{{ m.paragraphs(area.statements) }}\n{% endfor %}\n"
    )
    (folder / "cua-toi.md.j2").write_text(template, encoding="utf-8")

    assert told(briefing, source, "--kind", "cua-toi") == []
