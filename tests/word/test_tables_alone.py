"""Tables that look the same in every engine: nothing about them is left to Word's own styles.

Engines disagree on what the built-in "Normal Table" gives a table (some keep cell margins of 108
twips, whatever the file says of that style), and on the size of text that says none.
"""

from __future__ import annotations

from itertools import product

import pytest
from in_rows import in_rows

from briefing.layout.metrics import Face, text_width

from . import package
from .package import NAMES, NS, PROFILES, W, find, part, text_of, value

SLACK = 0.03
"""The least share of a column that a line leaves free which must not break."""

NO_MARGINS = {"left": "0", "right": "0"}
ABOVE = {"top": "240"}
"""Above the signature, where an empty line would be typed."""


@pytest.fixture(scope="module", params=product(NAMES, PROFILES), ids=" ".join)
def written(request: pytest.FixtureRequest) -> bytes:
    return package.built(*request.param)


def tables(content: bytes, style: str) -> list:
    path = f".//w:tbl[w:tblPr/w:tblStyle[@w:val='{style}']]"
    return part(content, "word/document.xml").xpath(path, namespaces=NS)


def margins(table) -> dict[str, str]:
    sides = find(table, "w:tblPr/w:tblCellMar/*")
    assert {value(side, "type") for side in sides} == {"dxa"}
    return {side.tag.removeprefix(W): value(side, "w") for side in sides}


def test_letterhead_and_signature_say_their_own_margins(written: bytes) -> None:
    found = tables(written, "Columns")
    assert [margins(table) for table in found] == [NO_MARGINS, ABOVE | NO_MARGINS]


def test_tables_of_figures_say_the_margins_of_their_style(written: bytes) -> None:
    (style,) = find(part(written, "word/styles.xml"), "w:style[@w:styleId='TableGrid']")
    found = tables(written, "TableGrid")
    assert found
    assert {tuple(margins(table).items()) for table in found} == {tuple(margins(style).items())}


def test_every_table_says_its_indent_its_width_and_that_of_each_cell(written: bytes) -> None:
    for table in find(part(written, "word/document.xml"), ".//w:tbl"):
        grid = [int(value(column, "w")) for column in find(table, "w:tblGrid/w:gridCol")]
        indent, width = table.find("w:tblPr/w:tblInd", NS), table.find("w:tblPr/w:tblW", NS)
        assert (value(indent, "w"), value(indent, "type")) == ("0", "dxa")
        assert (int(value(width, "w")), value(width, "type")) == (sum(grid), "dxa")
        assert value(table.find("w:tblPr/w:tblLayout", NS), "type") == "fixed"
        for row in find(table, "w:tr"):
            cells = [int(value(cell, "w")) for cell in find(row, "w:tc/w:tcPr/w:tcW")]
            assert sum(cells) == sum(grid)


def test_no_table_takes_the_built_in_style_and_that_style_is_as_usual(written: bytes) -> None:
    used = find(part(written, "word/document.xml"), ".//w:tblStyle")
    assert {value(style) for style in used} == {"Columns", "TableGrid"}
    (style,) = find(part(written, "word/styles.xml"), "w:style[@w:styleId='TableNormal']")
    assert margins(style) == {"top": "0", "left": "108", "bottom": "0", "right": "108"}


def test_style_of_the_columns_is_hidden(written: bytes) -> None:
    (style,) = find(part(written, "word/styles.xml"), "w:style[@w:styleId='Columns']")
    assert style.find("w:semiHidden", NS) is not None
    assert margins(style) == NO_MARGINS


def test_defaults_state_a_size_and_that_there_is_no_space(written: bytes) -> None:
    (defaults,) = find(part(written, "word/styles.xml"), "w:docDefaults")
    (normal,) = find(part(written, "word/styles.xml"), "w:style[@w:styleId='Normal']")
    size = "w:rPr/w:sz"
    assert value(defaults.find(f"w:rPrDefault/{size}", NS)) == value(normal.find(size, NS))
    (space,) = find(defaults, "w:pPrDefault")
    assert len(space) == 0


def test_every_style_of_text_says_its_size_and_its_alignment_or_takes_them_from_one_that_does(
    written: bytes,
) -> None:
    styles = part(written, "word/styles.xml")
    known = {value(style, "styleId"): style for style in find(styles, "w:style")}
    for name, style in known.items():
        if value(style, "type") == "paragraph" and name != "Normal":
            chain = [style]
            while (base := chain[-1].find("w:basedOn", NS)) is not None:
                chain.append(known[value(base)])
            sized = [each for each in chain if find(each, "w:rPr/w:sz")]
            assert value(sized[0], "styleId") != "Normal", name
            assert any(find(each, "w:pPr/w:jc") for each in chain), name


def test_word_opens_the_file_without_compatibility_mode(written: bytes) -> None:
    settings = find(part(written, "word/settings.xml"), "w:compat/w:compatSetting")
    assert {value(setting, "name"): value(setting, "val") for setting in settings} == {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
        "differentiateMultirowTableHeaders": "1",
    }


@in_rows("style", ["NationalName", "Motto", "PlaceDate", "DocumentNumber"])
def test_lines_that_must_not_break_leave_slack_in_their_column(written: bytes, style: str) -> None:
    for room, text, size, face in lines_of_columns(written, style):
        assert text_width(text, size, face) <= (1 - SLACK) * room, text


def test_left_column_keeps_away_from_the_right_one(written: bytes) -> None:
    for table in tables(written, "Columns"):
        for left, right in (find(row, "w:tc") for row in find(table, "w:tr")):
            assert 150 <= right_margin(left) <= 300
            assert right_margin(right) == 0


def right_margin(cell) -> int:
    margin = cell.find("w:tcPr/w:tcMar/w:right", NS)
    return 0 if margin is None else int(value(margin, "w"))


def lines_of_columns(content: bytes, style: str) -> list[tuple[float, str, float, Face]]:
    """Return each text of a style in a column: the room for it, the text, its size and face."""
    (rules,) = find(part(content, "word/styles.xml"), f"w:style[@w:styleId='{style}']/w:rPr")
    size = int(value(rules.find("w:sz", NS))) / 2
    face: Face = "bold" if find(rules, "w:b") else "italic" if find(rules, "w:i") else "regular"
    found = [
        (room(cell), text_of(paragraph), size, face)
        for table in tables(content, "Columns")
        for cell in find(table, ".//w:tc")
        for paragraph in cell.xpath(f"w:p[w:pPr/w:pStyle[@w:val='{style}']]", namespaces=NS)
    ]
    assert found
    return found


def room(cell) -> float:
    return (int(value(cell.find("w:tcPr/w:tcW", NS), "w")) - right_margin(cell)) / 20
