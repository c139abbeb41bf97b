"""``briefing.page``: one HTML page with the content of the preview in the form of the Word file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from exploring import some
from kinds.made import LETTER_FACTS, PARTY, SHIPPED, report, shipped
from look.styled import bordered, png, saved, sized, styled, with_picture
from lxml import html
from markdown_it import MarkdownIt
from templating.printed import docx_text

import briefing
from briefing import RefusedError, Report
from briefing.library import in_kind, suits
from briefing.templating import kinds

DRAFTS = {"cong-van-792-2022"}
MADE = [
    (name, kind, name in DRAFTS)
    for name in SHIPPED
    for kind in kinds()
    if suits(shipped(name), kind) or (name in DRAFTS and kind == "cong-van-chi-dao")
]
EVERY_ONE = pytest.mark.parametrize(("name", "kind", "draft"), MADE, ids=str)
SOME = pytest.mark.parametrize(("name", "kind", "draft"), some(MADE), ids=str)
HOSTILE = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> & 'nháy' </style>"


@cache
def read(name: str, kind: str, draft: bool) -> html.HtmlElement:
    return page(in_kind(shipped(name), kind), draft=draft)


def page(made: Report, *, draft: bool = False) -> html.HtmlElement:
    return html.fromstring(briefing.page(made, draft=draft))


def texts(root: html.HtmlElement, path: str) -> list[str]:
    return [element.text_content().replace("\u00a0", " ") for element in root.cssselect(path)]


def words(root: html.HtmlElement, *, heads: bool = True) -> list[str]:
    """Return the words outside the two columns, without the dashes that a list draws itself.

    A head of two rows has its words in another order than that of Markdown: without ``heads``
    those of tables are left out.
    """
    for head in [] if heads else root.cssselect("thead"):
        head.drop_tree()
    for block in root.cssselect("p, h1, h2, h3, h4, h5, h6, td, th, li"):
        block.tail = f" {block.tail or ''}"
    return [word for word in root.text_content().split() if word not in ("-", "+")]


FOOTNOTE = re.compile(r"^\[\^(\d+)\]: (.*)$", re.M)


def has_two_rows_of_heads(root: html.HtmlElement) -> bool:
    return any(len(head.cssselect("tr")) > 1 for head in root.cssselect("thead"))


def preview_words(made: Report, *, draft: bool, heads: bool) -> list[str]:
    """Return the words of the preview; footnotes stand last in it, on the page below the text."""
    markdown = briefing.preview(made, draft=draft)
    markdown = re.sub(r"\[\^(\d+)\]", r"\1", FOOTNOTE.sub("", markdown))
    root = html.fromstring(
        f"<div>{MarkdownIt('commonmark').enable('table').render(markdown)}</div>"
    )
    tables = root.cssselect("table")
    framed = [t for t in tables if "Nơi nhận:" in t.text_content()] and tables[0]
    for table in tables:
        if table is framed or "Nơi nhận:" in table.text_content():
            table.drop_tree()
    return words(root, heads=heads)


def page_words(root: html.HtmlElement, *, heads: bool) -> list[str]:
    root = html.fromstring(html.tostring(root.cssselect("article")[0]))
    for table in root.cssselect(".columns, .footnote"):
        table.drop_tree()
    return words(root, heads=heads)


@SOME
def test_it_says_the_words_of_the_preview_in_the_same_order(
    name: str, kind: str, draft: bool
) -> None:
    shown = read(name, kind, draft)
    heads = not has_two_rows_of_heads(shown)
    expected = preview_words(in_kind(shipped(name), kind), draft=draft, heads=heads)

    assert len(expected) > 100
    assert page_words(shown, heads=heads) == expected
    notes = FOOTNOTE.findall(briefing.preview(in_kind(shipped(name), kind), draft=draft))
    assert texts(read(name, kind, draft), ".footnote") == [f"{at} {said}" for at, said in notes]


@SOME
def test_letterhead_and_closing_are_those_of_the_word_file(
    name: str, kind: str, draft: bool
) -> None:
    said = texts(read(name, kind, draft), ".columns p")
    lines = docx_text(briefing.build(in_kind(shipped(name), kind), draft=draft)).splitlines()
    framed = kinds()[kind].framed

    assert bool(said) == framed
    first = lines.index(said[0]) if said else 0
    count = len(texts(read(name, kind, draft), ".letterhead p"))
    # A drawn rule is a line without text in Word.
    letterhead = [line for line in lines[first:] if line][:count]
    assert letterhead == said[:count]
    closing = [line for line in said[count:] if line]
    start = next((i for i, line in enumerate(lines) if line == "Nơi nhận:"), 0)
    assert [line for line in lines[start:] if line][: len(closing)] == closing


@pytest.mark.parametrize("guidance", ["hd36-2018", "hd05-2026"])
def test_a_party_letter_has_the_marks_of_its_guidance(guidance: str) -> None:
    made = report(**{**LETTER_FACTS, **PARTY}, standard=guidance)
    root = page(made, draft=True)

    assert texts(root, ".party-name") == ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert texts(root, ".letterhead .issuer")[-1] == "*"
    assert texts(root, ".about")
    assert texts(root, ".kind, .subject, .motto") == []
    italic = bool(root.cssselect(".addressees > i"))
    style = root.cssselect("style")[0].text
    assert italic or "font-style: italic" in re.search(r"\.addressees \{[^}]*", style)[0]


def test_a_party_report_ends_its_subject_with_dashes_instead_of_a_rule() -> None:
    root = page(report(**PARTY, standard="hd36-2018"), draft=True)

    assert texts(root, ".subject")[-1] == "-----"
    assert root.cssselect(".subject + .rule") == []


def test_a_state_letter_has_its_subject_under_the_number_and_its_addressees() -> None:
    root = page(report(**LETTER_FACTS))

    assert texts(root, ".about")[0].startswith("V/v tăng cường")
    assert texts(root, ".addressees") == ["Kính gửi:", "- Công an xã;", "- Các thôn."]


def test_a_news_item_has_no_frame() -> None:
    root = page(in_kind(report(), "tin-hoi-nghi"))

    assert root.cssselect(".columns, .rule") == []
    assert len(texts(root, "h1.kind")) == 1


def test_annexes_are_parts_of_their_own() -> None:
    parts = read("hoa-binh-2023", "bao-cao-tong-ket", False).cssselect("section")

    assert [texts(part, "h1") for part in parts] == [["BÁO CÁO"], ["Phụ lục I"], ["Phụ lục II"]]
    assert parts[1].cssselect("table.grid thead th")


def test_sizes_and_margins_are_those_of_the_standard() -> None:
    small, large = (
        page(report(size_profile=size)).cssselect("style")[0].text for size in ("P13", "P14")
    )

    for style, size in ((small, 13), (large, 14)):
        assert f"font-size: {size}pt" in re.search(r"\.body \{[^}]*", style)[0]
        assert "--margin-left: 30mm" in style
    assert "font-size: 13pt" in re.search(r"\.number \{[^}]*", large)[0]


def test_the_look_of_a_locality_shows(tmp_path: Path) -> None:
    picture = with_picture(png())
    root = page(
        styled(saved(tmp_path, picture, sized("Title", 13), bordered("double", 12, "1F4E79")))
    )
    style = root.cssselect("style")[0].text
    [crest] = root.cssselect(".letterhead .crest")

    assert crest.get("aria-label")
    assert crest.cssselect("image")[0].get("href").startswith("data:image/png;base64,")
    assert "font-size: 13pt" in re.search(r"\.kind \{[^}]*", style)[0]
    assert "border-top: 1.5pt double #1F4E79" in re.search(r"\.grid \{[^}]*", style)[0]


def test_text_of_an_input_is_data() -> None:
    made = report(
        subject=HOSTILE,
        limitations=[HOSTILE],
        recipients={"copies": [HOSTILE], "addressees": [HOSTILE]},
        signature={"collective": HOSTILE, "post": HOSTILE, "name": HOSTILE},
        place=HOSTILE,
    )
    root = page(made, draft=True)

    assert root.cssselect("script, img, [onerror], article style") == []
    assert len(root.cssselect("style")) == 2
    assert root.text_content().casefold().count(HOSTILE.casefold()) >= 5


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = briefing.page(shipped("hoa-binh-2023"))

    assert re.findall(r"<(?:script|link|img|iframe)|url\(|@import| style=| on\w+=", text) == []


def test_every_gap_of_a_draft_is_marked() -> None:
    made = shipped("cong-van-792-2022")
    runs = briefing.render(made, draft=True).frame
    gaps = [run for line in (*runs.issuer, runs.place_date, runs.post) for run in line if run.gap]
    marks = read("cong-van-792-2022", "cong-van-chi-dao", True).cssselect("mark")

    assert len(gaps) == 3
    assert [mark.get("data-gap") for mark in marks] == [run.gap for run in gaps]
    assert all("cần bổ sung" in mark.text_content().casefold() for mark in marks)


def test_the_notes_of_a_draft_stand_where_word_has_its_comments() -> None:
    root = read("cong-van-792-2022", "cong-van-chi-dao", True)
    notes = briefing.render(shipped("cong-van-792-2022"), draft=True).notes

    assert sorted(note.get("title") for note in root.cssselect(".note")) == sorted(notes)


def test_a_final_page_is_refused_like_a_final_document() -> None:
    with pytest.raises(RefusedError):
        briefing.page(shipped("cong-van-792-2022"))


def test_a_final_page_has_no_marks() -> None:
    assert read("hoa-binh-2023", "bao-cao-tong-ket", False).cssselect("mark, .note") == []
