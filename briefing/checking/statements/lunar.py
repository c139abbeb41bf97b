"""The names of lunar years."""

from __future__ import annotations

from briefing.checking.statements.verdicts import CONFIRMED, Judgement, Verdict
from briefing.figures.statements import LunarYear
from briefing.vietnamese import can_chi, without_marks


def judge_lunar_year(lunar: LunarYear) -> Judgement:
    """Judge the name of a lunar year against its number."""
    name = can_chi(lunar.year)
    if _spelled(lunar.name) == _spelled(name):
        return CONFIRMED
    values: dict[str, object] = {"year": lunar.year, "name": name}
    return Judgement(Verdict.CONTRADICTED, "text/lunar-year", values)


def _spelled(name: str) -> str:
    """Return a name of a year in the letters of today."""
    plain = without_marks(name).lower().replace("y", "i").replace("meo", "mao")
    return (
        plain
        if "ti" not in plain.split()
        else f"{plain} {'sáu' if 'ỵ' in name or 'ị' in name else 'một'}"
    )
