"""What a walk through templates finds: findings, facts that are read, what cannot be followed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice
from pathlib import Path

from jinja2 import nodes

from briefing.findings import Finding, Origin, Severity, nearest
from briefing.linting.places import Place
from briefing.linting.shapes import TOLD, Shape

Reads = dict[str, set[str]]
"""The facts that a document reads, each with the blocks that read it, "" for none."""

Ways = dict[tuple[str, ...], set[str]]
"""The facts that places read, by the blocks around these, outermost first."""


def reads_of(ways: Ways) -> Reads:
    """Return the facts that are read, each with the blocks around the places that read it."""
    found: Reads = {}
    for way, facts in ways.items():
        names = way or ("",)
        for fact in facts:
            found.setdefault(fact, set()).update(names)
    return found


class LintRecord:
    """Findings of all walks, each told once, and the facts that the present walk reads.

    ``required`` are the values that every document of the present kind has, ``None`` where there is
    no kind to ask. ``ways`` are what is read, place by place. ``macros`` are all that were
    defined, each with a way to go through it when nothing calls it.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Finding] = {}
        self.ways: Ways = {}
        self.required: frozenset[str] | None = None
        self.macros: dict[Origin, Callable[[], object]] = {}
        self.called: set[Origin] = set()
        self._quiet = 0
        self.keep()

    def keep(self) -> None:
        """Note what is known now, for ``again``."""
        self._kept = dict(self._found), dict(self.macros), set(self.called)

    def told_elsewhere(self) -> None:
        """Forget what was found, and the macros: whoever goes on tells what only follows."""
        self._found, self.macros, self.called = {}, {}, set()
        self.keep()

    def again(self) -> LintRecord:
        """Return this record as it was when it was told to keep; macros go on telling it."""
        found, macros, called = self._kept
        self._found, self.macros, self.called = dict(found), dict(macros), set(called)
        self.ways, self.required, self._quiet = {}, None, 0
        return self

    @property
    def findings(self) -> list[Finding]:
        """Return everything found so far."""
        return list(self._found.values())

    @property
    def count(self) -> int:
        """Return how much was found so far."""
        return len(self._found)

    def after(self, count: int) -> list[Finding]:
        """Return what was found after the first ``count``."""
        return list(islice(self._found.values(), count, None))

    def places(self, rule: str) -> set[Origin | None]:
        """Return where a rule was broken."""
        return {finding.origin for finding in self._found.values() if finding.rule == rule}

    def add(self, finding: Finding) -> None:
        """Keep a finding, unless the same one was made on another way to the same place."""
        if not self._quiet:
            key = (finding.rule, finding.origin, *finding.values.items())
            self._found.setdefault(key, finding)

    def told_below(self, count: int, folder: Path) -> None:
        """Forget what was found in a folder after the first ``count``, if an error lies elsewhere.

        Where a pack's own file is at fault, what the templates below it lack only follows.
        """
        new = list(islice(self._found.items(), count, None))
        in_folder = [_lies_in(finding, folder) for _, finding in new]
        faults = (finding.severity is Severity.ERROR for _, finding in new)
        if any(error and not below for error, below in zip(faults, in_folder, strict=True)):
            for (key, _), below in zip(new, in_folder, strict=True):
                if below:
                    del self._found[key]

    def has(self, name: str, at: Place) -> bool:
        """Say whether a value is there for sure: every document has it, or the template looked."""
        return self.required is None or name in at.present or name in self.required

    @property
    def quiet(self) -> bool:
        """Whether a first round is gone through, of which nothing is told."""
        return bool(self._quiet)

    def __enter__(self) -> None:
        self._quiet += 1

    def __exit__(self, *_: object) -> None:
        self._quiet -= 1

    def fault(self, rule: str, node: nodes.Node, at: Place, **values: object) -> Shape:
        """Keep an error at a node; what follows from it is not told again."""
        self.add(Finding(rule, Severity.ERROR, origin(node, at), values=values))
        return TOLD

    def unknown_name(
        self,
        rule: str,
        node: nodes.Node,
        at: Place,
        name: str,
        known: Iterable[str],
        **more: object,
    ) -> Shape:
        """Keep an error about a name, with the nearest known one."""
        near = nearest(name, (other for other in known if other != name))
        return self.fault(rule, node, at, name=name, near=near, **more)

    def lost(self, node: nodes.Node, at: Place) -> Shape:
        """Note that an expression cannot be followed from here on."""
        values = {"name": said(node)}
        self.add(Finding("template/not-followed", Severity.INFO, origin(node, at), values=values))
        return TOLD

    def reads(self, facts: frozenset[str], at: Place) -> None:
        """Note that facts are read, and in which blocks."""
        if facts:
            known = self.ways.get(at.within)
            if known is None:
                self.ways[at.within] = set(facts)
            else:
                known |= facts


def origin(node: nodes.Node, at: Place) -> Origin:
    """Return the place of a node."""
    return Origin(str(at.source.path), node.lineno)


@lru_cache(maxsize=1 << 14)
def said(node: nodes.Node) -> str:
    """Return an expression as it is written, shortened where it is long.

    Expressions do not change, and most are asked for at every walk.
    """
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{said(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f"{said(node.node)}[{value!r}]"
        case nodes.Getitem():
            return f"{said(node.node)}[…]"
        case nodes.Call():
            return f"{said(node.node)}()"
        case nodes.Filter() if node.node:
            return f"{said(node.node)}|{node.name}"
        case nodes.Const(value=str(text)):
            return f"'{text}'"
        case nodes.Concat():
            return " ~ ".join(map(said, node.nodes))
    return "…"


def _lies_in(finding: Finding, folder: Path) -> bool:
    return finding.origin is not None and Path(finding.origin.file).parent == folder
