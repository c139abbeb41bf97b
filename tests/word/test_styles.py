"""Styles that a person edits with: what follows what, what Word offers, nothing set by hand."""

from __future__ import annotations

from itertools import product

import pytest
from in_rows import in_rows

from . import package
from .package import NAMES, NS, PROFILES, W, find, part, text_of, value, word_file

TITLE = "Tổng kết công tác bảo đảm an ninh, trật tự và phong trào Toàn dân bảo vệ an ninh Tổ quốc"
LONG = (
    f"# Báo cáo\n\n{TITLE} năm 2023\n\n## Mục\n\nĐoạn.\n\n"
    f"# {TITLE} năm 2023\n\n## Mục\n\nĐoạn.\n\n# Ngắn\n\nĐoạn.\n"
)


@pytest.fixture(scope="module", params=product(NAMES, PROFILES), ids=" ".join)
def written(request: pytest.FixtureRequest) -> bytes:
    return package.built(*request.param)


def styles(content: bytes, kind: str = "paragraph") -> dict:
    found = find(part(content, "word/styles.xml"), f"w:style[@w:type='{kind}']")
    return {value(style, "styleId"): style for style in found}


def said(style, name: str) -> str:
    element = style.find(f"w:{name}", NS)
    return "" if element is None else value(element)


def test_every_style_names_one_of_the_file_as_the_next(written: bytes) -> None:
    known = styles(written)
    for name, style in known.items():
        if name != "Normal":
            assert said(style, "next") in known, name


@in_rows(
    ("style", "follower"),
    [
        ("Heading1", "BodyText"),
        ("Heading2", "BodyText"),
        ("Heading3", "BodyText"),
        ("Title", "Subtitle"),
        ("Subtitle", "BodyText"),
        ("AnnexLabel", "AnnexTitle"),
        ("AnnexTitle", "BodyText"),
        ("ListBullet", "ListBullet"),
        ("ListNumber", "ListNumber"),
        ("RecipientsLabel", "Recipients"),
    ],
)
def test_enter_leads_on_to_what_comes_next(style: str, follower: str, written: bytes) -> None:
    assert said(styles(written)[style], "next") == follower


def test_gallery_offers_the_styles_of_the_text_first_and_none_of_the_letterhead(
    written: bytes,
) -> None:
    places = {
        name: int(said(style, "uiPriority"))
        for name, style in styles(written).items()
        if style.find("w:qFormat", NS) is not None
    }
    text = ["BodyText", "Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber"]
    assert sorted(places, key=lambda name: (places[name], name))[: len(text)] == text
    assert max(places.values()) <= 6
    offered = {*text, "Title", "Subtitle", "AnnexLabel", "AnnexTitle", "TableText", "TableHead"}
    assert set(places) == offered


def test_other_styles_of_word_stay_out_of_its_list_until_they_are_used(written: bytes) -> None:
    (latent,) = find(part(written, "word/styles.xml"), "w:latentStyles")
    assert value(latent, "defSemiHidden") == value(latent, "defUnhideWhenUsed") == "1"
    assert value(latent, "defQFormat") == "0"


def test_elements_of_a_style_stand_in_words_order(written: bytes) -> None:
    order = ["name", "basedOn", "next", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat"]
    order += ["pPr", "rPr", "tblPr", "tblStylePr"]
    for kind in ("paragraph", "table"):
        for style in styles(written, kind).values():
            places = [order.index(child.tag.removeprefix(W)) for child in style]
            assert places == sorted(places)


def test_items_of_lists_follow_the_text_that_they_are_part_of(written: bytes) -> None:
    for name in ("ListBullet", "ListNumber"):
        style = styles(written)[name]
        assert said(style, "basedOn") == "BodyText"
        assert [child.tag.removeprefix(W) for child in style.find("w:pPr", NS)] == ["numPr"]
        assert style.find("w:rPr", NS) is None


def test_authority_and_post_share_a_style_where_they_look_alike(written: bytes) -> None:
    # Nghị định 30, Phụ lục I, phần I, mục V, row 7: both bold capitals.
    assert "SignerPost" in styles(written)
    assert "Post" not in styles(written)


def by_hand(content: bytes) -> list[tuple[str, str]]:
    """Return the style of each paragraph with an indent or a space of its own, and what it is."""
    root = part(content, "word/document.xml")
    return [
        (value(paragraph.find("w:pPr/w:pStyle", NS)), child.tag.removeprefix(W))
        for paragraph in find(root, ".//w:p")
        for child in paragraph.find("w:pPr", NS)
        if child.tag in (f"{W}ind", f"{W}spacing")
    ]


def test_nothing_is_indented_or_spaced_by_hand(written: bytes) -> None:
    # But the low paragraphs at the start of the file and the end of each section, and numbers,
    # each from the right by what stands after its comma.
    assert {style for style, _ in by_hand(written)} <= {"DrawnRule", "TableText"}
    assert ("TableText", "spacing") not in by_hand(written)


def test_titles_have_their_indent_in_the_style() -> None:
    content = word_file(LONG)
    for name in ("Subtitle", "AnnexTitle"):
        indent = styles(content)[name].find("w:pPr/w:ind", NS)
        assert int(value(indent, "left")) == int(value(indent, "right")) > 100
    # The second annex has a short title: it alone says that it is not indented.
    (other,) = [style for style, kind in by_hand(content) if kind == "ind"]
    assert other == "AnnexTitle"


def test_addressees_are_indented_by_their_styles(written: bytes) -> None:
    label, item = (styles(written)[name] for name in ("Addressees", "Addressee"))
    places = [int(value(style.find("w:pPr/w:ind", NS), "left")) for style in (label, item)]
    assert 0 < places[0] < places[1]


def test_no_blank_stands_at_the_end_of_a_paragraph_and_no_paragraph_is_empty(
    written: bytes,
) -> None:
    for paragraph in find(part(written, "word/document.xml"), ".//w:p"):
        text, style = text_of(paragraph), value(paragraph.find("w:pPr/w:pStyle", NS))
        assert text == text.rstrip(" \u00a0")
        if style not in ("DrawnRule", "SignerName"):
            assert text, style


def test_a_rule_has_a_stroke_for_readers_of_the_older_form(written: bytes) -> None:
    xml = package.parts(written)["word/document.xml"].decode()
    assert xml.count("<v:line ") == xml.count("<v:stroke ") > 2


def test_fonts_are_described_for_machines_that_lack_them(written: bytes) -> None:
    (font,) = find(part(written, "word/fontTable.xml"), "w:font")
    assert value(font, "name") == "Times New Roman"
    assert value(font.find("w:family", NS)) == "roman"
    assert value(font.find("w:panose1", NS)) == "02020603050405020304"
