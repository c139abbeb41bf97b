"""What stops a template that does what it may not: a rule and its values, before a finding."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NoReturn

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from briefing.findings import Finding, Origin, nearest
from briefing.templating.open_tags import opening_line

_LONGEST = 120

_INSTEAD = {
    "append": "+",
    "extend": "+",
    "format": "~",
    "format_map": "~",
    "get": "default",
    "keys": "list",
    "lstrip": "trim",
    "rstrip": "trim",
    "strip": "trim",
    "title": "upper_first",
    "values": "items",
}
"""What does the work of a method of Python's: a filter or an operator of another name."""


class RefusalError(SecurityError):
    """A running template asked for too much or for what it may not have."""

    def __init__(self, rule: str, **values: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values = values


class UnfitError(TemplateSyntaxError):
    """A template is refused before it runs; ``lineno`` is 0 where the line is not known."""

    def __init__(self, rule: str, line: int, filename: str | None, **values: object) -> None:
        super().__init__(rule, line, None, filename)
        self.rule = rule
        self.values = values


def refuse_name(name: str, filters: Collection[str]) -> NoReturn:
    """Refuse what is no plain data; offers the filter that does the same, if there is one."""
    near = _INSTEAD.get(name) or (name if name in filters else None)
    raise RefusalError("template/forbidden", name=shown(name), near=near)


def unknown_filter(name: object, known: Iterable[str]) -> RefusalError:
    """Return the refusal of a filter that templates do not have."""
    return _unknown("template/unknown-filter", name, known)


def unknown_test(name: object, known: Iterable[str]) -> RefusalError:
    """Return the refusal of a test that templates do not have."""
    return _unknown("template/unknown-test", name, known)


def _unknown(rule: str, name: object, known: Iterable[str]) -> RefusalError:
    return RefusalError(rule, name=shown(name), near=nearest(shown(name), known))


def shown(words: object, longest: int = _LONGEST) -> str:
    """Return words of a template fit for a message: short, and nothing in them that is unseen."""
    text = words if isinstance(words, str) else "…"
    cut = text[:longest] + ("…" if len(text) > longest else "")
    return "".join(char if char.isprintable() else "\ufffd" for char in cut)


def reason(error: Exception) -> dict[str, object]:
    """Return what Python or Jinja says about a template, as the values of a finding."""
    said = shown(str(getattr(error, "message", None) or error) or type(error).__name__, 300)
    return {"reason": said, "said_by": "Jinja" if isinstance(error, TemplateError) else "Python"}


def syntax_finding(error: TemplateSyntaxError, file: str) -> Finding:
    """Return the finding of a template that is refused before it runs."""
    # Jinja's lexer hands the file over in place of the name.
    where = error.filename or (error.name if error.name and error.name.endswith(".j2") else file)
    where = file if re.match(r"\d+:", where) else where
    place = Origin(where, error.lineno or None)
    if isinstance(error, UnfitError):
        return Finding(error.rule, origin=place, values=error.values)
    opened = opening_line(error.source or "", str(error.message))
    if opened:
        place = Origin(where, opened)
    return Finding("template/syntax", origin=place, values=reason(error))
