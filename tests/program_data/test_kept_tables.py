"""The program's own tables are parsed once, and kept where Python keeps the program's bytecode."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import briefing
from briefing import program_data
from program_data.keeping import kept

__all__ = ["kept"]

PACKAGE = Path(briefing.__file__).parent
TABLES = sorted([*PACKAGE.rglob("*.toml"), *(PACKAGE.parent / "templates").glob("*.toml")])
TABLE = """\
name = "Nghị định"
from = 2020-03-05
[[parts]]
numbers = [1, 2.50, true]
days = [{ first = 2025-07-01 }]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "law.toml"
    file.write_text(TABLE, encoding="utf-8")
    return file


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def read(file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, Any], bool]:
    """Return what a table says, and whether it had to be parsed."""
    texts: list[str] = []
    loads = tomllib.loads

    def noted(text: str) -> dict[str, Any]:
        texts.append(text)
        return loads(text)

    with monkeypatch.context() as patched:
        patched.setattr(tomllib, "loads", noted)
        return program_data.table_in(str(file)), bool(texts)


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.stem)
def test_what_is_kept_is_what_the_file_says(
    kept: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tomllib.loads(file.read_text(encoding="utf-8"))

    assert read(file, monkeypatch) == (said, True)
    assert read(file, monkeypatch) == (said, False)
    assert len(files(kept)) == 1


@pytest.mark.usefixtures("kept")
def test_dates_and_numbers_are_kept_as_they_are(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(file, monkeypatch)
    again, parsed = read(file, monkeypatch)

    assert not parsed
    assert repr(again) == repr(tomllib.loads(TABLE))


@pytest.mark.usefixtures("kept")
def test_a_file_that_changes_is_parsed_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(file, monkeypatch)
    file.write_text(TABLE.replace("2020", "2021"), encoding="utf-8")

    again, parsed = read(file, monkeypatch)

    assert parsed
    assert again["from"].year == 2021


@pytest.mark.usefixtures("kept")
def test_a_file_of_the_same_name_elsewhere_is_another(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(file, monkeypatch)
    other = file.parent / "other" / file.name
    other.parent.mkdir()
    other.write_text('name = "khác"\n', encoding="utf-8")

    assert read(other, monkeypatch) == ({"name": "khác"}, True)
    assert read(file, monkeypatch)[0]["name"] == "Nghị định"


@pytest.mark.parametrize("spoilt", [b"", b"x", b"x" * 40, b"x" * 100_000], ids=len)
def test_what_is_not_whole_is_parsed_anew(
    kept: Path, file: Path, monkeypatch: pytest.MonkeyPatch, spoilt: bytes
) -> None:
    read(file, monkeypatch)
    [keeper] = files(kept)
    whole = keeper.read_bytes()

    for content in (spoilt, whole[:-1], whole[:16], whole[:-1] + bytes([whole[-1] ^ 1])):
        keeper.write_bytes(content)
        assert read(file, monkeypatch) == (tomllib.loads(TABLE), True)
        assert keeper.read_bytes() == whole


def test_nothing_is_kept_where_python_keeps_nothing(
    kept: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert read(file, monkeypatch)[1]
    assert read(file, monkeypatch)[1]
    assert files(kept) == []


def test_a_folder_that_cannot_be_written_is_no_hindrance(
    kept: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write_text("a file where the folder would be")

    assert read(file, monkeypatch) == (tomllib.loads(TABLE), True)
    assert read(file, monkeypatch) == (tomllib.loads(TABLE), True)


def test_a_python_without_names_for_bytecode_reads_as_well(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", None)

    assert read(file, monkeypatch) == (tomllib.loads(TABLE), True)
