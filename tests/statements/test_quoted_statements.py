"""Statements as reports print them, and what the reader makes of each: see ``cases.txt``."""

from __future__ import annotations

from pathlib import Path

from in_rows import in_rows

from tests.statements.shown import KINDS, VERDICTS, readings, row

Row = tuple[str, str, str]

NO_FIGURE = ("–", "–", "–")


def cases() -> dict[str, list[Row]]:
    """Return the rows that each text of the file must be read as."""
    found: dict[str, list[Row]] = {}
    text = ""
    lines = Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        written, kind, numbers, verdict = line.rsplit(" | ", 3)
        if written:
            assert written not in found, f"twice in the file: {written}"
            text = written
            found[text] = []
        found[text].append((kind, numbers.strip(), verdict))
    return found


CASES = cases()


def judged(text: str) -> list[Row]:
    found = [
        (kind, numbers.strip(), verdict) for kind, numbers, verdict in map(row, readings(text))
    ]
    return found or [NO_FIGURE]


@in_rows("text", CASES)
def test_a_quoted_statement_is_read_so(text: str) -> None:
    assert judged(text) == CASES[text]


@in_rows("text", [text for text in CASES if CASES[text] != [NO_FIGURE]])
def test_it_is_read_so_inside_a_sentence_and_after_another(text: str) -> None:
    assert judged(f"Trong năm, lực lượng Công an {text}.") == CASES[text]
    assert judged(f"Tình hình giữ vững. Kết quả, {text}; địa bàn ổn định.") == CASES[text]


@in_rows("text", CASES)
def test_every_statement_quotes_its_text_word_for_word(text: str) -> None:
    for reading in readings(text):
        found = reading.statement
        assert text[found.start : found.end] == found.quote
        assert found.quote == found.quote.strip()


def test_the_file_shows_every_kind_and_every_verdict_and_many_that_are_no_figure() -> None:
    rows = [row for rows in CASES.values() for row in rows]

    assert {kind for kind, _, _ in rows} == {*KINDS.values(), "–"}
    assert {verdict for _, _, verdict in rows} | {"lệch chữ số cuối"} == {*VERDICTS.values(), "–"}
    assert len(CASES) >= 80
    assert rows.count(NO_FIGURE) >= 30
