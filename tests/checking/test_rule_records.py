"""Every rule is a record: what the program finds is what ``briefing rules`` lists."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
from cli.running import Briefing, briefing

import briefing as package
from briefing.findings import LANGUAGES, Severity, rule
from briefing.findings.catalogues import catalogue
from briefing.library import all_rules

__all__ = ["briefing"]

ROOT = Path(package.__file__).parent
DOCS = ROOT.parent / "docs"
ROOMS = (ROOT / "checking", ROOT / "word" / "look")


def rules_found_in(folder: Path) -> set[str]:
    """Return the ids that stand in the code of a room."""
    found = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(r"^[a-z]+/[a-z-]+$", node.value))
    return {name for name in found if name in catalogue("vi")["finding"]}


@pytest.mark.parametrize("folder", ROOMS, ids=lambda folder: folder.name)
def test_every_rule_that_is_found_has_its_record(folder: Path) -> None:
    known = {one.id for one in all_rules()}

    assert {name for name in rules_found_in(folder) if not name.startswith("file/")} <= known


def test_every_record_has_its_words_in_both_languages() -> None:
    for language in LANGUAGES:
        assert {one.id for one in all_rules()} <= set(catalogue(language)["finding"])


def test_a_rule_has_one_record() -> None:
    first = all_rules()[0]
    with pytest.raises(ValueError, match=first.id):
        rule(first.id, Severity.INFO, source="another law")


def test_the_law_is_named_with_its_number_and_place() -> None:
    sources = {one.source for one in all_rules() if one.source}

    # Those of the State bear their year in the number, those of the Party beside it.
    number = re.compile(r"\d+/\d{4}/(NĐ-CP|QH\d\d)|\d+-HD/VPTW \(\d{4}\)")
    assert sources
    assert [source for source in sources if not number.search(source)] == []
    assert all(one.source for one in all_rules() if one.since)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_lists_them(briefing: Briefing, language: str) -> None:
    lines = briefing("rules", "--lang", language).out.splitlines()
    told = json.loads(briefing("rules", "--format", "json", "--lang", language).out)

    assert [line.split("\t")[0] for line in lines] == [one["id"] for one in told]
    assert [one["id"] for one in told] == [one.id for one in all_rules()]
    assert all("{" not in one["says"] for one in told)
    assert {one["looks_at"] for one in told} >= {"report", "document", "look"}


@pytest.mark.parametrize(("page", "language"), [("rules.md", "en"), ("rules.vi.md", "vi")])
def test_the_page_is_made_from_the_records(briefing: Briefing, page: str, language: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")

    made = briefing("rules", "--page", "--lang", language).out
    assert made == text, "a rule has changed: make pages"
