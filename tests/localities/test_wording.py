"""Headings, the order of sections and the table of figures as data of a pack, inherited."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages

from briefing import load
from briefing.figures.periods import period_words
from briefing.kinds import built_in
from briefing.report import Report
from briefing.templating import template_folder
from localities.made import CAO_SON, write_input, write_pack

EXTENDS = '{% extends "bao-cao-tong-ket.md.j2" %}\n'
MORE = (
    "proposals: [Cấp thêm kinh phí]\nsituation: {overview: [Địa bàn rộng]}\nfigures_annex: true\n"
)


def headings(briefing: Briefing, source: Path, *more: str) -> list[str]:
    shown = briefing("preview", "--draft", source, *more).out
    return [line.lstrip("# ") for line in shown.splitlines() if line.startswith("## ")]


def told(briefing: Briefing, source: Path) -> list[dict[str, object]]:
    return json.loads(briefing("check", source, "--format", "json").out)  # type: ignore[no-any-return]


def test_a_heading_is_one_line_of_the_commune_and_of_the_province(briefing: Briefing) -> None:
    write_pack("hoa-binh", '[headings]\nplan = "Nhiệm vụ {coming}"\nproposals = "Kiến nghị"\n')
    write_pack("cao-son", CAO_SON + '[headings]\nproposals = "Đề nghị cấp trên"\n')
    source = write_input("cao-son", more=MORE)

    assert headings(briefing, source) == [
        "I. ĐẶC ĐIỂM TÌNH HÌNH",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. ĐÁNH GIÁ CHUNG",
        "IV. NHIỆM VỤ NĂM 2025",
        "V. ĐỀ NGHỊ CẤP TRÊN",
    ]
    shown = briefing("locality", "show", "cao-son").out
    assert re.search(r'headings.plan = "Nhiệm vụ \{coming\}" +# localities/hoa-binh/', shown)
    assert re.search(r"headings.proposals = .+# localities/cao-son/", shown)


def test_every_heading_of_the_templates_is_data() -> None:
    written = {
        found
        for file in template_folder().glob("*.j2")
        for found in re.findall(
            r"^#+ +(?!\{\{|\{% if annex\.page %\})(.+)$", file.read_text(encoding="utf-8"), re.M
        )
    }
    used = {
        found
        for file in template_folder().glob("*.j2")
        for found in re.findall(r"headings\.(\w+)", file.read_text(encoding="utf-8"))
    }

    assert written == set()
    assert used == set(built_in().wording.headings)


def test_headings_may_use_the_words_of_the_period(report: Report) -> None:
    assert set(built_in().wording.words) == {*period_words(report), "sums_up"}


@pytest.fixture
def report() -> Report:
    write_pack("cao-son")
    return load(write_input("cao-son"))


WRONG = [
    ('[headings]\nresluts = "Kết quả"\n', "locality/unknown-word", 7, "results"),
    ('[headings]\nresults = "II. Kết quả"\n', "form/typed-number", 7, "II."),
    ('[headings]\nresults = "Kết quả {{ this }}"\n', "locality/heading-name", 7, "{{ this }}"),
    ('[headings]\nresults = "Kết quả {thiss}"\n', "locality/heading-name", 7, "{thiss}"),
    ('[areas]\ny_te = "1. Y tế"\n', "form/typed-number", 7, "1."),
    ('[areas]\ny_te = "Y tế {year}"\n', "locality/heading-name", 7, "{year}"),
    ('[figures_annex]\ncolumns = ["label", "plans"]\n', "input/unknown-choice", 7, "plan"),
    ('[figures_annex.heads]\nvalues = "Đạt"\n', "locality/unknown-word", 7, "value"),
    ('[figures_annex.heads]\nvalue = "Đạt {x}"\n', "locality/heading-name", 7, "{x}"),
    (
        '[figures_annex]\ncolumns = ["label", "value", "label"]\n',
        "locality/column-twice",
        7,
        "label",
    ),
    (
        '[figures_annex.heads]\nplan = "Kết quả"\nvalue = "KẾT QUẢ"\n',
        "locality/heads-alike",
        8,
        "KẾT QUẢ",
    ),
    (
        '[figures_annex.heads]\nplan = "Đơn vị tính"\n',
        "locality/heads-alike",
        7,
        "Đơn vị tính",
    ),
    (
        '[figures_annex.heads]\nvalue = "Năm 2023"\nprevious = "Năm 2024"\n',
        "locality/heads-swapped",
        8,
        "Năm 2024",
    ),
    ('[sections]\nbao-cao-tong-ket = ["results", "plans"]\n', "sections/unknown", 7, "plan"),
    (
        '[sections]\nbao-cao-tong-ket = ["results", "plan", "plan"]\n',
        "sections/twice",
        7,
        "plan",
    ),
    ('[sections]\nbao-cao-tong-ket = ["situation"]\n', "sections/required", 7, "results"),
]


@pytest.mark.parametrize(
    "more",
    [
        'heads = { previous = "Năm 2023", value = "Năm 2024" }\n',
        'heads = { previous = "Số đầu năm 2024", value = "Năm 2024" }\n',
        'heads = { plan = "Chỉ tiêu giao", value = "Kết quả" }\n',
        'columns = ["label", "value"]\nheads = { value = "Kế hoạch" }\n',
    ],
)
def test_heads_that_tell_columns_apart_are_silent(briefing: Briefing, more: str) -> None:
    write_pack("cao-son", f"{CAO_SON}[figures_annex]\n{more}")

    rules = {str(one["rule"]) for one in told(briefing, write_input("cao-son"))}
    assert not rules & {"locality/heads-alike", "locality/heads-swapped", "locality/column-twice"}


@pytest.mark.parametrize(("wrong", "language"), in_languages(WRONG))
def test_what_would_print_wrong_is_refused_at_its_line(
    briefing: Briefing, wrong: tuple[str, str, int, str], language: str
) -> None:
    more, rule, line, words = wrong
    write_pack("cao-son", f"{CAO_SON}\n{more}".replace("\n\n", "\n"))
    source = write_input("cao-son")

    for command in ("check", "build"):
        outcome = briefing(command, source, "--lang", language)
        assert outcome.code in (1, 2), command
        said = outcome.out + outcome.err
        assert f"[{rule}]" in said
        assert words in said
        assert f"locality.toml:{line}" in said
    assert not source.with_suffix(".docx").exists()


def test_sections_come_in_the_order_of_the_pack_and_what_is_left_out_is_told(
    briefing: Briefing,
) -> None:
    order = '[sections]\nbao-cao-tong-ket = ["plan", "results", "proposals"]\n'
    write_pack("hoa-binh", order)
    write_pack("cao-son")
    source = write_input("cao-son", more=MORE)

    assert headings(briefing, source) == [
        "I. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. ĐỀ XUẤT, KIẾN NGHỊ",
    ]
    lost = " ".join(
        str(one["message"]) for one in told(briefing, source) if one["rule"] == "facts/not-printed"
    )
    for fact in ("limitations", "causes", "situation"):
        assert fact in lost
    # Another kind keeps its own order.
    text = source.read_text(encoding="utf-8").replace("bao-cao-tong-ket", "bao-cao-tom-tat")
    source.write_text(text, encoding="utf-8")
    assert headings(briefing, source)[0] == "I. KẾT QUẢ NỔI BẬT"


def test_a_report_without_its_plan_does_not_announce_one(briefing: Briefing) -> None:
    write_pack("cao-son", CAO_SON + '[sections]\nbao-cao-tong-ket = ["results"]\n')
    shown = briefing("preview", "--draft", write_input("cao-son")).out

    assert "phương hướng" not in shown.lower()


def test_an_own_section_stands_where_the_order_puts_it(briefing: Briefing) -> None:
    order = '[sections]\nbao-cao-tong-ket = ["results", "tiet_kiem", "plan"]\n'
    block = "{% block tiet_kiem %}\n## Tiết kiệm\n\nMột câu.\n{% endblock %}\n"
    write_pack("cao-son", CAO_SON + order, bao_cao_tong_ket=EXTENDS + block)
    source = write_input("cao-son")

    assert headings(briefing, source)[1] == "II. TIẾT KIỆM"
    assert not [one for one in told(briefing, source) if str(one["rule"]).startswith("template/")]
    linted = briefing("template", "lint")
    assert linted.code == 0, linted.out
    # Without the order nothing would print it.
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=EXTENDS + block)
    assert "template/no-such-block" in {one["rule"] for one in told(briefing, source)}


def test_an_own_section_that_asks_for_nothing_there_is_told_by_lint(briefing: Briefing) -> None:
    order = '[sections]\nbao-cao-tong-ket = ["results", "tiet_kiem", "plan"]\n'
    block = "{% block tiet_kiem %}\n{{ report.nothing }}\n{% endblock %}\n"
    write_pack("cao-son", CAO_SON + order, bao_cao_tong_ket=EXTENDS + block)
    linted = briefing("template", "lint")

    assert "[template/unknown-path]" in linted.out
    assert "bao-cao-tong-ket.md.j2:3" in linted.out


def test_lint_holds_the_order_against_the_kind(briefing: Briefing) -> None:
    write_pack("cao-son", CAO_SON + '[sections]\ntin-hoi-nghi = ["results"]\n')
    folder = write_pack("moc-chau", CAO_SON + '[sections]\nbao-cao-tong-ket = ["plans"]\n')
    (folder / "bao-cao-tong-ket.md.j2").write_text(EXTENDS, encoding="utf-8")
    linted = briefing("template", "lint").out

    assert "sections/unknown" in linted
    news = write_input("cao-son")
    news.write_text(
        news.read_text(encoding="utf-8").replace("bao-cao-tong-ket", "tin-hoi-nghi"),
        encoding="utf-8",
    )
    assert "sections/not-movable" in {one["rule"] for one in told(briefing, news)}


def test_the_table_of_figures_has_the_columns_of_the_pack(briefing: Briefing) -> None:
    table = (
        '[figures_annex]\ncolumns = ["number", "label", "plan", "value", "previous", "share"]\n'
        'leave_out = ["bo"]\nheads = { plan = "Chỉ tiêu giao" }\n'
        '[headings]\nfigures_annex = "Biểu số liệu {this}"\n'
    )
    write_pack("cao-son", CAO_SON + table)
    source = write_input("cao-son", more="figures_annex: true\n")
    text = source.read_text(encoding="utf-8")
    figures = (
        "figures:\n"
        "  to: {label: số tổ, value: 30, unit: tổ, target: {value: 25}, area: ma_tuy}\n"
        "  ty_le: {label: tỷ lệ giải quyết, rate: 95, target: {value: 90, of: rate}}\n"
        "  ma: {label: số vụ ma túy, value: 3, unit: vụ, share_of: vu, area: ma_tuy}\n"
        "  bo: {label: số lá đơn, value: 4, unit: đơn}\n"
        "  chay: {label: số vụ cháy, value: 3, unit: vụ, target: {value: 4, at_most: true}}\n"
    )
    source.write_text(text.replace("figures:\n", figures, 1), encoding="utf-8")
    shown = briefing("preview", "--draft", source).out
    rows = [line for line in shown.splitlines() if line.startswith("| ")]

    assert "BIỂU SỐ LIỆU NĂM 2024" in shown.upper()
    assert "| STT | Nội dung | Chỉ tiêu giao | Năm 2024 | Năm 2023 | Tỷ trọng |" in rows
    assert any("Số tổ | 25 | 30 | – | – |" in row for row in rows)
    assert any("Tỷ lệ giải quyết | 90% |" in row for row in rows)
    assert any("Số vụ cháy | không quá 4 | 3 |" in row for row in rows)
    assert any("Số vụ ma túy | – | 3 | – | 33,33% |" in row for row in rows)
    assert not any("lá đơn" in row for row in rows)
    assert any("bo" in str(one["message"]) for one in told(briefing, source))


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("", "| STT | Nội dung | Năm 2024 | Năm 2023 |"),
        ('heads = { plan = "Chỉ tiêu giao" }\n', "| Chỉ tiêu giao | Năm 2024 | Năm 2023 |"),
    ],
)
def test_a_column_that_no_figure_has_is_left_out_unless_the_pack_heads_it(
    briefing: Briefing, heads: str, expected: str
) -> None:
    columns = 'columns = ["number", "label", "plan", "value", "previous", "share"]\n'
    write_pack("cao-son", f"{CAO_SON}[figures_annex]\n{columns}{heads}")
    source = write_input("cao-son", more="figures_annex: true\n")

    shown = briefing("preview", "--draft", source).out
    (head,) = [line for line in shown.splitlines() if line.startswith("| STT")]
    assert head.endswith(expected)
    assert "Tỷ trọng" not in shown
    assert ("| – |" in shown) == bool(heads)


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (
            'value = "Thực hiện", label = "Chỉ tiêu"',
            "| STT | Chỉ tiêu | Đơn vị tính | Năm 2023 | Thực hiện |",
        ),
        ('number = "TT"', "| TT | Nội dung | Đơn vị tính | Năm 2023 | Năm 2024 |"),
    ],
)
def test_a_head_of_a_pack_holds_without_columns_of_its_own(
    briefing: Briefing, heads: str, expected: str
) -> None:
    write_pack("cao-son", f"{CAO_SON}[figures_annex]\nheads = {{ {heads} }}\n")
    source = write_input("cao-son", more="figures_annex: true\n")

    assert expected in briefing("preview", "--draft", source).out


def test_a_right_pack_of_wording_draws_nothing(briefing: Briefing) -> None:
    more = (
        '[headings]\nresults = "Kết quả công tác {this}"\n'
        '[sections]\nbao-cao-tong-ket = ["results", "plan", "assessment"]\n'
    )
    write_pack("cao-son", CAO_SON + more)
    own = {one["rule"] for one in told(briefing, write_input("cao-son"))}
    write_pack("cao-son", CAO_SON)

    assert own == {one["rule"] for one in told(briefing, write_input("cao-son"))}
    assert briefing("build", "năm.yaml").code == 0


@pytest.mark.parametrize(
    ("heads", "wrong"),
    [
        ('value = "Năm 2023"', 1),
        ('value = "Thực hiện năm 2025"', 1),
        ('previous = "Năm 2024"', 1),
        ('previous = "Năm 2023", value = "Năm 2024"', 0),
        ('previous = "Năm 2020"', 0),
        ('previous = "Số đầu năm 2024"', 0),
    ],
)
def test_a_head_of_another_year_is_an_error(briefing: Briefing, heads: str, wrong: int) -> None:
    write_pack("cao-son", f"{CAO_SON}[figures_annex]\nheads = {{ {heads} }}\n")

    found = told(briefing, write_input("cao-son", more="figures_annex: true\n"))
    years = [one for one in found if one["rule"] == "annex/head-of-other-year"]
    assert [one["severity"] for one in years] == ["error"] * wrong
    assert all("localities/cao-son" in str(one) for one in years)


SMALL = (
    *("leadership", "opening_sentence", "models", "strengths", "limitations", "causes", "lessons"),
    *("forecast", "targets", "tasks", "conference_mention", "closing_sentence", "figures_annex"),
    *("conference_annex", "awards"),
)


@pytest.mark.parametrize("block", SMALL)
def test_a_small_block_is_overridden_alone(briefing: Briefing, block: str) -> None:
    more = (
        "leadership: Cấp ủy chỉ đạo sát sao\nmodels: [{name: mô hình A}]\nfigures_annex: true\n"
        "strengths: [Đoàn kết]\nlessons: [Bám cơ sở]\nforecast: Còn phức tạp\ntargets: [Giảm 5%]\n"
        "conference: {date: 2024-12-19}\nawards: [{to: tập thể A}]\n"
    )
    write_pack("cao-son")
    source = write_input("cao-son", more=more)
    before = briefing("preview", "--draft", source).out.splitlines()
    own = f"{{% block {block} %}}\n{{{{ super() }}}}\n\nCâu riêng.\n{{% endblock %}}\n"
    write_pack("cao-son", bao_cao_tong_ket=EXTENDS + own)

    after = briefing("preview", "--draft", source).out.splitlines()
    assert "Câu riêng." in after
    kept = [line for line in after if line and line != "Câu riêng."]
    assert kept == [line for line in before if line]


def test_a_helper_that_only_packs_below_ask_for_is_not_called_unused(briefing: Briefing) -> None:
    folder = write_pack("hoa-binh", "")
    helper = "{% macro cau() %}\nCâu chung.\n{% endmacro %}\n"
    (folder / "phu-tro.md.j2").write_text(helper, encoding="utf-8")
    assert "template/unused-file" in briefing("template", "lint").out
    block = "{% block closing %}\n{% import 'phu-tro.md.j2' as p %}\n{{ p.cau() }}\n{{ super() }}\n"
    write_pack("cao-son", bao_cao_tong_ket=f"{EXTENDS}{block}{{% endblock %}}\n")
    assert "template/unused-file" not in briefing("template", "lint").out
