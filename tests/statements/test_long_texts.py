"""A finished text of any length is read in bounded pieces, and where reading ends it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from hypothesis import given
from hypothesis import strategies as st

from briefing import library
from briefing.checking.statements import amount, read_text
from briefing.figures.slips import SEARCHES
from briefing.findings import Severity

RIGHT = "Trong năm đã xảy ra 12 vụ, tăng 3 vụ so với cùng kỳ (9 vụ). "
WRONG = "Làm rõ 9/12 vụ (đạt 80%). "


def written(folder: Path, text: str) -> Path:
    file = folder / "bao-cao.txt"
    file.write_text(text, encoding="utf-8")
    return file


@given(st.lists(st.sampled_from([RIGHT, "a" * 30, " ", "\n", "; ", "123"]), max_size=60))
def test_the_pieces_of_a_text_are_the_text(parts: list[str]) -> None:
    text, longest = "".join(parts), 0
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(amount, "PIECE", 100)
        found = list(amount.pieces(text))

    assert "".join(found) == text
    for piece in found[:-1]:
        longest = max(longest, len(piece))
        assert piece[-1:].isspace()
    # Only a word longer than a piece makes one longer.
    assert longest <= 100 + max(map(len, text.split()), default=0) + 1


def test_what_a_long_paragraph_says_is_told_as_that_of_short_ones_is(tmp_path: Path) -> None:
    sentences = [RIGHT] * 900
    for at in (0, 333, 334, 600, 899):
        sentences[at] = WRONG
    text = "".join(sentences)
    assert len(text) > 2 * amount.PIECE

    checked = library.check_text(written(tmp_path, text))

    assert [one.rule for one in checked.findings] == ["text/stated-rate"] * 5
    assert sum(reading.statement.claims for reading in checked.readings) == 895 + 5
    assert {one.origin.line for one in checked.findings if one.origin} == {1}


@pytest.mark.parametrize("limit", ["MAX_NUMBERS", "MAX_STATEMENTS"])
def test_where_reading_ends_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(amount, "MAX_NUMBERS", 30 if limit == "MAX_NUMBERS" else 10_000)
    most = 10 if limit == "MAX_STATEMENTS" else 10_000
    monkeypatch.setattr("briefing.checking.statements.MAX_STATEMENTS", most)
    text = "".join(f"{RIGHT.strip()}\n" for _ in range(40))

    checked = library.check_text(written(tmp_path, text))

    [told] = checked.findings
    assert (told.rule, told.severity) == ("text/too-long", Severity.ERROR)
    assert told.origin
    assert told.origin.line == (11 if limit == "MAX_NUMBERS" else 10)
    # What was read before is told all the same.
    assert sum(reading.statement.claims for reading in checked.readings) == 10


def test_a_text_that_was_not_read_whole_does_not_pass(briefing: Briefing, tmp_path: Path) -> None:
    file = written(tmp_path, "1 2 3 4 5 6 7 8 9 " * 12_000)

    outcome = briefing("check", file)

    assert outcome.code == 1
    assert "hơn 100 nghìn số hoặc hơn 5 nghìn câu số liệu" in outcome.out
    assert "[text/too-long]" in outcome.out


def test_a_text_of_nothing_but_contradictions_is_told_with_few_searches_for_slips() -> None:
    text = " ".join("Khám phá 91/97 vụ (đạt 9,81%)." for _ in range(SEARCHES))
    found = [one.finding for one in read_text([(text, None)]) if one.finding is not None]

    assert len(found) == SEARCHES
    # The first is told with what would fit; for the last nothing is looked for any more.
    assert found[0].values["near"] == "93,81%"
    assert found[-1].values["near"] is None
