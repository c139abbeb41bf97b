"""Values that a template sets under another heading, column or label, or turns round.

Also words that a pack types of another place, year or type of document. All by check, build and
preview.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each_rule, some

from localities.planted import remarked_on
from localities.test_ways_to_a_wrong_document import refused
from localities.with_input import block, more, saved, write

LEAD = "{% macro tasks(tasks) %}{% for x in tasks %}\n"
CELL = '{% macro figure_cell(figure, column) %}{% if column == "label" %}{{ figure.label }}'
REFUSED = {
    "strengths under limitations": (
        {
            "template": block(
                "strengths",
                "### {{ headings.limitations }}\n\n{{ m.paragraphs(report.strengths) }}",
            )
        },
        "template/other-heading",
    ),
    "causes under each other's headings": (
        {
            "template": block(
                "causes",
                "### {{ headings.causes }}\n\n#### {{ headings.objective }}\n\n"
                "{{ m.paragraphs(report.causes.subjective) }}\n\n#### {{ headings.subjective }}\n\n"
                "{{ m.paragraphs(report.causes.objective) }}",
            )
        },
        "template/other-heading",
    ),
    "areas under each other's headings": (
        {
            "template": block(
                "results",
                "## {{ headings.results }}\n\n(Phụ lục kèm theo)\n\n"
                "{% for area in report.results %}\n"
                "### {{ report.results[1 - loop.index0].heading }}\n\n"
                "{{ m.paragraphs(area.statements) }}\n{% endfor %}",
            )
        },
        "template/other-heading",
    ),
    "proposals under the tasks' heading": (
        {
            "template": block(
                "proposals", "## {{ headings.plan }}\n\n{{ m.proposals(report.proposals) }}"
            )
        },
        "template/other-heading",
    ),
    "the last period under this one": (
        {
            "said": '[figures_annex]\ncolumns = ["label", "previous", "value"]\n',
            "macros": "{% macro figure_result(figure) %}{{ figure.previous }}{% endmacro %}",
        },
        "template/other-column",
    ),
    "the plan under the result": (
        {
            "said": '[figures_annex]\ncolumns = ["label", "plan", "value"]\n',
            "macros": f'{CELL}{{% elif column == "plan" %}}{{{{ figure.value }}}}'
            "{% else %}{{ figure.target_value }}{% endif %}{% endmacro %}",
        },
        "template/other-column",
    ),
    "columns of an own table": (
        {
            "template": saved(
                "Đơn vị | Số tiền (triệu đồng)", "{{ row.so_tien }} | {{ row.don_vi }}"
            )
        },
        "template/other-column",
    ),
    "another unit over an own column": (
        {"template": saved("Đơn vị | Số tiền (tỷ đồng)", "{{ row.don_vi }} | {{ row.so_tien }}")},
        "template/other-measure",
    ),
    "who leads for the deadline": (
        {
            "macros": f"{LEAD}- {{{{ x.text }}}} (chủ trì: {{{{ x.deadline }}}}; "
            "thời hạn: {{ x.lead }}).\n{% endfor %}{% endmacro %}"
        },
        "template/other-label",
    ),
    "sentences denied": (
        {
            "template": block(
                "area",
                "{% for s in area.statements %}\nChưa {{ s|lower_first|stopped }}\n\n{% endfor %}",
            )
        },
        "template/turned-fact",
    ),
    "sentences put off": (
        {
            "template": block(
                "area",
                "{% for s in area.statements %}\nDự kiến {{ s|continued|stopped }}\n\n{% endfor %}",
            )
        },
        "template/turned-fact",
    ),
    "another type": (
        {"template": block("title", "# Thông báo\n\nTổng kết {{ subject }} {{ this }}")},
        "form/other-type",
    ),
    "the last year in the title": (
        {
            "template": block(
                "title", "# {{ kind }}\n\nTổng kết {{ report.subject }} năm {{ last_year }}"
            )
        },
        "template/stale-year",
    ),
    "a typed year in the closing": (
        {
            "template": block(
                "closing_sentence",
                "Trên đây là báo cáo công tác năm 2023 của {{ report.issuer.name }}{{ end_mark }}",
            )
        },
        "template/stale-year",
    ),
    "a changed year in the closing": (
        {
            "template": block(
                "closing_sentence",
                'Trên đây là báo cáo {{ this|replace("2024", "2022") }}{{ end_mark }}',
            )
        },
        "template/stale-year",
    ),
    "a typed year in the opening": (
        {
            "template": block(
                "opening_sentence", "{{ report.issuer.name }} báo cáo kết quả năm 2023 như sau:"
            )
        },
        "template/stale-year",
    ),
    "this year over the tasks": (
        {"said": '[headings]\nplan = "Nhiệm vụ trọng tâm {this}"\n'},
        "template/heading-of-other-period",
    ),
    "a typed year over the tasks": (
        {"said": '[headings]\nplan = "Nhiệm vụ trọng tâm năm 2024"\n'},
        "template/heading-of-other-period",
    ),
    "the coming year over the results": (
        {"said": '[headings]\nresults = "Kết quả thực hiện {coming}"\n'},
        "template/heading-of-other-period",
    ),
    "the neighbour's committee reports": (
        {
            "template": block(
                "closing_sentence",
                "Trên đây là báo cáo của Ủy ban nhân dân xã Cao Phong{{ end_mark }}",
            )
        },
        "template/other-unit",
    ),
    "the neighbour's committee in the closing": (
        {"said": 'closing = "Trên đây là báo cáo của Ủy ban nhân dân xã Cao Phong"\n'},
        "locality/other-unit",
    ),
    "the neighbour's committee in the opening": (
        {"said": 'opening = "Ủy ban nhân dân xã Cao Phong báo cáo như sau"\n'},
        "locality/other-unit",
    ),
    "the police in the closing": (
        {"said": 'closing = "Trên đây là báo cáo của Công an xã Cao Sơn"\n'},
        "locality/other-unit",
    ),
}
REMARKED = {
    "small letters": (
        {
            "template": block(
                "area", "{% for s in area.statements %}\n{{ s|capitalize }}.\n\n{% endfor %}"
            )
        },
        "template/small-letters",
    ),
    "no end mark": (
        {
            "template": block(
                "closing_sentence", "Trên đây là báo cáo của {{ report.issuer.name }}."
            )
        },
        "text/no-end-mark",
    ),
    "two end marks": (
        {"template": block("closing_sentence", "Trên đây là báo cáo{{ end_mark }}{{ end_mark }}")},
        "text/end-mark-twice",
    ),
    "an end mark in the closing": (
        {"said": 'closing = "{issuer} trân trọng báo cáo./."\n'},
        "text/end-mark-twice",
    ),
    "words behind the end": ({"template": more("Xin cảm ơn.", "closing")}, "text/behind-end"),
    "recipients in the text": (
        {"template": more("Nơi nhận: UBND tỉnh.")},
        "template/frame-in-text",
    ),
    "the letterhead in the text": (
        {"template": more("UỶ BAN NHÂN DÂN XÃ CAO SƠN", "opening")},
        "template/frame-in-text",
    ),
    "a heading without text": (
        {"template": more("## Mục trống", "proposals")},
        "template/heading-without-text",
    ),
    "a section twice": (
        {"template": block("proposals", "{{ super() }}\n\n{{ super() }}")},
        "template/printed-twice",
    ),
    "an annex that nobody mentions": (
        {"template": block("results_opening", "")},
        "template/annex-not-mentioned",
    ),
    "a day of another year": (
        {"template": more("Số liệu tính đến ngày 14/12/2023.", "opening")},
        "template/stale-year",
    ),
    "another commune": (
        {"template": more("Trên địa bàn xã Cao Phong không xảy ra cháy.")},
        "template/other-unit",
    ),
    "another province": (
        {"template": more("Thực hiện chỉ đạo của UBND tỉnh Thái Nguyên, xã đã triển khai.")},
        "template/other-unit",
    ),
    "another commune in a heading": (
        {"said": '[headings]\nfigures_annex = "Biểu số liệu xã Cao Phong {this}"\n'},
        "template/other-unit",
    ),
    "the neighbour's Party": (
        {"said": '[recipients.copies]\ndang = "Thường trực Đảng ủy xã Cao Phong"\n'},
        "locality/other-recipient",
    ),
    "the police of another province": (
        {"said": '[recipients.copies]\ntren = "Công an tỉnh Thái Nguyên"\n'},
        "locality/other-recipient",
    ),
}
RULES = {rule for cases in (REFUSED, REMARKED) for _, rule in cases.values()}


@pytest.mark.parametrize(("way", "language"), in_languages(one_of_each_rule(REFUSED)))
def test_what_falsifies_a_document_is_refused(briefing: Briefing, way: str, language: str) -> None:
    written, rule = REFUSED[way]

    refused(briefing, write(**written), rule, language)


@pytest.mark.parametrize("way", one_of_each_rule(REMARKED))
def test_what_is_only_odd_is_remarked_on(briefing: Briefing, way: str) -> None:
    written, rule = REMARKED[way]

    remarked_on(briefing, write(**written), rule)


HONEST = {
    "nothing else": {},
    "a law of another year": {
        "template": more("Thực hiện Nghị quyết số 57-NQ/TW năm 2022 của Bộ Chính trị.", "opening")
    },
    "a plan of another year in the closing": {
        "template": block(
            "closing_sentence",
            "Trên đây là kết quả thực hiện Kế hoạch năm 2023 của UBND tỉnh{{ end_mark }}",
        )
    },
    "the names of one's own": {
        "template": more("UBND tỉnh Hòa Bình đã giao xã Cao Sơn; các xã trong tỉnh cùng làm.")
    },
    "what is no name": {
        "template": more("Phát triển kinh tế - xã hội, xây dựng xã Nông thôn mới, xã An toàn khu.")
    },
    "strengths and limitations together": {
        "template": block("strengths", "")
        + block(
            "limitations",
            "{{ m.paragraphs(report.strengths) }}\n\n{{ m.paragraphs(report.limitations) }}",
        )
    },
    "limitations and causes under one heading": {
        "template": block(
            "causes",
            "{{ m.paragraphs(report.causes.objective) }}\n\n"
            "{{ m.paragraphs(report.causes.subjective) }}",
        )
    },
    "proposals as a table": {
        "template": block(
            "proposals",
            "## {{ headings.proposals }}\n\n| Cơ quan | Nội dung |\n| --- | --- |\n"
            "{% for p in report.proposals %}\n| {{ p.to }} | {{ p.text }} |\n{% endfor %}",
        )
    },
    "the order of sections": {
        "said": "",
        "template": block(
            "tasks",
            "### Nhiệm vụ\n\n{% for x in report.tasks %}\n"
            "1. {{ x.text|sentence }} Chủ trì: {{ x.lead }}; thời hạn: {{ x.deadline }}.\n"
            "{% endfor %}",
        ),
    },
    "heads of one's own": {
        "said": '[figures_annex]\ncolumns = ["label", "plan", "value", "previous"]\n'
        'heads = { plan = "Chỉ tiêu giao" }\n'
    },
    "headings of one's own": {
        "said": '[headings]\nplan = "Nhiệm vụ {coming}"\nresults = "Kết quả {this}"\n'
    },
    "a neighbour to be written to": {
        "said": '[recipients.copies]\nban = "UBND xã Cao Phong (để phối hợp)"\n'
    },
    "a plan of the province in the closing": {
        "said": 'closing = "Trên đây là kết quả thực hiện Kế hoạch của UBND tỉnh Hòa Bình"\n'
    },
    "the closing of the pack": {"said": 'closing = "{issuer} trân trọng báo cáo"\n'},
    "a law in the opening": {
        "said": 'opening = "Thực hiện Nghị quyết số 12-NQ/ĐU ngày 05 tháng 01 năm 2023 của '
        'Đảng ủy xã, {issuer} báo cáo như sau"\n'
    },
    "sentences as a list": {
        "template": block(
            "area", "{% for s in area.statements %}\n- {{ s|sentence }}\n{% endfor %}"
        )
    },
    "the columns of the own table in another order": {
        "template": saved("Số tiền (triệu đồng) | Đơn vị", "{{ row.so_tien }} | {{ row.don_vi }}")
    },
}


@pytest.mark.parametrize("way", some(HONEST))
def test_what_is_in_order_is_left_alone(briefing: Briefing, way: str) -> None:
    outcome = briefing("build", write(**HONEST[way]))

    assert [rule for rule in RULES if f"[{rule}]" in outcome.err] == []
    assert outcome.code == 0, outcome.err


def test_what_an_input_says_of_neighbours_is_its_own_affair(briefing: Briefing) -> None:
    source = write()
    text = source.read_text(encoding="utf-8").replace("Bám sát địa bàn", "Học xã Cao Phong")
    text += "closing: Trên đây là kết quả phối hợp với UBND xã Cao Phong\n"
    source.write_text(f"{text}recipients: {{copies: [Đảng ủy xã Cao Phong]}}\n", encoding="utf-8")

    assert "other-" not in briefing("build", source).err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_kind_of_one_type_with_the_symbol_of_another_is_refused(
    briefing: Briefing, language: str
) -> None:
    source = write()
    assert briefing("kinds", "new", "tin", "--locality", "cao-son", "--word", "Thông báo").code == 0
    source = write(kind="tin")
    entry = Path("localities", "cao-son", "kinds.toml")
    text = entry.read_text(encoding="utf-8")

    assert 'symbol = "TB"' in text
    entry.write_text(text.replace('symbol = "TB"', 'symbol = "BC"'), encoding="utf-8")
    refused(briefing, source, "form/other-type", language)
    entry.write_text(text.replace('symbol = "TB"', 'symbol = "UBND"'), encoding="utf-8")
    refused(briefing, source, "form/other-type", language)
    told = briefing(
        *("kinds", "new", "hai", "--locality", "cao-son", "--word", "Thông báo"),
        *("--symbol", "BC", "--lang", language),
    )
    assert told.code == 2
    assert "[form/other-type]" in told.err
