"""What the rules say of a report made of nothing but figures."""

from __future__ import annotations

from typing import Any

import briefing
from tests.figures.made import Facts, report

# What a kind misses, what no sentence names: other tests ask for these.
_OTHERS = ("kind/", "figures/unused")

Said = tuple[str, str, str]


def findings(figures: dict[str, Facts], **facts: Any) -> list[briefing.Finding]:
    """Return the findings that figures give by themselves."""
    given = briefing.check(report(figures, **facts))
    return [one for one in given if not one.rule.startswith(_OTHERS)]


def told(figures: dict[str, Facts], **facts: Any) -> list[Said]:
    """Return rule, severity and path of each finding."""
    return [(one.rule, one.severity.name.lower(), one.path) for one in findings(figures, **facts)]
