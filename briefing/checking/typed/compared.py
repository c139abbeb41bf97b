"""Changes that sentences type behind the words of a figure, against its two values.

Behind its name they are read with the text (``typed_changes``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.checking.typed.as_declared import Sort, Typed
from briefing.checking.typed.subjects import NUMBER, decimal
from briefing.figures import PARTS
from briefing.figures.claims import Claim
from briefing.findings import Severity, rule
from briefing.patterns import Pattern
from briefing.report import StatedChange

OTHER_CHANGE = rule("text/other-change", Severity.ERROR, Severity.WARNING)

_CLAIM = re.compile(
    rf"(?<!\w)(?P<way>tăng|giảm) (?P<number>{NUMBER})(?P<unit>%| [^\d,;:.()%]+?) so với "
    r"(?P<base>(?:cùng kỳ )?(?:năm )?(?:trước|ngoái|\d{4})|cùng kỳ)(?=[.,;:)]|$| và )",
    re.IGNORECASE,
)
_YEAR = Pattern(r"\d{4}")


def _of_other_year(match: re.Match[str], this: int) -> bool:
    """Say whether a change is against another year than the one before."""
    year = _YEAR.search(match["base"])
    return year is not None and int(year[0]) != this - 1


def _declared(typed: Typed) -> Mapping[str, Any] | None:
    """Return the change that a figure with two values would declare."""
    book, name, match = typed
    figure, unit = book.figures[name], match["unit"].strip()
    points = unit == "%" and figure.unit == "%"
    if book.previous(name) is None or figure.change or figure.up_to or points:
        return None
    if unit not in ("%", figure.unit):
        return None
    key = "percent" if unit == "%" else "amount"
    change = {"direction": match["way"].lower(), key: decimal(match["number"])}
    return {"change": StatedChange.model_validate(change)}


def _told(typed: Typed, _: Claim) -> dict[str, str]:
    computed = PARTS["compared"](typed.book, typed.name) or ""
    return {"name": typed.name, "computed": computed}


CHANGES = Sort(
    form=_CLAIM,
    signs="o vớ",  # "so với", of which s and i are like letters of other alphabets
    of_other_year=_of_other_year,
    declared=_declared,
    judged_by=("figures/direction", "figures/difference", "figures/stated-change"),
    broken=OTHER_CHANGE,
    told=_told,
    named=False,
)
