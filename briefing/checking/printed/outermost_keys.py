"""The outermost keys that facts stand under, and which period facts under them tell of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

from briefing.report import Period, Report, Trait, field_roles

_STEP = re.compile(r"[.\[]")


def outermost(path: str) -> str:
    """Return the outermost key of a path: ``tasks`` of ``tasks[0].lead``."""
    return _STEP.split(path, maxsplit=1)[0]


def outermost_of(paths: Iterable[str]) -> set[str]:
    """Return the outermost keys of paths."""
    return {outermost(path) for path in paths}


@cache
def keys_ahead() -> frozenset[str]:
    """Return the outermost keys under which an input looks ahead."""
    return frozenset(name for name, role in field_roles(Report).items() if role.is_a(Trait.AHEAD))


def period_of(report: Report, keys: AbstractSet[str]) -> Period | None:
    """Return the one period that facts under some keys tell of; ``None`` of both, or of none."""
    ahead = keys & keys_ahead()
    if not keys or (ahead and ahead != keys):
        return None
    return report.coming_period if ahead else report.period
