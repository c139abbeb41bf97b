"""Templates from several folders, the nearest first; a template can extend the one it overrides.

Inside the environment a template is called ``N:name``, where N is the position of its folder. A
template that names itself (``{% extends "bao-cao-tong-ket.md.j2" %}`` in the file of that name)
means the one in the next folder; every other name is looked for from the nearest folder on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from briefing.findings import Finding, Origin, TemplateError

MAX_BYTES = 400_000
"""The largest template read; the built-in ones have a tenth of this together."""

_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*(?:\.md)?\.j2")


class RootsLoader(BaseLoader):
    """Loads templates from folders, nearest first; nothing outside of them, links included."""

    def __init__(self, roots: tuple[Path, ...]) -> None:
        self._roots = roots

    def find(self, name: str, first: int = 0) -> str:
        """Return the inner name of a template, looked for from a folder on.

        Raises TemplateNotFound, also for names that are no plain file names.
        """
        if _NAME.fullmatch(name):
            for position in range(first, len(self._roots)):
                if (self._roots[position] / name).is_file():
                    return f"{position}:{name}"
        raise TemplateNotFound(name)

    def join(self, name: str, asker: str) -> str:
        """Return the inner name of what one template asks of another."""
        position, _, own = asker.partition(":")
        return self.find(name, int(position) + 1 if name == own else 0)

    def path(self, inner: str) -> Path:
        """Return the file of an inner name."""
        position, _, name = inner.partition(":")
        return self._roots[int(position)] / name

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template, its file, and whether it is still the same."""
        path = self.path(template)
        try:
            stamp = path.stat()
            self._refuse(path, stamp.st_size)
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise _refused("template/not-utf8", path) from None
        except OSError:
            raise TemplateNotFound(path.name) from None
        return text, str(path), lambda: _same(path, stamp.st_mtime_ns)

    def _refuse(self, path: Path, size: int) -> None:
        if size > MAX_BYTES:
            raise _refused("template/too-large", path, limit=MAX_BYTES // 1000)
        if not path.resolve().is_relative_to(path.parent.resolve()):
            raise _refused("template/outside", path)


def _same(path: Path, stamp: int) -> bool:
    try:
        return path.stat().st_mtime_ns == stamp
    except OSError:
        return False


def _refused(rule: str, path: Path, **values: object) -> TemplateError:
    return TemplateError([Finding(rule, origin=Origin(str(path)), values=values)])
