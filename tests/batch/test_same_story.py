"""Each run tells the whole story: what was found, left out, or is no longer built, also resumed."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH, Briefing

from briefing.batch import BatchTask, Settings, perform
from briefing.batch.code import code_digest
from briefing.batch.digests import digest
from briefing.batch.journal import FILE
from briefing.batch.model import Lead
from briefing.library import new_input

from .made import BAD, files, journal, text, write, write_inputs


def told(briefing: Briefing, *arguments: object) -> dict[str, Any]:
    """Return the summary of a build that goes on."""
    outcome = briefing("build", *arguments, "--resume", "--format", "json")
    said: dict[str, Any] = json.loads(outcome.out)
    return said


def findings(said: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {Path(each["input"]).name: each["findings"] for each in said["documents"]}


def test_a_resumed_run_tells_the_findings_of_documents_that_are_up_to_date(
    briefing: Briefing, inputs: Path, out: Path, tmp_path: Path
) -> None:
    words = ("build", inputs, "-d", out, "--kind", "all", "--resume")
    first = briefing(*words, "--summary", tmp_path / "1.csv")
    second = briefing(*words, "--summary", tmp_path / "2.csv")
    rows = [
        [
            {**row, "state": "", "seconds": ""}
            for row in csv.DictReader((tmp_path / name).read_text("utf-8-sig").splitlines())
        ]
        for name in ("1.csv", "2.csv")
    ]
    assert rows[0] == rows[1]
    assert int(rows[0][0]["warnings"]) > 0
    said = [outcome.err.partition("đầu vào/giây.\n")[2] for outcome in (first, second)]
    assert said[0] == said[1]
    assert "cảnh báo ở 5 văn bản" in said[0]
    assert "Không lập bao-cao-so-ket cho 5 đầu vào vì kỳ báo cáo không hợp" in said[0]
    assert "Không đổi         5" in second.err


def test_the_findings_are_those_of_the_input_as_it_is_called_now(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_inputs(tmp_path / "in", 1)
    first = findings(told(briefing, "in", "-d", "out"))
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    again = told(briefing, "../in", "-d", "../out")
    assert again["counts"]["unchanged"] == 1
    [[*before], [*after]] = [*first.values(), *findings(again).values()]
    assert before
    assert [{**each, "file": ""} for each in before] == [{**each, "file": ""} for each in after]
    assert {each["file"] for each in before} == {"in/huyện 0/xã-000.yaml"}
    assert {each["file"] for each in after} == {"../in/huyện 0/xã-000.yaml"}


NOT_SAID: list[dict[str, object]] = [
    {"findings": '[{"rule": "no/such-rule"}]'},
    {"findings": "[1]"},
    {"findings": "{"},
    {"findings": None},
    {"source": 1},
    {"series": None},
    *(
        {"findings": json.dumps([{"path": "", "values": {}, **said}])}
        for said in (
            {"rule": "output/failed", "severity": 1, "place": None},
            {"rule": "output/exists", "severity": 9, "place": None},
            {"rule": "output/exists", "severity": 1, "place": ["a", "b", 1]},
            {"rule": "output/exists", "severity": 1, "place": None, "values": {"a": {}}},
        )
    ),
]


def test_findings_that_the_program_does_not_say_are_no_record(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    inputs = write_inputs(tmp_path / "in", len(NOT_SAID))
    expected = findings(told(briefing, inputs, "-d", out))
    records = [{**record, **said} for record, said in zip(journal(out), NOT_SAID, strict=True)]
    lines = [b"\n" + json.dumps(record).encode() for record in records]
    (out / FILE).write_bytes(b"".join(lines))
    again = told(briefing, inputs, "-d", out)
    assert again["counts"]["unchanged"] == len(NOT_SAID), "built anew, the same bytes"
    assert findings(again) == expected
    assert len(journal(out)) == 2 * len(NOT_SAID)


def test_a_journal_that_names_what_cannot_be_is_passed_over(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    told(briefing, inputs, "-d", out)
    records = journal(out)
    names = ["x" * 300 + ".docx", "a/" * 3000 + "b.docx", "CON.docx", "\udcff.docx", "a\nb.docx"]
    odd = [{**records[0], "name": name, "outputs": {name: "0" * 64}} for name in names]
    with (out / FILE).open("ab") as file:
        file.writelines(b"\n" + json.dumps(record).encode() for record in odd)
    said = told(briefing, inputs, "-d", out)
    assert (said["counts"]["unchanged"], said["orphans"]) == (5, [])


def test_a_document_whose_input_is_gone_is_told_on_every_run_until_it_goes(
    briefing: Briefing, inputs: Path, out: Path, tmp_path: Path
) -> None:
    told(briefing, inputs, "-d", out)
    gone = inputs / "huyện 0" / "xã-003.yaml"
    gone.unlink()
    for _ in range(2):
        said = told(briefing, inputs, "-d", out)
        assert said["counts"] == {"built": 0, "unchanged": 4, "refused": 0, "failed": 0}
        [orphan] = said["orphans"]
        assert (orphan["input"], orphan["state"]) == (str(gone), "orphaned")
        assert orphan["outputs"] == ["huyện 0/xã-003.docx"]
        assert [each["rule"] for each in orphan["findings"]] == ["batch/no-longer-built"]
    file = out / "huyện 0" / "xã-003.docx"
    outcome = briefing("build", inputs, "-d", out, "--resume", "--summary", tmp_path / "s.csv")
    assert outcome.code == 0
    assert f"1 tệp của lần chạy trước không còn được lập:\n  {file}\n" in outcome.err
    assert "Tổng số 4 đầu vào" in outcome.err
    assert (tmp_path / "s.csv").read_text("utf-8-sig").count(",orphaned,") == 1
    file.unlink()
    assert told(briefing, inputs, "-d", out)["orphans"] == []


def test_what_another_batch_builds_into_the_folder_is_not_spoken_of(
    briefing: Briefing, inputs: Path, out: Path
) -> None:
    told(briefing, inputs, "-d", out)
    assert told(briefing, inputs / "*" / "*3.yaml", "-d", out)["orphans"] == []
    listed = write(inputs / "list.txt", "huyện 0/xã-001.yaml\nhuyện 0/xã-002.yaml\n")
    told(briefing, listed, "-d", out)
    write(listed, "huyện 0/xã-001.yaml\n")
    [orphan] = told(briefing, listed, "-d", out)["orphans"]
    assert orphan["outputs"] == ["huyện 0/xã-002.docx"]
    assert told(briefing, inputs, "-d", out)["orphans"] == []
    size = (out / FILE).stat().st_size
    for source in (inputs, listed, inputs / "*" / "*3.yaml"):
        told(briefing, source, "-d", out)
    assert (out / FILE).stat().st_size == size, "what is known is not written again"


def without(content: str, key: str) -> str:
    """Return an input without one of its groups."""
    lines = content.splitlines(keepends=True)
    start = next(at for at, line in enumerate(lines) if line.startswith(f"{key}:"))
    rest = lines[start + 1 :]
    end = next(at for at, line in enumerate(rest) if line[0] not in " -#\n")
    return "".join([*lines[:start], *rest[end:]])


def test_a_kind_that_no_longer_suits_is_told_beside_its_old_file(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    source = write(tmp_path / "in" / "a.yaml", text(1))
    words = (tmp_path / "in", "-d", out, "--kind", "all")
    assert "a-tin-hoi-nghi.docx" in told(briefing, *words)["documents"][0]["outputs"]
    write(source, without(text(1), "conference"))
    for _ in range(2):
        found = findings(told(briefing, *words))["a.yaml"]
        rules = {each["rule"]: each["file"] for each in found}
        assert rules["batch/no-longer-built"] == str(out / "a-tin-hoi-nghi.docx")
        left_out = [each for each in found if each["rule"] == "batch/kind-left-out"]
        assert any("tin-hoi-nghi" in each["message"] for each in left_out)


def test_an_output_of_another_input_is_not_taken_over(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    for year in ("2022", "2023"):
        write(tmp_path / year / "a.yaml", text(int(year)))
    told(briefing, tmp_path / "2022", "-d", out)
    old = files(out)
    outcome = briefing("build", tmp_path / "2023", "-d", out, "--resume")
    assert outcome.code == 2
    assert f"đã được lập từ đầu vào khác là “{tmp_path / '2022' / 'a.yaml'}”" in outcome.err
    assert files(out) == old
    assert briefing("build", tmp_path / "2023", "-d", out, "--resume", "--force").code == 0
    assert files(out) != old


def test_inputs_that_were_moved_keep_their_outputs(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    write(tmp_path / "cũ" / "a.yaml", text(1))
    told(briefing, tmp_path / "cũ", "-d", out)
    shutil.move(tmp_path / "cũ", tmp_path / "mới")
    said = told(briefing, tmp_path / "mới", "-d", out)
    assert (said["counts"]["unchanged"], said["orphans"]) == (1, [])


def test_other_code_under_the_same_version_builds_again(inputs: Path, out: Path) -> None:
    source = inputs / "huyện 0" / "xã-001.yaml"
    tasks = [BatchTask(source, Path("a.docx"), Settings(out, code=code)) for code in ("old", "new")]
    leads = (Lead("", "hoa-binh", "2023-12-31"),)
    old, new = (digest(task, leads) for task in tasks)
    assert "" not in (old, new)
    assert old != new


def test_a_worker_with_other_code_does_not_answer(inputs: Path, out: Path) -> None:
    task = BatchTask(
        inputs / "huyện 0" / "xã-001.yaml", Path("a.docx"), Settings(out, code="other")
    )
    outcome = perform(task)
    assert (outcome.state, outcome.findings[0].rule) == ("failed", "batch/other-version")
    assert "(other)" in outcome.findings[0].message("vi")
    assert not out.exists()


def test_the_digest_of_the_code_follows_every_file_of_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import briefing
    from briefing.batch import code

    def own_digest() -> str:
        code_digest.cache_clear()
        return code_digest()

    own = own_digest()
    package = tmp_path / "briefing"
    ignored = shutil.ignore_patterns("__pycache__", "data")
    shutil.copytree(Path(briefing.__file__).parent, package, ignore=ignored)
    monkeypatch.setattr(code, "_PACKAGE", package)
    assert own_digest() == own
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "a.pyc").write_bytes(b"compiled")
    assert own_digest() == own
    for name in ("checking/rules.py", "findings/catalogue.vi.toml", "standards/nd30-2020.toml"):
        before, file = own_digest(), package / name
        file.write_bytes(file.read_bytes() + b"\n")
        assert own_digest() != before
    before = own_digest()
    (package / "new.py").touch()
    assert own_digest() != before
    monkeypatch.setattr(code, "_libraries", lambda: ["jinja2 9"])
    assert own_digest() != before
    code_digest.cache_clear()


def test_a_batch_of_drafts_tells_its_errors_too(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    write(tmp_path / "in" / "a.yaml", BAD)
    write(tmp_path / "in" / "b.yaml", text(1))
    draft = briefing("build", tmp_path / "in", "-d", out, "--draft")
    found = briefing("build", tmp_path / "in", "-d", out, "--draft", "--force", "--format", "json")
    graver = Counter(
        each["severity"] for one in json.loads(found.out)["documents"] for each in one["findings"]
    )
    assert graver["error"] > 0
    said = f"{graver['error']} lỗi, {graver['warning']} cảnh báo ở 2 văn bản; xem đủ bằng"
    assert f"{said} --format json." in draft.err


def test_the_errors_of_what_was_refused_are_not_counted_again(
    briefing: Briefing, tmp_path: Path, out: Path
) -> None:
    write(tmp_path / "in" / "a.yaml", BAD)
    assert "\n0 lỗi, " in briefing("build", tmp_path / "in", "-d", out).err


def test_the_findings_of_a_form_keep_their_cells(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    form = new_input("bao-cao-tong-ket", "vi", source=HOA_BINH, excel=True)
    Path("in/phiếu.xlsx").write_bytes(form)
    first, second = (findings(told(briefing, "in", "-d", "out")) for _ in range(2))

    assert first == second
    cells = [each["cell"] for each in first["phiếu.xlsx"]]
    assert cells
    assert None not in cells
    assert "ô B12 của trang “Các ý”" in str(second)
