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

from jinja2 import Template, Undefined, nodes

from briefing.document import mark_gap
from briefing.findings import Finding, Origin, Severity
from briefing.templating.refusals import shown

_ROOT = "report."
_WORKED_OUT = "(…)"
_OF_ONE_VALUE = ("template/none", "template/absent")

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


def record_unknown(name: str, rule: str = "template/undefined", *, part: str = "") -> str:
    """Note a name, at the line of the template that is being rendered now; return its gap.

    ``part`` is what was asked of a value that there is not. A value without a name is called by
    what the line of the template reads.
    """
    template, file, line = _template_line(sys._getframe(1))
    names = [name] if name else _read_at(template, line)
    clear = len(names) == 1 and not names[0].startswith(_WORKED_OUT)
    if not clear and rule in _OF_ONE_VALUE:
        rule = "template/none-here"
    name = shown(", ".join(names) or "…")
    path = name.removeprefix(_ROOT) if clear else ""
    values = {"name": name, "part": shown(part)}
    finding = Finding(rule, Severity.ERROR, Origin(file, line or None), path, values)
    _unknown.get().setdefault((file, line, name), finding)
    return mark_gap(name, f"{name} ?")


def _template_line(frame: FrameType | None) -> tuple[Template | None, str, int]:
    """Return the template, its file and the line that the innermost rendering frame stands at."""
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(frame.f_lineno)
            return template, template.filename or str(template.name), line
        frame = frame.f_back
    return None, "", 0


def _read_at(template: Template | None, line: int) -> list[str]:
    """Return the values that a line of a template reads by name, inner parts of none of them."""
    environment = template and template.environment
    if not template or not environment or not environment.loader:
        return []
    text, *_ = environment.loader.get_source(environment, str(template.name))
    tree = environment.parse(text)
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    paths = [
        node
        for node in tree.find_all((nodes.Getattr, nodes.Name))
        if node.lineno == line and id(node) not in called
    ]
    inner = {id(part) for node in paths for part in node.find_all((nodes.Getattr, nodes.Name))}
    whole = (node for node in paths if id(node) not in inner)
    return list(dict.fromkeys(path_of(node) or f"{_WORKED_OUT}.{_last(node)}" for node in whole))


def _last(node: nodes.Node) -> str:
    return str(node.attr) if isinstance(node, nodes.Getattr) else ""


def path_of(node: nodes.Node) -> str:
    """Return a value's name as a template writes it: ``report.conference``; else nothing."""
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr():
            base = path_of(node.node)
            return f"{base}.{node.attr}" if base else ""
    return ""


class NamedGap(Undefined):
    """An undefined value that notes its name wherever it is used, and goes on as a marked gap."""

    __slots__ = ()

    def _record(self) -> str:
        return record_unknown(str(self._undefined_name))

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


class AbsentPart(NamedGap):
    """A part of a value that the input does not have: the value is told, not the part."""

    __slots__ = ()

    def _record(self) -> str:
        name, part = self._undefined_hint or "", str(self._undefined_name)
        return record_unknown(name, "template/absent", part=part)


class AbsentValue(NamedGap):
    """A value that was to be worked with and that the input does not have."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__()
        self._record()

    def _record(self) -> str:
        return record_unknown("", "template/none")


def _gives_itself(value: NamedGap, *_: Any) -> NamedGap:
    value._record()
    return value


# Arithmetic with an unknown name gives the unknown name, so that one run tells all of them.
for _operation in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    setattr(NamedGap, f"__{_operation}__", _gives_itself)
    setattr(NamedGap, f"__r{_operation}__", _gives_itself)
for _operation in ("neg", "pos", "lt", "le", "gt", "ge"):
    setattr(NamedGap, f"__{_operation}__", _gives_itself)
