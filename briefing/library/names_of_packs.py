"""Names that only a pack can give, in an input whose packs could not be read to the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.findings import Finding, misspelled
from briefing.reading import FileData

_UNDECLARED = "input/not-declared"
_OF_THE_INPUT = {"locality/unknown-signer"}
"""Told of what the input chooses from packs that are in order."""


def as_the_pack_tells(
    found: Iterable[Finding], above: Iterable[Finding], source: FileData
) -> list[Finding]:
    """Return faults of facts without those that follow from faults of packs and of the kind.

    Where no pack is named, that is what a field that nobody declares is missing.
    """
    told = without_names_of_packs(found, above)
    if "locality" in source.data:
        return told
    return [
        replace(one, rule="input/no-pack-named") if one.rule == _UNDECLARED else one for one in told
    ]


def without_names_of_packs(found: Iterable[Finding], above: Iterable[Finding]) -> list[Finding]:
    """Return findings; without unknown names where faults ``above`` hide what packs declare.

    A kind that there is not hides its fields, a pack that cannot be read whatever it names.
    """
    rules = {finding.rule for finding in above} - _OF_THE_INPUT
    if not rules:
        return list(found)
    only_kind = rules == {"kind/unknown"}
    return [
        finding
        for finding in found
        if finding.rule != _UNDECLARED and (only_kind or not _is_name_of_packs(finding))
    ]


def _is_name_of_packs(finding: Finding) -> bool:
    """Say whether a pack may well have a name that is not known."""
    if finding.rule == "kind/unknown":
        # One letter away from a kind of the program it is mistyped, whatever packs have.
        known = str(finding.values["known"]).split(", ")
        return misspelled(str(finding.values["name"]), known) is None
    return "register" in finding.values
