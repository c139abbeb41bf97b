"""Recipients that a comma has parted: ``[Đảng ủy các xã Bha Lêê, A Nông]`` without quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import Finding, Severity, rule
from briefing.report import Report

PARTED = rule("recipients/parted", Severity.WARNING)

_SEVERAL = re.compile(
    r"\bcác (?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|ấp|khu phố) "
)


@over_reports
def parted_names(report: Report) -> Iterator[Finding]:
    """Yield recipients that are a place's bare name after one that speaks of several places.

    Nobody receives a document as ``A Nông`` alone; a body has a word in small letters or is short
    for one (``Công an xã``, ``HĐND``).
    """
    for key in ("addressees", "copies"):
        listed = getattr(report.recipients, key)
        for start, text in enumerate(listed):
            rest = list(_bare_after(listed, start)) if _SEVERAL.search(text) else []
            rest = rest or list(_going_on_after(listed, start))
            if rest:
                whole = ", ".join([text, *rest])
                origin = report.origin("recipients", key, start + 1)
                path = f"recipients.{key}[{start + 1}]"
                yield PARTED.found(origin, path, {"name": rest[0], "whole": whole})


def _bare_after(listed: list[str], start: int) -> Iterator[str]:
    for text in listed[start + 1 :]:
        if not _is_bare(text):
            return
        yield text


def _going_on_after(listed: list[str], start: int) -> Iterator[str]:
    """Yield what goes on in a small letter after ``Các phòng``: ``đơn vị thuộc Sở``."""
    following = listed[start + 1 : start + 2]
    for text in following if listed[start].startswith("Các ") else ():
        if text[:1].islower() and not text.startswith("các "):
            yield text


def _is_bare(text: str) -> bool:
    words = text.split()
    capital = all(word[0].isupper() for word in words)
    return capital and not any(len(word) > 1 and word.isupper() for word in words)
