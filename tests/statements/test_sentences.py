"""Precision comes first: what agrees is left in peace, what contradicts itself is named."""

from __future__ import annotations

from pathlib import Path

from in_rows import in_rows

from briefing.checking.statements import Verdict
from tests.statements.shown import readings, row


def lines(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


RIGHT = lines("right.txt")
WRONG = [tuple(line.rsplit(" | ", 2)) for line in lines("wrong.txt")]


@in_rows("sentence", RIGHT)
def test_nothing_is_said_of_a_sentence_whose_numbers_agree(sentence: str) -> None:
    assert not [reading.finding for reading in readings(sentence) if reading.finding]


@in_rows(("sentence", "rule", "severity"), WRONG)
def test_a_sentence_that_contradicts_itself_is_named_once(
    sentence: str, rule: str, severity: str
) -> None:
    found = [reading.finding for reading in readings(sentence) if reading.finding]

    assert [(one.rule, one.severity.name.lower()) for one in found] == [(rule, severity)]


@in_rows("sentence", [sentence for sentence, _, _ in WRONG])
def test_a_finding_quotes_the_words_it_speaks_of_in_both_languages(sentence: str) -> None:
    for reading in readings(sentence):
        if reading.finding:
            assert reading.statement.quote in sentence
            for language in ("vi", "en"):
                assert reading.statement.quote in reading.finding.message(language)
                assert reading.finding.remedy(language)


def test_there_are_enough_of_both() -> None:
    assert len(RIGHT) >= 40
    assert len(WRONG) >= 25


def test_all_right_sentences_together_still_find_nothing() -> None:
    assert not [reading.finding for reading in readings(" ".join(RIGHT)) if reading.finding]


def test_a_finding_and_a_verdict_go_together() -> None:
    doubtful = {Verdict.ROUNDED_OTHERWISE, Verdict.LAST_DIGIT, Verdict.CONTRADICTED}

    for sentence in [*RIGHT, *(sentence for sentence, _, _ in WRONG)]:
        for reading in readings(sentence):
            assert (reading.finding is not None) == (reading.verdict in doubtful)


def test_a_pair_that_stands_after_a_comparison_is_two_periods() -> None:
    [reading] = readings("Số vụ so với cùng kỳ năm 2022 (409/443 vụ)")

    assert row(reading) == ("hai kỳ", "409, trước 443 vụ", "chưa đánh giá")


def test_the_whole_in_an_earlier_sentence_never_accuses() -> None:
    [happened, solved] = readings("Xảy ra 120 vụ. Lực lượng chức năng làm rõ 102 vụ, đạt 58%.")

    assert row(happened) == ("số", "120 vụ", "chưa đánh giá")
    assert row(solved) == ("phần của tổng", "102/120 vụ, 58%", "chưa đánh giá")
    assert solved.finding is None
