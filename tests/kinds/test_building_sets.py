"""``briefing build --kind``: a whole set of documents, or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli.running import Briefing

from kinds.made import INPUTS

SET = [
    "hoa-binh-2023-bao-cao-tom-tat.docx",
    "hoa-binh-2023-tin-hoi-nghi.docx",
    "hoa-binh-2023.docx",
]
TWO = "bao-cao-tong-ket,tin-hoi-nghi"


def made(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.suffix != ".yaml")


def test_all_writes_every_kind_that_suits(briefing: Briefing, source: Path) -> None:
    outcome = briefing("build", source, "--kind", "all")

    assert outcome.code == 0, outcome.err
    assert made(source.parent) == SET
    for kind in ("bao-cao-so-ket", "bao-cao-giai-doan", "bao-cao-phoi-hop", "cong-van-chi-dao"):
        assert kind in outcome.err


def test_every_file_of_a_set_is_a_document_of_its_own(briefing: Briefing, source: Path) -> None:
    briefing("build", source, "--kind", "all")

    contents = {(source.parent / name).read_bytes() for name in SET}
    assert len(contents) == len(SET)


@pytest.mark.parametrize("listed", [TWO, "tin-hoi-nghi, bao-cao-tong-ket", f"{TWO},{TWO}"])
def test_a_list_writes_just_those_kinds(briefing: Briefing, source: Path, listed: str) -> None:
    assert briefing("build", source, "--kind", listed).code == 0
    assert made(source.parent) == [SET[1], SET[2]]


def test_one_other_kind_alone_has_its_own_name(briefing: Briefing, source: Path) -> None:
    assert briefing("build", source, "--kind", "bao-cao-tom-tat").code == 0
    assert made(source.parent) == [SET[0]]


def test_a_set_goes_to_the_folder_asked_for(
    briefing: Briefing, source: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kết quả"
    folder.mkdir()
    assert briefing("build", source, "-d", folder, "--kind", "all").code == 0
    assert made(folder) == SET


@pytest.mark.parametrize("refused", ["cong-van-chi-dao", "bao-cao-so-ket", "bao-cao-phoi-hop"])
@pytest.mark.parametrize("first", [True, False], ids=["refused-first", "refused-last"])
def test_a_refused_kind_writes_none_of_the_list(
    briefing: Briefing, source: Path, refused: str, first: bool
) -> None:
    kinds = [refused, "tin-hoi-nghi"] if first else ["tin-hoi-nghi", refused]
    outcome = briefing("build", source, "--kind", ",".join(kinds))

    assert outcome.code == 1
    assert "kind/" in outcome.err
    assert made(source.parent) == []


def test_a_draft_of_a_kind_that_does_not_suit_is_written(briefing: Briefing, source: Path) -> None:
    assert briefing("build", source, "--kind", f"{TWO},bao-cao-phoi-hop", "--draft").code == 0
    assert len(made(source.parent)) == 3


@pytest.mark.parametrize("taken", SET)
def test_an_existing_file_keeps_the_whole_set_from_being_written(
    briefing: Briefing, source: Path, taken: str
) -> None:
    (source.parent / taken).write_bytes(b"old")
    outcome = briefing("build", source, "--kind", "all")

    assert outcome.code == 2
    assert taken in outcome.err
    assert (source.parent / taken).read_bytes() == b"old"
    assert made(source.parent) == [taken]


def test_force_replaces_the_whole_set(briefing: Briefing, source: Path) -> None:
    for name in SET:
        (source.parent / name).write_bytes(b"old")
    assert briefing("build", source, "--kind", "all", "--force").code == 0
    assert all((source.parent / name).read_bytes().startswith(b"PK") for name in SET)


@pytest.mark.parametrize("listed", ["tin-hoi-ngi", "bao-cao-tong-ket,tin-hoi-ngi"])
def test_an_unknown_kind_is_told_with_the_nearest(
    briefing: Briefing, source: Path, listed: str
) -> None:
    outcome = briefing("build", source, "--kind", listed)

    assert outcome.code == 2
    assert "tin-hoi-ngi" in outcome.err
    assert "tin-hoi-nghi" in outcome.err
    assert made(source.parent) == []


def test_a_name_for_one_file_does_not_go_with_a_set(briefing: Briefing, source: Path) -> None:
    outcome = briefing("build", source, "--kind", "all", "-o", source.parent / "a.docx")

    assert outcome.code == 2
    assert made(source.parent) == []


def test_an_input_that_suits_nothing_is_refused_as_its_own_kind(
    briefing: Briefing, tmp_path: Path
) -> None:
    source = Path(shutil.copy(INPUTS / "cong-van-792-2022.yaml", tmp_path))
    outcome = briefing("build", source, "--kind", "all")

    assert outcome.code == 1
    assert "issuer.lines" in outcome.err
    assert made(tmp_path) == []
