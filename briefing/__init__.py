"""Vietnamese year-end summary reports: a year as data in, a Word document out.

report = briefing.load("inputs/hoa-binh-2023.yaml")
for finding in briefing.check(report):
    print(finding.as_text())
Path("hoa-binh-2023.docx").write_bytes(briefing.build(report))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.findings import (
        BriefingError,
        Finding,
        InputError,
        Origin,
        OutputError,
        RefusedError,
        Severity,
        TemplateError,
        UserError,
    )
    from briefing.library import build, check, load, page, preview, read_statements, render
    from briefing.report import Report

__version__ = "0.1.0"

__all__ = [
    "BriefingError",
    "Finding",
    "InputError",
    "Origin",
    "OutputError",
    "RefusedError",
    "Report",
    "Severity",
    "TemplateError",
    "UserError",
    "__version__",
    "build",
    "check",
    "load",
    "page",
    "preview",
    "read_statements",
    "render",
]

_LIBRARY = {"build", "check", "load", "page", "preview", "read_statements", "render"}


def __getattr__(name: str) -> Any:
    # Names arrive when they are first used, so that `briefing --help` need not load them all.
    if name not in __all__:
        raise AttributeError(name)
    home = "library" if name in _LIBRARY else "report" if name == "Report" else "findings"
    return getattr(import_module(f"briefing.{home}"), name)
