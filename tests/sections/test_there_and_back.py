"""An outline goes through YAML and a workbook and comes back the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.expected import put

from briefing import library, load
from briefing.forms import input_text, own_data, workbook

OUTLINES = sorted((Path(__file__).parent / "outlines").glob("*.yaml"))


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
