"""A locality spells the words of the templates its own way, never what was typed."""

from __future__ import annotations

import pytest
from cli.running import Briefing
from docx import Document

from localities.made import CAO_SON, write_input, write_pack

OWN = """\
{% extends "bao-cao-tong-ket.md.j2" %}
{% block results %}
## {{ headings.results }}

Toà án và {{ report.issuer.name }} hòa giải; {{ report.subject }}.

{% for area in report.results %}
{{ m.paragraphs(area.statements) }}
{% endfor %}
{% endblock %}
"""


def built(briefing: Briefing, style: str) -> list[str]:
    write_pack("cao-son", f"{style}\n{CAO_SON}", bao_cao_tong_ket=OWN)
    source = write_input("cao-son")
    text = source.read_text(encoding="utf-8")
    text = text.replace("subject:", "subject: hòa hoãn, hoà bình #", 1)
    source.write_text(text, encoding="utf-8")
    briefing("build", source, "-o", "a.docx", "--force", "--draft")
    document = Document("a.docx")
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *(cell.text for cell in cells)]


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("", ("Toà án và ", " hòa giải")),
        ('tone_marks = "new"', ("Toà án và ", " hoà giải")),
        ('tone_marks = "old"', ("Tòa án và ", " hòa giải")),
    ],
)
def test_words_of_templates_follow_the_locality(
    briefing: Briefing, style: str, said: tuple[str, str]
) -> None:
    lines = built(briefing, style)

    assert any(all(part in line for part in said) for line in lines)
    assert any("hòa hoãn, hoà bình" in line for line in lines)


def test_the_national_title_keeps_the_spelling_of_the_decree(briefing: Briefing) -> None:
    lines = built(briefing, 'tone_marks = "new"')

    assert any("CỘNG HÒA" in " ".join(line.split()).upper() for line in lines)


def test_another_word_is_refused(briefing: Briefing) -> None:
    write_pack("cao-son", f'tone_marks = "kieu moi"\n{CAO_SON}')
    outcome = briefing("check", write_input("cao-son"))

    assert outcome.code != 0
    assert "tone_marks" in outcome.out + outcome.err
