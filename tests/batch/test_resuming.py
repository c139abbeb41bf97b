"""``--resume``: what is up to date is left alone, by content; what somebody edited is kept."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from cli.running import REPOSITORY, Briefing

from briefing.batch.journal import FILE

from .made import TEXT, files, journal, leftovers, single, text, write


def states(briefing: Briefing, *arguments: object) -> dict[str, str]:
    """Return the state of every input, by its name without the ending, after a resumed build."""
    outcome = briefing("build", *arguments, "--resume", "--format", "json")
    documents = json.loads(outcome.out)["documents"]
    return {Path(each["input"]).stem: each["state"] for each in documents}


ALL = {f"xã-{number:03}": "unchanged" for number in range(5)}


@pytest.fixture
def built(briefing: Briefing, inputs: Path, out: Path) -> Path:
    """Return a folder into which five inputs were built."""
    assert briefing("build", inputs, "-d", out).code == 0
    return out


def test_a_second_run_does_nothing(briefing: Briefing, inputs: Path, built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    assert states(briefing, inputs, "-d", built) == ALL
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before


def test_new_dates_without_new_content_change_nothing(
    briefing: Briefing, inputs: Path, built: Path
) -> None:
    for path in inputs.rglob("*.yaml"):
        path.write_bytes(path.read_bytes())
        os.utime(path, (2_000_000_000, 2_000_000_000))
    assert states(briefing, inputs, "-d", built) == ALL


def test_a_changed_input_is_built_again_and_no_other(
    briefing: Briefing, inputs: Path, built: Path
) -> None:
    source = write(inputs / "huyện 0" / "xã-002.yaml", text(77))
    assert states(briefing, inputs, "-d", built) == {**ALL, "xã-002": "built"}
    assert (built / "huyện 0" / "xã-002.docx").read_bytes() == single(source)
    assert states(briefing, inputs, "-d", built) == ALL


def test_an_input_that_becomes_bad_is_refused_and_its_old_file_kept(
    briefing: Briefing, inputs: Path, built: Path
) -> None:
    old = files(built)
    write(inputs / "huyện 0" / "xã-002.yaml", "kind: [")
    assert states(briefing, inputs, "-d", built) == {**ALL, "xã-002": "refused"}
    assert files(built) == old


def test_a_changed_pack_concerns_those_that_use_it(
    briefing: Briefing, inputs: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pack = 'name = "xã Mẫu Số Một"\nlevel = "commune"\nplace = "Mẫu Số Một"\nparent = "hoa-binh"\n'
    file = write(tmp_path / "localities" / "mau" / "locality.toml", pack)
    write(inputs / "mẫu.yaml", text(6, "mau"))
    states(briefing, inputs, "-d", out)
    assert states(briefing, inputs, "-d", out) == {**ALL, "mẫu": "unchanged"}
    write(file, pack.replace('place = "Mẫu Số Một"', 'place = "Mẫu Số Hai"'))
    assert states(briefing, inputs, "-d", out) == {**ALL, "mẫu": "built"}
    write(file.with_name("bao-cao-tong-ket.md.j2"), '{% extends "bao-cao-tong-ket.md.j2" %}\n')
    assert states(briefing, inputs, "-d", out)["mẫu"] == "unchanged", "built anew, the same bytes"
    [record] = [each for each in journal(out)[-1:] if each["name"] == "mẫu.docx"]
    assert record["digest"] != journal(out)[-2]["digest"]


def test_a_pack_that_comes_nearer_is_noticed(
    briefing: Briefing, inputs: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shipped = (REPOSITORY / "templates" / "localities" / "hoa-binh" / "locality.toml").read_text(
        encoding="utf-8"
    )
    near = tmp_path / "localities" / "hoa-binh" / "locality.toml"
    write(near, 'place = "Mẫu Số Ba"\n' + shipped.replace("\nplace =", "\n# place ="))
    assert set(states(briefing, inputs, "-d", built).values()) == {"built"}


def test_changed_templates_concern_all(
    briefing: Briefing, inputs: Path, out: Path, tmp_path: Path
) -> None:
    templates = Path(shutil.copytree(REPOSITORY / "templates", tmp_path / "templates"))
    words = (inputs, "-d", out, "--templates", templates)
    states(briefing, *words)
    assert states(briefing, *words) == ALL
    macros = templates / "macros.md.j2"
    macros.write_text(macros.read_text(encoding="utf-8") + "{# mới #}", encoding="utf-8")
    old = journal(out)
    assert states(briefing, *words) == ALL, "built again, the same bytes"
    assert len(journal(out)) == len(old) + 5


def test_a_changed_report_of_the_year_before_concerns_those_that_name_it(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    last = TEXT.replace("{year: 2023}", "{year: 2022}").replace("date: 2023-12\n", "")
    # What begins with a dot is no input of the batch itself.
    file = write(inputs / "huyện 0" / ".trước" / "2022.yaml", last)
    naming = text(3) + "previous_report: .trước/2022.yaml\n"
    write(inputs / "huyện 0" / "xã-003.yaml", naming)
    states(briefing, inputs, "-d", out)
    assert states(briefing, inputs, "-d", out) == ALL
    write(file, last.replace("value: 304", "value: 300"))
    before = len(journal(out))
    states(briefing, inputs, "-d", out)
    assert [each["name"] for each in journal(out)[before:]] == ["huyện 0/xã-003.docx"]


def test_other_options_are_another_document(briefing: Briefing, inputs: Path, built: Path) -> None:
    assert states(briefing, inputs, "-d", built, "--draft") == dict.fromkeys(ALL, "built")
    assert states(briefing, inputs, "-d", built) == dict.fromkeys(ALL, "built")


def test_another_version_of_the_program_builds_again(
    briefing: Briefing, inputs: Path, built: Path
) -> None:
    file = built / FILE
    records = file.read_text(encoding="ascii")
    digest = str(journal(built)[0]["digest"])
    file.write_text(records.replace(digest, "0" * 64), encoding="ascii")
    states(briefing, inputs, "-d", built)
    assert journal(built)[-1]["digest"] == digest


def test_a_deleted_output_is_built_again(briefing: Briefing, inputs: Path, built: Path) -> None:
    (built / "huyện 0" / "xã-001.docx").unlink()
    assert states(briefing, inputs, "-d", built) == {**ALL, "xã-001": "built"}


def test_an_edited_output_is_kept_and_told_even_when_its_input_changes(
    briefing: Briefing, inputs: Path, built: Path
) -> None:
    edited = built / "huyện 0" / "xã-001.docx"
    edited.write_bytes(b"PK edited")
    write(inputs / "huyện 0" / "xã-001.yaml", text(88))
    outcome = briefing("build", inputs, "-d", built, "--resume")
    assert outcome.code == 2
    assert f"{edited}: lỗi: tệp đã có người sửa sau khi lập, được giữ nguyên" in outcome.err
    assert edited.read_bytes() == b"PK edited"
    assert states(briefing, inputs, "-d", built, "--force") == {**ALL, "xã-001": "built"}
    assert edited.read_bytes() == single(inputs / "huyện 0" / "xã-001.yaml")


def test_a_file_that_no_run_wrote_is_kept(briefing: Briefing, inputs: Path, out: Path) -> None:
    theirs = write(out / "huyện 0" / "xã-001.docx", "của người khác")
    outcome = briefing("build", inputs, "-d", out, "--resume")
    assert outcome.code == 2
    assert "output/exists" in outcome.err
    assert theirs.read_text(encoding="utf-8") == "của người khác"
    assert len(files(out)) == 5


def test_files_as_they_would_be_built_are_up_to_date_without_a_record(
    briefing: Briefing, inputs: Path, built: Path
) -> None:
    (built / FILE).unlink()
    old = {path: path.stat().st_mtime_ns for path in built.rglob("*.docx")}
    assert states(briefing, inputs, "-d", built) == ALL
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*.docx")} == old
    assert len(journal(built)) == 5


@pytest.mark.parametrize("torn", [b'\n{"name": "huy', b"\n\xff\x00", b'\n[1]\n{}\n{"name": 1}'])
def test_a_torn_record_is_passed_over_and_the_next_is_whole(
    briefing: Briefing, inputs: Path, built: Path, torn: bytes
) -> None:
    with (built / FILE).open("ab") as file:
        file.write(torn)
    write(inputs / "huyện 0" / "xã-004.yaml", text(99))
    assert states(briefing, inputs, "-d", built) == {**ALL, "xã-004": "built"}
    assert states(briefing, inputs, "-d", built) == ALL


def test_leftovers_of_killed_runs_go_and_other_files_stay(
    briefing: Briefing, inputs: Path, built: Path
) -> None:
    for folder in (built, built / "huyện 0"):
        (folder / ".briefing-batch-x1.tmp").write_bytes(b"half")
    theirs = [built / ".briefing-abc.tmp", built / "my.tmp", built / "a.docx"]
    for file in theirs:
        file.write_bytes(b"theirs")
    assert states(briefing, inputs, "-d", built) == ALL
    assert set(leftovers(built)) == set(theirs[:2])
