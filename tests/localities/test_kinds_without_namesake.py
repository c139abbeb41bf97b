"""Kinds of a pack's own whose name no kind of the program bears: their content is held too."""

from __future__ import annotations

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each_rule, some

from localities.planted import END, RESULTS, left_alone, own, remarked_on, table, write
from localities.test_ways_to_a_wrong_document import refused

TASKS = "## Nhiệm vụ\n\n{{ m.tasks(LIST) }}\n"
LIKE = '{% extends "bao-cao-tong-ket.md.j2" %}\n'
FIGURES = "\n# Số liệu\n\n(theo Phụ lục)\n\n"


def results(said: str) -> str:
    """Return the results with each sentence said so."""
    each = "{% for s in area.statements %}\n" + said + "\n\n{% endfor %}"
    return RESULTS.replace("{{ m.paragraphs(area.statements) }}", each)


REFUSED = {
    "the first area alone": (
        own(RESULTS.replace("report.results", "report.results[:1]")),
        "template/part-of-list",
    ),
    "the first sentence alone": (
        own(results("{{ s|sentence if loop.first }}")),
        "template/part-of-list",
    ),
    "the first sentence by a filter": (
        own(
            RESULTS.replace("{{ m.paragraphs(area.statements) }}", "{{ area.statements|first }}.\n")
        ),
        "template/part-of-list",
    ),
    "two tasks of three": (
        own(RESULTS + TASKS.replace("LIST", "report.tasks[:2]")),
        "template/part-of-list",
    ),
    "the last task alone": (
        own(RESULTS + TASKS.replace("LIST", "[report.tasks|last]")),
        "template/part-of-list",
    ),
    "a task by its number": (
        own(RESULTS + TASKS.replace("LIST", "[report.tasks[0]]")),
        "template/part-of-list",
    ),
    "tasks sliced under a template of the program": (
        f"{LIKE}{{% block tasks %}}\n{TASKS.replace('LIST', 'report.tasks[:1]')}{{% endblock %}}\n",
        "template/part-of-list",
    ),
    "a number replaced": (
        own(results('{{ s|replace("45/50", "49/50")|sentence }}')),
        "template/changed-fact",
    ),
    "sentences denied": (
        own(results("Chưa {{ s|lower_first|sentence }}")),
        "template/turned-fact",
    ),
    "strengths for limitations": (
        own(
            f"{RESULTS}## {{{{ headings.limitations }}}}\n\n"
            "{{ m.paragraphs(report.strengths) }}"
        ),
        "template/other-heading",
    ),
    "areas under each other's headings": (
        own(RESULTS.replace("area.heading", "report.results[1 - loop.index0].heading")),
        "template/other-heading",
    ),
    "results under the heading of the plan": (
        own(RESULTS.replace("headings.results", "headings.plan")),
        "template/other-heading",
    ),
    "the last period as this one": (
        own(
            RESULTS
            + FIGURES
            + table(
                "Nội dung | {{ this }}",
                "{{ row.label }} | {{ row.previous or '–' }}",
                "report.figures",
            )
        ),
        "template/other-column",
    ),
    "labels of other figures": (
        own(
            RESULTS
            + FIGURES
            + table(
                "Nội dung | Kết quả",
                "{{ report.figures[loop.index0 - 1].label }} | {{ row.value }}",
                "report.figures",
            )
        ),
        "template/other-item",
    ),
    "the coming year in the title": (
        own(RESULTS, "# {{ kind }}\n\nKết quả {{ report.subject }} năm {{ next_year }}\n\n"),
        "template/crossed-periods",
    ),
    "the last year in the title": (
        own(RESULTS, "# {{ kind }}\n\nKết quả {{ report.subject }} năm {{ last_year }}\n\n"),
        "template/stale-year",
    ),
    "another type": (own(RESULTS, "# Báo cáo\n\nKết quả {{ this }}\n\n"), "form/other-type"),
}
REMARKED = {
    "no end mark": (own(RESULTS, end="\n\nTrên đây là thông báo.\n"), "text/no-end-mark"),
    "words behind the end": (own(RESULTS, end=f"{END}\nXin cảm ơn.\n"), "text/behind-end"),
    "results twice": (own(RESULTS + RESULTS), "template/printed-twice"),
    "a heading without text": (
        own(f"{RESULTS}\n## Mục trống\n\n## Mục khác\n\nMột.\n"),
        "template/heading-without-text",
    ),
    "an annex without text": (own(f"{RESULTS}\n# Số liệu\n"), "template/heading-without-text"),
    "an annex that nobody mentions": (
        own(f"{RESULTS}\n# Số liệu\n\n{{{{ m.figure_table(report.figure_groups) }}}}\n"),
        "template/annex-not-mentioned",
    ),
    "an annex that is not there": (
        own(f"{RESULTS}\n(Biểu số liệu kèm theo)\n"),
        "template/no-such-annex",
    ),
    "small letters": (own(results("{{ s|capitalize|sentence }}")), "template/small-letters"),
}
RULES = {rule for cases in (REFUSED, REMARKED) for _, rule in cases.values()}


@pytest.mark.parametrize(("way", "language"), in_languages(one_of_each_rule(REFUSED)))
def test_what_falsifies_a_document_is_refused(briefing: Briefing, way: str, language: str) -> None:
    template, rule = REFUSED[way]

    refused(briefing, write(kind=template), rule, language)


@pytest.mark.parametrize("way", one_of_each_rule(REMARKED))
def test_what_is_only_odd_is_remarked_on(briefing: Briefing, way: str) -> None:
    template, rule = REMARKED[way]

    remarked_on(briefing, write(kind=template), rule)


HONEST = {
    "results alone": own(RESULTS),
    "tasks of one body": own(
        RESULTS
        + "## Nhiệm vụ\n\n{% for x in report.tasks if x.lead == 'Công an xã' %}\n"
        + "{{ loop.index }}. {{ x.text|sentence }}\n{% endfor %}\n"
    ),
    "sentences in a list": own(results("- {{ s|sentence }}")),
    "the first sentence apart": own(
        results("{% if loop.first %}**{{ s|stopped }}**{% else %}{{ s|sentence }}{% endif %}")
    ),
    "strengths under results": own(
        f"{RESULTS}## Kết quả nổi bật\n\n{{{{ m.paragraphs(report.strengths) }}}}\n"
    ),
    "limitations and lessons": own(
        f"{RESULTS}## Hạn chế và bài học\n\n{{{{ m.paragraphs(report.limitations) }}}}\n"
        "{{ m.paragraphs(report.lessons) }}\n"
    ),
    "no headings": own(
        "{% for area in report.results %}\n{{ m.paragraphs(area.statements) }}\n{% endfor %}\n"
    ),
    "a report with less": f"{LIKE}{{% block plan %}}{{% endblock %}}\n"
    "{% block assessment %}{% endblock %}\n",
    "tasks of the coming year": own(
        f"{RESULTS}## Nhiệm vụ năm {{{{ next_year }}}}\n\n{{{{ m.tasks(report.tasks) }}}}\n",
        "# {{ kind }}\n\nKết quả {{ report.subject }} {{ this }}, nhiệm vụ {{ coming }}\n\n",
    ),
}


@pytest.mark.parametrize("way", some(HONEST))
def test_what_is_in_order_is_left_alone(briefing: Briefing, way: str) -> None:
    left_alone(briefing, write(kind=HONEST[way]))


def test_a_pack_says_what_it_prints_in_part_by_the_line_that_the_message_gives(
    briefing: Briefing,
) -> None:
    template = own(RESULTS + TASKS.replace("LIST", "report.tasks[:1]"))
    line = '[kinds.thong-bao] leave_out = ["tasks"]'
    told = briefing("check", write(kind=template))
    assert line in told.out

    table_, _, key = line.partition(" ")
    assert briefing("build", write(kind=template, said=f"{table_}\n{key}\n")).code == 0
