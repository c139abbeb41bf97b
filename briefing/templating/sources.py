"""Templates as read and parsed, never run: the text, Jinja's tree, and what each one extends."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes

from briefing.findings import Finding, Origin, TemplateError
from briefing.templating.environment import ReportEnvironment, environment_for
from briefing.templating.refusals import shown, syntax_finding
from briefing.values import record

T = TypeVar("T", bound=nodes.Node)


@record(eq=False)
class TemplateSource:
    """One template: its name inside the environment, its file, its text and Jinja's tree."""

    inner: str
    path: Path
    text: str
    tree: nodes.Template

    @property
    def own(self) -> bool:
        """Whether it lies in the nearest of the folders that it was looked for in."""
        return self.inner.startswith("0:")

    @property
    def parent(self) -> nodes.Extends | None:
        """Return the tag that says which template this one extends."""
        return next(iter(parts(self.tree, nodes.Extends)), None)


class Sources:
    """The templates of some folders, nearest first, each read and parsed once."""

    def __init__(self, roots: tuple[Path, ...]) -> None:
        self.roots = roots
        self.environment = environment_for(roots)
        self._read: dict[str, TemplateSource] = {}

    def open(self, name: str) -> TemplateSource:
        """Return the nearest template of a name.

        Raises TemplateNotFound, or TemplateError when it cannot be read or parsed.
        """
        return self._open(self.environment.loader.find(name))

    def at(self, position: int, name: str) -> TemplateSource:
        """Return the template of a name in one of the folders; raises like ``open``."""
        return self._open(self.environment.loader.find(name, position))

    def nearest(self, source: TemplateSource) -> bool:
        """Say whether a template is the one that its name means, not one that another hides."""
        return self.environment.loader.find(source.path.name) == source.inner

    def in_pack(self, source: TemplateSource) -> bool:
        """Say whether a template lies in another folder than the last, the built-in one."""
        return not source.inner.startswith(f"{len(self.roots) - 1}:")

    def asked(self, name: str, asker: TemplateSource) -> TemplateSource:
        """Return what one template means by the name of another; raises like ``open``."""
        return self._open(self.environment.loader.join(name, asker.inner))

    def chain(self, source: TemplateSource) -> list[TemplateSource]:
        """Return a template and those that it extends, nearest first; raises like ``open``.

        One whose name is worked out only when the template runs ends the chain.
        """
        found = [source]
        while (parent := found[-1].parent) and isinstance(parent.template, nodes.Const):
            above = self.asked(str(parent.template.value), found[-1])
            if above in found:
                break
            found.append(above)
        return found

    def _open(self, inner: str) -> TemplateSource:
        if inner not in self._read:
            loader = self.environment.loader
            text, file, _ = loader.get_source(self.environment, inner)
            self._read[inner] = TemplateSource(inner, loader.path(inner), text, _parsed(text, file))
        return self._read[inner]


@lru_cache(maxsize=128)
def _parsed(text: str, file: str) -> nodes.Template:
    try:
        tree = parser().parse(text, filename=file)
        # Whoever looks at the tree goes down as deep as it is.
        parts(tree, nodes.Extends)
    except TemplateSyntaxError as error:
        raise TemplateError([syntax_finding(error, file)]) from None
    except RecursionError:
        raise TemplateError([too_deep(file)]) from None
    return tree


@lru_cache(maxsize=8192)
def parts(node: nodes.Node, sort: type[T]) -> tuple[T, ...]:
    """Return everything of one sort below a node; trees do not change, so one look is enough."""
    return tuple(node.find_all(sort))


@lru_cache(maxsize=1)
def parser() -> ReportEnvironment:
    """Return an environment that reads templates as every other does, and finds none."""
    return ReportEnvironment(())


def too_deep(file: str) -> Finding:
    """Return the finding of a template with more levels than Jinja can go down."""
    return Finding("template/too-deep", origin=Origin(file))


def missing(error: TemplateNotFound, asker: Path, line: int | None = None) -> Finding:
    """Return the finding of a template that is not there; ``asker`` is who wants it."""
    values = {"name": shown(error.name)}
    return Finding("template/missing", origin=Origin(str(asker), line), values=values)
