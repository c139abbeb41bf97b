"""What else is to be said of an input that cannot be read whole: its other facts are checked too.

What was refused is left out, and nothing is said that may only follow from its absence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from briefing.findings import FieldPath, Finding, InputError, dotted, in_reading_order
from briefing.library.checking import check_facts
from briefing.library.loading import laid_as_far
from briefing.patterns import Pattern
from briefing.reading import FileData, validate
from briefing.report import Report, names_of
from briefing.values import record

_ROUNDS = 8
"""How often what is refused is left out, until the rest is a report."""

_FRAME = {"kind", "period", "next_period", "date", "issuer", "locality", "standard", "schema"}
"""What decides which rules hold: without it only what figures and texts say themselves is told."""
_BY_THEMSELVES = ("figures/", "text/", "indicators/")
_OF_NAMES = {
    *("figures/unknown-name", "figures/unknown-link", "figures/unknown-in-formula"),
    *("text/stray-brace", "text/doubled-brace", "people/unknown", "forces/unknown"),
    *("tables/unknown", "indicators/unknown-group", "inferred/unknown-fact"),
    *("figures/nothing-to-accept", "figures/acceptance-lapsed", "figures/part-not-known"),
}
"""What may follow from a row that was not read: its name is missing elsewhere."""
_OF_COLUMNS = {
    *("workbook/unknown-heading", "workbook/same-heading", "workbook/outside"),
    *("workbook/hidden-columns", "workbook/second-table"),
    *("workbook/headings-below", "workbook/heading-lost"),
}
"""What leaves columns of a whole sheet unread, or their rows."""
_LACKING = ("kind/missing-fact", "kind/expected-fact")
"""What may stand under a key, a heading or a row that was not understood."""
_UNREAD = {*_OF_COLUMNS, "workbook/renamed", "workbook/same-item", "workbook/example-filled"}
_UNKNOWN_KEYS = ("input/unknown-key", "input/parted-text")
_NAMED = {
    *("figures", "indicators", "people", "forces", "tables", "annexes", "footnotes", "sections"),
    "legal_references",
}
"""The groups whose entries are called by name."""
_STEP = Pattern(r"\[(\d+)\]|([^.\[\]]+)")


def further_findings(file: Path, locality: str | None, told: Iterable[Finding]) -> list[Finding]:
    """Return what the checks find in the readable facts of an input that was refused.

    ``told`` are the findings of the reading; none of them comes again.
    """
    try:
        laid = laid_as_far(file, locality)
        if laid is None:
            return []
        source, choices, refused = laid
        rest = _readable(source, choices)
        if rest is None:
            return []
        report, left_out = rest
        found = check_facts(report)
    except InputError:
        return []
    told = list(told)
    # A group with a key that is not known lacks what was meant by it.
    beside = [_path_of(one.path)[:-1] for one in told if one.rule in _UNKNOWN_KEYS]
    seen = _Unseen.of(source, [*refused, *left_out, *filter(None, beside)], told)
    known = {(one.rule, one.origin) for one in told}
    return [one for one in found if (one.rule, one.origin) not in known and not seen.explains(one)]


def whole_findings(file: Path, locality: str | None, told: Iterable[Finding]) -> list[Finding]:
    """Return what is to be said of an input that was refused, as a person goes through it."""
    told = list(told)
    return list(in_reading_order([*told, *further_findings(file, locality, told)]))


def _readable(source: FileData, choices: Any) -> tuple[Report, list[FieldPath]] | None:
    """Return the report of what is right in an input, and what was left out, if there is one."""
    left_out: list[FieldPath] = []
    for _ in range(_ROUNDS):
        try:
            return validate(source, choices), left_out
        except InputError as error:
            paths = {_path_of(one.path) for one in error.findings}
            wrong = [path for path in paths if path and _holds(source.data, path)]
            if not wrong:
                return None
            # The last items of lists first, so that the others keep their places till then.
            left_out += wrong
            for path in sorted(wrong, key=_backwards, reverse=True):
                source = _without(source, path)
    return None


def _backwards(path: FieldPath) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (0, step) for step in path]


def _path_of(said: str) -> FieldPath:
    return tuple(int(at) if at else key for at, key in _STEP.findall(said))


def _holds(data: Any, path: FieldPath) -> bool:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def _without(source: FileData, path: FieldPath) -> FileData:
    """Return an input without the value at a path; what follows it in a list moves up."""
    if not _holds(source.data, path):
        return source
    *above, last = path
    depth = len(above)

    def cut(data: Any, steps: FieldPath) -> Any:
        if len(steps) == 1:
            if isinstance(data, list):
                return [item for at, item in enumerate(data) if at != steps[0]]
            return {key: value for key, value in data.items() if key != steps[0]}
        below = cut(data[steps[0]], steps[1:])
        if isinstance(data, list):
            return [below if at == steps[0] else item for at, item in enumerate(data)]
        return {**data, steps[0]: below}

    places = {}
    for at, place in source.places.items():
        if at[:depth] == tuple(above) and len(at) > depth:
            step = at[depth]
            if step == last:
                continue
            if isinstance(step, int) and isinstance(last, int) and step > last:
                places[*above, step - 1, *at[depth + 1 :]] = place
                continue
        places[at] = place
    return FileData(cut(source.data, path), places, fonts={})


@record
class _Unseen:
    """What of an input is not known, and what may follow from that."""

    places: frozenset[tuple[str, str]]
    paths: tuple[str, ...]
    groups: frozenset[str]
    families: frozenset[str]
    names: re.Pattern[str] | None
    frame: bool
    more: bool
    rows: bool
    data: Mapping[str, Any]

    @classmethod
    def of(cls, source: FileData, paths: list[FieldPath], told: list[Finding]) -> _Unseen:
        """Return what is not known where some paths of an input could not be read."""
        named = {
            str(path[1])
            for path in paths
            if len(path) > 1 and path[0] in ("figures", "people", "forces", "tables")
        }
        for path in paths:
            if path[0] == "indicators" and len(path) > 1:
                row = _group(source.data, path[:2])
                named |= {str(row[key]) for key in ("name", "label") if row.get(key)}
        labels = {
            str(entry.get("label"))
            for name, entry in _group(source.data, ("figures",)).items()
            if name in named and isinstance(entry, Mapping) and entry.get("label")
        }
        words = sorted(map(re.escape, named | labels), key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None
        outermost = {path[0] for path in paths}
        whole = any(path[0] in _NAMED and _names_a_row(path) for path in paths)
        # Of a group that was not read whole the entries that were read stand for themselves.
        said = tuple(dotted(path) for path in paths if len(path) > 1)
        groups = frozenset(dotted(path) for path in paths if len(path) == 1)
        places = frozenset(filter(None, map(_row_of, told)))
        # Keys have no places of their own, so what lacks may stand there under another name.
        forms = all(one.origin is not None and one.origin.form == "form" for one in told)
        more = not forms or bool(_UNREAD & {one.rule for one in told})
        frame = bool(outermost & _FRAME)
        # Rules are called after the group that they are about; figures are told one by one.
        families = frozenset(map(str, outermost - {"figures"}))
        return cls(places, said, groups, families, pattern, frame, more, whole, source.data)

    def explains(self, finding: Finding) -> bool:
        """Say whether a finding may only follow from what is not known."""
        if self.frame and not finding.rule.startswith(_BY_THEMSELVES):
            return True
        if finding.rule.partition("/")[0] in self.families:
            return True
        if self.more and finding.rule in _LACKING:
            return True
        if self.rows and finding.rule in _OF_NAMES:
            return True
        place = _row_of(finding)
        if place and {place, (place[0], "")} & self.places:
            return True
        if finding.path in self.groups or any(_near(finding.path, one) for one in self.paths):
            return True
        return self.names is not None and bool(self.names.search(self._said(finding)))

    def _said(self, finding: Finding) -> str:
        """Return what a finding and the value that it is about say."""
        path = _path_of(finding.path)
        value: Any = self.data
        if path[:1] == ("figures",) and not _holds(value, path[:2]):
            rows = value.get("indicators")
            made = {name: at for at, name in names_of(rows)} if isinstance(rows, list) else {}
            path = ("indicators", made.get(str(path[1]), 0))
        # An entry says what it is compared with in other keys than the one that is told.
        depth = 2 if path[:1] in (("figures",), ("indicators",)) else len(path)
        for step in path[:depth]:
            value = value[step] if _holds(value, (step,)) else None
        return f"{value} {list(finding.values.values())}"


def _group(data: Any, path: FieldPath) -> Mapping[str, Any]:
    """Return the group at a path, empty where there is none."""
    for step in path:
        data = data[step] if _holds(data, (step,)) else None
    return data if isinstance(data, Mapping) else {}


def _names_a_row(path: FieldPath) -> bool:
    """Say whether an entry is gone with a path, or what it is called by."""
    return len(path) == 1 or isinstance(path[-1], int) or path[-1] in ("label", "name", "title")


def _row_of(finding: Finding) -> tuple[str, str] | None:
    """Return sheet and row of a finding in a form; of a fault of columns the sheet alone."""
    title, _, cell = ((finding.origin and finding.origin.cell) or "").rpartition("!")
    if not title:
        return None
    of_columns = finding.rule in _OF_COLUMNS
    return title, "" if of_columns else cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _near(path: str, other: str) -> bool:
    """Say whether one path is the other, or lies above or below it."""
    if not path:
        return True
    short, long = sorted((path, other), key=len)
    return long == short or long.startswith((f"{short}.", f"{short}["))
