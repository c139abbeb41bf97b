"""The people whom an input calls by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.findings import Path
from briefing.report.report import Report

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")


def called_people(report: Report) -> Iterator[tuple[Path, str]]:
    """Yield each name by which a person is called, with its path in the input."""
    conference = report.conference
    if conference:
        if conference.chair:
            yield ("conference", "chair"), conference.chair
        for index, name in enumerate(conference.attendees):
            # A group is written in words; a name of ours is one word of small Latin letters.
            if _NAME.fullmatch(name):
                yield ("conference", "attendees", index), name
        for index, directive in enumerate(conference.directives):
            yield ("conference", "directives", index, "by"), directive.by
    for index, award in enumerate(report.awards):
        if award.presented_by:
            yield ("awards", index, "presented_by"), award.presented_by
