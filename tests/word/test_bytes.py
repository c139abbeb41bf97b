"""The same report gives the same bytes: no clock, no chance, no machine in the file."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from exploring import in_turn

import briefing

from . import package
from .package import INPUTS, NAMES, PROFILES, find, part

ORDER = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/header1.xml",
    "word/header2.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
]

MACHINES = {
    "UTC": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    "Hanoi": {"PYTHONHASHSEED": "2", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"},
}

BUILD = """
import hashlib, sys, briefing
print(hashlib.sha256(briefing.build(briefing.load(sys.argv[1]))).hexdigest())
"""


@pytest.fixture(params=product(NAMES, PROFILES), ids=" ".join)
def written(request: pytest.FixtureRequest) -> bytes:
    return package.built(*request.param)


@pytest.mark.parametrize("name", NAMES)
def test_building_twice_gives_the_same_bytes(name: str) -> None:
    path = INPUTS / f"{name}.yaml"
    assert briefing.build(briefing.load(path)) == briefing.build(briefing.load(path))


@pytest.mark.parametrize(("name", "machine"), in_turn(NAMES, list(MACHINES)))
def test_another_process_in_another_place_gives_the_same_bytes(
    name: str, machine: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BUILD, INPUTS / f"{name}.yaml"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, **MACHINES[machine]},
    )
    assert done.stdout.strip() == sha256(package.built(name)).hexdigest()


def test_parts_stand_in_a_fixed_order(written: bytes) -> None:
    with zipfile.ZipFile(BytesIO(written)) as archive:
        assert archive.namelist() == ORDER


def test_parts_bear_the_earliest_stamp_and_no_system(written: bytes) -> None:
    with zipfile.ZipFile(BytesIO(written)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.create_system == 0
            assert entry.extra == b""
            assert entry.comment == b""


def test_stamps_of_the_document_are_the_date_of_the_report(written: bytes) -> None:
    # Both inputs are dated December 2023, the day left to the clerk.
    core = part(written, "docProps/core.xml")
    stamps = [find(core, f"dcterms:{name}")[0].text for name in ("created", "modified")]
    assert stamps == ["2023-12-01T00:00:00Z"] * 2


def test_no_part_carries_the_date_of_today(written: bytes) -> None:
    days = {date.today().isoformat(), datetime.now(UTC).date().isoformat()}
    for name, content in package.parts(written).items():
        for day in days:
            assert day.encode() not in content, name


@pytest.mark.parametrize("name", NAMES)
def test_profiles_differ_only_in_sizes_and_measures(name: str) -> None:
    small, large = (package.parts(package.built(name, profile)) for profile in PROFILES)
    assert {part for part in ORDER if small[part] != large[part]} == {
        "word/document.xml",
        "word/styles.xml",
    }
