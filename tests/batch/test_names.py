"""Names: inputs that want the same output are told before any work; strange ones are just names."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from cli.running import Briefing, run_program

from .made import files, leftovers, single, text, write

NFC, NFD = (unicodedata.normalize(form, "Xã Đại Lộc") for form in ("NFC", "NFD"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.yaml", "a.json"),
        ("a.yml", "a.yaml"),
        ("Xã Cao Sơn.yaml", "XÃ CAO SƠN.yaml"),
        (f"{NFC}.yaml", f"{NFD}.yaml"),
        (f"{NFC}/1.yaml", f"{NFD.upper()}/1.yaml"),
    ],
)
def test_neither_of_two_inputs_with_one_name_is_built_and_the_others_are(
    briefing: Briefing, inputs: Path, out: Path, one: str, other: str
) -> None:
    sources = [write(inputs / name, text(1)) for name in (one, other)]
    if sources[0].samefile(sources[1]):
        pytest.skip("this file system takes the two names for one")
    outcome = briefing("build", inputs, "-d", out)
    assert outcome.code == 2
    assert outcome.err.count("[batch/same-output]") == 2
    for source in sources:
        assert f"{source}: lỗi: cùng ghi ra" in outcome.err
    assert len(files(out)) == 5


def test_the_name_of_a_kind_counts_as_well(briefing: Briefing, tmp_path: Path, out: Path) -> None:
    for name in ("a", "a-tin-hoi-nghi"):
        write(tmp_path / "in" / f"{name}.yaml", text(1))
    outcome = briefing("build", tmp_path / "in", "-d", out, "--kind", "all")
    assert outcome.err.count("[batch/same-output]") == 2
    assert files(out) == {}


def test_a_list_may_name_two_files_of_one_name_only_in_folders(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    for folder in ("x", "y"):
        write(tmp_path / folder / "a.yaml", text(1))
    inside = write(tmp_path / "list.txt", "x/a.yaml\ny/a.yaml\n")
    assert briefing("build", inside, "-d", out).code == 0
    assert set(files(out)) == {"x/a.docx", "y/a.docx"}
    outside = write(tmp_path / "z" / "list.txt", "../x/a.yaml\n../y/a.yaml\n")
    outcome = briefing("build", outside, "-d", out / "z")
    assert outcome.err.count("[batch/same-output]") == 2


@pytest.mark.parametrize(("written", "named"), [(NFC, NFD), (NFD, NFC)])
def test_a_list_finds_names_in_another_unicode_form(
    briefing: Briefing, tmp_path: Path, out: Path, written: str, named: str
) -> None:
    write(tmp_path / written / f"{written}.yaml", text(1))
    names = [f"{named}/{named}.yaml", f"{tmp_path}/{named}/{named}.yaml"]
    listed = write(tmp_path / "list.txt", "\n".join(names))

    assert briefing("build", listed, "-d", out).code == 0
    assert set(files(out)) == {f"{written}/{written}.docx"}


def test_names_keep_their_unicode_form_and_their_dots(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    names = [f"{NFD}", "ngày 31.12.2023", "a b  c", "…", "%d'\"$(x)"]
    sources = [write(tmp_path / "in" / f"{name}.yaml", text(1)) for name in names]
    assert briefing("build", tmp_path / "in", "-d", out).code == 0
    assert files(out) == {f"{source.stem}.docx": single(source) for source in sources}


def test_paths_of_more_than_260_characters(briefing: Briefing, tmp_path: Path) -> None:
    deep = Path(*["xã vùng sâu vùng xa số một"] * 20)
    source = write(tmp_path / "in" / deep / "báo cáo.yaml", text(1))
    out = tmp_path / "out"
    assert len(str(source)) > 500
    assert briefing("build", tmp_path / "in", "-d", out).code == 0
    assert files(out) == {(deep / "báo cáo.docx").as_posix(): single(source)}
    assert "Không đổi         1" in briefing("build", tmp_path / "in", "-d", out, "--resume").err


def test_a_name_of_255_bytes(briefing: Briefing, inputs: Path, out: Path) -> None:
    write(inputs / ("x" * 250 + ".yaml"), text(1))
    write(inputs / ("y" * 251 + ".yml"), text(1))
    outcome = briefing("build", inputs, "-d", out)
    assert outcome.code == 2
    assert "tên quá dài" in outcome.err
    assert len(files(out)) == 6
    assert leftovers(out) == []


def test_a_broken_pack_that_no_input_uses_stops_nothing(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    pack = inputs / "localities" / "xa-nao-do"
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text("a b\n", encoding="utf-8")
    (pack / "kinds.toml").write_text("a b\n", encoding="utf-8")

    assert briefing("build", inputs, "-d", out, "--kind", "all").code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no Unicode")
def test_a_name_that_is_no_unicode(
    briefing: Briefing, inputs: Path, out: Path, tmp_path: Path
) -> None:
    Path(os.fsdecode(bytes(inputs) + b"/x\xff.yaml")).write_text(text(1), encoding="utf-8")
    words = ("build", inputs, "-d", out, "--format", "json", "--summary", tmp_path / "s.json")
    ran = run_program(*words, "--resume", folder=tmp_path)
    for state, outcome in (("built", ran), ("unchanged", briefing(*words, "--resume"))):
        assert outcome.code == 0
        assert json.loads(outcome.out)["counts"][state] == 6
    assert len(json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["documents"]) == 6
