"""What the confirmed statements of a text show of those beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import field
from decimal import Decimal

from briefing.checking.statements.verdicts import Judgement, Verdict
from briefing.figures.doubts import Doubt
from briefing.figures.statements import Change, Fraction, Statement
from briefing.values import record

_ALL = 100

_SIBLINGS = 2
"""Shares of one whole that show that others beside them are of it too, however far off."""

_LIST = 160
"""The most characters between two changes of one list."""


@record
class Proved:
    """What confirmed statements of a text show of those beside them.

    ``wholes`` are those of which some rate is confirmed, each with how many are, ``changes`` where
    changes stand that agree with numbers of the sentence before, ``loose`` is how many shares fit
    no whole at all, ``done`` where numbers begin that say what was done, which may have been
    done of something else than the whole.
    """

    wholes: Counter[tuple[Decimal, str]] = field(default_factory=Counter)
    changes: tuple[int, ...] = ()
    loose: int = 0
    done: frozenset[int] = frozenset()

    def lists(self, statement: Statement) -> bool:
        """Say whether a share stands among others of its whole, and is no part of what was done."""
        content = statement.content
        return (
            isinstance(content, Fraction)
            and content.rate is not None
            and content.part <= content.whole
            and content.rate.percent < _ALL
            and self.wholes[content.whole, content.unit] >= _SIBLINGS
            and statement.start not in self.done
        )

    def ties(self, statement: Statement) -> bool:
        """Say whether a statement beside it shows that its numbers are meant for each other."""
        content = statement.content
        if isinstance(content, Fraction) and statement.why == Doubt.WHOLE:
            return (content.whole, content.unit) in self.wholes
        if isinstance(content, Change) and statement.why == Doubt.DISTANT:
            near = bisect_left(self.changes, statement.start - _LIST)
            return near < len(self.changes) and self.changes[near] < statement.start + _LIST
        return False


_DONE = re.compile(
    r"\b(?:khởi tố|xử lý|làm rõ|khám phá|giải quyết|bắt giữ|bắt|điều tra|hoàn thành|đạt|"
    r"thu hồi|nộp|xử phạt|triển khai|thực hiện|giải ngân)\b[^,;.()\d]{0,12}$",
    re.IGNORECASE,
)
_LED = 30
"""The characters before a number in which it may be said that it was done."""


def _done(text: str, statement: Statement) -> bool:
    before = text[max(0, statement.start - _LED) : statement.start]
    return isinstance(statement.content, Fraction) and bool(_DONE.search(before))


def proved_by(text: str, statements: list[Statement], judged: list[Judgement]) -> Proved:
    """Return what the confirmed statements of a text show of the others."""
    confirmed = [
        statement
        for statement, verdict in zip(statements, judged, strict=True)
        if verdict.verdict is Verdict.CONFIRMED
    ]
    return Proved(
        Counter(
            (one.content.whole, one.content.unit)
            for one in confirmed
            if isinstance(one.content, Fraction)
        ),
        tuple(
            one.start
            for one in confirmed
            if isinstance(one.content, Change) and one.why == Doubt.DISTANT
        ),
        sum(
            isinstance(one.content, Fraction)
            and not one.tight
            and verdict.verdict is Verdict.CONTRADICTED
            for one, verdict in zip(statements, judged, strict=True)
        ),
        frozenset(one.start for one in statements if _done(text, one)),
    )
