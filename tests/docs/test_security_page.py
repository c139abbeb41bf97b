"""The page about security: every promise names a test that there is, every limit is the code's."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest
from cli.running import REPOSITORY

from briefing import packages, pdf
from briefing.checking.packs import typed as typed_in_templates
from briefing.checking.statements import amount as statements
from briefing.checking.typed import contradictions
from briefing.document import amount
from briefing.localities import listing, locality, schema
from briefing.officer import opened
from briefing.reading import files, formats, nodes, toml, tree
from briefing.report import base, notes
from briefing.tables import into
from briefing.templating import limits
from briefing.vietnamese import MAX_GROWTH
from briefing.word.look import crests

PAGES = ["security.md", "security.vi.md"]
MB = 1024 * 1024
LIMITS = [
    [files.MAX_BYTES // MB],
    [toml.MAX_VALUES, locality.MAX_STEPS],
    [notes.MAX_ABBREVIATIONS, notes.MAX_VARIANTS, schema.MAX_BEFORE],
    [nodes.MAX_DEPTH],
    [tree.MAX_FAULTS],
    [contradictions.MOST],
    [typed_in_templates.READ],
    [base.MAX_TEXT],
    [base.MAX_DIGITS],
    [
        packages.MAX_FILE // MB,
        packages.MAX_PARTS,
        packages.MAX_UNPACKED // MB,
        packages.MAX_XML // MB,
    ],
    [crests.MAX_BYTES // MB],
    [limits.FILE_KB, limits.TOKENS],
    [limits.STEPS, limits.TEXT, limits.ITEMS],
    [limits.DOCUMENT, limits.SECONDS],
    [amount.PIECES, amount.ANNEXES, amount.MARKS],
    [MAX_GROWTH],
    [limits.RANGE, limits.DIGITS],
    [tree.MAX_VALUES],
    [statements.MAX_NUMBERS, statements.MAX_STATEMENTS],
    [into.MOST],
    [listing.MAX_LISTED, formats.MAX_COLUMNS],
    [opened.MOST_FIELDS],
    [pdf.TIME_LIMIT],
]
PROMISES = 50
"""A page that loses rows is told."""


def text_of(page: str) -> str:
    return (REPOSITORY / "docs" / page).read_text(encoding="utf-8")


def promises(page: str) -> list[tuple[str, list[str]]]:
    """Return every row of the tables of promises: what is promised, and the tests that hold it."""
    told = text_of(page).partition("\n### ")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (?!---)(.+) \| (.+) \|$", told, re.M)
    headings = re.findall(r"^\| (.+) \| .+ \|\n\| --- \| --- \|$", told, re.M)
    return [(said, re.findall(r"`([^`]+)`", held)) for said, held in rows if said not in headings]


@cache
def known_tests(file: str) -> set[str]:
    path = REPOSITORY / file
    if not path.is_file():
        return set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tests = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    # A variant is no witness: it is not tried each time.
    return {one.name for one in tests if "variant_of" not in map(_called, one.decorator_list)}


def _called(decorator: ast.expr) -> str:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return called.id if isinstance(called, ast.Name) else ""


@pytest.mark.parametrize("page", PAGES)
def test_every_promise_names_a_test_that_there_is(page: str) -> None:
    rows = promises(page)
    unheld = [said for said, held in rows if not held]
    missing = [
        f"{said}: {test}"
        for said, held in rows
        for test in held
        if test.partition("::")[2] not in known_tests(test.partition("::")[0])
    ]

    assert len(rows) >= PROMISES
    assert unheld == []
    assert missing == []


def test_both_languages_promise_the_same() -> None:
    vietnamese, english = map(promises, reversed(PAGES))

    assert [held for _, held in vietnamese] == [held for _, held in english]


@pytest.mark.parametrize("page", PAGES)
def test_the_limits_are_those_of_the_code(page: str) -> None:
    table = text_of(page).partition("| ---: |\n")[2].partition("\n\n")[0]
    cells = [row.split("|")[2] for row in table.splitlines()]
    said = [
        [int(number.replace(" ", "")) for number in re.findall(r"\d+(?: \d{3})*", cell)]
        for cell in cells
    ]

    assert said == LIMITS


@pytest.mark.parametrize("page", PAGES)
def test_what_a_document_may_cost_is_what_the_bombs_are_held_to(page: str) -> None:
    from cost.test_bombs import MEGABYTES, SECONDS

    assert re.search(rf"\b{SECONDS} (?:seconds|giây)", text_of(page))
    assert f"{MEGABYTES} MB" in text_of(page)
