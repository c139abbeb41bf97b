"""Whether marks that restrict who may read a document have a place in it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.findings import Finding, dotted, rule
from briefing.report import Report

MARK_WITHOUT_FRAME = rule(
    "form/mark-without-frame", source="Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.2"
)

_RESTRICTING = ("secrecy", "circulation")


def marks_without_frame(report: Report, *, framed: bool) -> Iterator[Finding]:
    """Yield secrecy and limits of circulation that a kind without a frame would leave unsaid."""
    if framed:
        return
    for name in _RESTRICTING:
        said = getattr(report.marks, name)
        if said:
            path = ("marks", name)
            values = {"kind": report.kind, "mark": said, "key": dotted(path)}
            yield MARK_WITHOUT_FRAME.found(report.origin(*path), dotted(path), values)
