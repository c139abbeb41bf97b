"""The statements of texts, each judged by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from briefing.checking.statements.changes import (
    judge_change,
    judge_criteria,
    judge_unchanged,
)
from briefing.checking.statements.lunar import judge_lunar_year
from briefing.checking.statements.numbers import PROVISIONAL
from briefing.checking.statements.proved import Proved, proved_by
from briefing.checking.statements.ratios import judge_average, judge_range, judge_times
from briefing.checking.statements.records import OF_TEXTS
from briefing.checking.statements.rescue import may_be_meant
from briefing.checking.statements.sums import judge_parts, judge_percents
from briefing.checking.statements.verdicts import DOUBTFUL, Judgement, Verdict, undecided
from briefing.checking.statements.wholes import judge_fraction, judge_fulfilment
from briefing.figures.doubts import Doubt
from briefing.figures.slips import searching
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
    Rate,
    Statement,
    StatementContent,
    Times,
    Unchanged,
)
from briefing.figures.text import read_statements
from briefing.figures.text.units import counted
from briefing.findings import Finding, Origin, Severity
from briefing.values import record
from briefing.vietnamese import places

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


@record
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
        for statement, judged in _settled(text):
            yield _reading(statement, judged, origin, path)


def read_printed(text: str, origin: Origin | None, path: str) -> Iterator[Reading]:
    """Yield the statements of a report's text; every kind of a year reads the same ones again."""
    found = _read_before(str(text)) if len(text) < _SHORT else _settled(text)
    for statement, judged in found:
        yield _reading(statement, judged, origin, path)


_SHORT = 2000
"""Texts of fewer characters are kept with what was read in them; few sentences are longer."""


@lru_cache(maxsize=2048)
def _read_before(text: str) -> list[tuple[Statement, Judgement]]:
    return _settled(text)


def _settled(text: str) -> list[tuple[Statement, Judgement]]:
    """Return the statements of a text with what may be told of each."""
    statements = read_statements(text)
    with searching():
        first = [_judged(one) for one in statements]
    proved = proved_by(text, statements, first)
    judged = zip(statements, first, strict=True)
    return [(one, settled(one, verdict, proved)) for one, verdict in judged]


def judge(statement: Statement, origin: Origin | None, path: str = "") -> Reading:
    """Return one statement with its verdict, whatever else its text says."""
    judged = _judged(statement)
    return _reading(statement, settled(statement, judged, Proved()), origin, path)


def _reading(statement: Statement, judged: Judgement, origin: Origin | None, path: str) -> Reading:
    finding = None
    if judged.verdict in DOUBTFUL:
        error = judged.verdict is Verdict.CONTRADICTED and not judged.mild
        values = {"quote": statement.quote, "near": None, **judged.values}
        severity = Severity.ERROR if error else Severity.WARNING
        finding = OF_TEXTS[judged.rule].found(origin, path, values, severity)
    return Reading(statement, judged.verdict, origin, finding, judged.why)


def settled(statement: Statement, judged: Judgement, proved: Proved) -> Judgement:
    """Return what may be told of a statement.

    What its words do not tie together is never accused, nor what another number near it makes
    right, nor numbers so far apart that they were hardly meant for each other, unless one wrong
    digit explains it or a rate beside it shows that the whole is the right one. Where a rate
    names a base of its own, or parts may be of something else, one wrong digit that makes it fit
    is told. It is an error only where numbers stand side by side, two digits changed place or the
    point was shifted, or another statement shows that they are meant; else a warning.
    """
    if judged.verdict not in DOUBTFUL:
        return judged
    if not statement.sure:
        return _unsure(statement, judged, proved)
    if statement.tight and not isinstance(statement.content, Times):
        return undecided(Doubt.FAR) if _hardly_meant(statement, judged) else judged
    if may_be_meant(statement):
        return undecided(Doubt.OTHER)
    if statement.tight:
        return judged
    if judged.verdict is not Verdict.CONTRADICTED or _alone(statement.content):
        return judged
    return _apart(statement, judged, proved)


def _alone(content: StatementContent) -> bool:
    """Say whether a statement needs no other number to be false: ``giảm 120%``."""
    if isinstance(content, Change):
        return content.pair is None
    return isinstance(content, Unchanged | AllCriteria | LunarYear)


def _apart(statement: Statement, judged: Judgement, proved: Proved) -> Judgement:
    """Return what may be told of numbers that contradict each other and that words tie together."""
    content = statement.content
    beside = isinstance(content, Fraction) and (content.whole, content.unit) in proved.wholes
    if beside and judged.far and not (judged.plain or judged.slip):
        if statement.start in proved.done and not _exceeds(content):
            # "trộm cắp 53 vụ (29,4%), đã khởi tố 20 vụ (95%)": it may have a whole of its own.
            return undecided(Doubt.BASE)
        judged = replace(judged, mild=judged.mild or not judged.digit)
    if judged.plain or beside:
        # In few digits a slip fits by chance.
        certain = statement.adjacent or beside or _fine(content)
        return judged if certain else replace(judged, mild=True)
    if judged.far and not (judged.slip and (statement.adjacent or _fine(content))):
        # Side by side, or of a plan or a base that is named, one digit put for another is the
        # likelier reason where many digits are told; it only makes a warning.
        if statement.adjacent and judged.rule == _RATE and _both_told(content):
            return replace(judged, mild=True)
        named = statement.adjacent or not isinstance(content, Fraction)
        typed = judged.digit and named and _fine(content)
        return replace(judged, mild=True) if typed else undecided(Doubt.FAR)
    if isinstance(content, Fraction) and _of_another(content, judged, proved):
        return undecided(Doubt.BASE)
    return replace(judged, mild=judged.mild or not statement.adjacent or _vague(content))


_RATE = "text/stated-rate"


def _both_told(content: StatementContent) -> bool:
    """Say whether an amount and its percentage are told of the number right beside them."""
    change = content if isinstance(content, Change) else None
    return change is not None and change.amount is not None and change.percent is not None


def _of_another(fraction: Fraction, judged: Judgement, proved: Proved) -> bool:
    """Say whether a rate is rather one of another whole.

    ``trong số 153 nhiệm vụ, hoàn thành 129 nhiệm vụ (100%)`` is of those that were due, and
    several shares of a text of which none fits have another whole.
    """
    if fraction.rate is not None and fraction.rate.percent == _ALL:
        return True
    if judged.slip or (judged.digit and _exceeds(fraction)):
        return False
    return proved.loose > 1 or _wide_of(fraction)


def _exceeds(content: StatementContent) -> bool:
    """Say whether a part is more than its whole, while its finely told rate says that it is less.

    ``phát hiện 362 vụ, làm rõ 898 vụ, đạt 82,3%``: one wrong digit is the likelier reason.
    """
    if not isinstance(content, Fraction) or content.rate is None:
        return False
    less = content.rate.percent < _ALL and content.part > content.whole >= _SOME
    return less and not content.rate.qualifier and _telling(content.rate.percent)


_SOME = 100
"""From here on numbers have digits enough that one for another hardly makes them fit by chance."""


def _vague(content: StatementContent) -> bool:
    """Say whether a part or its whole is only roughly told."""
    if not isinstance(content, Fraction):
        return False
    return bool({content.qualifier, content.whole_qualifier} - PROVISIONAL - {""})


def _fine(content: StatementContent) -> bool:
    """Say whether a digit more or less in numbers far apart hardly makes them fit by chance."""
    match content:
        case Fraction(rate=Rate() as rate) | Fulfilment(rate=Rate() as rate):
            return _telling(rate.percent)
        case Change() if content.percent is not None:
            return _telling(content.percent)
        case Average(mean, total, number):
            return not (mean.qualifier or total.qualifier or number.qualifier)
    return True


_WIDE = Decimal("1.5")
"""How many times another a rate may be where nothing but its sentence ties it to its numbers."""


def _wide_of(fraction: Fraction) -> bool:
    """Say whether a rate of money or measures is so wide of the mark that it has another whole."""
    if fraction.rate is None or not fraction.whole or counted(fraction.unit):
        return False
    given, stated = fraction.part / fraction.whole * 100, fraction.rate.percent
    return max(given, stated) > _WIDE * min(given, stated)


def _hardly_meant(statement: Statement, judged: Judgement) -> bool:
    """Say whether a slash or brackets hold numbers that were not meant for the one beside them.

    ``biến phí tăng 25% (1000/25)`` shows how it was reckoned, and what words part from a fraction
    may be said of something else.
    """
    if _named(statement.content, judged):
        return True
    explained = judged.slip or judged.digit or judged.plain
    return judged.far and not statement.adjacent and not explained


def _named(content: StatementContent, judged: Judgement) -> bool:
    """Say whether a fraction is rather a name than a count: ``dịch vụ 24/7``."""
    bare = isinstance(content, Fraction) and not content.unit and content.part > content.whole
    return bare and judged.far and not judged.slip


def _unsure(statement: Statement, judged: Judgement, proved: Proved) -> Judgement:
    """Return what may be told of numbers that words tie together only loosely."""
    typed = judged.slip if isinstance(statement.content, Change) else judged.plain
    meant = not judged.far or typed
    typed = judged.plain or (judged.digit and _exceeds(statement.content))
    slip = typed and not judged.rough and _tells(statement)
    meant = meant or proved.lists(statement)
    slip = slip or (_of_sentence_before(statement) and judged.digit and not judged.rough)
    if (slip or (meant and proved.ties(statement))) and not may_be_meant(statement):
        return replace(judged, mild=True)
    return undecided(statement.why or Doubt.WHOLE)


def _of_sentence_before(statement: Statement) -> bool:
    """Say whether a finely told share of what the sentence before counts may have a wrong digit."""
    content = statement.content
    return (
        isinstance(content, Fraction)
        and statement.why == Doubt.DISTANT
        and content.rate is not None
        and content.rate.percent < _ALL
        and _telling(content.rate.percent)
        and counted(content.unit)
        and min(content.part, content.whole) >= _SOME
    )


_LOOSE = frozenset({Doubt.WHOLE, Doubt.DISTANT, Doubt.OTHER, ""})
"""Doubts whether numbers were meant for each other, which a slip that makes them fit answers."""

_DIGITS = 3
"""Digits of a rate from which on a slip hardly makes it fit numbers that it is not of."""


def _tells(statement: Statement) -> bool:
    """Say whether one swapped or shifted digit that makes numbers fit shows that they are meant."""
    content, why = statement.content, statement.why
    match content:
        case Parts():
            return why in (Doubt.OTHER, Doubt.OVERLAP)
        case Percents() | Average():
            return why == Doubt.OTHER
        case Fraction() if content.rate:
            # Above a hundred it is no share, but what was reached of a plan.
            share = content.rate.percent <= _ALL or statement.tight
            share = share and _telling(content.rate.percent)
            return share and (why == Doubt.BASE or why in _LOOSE)
        case Fulfilment():
            return why == Doubt.DISTANT and len(content.reached.value.as_tuple().digits) >= _DIGITS
        case Change() if content.percent is not None:
            return why == Doubt.BASE or (why in _LOOSE and _telling(content.percent))
        case Change() if content.amount is not None and content.pair:
            return why == Doubt.BASE or (why in _LOOSE and content.pair.now >= _MANY)
    return why == Doubt.BASE


_ALL = 100

_MANY = 1000
"""From here on a difference hardly comes about by chance."""


def _telling(percent: Decimal) -> bool:
    return places(percent) > 0 and len(percent.as_tuple().digits) >= _DIGITS


def _judged(statement: Statement) -> Judgement:
    judge = _JUDGES.get(type(statement.content))
    if judge is None:
        return undecided(statement.why or Doubt.ALONE)
    return judge(statement.content)
