"""Rows of the table of targets: goals that are not said, rows without numbers, parts, estimates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.checking.shared import book_of, figures_with, texts_with
from briefing.figures import references
from briefing.figures.claims import known
from briefing.figures.claims.row_parts import adds_up
from briefing.figures.fulfilment import TARGET, heading_words, telling_rows
from briefing.figures.printed import Agreement, judge, no_more_than
from briefing.figures.units import same_kind
from briefing.findings import Finding, Severity, dotted, nearest, rule
from briefing.patterns import Pattern
from briefing.report import Figure, Report, placed_sections

GOAL_UNCLEAR = rule("indicators/goal-unclear", Severity.WARNING)
NO_NUMBER = rule("indicators/no-number", Severity.WARNING)
MORE_THAN_PARENT = rule("indicators/more-than-parent", Severity.WARNING)
UNKNOWN_GROUP = rule("indicators/unknown-group")
NO_GROUPS = rule("indicators/no-groups")
ESTIMATE_NOT_SAID = rule("figures/estimate-not-said", Severity.WARNING)

_LESS_IS_BETTER = Pattern(
    r"\b(?:nghèo|cận nghèo|suy dinh dưỡng|thất nghiệp|tai nạn|vi phạm|tội phạm|phạm pháp|tử vong"
    r"|sinh con thứ|tảo hôn|cháy|chết|bị thương|nợ đọng|hao hụt|tồn đọng|bỏ học|mắc bệnh)\b",
    re.IGNORECASE,
)
_BUT_FIGHTING = Pattern(r"\b(?:thoát|giảm|phòng|chống|xử lý|giải quyết|khám phá|điều tra)\b", re.I)


@over_reports
def goals_not_said(report: Report) -> Iterator[Finding]:
    """Yield rows that count as missed although less of them is mostly what is wanted."""
    for name, figure in figures_with(report, "row"):
        target = figure.target
        if not figure.row or target is None or target.value is None or figure.value is None:
            continue
        said = "at_most" in target.model_fields_set
        if said or figure.value >= target.value or not _wanted_low(figure.label):
            continue
        values = {"label": figure.label, "word": target.word or TARGET}
        origin = report.origin("figures", name, "target")
        yield GOAL_UNCLEAR.found(origin, f"figures.{name}.target", values)


def _wanted_low(label: str) -> bool:
    return bool(_LESS_IS_BETTER.search(label)) and not _BUT_FIGHTING.search(label)


@over_reports
def rows_without_numbers(report: Report) -> Iterator[Finding]:
    """Yield rows that state nothing, unless they only gather others."""
    parents = {figure.parent for figure in report.figures.values() if figure.parent}
    for name, figure in figures_with(report, "row"):
        if figure.row and name not in parents and not _has_number(figure):
            origin, values = report.origin("figures", name), {"label": figure.label}
            yield NO_NUMBER.found(origin, f"figures.{name}", values)


def _has_number(figure: Figure) -> bool:
    numbers = (figure.value, figure.previous, figure.so_far, figure.next_plan, figure.rate)
    said = figure.target or figure.change or figure.approximate
    return bool(said) or any(number is not None for number in numbers)


@over_reports
def more_than_their_parents(report: Report) -> Iterator[Finding]:
    """Yield parts that are larger than what they are a part of, in counts and amounts alike.

    A part of an average or of a rate may well be larger than the whole's.
    """
    book = book_of(report)
    for name, figure in figures_with(report, "parent"):
        whole = report.figures.get(figure.parent or "")
        if whole is None or not adds_up(figure.unit) or not same_kind(figure.unit, whole.unit):
            continue
        part, bound = known.value(figure), known.other(book, figure.parent, figure.unit)
        if part is None or bound is None:
            continue
        if judge(part, no_more_than, bound) is Agreement.CONTRADICTED:
            values = {
                "label": figure.label,
                "parent": whole.label,
                "part": known.written(part),
                "whole": known.written(bound),
            }
            origin = report.origin("figures", name, "value")
            yield MORE_THAN_PARENT.found(origin, f"figures.{name}.value", values)


_SAID = Pattern(r"\b(?:ước|dự ước|dự kiến|ước tính)\b", re.IGNORECASE)
_SENTENCE = Pattern(r"[.;!?]\s")
_BARE = ("", "quantity", "value", "words", "event")


@over_reports
def estimates_not_said(report: Report) -> Iterator[Finding]:
    """Yield sentences that state an estimate as if it were a result."""
    estimated = {name for name, figure in report.figures.items() if figure.estimated}
    if not estimated:
        return
    for path, text in texts_with(report, "{"):
        for reference in references(text):
            if reference.name not in estimated or reference.part not in _BARE:
                continue
            before = _SENTENCE.split(text[: reference.start])[-1]
            if not _SAID.search(before):
                label = report.figures[reference.name].label
                values = {"label": label, "name": reference.name}
                yield ESTIMATE_NOT_SAID.found(report.origin(*path), dotted(path), values)


@over_reports
def unknown_groups(report: Report) -> Iterator[Finding]:
    """Yield the groups that an area or a section asks for and no row with a number stands in."""
    figures = report.figures
    known_groups = telling_rows(figures)
    areas = [(("results", at), area.indicators) for at, area in enumerate(report.results)]
    sections = [(one.path, one.section.indicators) for one in placed_sections(report)]
    for above, asked in (*areas, *sections):
        if asked is None or heading_words(asked) in known_groups:
            continue
        groups = [*dict.fromkeys(figure.group for figure in figures.values() if figure.group)]
        known = ", ".join(f"“{group}”" for group in groups)
        in_small = {group.casefold(): group for group in groups}
        near = in_small.get(nearest(asked, in_small) or "")
        values = {"name": asked, "near": near, "known": known}
        path = (*above, "indicators")
        broken = UNKNOWN_GROUP if groups else NO_GROUPS
        yield broken.found(report.origin(*path), dotted(path), values)
