"""Templates of a pack that leave out, cut or change what the input says, by check and by build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages, some

from localities.made import CAO_SON, write_input, write_pack
from localities.test_ways_to_a_wrong_document import refused

EXTENDS = '{% extends "bao-cao-tong-ket.md.j2" %}\n'
MORE = """\
  - area: phong_trao
    statements: ["Xây dựng 45/50 mô hình tự quản, tăng 5 mô hình so với năm trước"]
situation: {favourable: [Được quan tâm], difficult: [Địa bàn rộng]}
models: [{name: Tổ tự quản, where: thôn Đá}]
proposals: [{text: Cấp thêm kinh phí, to: UBND tỉnh}]
abbreviations: {ANTT: {long: an ninh trật tự}}
"""


def area(said: str) -> str:
    """Return an override that prints each statement of an area so."""
    loop = "{% for s in area.statements %}\n" + said + "\n\n{% endfor %}\n"
    return f"{EXTENDS}{{% block area %}}\n{loop}{{% endblock %}}\n"


def plan(said: str) -> str:
    """Return an override that says more behind the plan."""
    return f"{EXTENDS}{{% block plan %}}\n{{{{ super() }}}}\n{said}\n{{% endblock %}}\n"


RESULTS = (
    EXTENDS
    + "{% block results %}\n## Kết quả\n\n{% for area in report.results[:1] %}\n"
    + "### {{ area.heading }}\n\n{{ m.paragraphs(area.statements) }}\n{% endfor %}\n"
    + "{{ m.list(report.models|map(attribute='name')|list) }}\n{% endblock %}\n"
)
DROPPED = {
    "tasks": (EXTENDS + "{% block plan %}\n{% endblock %}\n", "tasks[0]", 2),
    "the second area": (RESULTS, "results[1]", 5),
    "the first statement alone": (area("{{ s if loop.first }}"), None, None),
    "an addressee": (
        EXTENDS + "{% block proposals %}\n## Kiến nghị\n\n"
        '{{ m.list(report.proposals|map(attribute="text")|list) }}\n{% endblock %}\n',
        "proposals[0].to",
        2,
    ),
    "models": (EXTENDS + "{% block models %}\n{% endblock %}\n", "models[0].name", 2),
    "difficulties": (
        EXTENDS + "{% block situation %}\n## Tình hình\n\n"
        "{{ m.paragraphs(report.situation.favourable) }}\n{% endblock %}\n",
        "situation.difficult[0]",
        2,
    ),
    "limitations": (EXTENDS + "{% block limitations %}\n{% endblock %}\n", "limitations[0]", 2),
}
CHANGED = {
    "a number replaced": (area('{{ s|replace("45/50", "49/50")|sentence }}'), "49/50", 4),
    "a digit replaced": (area('{{ s|replace("45", "54")|sentence }}'), "54/50", 4),
    "a word replaced": (area('{{ s|replace("tăng", "giảm")|sentence }}'), "giảm", 4),
    "a word put in": (area('{{ s|replace("Xây dựng", "Không xây dựng")|sentence }}'), "Không", 4),
    "words left out": (area('{{ s|replace(" tự quản", "")|sentence }}'), "mô hình, tăng", 4),
    "a text cut short": (area("{{ s|truncate(20)|sentence }}"), "Xây dựng", 4),
    "a text sliced": (area("{{ s[:20]|sentence }}"), "Xây dựng", 4),
    "a text turned round": (area("{{ s|reverse }}."), "gnựd", 4),
    "a number doubled": (
        plan("{% for f in report.figures %}Có {{ f.number * 2 }} vụ.{% endfor %}"),
        "18",
        4,
    ),
    "a number plus one": (
        plan("{% for f in report.figures %}Có {{ f.number + 1 }} vụ.{% endfor %}"),
        "10",
        4,
    ),
    "a label with another": (
        plan('{% for f in report.figures %}{{ f.label|replace("phạm tội", "cháy") }}.{% endfor %}'),
        "cháy",
        4,
    ),
    "the subject": (plan('{{ report.subject|replace("an ninh", "quân sự") }}.'), "quân sự", 4),
}


def put(template: str) -> Path:
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=template)
    source = write_input("cao-son")
    text = source.read_text(encoding="utf-8")
    results, _, rest = MORE.partition("situation")
    text = text.replace("limitations:", f"{results}limitations:") + f"situation{rest}"
    source.write_text(text, encoding="utf-8")
    return source


@pytest.mark.parametrize(
    ("way", "language"), in_languages([way for way, (_, path, _) in DROPPED.items() if path])
)
def test_what_a_template_leaves_out_stops_a_final_document(
    briefing: Briefing, way: str, language: str
) -> None:
    template, path, line = DROPPED[way]
    source = put(template)
    found = json.loads(briefing("check", source, "--format", "json").out)
    told = [one for one in found if one["rule"] == "template/dropped-fact"]

    assert [one["line"] for one in told] == [line]
    assert str(path) in told[0]["message"]
    assert not [one for one in found if one["rule"] in ("facts/not-printed", "template/lost-fact")]
    refused(briefing, source, "template/dropped-fact", language)


@pytest.mark.parametrize(("way", "language"), in_languages(some(CHANGED)))
def test_what_a_template_changes_stops_a_final_document(
    briefing: Briefing, way: str, language: str
) -> None:
    template, words, line = CHANGED[way]
    source = put(template)
    found = json.loads(briefing("check", source, "--format", "json").out)
    told = [one for one in found if one["rule"] == "template/changed-fact"]

    assert told
    assert {one["line"] for one in told} == {line}
    assert any(words in one["message"] for one in told), told
    refused(briefing, source, "template/changed-fact", language)


HONEST = [
    area("{{ s|sentence }}"),
    area("**Kết quả:** {{ s|lower_first|sentence }}"),
    area("- {{ s|trim('.') }};"),
    area("{{ s[0]|upper }}{{ s[1:] }}."),
    area("{{ s|upper }}."),
    area("{{ s|contrasted|sentence }}"),
    area("*{{ s }}*."),
    plan("{% for f in report.figures %}- {{ f.label|upper_first }}: {{ f.phrase }}.\n{% endfor %}"),
    plan("{% for f in report.figures %}- {{ f.label|replace('số ', '')|upper_first }}: "
         "{{ f.number|in_words }} ({{ f.number|two_digits }}).\n{% endfor %}"),
    plan("{% for f in report.figures %}{{ f.number / 1000 }} nghìn; {{ f.moved }}.{% endfor %}"),
    plan("{{ m.figure_table(report.figure_groups) }}"),
    plan("{{ report.limitations|joined|sentence }}"),
    plan("{{ report.subject|outcome|sentence }}"),
    plan("{{ report.title or report.subject }}."),
    plan("{{ (report.results[0].statements + report.limitations)|join('; ') }}."),
    plan("{% for p in report.proposals %}{{ p.to }}: {{ p.text }}.{% endfor %}"),
    EXTENDS + "{% block results %}\n## Kết quả\n\n{% for a in report.results|reverse %}\n"
    "### {{ a.heading|upper }}\n\n{{ m.running(a.statements) }}\n{% endfor %}\n"
    "{% for model in report.models %}\n- {{ m.model(model) }}.\n{% endfor %}\n{% endblock %}\n",
]  # fmt: skip


@pytest.mark.parametrize("template", some(HONEST))
def test_facts_printed_in_other_places_and_forms_are_left_alone(
    briefing: Briefing, template: str
) -> None:
    outcome = briefing("build", put(template))

    assert outcome.code == 0, outcome.err
    assert "template/" not in outcome.err


def test_a_pack_says_what_it_leaves_out_by_the_line_that_the_message_gives(
    briefing: Briefing,
) -> None:
    source = put(EXTENDS + "{% block plan %}\n{% endblock %}\n")
    [told] = [
        one
        for one in json.loads(briefing("check", source, "--format", "json").out)
        if one["rule"] == "template/dropped-fact"
    ]
    table, line = "[kinds.bao-cao-tong-ket]", 'leave_out = ["tasks"]'
    assert f"{table} {line}" in told["remedy"]

    file = Path("localities/cao-son/locality.toml")
    file.write_text(f"{CAO_SON}\n{table}\n{line}\n", encoding="utf-8")
    outcome = briefing("build", source)
    assert outcome.code == 0, outcome.err
    assert "template/dropped-fact" not in outcome.err

    # The marks and posts of the signature are set by the program, not by the template.
    signed = source.read_text(encoding="utf-8") + (
        "\nsignature: {collective: Ủy ban nhân dân, authority: KT, head: Chủ tịch, "
        "post: Phó Chủ tịch}\n"
    )
    source.write_text(signed, encoding="utf-8")
    outcome = briefing("build", source, "--force")
    assert outcome.code == 0, outcome.err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_name_that_no_fact_has_is_told_where_it_is_left_out(
    briefing: Briefing, language: str
) -> None:
    source = put(EXTENDS)
    file = Path("localities/cao-son/locality.toml")
    file.write_text(f'{CAO_SON}\n[kinds.bao-cao-tong-ket]\nleave_out = ["taskss"]\n', "utf-8")

    out = briefing("check", source, "--lang", language).out
    [line] = [line for line in out.splitlines() if "[locality/unknown-fact]" in line]
    assert "locality.toml:8:" in line
    assert "“taskss”" in line
    assert "“tasks”" in out


def test_a_kind_of_ones_own_may_say_less(briefing: Briefing) -> None:
    folder = write_pack("cao-son", CAO_SON)
    (folder / "kinds.toml").write_text(
        '[thong-bao]\nkind = "Thông báo"\nsymbol = "TB"\ndescription = {vi = "a", en = "b"}\n',
        encoding="utf-8",
    )
    (folder / "thong-bao.md.j2").write_text(
        "# {{ kind }}\n\n{{ report.subject }}\n\n## Kết quả\n\n{% for area in report.results %}\n"
        '{% import "macros.md.j2" as m with context %}{{ m.paragraphs(area.statements) }}\n'
        "{% endfor %}\n",
        encoding="utf-8",
    )
    source = write_input("cao-son")
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("kind: bao-cao-tong-ket", "kind: thong-bao"), encoding="utf-8")

    outcome = briefing("build", source)
    assert outcome.code == 0, outcome.err
    assert "template/dropped-fact" not in outcome.err


LONG = "Lực lượng chức năng đã tuần tra thường xuyên trên các tuyến"
TWICE = f"""\
  - area: phong_trao
    statements: ["{LONG}", "{LONG} của xã"]
"""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_section_printed_twice_is_told(briefing: Briefing, language: str) -> None:
    twice = "{% block results %}\n{{ super() }}\n{{ super() }}\n{% endblock %}\n"
    source = put(EXTENDS + twice)
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("limitations:", f"{TWICE}limitations:"), encoding="utf-8")

    for command in ("check", "build"):
        outcome = briefing(command, source, "--lang", language)
        assert "[template/printed-twice]" in outcome.out + outcome.err
        # The input itself has the area in two places.
        assert "[results/same-area]" in outcome.out + outcome.err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_two_sections_of_one_title_are_told(briefing: Briefing, language: str) -> None:
    write_pack("cao-son", CAO_SON)
    section = "  - {title: Kinh tế, statements: [A]}\n"
    source = write_input("cao-son", more=f"sections:\n{section}{section}")

    out = briefing("check", source, "--lang", language).out
    assert out.count("[sections/same-title]") == 1
