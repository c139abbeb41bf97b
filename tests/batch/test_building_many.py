"""``briefing build`` of a folder, a pattern or a list: which inputs, where to, and what is told."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cli.running import HOA_BINH, Briefing, run_program
from exploring import variant_of

from .made import BAD, files, leftovers, single, text, write

NAMES = [f"huyện 0/xã-{number:03}.docx" for number in range(5)]


def test_a_folder_is_built_with_all_below_it_as_each_input_alone_would_be(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    outcome = briefing("build", inputs, "-d", out)
    assert (outcome.code, outcome.out) == (0, "")
    assert files(out) == {name: single((inputs / name).with_suffix(".yaml")) for name in NAMES}
    assert leftovers(out) == []


def test_any_number_of_jobs_gives_the_same_bytes(
    briefing: Briefing, inputs: Path, tmp_path: Path
) -> None:
    for jobs in (1, 2, 3):
        assert briefing("build", inputs, "-d", tmp_path / str(jobs), "--jobs", jobs).code == 0
    first = files(tmp_path / "1")
    assert len(first) == 5
    assert first == files(tmp_path / "2") == files(tmp_path / "3")


def test_yaml_yml_and_json_are_inputs_and_nothing_else_is(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    folder = tmp_path / "in"
    for name in ("a.yaml", "b.yml", "C.YAML"):
        write(folder / name, text(1))
    write(folder / "d.json", '{"schema": 1}')
    for name in ("e.md", ".f.yaml", ".ẩn/g.yaml", "h.yaml~"):
        write(folder / name, text(1))
    outcome = briefing("build", folder, "-d", out, "--format", "json")
    documents = json.loads(outcome.out)["documents"]
    assert [Path(each["input"]).name for each in documents] == [
        "C.YAML",
        "a.yaml",
        "b.yml",
        "d.json",
    ]
    assert set(files(out)) == {"C.docx", "a.docx", "b.docx"}


def test_a_pattern_is_placed_below_its_fixed_part(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    assert briefing("build", inputs / "*" / "xã-00[12].yaml", "-d", out).code == 0
    assert set(files(out)) == {"huyện 0/xã-001.docx", "huyện 0/xã-002.docx"}
    assert briefing("build", inputs / "**" / "*3.yaml", "-d", out).code == 0
    assert "huyện 0/xã-003.docx" in files(out)


def test_a_file_whose_name_looks_like_a_pattern_is_one_input(
    briefing: Briefing, tmp_path: Path
) -> None:
    source = write(tmp_path / "báo cáo [2].yaml", text(1))
    assert briefing("build", source).code == 0
    assert source.with_suffix(".docx").exists()


def test_a_list_names_inputs_relative_to_itself(
    briefing: Briefing, inputs: Path, out: Path, tmp_path: Path
) -> None:
    elsewhere = write(tmp_path / "nơi khác" / "x.yaml", text(9))
    lines = ["\ufeff# ghi chú", "huyện 0/xã-004.yaml", "", str(elsewhere), "./huyện 0/xã-004.yaml"]
    listed = write(inputs / "danh sách.txt", "\r\n".join(lines))
    assert briefing("build", listed, "-d", out).code == 0
    assert set(files(out)) == {"huyện 0/xã-004.docx", "x.docx"}


def test_what_a_list_names_in_vain_is_told_and_the_rest_is_built(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    listed = write(inputs / "list.txt", "huyện 0/xã-001.yaml\nkhông có.yaml\n")
    outcome = briefing("build", listed, "-d", out)
    assert outcome.code == 2
    assert "không có tệp này" in outcome.err
    assert set(files(out)) == {"huyện 0/xã-001.docx"}


def test_bad_inputs_stop_no_other(briefing: Briefing, inputs: Path, out: Path) -> None:
    write(inputs / "mâu thuẫn.yaml", BAD)
    outcome = briefing("build", inputs, "-d", out)
    assert outcome.code == 1
    assert "figures/acceptance-lapsed" in outcome.err
    for name, content in {"vỡ": "kind: [", "rỗng": "", "lạ": "schema: 1\nxyz: 2"}.items():
        write(inputs / f"{name}.yaml", content)
    (inputs / "thư mục.yaml").mkdir()
    (inputs / "hỏng.yaml").write_bytes(b"\xff\xfe\x00")
    outcome = briefing("build", inputs, "-d", out, "--force")
    assert outcome.code == 2
    assert set(files(out)) == set(NAMES)
    assert "Đã lập            5" in outcome.err
    assert "Bị từ chối        5" in outcome.err


def test_the_summary_names_every_input_with_state_outputs_and_findings(
    briefing: Briefing, inputs: Path, out: Path, tmp_path: Path
) -> None:
    bad = write(inputs / "mâu thuẫn.yaml", BAD)
    outcome = briefing(
        "build", inputs, "-d", out, "--format", "json", "--summary", tmp_path / "s.csv"
    )
    said = json.loads(outcome.out)
    assert said["counts"] == {"built": 5, "unchanged": 0, "refused": 1, "failed": 0}
    by_input = {each["input"]: each for each in said["documents"]}
    assert by_input[str(inputs / "huyện 0" / "xã-002.yaml")]["outputs"] == ["huyện 0/xã-002.docx"]
    refused = by_input[str(bad)]
    assert (refused["state"], refused["outputs"]) == ("refused", [])
    assert refused["findings"][0]["rule"] == "figures/acceptance-lapsed"
    assert refused["findings"][0]["line"] == 20
    content = (tmp_path / "s.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert len(rows) == 6
    [row] = [row for row in rows if row["state"] == "refused"]
    assert row["rule"] == "figures/acceptance-lapsed"
    assert "777/778" in row["message"]


def test_the_summary_can_be_a_json_file_which_is_no_input_next_time(
    briefing: Briefing, inputs: Path
) -> None:
    for _ in range(2):
        outcome = briefing(
            "build", inputs, "-d", inputs, "--resume", "--summary", inputs / "s.json"
        )
        assert outcome.code == 0
    said = json.loads((inputs / "s.json").read_text(encoding="utf-8"))
    assert said["counts"] == {"built": 0, "unchanged": 5, "refused": 0, "failed": 0}


def test_a_folder_to_build_into_within_the_inputs_is_no_input(
    briefing: Briefing, inputs: Path
) -> None:
    write(inputs / "ra" / "cũ.yaml", text(7))
    assert briefing("build", inputs, "-d", inputs / "ra").code == 0
    assert set(files(inputs / "ra")) == set(NAMES)


def test_existing_files_are_kept_unless_forced_and_the_rest_is_built(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    theirs = write(out / NAMES[1], "chữ của người khác")
    outcome = briefing("build", inputs, "-d", out)
    assert outcome.code == 2
    assert f"{theirs}: lỗi: tệp đã có, được giữ nguyên" in outcome.err
    assert theirs.read_text(encoding="utf-8") == "chữ của người khác"
    assert set(files(out)) == set(NAMES)
    assert briefing("build", inputs, "-d", out, "--force").code == 0
    assert theirs.read_bytes() == single((inputs / NAMES[1]).with_suffix(".yaml"))


def test_several_kinds_of_each_input(briefing: Briefing, inputs: Path, out: Path) -> None:
    kinds = "bao-cao-tong-ket,tin-hoi-nghi"
    assert briefing("build", inputs, "-d", out, "--kind", kinds).code == 0
    own = {name.replace(".docx", "-tin-hoi-nghi.docx") for name in NAMES}
    assert set(files(out)) == {*NAMES, *own}
    outcome = briefing("build", inputs, "-d", out, "--kind", kinds, "--resume")
    assert "Không đổi         5" in outcome.err


def test_a_draft_is_built_of_what_a_final_document_is_refused(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    write(tmp_path / "in" / "a.yaml", BAD)
    assert briefing("build", tmp_path / "in", "-d", out, "--draft").code == 0
    assert set(files(out)) == {"a.docx"}


def test_a_folder_without_inputs_is_told(briefing: Briefing, tmp_path: Path, out: Path) -> None:
    outcome = briefing("build", tmp_path, "-d", out)
    assert (outcome.code, out.exists()) == (2, False)
    assert "không có tệp đầu vào nào (.yaml, .yml, .json" in outcome.err


def test_a_batch_says_where_to(briefing: Briefing, inputs: Path) -> None:
    outcome = briefing("build", inputs)
    assert outcome.code == 2
    assert "lập hàng loạt cần -d" in outcome.err


@pytest.mark.parametrize("option", [["--jobs", 2], ["--resume"], ["--summary", "s.csv"]])
def test_options_of_a_batch_go_with_no_single_input(
    briefing: Briefing, tmp_path: Path, option: list[object]
) -> None:
    outcome = briefing("build", HOA_BINH, "-d", tmp_path, *option)
    assert (outcome.code, list(tmp_path.iterdir())) == (2, [])
    assert "chỉ dùng khi nguồn là thư mục" in outcome.err


@variant_of("test_packs_of_the_folder_one_works_in_are_found_by_every_process")
def test_relative_paths_are_those_of_the_folder_one_works_in(inputs: Path, out: Path) -> None:
    outcome = run_program(
        *("build", inputs.name, "-d", out.name, "--jobs", 2), folder=inputs.parent
    )
    assert outcome.code == 0
    assert set(files(out)) == set(NAMES)


def test_packs_of_the_folder_one_works_in_are_found_by_every_process(
    inputs: Path, out: Path
) -> None:
    write(inputs / "riêng.yaml", text(5, "rieng"))
    pack = 'parent = "hoa-binh"\nname = "xã Mẫu Số Một"\nlevel = "commune"\nplace = "Mẫu Số Một"\n'
    write(inputs.parent / "localities" / "rieng" / "locality.toml", pack)
    words = ("build", inputs.name, "-d", out.name, "--jobs", 2)
    outcome = run_program(*words, folder=inputs.parent)
    assert outcome.code == 0
    assert set(files(out)) == {*NAMES, "riêng.docx"}


def test_one_input_alone_needs_neither_batch_nor_dask_nor_rich(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom briefing.cli import main\n"
        f"code = main(['build', {str(HOA_BINH)!r}, '-d', {str(tmp_path)!r}])\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(code, 'briefing.batch' in sys.modules, loaded & {'distributed', 'dask', 'rich'})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "0 False set()\n"
