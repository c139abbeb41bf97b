"""The period and the coming one, each in place of the other, and years that packs type."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each, some

import briefing as program
from briefing.findings import UserError
from localities.planted import block, left_alone, more, remarked_on, write
from localities.test_ways_to_a_wrong_document import refused

TELLS = "{{ report.issuer.name }} báo cáo kết quả {{ report.subject }}"


def title(words: str) -> str:
    return block("title", f"# {{{{ kind }}}}\n\nTổng kết {{{{ report.subject }}}} {words}")


def area(words: str) -> str:
    """Return results with words before the sentences of each area."""
    return block(
        "area", words + "\n\n{% for s in area.statements %}\n- {{ s|sentence }}\n{% endfor %}"
    )


def tasks(words: str) -> str:
    return block(
        "tasks", f"### {{{{ headings.tasks }}}}\n\n{words}\n\n{{{{ m.tasks(report.tasks) }}}}"
    )


CROSSED = {
    "this year for the tasks in the title": {
        "template": title("{{ this }} và phương hướng, nhiệm vụ năm {{ year }}")
    },
    "the coming year summed up in the title": {
        "template": title("năm {{ next_year }} và phương hướng, nhiệm vụ {{ coming }}")
    },
    "the coming year in the opening": {
        "template": block("opening_sentence", f"{TELLS} năm {{{{ next_year }}}} như sau:")
    },
    "what was done of the tasks of the coming year": {
        "template": block(
            "opening_sentence",
            "{{ report.issuer.name }} báo cáo kết quả thực hiện nhiệm vụ {{ coming }} như sau:",
        )
    },
    "the coming year in the closing": {
        "template": block(
            "closing_sentence",
            "Trên đây là báo cáo {{ report.subject }} năm {{ next_year }}{{ end_mark }}",
        )
    },
    "the coming year in the closing of the pack": {
        "above": 'closing = "Trên đây là báo cáo kết quả {subject} {coming} của {issuer}"\n'
    },
    "the coming year in the opening of the pack": {
        "above": 'opening = "{issuer} báo cáo kết quả {subject} năm {next_year} như sau:"\n'
    },
    "this year for the tasks in the opening of the pack": {
        "above": 'opening = "{issuer} báo cáo kết quả {this} và nhiệm vụ năm {year} như sau:"\n'
    },
    "a macro for the period": {"macros": "{% macro when() %} {{ coming }}{% endmacro %}"},
    "the coming year over what was done": {
        "template": area("{{ coming|upper_first }}, lực lượng chức năng đã:")
    },
    "this year over what is to do": {
        "template": tasks("Năm {{ year }}, tập trung thực hiện các nhiệm vụ sau:")
    },
    "this period over what is to do": {"template": tasks("Trong {{ this }}, tập trung:")},
}
HEADED = {
    "the coming year over the figures": '[headings]\nfigures_annex = "Số liệu {coming}"\n',
    "a former year over the figures": '[headings]\nfigures_annex = "Số liệu năm 2023"\n',
    "a former year over the lessons": '[headings]\nlessons = "Bài học kinh nghiệm năm 2023"\n',
    "a former year over an area": '[areas]\npccc = "Công tác phòng cháy năm 2023"\n',
    "this year over the forecast": '[headings]\nforecast = "Dự báo tình hình {this}"\n',
}
TYPED = {
    "a former year without its word": 'closing = "Trên đây là báo cáo công tác 2023 {issuer}"\n',
    "a day of a former year": 'closing = "Trên đây là kết quả đến ngày 15/12/2023 của {issuer}"\n',
    "months of a former year": 'opening = "{issuer} báo cáo kết quả từ tháng 12/2022 đến tháng '
    '11/2023 như sau:"\n',
}


@pytest.mark.parametrize(
    ("way", "language"), in_languages(one_of_each(CROSSED, lambda way: tuple(CROSSED[way])))
)
def test_one_period_in_place_of_the_other_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    refused(briefing, write(**CROSSED[way]), "template/crossed-periods", language)


@pytest.mark.parametrize(("way", "language"), in_languages(HEADED))
def test_a_heading_of_another_period_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    refused(briefing, write(said=HEADED[way]), "template/heading-of-other-period", language)


@pytest.mark.parametrize(("way", "language"), in_languages(TYPED))
def test_a_typed_year_of_another_report_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    refused(briefing, write(above=TYPED[way]), "locality/stale-year", language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_part_of_the_year_in_the_title_of_a_year_is_refused(
    briefing: Briefing, language: str
) -> None:
    source = write(title("6 tháng đầu {{ this }}"))

    refused(briefing, source, "template/title-of-other-period", language)


def test_a_recipient_with_a_year_is_remarked_on_by_all_commands_and_by_lint(
    briefing: Briefing,
) -> None:
    said = '[recipients.copies]\nban = "Ban tổ chức Hội nghị tổng kết năm 2023"\n'

    remarked_on(briefing, write(said=said), "locality/recipient-with-year")
    told = briefing("template", "lint", "--locality", "cao-son")
    assert "[locality/recipient-with-year]" in told.out + told.err


HONEST = {
    "what was done of this year's tasks": {
        "above": 'closing = "Trên đây là báo cáo kết quả thực hiện nhiệm vụ {this} và phương '
        'hướng, nhiệm vụ {coming} của {issuer}"\n'
    },
    "a plan and what is asked for": {
        "above": 'closing = "Trên đây là báo cáo tình hình thực hiện kế hoạch {this}; {issuer} '
        'kính đề nghị cấp trên quan tâm chỉ đạo thực hiện nhiệm vụ {coming}"\n'
    },
    "months of two years": {
        "above": 'opening = "{issuer} báo cáo kết quả từ tháng 12/2023 đến tháng 11/2024 và '
        'nhiệm vụ {coming} như sau:"\n'
    },
    "a plan of this year": {
        "above": 'opening = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024, {issuer} báo cáo '
        'kết quả {this} và phương hướng, nhiệm vụ năm {next_year} như sau:"\n'
    },
    "the holidays to come": {
        "above": 'closing = "Trên đây là báo cáo kết quả {this}; {issuer} tiếp tục bảo đảm trật tự '
        'dịp {tet}"\n'
    },
    "tasks of both years in the title": {
        "template": block(
            "title",
            "# {{ kind }}\n\nKết quả thực hiện nhiệm vụ {{ report.subject }} năm {{ year }} và "
            "phương hướng, nhiệm vụ trọng tâm năm {{ next_year }}",
        )
    },
    "the state of this year and the plan of the coming one": {
        "template": block(
            "title",
            "# {{ kind }}\n\nTình hình {{ report.subject }} {{ this }} và kế hoạch {{ coming }}",
        )
    },
    "this year over what was done": {"template": area("Trong {{ this }}, lực lượng đã:")},
    "the coming year over what is to do": {
        "template": tasks("Năm {{ next_year }}, tập trung thực hiện:")
    },
    "from what was reached to what is to do": {
        "template": tasks("Trên cơ sở kết quả năm {{ year }}, {{ coming }} tập trung:")
    },
    "what was reached before what is to do": {
        "template": tasks("Năm {{ year }} đạt kết quả tốt; phát huy kết quả ấy, tập trung:")
    },
    "both years over the figures": {
        "said": '[headings]\nfigures_annex = "Số liệu {this} so với năm {last_year}"\n'
    },
    "a plan among the recipients": {
        "said": '[recipients.copies]\nke = "Như Kế hoạch số 12/KH-UBND năm 2023"\n'
    },
    "a law of another year": {
        "template": more("Thực hiện Nghị quyết số 57-NQ/TW năm 2022 của Bộ Chính trị.", "opening")
    },
}


@pytest.mark.parametrize("way", some(HONEST))
def test_what_is_in_order_is_left_alone(briefing: Briefing, way: str) -> None:
    left_alone(briefing, write(**HONEST[way]))


def test_an_area_named_by_a_year_of_long_ago_is_only_asked_about(briefing: Briefing) -> None:
    said = '[areas]\npccc = "Khắc phục hậu quả lũ năm 2017"\n'

    assert briefing("build", write(said=said)).code == 0


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("way", [way for way in CROSSED if "above" in CROSSED[way]])
def test_who_asks_for_no_findings_gets_no_such_document_either(way: str) -> None:
    with pytest.raises(UserError):
        program.build(program.load(write(**CROSSED[way])))


def test_years_that_an_input_says_are_its_own_affair(briefing: Briefing) -> None:
    source = write(more("Đoàn kết."))
    closing = "closing: Trên đây là kết quả năm 2025 của xã\n"
    source.write_text(source.read_text(encoding="utf-8") + closing, encoding="utf-8")

    outcome = briefing("build", source)
    assert outcome.code == 0, outcome.err
    assert "crossed-periods" not in outcome.err
    assert Path("năm.docx").exists()
