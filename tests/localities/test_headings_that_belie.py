"""Headings of packs that say something else than what stands below them: by every command."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each_rule, some

from localities.planted import block, left_alone, write
from localities.test_ways_to_a_wrong_document import refused

OPPOSITE = "locality/opposite-heading"
OF_PART = "template/heading-of-part"
AREAS = (
    "{% for area in report.results %}\n### {{ area.heading }}\n\n"
    "{{ m.paragraphs(area.statements) }}\n{% endfor %}"
)
STATEMENTS = (
    "{{% for area in report.results{} %}}\n{{{{ m.paragraphs(area.statements) }}}}\n{{% endfor %}}"
)


def headed(name: str, text: str) -> dict[str, str]:
    """Return the data of a pack that words one heading."""
    return {"said": f'[headings]\n{name} = "{text}"\n'}


REFUSED = {
    "half of the year over all results": (
        headed("results", "Kết quả 6 tháng đầu năm"),
        OF_PART,
    ),
    "half of a named year over all results": (
        headed("results", "Kết quả thực hiện 6 tháng đầu năm {year}"),
        OF_PART,
    ),
    "a quarter over all results": (headed("results", "Tình hình công tác quý IV"), OF_PART),
    "a quarter typed over all results": (
        {"template": block("results", f"## Kết quả nổi bật quý IV\n\n{AREAS}")},
        OF_PART,
    ),
    "targets as reached": (headed("targets", "Chỉ tiêu đã đạt được"), OPPOSITE),
    "tasks as done": (headed("tasks", "Các nhiệm vụ đã hoàn thành"), OPPOSITE),
    "tasks as done in the year": (
        headed("tasks", "Nhiệm vụ, giải pháp trọng tâm đã thực hiện trong {this}"),
        OPPOSITE,
    ),
    "tasks as done in a template": (
        {
            "template": block(
                "tasks", "### Nhiệm vụ trọng tâm đã hoàn thành\n\n{{ m.tasks(report.tasks) }}"
            )
        },
        "template/other-heading",
    ),
    "what is foreseen as past": (headed("forecast", "Tình hình trong năm qua"), OPPOSITE),
    "causes of what is lacking as those of what was reached": (
        headed("causes", "Nguyên nhân của những kết quả đạt được"),
        OPPOSITE,
    ),
    "figures as a list of people": (
        headed("figures_annex", "Danh sách tập thể, cá nhân được khen thưởng {this}"),
        OPPOSITE,
    ),
}


@pytest.mark.parametrize(("way", "language"), in_languages(one_of_each_rule(REFUSED)))
def test_a_heading_that_belies_what_it_stands_over_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    written, rule = REFUSED[way]

    refused(briefing, write(**written), rule, language)


def test_a_heading_that_belies_is_told_at_its_line(briefing: Briefing) -> None:
    for name, text in {"results": "Kết quả quý IV", "tasks": "Nhiệm vụ đã hoàn thành"}.items():
        outcome = briefing("check", write(**headed(name, text)))

        file = Path("localities/cao-son/locality.toml")
        lines = file.read_text(encoding="utf-8").splitlines()
        at = next(number for number, line in enumerate(lines, 1) if text in line)
        assert f"{file}:{at}:" in outcome.out + outcome.err


HONEST = {
    "each half under its own heading": {
        "template": block(
            "results",
            "## {{ headings.results }}\n\n(Số liệu tại Phụ lục kèm theo)\n\n"
            "### Kết quả 6 tháng đầu năm\n\n"
            + STATEMENTS.format("[:1]")
            + "\n\n### Kết quả 6 tháng cuối năm\n\n"
            + STATEMENTS.format("[1:]"),
        )
    },
    "a part of the year for one thing": {
        "template": block(
            "results",
            f"## {{{{ headings.results }}}}\n\n(Số liệu tại Phụ lục kèm theo)\n\n{AREAS}\n\n"
            "### Kết quả tiêm chủng quý IV\n\n"
            "Trạm Y tế tổ chức tiêm chủng thường xuyên.",
        )
    },
    "months of results and an estimate of the year": headed(
        "results", "Kết quả 9 tháng và ước thực hiện cả năm"
    ),
    "a comparison": headed("results", "Kết quả thực hiện so với 6 tháng đầu năm"),
    "tasks of a quarter": headed("tasks", "Nhiệm vụ trọng tâm quý I"),
    "what was reached and is to be kept": headed(
        "targets", "Các chỉ tiêu đã đạt được cần duy trì, nâng chất"
    ),
    "tasks that were given": headed("tasks", "Nhiệm vụ đã được giao"),
    "tasks that go over into the next year": headed("tasks", "Nhiệm vụ đã thực hiện dở dang"),
    "what is foreseen after what was": headed(
        "forecast", "Tình hình trong năm qua và dự báo thời gian tới"
    ),
    "causes of both": headed("causes", "Nguyên nhân của kết quả đạt được và hạn chế"),
    "causes of what is lacking": headed("causes", "Nguyên nhân của những hạn chế"),
    "figures of awards": headed("figures_annex", "Số liệu công tác thi đua, khen thưởng"),
}


@pytest.mark.parametrize("way", some(HONEST))
def test_a_heading_that_says_what_it_stands_over_is_left_alone(
    briefing: Briefing, way: str
) -> None:
    left_alone(briefing, write(**HONEST[way]))


def test_half_of_the_year_is_right_over_its_own_results(briefing: Briefing) -> None:
    source = write(**headed("results", "Kết quả 6 tháng đầu năm"))
    text = source.read_text(encoding="utf-8")
    half = text.replace("{year: 2024}", "{year: 2024, type: first_half}")
    assert half != text
    source.write_text(half.replace("date: 2024-12-20", "date: 2024-06-20"), encoding="utf-8")

    outcome = briefing("check", source)
    assert OF_PART not in outcome.out + outcome.err
