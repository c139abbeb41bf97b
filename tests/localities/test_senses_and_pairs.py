"""Facts of two things put together, and words beside facts that say something else than they."""

from __future__ import annotations

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each_rule, some

from localities.planted import block, left_alone, more, remarked_on, saved, table, write
from localities.test_ways_to_a_wrong_document import refused

TASKS = "{% macro tasks(tasks) %}{% for x in tasks %}\n"
END = "\n{% endfor %}{% endmacro %}"
DEADLINE = "{% if x.deadline %}; thời hạn: {{ x.deadline }}{% endif %}"
PARAGRAPHS = "{% macro paragraphs(texts) %}{% for text in texts %}\n"
FIGURES = "# {{ headings.figures_annex }}\n\n"
LINES = "report.extra.tiet_kiem.lines"
CELL = "{% macro figure_result(figure) %}"


def annex(heads: str, cells: str) -> str:
    """Return the annex of figures with a table of its own."""
    return block("figures_annex", FIGURES + table(heads, cells, "report.figures"))


def columns(heads: str) -> str:
    """Return the data of an annex with all columns and some heads."""
    names = '["number", "label", "unit", "previous", "plan", "value", "change", "rate"]'
    return f"[figures_annex]\ncolumns = {names}\nheads = {{ {heads} }}\n"


REFUSED = {
    # Of two things.
    "who leads another task": (
        {
            "macros": f"{TASKS}- {{{{ x.text }}}} (chủ trì: {{{{ tasks[loop.index0 - 1].lead }}}}"
            f"{DEADLINE}).{END}"
        },
        "template/other-item",
    ),
    "to whom another proposal goes": (
        {
            "macros": "{% macro proposals(all) %}{% for x in all %}\n"
            f"- Đối với {{{{ all[loop.index0 - 1].to }}}}: {{{{ x.text }}}}.{END}"
        },
        "template/other-item",
    ),
    "the sum of another body": (
        {
            "template": saved(
                table(
                    "Đơn vị | Số tiền (triệu đồng)",
                    f"{{{{ row.don_vi }}}} | {{{{ {LINES}[loop.index0 - 1].so_tien }}}}",
                )
            )
        },
        "template/other-item",
    ),
    "the label of another figure": (
        {
            "template": annex(
                "Nội dung | Đơn vị | Kết quả",
                "{{ report.figures[loop.index0 - 1].label }} | {{ row.unit }} | {{ row.value }}",
            )
        },
        "template/other-item",
    ),
    "the unit of another figure": (
        {
            "template": annex(
                "Nội dung | Đơn vị | Kết quả",
                "{{ row.label }} | {{ report.figures[loop.index0 - 1].unit }} | {{ row.value }}",
            )
        },
        "template/other-item",
    ),
    "one typed unit for all": (
        {
            "template": annex(
                "Nội dung | Đơn vị | Kết quả", "{{ row.label }} | vụ | {{ row.value }}"
            )
        },
        "template/unit-of-another",
    ),
    # Words that say something else.
    "who leads as who helps": (
        {"macros": f"{TASKS}- {{{{ x.text }}}} (phối hợp: {{{{ x.lead }}}}{DEADLINE}).{END}"},
        "template/other-label",
    ),
    "a deadline under who leads": (
        {
            "template": block(
                "tasks",
                table(
                    "Nhiệm vụ | Chủ trì | Thời hạn",
                    "{{ row.text }} | {{ row.deadline or '' }} | {{ row.lead }}",
                    "report.tasks",
                ),
            )
        },
        "template/other-column",
    ),
    "strengths under limits that are typed": (
        {"template": block("strengths", "### Hạn chế\n\n{{ m.paragraphs(report.strengths) }}")},
        "template/other-heading",
    ),
    "limitations under strengths that are typed": (
        {"template": block("limitations", "### Ưu điểm\n\n{{ m.paragraphs(report.limitations) }}")},
        "template/other-heading",
    ),
    "favourable and difficult the other way round": (
        {
            "template": block(
                "situation",
                "## Tình hình\n\n### Khó khăn, vướng mắc\n\n"
                "{{ m.paragraphs(report.situation.favourable) }}\n\n### Thuận lợi cơ bản\n\n"
                "{{ m.paragraphs(report.situation.difficult) }}",
            )
        },
        "template/other-heading",
    ),
    "causes behind each other's labels": (
        {
            "template": block(
                "causes",
                "### Nguyên nhân\n\nKhách quan: {{ report.causes.subjective[0] }}.\n\n"
                "Chủ quan: {{ report.causes.objective[0] }}.",
            )
        },
        "template/other-label",
    ),
    "tasks as what was reached": (
        {"template": block("tasks", "### Kết quả đã đạt được\n\n{{ m.tasks(report.tasks) }}")},
        "template/other-heading",
    ),
    "proposals as settled": (
        {
            "template": block(
                "proposals",
                "## Kết quả giải quyết kiến nghị\n\n{{ m.proposals(report.proposals) }}",
            )
        },
        "template/other-heading",
    ),
    "doubt behind each sentence": (
        {"macros": f"{PARAGRAPHS}{{{{ text }}}} (dự kiến).\n{END}"},
        "template/turned-fact",
    ),
    "a denial behind each sentence": (
        {"macros": f"{PARAGRAPHS}{{{{ text }}}} là không đúng.\n{END}"},
        "template/turned-fact",
    ),
    "an estimate of each sentence": (
        {"macros": f"{PARAGRAPHS}Ước {{{{ text|lower_first|sentence }}}}\n{END}"},
        "template/turned-fact",
    ),
    "up and down at once": (
        {"template": more("Số vụ phạm tội tăng {{ report.figures[0].change }}.")},
        "template/turned-fact",
    ),
    # Heads of the annex.
    "this period over the last": (
        {"said": columns('previous = "{this}", value = "Kết quả"')},
        "template/other-column",
    ),
    "the last period over this": (
        {"said": columns('previous = "Năm nay", value = "Cùng kỳ năm trước"')},
        "template/other-column",
    ),
    "changes and rates the other way round": (
        {"said": columns('change = "Tỷ lệ (%)", rate = "Tăng, giảm"')},
        "template/other-column",
    ),
    "labels and units the other way round": (
        {"said": columns('label = "Đơn vị tính", unit = "Nội dung"')},
        "template/other-column",
    ),
    "counts as a rate": ({"said": columns('value = "Tỷ lệ (%)"')}, "template/other-column"),
    "units as sums of money": (
        {"said": columns('unit = "Số tiền (đồng)"')},
        "template/other-column",
    ),
    "a column with typed results": (
        {"macros": f"{CELL}100%{{% endmacro %}}"},
        "template/column-without-facts",
    ),
    "a column without results": (
        {"macros": f"{CELL}{{% endmacro %}}"},
        "template/column-without-facts",
    ),
    # Numbers.
    "a typed total of one column": (
        {"template": saved(table("Số tiền", "{{ row.so_tien }}", end="| 25 |\n"))},
        "template/typed-sum",
    ),
    "a typed total with its word in one column": (
        {"template": saved(table("Số tiền", "{{ row.so_tien }}", end="| Cộng: 25 |\n"))},
        "template/typed-sum",
    ),
    "a typed total without a word": (
        {
            "template": saved(
                table("Đơn vị | Số tiền", "{{ row.don_vi }} | {{ row.so_tien }}", end="| | 25 |\n")
            )
        },
        "template/typed-sum",
    ),
    "a typed total below the table": (
        {"template": saved("{{ m.table(report.extra.tiet_kiem) }}\n\nTổng cộng 25 triệu đồng.")},
        "template/typed-sum",
    ),
    "another measure": (
        {
            "template": saved(
                f"{{% for x in {LINES} %}}\n- {{{{ x.don_vi }}}}: {{{{ x.so_tien }}}} tỷ đồng.\n"
                "{% endfor %}"
            )
        },
        "template/measure-of-another",
    ),
    "a count in per cent": (
        {"template": more("Số vụ phạm tội: {{ report.figures[0].value }}%.")},
        "template/unit-of-another",
    ),
    "one row of an own table": (
        {
            "template": saved(
                table("Đơn vị | Số tiền", "{{ row.don_vi }} | {{ row.so_tien }}", f"{LINES}[:1]")
            )
        },
        "template/part-of-list",
    ),
    "an annex that there is not": (
        {"template": block("results_opening", "*(Số liệu tại Phụ lục II kèm theo)*")},
        "template/no-such-annex",
    ),
    "another body reports in the opening": (
        {
            "template": block(
                "opening_sentence", "Công an xã Cao Sơn báo cáo kết quả {{ subject }} như sau:"
            )
        },
        "template/other-unit",
    ),
    "the neighbour reports in the opening": (
        {
            "template": block(
                "opening_sentence", "UBND xã Cao Phong báo cáo kết quả {{ subject }} như sau:"
            )
        },
        "template/other-unit",
    ),
}


@pytest.mark.parametrize(("way", "language"), in_languages(one_of_each_rule(REFUSED)))
def test_what_falsifies_a_document_is_refused(briefing: Briefing, way: str, language: str) -> None:
    written, rule = REFUSED[way]

    refused(briefing, write(**written), rule, language)


def test_a_title_without_its_subject_is_remarked_on(briefing: Briefing) -> None:
    template = block("title", "# {{ kind }}\n\nTổng kết công tác dân vận {{ this }}")

    remarked_on(briefing, write(template), "template/title-without-subject")


HONEST = {
    "tasks as a table": {
        "template": block(
            "tasks",
            "### Nhiệm vụ\n\n"
            + table(
                "Nội dung | Đơn vị chủ trì | Thời hạn",
                "{{ row.text }} | {{ row.lead }} | {{ row.deadline or '' }}",
                "report.tasks",
            ),
        )
    },
    "tasks under who leads them": {
        "template": block(
            "tasks",
            "### Nhiệm vụ\n\n{% for g in report.tasks|groupby('lead') %}\n- {{ g.grouper }}: "
            "{% for x in g.list %}{{ x.text|lower_first }}{% if x.deadline %} ({{ x.deadline }})"
            "{% endif %}{{ '; ' if not loop.last }}{% endfor %}.\n{% endfor %}",
        )
    },
    "proposals under their headings": {
        "template": block(
            "proposals",
            "## {{ headings.proposals }}\n\n{% for g in report.proposals|groupby('to') %}\n"
            "### Đối với {{ g.grouper }}\n\n{% for x in g.list %}\n- {{ x.text|sentence }}\n"
            "{% endfor %}\n{% endfor %}",
        )
    },
    "a deadline that is foreseen": {
        "macros": f"{TASKS}- {{{{ x.text }}}} ({{{{ x.lead }}}}{{% if x.deadline %}}, dự kiến hoàn "
        f"thành: {{{{ x.deadline }}}}{{% endif %}}).{END}"
    },
    "an annex of figures of one's own": {
        "template": annex(
            "STT | Chỉ tiêu | ĐVT | Năm {{ last_year }} | Năm {{ year }} | So sánh",
            "{{ loop.index }} | {{ row.label }} | {{ row.unit }} | {{ row.previous or '–' }} | "
            "{{ m.figure_result(row) }} | {{ row.moved or '–' }}",
        )
    },
    "figures from left to right": {
        "template": block(
            "figures_annex",
            FIGURES
            + "|{% for f in report.figures %} {{ f.label }} |{% endfor +%}\n"
            + "|{% for f in report.figures %} --- |{% endfor +%}\n"
            + "|{% for f in report.figures %} {{ m.figure_result(f)|trim }} |{% endfor +%}\n",
        )
    },
    "two figures in a row": {
        "template": more(
            "| Nội dung | Vụ | Buổi |\n| --- | --- | --- |\n"
            "| {{ this }} | {{ report.figures[0].value }} | {{ report.figures[1].value }} |\n"
            "| Kỳ trước | {{ report.figures[0].previous }} | {{ report.figures[1].previous }} |"
        )
    },
    "heads of one's own": {
        "said": columns(
            'label = "Chỉ tiêu", unit = "ĐVT", plan = "Chỉ tiêu giao", value = "Kết quả năm nay", '
            'previous = "Thực hiện năm trước", change = "So với cùng kỳ", rate = "Tỷ lệ đạt (%)"'
        )
    },
    "units with the usual one": {"said": columns('unit = "Đơn vị (đồng)"')},
    "heads for bodies": {
        "said": '[figures_annex]\ncolumns = ["label", "unit", "value"]\n'
        'heads = { label = "Đơn vị", value = "Số lượng" }\n'
    },
    "a sum that is worked out": {
        "template": saved(
            "{{ m.table(report.extra.tiet_kiem) }}\n\n"
            f"Tổng cộng {{{{ {LINES}|sum(attribute='so_tien') }}}} triệu đồng, bình quân "
            f"{{{{ ({LINES}|sum(attribute='so_tien') / 2)|number }}}} triệu đồng."
        )
    },
    "a total that is worked out": {
        "template": saved(
            table(
                "Đơn vị | Số tiền (triệu đồng)",
                "{{ row.don_vi }} | {{ row.so_tien }}",
                end=f"| **Tổng cộng** | {{{{ {LINES}|sum(attribute='so_tien') }}}} |\n",
            )
        )
    },
    "another measure that is worked out": {
        "template": saved(
            f"{{% for x in {LINES} %}}\n- {{{{ x.don_vi }}}}: {{{{ x.so_tien }}}} triệu đồng "
            "({{ (x.so_tien / 1000)|number }} tỷ đồng).\n{% endfor %}"
        )
    },
    "situation in one paragraph": {
        "template": block(
            "situation",
            "## {{ headings.situation }}\n\nVề thuận lợi: "
            "{{ report.situation.favourable|joined|lower_first|stopped }} Về khó khăn: "
            "{{ report.situation.difficult|joined|lower_first|stopped }}",
        )
    },
    "headings of one's own": {
        "template": block(
            "strengths", "### Những kết quả đạt được\n\n{{ m.paragraphs(report.strengths) }}"
        )
        + block("limitations", "### Khó khăn, hạn chế\n\n{{ m.paragraphs(report.limitations) }}")
        + block("tasks", "### Mục tiêu, kết quả cần đạt\n\n{{ m.tasks(report.tasks) }}")
    },
    "the annex and one of a decree": {
        "template": more("(Phụ lục kèm theo) Theo Phụ lục III ban hành kèm theo Nghị định.")
    },
}


@pytest.mark.parametrize("way", some(HONEST))
def test_what_is_in_order_is_left_alone(briefing: Briefing, way: str) -> None:
    left_alone(briefing, write(**HONEST[way]))
