"""All templates of some packs at once: what is wrong with them, without running any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from threading import Lock

from briefing.linting.linter import Lint, Linter, Roots
from briefing.templating.kind import template_folder


def lint(packs: Iterable[Roots], *, unused: bool = False) -> Lint:
    """Return what is wrong with the templates of packs, each given by its folders, nearest first.

    The last folder of each is the one of the built-in templates. ``unused`` adds a note for each
    kind of what it leaves out.
    """
    every = list(packs)
    above = every and all(roots[-1] == template_folder() for roots in every)
    beneath = frozenset(roots[at:] for roots in every for at in range(1, len(roots)))
    with _program.gone_through() if above else nullcontext() as before:
        linter = Linter(beneath, before)
        for roots in every:
            linter.go_through(roots)
        return linter.finished(unused=unused)


def _state_of_the_program() -> tuple[tuple[str, int], ...]:
    files = sorted(template_folder().iterdir())
    return tuple((file.name, file.stat().st_mtime_ns) for file in files)


class _Program:
    """What has gone through the program's own templates, which lie below every pack.

    Who lints has one alone, for what one lint tells is told to it; the next takes it over, in
    whatever thread.
    """

    def __init__(self) -> None:
        self._state: object = None
        self._free: list[Linter | None] = []
        self._lock = Lock()

    @contextmanager
    def gone_through(self) -> Iterator[Linter | None]:
        """Lend it; ``None`` where something is to be told of a macro that only packs may call."""
        state = _state_of_the_program()
        with self._lock:
            if state != self._state:
                self._state, self._free = state, []
            known = bool(self._free)
            linter = self._free.pop() if known else None
        if not known:
            linter = self._made()
        yield linter
        with self._lock:
            if state == self._state:
                self._free.append(linter)

    @staticmethod
    def _made() -> Linter | None:
        roots = (template_folder(),)
        linter = Linter(frozenset([roots]))
        linter.go_through(roots)
        return linter if linter.settled() else None


_program = _Program()
