"""Numbers typed into the sentences of an input are held against each other, at their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

import briefing
from briefing import library

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2023}
figures:
  kham_pha: {label: số vụ khám phá, unit: vụ, value: 771, out_of: 778, rate: 92.2}
  giam: {label: số vụ, unit: vụ, value: 409, previous: 443}
  giai_quyet: {label: số vụ giải quyết, unit: vụ, value: 771, out_of: 778}
  ty_le: {label: tỷ lệ chung, unit: "%", rate: 92.2}
  doi_tuong: {label: số vụ khác, unit: vụ, value: 31}
results:
  - area: phong_chong_toi_pham
    statements:
      - "Đã khám phá {kham_pha}."
      - "STATEMENT"
tasks:
  - text: "TASK"
"""


def told(folder: Path, *, statement: str = "Giữ vững.", task: str = "Tiếp tục.") -> list[str]:
    """Return each finding about typed text as ``rule severity line path``."""
    file = folder / "input.yaml"
    text = INPUT.replace("STATEMENT", statement).replace("TASK", task)
    file.write_text(text, encoding="utf-8")
    found = [one for one in briefing.check(briefing.load(file)) if one.rule.startswith("text/")]
    return [
        f"{one.rule} {one.severity.name.lower()} {one.origin and one.origin.line} {one.path}"
        for one in found
    ]


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("Làm rõ 320/881 vụ (đạt 33,6%).", "text/stated-rate error"),
        ("Làm rõ 637/10.000 vụ, đạt 6,3%.", "text/rounding warning"),
        ("Giảm 43 vụ (409/443 vụ).", "text/difference error"),
        ("Tăng 34 vụ (409/443 vụ).", "text/direction error"),
        ("Tăng 16 vụ (-25,40%).", "text/sign warning"),
        ("Không thay đổi (26/27 vụ).", "text/unchanged error"),
        ("Giảm cả 3 tiêu chí: giảm 9 vụ, tăng 4 người chết.", "text/criteria error"),
    ],
)
def test_a_typed_contradiction_is_told_at_its_line_and_path(
    tmp_path: Path, statement: str, rule: str
) -> None:
    assert told(tmp_path, statement=statement) == [f"{rule} 14 results[0].statements[1]"]
    assert told(tmp_path, task=statement) == [f"{rule} 16 tasks[0].text"]


@pytest.mark.parametrize(
    "statement",
    [
        "Làm rõ {kham_pha}.",
        "Làm rõ {kham_pha.quantity} (đạt {kham_pha.rate}).",
        "Số vụ {giam.change}, {giam.pair}.",
        "Khám phá {kham_pha.quantity}, đạt 92,2%.",
        "Trong số 778 vụ, đã khám phá {kham_pha.value} vụ (đạt 92,2%).",
        "Làm rõ {kham_pha.value}/778 vụ (đạt 92,2%).",
        "Số vụ {giam.amount} (-7,67%, 409/443 vụ).",
        "Làm rõ 717/778 vụ (đạt 92,2%), giảm 34 vụ (-7,67%, 409/443 vụ).",
        "Thực hiện Đề án 06, trực 24/24 giờ trong quý III/2023.",
    ],
)
def test_a_named_figure_is_not_accused_twice_and_right_numbers_not_at_all(
    tmp_path: Path, statement: str
) -> None:
    assert told(tmp_path, statement=statement) == []


def test_a_named_figure_is_accused_once_where_it_is_declared(tmp_path: Path) -> None:
    file = tmp_path / "input.yaml"
    file.write_text(INPUT, encoding="utf-8")
    rates = [one for one in briefing.check(briefing.load(file)) if "stated-rate" in one.rule]

    assert [(one.rule, one.origin and one.origin.line) for one in rates] == [
        ("figures/stated-rate", 5)
    ]


def test_a_name_does_not_hide_the_contradiction_beside_it(tmp_path: Path) -> None:
    statement = "Khám phá {kham_pha}, giải quyết 320/881 tin (đạt 33,6%)."

    assert told(tmp_path, statement=statement) == [
        "text/stated-rate error 14 results[0].statements[1]"
    ]


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        # A rate typed beside the name of a figure that states none.
        ("Khám phá {giai_quyet.quantity} (đạt 92,2%).", "text/stated-rate error"),
        ("Khám phá {giai_quyet.value}/778 vụ (đạt 92,2%).", "text/stated-rate error"),
        ("Khám phá {giai_quyet}, đạt 92,2%.", None),
        ("Xảy ra {giam.quantity}, tăng 34 vụ (7,67%, {giam.pair}).", "text/direction error"),
        ("Xảy ra {giam.quantity}, giảm 43 vụ ({giam.pair}).", "text/difference error"),
        ("Khám phá {giai_quyet.quantity} (đạt {ty_le.rate}).", "text/stated-rate error"),
        # Two figures side by side, each with a claim of its own or none.
        ("Khám phá {ty_le.rate}, {giam.change}.", None),
        ("Khám phá {doi_tuong}, {giam.change}.", None),
        ("KHÁM PHÁ {giai_quyet.quantity} (ĐẠT 92,2%).", "text/stated-rate error"),
        # What the figures say by themselves, right or told where they are declared.
        ("Khám phá {giai_quyet}.", None),
        ("Khám phá {giai_quyet.quantity} (đạt 99,1%).", None),
        ("Khám phá {kham_pha}.", None),
        ("Khám phá {kham_pha.quantity} (đạt {kham_pha.rate}).", None),
        ("Xảy ra {giam.quantity}, {giam.change}, {giam.pair}.", None),
    ],
)
def test_a_sentence_is_read_as_it_is_printed(
    tmp_path: Path, statement: str, rule: str | None
) -> None:
    expected = [f"{rule} 14 results[0].statements[1]"] if rule else []
    assert told(tmp_path, statement=statement) == expected


FRAME = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2023}
"""
WRONG = "làm rõ 320/881 vụ (đạt 33,6%)"
QUOTED = f'"{WRONG}"'


@pytest.mark.parametrize(
    ("field", "path"),
    [
        (f"title: {QUOTED}", "title"),
        (f"title: {QUOTED.upper()}", "title"),
        (f"subject: {QUOTED}", "subject"),
        (f"opening: {QUOTED}", "opening"),
        (f"forecast: {QUOTED}", "forecast"),
        (f"limitations: [{QUOTED}]", "limitations[0]"),
        (f"causes: {{general: [{QUOTED}]}}", "causes.general[0]"),
        (f"targets: [{QUOTED}]", "targets[0]"),
        (f"tasks: [{{text: Làm tốt, target: {QUOTED}}}]", "tasks[0].target"),
        (f"situation: {{difficult: [{QUOTED}]}}", "situation.difficult[0]"),
        (f"results: [{{heading: {QUOTED}, statements: [Một]}}]", "results[0].heading"),
        (f"models: [{{name: Mô hình, where: {QUOTED}}}]", "models[0].where"),
        (f"figures: {{x: {{label: {QUOTED}, unit: vụ, value: 5}}}}", "figures.x.label"),
        (f"figures: {{x: {{label: x, unit: {QUOTED}, value: 5}}}}", "figures.x.unit"),
        (f"figures: {{x: {{label: x, unit: vụ, zero: {QUOTED}, value: 0}}}}", "figures.x.zero"),
        (f"conference: {{title: hội nghị, discussion: [{QUOTED}]}}", "conference.discussion[0]"),
        (
            f"conference: {{title: hội nghị, directives: [{{by: x, points: [{QUOTED}]}}]}}",
            "conference.directives[0].points[0]",
        ),
        (
            f"letter: {{about: x, orders: [{{to: y, points: [{QUOTED}]}}]}}",
            "letter.orders[0].points[0]",
        ),
        (f"legal_references: {{l: {{text: Luật, about: {QUOTED}}}}}", "legal_references.l.about"),
    ],
)
def test_every_text_that_is_printed_is_read(tmp_path: Path, field: str, path: str) -> None:
    file = tmp_path / "input.yaml"
    file.write_text(FRAME + field + "\n", encoding="utf-8")
    found = [one for one in briefing.check(briefing.load(file)) if one.rule == "text/stated-rate"]

    assert [one.path for one in found] == [path]
    assert [one.origin and one.origin.line for one in found] == [4]
    assert "320/881" in found[0].message()


def test_a_text_in_capitals_is_quoted_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "input.yaml"
    file.write_text(f"{FRAME}title: {WRONG.upper()}\n", encoding="utf-8")
    [found] = [one for one in briefing.check(briefing.load(file)) if one.rule.startswith("text/")]

    assert "320/881 VỤ (ĐẠT 33,6%)" in found.message()


LINES = ["Kết quả", "", "Khám phá 771/778 vụ (đạt 92,2%).", "Tăng 464 vụ (+9,79%)."]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx"])
def test_a_finished_document_is_read_paragraph_by_paragraph(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"report{suffix}"
    if suffix == ".docx":
        document = Document()
        for line in LINES:
            document.add_paragraph(line)
        document.save(str(file))
    else:
        file.write_text("\n".join(LINES), encoding="utf-8")

    wrong, right = briefing.read_statements(file)

    assert wrong.finding is not None
    assert wrong.finding.rule == "text/stated-rate"
    assert wrong.finding.origin == wrong.origin
    assert [(one.origin.file, one.origin.line) for one in (wrong, right) if one.origin] == [
        (str(file), 3),
        (str(file), 4),
    ]
    assert right.finding is None


def test_the_cells_of_a_word_table_are_read_too(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Khám phá 771/778 vụ (đạt 92,2%)"
    table.cell(0, 1).text = "778"
    document.save(str(tmp_path / "table.docx"))

    [found] = briefing.read_statements(tmp_path / "table.docx")

    assert found.finding is not None


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("Xảy ra {giam}, giảm 20% so với cùng kỳ năm 2022.", "text/stated-rate"),
        ("Xảy ra {giam.quantity} (giảm 43 vụ so với năm 2022).", "text/difference"),
        ("Năm 2023, xảy ra {giam}, tăng 34 vụ so với cùng kỳ.", "text/direction"),
    ],
)
def test_a_change_typed_behind_a_name_is_held_against_the_earlier_value_of_its_figure(
    tmp_path: Path, statement: str, rule: str
) -> None:
    assert told(tmp_path, statement=statement) == [f"{rule} error 14 results[0].statements[1]"]


@pytest.mark.parametrize(
    "statement",
    [
        "Xảy ra {giam}, giảm 34 vụ (7,67%) so với cùng kỳ năm 2022.",
        "Xảy ra {giam}, giảm 7,7% so với năm trước.",
        "Xảy ra {giam}, giảm 20% so với năm 2020.",
        "Xảy ra {giam}, giảm 20% so với cùng kỳ năm 2019.",
        "Xảy ra {giam}, giảm 20% so với kế hoạch.",
        "Xảy ra {giam}, giảm 20%.",
        "Xảy ra {giam}, giảm 20 người so với cùng kỳ năm 2022.",
        "Bắt 120 đối tượng trong {giam}, giảm 20% so với cùng kỳ năm 2022.",
        "Xảy ra {giam}, số người chết giảm 20% so với cùng kỳ năm 2022.",
        "Xảy ra {doi_tuong}, giảm 20% so với cùng kỳ năm 2022.",
        "Xảy ra {giai_quyet}, giảm 20% so với cùng kỳ năm 2022.",
    ],
)
def test_a_change_that_may_be_of_something_else_is_not_accused(
    tmp_path: Path, statement: str
) -> None:
    assert told(tmp_path, statement=statement) == []


def test_more_contradictions_than_anybody_reads_are_counted_no_further(tmp_path: Path) -> None:
    floods = "".join(f'\n  - text: "Làm rõ {999 + i}/100 vụ (đạt 10%)."' for i in range(150))

    found = told(tmp_path, task=f'Tiếp tục."{floods}\n  - text: "Hết.')

    assert sum(one.startswith("text/stated-rate error") for one in found) == 100
    assert [one for one in found if one.startswith("text/too-many")] == [
        "text/too-many error 116 tasks[100].text"
    ]


def test_a_finished_text_is_told_up_to_a_limit_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.checking.MAX_FAULTS", 5)
    file = tmp_path / "bao-cao.txt"
    lines = [f"Làm rõ {999 + i}/100 vụ (đạt 10%)." for i in range(20)]
    file.write_text("\n".join(lines), encoding="utf-8")

    found = library.check_text(file).findings

    assert [one.rule for one in found] == ["text/too-many", *["text/stated-rate"] * 5]
    assert found[0].origin
    assert found[0].origin.line == 5
