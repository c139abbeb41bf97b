"""What broke a reader once ends with findings, or with a document."""

from __future__ import annotations

import pytest
from exploring import some
from in_rows import in_rows

from fuzz.kept import CASES, content, kept, reader
from fuzz.run import READERS


@in_rows("name", kept())
def test_a_case_that_broke_a_reader_ends_as_it_should(name: str) -> None:
    reader(name).one(content(name))


def test_every_folder_of_cases_is_a_reader() -> None:
    assert {folder.name for folder in CASES.iterdir()} <= set(READERS)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_takes_its_own_seeds(name: str) -> None:
    seeds = reader(name).seeds()
    assert seeds
    for seed in some(seeds[:12]):
        reader(name).one(seed)
