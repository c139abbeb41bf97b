"""Percentages of a plan that sentences type, against the plan that a figure declares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.checking.typed.as_declared import Sort, Typed
from briefing.checking.typed.subjects import NUMBER, decimal
from briefing.figures.claims import Claim
from briefing.figures.fulfilment import TARGET, reached
from briefing.findings import Severity, rule

STATED_FULFILMENT = rule("text/stated-fulfilment", Severity.ERROR, Severity.WARNING)

_SAME = ("kế hoạch", "chỉ tiêu", "mục tiêu")
"""Words that are said for each other."""

# A plan that is called more closely, as that of a province, may be another than the one declared.
_CLAIM = re.compile(
    rf"(?<!\w)(?P<verb>đạt|bằng|vượt|hoàn thành) (?P<number>{NUMBER})% (?:so với )?(?:mức )?"
    r"(?P<word>kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)"
    r"(?: năm(?: (?P<year>\d{4}))?)?(?: đề ra| được giao)?(?=[.,;:)]|$| và )",
    re.IGNORECASE,
)


def _of_other_year(match: re.Match[str], this: int) -> bool:
    """Say whether a percentage is of the plan of another year."""
    return bool(match["year"]) and int(match["year"]) != this


def _declared(typed: Typed) -> Mapping[str, Any] | None:
    """Return the target that a figure with a plan of that name would declare."""
    match, target = typed.match, typed.book.figures[typed.name].target
    if target is None or target.at_most or not _is_called(target.word or TARGET, match["word"]):
        return None
    key = "stated_over" if match["verb"].lower() == "vượt" else "stated"
    stated = {"stated": None, "stated_over": None, key: decimal(match["number"])}
    return {"target": target.model_copy(update=stated)}


def _is_called(own: str, typed: str) -> bool:
    words = [own.lower().removesuffix(" năm"), typed.lower()]
    return words[0] == words[1] or all(word in _SAME for word in words)


def _told(typed: Typed, claim: Claim) -> dict[str, str]:
    """Return what the plan gives, and how; the figure only where it can be named instead."""
    known = reached(typed.book, typed.name) is not None
    return {
        "how": claim.how,
        "stated": claim.said,
        "computed": claim.in_unit(claim.computed),
        "near": typed.name if known else "",
        "word": typed.match["word"],
        "typed": typed.match[0],
    }


FULFILMENTS = Sort(
    form=_CLAIM,
    signs="%",
    of_other_year=_of_other_year,
    declared=_declared,
    judged_by=("figures/stated-fulfilment", "figures/stated-target"),
    broken=STATED_FULFILMENT,
    told=_told,
)
