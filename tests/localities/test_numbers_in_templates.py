"""Numbers and years that a pack's template types are held against each other and against facts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import drawn

import briefing as program
from briefing import library
from briefing.findings import Finding, RefusedError, UserError
from localities.made import CAO_SON, write_input, write_pack

KIND = "bao-cao-tong-ket.md.j2"
EXTENDS = f'{{% extends "{KIND}" %}}\n'
VU = "{% for f in report.figures if f.name == 'vu' %}{{ f.quantity }}{% endfor %}"
KHAC = "{% for f in report.figures if f.name == 'khac' %}{{ f.quantity }}{% endfor %}"
KHAC_GIVEN = "  khac: {label: số vụ làm rõ, value: 8, unit: vụ, target: {value: 10}}\n"
FIGURES = "area: phong_chong_toi_pham}\n"


def write(words: str, block: str = "plan", *, pack: str = CAO_SON) -> Path:
    """Write a pack whose template says more in a block, and an input that uses it."""
    template = f"{EXTENDS}{{% block {block} %}}\n{{{{ super() }}}}\n\n{words}\n{{% endblock %}}\n"
    write_pack("cao-son", pack, bao_cao_tong_ket=template)
    file = write_input("cao-son")
    text = file.read_text(encoding="utf-8").replace(FIGURES, FIGURES + KHAC_GIVEN)
    file.write_text(text, encoding="utf-8")
    return file


def found(file: Path) -> list[Finding]:
    """Return what a final build tells of numbers in texts."""
    case = library.load_case(file)
    try:
        findings = library.make_documents(case, library.Request())[case.report.kind].findings
    except RefusedError as error:
        findings = error.findings
    return [one for one in findings if one.rule.startswith(("text/", "template/"))]


def told(file: Path) -> list[str]:
    """Return the same as ``rule severity file:line``."""
    return [
        f"{one.rule} {one.severity.name.lower()} {Path(one.origin.file).name}:{one.origin.line}"
        for one in found(file)
        if one.origin
    ]


WRONG = (
    ("Làm rõ 999/100 vụ (đạt 10%).", "text/stated-rate"),
    ("**Khám phá** 998/100 vụ (đạt 10%).", "text/stated-rate"),
    ("KHỞI TỐ 997/100 VỤ (ĐẠT 10%).", "text/stated-rate"),
    ("Xảy ra 100 vụ, gồm 69 vụ trộm và 13 vụ cướp.", "text/sum"),
    ("Giảm 43 vụ (409/443 vụ).", "text/difference"),
    ("Tăng 34 vụ (409/443 vụ).", "text/direction"),
    ("Không thay đổi (26/27 vụ).", "text/unchanged"),
    ("Giảm cả 3 tiêu chí: giảm 9 vụ, tăng 4 người chết.", "text/criteria"),
    # Beside what the input says.
    (f"Xảy ra {VU}, tăng 50% so với cùng kỳ năm trước.", "text/direction"),
    (f"Xảy ra {VU} (cùng kỳ 15 vụ).", "text/other-previous"),
    (f"Làm rõ {KHAC}, đạt 10% kế hoạch.", "text/stated-fulfilment"),
    (f"Làm rõ {VU}/8 vụ (đạt 12%).", "text/stated-rate"),
    (f"Làm rõ {KHAC}/{VU} (đạt 13%).", "text/stated-rate"),
)
RIGHT = (
    "Làm rõ 99/100 vụ (đạt 99%).",
    f"Xảy ra {VU}, giảm 25% so với cùng kỳ năm trước.",
    f"Xảy ra {VU} (cùng kỳ 12 vụ).",
    f"Làm rõ {KHAC}, đạt 80% kế hoạch.",
    f"Làm rõ {VU}; {KHAC} khác.",
    "Thực hiện Đề án 06, trực 24/24 giờ, Nghị định số 30/2020/NĐ-CP.",
    "{% for f in report.figures %}- {{ f.label }}: {{ f.phrase }}\n{% endfor %}",
    "{{ report.results[0].statements[0] }}",
    "Tăng so với năm 2022, thực hiện Luật An ninh mạng năm 2018.",
    "## Thực hiện Nghị quyết năm 2021\n\nMột.",
    "Đến năm 2030, phấn đấu giảm.",
)


@pytest.mark.usefixtures("here")
def test_every_contradiction_in_a_template_refuses_the_document_at_its_line() -> None:
    file = write("\n\n".join(words for words, _ in WRONG))

    lines = [f"{rule} error {KIND}:{5 + 2 * i}" for i, (_, rule) in enumerate(WRONG)]
    assert sorted(told(file)) == sorted(lines)


@pytest.mark.usefixtures("here")
def test_right_numbers_and_what_the_program_says_are_not_accused() -> None:
    assert told(write("\n\n".join(RIGHT))) == []


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("words", "severity", "block"),
    [
        ("## Kết quả năm 2022\n\nMột.", "warning", "plan"),
        ("Trong năm 2022, tình hình ổn định.", "warning", "plan"),
        ("# {{ kind }}\n\nTổng kết công tác năm 2022", "error", "title"),
        ("# {{ kind }}\n\nTổng kết công tác năm 2029", "error", "title"),
    ],
)
def test_a_typed_year_that_the_report_cannot_mean_is_told(
    words: str, severity: str, block: str
) -> None:
    file = write("", block)
    template = f"{EXTENDS}{{% block {block} %}}\n{words}\n\n{{% endblock %}}\n"
    if block == "plan":
        template = template.replace("\n##", "\n{{ super() }}\n\n##")
    Path("localities/cao-son", KIND).write_text(template, encoding="utf-8")

    assert f"template/stale-year {severity}" in {one.rpartition(" ")[0] for one in told(file)}


@pytest.mark.usefixtures("here")
def test_a_heading_that_a_pack_types_is_read_as_well() -> None:
    pack = CAO_SON + '\n[headings]\nplan = "Nhiệm vụ (999/100 vụ, đạt 10%)"\n'
    write_pack("cao-son", pack)

    assert told(write_input("cao-son")) == ["text/stated-rate error locality.toml:8"]


@pytest.mark.usefixtures("here")
def test_words_that_a_template_works_out_are_told_with_the_file() -> None:
    file = write("Làm rõ {{ 900 + 99 }}/{{ 50 + 50 }} vụ (đạt {{ 10 }}%).")

    assert told(file) == [f"text/stated-rate error {KIND}:None"]


@pytest.mark.usefixtures("here")
def test_a_loop_tells_the_same_once_and_no_end_of_others() -> None:
    same = "{% for i in range(50) %}\nLàm rõ 999/100 vụ (đạt 10%).\n\n{% endfor %}"
    rows = f"{{% for i in range({max(120, drawn(900))}) %}}"
    others = f"{rows}\nLàm rõ {{{{ 999 + i }}}}/100 vụ (đạt 10%).\n\n{{% endfor %}}"

    assert len(found(write(same))) == 1
    rules = [one.rule for one in found(write(others))]
    assert rules.count("text/stated-rate") == 100
    assert rules.count("text/too-many") == 1


@pytest.mark.usefixtures("here")
def test_what_is_not_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.checking.packs.typed.READ", 100)
    right = "{% for i in range(9) %}\nLàm rõ {{ i }}/10 vụ trong kỳ.\n\n{% endfor %}"

    assert told(write(right)) == [f"template/not-all-read warning {KIND}:None"]


def test_check_build_and_preview_tell_it_and_write_nothing(briefing: Briefing) -> None:
    file = write("Làm rõ 999/100 vụ (đạt 10%).")

    checked = briefing("check", file, "--format", "json")
    built, shown = briefing("build", file), briefing("preview", file)
    draft = briefing("build", file, "--draft")

    known = {one["rule"]: one for one in json.loads(checked.out)}
    assert Path(known["text/stated-rate"]["file"]).name == KIND
    assert known["text/stated-rate"]["line"] == 5
    assert (checked.code, built.code, shown.code, draft.code) == (1, 1, 1, 0)
    for outcome in (built, shown, draft):
        assert "999/100 là 999%, nhưng ghi 10%" in outcome.out + outcome.err


@pytest.mark.usefixtures("here")
def test_a_draft_is_made_where_no_final_document_can_be() -> None:
    case = library.load_case(write("Làm rõ 999/100 vụ (đạt 10%)."))
    request = library.Request(draft=library.Draft.IF_NEEDED)

    [made] = library.make_documents(case, request).values()

    assert made.stopped
    assert any("999/100" in note for note in made.document.notes)


@pytest.mark.usefixtures("here")
def test_who_asks_for_no_findings_gets_no_such_document_either() -> None:
    with pytest.raises(UserError):
        program.build(program.load(write("Làm rõ 999/100 vụ (đạt 10%).")))
