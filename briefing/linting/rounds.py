"""All templates of some packs at once: what is wrong with them, without running any."""

from __future__ import annotations

from collections.abc import Iterable
from threading import local

from briefing.linting.linter import Lint, Linter, Roots
from briefing.templating.kind import template_folder


def lint(packs: Iterable[Roots], *, unused: bool = False) -> Lint:
    """Return what is wrong with the templates of packs, each given by its folders, nearest first.

    The last folder of each is the one of the built-in templates. ``unused`` adds a note for each
    kind of what it leaves out.
    """
    every = list(packs)
    above = every and all(roots[-1] == template_folder() for roots in every)
    before = _program.gone_through() if above else None
    beneath = frozenset(roots[at:] for roots in every for at in range(1, len(roots)))
    linter = Linter(beneath, before)
    for roots in every:
        linter.go_through(roots)
    return linter.finished(unused=unused)


def _state_of_the_program() -> tuple[tuple[str, int], ...]:
    files = sorted(template_folder().iterdir())
    return tuple((file.name, file.stat().st_mtime_ns) for file in files)


class _Program(local):
    """What has gone through the program's own templates, which lie below every pack.

    Every thread has its own, for what one lint tells is told to it.
    """

    def __init__(self) -> None:
        self._state: object = None
        self._linter: Linter | None = None

    def gone_through(self) -> Linter | None:
        """Return it; ``None`` where something is to be told of a macro that only packs may call."""
        state = _state_of_the_program()
        if state != self._state:
            roots = (template_folder(),)
            linter = Linter(frozenset([roots]))
            linter.go_through(roots)
            self._state, self._linter = state, linter if linter.settled() else None
        return self._linter


_program = _Program()
