"""Reports with an outline of their own: what they print, and what is said of them."""

from __future__ import annotations

from typing import Any

from briefing import Report, library
from sections.commune import Data, data


def text(*sections: Data, kind: str | None = None, **more: Any) -> str:
    report = Report.model_validate(data(*sections, **more))
    return library.make(report.as_kind(kind) if kind else report).as_markdown()


def rules(*sections: Data, **more: Any) -> list[str]:
    report = Report.model_validate(data(*sections, **more))
    found = library.make(report, draft=True).findings
    ours = ("sections/", "numbering/", "facts/", "form/")
    return [one.rule for one in found if one.rule.startswith(ours)]
