"""Templates from several folders, the nearest first; a template can extend the one it overrides.

Inside the environment a template is called ``N:name``, where N is the position of its folder. A
template that names itself (``{% extends "bao-cao-tong-ket.md.j2" %}`` in the file of that name)
means the one in the next folder; every other name is looked for from the nearest folder on.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from briefing.boundaries import leads_out
from briefing.characters import UNFIT, code
from briefing.findings import Finding, Origin, TemplateError
from briefing.reading import conflict_line
from briefing.shipped import data_folder
from briefing.templating.limits import FILE_KB

_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*(?:\.md)?\.j2")
_LONGEST = 100
_LINE_END = re.compile(r"\r\n?")
# Opening a named pipe waits for whoever writes into it, unless one says not to.
_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def is_template_name(name: object) -> bool:
    """Say whether a name is the plain file name of a template."""
    return isinstance(name, str) and len(name) <= _LONGEST and bool(_NAME.fullmatch(name))


# Each document asks for the same ones; putting a path together takes longer than looking there.
@lru_cache(maxsize=1024)
def _file_in(root: Path, name: str) -> Path:
    return root / name


class RootsLoader(BaseLoader):
    """Loads templates from folders, nearest first; nothing outside of them, links included."""

    def __init__(self, roots: tuple[Path, ...]) -> None:
        self._roots = roots

    def find(self, name: str, first: int = 0) -> str:
        """Return the inner name of a template, looked for from a folder on.

        Raises TemplateNotFound, also for names that are no plain file names.
        """
        if is_template_name(name):
            for position in range(first, len(self._roots)):
                if _file_in(self._roots[position], name).is_file():
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
        self._refuse_outside(path)
        try:
            content, stamp = _read(path)
        except OSError:
            raise TemplateNotFound(path.name) from None
        if len(content) > FILE_KB * 1000:
            raise _refused("template/too-large", path, limit=FILE_KB)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise _refused("template/not-utf8", path) from None
        text = _LINE_END.sub("\n", text)
        _refuse_hidden(text, path)
        _refuse_conflict(text, path)
        return text, str(path), lambda: _same(path, stamp)

    def _refuse_outside(self, path: Path) -> None:
        """Refuse a link that leads out of every folder of templates but the program's own.

        Some installers make every file of a program a link to their store.
        """
        if path.parent != data_folder("templates") and all(
            leads_out(path, root) for root in self._roots
        ):
            raise _refused("template/outside", path)


def _read(path: Path) -> tuple[bytes, int]:
    """Return the beginning of a regular file, up to what is too much, and when it was changed."""
    with os.fdopen(os.open(path, _HOW), "rb") as file:
        stamp = os.fstat(file.fileno())
        if not stat.S_ISREG(stamp.st_mode):
            raise FileNotFoundError(path)
        return file.read(FILE_KB * 1000 + 1), stamp.st_mtime_ns


def text_at(path: Path) -> str:
    """Return the text of a template of any content, with its byte order mark if it has one.

    It is no longer than one that is just too large. Raises TemplateError for what is no file.
    """
    try:
        content, _ = _read(path)
    except OSError:
        raise _refused("template/missing", path, name=path.name) from None
    return content.decode("utf-8", errors="replace")


def _same(path: Path, stamp: int) -> bool:
    try:
        return path.stat().st_mtime_ns == stamp
    except OSError:
        return False


def _refuse_hidden(text: str, path: Path) -> None:
    """Refuse what nobody can see, in remarks too: there it may deceive who looks the file over."""
    if found := UNFIT.search(text):
        place = Origin(str(path), text.count("\n", 0, found.start()) + 1)
        values = {"character": code(found[0])}
        raise TemplateError([Finding("template/hidden-character", origin=place, values=values)])


def _refuse_conflict(text: str, path: Path) -> None:
    """Refuse a template in which a merge left two texts for somebody to choose from."""
    if line := conflict_line(text):
        raise TemplateError([Finding("template/conflict", origin=Origin(str(path), line))])


def _refused(rule: str, path: Path, **values: object) -> TemplateError:
    return TemplateError([Finding(rule, origin=Origin(str(path)), values=values)])
