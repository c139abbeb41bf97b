"""The labelled sentences of the benchmark: none is accused wrongly, no false one is confirmed."""

from __future__ import annotations

from in_rows import in_rows

from benchmarks.figures import Sentence, own
from briefing.checking.statements import Verdict
from briefing.findings import Severity
from tests.statements.shown import readings

SENTENCES = list(own())
LEAST = 400


def test_there_are_enough() -> None:
    assert len(SENTENCES) >= LEAST
    assert len({sentence.text for sentence in SENTENCES}) == len(SENTENCES)


@in_rows("sentence", SENTENCES, ids=lambda sentence: sentence.text)
def test_a_sentence_is_judged_as_it_is_labelled(sentence: Sentence) -> None:
    labels = {label for label, *_ in sentence.claims}
    found = [reading for reading in readings(sentence.text) if reading.finding]

    if not labels & {"planted", "contradiction"}:
        assert not [one for one in found if one.finding and one.finding.severity is Severity.ERROR]
        assert not found or "rounding" in labels
    if labels == {"planted"} and not found:
        [(_, _, start, end)] = sentence.claims
        over = [
            reading
            for reading in readings(sentence.text)
            if reading.statement.start < end and start < reading.statement.end
        ]
        assert not [one for one in over if one.verdict is Verdict.CONFIRMED]
