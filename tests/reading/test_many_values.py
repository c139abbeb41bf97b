"""An input of more values than any document holds is refused where they become too many."""

from __future__ import annotations

from pathlib import Path

import pytest
from effort import effort

from briefing.findings import InputError
from briefing.reading import MAX_BYTES, read
from briefing.reading.tree import MAX_VALUES

HEAD = "schema: 1\nkind: bao-cao-tong-ket\ntasks:\n"


@pytest.mark.parametrize("entries", [MAX_VALUES, 250_000])
def test_too_many_values_are_refused_at_their_place(tmp_path: Path, entries: int) -> None:
    file = tmp_path / "nam.yaml"
    file.write_text(HEAD + "- a\n" * entries, encoding="utf-8")
    assert file.stat().st_size <= MAX_BYTES

    with effort() as spent, pytest.raises(InputError) as raised:
        read(file)

    assert spent.yardsticks < 500
    [told] = raised.value.findings
    assert told.rule == "input/too-many-values"
    assert told.origin
    # The groups and keys above are counted too.
    assert MAX_VALUES - 5 < (told.origin.line or 0) < MAX_VALUES + 5


def test_as_many_as_a_long_report_has_are_read(tmp_path: Path) -> None:
    file = tmp_path / "nam.yaml"
    file.write_text(HEAD + "- a\n" * (MAX_VALUES // 2), encoding="utf-8")

    assert len(read(file).data["tasks"]) == MAX_VALUES // 2
