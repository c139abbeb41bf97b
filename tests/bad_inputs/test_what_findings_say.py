"""What a reporting officer who is no programmer must be able to rely on in every finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.running import Briefing, Outcome
from exploring import in_turn
from in_rows import in_rows

from bad_inputs.golden import case_names, own_folder, put_input
from bad_inputs.made import START

_PYTHON = re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|[\[{]'|<class|Decimal\(|Error\b|object at 0x")

COMPLETE = """schema: 1
kind: bao-cao-tong-ket
locality: hoa-binh
period: {year: 2023}
date: 2023-12
subject: công tác bảo đảm an ninh, trật tự
figures:
  kham_pha: {label: số vụ được khám phá, unit: vụ, value: 771}
results:
  - {area: phong_trao, statements: ["Đã khám phá {kham_pha}"]}
limitations: [Quân số còn thiếu]
causes: {general: [Địa bàn rộng]}
tasks: [Duy trì phong trào]
recipients: {copies: [Công an tỉnh]}
signature: {post: Chủ tịch}
"""


def check(briefing: Briefing, folder: Path, text: str) -> Outcome:
    file = folder / "input.yaml"
    file.write_text(text, encoding="utf-8")
    return briefing("check", file)


def test_the_complete_input_of_these_tests_has_no_finding(
    briefing: Briefing, tmp_path: Path
) -> None:
    outcome = check(briefing, tmp_path, COMPLETE)
    assert (outcome.code, outcome.out) == (0, "")
    assert "Không có phát hiện nào." in outcome.err


@in_rows(("case", "language"), in_turn(case_names(), ("en", "vi")))
def test_a_finding_quotes_the_file_and_never_python(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, case: str, language: str
) -> None:
    monkeypatch.chdir(own_folder(tmp_path, case, language))
    outcome = briefing("check", put_input(case, Path.cwd()), "--lang", language)
    assert not _PYTHON.findall(outcome.out + outcome.err)
    assert not re.search(r"[:“] *(”|\[[a-z]+/)", outcome.out), "a value is left blank"
    assert outcome.out.count("\n  → ") == outcome.out.count("]\n"), "every finding has a remedy"


@pytest.mark.parametrize(
    "line",
    ["  - {kham_pha} được khám phá", '  - "Khám phá" đạt kết quả', "  - Nhiệm vụ: tuần tra"],
    ids=["figure-name-first", "quoted-word-first", "colon-in-text"],
)
def test_a_sentence_that_yaml_misreads_is_told_to_be_quoted(
    briefing: Briefing, tmp_path: Path, line: str
) -> None:
    outcome = check(briefing, tmp_path, f"{START}strengths:\n{line}\n")
    assert outcome.code == 2
    assert re.search(r"input\.yaml:5:\d+:", outcome.out)
    assert "nháy kép" in outcome.out
    assert "thụt" not in outcome.out, "the indentation is right"


@pytest.mark.parametrize("items", ["  - Tuần tra\n  -\n", '  - Tuần tra\n  - ""\n'])
@pytest.mark.parametrize("key", ["tasks", "limitations"])
def test_an_empty_list_item_is_called_empty(
    briefing: Briefing, tmp_path: Path, key: str, items: str
) -> None:
    outcome = check(briefing, tmp_path, f"{START}{key}:\n{items}")
    assert outcome.code == 2
    assert re.search(r"input\.yaml:6:[45]: lỗi: .*\[input/empty-text\]", outcome.out)
    assert key in outcome.out
    assert "“1”" not in outcome.out, "the position of an item is no name"


def test_a_wrong_list_item_is_not_called_by_its_position(
    briefing: Briefing, tmp_path: Path
) -> None:
    outcome = check(briefing, tmp_path, f"{START}tasks:\n  - 5\n")
    assert outcome.code == 2
    assert "input.yaml:5:5:" in outcome.out
    assert "“0”" not in outcome.out


@pytest.mark.parametrize("value", ["1e99999", "1" * 29, "1e-25000"])
def test_a_number_beyond_reason_is_the_users_to_correct(
    briefing: Briefing, tmp_path: Path, value: str
) -> None:
    outcome = check(briefing, tmp_path, COMPLETE.replace("value: 771", f"value: {value}"))
    assert outcome.code in (1, 2)
    assert re.search(r"input\.yaml:8:\d+: lỗi", outcome.out)


def test_the_last_year_of_the_range_needs_no_year_after_it(
    briefing: Briefing, tmp_path: Path
) -> None:
    outcome = check(briefing, tmp_path, START.replace("2023", "2100"))
    assert "2101" not in outcome.out


def test_unknown_kind_and_locality_do_not_hide_the_other_faults(
    briefing: Briefing, tmp_path: Path
) -> None:
    faults = START.replace("tong-ket", "tong-kte") + "locality: xyz\nsubjet: a\nnumber: x\n"
    outcome = check(briefing, tmp_path, faults)
    assert re.findall(r"input\.yaml:(\d+):\d+: lỗi", outcome.out) == ["2", "4", "5", "6"]


def test_a_locality_is_a_name_and_never_a_way_out_of_the_folder(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "localities").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "locality.toml").write_text('place = "X"\n', encoding="utf-8")
    outcome = check(briefing, tmp_path, START + "locality: ../elsewhere\n")
    assert outcome.code == 2
    assert "input.yaml:4:1: lỗi" in outcome.out
    outcome = check(briefing, tmp_path, START + "locality: ../nowhere\n")
    assert outcome.code == 2
    assert "localities/../nowhere" not in outcome.out, "nobody should create that folder"


def test_a_fault_of_a_locality_pack_is_placed_in_the_pack(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pack = tmp_path / "localities" / "da-nang" / "locality.toml"
    pack.parent.mkdir(parents=True)
    pack.write_text('plase = "Đà Nẵng"\n[signers.a]\npots = "x"\n', encoding="utf-8")
    outcome = check(briefing, tmp_path, START + "locality: da-nang\n")
    assert outcome.code == 2
    places = [line.partition(": lỗi")[0] for line in outcome.out.splitlines() if ": lỗi" in line]
    file = Path("localities", "da-nang", "locality.toml")
    assert places == [f"{file}:1:1", f"{file}:3:1"]


def test_a_rate_to_write_is_written_as_the_input_wants_it(
    briefing: Briefing, tmp_path: Path
) -> None:
    cut = COMPLETE.replace("value: 771", "value: 2, out_of: 3, rate: 66.6")
    remedy = check(briefing, tmp_path, cut).out.partition("→")[2]
    assert "66.7" in remedy
    assert check(briefing, tmp_path, cut.replace("66.6", "66.7")).out == ""


def test_a_missing_date_is_not_said_to_be_left_out_of_the_document(
    briefing: Briefing, tmp_path: Path
) -> None:
    outcome = check(briefing, tmp_path, COMPLETE.replace("date: 2023-12\n", ""))
    assert outcome.code == 0
    assert "(date)" in outcome.out
    assert "không in" not in outcome.out, "the line is printed with a blank for the clerk"


def test_a_lapsed_acceptance_of_names_is_changed_and_not_added_again(
    briefing: Briefing, tmp_path: Path
) -> None:
    clash = """people:
  a_b:
    name: Phạm Thanh Phương
    variants: [Nguyễn Thanh Phương]
    accepted: {names: [Phạm Thanh Phương, Lê Thanh Phương], reason: Chờ xác nhận}
"""
    outcome = check(briefing, tmp_path, COMPLETE + clash)
    assert outcome.code == 1
    assert "thêm accepted" not in outcome.out
