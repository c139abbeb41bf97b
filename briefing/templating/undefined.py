"""Names that a template asks for and nobody gives: all of them, each with template and line.

Rendering goes on past an unknown name, so that one run tells them all; the place is filled with a
marked gap, which a final build never lets through.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import FrameType
from typing import Any

from jinja2 import Template, Undefined

from briefing.document import mark_gap
from briefing.findings import Finding, Origin, Severity
from briefing.templating.refusals import shown

_unknown: ContextVar[dict[tuple[str, int, str], Finding]] = ContextVar("unknown names")


@contextmanager
def unknown_names() -> Iterator[dict[tuple[str, int, str], Finding]]:
    """Gather the unknown names of one rendering, each once for its place."""
    found: dict[tuple[str, int, str], Finding] = {}
    token = _unknown.set(found)
    try:
        yield found
    finally:
        _unknown.reset(token)


def record_unknown(name: str, rule: str = "template/undefined") -> None:
    """Note a name, at the line of the template that is being rendered now."""
    file, line = _template_line(sys._getframe(1))
    finding = Finding(rule, Severity.ERROR, Origin(file, line or None), "", {"name": name})
    _unknown.get().setdefault((file, line, name), finding)


def _template_line(frame: FrameType | None) -> tuple[str, int]:
    """Return the template file and line that the innermost rendering frame stands at."""
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(frame.f_lineno)
            return template.filename or str(template.name), line
        frame = frame.f_back
    return "", 0


class NamedGap(Undefined):
    """An undefined value that notes its name wherever it is used, and goes on as a marked gap."""

    __slots__ = ()

    def _record(self) -> str:
        name = shown(str(self._undefined_name))
        record_unknown(name)
        return mark_gap(name, f"{name} ?")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self._record()
        return self

    def __str__(self) -> str:
        return self._record()

    def __iter__(self) -> Iterator[Any]:
        self._record()
        return iter(())

    def __bool__(self) -> bool:
        self._record()
        return False

    def __len__(self) -> int:
        self._record()
        return 0

    def __eq__(self, other: object) -> bool:
        self._record()
        return self is other

    def __hash__(self) -> int:
        return id(type(self))

    def __call__(self, *_: Any, **__: Any) -> Any:  # noqa: D102 - magic
        self._record()
        return self

    def __getitem__(self, _: Any) -> Any:
        self._record()
        return self


def _gives_itself(value: NamedGap, *_: Any) -> NamedGap:
    value._record()
    return value


# Arithmetic with an unknown name gives the unknown name, so that one run tells all of them.
for _operation in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    setattr(NamedGap, f"__{_operation}__", _gives_itself)
    setattr(NamedGap, f"__r{_operation}__", _gives_itself)
for _operation in ("neg", "pos", "lt", "le", "gt", "ge"):
    setattr(NamedGap, f"__{_operation}__", _gives_itself)
