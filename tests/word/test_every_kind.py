"""Every kind of document that the inputs can become: the same twice, Vietnamese, with styles."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from exploring import one_of_each, places, some
from ruamel.yaml import YAML

import briefing
from briefing import Report
from briefing.library import in_kind, standard_for, suits
from briefing.templating.kind import kinds

from .package import INPUTS, find, part, parts, text_of, value, word_file

DocxErrors = Callable[[bytes], list[Any]]

LETTER = "cong-van-792-2022"
UNHEADED = ("cong-van-chi-dao", "chi-thi", "thong-bao-ket-luan", "thong-cao-bao-chi")
"""The kinds with letterhead whose text may have no heading."""
NAMES = (LETTER, "hoa-binh-2023", "ky-anh-2023", "long-xuyen-2022", "my-tho-2015-2020")
WIDE = "| " + " | ".join(f"Cột {n}" for n in range(1, 10)) + " |\n" + "| :--- " * 9 + "|\n"
TEXTS = {
    "landscape annex": f"# Báo cáo\n\nVề\n\nĐoạn.\n\n# Phụ\n\n{WIDE}" + "| Ô " * 9 + "|\n",
    "landscape between upright": (
        f"# Báo cáo\n\nVề\n\nĐoạn.\n\n# Một\n\nĐoạn.\n\n# Hai\n\n{WIDE}"
        + "| Ô " * 9
        + "|\n\n# Ba\n\nĐoạn.\n"
    ),
    "nested letters": "# Báo cáo\n\nVề\n\n" + "1. a\n   1. b\n      1. c\n   2. d\n2. đ\n" * 2,
}


@cache
def load(name: str) -> Report:
    return briefing.load(INPUTS / f"{name}.yaml")


SUITABLE = [(name, kind) for name in NAMES for kind in kinds() if suits(load(name), kind)]
MADE = [*((*pair, False) for pair in SUITABLE), *((*pair, True) for pair in SUITABLE)]
MADE.append((LETTER, "cong-van-chi-dao", True))
TRIED = one_of_each(MADE, kind=lambda made: made[1])
EVERY_ONE = pytest.mark.parametrize(
    ("name", "kind", "draft"),
    TRIED,
    ids=[f"{name} {kind}{' draft' if draft else ''}" for name, kind, draft in TRIED],
)


CHANGED = "2026-05-27"
DAYS = ["2026-05-26", CHANGED, "2022-09-30", "2026-09-30"]


@cache
def built(name: str, kind: str, draft: bool) -> bytes:
    return briefing.build(in_kind(load(name), kind), draft=draft)


@pytest.fixture(params=one_of_each(DAYS, lambda day: day < CHANGED))
def party_letter(request: pytest.FixtureRequest, tmp_path: Path) -> Report:
    """Return the letter completed, under either guidance, and on both sides of the change."""
    yaml = YAML()
    facts = yaml.load((INPUTS / f"{LETTER}.yaml").read_text(encoding="utf-8"))
    facts |= {"date": request.param, "place": "Địa danh"}
    facts["issuer"] = {"lines": ["Tỉnh ủy …", "Ban Thường vụ"]}
    facts["signature"] = {"collective": "Ban Thường vụ", "post": "Phó Bí thư"}
    path = tmp_path / "letter.yaml"
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(facts, file)
    return briefing.load(path)


def test_every_input_suits_its_own_kind_but_the_letter_that_has_gaps() -> None:
    own = {(name, load(name).kind) for name in NAMES}
    assert own - set(SUITABLE) == {(LETTER, "cong-van-chi-dao")}
    assert len(SUITABLE) >= 10


def test_draft_of_the_letter_marks_its_gaps_and_has_comments() -> None:
    draft = built(LETTER, "cong-van-chi-dao", True)
    assert "word/comments.xml" in parts(draft)
    comments = find(part(draft, "word/comments.xml"), "w:comment")
    referred = find(part(draft, "word/document.xml"), ".//w:commentReference")
    assert sorted(value(one, "id") for one in comments) == sorted(
        value(one, "id") for one in referred
    )
    assert len(comments) >= 3
    assert len(find(part(draft, "word/document.xml"), ".//w:highlight")) >= 3


def test_final_document_has_neither_gaps_nor_comments() -> None:
    for name, kind in SUITABLE:
        content = built(name, kind, False)
        assert "word/comments.xml" not in parts(content)
        assert not find(part(content, "word/document.xml"), ".//w:highlight")


def test_party_letter_is_valid_under_both_guidances(
    party_letter: Report, docx_errors: DocxErrors
) -> None:
    day = party_letter.issued_on.isoformat()
    assert standard_for(party_letter).id == ("hd36-2018" if day < CHANGED else "hd05-2026")
    for draft in places([True, False]):
        assert docx_errors(briefing.build(party_letter, draft=draft)) == []


@pytest.mark.parametrize("name", one_of_each(TEXTS, kind=lambda name: name.split()[0]))
def test_wide_tables_and_nested_letters_are_valid(name: str, docx_errors: DocxErrors) -> None:
    assert docx_errors(word_file(TEXTS[name])) == []


def test_only_the_wide_annex_lies_on_its_side() -> None:
    root = part(word_file(TEXTS["landscape between upright"]), "word/document.xml")
    sizes = find(root, ".//w:pgSz")
    assert [value(size, "orient") for size in sizes] == ["", "", "landscape", ""]
    assert [value(size, "w") > value(size, "h") for size in sizes] == [False, False, True, False]


@pytest.mark.parametrize(("name", "kind", "draft"), some(TRIED), ids=str)
def test_every_kind_is_the_same_twice(name: str, kind: str, draft: bool) -> None:
    fresh = briefing.load(INPUTS / f"{name}.yaml")
    assert briefing.build(in_kind(fresh, kind), draft=draft) == built(name, kind, draft)


@EVERY_ONE
def test_every_kind_is_vietnamese(name: str, kind: str, draft: bool) -> None:
    content = built(name, kind, draft)
    default = find(part(content, "word/styles.xml"), "w:docDefaults//w:lang")
    assert [value(one) for one in default] == ["vi-VN"]
    for file in parts(content):
        if file.startswith("word/") and file.endswith(".xml"):
            langs = find(part(content, file), ".//w:lang")
            assert {value(one) for one in langs} <= {"vi-VN"}, file
    core = part(content, "docProps/core.xml")
    assert core.findtext("{http://purl.org/dc/elements/1.1/}language") == "vi-VN"


@EVERY_ONE
def test_every_heading_has_a_heading_style(name: str, kind: str, draft: bool) -> None:
    report = in_kind(load(name), kind)
    document = briefing.render(report, draft=draft)
    blocks = [*document.content.blocks]
    for annex in document.content.annexes:
        blocks += annex.blocks
    wanted = [block.level for block in blocks if hasattr(block, "level")]
    content = built(name, kind, draft)
    root = part(content, "word/document.xml")
    defined = {value(one, "styleId") for one in find(part(content, "word/styles.xml"), "w:style")}
    used = [value(one) for one in find(root, ".//w:pStyle")]
    assert set(used) <= defined
    assert [int(style[7:]) for style in used if style.startswith("Heading")] == wanted
    assert wanted or not document.framed or kind in UNHEADED


@EVERY_ONE
def test_no_paragraph_of_text_is_left_without_a_style(name: str, kind: str, draft: bool) -> None:
    root = part(built(name, kind, draft), "word/document.xml")
    for paragraph in find(root, ".//w:p"):
        assert find(paragraph, "w:pPr/w:pStyle"), text_of(paragraph)
