"""Packs tried on a report without facts: what stops a document is told before there is one.

The rules are those of every report; of their findings those count that lie in the packs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from briefing.checking import check_report
from briefing.findings import Finding, InputError
from briefing.kinds import TWO_LEVELS_FROM
from briefing.library.loading import over_profile, with_packs
from briefing.library.looks import look_faults
from briefing.library.packs import facts_left_out_in_vain
from briefing.localities import Locality, Pack, Shelves, load_locality, report_facts, told_by_name
from briefing.reading import FileData, validate
from briefing.report import SCHEMA_VERSION
from briefing.templating import template_folder

_USUAL = "bao-cao-tong-ket"
_NOW = 2199
"""Of the last years that a report may be of: packs are taken as they stand now."""

_OF_A_YEAR = {"locality/stale-year", "annex/head-of-other-year"}
"""What follows from the year of a report; lint tells of every year that a pack types."""

_UNKNOWN = {"figures/unknown-name", "figures/unknown-part", "figures/part-not-known"}
"""What may be the name of a figure, unless it is nearly that of a word which every report knows."""

_WHERE = {"name", "short_name", "level", "code", "place", "parent", "version", "requires"}
"""What a pack may say of itself that no other rule is about than its name."""


def packs_to_lint(
    base: Path | None = None, localities: Iterable[str] = ()
) -> tuple[list[tuple[Path, ...]], list[Finding], list[Finding]]:
    """Return the folders of templates of packs, what cannot be read of them, what stops documents.

    ``base`` is the folder of the built-in templates, ``localities`` chooses some of the packs.
    """
    from briefing.linting import pack_roots  # a document needs no lint

    trial = _Trial()
    roots, unreadable = pack_roots(base or template_folder(), localities, trial.look)
    return roots, unreadable, list(trial.found.values())


def faults_of_pack(name: str) -> list[Finding]:
    """Return what is wrong with what one pack says, and with its ``style.docx``."""
    _, unreadable, found = packs_to_lint(localities=[name])
    return [*unreadable, *found]


class _Trial:
    """Tries one pack after the other; each fault is kept once, however many packs inherit it."""

    def __init__(self) -> None:
        self.found: dict[object, Finding] = {}
        self._alike: set[object] = set()
        self._looks: set[Path] = set()

    def look(self, name: str, packs: tuple[Pack, ...], shelves: Shelves) -> None:
        """Try a pack with what it inherits; those of the program were tried before they came."""
        own = packs[0].folder
        if own and own.is_relative_to(shelves.shipped):
            return
        like = _likeness(packs)
        if like not in self._alike:
            self._keep(_tried(name, _year(packs), shelves))
        self._alike |= {like} if like else set()
        for folder in {pack.folder for pack in packs if pack.folder} - self._looks:
            self._looks.add(folder)
            self._keep(look_faults(folder))

    def _keep(self, findings: Iterable[Finding]) -> None:
        for one in findings:
            self.found.setdefault((one.rule, one.origin, *map(str, one.values.values())), one)


def _year(packs: tuple[Pack, ...]) -> int:
    """Return the last year in which a locality and those above it are what their packs say.

    Packs of before serve documents of before.
    """
    ends = [pack.said.until for pack in packs if pack.said.until]
    if any(pack.said.level == "district" for pack in packs):
        ends.append(TWO_LEVELS_FROM)
    return min(ends).year - 1 if ends else _NOW


def _likeness(packs: tuple[Pack, ...]) -> object:
    """Return what is the same of packs that say only what they are and where they lie."""
    own, *above = packs
    said = own.source.data
    told = told_by_name(str(said.get("name", "")))
    if not set(said) <= _WHERE or not told:
        return None
    word = told["name"].removesuffix(told["place"])
    return word, said.get("place") == told["place"], *(pack.name for pack in above)


def _tried(name: str, year: int, shelves: Shelves) -> Iterator[Finding]:
    """Yield what is wrong with one pack and with what it inherits."""
    try:
        locality = load_locality(name, None, date(year, 12, 31), shelves=shelves)
        _ = locality.choices
    except InputError as error:
        yield from error.findings
        return
    found = chain(
        locality.doubts, *(_of_one(one, locality, year) for one in _inputs(locality, year))
    )
    for finding in found:
        if finding.origin and Path(finding.origin.file).parent in locality.folders:
            yield finding


def _inputs(locality: Locality, year: int) -> Iterator[FileData]:
    """Yield an input for every body of a locality and every signer of it, and for its kinds.

    Those who sign for all bodies are asked of the locality's own; others choose among their own.
    """
    told = locality.told
    for force in dict.fromkeys([locality.own_force, *told.data.get("issuers", {})]):
        own = told.value("issuers", force, "signers")
        signers = locality.view.data.get("signers") if force == locality.own_force else own
        for signer in (None, *(signers or {})):
            yield _input(locality.name, year, force, _USUAL, signer)
    for kind in told.data.get("kinds", {}):
        yield _input(locality.name, year, locality.own_force, kind, None)


def _input(name: str, year: int, force: str, kind: str, signer: str | None) -> FileData:
    data = {
        "schema": SCHEMA_VERSION,
        "kind": kind,
        "locality": name,
        "period": {"year": year},
        "date": f"{year}-12",
        "subject": "công tác",
        "issuer": {"force": force},
    }
    return FileData(data | ({"signer": signer} if signer else {}))


def _of_one(wanted: FileData, locality: Locality, year: int) -> Iterator[Finding]:
    """Yield what the rules say of an input without facts of its own."""
    day = date(year, 12, 31)
    try:
        source = wanted.over(report_facts(locality, wanted, day))
        source = over_profile(source, locality.choices, day)
        report = validate(source, locality.choices).shaped_by(locality.folders)
        report = report.written_at(with_packs(report.origins, locality), report.doubts)
    except InputError as error:
        yield from error.findings
        return
    found = [*check_report(report), *facts_left_out_in_vain(report)]
    yield from (finding for finding in found if not _hangs_on_facts(finding))


def _hangs_on_facts(finding: Finding) -> bool:
    """Say whether a fault of a pack is none in reports of some years, or with some figures."""
    unknown = finding.rule in _UNKNOWN and not finding.values.get("near")
    return unknown or finding.rule in _OF_A_YEAR
