"""What stops the work.

BriefingError
└── UserError            the user's to put right: printed without a traceback
    ├── InputError       an input cannot be read as a report
    ├── TemplateError    a template cannot be loaded or rendered
    ├── RefusedError     the report has findings of severity error
    └── OutputError      the result cannot be written

Everything that need not stop the work is a Finding.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.findings.catalogues import DEFAULT_LANGUAGE
from briefing.findings.finding import Finding, in_reading_order


class BriefingError(Exception):
    """The root of all errors that this package raises on purpose."""


class UserError(BriefingError):
    """Something the user can put right; carries every finding at once."""

    exit_code = 2

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self.findings = in_reading_order(findings)

    def __str__(self) -> str:
        return "\n".join(finding.as_text(DEFAULT_LANGUAGE) for finding in self.findings)


class InputError(UserError):
    """An input file is missing, unreadable, or does not follow the schema."""


class TemplateError(UserError):
    """A template is missing, has a syntax error, or names what does not exist."""


class RefusedError(UserError):
    """A final build is refused because findings of severity error are open."""

    exit_code = 1


class OutputError(UserError):
    """The result could not be written; what was there before is untouched."""
