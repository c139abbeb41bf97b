"""What a template can use: macros with their parameters, names as paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import TemplateNotFound, nodes

from briefing.findings import TemplateError
from briefing.linting.chains import written_names
from briefing.linting.own_fields import fields_in
from briefing.linting.schema import context_shape
from briefing.linting.shapes import Either, Function, Group, Listing, Shape, TableShape
from briefing.templating.sources import Sources, TemplateSource, missing, parts
from briefing.values import record


@record
class MacroLine:
    """A macro as a template calls it, ``m.part(title, titled)``, and where it is defined."""

    call: str
    path: Path
    line: int


def macros(roots: tuple[Path, ...], template_name: str) -> list[MacroLine]:
    """Return the macros that a template and those that it extends define or import.

    ``roots`` are folders of templates, nearest first. Raises TemplateError when a template is
    missing or has a syntax error.
    """
    sources = Sources(roots)
    try:
        chain = sources.chain(sources.open(template_name))
        found = [line for source in chain for line in _macros(source, sources)]
    except TemplateNotFound as error:
        raise TemplateError([missing(error, roots[0])]) from None
    return list(dict.fromkeys(found))


def _macros(source: TemplateSource, sources: Sources) -> Iterator[MacroLine]:
    yield from _defined(source, "")
    for tag in parts(source.tree, nodes.Import):
        for name in written_names(tag.template):
            for one in sources.chain(sources.asked(name, source)):
                yield from _defined(one, f"{tag.target}.")


def _defined(source: TemplateSource, prefix: str) -> Iterator[MacroLine]:
    for node in parts(source.tree, nodes.Macro):
        names = [argument.name for argument in node.args]
        first = len(names) - len(node.defaults)
        takes = [name if at < first else f"{name}=…" for at, name in enumerate(names)]
        yield MacroLine(f"{prefix}{node.name}({', '.join(takes)})", source.path, node.lineno)


def names_at_hand(roots: Iterable[Path] = ()) -> list[str]:
    """Return every name that a template can print or go through: ``report.tasks[].lead``.

    ``roots`` are folders of templates whose packs may add fields of their own.
    """
    given = context_shape(fields_in(roots))
    return [path for name, shape in given.items() for path in _paths(shape, name)]


def _paths(shape: Shape, path: str) -> Iterator[str]:
    match shape:
        case Group():
            for name, part in shape.fields.items():
                yield from _paths(part, f"{path}.{name}")
        case Listing():
            yield from _paths(shape.item, f"{path}[]")
        case TableShape():
            yield from _paths(shape.value, f"{path}[…]")
        case Either():
            for option in shape.options:
                yield from _paths(option, path)
        case Function():
            yield f"{path}(…)"
        case _:
            yield path
