"""The other commands: check as data, kinds, new, schema, and what --version says."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

import briefing as library
from cli.running import HOA_BINH, KY_ANH, Briefing, run_program

KIND = "bao-cao-tong-ket"
LANGUAGES = ("vi", "en")


def test_check_passes_both_shipped_inputs(briefing: Briefing) -> None:
    outcome = briefing("check", HOA_BINH, KY_ANH)
    assert outcome.code == 0
    assert ": lỗi:" not in outcome.out
    assert "0 lỗi, 4 cảnh báo," in outcome.err


def test_check_of_several_files_tells_all_and_returns_the_gravest_code(
    briefing: Briefing, source: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.yaml"
    text = source.read_text(encoding="utf-8").replace("value: 771", "value: 777")
    source.write_text(text, encoding="utf-8")
    assert briefing("check", source, KY_ANH).code == 1
    outcome = briefing("check", missing, source, KY_ANH)
    assert outcome.code == 2
    for file in (missing, source, KY_ANH):
        assert f"{file}:" in outcome.out


def test_check_as_json_has_file_line_column_rule_and_severity(
    briefing: Briefing, source: Path
) -> None:
    text = source.read_text(encoding="utf-8").replace("value: 771", "value: 777")
    source.write_text(text, encoding="utf-8")
    outcome = briefing("check", source, "--format", "json")
    assert outcome.code == 1
    findings = json.loads(outcome.out)
    [error] = [finding for finding in findings if finding["severity"] == "error"]
    assert error["rule"] == "figures/acceptance-lapsed"
    assert error["file"] == str(source)
    assert (error["line"], error["column"]) == (20, 5)
    assert error["path"] == "figures.kham_pha.accepted"
    assert "777/778 là 99,9%" in error["message"]
    assert "stated: 92.2, computed: 99.9" in error["remedy"]
    assert {finding["severity"] for finding in findings} == {"error", "warning", "info"}


@pytest.mark.parametrize("command", ["check", "build"])
def test_json_is_whole_on_the_standard_output_for_unreadable_input_too(
    briefing: Briefing, tmp_path: Path, command: str
) -> None:
    outcome = briefing(command, tmp_path / "missing.yaml", "--format", "json")
    assert outcome.code == 2
    [finding] = json.loads(outcome.out)
    assert finding["rule"] == "file/missing"
    assert finding["line"] is None
    assert finding["column"] is None


def test_json_of_no_finding_is_an_empty_list(briefing: Briefing, tmp_path: Path) -> None:
    file = tmp_path / "input.yaml"
    file.write_text(COMPLETE, encoding="utf-8")
    outcome = briefing("check", file, "--format", "json")
    assert outcome.code == 0
    assert json.loads(outcome.out) == []


COMPLETE = """schema: 1
kind: bao-cao-tong-ket
locality: ky-anh
period: {year: 2023}
date: 2023-12
subject: công tác bảo đảm an ninh, trật tự
results: [{area: phong_trao, statements: [Phong trào được duy trì]}]
limitations: [Quân số còn thiếu]
causes: {general: [Địa bàn rộng]}
tasks: [Duy trì phong trào]
recipients: {copies: [Công an tỉnh]}
signature: {post: Chủ tịch}
"""


def test_build_with_json_prints_only_json_on_the_standard_output(
    briefing: Briefing, source: Path
) -> None:
    outcome = briefing("build", source, "--format", "json")
    assert outcome.code == 0
    assert {finding["severity"] for finding in json.loads(outcome.out)} == {"warning"}


PURPOSES = {
    "bao-cao-giai-doan": (
        "Báo cáo tổng kết một giai đoạn nhiều năm",
        "Summary report on a period of several years",
    ),
    "bao-cao-kinh-te-xa-hoi": (
        "Báo cáo kinh tế - xã hội, quốc phòng, an ninh và phương hướng, nhiệm vụ kỳ sau",
        "Report on socio-economic matters, defence and security, with those of the next period",
    ),
    "bao-cao-phoi-hop": (
        "Báo cáo tổng kết công tác phối hợp giữa các lực lượng",
        "Report on the coordination of several forces",
    ),
    "bao-cao-so-ket": (
        "Báo cáo sơ kết tuần, tháng, quý, 6 tháng hoặc 9 tháng và nhiệm vụ thời gian tới",
        "Interim report on a week, month, quarter, six or nine months, with the tasks ahead",
    ),
    "bao-cao-tom-tat": (
        "Báo cáo tóm tắt để đọc tại hội nghị",
        "The short version that is read aloud at the conference",
    ),
    "bao-cao-tong-ket": (
        "Báo cáo tổng kết năm và phương hướng, nhiệm vụ năm sau",
        "Annual summary report, with directions and tasks for the next year",
    ),
    "bien-ban": (
        "Biên bản hội nghị",
        "Minutes of the conference",
    ),
    "chi-thi": (
        "Chỉ thị: mỗi việc giao cho một cơ quan, đánh số 1., 2.",
        "Directive: tasks by body, numbered",
    ),
    "chuong-trinh-hoi-nghi": (
        "Chương trình hội nghị",
        "Agenda of the conference",
    ),
    "cong-van-chi-dao": (
        "Công văn chỉ đạo: mỗi đoạn giao việc cho một cơ quan",
        "Directive letter: each paragraph addresses one body",
    ),
    "giay-moi": (
        "Giấy mời dự hội nghị",
        "Invitation to the conference",
    ),
    "ke-hoach": (
        "Kế hoạch thực hiện nhiệm vụ của kỳ sau",
        "Plan of the coming period",
    ),
    "thong-bao-ket-luan": (
        "Thông báo kết luận của người chủ trì hội nghị",
        "Notice of what the chair of the conference concluded",
    ),
    "thong-cao-bao-chi": (
        "Thông cáo báo chí về kết quả của kỳ báo cáo",
        "Press release on the results of the period",
    ),
    "tin-hoi-nghi": (
        "Tin hội nghị cho trang thông tin của địa phương",
        "News item on the conference for the locality's page",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_lists_name_and_purpose(briefing: Briefing, language: str) -> None:
    listed = briefing("kinds", "--lang", language).out.splitlines()
    assert sorted(listed) == [
        f"{kind}\t{purposes[LANGUAGES.index(language)]}" for kind, purposes in PURPOSES.items()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_starter_lacks_facts_but_has_no_fault_and_builds_as_a_draft(
    briefing: Briefing, tmp_path: Path, language: str
) -> None:
    starter = tmp_path / "2026.yaml"
    assert briefing("new", KIND, "-o", starter, "--lang", language).code == 0
    checked = briefing("check", starter, "--format", "json")
    assert checked.code == 1
    rules = {finding["rule"] for finding in json.loads(checked.out)}
    assert rules == {"kind/missing-fact", "kind/expected-fact"}
    assert briefing("build", starter, "--lang", language).code == 1
    assert briefing("build", starter, "--draft", "--lang", language).code == 0
    assert starter.with_suffix(".docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_starter_names_the_locality_asked_for(briefing: Briefing, language: str) -> None:
    outcome = briefing("new", KIND, "--locality", "ky-anh", "--lang", language)
    assert (outcome.code, outcome.err) == (0, "")
    assert "\nlocality: ky-anh " in outcome.out
    assert "LOCALITY" not in outcome.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_line_of_a_starter_is_valid_once_uncommented(
    briefing: Briefing, tmp_path: Path, language: str
) -> None:
    text = briefing("new", KIND, "--locality", "hoa-binh", "--lang", language).out
    lines = text[text.index("\nschema:") :].splitlines()
    examples = [line[2:] if _EXAMPLE.match(line) else line for line in lines]
    file = tmp_path / "input.yaml"
    filled_in = "\n".join(examples).replace("\nsubject:", "\nsubject: công tác an ninh")
    file.write_text(filled_in + "\n", encoding="utf-8")
    outcome = briefing("check", file)
    assert outcome.code == 0, outcome.out


_EXAMPLE = re.compile(r"# +(- )?(\w+:|\{|\")")


def test_a_starter_never_overwrites_a_filled_in_file(briefing: Briefing, source: Path) -> None:
    before = source.read_bytes()
    outcome = briefing("new", KIND, "-o", source)
    assert outcome.code == 2
    assert "tệp đã có, được giữ nguyên" in outcome.err
    assert source.read_bytes() == before
    assert briefing("new", KIND, "-o", source, "--force").code == 0
    assert source.read_bytes() != before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bao-cao-tong-kte"], f"gần nhất là “{KIND}”"),
        ([KIND, "--locality", "hoa-bin"], "gần nhất là “hoa-binh”"),
    ],
)
def test_new_names_the_nearest_kind_and_locality(
    briefing: Briefing, arguments: list[str], words: str
) -> None:
    outcome = briefing("new", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shipped", [HOA_BINH, KY_ANH], ids=["hoa-binh", "ky-anh"])
def test_the_schema_is_valid_and_both_inputs_satisfy_it(
    briefing: Briefing, shipped: Path, language: str
) -> None:
    schema = json.loads(briefing("schema", "--lang", language).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    data = YAML(typ="safe").load(shipped.read_text(encoding="utf-8"))
    # JSON has no dates; as text they are what was written.
    data = json.loads(json.dumps(data, default=str))
    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize(
    "spoiled",
    [{"schema": 2}, {"kind": "Báo cáo"}, {"subjet": "a"}, {"period": 2023}, {"tasks": "a"}],
)
def test_the_schema_refuses_what_the_program_refuses(
    briefing: Briefing, spoiled: dict[str, Any]
) -> None:
    schema = json.loads(briefing("schema").out)
    good = {"schema": 1, "kind": KIND, "period": {"year": 2023}}
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(good)
    assert not validator.is_valid({**good, **spoiled})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_schema_is_explained(briefing: Briefing, language: str) -> None:
    schema = json.loads(briefing("schema", "--lang", language).out)
    groups = {"": schema, **schema["$defs"]}
    unexplained = [
        f"{group}.{name}"
        for group, part in groups.items()
        for name, field in part.get("properties", {}).items()
        # What the catalogue does not know is called by its name or its dotted path.
        if field.get("description") in (None, "", f"{group.strip('_').lower()}.{name}")
        or (field["description"] == name and language == "vi")
    ]
    assert unexplained == []


def test_version_is_the_packages(briefing: Briefing) -> None:
    outcome = briefing("--version")
    assert (outcome.code, outcome.out) == (0, f"briefing {library.__version__}\n")


def test_every_command_works_from_another_folder(tmp_path: Path) -> None:
    for arguments in (["kinds"], ["schema"], ["new", KIND], ["check", HOA_BINH], ["--version"]):
        outcome = run_program(*arguments, folder=tmp_path)
        assert outcome.code == 0, outcome.err
        assert outcome.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["build", "preview", "trace", "template lint"])
def test_a_folder_of_templates_that_cannot_be_looked_up_is_told(
    briefing: Briefing, tmp_path: Path, command: str
) -> None:
    source = () if command == "template lint" else (HOA_BINH,)
    (tmp_path / "vòng").symlink_to("vòng")

    for folder, reason in (("x" * 300, "tên quá dài"), (tmp_path / "vòng", "liên kết vòng")):
        done = briefing(*command.split(), *source, "--templates", folder)

        assert (done.code, reason in done.err) == (2, True)


_PRESSED = """\
import builtins, os, signal
load = builtins.__import__
def loading(name, *rest):
    if name == "briefing.cli.main":
        os.kill(os.getpid(), signal.SIGINT)
    return load(name, *rest)
builtins.__import__ = loading
import briefing.cli
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process otherwise")
def test_ctrl_c_before_the_program_is_loaded_shows_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PRESSED], capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")
