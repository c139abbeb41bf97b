"""The statements of texts, each judged by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from briefing.checking.statements.changes import (
    judge_average,
    judge_change,
    judge_criteria,
    judge_lunar_year,
    judge_range,
    judge_times,
    judge_unchanged,
)
from briefing.checking.statements.rescue import may_be_meant
from briefing.checking.statements.verdicts import DOUBTFUL, Judgement, Verdict, undecided
from briefing.checking.statements.wholes import (
    judge_fraction,
    judge_fulfilment,
    judge_parts,
    judge_percents,
)
from briefing.figures.statements import (
    AllCriteria,
    Average,
    Change,
    Fraction,
    Fulfilment,
    LunarYear,
    Parts,
    Percents,
    Range,
    Statement,
    Times,
    Unchanged,
)
from briefing.figures.text import read_statements
from briefing.findings import Finding, Origin, Severity

_JUDGES: dict[type, Callable[[Any], Judgement]] = {
    Fraction: judge_fraction,
    Change: judge_change,
    Unchanged: judge_unchanged,
    AllCriteria: judge_criteria,
    Parts: judge_parts,
    Percents: judge_percents,
    Fulfilment: judge_fulfilment,
    Times: judge_times,
    Range: judge_range,
    Average: judge_average,
    LunarYear: judge_lunar_year,
}
"""Who judges a kind of statement; the others state nothing that could be wrong."""

_WARNINGS = frozenset({"text/sign"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement, where it was read, the verdict, and the finding if there is one.

    ``why`` names the reason for which it is not evaluated.
    """

    statement: Statement
    verdict: Verdict
    origin: Origin | None
    finding: Finding | None = None
    why: str = ""


def read_text(texts: Iterable[tuple[str, Origin | None]], path: str = "") -> Iterator[Reading]:
    """Yield every statement of texts with its verdict; ``path`` is the input field, if any."""
    for text, origin in texts:
        for statement in read_statements(text):
            yield _reading(statement, origin, path)


def _reading(statement: Statement, origin: Origin | None, path: str) -> Reading:
    judged = judge(statement)
    finding = None
    if judged.verdict in DOUBTFUL:
        error = judged.verdict is Verdict.CONTRADICTED and judged.rule not in _WARNINGS
        values = {"quote": statement.quote, "near": None, **judged.values}
        severity = Severity.ERROR if error else Severity.WARNING
        finding = Finding(judged.rule, severity, origin, path, values)
    return Reading(statement, judged.verdict, origin, finding, judged.why)


def judge(statement: Statement) -> Judgement:
    """Return the verdict on a statement; what its words do not tie together is never accused."""
    judged = _JUDGES.get(type(statement.content), _plain)(statement.content)
    if judged.verdict not in DOUBTFUL:
        return judged
    if not statement.sure:
        return undecided(statement.why or "whole")
    return undecided("other") if may_be_meant(statement) else judged


def _plain(_: object) -> Judgement:
    return undecided("alone")
