"""A pack cannot wreck a document in silence: check, build and preview look at it as lint does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import Briefing

from localities.made import CAO_SON, write_input, write_pack

EXTENDS = '{% extends "bao-cao-tong-ket.md.j2" %}\n'
STOPS = [
    (
        "{% block closing %}\nHết.\n{% endblock %}\n",
        {"template/no-title", "template/required-lost"},
    ),
    ("", {"template/no-title", "template/required-lost"}),
    ("{# chỉ có ghi chú #}\n", {"template/no-title", "template/required-lost"}),
    (EXTENDS + "{% block title %}\n{% endblock %}\n", {"template/no-title"}),
    (EXTENDS + "{% block title %}\n{{ kind }}\n{% endblock %}\n", {"template/no-title"}),
    (EXTENDS + "{% block results %}\n{% endblock %}\n", {"template/required-lost"}),
    (EXTENDS + "{% block resluts %}\nMới.\n{% endblock %}\n", {"template/no-such-block"}),
    (EXTENDS + "Không bao giờ in.\n", {"template/outside-block"}),
    (
        EXTENDS + "{% block plan %}\n# Mới\n\n{{ super() }}{% endblock %}\n",
        {"template/early-annex"},
    ),
    (
        EXTENDS + "{% block plan %}\n{{ super() }}\n## IV. Mới\n\nMột.\n{% endblock %}\n",
        {"template/typed-number"},
    ),
    (
        EXTENDS + "{% block plan %}\n##### Mới\n\nMột.\n{% endblock %}\n",
        {"template/heading-too-deep"},
    ),
    (
        EXTENDS + "{% block plan %}\n{{ super() }}\nNăm {year}.\n{% endblock %}\n",
        {"template/single-brace"},
    ),
    (
        EXTENDS + "{% block plan %}\n{{ super() }}\n#Mới\n{% endblock %}\n",
        {"template/printed-mark"},
    ),
    (
        EXTENDS + "{% block plan %}\n{{ super() }}\n| a |\n| --- |\n| 1 | 2 |\n{% endblock %}\n",
        {"template/table-cells"},
    ),
    (
        EXTENDS + "{% block plan %}\n{{ super() }}\n| a | b |\n{% endblock %}\n",
        {"template/no-table"},
    ),
]
WARNS = [
    (
        EXTENDS + "{% block plan %}\n{{ super() }}\n## A\n\n#### B\n\nMột.\n{% endblock %}\n",
        "template/skipped-level",
    ),
    (
        EXTENDS
        + "{% block plan %}\n{{ super() }}{% if draft %}{{ report.x }}{% endif %}{% endblock %}",
        "template/unknown-path",
    ),
]
RIGHT = [
    EXTENDS,
    EXTENDS + "{% block title %}\n{{ super() }}\n{% endblock %}\n",
    EXTENDS + "{% block title %}\n# {{ kind }}\n\n{{ report.subject }}\n{% endblock %}\n",
    EXTENDS + "{% block annexes %}\n{{ super() }}\n# Danh sách\n\nMột.\n{% endblock %}\n",
    EXTENDS + "{% block proposals %}\n## Kiến nghị\n\nKhông.\n{% endblock %}\n",
]


def put(template: str) -> tuple[Path, Path]:
    folder = write_pack("cao-son", CAO_SON, bao_cao_tong_ket=template)
    return folder / "bao-cao-tong-ket.md.j2", write_input("cao-son")


def told(briefing: Briefing, source: Path) -> list[dict[str, object]]:
    found = json.loads(briefing("check", source, "--format", "json").out)
    return [one for one in found if str(one["rule"]).startswith("template/")]


@pytest.mark.parametrize(("template", "rules"), STOPS)
def test_what_loses_or_falsifies_content_stops_a_final_document(
    briefing: Briefing, template: str, rules: set[str]
) -> None:
    file, source = put(template)
    found = told(briefing, source)

    assert {one["rule"] for one in found if one["severity"] == "error"} == rules
    assert {one["file"] for one in found} == {str(file)}
    for command in ("build", "preview"):
        outcome = briefing(command, source)
        assert outcome.code == 1, command
        assert all(f"[{rule}]" in outcome.err for rule in rules)
    assert not source.with_suffix(".docx").exists()


@pytest.mark.parametrize(("template", "rule"), WARNS)
def test_what_only_might_matter_is_a_warning(briefing: Briefing, template: str, rule: str) -> None:
    _, source = put(template)

    assert [(one["rule"], one["severity"]) for one in told(briefing, source)] == [(rule, "warning")]
    assert briefing("build", source).code == 0


@pytest.mark.parametrize("template", RIGHT)
def test_an_honest_override_draws_nothing(briefing: Briefing, template: str) -> None:
    _, source = put(template)

    assert told(briefing, source) == []
    assert briefing("build", source).code == 0


def test_a_fact_that_a_pack_leaves_out_is_told_only_of_a_report_that_has_it(
    briefing: Briefing,
) -> None:
    template = EXTENDS + "{% block proposals %}\n{% endblock %}\n"
    _, source = put(template)
    assert told(briefing, source) == []

    [found] = told(briefing, write_input("cao-son", more="proposals: [Cấp thêm kinh phí]\n"))
    assert (found["rule"], found["severity"]) == ("template/dropped-fact", "error")
    assert "proposals[0].text (“Cấp thêm kinh phí”)" in str(found["message"])
    assert "proposals[0].to" not in str(found["message"])


def test_only_the_templates_of_the_kind_in_use_are_told(briefing: Briefing) -> None:
    folder = write_pack("cao-son", CAO_SON, tin_hoi_nghi="Hỏng {year}.\n", la="## I. Lạ\n")

    assert told(briefing, write_input("cao-son")) == []
    assert (folder / "la.md.j2").is_file()


def test_macros_of_a_pack_are_looked_at_with_the_kind_that_calls_them(briefing: Briefing) -> None:
    folder, source = put(EXTENDS)[0].parent, Path("năm.yaml")
    (folder / "rieng.md.j2").write_text(
        "{% macro more() %}\n## V. Thêm\n{% endmacro %}\n", encoding="utf-8"
    )
    put(
        EXTENDS + '{% block proposals %}\n{% from "rieng.md.j2" import more %}\n{{ more() }}\n'
        "Một.\n{% endblock %}\n"
    )

    [found] = told(briefing, source)
    assert (found["rule"], found["line"]) == ("template/typed-number", 2)
    assert str(found["file"]).endswith("rieng.md.j2")


def test_a_province_spoils_its_communes_documents_where_it_did(briefing: Briefing) -> None:
    write_pack("hoa-binh", "", bao_cao_tong_ket=EXTENDS + "{% block title %}\n{% endblock %}\n")
    _, source = put(EXTENDS + "{% block proposals %}\n{% endblock %}\n")

    [found] = told(briefing, source)
    assert found["rule"] == "template/no-title"
    assert str(found["file"]).endswith(str(Path("hoa-binh", "bao-cao-tong-ket.md.j2")))


def test_a_mended_pack_is_looked_at_anew(briefing: Briefing) -> None:
    file, source = put(STOPS[3][0])
    assert told(briefing, source)

    file.write_text(EXTENDS, encoding="utf-8")
    assert told(briefing, source) == []


def test_a_draft_is_made_all_the_same_and_bears_the_findings(briefing: Briefing) -> None:
    _, source = put(STOPS[5][0])
    outcome = briefing("build", "--draft", source)

    assert outcome.code == 0
    assert "[template/required-lost]" in outcome.err


NAMES = [
    ('closing = "{{ issuer }} trân trọng báo cáo"\n', "error"),
    ('closing = "{{issuer}} trân trọng báo cáo"\n', "warning"),
    ('closing = "{issuer} trân trọng báo cáo"\n', None),
    ('closing = "Ngoặc {{lạ}}, {{ không }} {{{{ issuer }}}}"\n', None),
]


@pytest.mark.parametrize(("words", "severity"), NAMES)
def test_names_in_double_braces_in_a_pack_are_told_at_their_line(
    briefing: Briefing, words: str, severity: str | None
) -> None:
    write_pack("cao-son", CAO_SON + words)
    found = json.loads(briefing("check", write_input("cao-son"), "--format", "json").out)
    doubled = [one for one in found if one["rule"] == "text/doubled-brace"]

    assert [one["severity"] for one in doubled] == ([severity] if severity else [])
    for one in doubled:
        assert (Path(one["file"]).name, one["line"]) == ("locality.toml", 6)
        assert "{issuer}" in one["remedy"]


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        *(("I. Kết quả", "I."), ("1. Kết quả", "1."), ("1.2 Kết quả", "1.2"), ("a) Kết quả", "a)")),
        *(("Phần thứ nhất: Kết quả", "Phần thứ nhất"), ("II - Kết quả", "II -")),
        *(("5 năm thực hiện", None), ("V. I. Lênin", None), ("Công tác 24/24 giờ", None)),
        *(("Đề án 06", None), ("Mục tiêu", None), ("Phần mềm", None)),
    ],
)
def test_a_heading_of_an_input_that_brings_its_number_is_told(
    briefing: Briefing, heading: str, number: str | None
) -> None:
    write_pack("cao-son", CAO_SON)
    source = write_input("cao-son")
    text = source.read_text(encoding="utf-8")
    area = "area: phong_chong_toi_pham\n    statements"
    source.write_text(text.replace(area, f'heading: "{heading}"\n    statements'), encoding="utf-8")
    found = json.loads(briefing("check", source, "--format", "json").out)
    numbers = [one["message"] for one in found if one["rule"] == "form/typed-number"]

    assert len(numbers) == (number is not None)
    assert all(f"“{number}”" in message for message in numbers)
