"""Any outline comes back from YAML and from the Excel form, and makes a draft."""

from __future__ import annotations

from typing import Any

from exploring import drawn
from fuzz.expected import put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import Report, library, load
from briefing.forms import input_text, own_data, workbook
from briefing.standards import marks_of
from sections.commune import data

TEXTS = st.sampled_from(
    ["Đã làm", "+ thêm", "\\+ hai", "a * b", "1. việc", "- gạch", "Không:", "x|y"]
)
POINTS = TEXTS | st.fixed_dictionaries(
    {"text": TEXTS, "points": st.lists(TEXTS, min_size=1, max_size=2)}
)
MARKS = st.sampled_from(marks_of("points"))


def sections(below: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "title": TEXTS,
                "statements": st.lists(TEXTS, min_size=1, max_size=2),
                "points": st.lists(POINTS, min_size=1, max_size=3),
                "mark": MARKS,
                "limitations": st.lists(TEXTS, min_size=1, max_size=1),
                "sections": below,
            },
        ).filter(bool),
        min_size=1,
        max_size=3,
    )


OUTLINES = sections(sections(sections(st.just([]))))
FEW = settings(
    max_examples=drawn(25), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@FEW
@given(OUTLINES)
def test_it_comes_back_from_yaml_and_the_form(outline: list[dict[str, Any]]) -> None:
    report = Report.model_validate(data(*outline))
    written = load(put("vào.yaml", input_text(report).encode()))
    filled = load(put("phiếu.xlsx", workbook(own_data(report), "vi")))

    assert written.sections == report.sections
    assert filled.sections == report.sections


@FEW
@given(OUTLINES, st.sampled_from([[], ["Phần thứ nhất", "I.", "1."], ["1.", "1.1.", "a)"]]))
def test_it_makes_a_draft_that_says_every_title(
    outline: list[dict[str, Any]], numbering: list[str]
) -> None:
    report = Report.model_validate(data(*outline, numbering=numbering))
    made = library.make(report, draft=True)

    said = made.as_markdown().replace("\\", "").casefold()
    assert made.as_docx() == library.make(report, draft=True).as_docx()
    assert made.as_page()
    assert all(title.replace("\\", "").casefold() in said for title in titles(outline))


def titles(outline: list[dict[str, Any]]) -> list[str]:
    found = []
    for section in outline:
        found += [section["title"]] if "title" in section else []
        found += titles(section.get("sections", []))
    return found
