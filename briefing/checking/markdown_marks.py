"""Marks of Markdown in an input: what is data there prints as it was typed, stars and all."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import Finding, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import Report, report_texts

MARKDOWN = rule("text/markdown", Severity.WARNING)

_MARKS = Pattern(
    r"\*\*(?=[^\s*])[^*\n]+(?<=\S)\*\*(?!\*)"  # **đậm**
    r"|(?<!\w)\*(?=[^\W\d_])[^*\n]+(?<=\w)\*(?![\w*])"  # *nghiêng*
    r"|(?<![\w_])__(?=[^\W_])[^_\n]+(?<=\w)__(?![\w_])"  # __đậm__
    r"|~~[^~\n]+~~|(?<!\w)`[^`\n]+`(?!\w)"
    r"|^#{1,6} (?=\S)"  # tiêu đề
    r"|\[[^][\n]+\]\(https?:[^)\s]*\)"  # liên kết
)
_SHOWN = 40
"""How much is quoted, in characters."""


@over_reports
def markdown_in_texts(report: Report) -> Iterator[Finding]:
    """Yield the texts that hold marks which only templates may use, by their first one."""
    for path, text in report_texts(report):
        found = _has_signs(text) and _MARKS.search(text)
        if found:
            quote = text if found[0].startswith("#") else found[0]
            values = {"marks": quote[:_SHOWN]}
            yield MARKDOWN.found(report.origin(*path), dotted(path), values)


def _has_signs(text: str) -> bool:
    # What some of these marks must have; sign by sign, a text is looked through far faster.
    if "*" in text or "`" in text or "#" in text:
        return True
    # One sign is found faster than two.
    return ("_" in text or "~" in text or "]" in text) and (
        "__" in text or "~~" in text or "](" in text
    )
