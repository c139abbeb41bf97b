"""What is said of facts that a document does not print: where, how grave, what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.running import Briefing, briefing
from in_rows import in_rows
from kinds.made import LETTER, SHIPPED, report, shipped

from briefing import Finding, Report, Severity, check, library, preview
from briefing.library import in_kind

__all__ = ["briefing"]

INPUT = """schema: 1
kind: {kind}
period: {{year: 2026}}
issuer: {{name: Ủy ban nhân dân xã A, symbol: UBND, level: commune, lines: [ỦY BAN NHÂN DÂN, XÃ A]}}
place: A
date: 2026-12-20
subject: công tác bảo đảm an ninh, trật tự
limitations: [Còn hạn chế]
causes: {{general: [Do chủ quan]}}
tasks: [Tiếp tục tuần tra]
recipients: {{copies: [UBND tỉnh]}}
signature: {{post: Chủ tịch}}
results: [{{area: giao_thong, statements: [{statement}]}}]
"""


def told(made: Report, *rules: str) -> list[Finding]:
    wanted = rules or ("facts/not-printed", "facts/no-frame", "figures/unused", "legal/unused")
    return [found for found in check(made) if found.rule in wanted]


def paths(made: Report, *rules: str) -> list[str]:
    return [
        path for found in told(made, *rules) for path in found.values.get("paths", [found.path])
    ]


def figures(statement: str, **facts: Any) -> Report:
    """Return a report of some figures and a sentence."""
    results = [{"area": "giao_thong", "statements": [statement]}]
    return report(figures=facts, figures_annex=False, results=results)


SOME = {"label": "vụ", "unit": "vụ"}


def test_a_report_that_prints_everything_is_told_nothing() -> None:
    assert told(report()) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_reports_are_told_nothing_of_the_kind(name: str) -> None:
    assert told(shipped(name)) == []


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"period": {"year": 2026, "starts": "2025-12-15"}}, "period.starts"),
        ({"next_period": {"year": 2027, "ends": "2027-06-17"}}, "next_period.ends"),
        ({"conference": {"part_of_day": "sáng", "title": "hội nghị"}}, "conference.part_of_day"),
        ({"awards": [{"form": "Giấy khen", "capacity": "thừa ủy quyền"}]}, "awards[0].capacity"),
        ({"forces": {"a": "Công an xã", "b": "Quân sự xã"}}, "forces"),
        ({"letter": LETTER}, "letter"),
    ],
)
def test_a_fact_without_its_other_half_is_told(facts: dict[str, Any], path: str) -> None:
    assert path in paths(report(**facts))


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"value": 31, "change": {"direction": "tăng", "percent": "12,5"}}, "figures.a.change"),
        ({"value": 777, "criteria": ["b"]}, "figures.a.value"),
        ({"value": 250, "approximate": "hàng trăm"}, "figures.a.value"),
        ({"value": 3, "previous": 5}, "figures.a.previous"),
        ({"value": 3, "share": "61,2"}, "figures.a.share"),
        ({"value": 3, "target": {"value": 10}}, "figures.a.target"),
    ],
)
def test_a_number_beside_the_printed_one_is_told(facts: dict[str, Any], path: str) -> None:
    changed = {**SOME, "change": {"direction": "giảm", "amount": 2}}
    made = figures("Có {a}, {b}", a={**SOME, **facts}, b=changed)

    assert paths(made) == [path]


@in_rows(
    ("statement", "facts"),
    [
        ("Có {a.compared}", {"value": 3, "previous": 5}),
        ("Có {a.change}", {"value": 5, "previous": 5}),
        ("Có {a}", {"value": 0}),
        ("Có {a}", {"value": 3, "out_of": 4}),
        ("Đạt {a.rate}", {"value": 3, "out_of": 4}),
        ("Có {a.words}", {"value": 3}),
        ("Đạt {a.target}", {"rate": 75, "target": {"value": 75, "of": "rate"}}),
        ("Có {a}", {"value": 3, "source": "Nguồn", "exact": 2}),
    ],
)
def test_a_number_that_a_phrase_states_in_its_own_way_is_not_told(
    statement: str, facts: dict[str, Any]
) -> None:
    assert told(figures(statement, a={**SOME, **facts})) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"value": 250, "approximate": "hàng trăm"},
        {"value": 3, "previous": 5},
        {"value": 3, "share": "61,2"},
        {"value": 3, "target": {"value": 10}},
        {"value": 3, "change": {"direction": "tăng", "percent": "12,5"}},
    ],
)
def test_the_remedy_of_a_number_heals(facts: dict[str, Any]) -> None:
    [found] = told(figures("Có {a}", a={**SOME, **facts}))
    named = found.values["near"]

    assert named in found.remedy("vi")
    assert told(figures(f"Có {{a}}, {named}", a={**SOME, **facts})) == []


def test_a_document_cited_short_is_told_with_what_a_full_citation_would_add() -> None:
    cited = {"text": "Nghị quyết số 5", "date": "2026-02-08", "about": "an ninh"}
    made = report(
        legal_references={"nq": cited},
        results=[{"area": "giao_thong", "statements": ["Thực hiện {nq}"]}],
    )

    assert paths(made) == ["legal_references.nq.date", "legal_references.nq.about"]
    assert {found.values["near"] for found in told(made)} == {"{nq.full}"}


@pytest.mark.parametrize(
    ("facts", "near"),
    [
        ({}, None),
        ({"situation": {"overview": ["Có {u}"]}}, "situation.overview[0]"),
        ({"figures_annex": True}, "figures_annex"),
        ({"people": {"an": {"name": "Nguyễn Văn An", "role": "có {u}"}}}, None),
    ],
)
def test_a_figure_of_which_nothing_is_printed_is_unused(
    facts: dict[str, Any], near: str | None
) -> None:
    results = [{"area": "giao_thong", "statements": ["Một"]}]
    made = report(
        kind="bao-cao-tom-tat",
        figures={"u": {**SOME, "value": 313}},
        results=results,
        **{"figures_annex": False, **facts},
    )
    [found] = told(made, "figures/unused")

    assert found.values["near"] == near
    assert (near or "không được nêu trong câu nào") in found.message("vi")
    # The same thing is not told in other words.
    assert [path for path in paths(made, "facts/not-printed") if path.startswith("figures")] == []


def test_a_figure_that_only_another_one_prints_is_not_unused() -> None:
    beside = {"label": "đối tượng", "unit": "đối tượng", "value": 47}

    assert told(figures("Có {a}", a={**SOME, "value": 35, "beside": "b"}, b=beside)) == []


def test_a_group_of_which_nothing_is_printed_is_told_once_at_its_place(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    text = INPUT.format(kind="bao-cao-tom-tat", statement="Một, Hai")
    source.write_text(
        f"{text}proposals:\n  - Đề nghị một\n  - {{text: Đề nghị hai, to: Sở A}}\n",
        encoding="utf-8",
    )
    statements, proposals = told(library.load(source))

    assert statements.values["paths"] == ["results[0].statements[1]"]
    assert "(“Hai”)" in statements.message("vi")
    assert proposals.values["paths"] == ["proposals"]
    assert proposals.origin
    assert (proposals.origin.line, proposals.severity) == (14, Severity.WARNING)


def test_many_of_one_sort_are_told_together() -> None:
    areas = [{"area": "giao_thong", "statements": [f"Một {n}", f"Hai {n}"]} for n in range(5)]
    found, *_ = told(report(kind="bao-cao-tom-tat", results=areas, figures={}), "facts/not-printed")

    assert found.values["paths"] == [f"results[{n}].statements[1]" for n in range(5)]
    assert found.message("vi").endswith("results[2].statements[1] (“Hai 2”), … (+2)")


@pytest.mark.parametrize("kind", ["bao-cao-tom-tat", "tin-hoi-nghi"])
def test_what_a_companion_leaves_out_is_only_noted(kind: str) -> None:
    own, companion = report(kind=kind), in_kind(report(), kind)

    assert {found.severity for found in told(own, "facts/not-printed")} == {Severity.WARNING}
    assert {found.severity for found in told(companion)} == {Severity.INFO}
    assert set(paths(own)) == set(paths(companion))


def test_facts_for_another_document_are_not_missed_where_it_is_made_as_well() -> None:
    addressed = {"addressees": ["Công an xã"], "copies": ["Các thôn"]}
    year = report(letter=LETTER, recipients=addressed)
    together = {kind: in_kind(year, kind) for kind in ("bao-cao-tong-ket", "cong-van-chi-dao")}
    made = library.make_all(together)["bao-cao-tong-ket"]

    assert paths(year) == ["letter"]
    assert [found for found in made.findings if found.rule == "facts/not-printed"] == []


def test_the_frame_of_what_has_none_is_noted_in_one(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    text = INPUT.format(kind="tin-hoi-nghi", statement="Một")
    source.write_text(f"{text}conference: {{date: 2026-12-20}}\n", encoding="utf-8")
    [found] = told(library.load(source), "facts/no-frame")

    assert found.severity is Severity.INFO
    assert found.values["paths"] == [
        *("issuer.symbol", "issuer.lines", "place", "recipients", "signature"),
    ]


def test_what_a_pack_says_is_not_the_officers(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(
        "schema: 1\nkind: tin-hoi-nghi\nlocality: hoa-binh\nperiod: {year: 2023}\n"
        "subject: công tác\nconference: {date: 2023-12-20}\n"
        "results: [{area: giao_thong, statements: [Một]}]\n",
        encoding="utf-8",
    )
    made = library.load(source)

    assert made.recipients.copies
    assert told(made) == []


def test_what_a_profile_fills_in_is_not_the_officers(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(
        "schema: 1\nkind: tin-hoi-nghi\nperiod: {year: 2026}\n"
        "issuer: {force: police, level: commune, unit_name: xã Cao Sơn, under: tỉnh Phú Thọ}\n"
        "subject: công tác\nconference: {date: 2026-12-20}\n"
        "results: [{area: giao_thong, statements: [Một]}]\n",
        encoding="utf-8",
    )
    made = library.load(source)

    assert made.issuer.lines
    assert told(made) == []


def test_a_note_that_may_be_taken_for_a_text_is_noted() -> None:
    people = {"an": {"name": "Nguyễn Văn An", "role": "phát biểu chỉ đạo"}}
    [found] = told(report(people=people), "facts/note")

    assert found.severity is Severity.INFO
    assert "people.an.role (“phát biểu chỉ đạo”)" in found.message("vi")


def test_a_mistyped_name_is_not_told_again_as_what_is_not_printed() -> None:
    conference = {"date": "2026-12-12", "chair": "ann"}

    assert {found.rule for found in check(report(conference=conference))} == {"people/unknown"}


def test_a_template_of_ones_own_may_print_what_no_built_in_one_does(tmp_path: Path) -> None:
    from briefing.templating import template_folder

    for file in template_folder().glob("*.j2"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    kind = tmp_path / "bao-cao-tong-ket.md.j2"
    extended = kind.read_text(encoding="utf-8").replace(
        "{% block closing %}", "{% block closing %}\n{{ report.letter.about|upper }}\n"
    )
    kind.write_text(extended, encoding="utf-8")
    made = report(letter=LETTER)

    assert "letter" in paths(made)
    lost = [
        path
        for found in check_with(made, tmp_path)
        for path in found.values.get("paths", [])
        if path.startswith("letter")
    ]
    assert lost == ["letter.opening", "letter.orders"]
    assert LETTER["about"].upper() in preview(made, templates=tmp_path)


def check_with(made: Report, templates: Path) -> list[Finding]:
    return library.check(made, templates=templates)


def test_a_broken_template_is_told_by_check(tmp_path: Path) -> None:
    (tmp_path / "bao-cao-tong-ket.md.j2").write_text("# {{ nothing }}\n\nx\n", encoding="utf-8")

    assert "template/undefined" in {found.rule for found in check_with(report(), tmp_path)}


def test_build_warns_and_check_does_too(briefing: Briefing, tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    text = INPUT.format(kind="bao-cao-tong-ket", statement="Một")
    source.write_text(f"{text}letter: {{about: x, orders: [{{to: y, points: [z]}}]}}\n", "utf-8")
    built, checked = briefing("build", source), briefing("check", source)

    assert (built.code, checked.code) == (0, 0)
    assert "a.yaml:14:1: cảnh báo: loại văn bản “bao-cao-tong-ket” không in: letter" in built.err
    assert "không in: letter [facts/not-printed]" in checked.out


@pytest.mark.parametrize("form", ["khen thưởng", "Khen"])
def test_a_commendation_without_a_form_is_printed_and_not_told(form: str) -> None:
    awards = [{"giver": "UBND xã", "form": form, "collectives": 2}, {"form": form, "to": "tổ 1"}]
    made = report(awards=awards)

    assert f"UBND xã {form.lower()} 2 tập thể" in preview(made)
    assert not [path for path in paths(made) if path.startswith("awards")]
