"""What an input says of its own outline: parts, points, runs, references, levels, workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.running import Briefing, briefing
from fuzz.expected import put
from in_rows import in_rows
from templating.printed import docx_text

from briefing import Report, library, load
from briefing.forms import input_text, own_data, workbook
from briefing.reading import read

__all__ = ["briefing"]

OUTLINES = sorted((Path(__file__).parent / "outlines").glob("*.yaml"))
EVERY_FIELD = Path(__file__).parents[1] / "report" / "every-field-outline.yaml"
Data = dict[str, Any]


def data(*sections: Data, **more: Any) -> Data:
    return {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2025},
        "date": "2025-12",
        "place": "Cao Sơn",
        "subject": "công tác cải cách hành chính",
        "issuer": {
            "name": "Ủy ban nhân dân xã Cao Sơn",
            "symbol": "UBND",
            "level": "commune",
            "lines": ["Ủy ban nhân dân", "xã Cao Sơn"],
        },
        "signature": {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"},
        "recipients": {"copies": ["Các thôn"]},
        "sections": list(sections),
        **more,
    }


def text(*sections: Data, kind: str | None = None, **more: Any) -> str:
    report = Report.model_validate(data(*sections, **more))
    return library.make(report.as_kind(kind) if kind else report).as_markdown()


def rules(*sections: Data, **more: Any) -> list[str]:
    report = Report.model_validate(data(*sections, **more))
    found = library.make(report, draft=True).findings
    ours = ("sections/", "numbering/", "facts/", "form/")
    return [one.rule for one in found if one.rule.startswith(ours)]


ONE: Data = {"title": "Kết quả", "statements": ["Đã làm"]}


def test_parts_are_placed_where_the_input_says_and_under_its_titles() -> None:
    said = text(
        {"part": "limitations", "title": "Khó khăn, vướng mắc"},
        {"title": "Các mặt", "sections": [{"part": "results"}, {"part": "causes"}]},
        {"part": "tasks"},
        limitations=["Tiến độ còn chậm"],
        results=[{"area": "dan_van", "statements": ["Đã vận động"]}],
        causes={"objective": ["Thiên tai"]},
        tasks=["Tiếp tục làm"],
    )
    headings = [line for line in said.splitlines() if line.startswith("##")]

    assert headings == [
        "## I. KHÓ KHĂN, VƯỚNG MẮC",
        "## II. CÁC MẶT",
        "### 1. Kết quả thực hiện",
        "#### a) Công tác dân vận",
        "### 2. Nguyên nhân",
        "## III. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM",
    ]
    assert "Tiến độ còn chậm." in said
    assert "Nguyên nhân khách quan: Thiên tai." in said


def test_text_without_a_title_stands_between_headings() -> None:
    said = text(
        ONE, {"statements": ["Tóm lại, năm {year} có nhiều kết quả"]}, {**ONE, "title": "B"}
    )

    assert said.index("I. KẾT QUẢ") < said.index("Tóm lại, năm 2025") < said.index("II. B")


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("-", ["- Ý một;", "- Ý hai."]),
        ("+", ["- + Ý một;", "- + Ý hai."]),
        ("a)", ["- a) Ý một;", "- b) Ý hai."]),
        ("(1)", ["- (1) Ý một.", "- (2) Ý hai."]),
        ("1.", ["- 1\\. Ý một.", "- 2\\. Ý hai."]),
        ("I.", ["- I. Ý một.", "- II. Ý hai."]),
        ("Một là,", ["- Một là, ý một.", "- Hai là, ý hai."]),
    ],
)
def test_points_bear_the_mark_that_is_written_for_the_first(mark: str, expected: list[str]) -> None:
    said = text({"title": "Việc", "points": ["ý một", "ý hai"], "mark": mark})
    lines = said.replace("\\)", ")").replace("\\+", "+").splitlines()

    assert [line for line in lines if line.startswith("- ") and "ý" in line.lower()] == expected


def test_points_have_points_below_them() -> None:
    said = text({"title": "Việc", "points": [{"text": "Đề nghị Bộ …:", "points": ["a", "b"]}, "c"]})

    assert "- Đề nghị Bộ …:\n  - A;\n  - B;\n- C.\n" in said


def test_each_row_of_points_begins_anew_in_word(to_pdf: Any) -> None:
    from sections.test_outlines import labels, lines_of

    points = {"points": ["Việc đầu", "Việc sau"], "mark": "(1)"}
    report = Report.model_validate(
        data({"title": "Một", **points}, {"title": "Hai", **points}, opening="cơ quan báo như sau:")
    )
    pdf = to_pdf({"rows": library.make(report).as_docx()})["rows"]

    assert labels(lines_of(pdf)) == ["I.", "(1)", "(2)", "II.", "(1)", "(2)"]


@pytest.mark.parametrize(
    ("limitation", "expected"),
    [
        ("Tiến độ còn chậm", "Tuy nhiên, tiến độ còn chậm."),
        ("Tuy nhiên, tiến độ còn chậm", "Tuy nhiên, tiến độ còn chậm."),
        ("Bên cạnh đó, việc còn chậm", "Bên cạnh đó, việc còn chậm."),
        ("Mặc dù có cố gắng, việc còn chậm", "Mặc dù có cố gắng, việc còn chậm."),
        ("Công an xã còn thiếu người", "Tuy nhiên, Công an xã còn thiếu người."),
    ],
)
def test_limitations_of_a_field_follow_its_results(limitation: str, expected: str) -> None:
    assert f"Đã làm.\n\n{expected}\n" in text({**ONE, "limitations": [limitation]})


def test_the_sentences_of_a_group_of_rows_stand_in_their_section() -> None:
    rows = [
        {"label": "thu ngân sách", "unit": "tỷ đồng", "group": "Kinh tế", "actual": 84, "plan": 80},
        {"label": "số hộ nghèo", "unit": "hộ", "group": "Xã hội", "actual": 12},
    ]
    said = text({"title": "Kinh tế", "indicators": "Kinh tế"}, indicators=rows)

    assert "Thu ngân sách đạt 84 tỷ đồng, bằng 105% kế hoạch." in said
    assert "hộ nghèo" not in said


def test_a_reference_follows_when_a_part_before_it_is_not_printed() -> None:
    sections = (
        {"part": "situation"},
        {**ONE, "name": "ket_qua"},
        {"title": "Sau", "statements": ["Như {ket_qua}, {ket_qua.title} đã nêu"]},
    )
    situation = {"overview": ["Địa bàn rộng"]}

    assert "Như mục II, Kết quả đã nêu." in text(*sections, situation=situation)
    # The short version leaves the situation out, so its numbers move.
    short = text(*sections, situation=situation, kind="bao-cao-tom-tat")
    assert "## I. KẾT QUẢ" in short
    assert "Như mục I, Kết quả đã nêu." in short


def test_the_short_version_keeps_the_first_sentence_of_each_section() -> None:
    said = text(
        {"title": "Kết quả", "statements": ["Câu đầu", "Câu sau"], "limitations": ["Còn chậm"]},
        kind="bao-cao-tom-tat",
    )

    assert "Câu đầu." in said
    assert "Câu sau" not in said
    assert "còn chậm" not in said


def test_the_news_tells_the_first_sentences_of_sections_in_a_paragraph() -> None:
    said = text(
        {
            "title": "A",
            "sections": [{**ONE, "title": "A1"}, {"title": "A2", "statements": ["Hai"]}],
        },
        {"title": "B", "statements": ["Ba"]},
        conference={"date": "2025-12-20"},
        kind="tin-hoi-nghi",
    )

    assert "Đã làm. Hai.\n\nBa." in said


@in_rows(
    ("sections", "more", "expected"),
    [
        ([{"title": "Rỗng"}], {}, ["sections/empty"]),
        ([{"part": "lessons"}], {}, ["sections/part-empty"]),
        ([{**ONE, "name": "year"}], {}, ["sections/same-name"]),
        ([{**ONE, "name": "a"}, {**ONE, "title": "Khác", "name": "a"}], {}, ["sections/same-name"]),
        ([ONE, {"statements": ["Câu"], "name": "a"}], {}, ["sections/unheaded-name"]),
        ([ONE], {"numbering": ["I.", "1.1."]}, ["numbering/mark-alone"]),
        ([ONE], {"numbering": ["1.1."]}, ["numbering/mark-alone"]),
        ([ONE], {"numbering": ["1.", "1.1.1."]}, ["numbering/mark-alone"]),
        ([ONE], {"numbering": ["I.", "1.", "I."]}, ["numbering/same-mark"]),
        ([{**ONE, "title": "1. Kết quả"}], {}, ["form/typed-number"]),
        ([ONE, {**ONE, "title": "a) Việc:"}], {}, ["form/typed-number"]),
        ([ONE], {"limitations": ["Còn chậm"]}, ["sections/not-placed"]),
        ([ONE], {"tasks": ["Làm"], "proposals": ["Đề nghị"]}, ["sections/not-placed"] * 2),
        ([ONE, {"part": "limitations"}], {"limitations": ["Còn chậm"]}, []),
        ([ONE], {"numbering": ["1.", "1.1.", "1.1.1.", "a)", "(1)"]}, []),
    ],
)
def test_what_is_wrong_with_an_outline_is_told_once(
    sections: list[Data], more: Data, expected: list[str]
) -> None:
    assert rules(*sections, **more) == expected


def test_what_is_too_deep_is_told_where_it_begins(briefing: Briefing, tmp_path: Path) -> None:
    deep: Data = {"title": "Bốn", "sections": [{"title": "Năm", "statements": ["Câu"]}]}
    for title in ("Ba", "Hai", "Một"):
        deep = {"title": title, "sections": [deep]}
    file = tmp_path / "a.yaml"
    file.write_text(input_text(Report.model_validate(data(deep))), encoding="utf-8")
    told = briefing("check", str(file)).out

    assert told.count("[sections/too-deep]") == 1
    # The remedy, followed to the letter, heals.
    more = data(deep, numbering=["I.", "1.", "1.1.", "1.1.1.", "a)"])
    file.write_text(input_text(Report.model_validate(more)), encoding="utf-8")
    assert "[sections/" not in briefing("check", str(file)).out


@pytest.mark.parametrize(
    ("sections", "rule"),
    [
        ([{"part": "limitation"}], "sections/unknown"),
        ([{"part": "tasks"}, {"part": "tasks"}], "sections/twice"),
    ],
)
def test_parts_that_nothing_prints_are_refused(
    briefing: Briefing, tmp_path: Path, sections: list[Data], rule: str
) -> None:
    file = tmp_path / "a.yaml"
    report = Report.model_validate(data(ONE, *sections, tasks=["Làm"]))
    file.write_text(input_text(report), encoding="utf-8")

    assert f"[{rule}]" in briefing("check", str(file)).out


def test_an_unknown_name_of_a_section_is_an_error_with_the_nearest() -> None:
    report = Report.model_validate(
        data({**ONE, "name": "ket_qua"}, {"title": "B", "statements": ["Xem {ket_quaa}"]})
    )
    [found] = [
        f for f in library.make(report, draft=True).findings if f.rule == "figures/unknown-name"
    ]

    assert found.values["near"] == "{ket_qua}"


def test_marks_in_titles_and_points_print_as_themselves() -> None:
    title, point = "A * B [c] _d_ | e:", "[x](y) `z`"
    report = Report.model_validate(
        data(
            {"title": title, "statements": ["Đã # làm"], "points": [point, "- hai"], "mark": "(1)"}
        )
    )
    said = docx_text(library.make(report).as_docx())

    assert "A * B [c] _d_ | e: Đã # làm." in said.replace("A * B [C] _D_ | E:", title)
    assert "[x](y) `z`." in said
    assert "- hai." in said.lower()


def test_short_forms_are_introduced_in_the_text_of_a_title_that_runs_in() -> None:
    said = text(
        {"title": "Về CCHC:", "statements": ["Đã đẩy mạnh CCHC"]},
        {"title": "Sau", "statements": ["CCHC tiếp tục được quan tâm"]},
        subject="công tác năm",
        abbreviations={"CCHC": {"long": "cải cách hành chính", "introduce": True}},
    )

    assert "**VỀ CẢI CÁCH HÀNH CHÍNH:** Đã đẩy mạnh cải cách hành chính (CCHC)." in said
    assert "CCHC tiếp tục được quan tâm." in said


@pytest.mark.parametrize("kind", ["bao-cao-tong-ket", "bao-cao-so-ket", "bao-cao-tom-tat"])
def test_every_text_of_an_outline_is_printed_or_told(kind: str) -> None:
    report = load(EVERY_FIELD).as_kind(kind)
    made = library.make(report, draft=True)
    told = [path for found in made.findings for path in found.values.get("paths", [found.path])]
    printed = docx_text(made.as_docx()).casefold()
    texts = {
        "sections[0].title": "tiêu đề mục lớn",
        "sections[0].sections[0].title": "tiêu đề viết liền:",
        "sections[0].sections[0].statements[0]": "câu viết liền",
        "sections[0].sections[1].title": "tiêu đề mục con",
        "sections[0].sections[1].points[0].text": "ý lớn của mục",
        "sections[0].sections[1].points[0].points[0]": "ý nhỏ của mục",
        "sections[0].sections[1].limitations[0]": "hạn chế của riêng mục",
        "sections[1].title": "tiêu đề phần đặt vào",
        "limitations[0]": "hạn chế chung đặt vào",
        "tasks[0].text": "nhiệm vụ đặt vào",
    }
    for path, words in texts.items():
        is_told = any(path.startswith(group) for group in told if group)
        assert (words in printed) != is_told, path


@pytest.mark.parametrize("source", OUTLINES, ids=lambda path: path.stem)
def test_an_outline_goes_through_yaml_and_a_workbook_and_back(source: Path) -> None:
    report = load(source)
    written = load(put("vào.yaml", input_text(report).encode()))
    filled = load(put("phiếu.xlsx", workbook(own_data(report), "vi")))

    assert written.model_dump() == report.model_dump() == filled.model_dump()
    assert library.make(filled).as_docx() == library.make(report).as_docx()


def test_a_level_that_does_not_follow_is_told_at_its_cell() -> None:
    from forms.test_workbook import sheets_of, written

    from briefing import InputError

    sheets = sheets_of(workbook(own_data(load(OUTLINES[1])), "vi"))
    sheets["Bố cục"][3][1] = 4
    with pytest.raises(InputError) as caught:
        load(put("phiếu.xlsx", written(sheets)))
    [found] = caught.value.findings

    assert (found.rule, found.origin.cell) == ("workbook/level", "Bố cục!B4")


def test_an_input_without_sections_has_the_usual_outline() -> None:
    inputs = Path(__file__).parents[2] / "inputs"

    data = [read(file).data for file in inputs.glob("*.yaml")]
    own = {"bao-cao-kinh-te-xa-hoi"}  # a kind whose outline an input holds
    assert all("sections" not in one for one in data if one["kind"] not in own)


USUAL: Data = {
    "sections": [],
    "situation": {"favourable": ["Thuận"], "difficult": ["Khó"]},
    "results": [{"area": "dan_van", "statements": ["Đã vận động"]}],
    "tasks": ["Tiếp tục làm"],
}


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        ([], ["I.", "1.", "2.", "II.", "1.", "III."]),
        (["1.", "1.1."], ["1.", "1.1.", "1.2.", "2.", "2.1.", "3."]),
        (["Phần I", "I."], ["Phần I.", "I.", "II.", "Phần II.", "I.", "Phần III."]),
    ],
)
def test_a_numbering_holds_for_the_usual_outline_too(
    numbering: list[str], expected: list[str]
) -> None:
    said = text(**USUAL, numbering=numbering)
    headings = [line.lstrip("# ") for line in said.splitlines() if line.startswith("##")]

    assert [line[: len(label)] for line, label in zip(headings, expected, strict=True)] == expected


def test_a_pack_and_a_kind_give_a_numbering(tmp_path: Path) -> None:
    pack = tmp_path / "localities" / "cao-son"
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text('name = "xã Cao Sơn"\nnumbering = ["1.", "1.1."]\n')
    file = tmp_path / "a.yaml"
    report = Report.model_validate(data(ONE, locality="cao-son"))
    file.write_text(input_text(report), encoding="utf-8")

    assert "## 1. Kết quả" in library.make(load(file)).as_markdown()
    kind = Report.model_validate(data(ONE, kind="bao-cao-kinh-te-xa-hoi"))
    assert len(library.standard_for(kind).outline) == 4


@pytest.mark.parametrize(
    "numbering",
    [["Phần I", "Một là,", "(1)"], ["Phần thứ nhất", "I.", "1.", "1.1.", "1.1.1."], ["I-", "a)"]],
)
def test_word_files_of_any_numbering_are_valid(numbering: list[str], docx_errors: Any) -> None:
    deep: Data = {"title": "Cuối", "statements": ["Câu"], "points": ["Ý", "Ý"], "mark": "Một là,"}
    for title in ("Ba", "Hai:", "Một")[-len(numbering) + 1 :]:
        deep = {"title": title, "statements": ["Câu"], "sections": [deep] * 2}
    report = Report.model_validate(
        data(
            deep, numbering=numbering, figures_annex=True, figures={"a": {"label": "a", "value": 1}}
        )
    )

    assert docx_errors(library.make(report, draft=True).as_docx()) == []


def test_a_heading_behind_a_word_goes_on_in_small_letters_unless_a_name_begins() -> None:
    sections: list[Data] = [
        {"title": "Về kinh tế", "statements": ["Ổn định"]},
        {"title": "Đảng ủy xã", "statements": ["Ổn định"]},
    ]
    report = Report.model_validate(data(*sections, numbering=["Một là,"]))
    text = docx_text(library.make(report, draft=True).as_docx())

    assert "về kinh tế" in text
    assert "Đảng ủy xã" in text
