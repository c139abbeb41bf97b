"""Marks of Markdown in an input: what is data there prints as it was typed, stars and all."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.checking.shared import texts_with
from briefing.findings import Finding, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import Report

MARKDOWN = rule("text/markdown", Severity.WARNING)

_MARKS = Pattern(
    r"\*\*(?=[^\s*])[^*\n]+(?<=\S)\*\*(?!\*)"  # **đậm**
    r"|(?<!\w)\*(?=[^\W\d_])[^*\n]+(?<=\w)\*(?![\w*])"  # *nghiêng*
    r"|(?<![\w_])__(?=[^\W_])[^_\n]+(?<=\w)__(?![\w_])"  # __đậm__
    r"|~~[^~\n]+~~|(?<!\w)`[^`\n]+`(?!\w)"
    r"|^#{1,6} (?=\S)"  # tiêu đề
    r"|\[[^][\n]+\]\(https?:[^)\s]*\)"  # liên kết
)
_SIGNS = ("*", "`", "#", "__", "~~", "](")
"""What some of these marks must have."""

_SHOWN = 40
"""How much is quoted, in characters."""


@over_reports
def markdown_in_texts(report: Report) -> Iterator[Finding]:
    """Yield the texts that hold marks which only templates may use, by their first one."""
    for path, text in texts_with(report, *_SIGNS):
        found = _MARKS.search(text)
        if found:
            quote = text if found[0].startswith("#") else found[0]
            values = {"marks": quote[:_SHOWN]}
            yield MARKDOWN.found(report.origin(*path), dotted(path), values)
