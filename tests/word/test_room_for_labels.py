"""Room that a table has to spare goes to the columns whose texts break, not to those that fit."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree

import briefing

WORKED = Path(__file__).parents[2] / "inputs" / "kinh-te-xa-hoi-xa-2026.yaml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_long_labels_of_a_wide_table_are_given_what_short_units_leave() -> None:
    content = briefing.build(briefing.load(WORKED))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    grids = [
        [int(column.get(f"{W}w")) for column in grid.iter(f"{W}gridCol")]
        for grid in root.iter(f"{W}tblGrid")
    ]
    _, label, unit, *others = max(grids, key=len)

    assert label > 1.5 * max(unit, *others)
