"""What the packs of a report do to its documents, looked at before one is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from briefing.findings import Finding, Severity, misspelled
from briefing.localities import year_of_head
from briefing.patterns import Pattern
from briefing.report import Report
from briefing.templating import Kind, template_folder
from briefing.templating.sections import orders_of_no_kind, said_of_no_kind

_WORDED = ("headings", "areas", "figures_annex")
"""The tables of packs that word what stands over the facts."""

_KINDS = ("locality", "kinds")


def of_packs(report: Report, kind: Kind) -> list[Finding]:
    """Return what is wrong with the templates that a report's packs put in place of others.

    Facts that a pack no longer prints are told where the report has them; so are the kinds and
    figures that its tables name in vain.
    """
    return [*_of_templates(report, kind), *_of_tables(report)]


def _of_tables(report: Report) -> Iterator[Finding]:
    """Yield what the tables of packs name that there is not."""
    places = report.origins.places
    orders = {name: places.get(("locality", "sections", name)) for name in _orders(report)}
    yield from orders_of_no_kind(orders, report.pack_folders)
    # Of thousands of places next to none is that of a table of a pack.
    own = {path[2]: at for path, at in places.items() if len(path) == 3 and path[:2] == _KINDS}
    yield from said_of_no_kind({str(name): at for name, at in own.items()}, report.pack_folders)
    yield from facts_left_out_in_vain(report)
    if report.figures_annex:
        yield from _without_columns(report)
        yield from _without_figures(report)
        yield from _left_out_in_vain(report)
        yield from _heads_of_other_years(report)


def required_left_out(report: Report, kind: Kind, printed: frozenset[str]) -> Iterator[Finding]:
    """Yield what documents of a kind must have, where a pack leaves it out and nothing prints it.

    ``printed`` are the paths of the facts in the document.
    """
    names = report.choices.wording.left_out.get(report.kind, ())
    for required in kind.requires if names else ():
        given = [name for name in required.split("|") if _given(report, name)]
        if not given or not {*given} <= {*names}:
            continue
        if not any(path.startswith((f"{name}.", f"{name}[")) for path in printed for name in given):
            at = ("locality", "kinds", report.kind, "leave_out")
            values = {"facts": ", ".join(given), "kind": report.kind}
            origin = report.origins.places.get(at) or report.origin(*at)
            yield Finding("locality/required-left-out", Severity.ERROR, origin, "", values)


def facts_left_out_in_vain(report: Report) -> Iterator[Finding]:
    """Yield the names of facts that templates leave out and that no input can have."""
    names = report.choices.wording.left_out.get(report.kind, ())
    if not names:
        return
    from briefing.linting import facts_to_print  # few packs leave facts out

    known = facts_to_print()
    path = ("locality", "kinds", report.kind, "leave_out")
    for at, name in enumerate(names):
        if not any(fact == name or fact.startswith((f"{name}.", f"{name}[")) for fact in known):
            groups = [fact.partition("[")[0].partition(".")[0] for fact in known]
            near = misspelled(name, [*dict.fromkeys(groups), *known])
            origin = report.origins.places.get((*path, at)) or report.origin(*path)
            values = {"name": name, "near": near}
            yield Finding("locality/unknown-fact", Severity.ERROR, origin, "", values)


def _orders(report: Report) -> Iterable[str]:
    return report.choices.wording.orders


def _left_out_in_vain(report: Report) -> Iterator[Finding]:
    """Yield the figures that a pack leaves out of the table and a report does not have.

    One whose name was mistyped is printed all the same; any other may be of another year.
    """
    path = ("locality", "figures_annex", "leave_out")
    places = report.origins.places
    for at, name in enumerate(report.choices.wording.figures.leave_out):
        if name not in report.figures:
            near = misspelled(name, report.figures)
            severity = Severity.WARNING if near else Severity.INFO
            origin = places.get((*path, at)) or places.get(path)
            values = {"name": name, "near": near}
            yield Finding("annex/unknown-figure", severity, origin, "", values)


def _without_columns(report: Report) -> Iterator[Finding]:
    """Yield a table of figures that shows everything but what is counted, or what was reached."""
    columns = report.choices.wording.figures.columns
    shown = [figure for figure in report.figures.values() if not figure.row]
    reached = any(figure.value is not None for figure in shown)
    units = dict.fromkeys(figure.unit for figure in shown if figure.unit)
    origin = report.origins.places.get(("locality", "figures_annex", "columns"))
    values = {"columns": ", ".join(columns), "units": ", ".join(units)}
    if columns and shown and "label" not in columns:
        yield Finding("annex/no-labels", Severity.ERROR, origin, "", values)
    if columns and reached and not {"value", "so_far"} & {*columns}:
        yield Finding("annex/no-values", Severity.WARNING, origin, "", values)
    if columns and len(units) > 1 and "unit" not in columns:
        yield Finding("annex/no-units", Severity.WARNING, origin, "", values)


def _without_figures(report: Report) -> Iterator[Finding]:
    """Yield a table of figures of which a pack leaves out every row."""
    left_out = report.choices.wording.figures.leave_out
    origin = report.origins.places.get(("locality", "figures_annex", "leave_out"))
    if left_out and report.figures and set(report.figures) <= {*left_out}:
        values = {"names": ", ".join(report.figures)}
        yield Finding("annex/no-figures", Severity.ERROR, origin, "", values)


def _heads_of_other_years(report: Report) -> Iterator[Finding]:
    """Yield heads of a pack that put the numbers of a year's report under another year."""
    period = report.period
    if period.type != "year" or period.called or period.last_called:
        return
    path = ("locality", "figures_annex", "heads")
    for name, last in (("value", period.year), ("previous", period.year - 1)):
        text = report.choices.wording.figures.heads[name]
        year = year_of_head(text)
        # What is compared with may be of any year before.
        if year and (year > last or (name == "value" and year != last)):
            values = {"text": text, "name": name, "period": period.name}
            origin = report.origin(*path, name)
            yield Finding("annex/head-of-other-year", Severity.ERROR, origin, "", values)


def _of_templates(report: Report, kind: Kind) -> list[Finding]:
    if not any(any(folder.glob("*.j2")) for folder in report.pack_folders):
        return []
    from briefing.linting import lint_in_use  # few packs have templates of their own

    found = lint_in_use((*report.pack_folders, template_folder()), kind)
    return [narrowed for finding in found if (narrowed := _of_report(finding, report))]


def types_its_own(report: Report, templates: Path | None) -> bool:
    """Say whether templates or words of packs may print what no report says."""
    if templates is not None or any(any(f.glob("*.j2")) for f in report.pack_folders):
        return True
    if any(("locality", table) in report.origins.places for table in _WORDED):
        return True
    own = report.origin("schema")
    ends = (report.origin(key) for key in ("opening", "closing") if getattr(report, key))
    if own and any(origin and origin.file != own.file for origin in ends):
        return True
    wording = report.choices.wording
    words = (*wording.headings.values(), *wording.figures.heads.values())
    return any(_DIGIT.search(text) for text in words)


_DIGIT = Pattern(r"[0-9]")


def _of_report(finding: Finding, report: Report) -> Finding | None:
    """Return a finding as it concerns a report, or ``None`` where it does not."""
    if finding.rule != "template/lost-fact":
        return finding
    facts = [path for path in finding.values["facts"].split(", ") if _given(report, path)]
    if not facts:
        return None
    values = {**finding.values, "facts": ", ".join(facts)}
    return Finding(finding.rule, finding.severity, finding.origin, values=values)


def _given(report: Report, path: str) -> bool:
    """Say whether a report has something at a path such as ``tasks[].lead``."""
    found: list[Any] = [report]
    for step in path.split("."):
        name, _, many = step.partition("[")
        found = [getattr(value, name, None) for value in found]
        if many:
            found = [item for value in found for item in _items(value)]
        found = [value for value in found if isinstance(value, BaseModel) or value]
    return bool(found)


def _items(value: Any) -> list[Any]:
    return list(value.values() if isinstance(value, dict) else value or [])
