"""Every limit on the page about security is the one in the code, in both languages."""

from __future__ import annotations

import re

import pytest
from cli.running import REPOSITORY

from briefing import packages, pdf
from briefing.reading import files, tree
from briefing.report import base
from briefing.templating import limits
from briefing.word.look import crests

MB = 1024 * 1024
LIMITS = [
    [files.MAX_BYTES // MB],
    [tree.MAX_DEPTH],
    [tree.MAX_FAULTS],
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
    [limits.RANGE, limits.DIGITS],
    [pdf.TIME_LIMIT],
]


@pytest.mark.parametrize("page", ["security.md", "security.vi.md"])
def test_the_limits_are_those_of_the_code(page: str) -> None:
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
    table = text.partition("| ---: |\n")[2].partition("\n\n")[0]
    cells = [row.split("|")[2] for row in table.splitlines()]
    said = [
        [int(number.replace(" ", "")) for number in re.findall(r"\d+(?: \d{3})*", cell)]
        for cell in cells
    ]

    assert said == LIMITS
