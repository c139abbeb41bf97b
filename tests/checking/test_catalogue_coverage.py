"""No rule about figures is left without a test in this folder."""

from __future__ import annotations

import tomllib
from pathlib import Path

import briefing

CATALOGUE = Path(briefing.__file__).parent / "findings" / "catalogue.vi.toml"

# Names in sentences, not numbers: held by the tests of bad inputs.
NAMES = {
    "figures/unknown-name",
    "figures/unknown-part",
    "figures/part-not-known",
    "figures/unused",
}


def test_every_rule_of_figures_and_of_the_previous_report_is_tested_here() -> None:
    rules = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["finding"]
    ours = {rule for rule in rules if rule.startswith(("figures/", "previous/"))} - NAMES
    tests = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("*.py"))

    assert [rule for rule in sorted(ours) if f'"{rule}"' not in tests] == []
