"""``m.table``: a table of a template's or an input's, as Markdown."""

from __future__ import annotations

import json

from cli.running import Briefing

from localities.made import CAO_SON, write_input, write_pack

EXTENDS = '{% extends "bao-cao-tong-ket.md.j2" %}\n'


def shown(briefing: Briefing, table: str, said: str = "") -> str:
    block = f"{{% block closing %}}\n{{{{ m.table({table}) }}}}\n\nHết.\n{{% endblock %}}\n"
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=EXTENDS + block)
    source = write_input("cao-son")
    if said:
        source.write_text(said, encoding="utf-8")
    return briefing("preview", "--draft", source).out


def test_a_table_of_a_template_has_its_heads_its_rows_and_its_alignment(briefing: Briefing) -> None:
    rows = "[[report.limitations[0], 12], [report.limitations[1], none]]"
    table = f'{{"heads": ["đơn vị", "số hộ"], "rows": {rows}, "align": ["left", "right"]}}'
    source = write_input("cao-son")
    said = source.read_text(encoding="utf-8")
    assert "limitations: [Quân số còn thiếu]" in said
    more = said.replace("[Quân số còn thiếu]", '["Thôn A|B", "*Thôn C*"]')

    lines = shown(briefing, table, more).splitlines()

    at = next(n for n, line in enumerate(lines) if "Đơn vị" in line)
    assert [cell.strip() for cell in lines[at].split("|")] == ["", "Đơn vị", "Số hộ", ""]
    assert lines[at + 1].endswith("---: |")
    assert "Thôn A\\|B" in lines[at + 2]
    assert "12" in lines[at + 2]
    assert "\\*Thôn C\\*" in lines[at + 3]


def test_a_table_without_rows_is_not_printed_and_one_without_alignment_stands_left(
    briefing: Briefing,
) -> None:
    assert "Đơn vị" not in shown(briefing, '{"heads": ["đơn vị"], "rows": []}')
    assert "Đơn vị" in shown(briefing, '{"heads": ["đơn vị"], "rows": [["A"]]}')


def test_lint_follows_a_table_and_misses_the_heads_that_it_lacks(
    briefing: Briefing,
) -> None:
    shown(briefing, '{"heads": ["đơn vị"], "rows": [["A"]]}')
    assert briefing("template", "lint", "--locality", "cao-son").code == 0
    shown(briefing, '{"head": ["đơn vị"], "rows": [["A"]]}')
    told = briefing("template", "lint", "--locality", "cao-son", "--format", "json").out
    assert "template/unknown-path" in [f["rule"] for f in json.loads(told)]


def test_a_second_look_at_the_same_templates_finds_what_the_first_one_found(
    briefing: Briefing,
) -> None:
    # To make a program of a template changes nothing of what later looks read.
    shown(briefing, '{"heads": ["đơn vị"], "rows": [["A"]]}')
    first, second = (briefing("template", "lint", "--locality", "cao-son").out for _ in range(2))
    assert first == second
