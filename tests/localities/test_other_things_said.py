"""True numbers and words of packs in places where they say something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each_rule, some

from localities.planted import block, left_alone, more, remarked_on, saved, table, write
from localities.test_ways_to_a_wrong_document import refused

CELL = "{% macro figure_result(figure) %}"
FIGURES = "# {{ headings.figures_annex }}\n\n"
CROSSED = """\
[sections]
bao-cao-tong-ket = ["situation", "results", "tiet_kiem", "assessment", "plan", "proposals"]
[fields.tiet_kiem]
type = "table"
label = "kết quả tiết kiệm"
[fields.tiet_kiem.columns]
don_vi = "Số tiền (triệu đồng)"
so_tien = { head = "Đơn vị", type = "number" }
"""


def annex(cells: str) -> str:
    """Return the annex of figures with a table of results of its own."""
    heads = "Nội dung | Đơn vị | Kết quả"
    return block("figures_annex", FIGURES + table(heads, cells, "report.figures"))


REFUSED = {
    # Another number of the same figure.
    "what was counted out of, as the result": (
        {"macros": f"{CELL}{{{{ figure.out_of or figure.value }}}}{{% endmacro %}}"},
        "template/other-column",
    ),
    "the last period as the result": (
        {"macros": f"{CELL}{{{{ figure.previous or figure.value }}}}{{% endmacro %}}"},
        "template/other-column",
    ),
    "the plan as the result of some": (
        {
            "template": annex(
                "{{ row.label }} | {{ row.unit }} | {{ row.target_value or row.value }}"
            )
        },
        "template/other-column",
    ),
    "the plan behind a label": (
        {
            "template": more(
                "{{ report.figures[0].label|upper_first }}: {{ report.figures[0].target_value }} "
                "{{ report.figures[0].unit }}."
            )
        },
        "template/other-number",
    ),
    "the plan behind a typed label": (
        {
            "template": more(
                "Số vụ phạm tội được phát hiện: {{ report.figures[0].target_value }} vụ."
            )
        },
        "template/other-number",
    ),
    "the plan as done": (
        {"template": more("Công an xã đã phát hiện {{ report.figures[0].target_value }} vụ.")},
        "template/other-number",
    ),
    "the label of another figure that is typed": (
        {"template": more("Số hộ cam kết an toàn: {{ report.figures[0].value }} vụ.")},
        "template/other-item",
    ),
    "a unit of another kind": (
        {"template": more("Đã xử lý {{ report.figures[0].value }} đối tượng.")},
        "template/unit-of-another",
    ),
    # Counts and totals.
    "another number of tasks": (
        {"template": block("forecast", "Tập trung thực hiện 05 nhiệm vụ trọng tâm sau:")},
        "template/typed-count",
    ),
    "another number of tasks in words": (
        {"template": more("Thời gian tới tập trung thực hiện hai nhiệm vụ sau đây:")},
        "template/typed-count",
    ),
    "a typed total in the words of the column and of its table": (
        {
            "template": saved(
                "{{ m.table(report.extra.tiet_kiem) }}\n\n"
                "Tổng số tiền của các đơn vị trong năm là 25 triệu đồng."
            )
        },
        "template/typed-sum",
    ),
    "another number of proposals": (
        {"template": more("Ủy ban nhân dân xã có 4 kiến nghị như sau:")},
        "template/typed-count",
    ),
    "a typed total in a sentence": (
        {
            "template": saved(
                "{{ m.table(report.extra.tiet_kiem) }}\n\nTổng số tiền tiết kiệm là 25 triệu đồng."
            )
        },
        "template/typed-sum",
    ),
    # Headings.
    "strengths among limitations": (
        {
            "template": block(
                "limitations",
                "### Tồn tại, hạn chế\n\n{{ m.list(report.strengths) }}\n\n"
                "{{ m.list(report.limitations) }}",
            )
        },
        "template/other-heading",
    ),
    "causes as lessons": (
        {
            "template": block(
                "causes",
                "### Bài học kinh nghiệm\n\n{{ m.paragraphs(report.causes.objective) }}\n\n"
                "{{ m.paragraphs(report.causes.subjective) }}",
            )
        },
        "template/other-heading",
    ),
    "causes headed as lessons": (
        {"said": '[headings]\ncauses = "Bài học kinh nghiệm"\n'},
        "locality/opposite-heading",
    ),
    "limitations headed as causes": (
        {"said": '[headings]\nlimitations = "Nguyên nhân"\n'},
        "locality/opposite-heading",
    ),
    "results headed as what is ahead": (
        {"said": '[headings]\nresults = "Phương hướng, nhiệm vụ {this}"\n'},
        "locality/opposite-heading",
    ),
    "strengths that there are not": (
        {
            "template": block(
                "strengths", "### Ưu điểm\n\nKhông có ưu điểm.\n\n{{ m.list(report.strengths) }}"
            )
        },
        "template/turned-fact",
    ),
    "the area of another": (
        {"said": '[areas]\nphong_chong_toi_pham = "Công tác phòng cháy, chữa cháy"\n'},
        "locality/opposite-heading",
    ),
    "another body's letters": (
        {"said": '[abbreviations]\nUBND = { long = "Ủy ban Mặt trận Tổ quốc" }\n'},
        "abbreviations/other-words",
    ),
    # Periods and types.
    "a quarter in the opening": (
        {"above": 'opening = "{issuer} báo cáo kết quả quý III như sau"\n'},
        "template/sentence-of-other-period",
    ),
    "a quarter in a template's opening": (
        {
            "template": block(
                "opening_sentence", "{{ report.issuer.name }} báo cáo kết quả quý III như sau:"
            )
        },
        "template/sentence-of-other-period",
    ),
    "another type in the closing": (
        {"above": 'closing = "Trên đây là tờ trình của {issuer}"\n'},
        "template/sentence-of-other-type",
    ),
    "a year gone by before the facts": (
        {
            "template": saved(
                "Kết quả tiết kiệm năm 2022 như sau:\n\n{{ m.table(report.extra.tiet_kiem) }}"
            )
        },
        "template/year-gone-by",
    ),
    "a deadline gone by": (
        {
            "template": block(
                "tasks", "{{ super() }}\n\nCác đơn vị hoàn thành trước ngày 30/6/2024."
            )
        },
        "template/deadline-gone-by",
    ),
}


@pytest.mark.parametrize(("way", "language"), in_languages(one_of_each_rule(REFUSED)))
def test_what_says_something_else_is_refused(briefing: Briefing, way: str, language: str) -> None:
    written, rule = REFUSED[way]

    refused(briefing, write(**written), rule, language)


def test_the_heads_of_two_columns_are_refused_the_other_way_round(briefing: Briefing) -> None:
    source = write()
    file = Path("localities/cao-son/locality.toml")
    own = file.read_text(encoding="utf-8").partition("[sections]")[0]
    file.write_text(own + CROSSED, encoding="utf-8")

    refused(briefing, source, "fields/crossed-heads", "vi")


def test_a_misspelt_type_is_refused(briefing: Briefing) -> None:
    source = write(kind='{% extends "bao-cao-tong-ket.md.j2" %}\n')
    file = Path("localities/cao-son/kinds.toml")
    said = file.read_text(encoding="utf-8")
    file.write_text(said.replace('kind = "Thông báo"', 'kind = "Thông bao"'), encoding="utf-8")

    refused(briefing, source, "form/misspelt-type", "en")


def test_a_head_of_another_year_is_remarked_on(briefing: Briefing) -> None:
    source = write()
    file = Path("localities/cao-son/locality.toml")
    said = file.read_text(encoding="utf-8")
    file.write_text(said.replace("Số tiền (", "Số tiền năm 2023 ("), encoding="utf-8")

    remarked_on(briefing, source, "fields/head-of-other-year")


def test_a_district_after_the_time_of_districts_is_remarked_on(briefing: Briefing) -> None:
    source = write(more("Theo chỉ đạo của Ủy ban nhân dân huyện Đà Bắc."))
    said = source.read_text(encoding="utf-8").replace("2024", "2026")
    source.write_text(said, encoding="utf-8")

    [told] = [line for line in briefing("check", source).out.splitlines() if "huyện Đà" in line]

    assert told.startswith("localities/cao-son/bao-cao-tong-ket.md.j2:")
    assert told.endswith("[template/former-district]")


def test_a_deadline_gone_by_in_the_closing_is_remarked_on(briefing: Briefing) -> None:
    said = 'closing = "Đề nghị các đơn vị hoàn thành trước ngày 30/6/2024"\n'

    remarked_on(briefing, write(above=said), "template/deadline-gone-by")


def test_a_number_for_want_of_a_value_is_remarked_on(briefing: Briefing) -> None:
    said = "Cùng kỳ năm trước có {{ report.figures[0].previous or '47' }} vụ."

    remarked_on(briefing, write(more(said)), "template/typed-default")


def test_a_report_called_a_notice_is_remarked_on(briefing: Briefing) -> None:
    source = write(
        kind='{% extends "bao-cao-tong-ket.md.j2" %}\n',
        above='closing = "Trên đây là báo cáo của {issuer}"\n',
    )

    remarked_on(briefing, source, "template/sentence-of-other-type")


def test_a_recipient_in_full_and_in_short_is_remarked_on(briefing: Briefing) -> None:
    said = '[recipients.copies]\nmot = "UBND xã Yên Mông"\nhai = "Ủy ban nhân dân xã Yên Mông"\n'

    remarked_on(briefing, write(said=said), "recipients/twice")


HONEST = {
    "plan, result and rate in a sentence": {
        "template": more(
            "{{ report.figures[0].label|upper_first }}: {{ report.figures[0].value }} vụ (chỉ tiêu "
            "{{ report.figures[0].target_value }} vụ, cùng kỳ {{ report.figures[0].previous }} vụ)."
        )
    },
    "the plan alone, called so": {
        "template": more(
            "Chỉ tiêu {{ report.figures[0].label }}: {{ report.figures[0].target_value }} vụ.\n\n"
            "Cùng kỳ năm trước phát hiện {{ report.figures[0].previous }} vụ.\n\n"
            "Tổng số hộ: {{ report.figures[2].out_of }} hộ."
        )
    },
    "a column of what was counted out of": {
        "template": block(
            "figures_annex",
            FIGURES
            + table(
                "Nội dung | Đơn vị | Tổng số | Kết quả | Kế hoạch",
                "{{ row.label }} | {{ row.unit }} | {{ row.out_of or '–' }} | {{ row.value }} | "
                "{{ row.target_value or '–' }}",
                "report.figures",
            ),
        )
    },
    "value out of whole with words": {
        "macros": f"{CELL}{{{{ figure.value }}}}{{% if figure.out_of %}} trên tổng số "
        "{{ figure.out_of }}{% endif %}{% endmacro %}"
    },
    "people by another word": {
        "template": more(
            "Xử lý {{ report.figures[0].value }} vụ việc; tổ chức {{ report.figures[1].value }} "
            "cuộc tuyên truyền; có {{ report.figures[2].value }} hộ gia đình ký cam kết."
        )
    },
    "the right number of tasks": {
        "template": block("forecast", "{{ super() }}\n\nThực hiện 03 nhiệm vụ trọng tâm sau:")
        + more("Thực hiện 12 nhiệm vụ tỉnh giao. Đạt 5 chỉ tiêu: đó là kết quả chung.")
    },
    "the right sum": {
        "template": saved(
            "{{ m.table(report.extra.tiet_kiem) }}\n\nTổng số tiền tiết kiệm là 20 triệu đồng.\n\n"
            "Tổng kinh phí cả năm là 125 triệu đồng theo dự toán. "
            "Tổng số tiền phải nộp là 9 tỷ đồng."
        )
    },
    "a sum of something else": {
        "template": saved(
            "{{ m.table(report.extra.tiet_kiem) }}\n\nTổng số tiền phải nộp là 9 triệu đồng."
        )
    },
    "a sum of something else in the year": {
        "template": saved(
            "{{ m.table(report.extra.tiet_kiem) }}\n\n"
            "Tổng số tiền đã quyết toán trong năm là 7 triệu đồng."
        )
    },
    "both under one heading, each called": {
        "template": block(
            "strengths",
            "### Ưu điểm, hạn chế\n\n{{ m.paragraphs(report.strengths) }}\n\n"
            "{{ m.paragraphs(report.limitations) }}",
        )
        + block("limitations", "{{ '' }}")
    },
    "no great limitations": {
        "template": block(
            "limitations",
            "### Tồn tại, hạn chế\n\nKhông có hạn chế lớn, chủ yếu là:\n\n"
            "{{ m.list(report.limitations) }}",
        )
    },
    "causes and lessons under one heading": {
        "template": block(
            "causes",
            "### Nguyên nhân, bài học\n\n{{ m.paragraphs(report.causes.objective) }}\n\n"
            "{{ m.paragraphs(report.causes.subjective) }}\n\n{{ m.paragraphs(report.lessons) }}",
        )
        + block("lessons", "{{ '' }}")
    },
    "an area by its own words": {
        "said": '[areas]\nphong_chong_toi_pham = "Phòng, chống tội phạm, tệ nạn xã hội"\n'
        'pccc = "Công tác PCCC và CNCH"\n'
        '[abbreviations]\nGRDP = { long = "tổng sản phẩm trên địa bàn" }\n'
        'BCH = { long = "Ban Chấp hành" }\n'
    },
    "headings by another name": {
        "said": '[headings]\nstrengths = "Thuận lợi"\nlimitations = "Khó khăn"\n'
        'results = "Kết quả nổi bật"\ntasks = "Phương hướng, nhiệm vụ"\n'
        'proposals = "Kiến nghị"\n'
    },
    "signs for want of a value": {
        "template": more(
            "Cùng kỳ: {{ report.figures[2].previous or '–' }}; {{ report.figures[2].rate or 0 }}; "
            "{{ '05' if report.tasks else '06' }} việc."
        )
    },
    "nine months and the whole year": {
        "above": 'opening = "{issuer} báo cáo kết quả 9 tháng và ước thực hiện {this} như sau"\n'
        'closing = "Trên đây là báo cáo kết quả thực hiện Kế hoạch công tác của {issuer}"\n'
    },
    "years that are right": {
        "template": more(
            "Kết quả {{ this }} so với năm 2023 như sau: ổn định. Thực hiện Nghị quyết năm 2021. "
            "Giai đoạn 2021 - 2025 còn lại một năm."
        )
    },
    "deadlines ahead and days of the past": {
        "template": block(
            "tasks",
            "{{ super() }}\n\nHoàn thành trước ngày 30/6/{{ next_year }}. Số liệu tính đến ngày "
            "14/12/2024 đã hoàn thành.",
        )
    },
    "a district as it was": {
        "template": more("Trước đây thuộc Ủy ban nhân dân huyện Đà Bắc. Huyện Đà Bắc cũ có 17 xã.")
    },
}


@pytest.mark.parametrize("way", some(HONEST))
def test_what_says_what_it_is_is_left_alone(briefing: Briefing, way: str) -> None:
    left_alone(briefing, write(**HONEST[way]))
