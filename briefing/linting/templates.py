"""Templates that ask for each other: inheritance, blocks, imports, includes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from jinja2 import TemplateNotFound, nodes

from briefing.findings import TemplateError
from briefing.linting.calls import Call
from briefing.linting.chains import definitions, outer_blocks, written_names
from briefing.linting.orders import listed_sections
from briefing.linting.own_fields import fields_in
from briefing.linting.places import Place, Scope, ShapesByName
from briefing.linting.record import LintRecord
from briefing.linting.schema import context_shape
from briefing.linting.shapes import LEAF, TOLD, Function, Listing, Module, Notebook, Shape
from briefing.linting.statements import Statements, Visit
from briefing.linting.structure import lost_blocks
from briefing.templating.environment import LIBRARY
from briefing.templating.sources import Sources, TemplateSource, missing
from briefing.values import record

_GLOBALS = ("namespace", "range", "joiner")


@record
class BlockContext:
    """Where a block is printed: the names that it sees, the blocks around it."""

    names: ShapesByName
    within: tuple[str, ...]
    loose: bool


class _Printing(Mapping[str, Shape]):
    """The blocks of a chain by name, each as what prints it; few are ever asked for."""

    def __init__(self, prints: Callable[[str, int, ShapesByName, Place], None], at: Place) -> None:
        self._prints = prints
        self._at = at
        self._known: dict[str, Function] = {}

    def __getitem__(self, name: str) -> Function:
        if name not in self._known:
            self._known[name] = self._printing(name)
        return self._known[name]

    def _printing(self, name: str) -> Function:
        if name not in self._at.blocks:
            raise KeyError(name)

        def call(_: Call) -> Shape:
            self._prints(name, 0, self._at.scope.context, self._at)
            return LEAF

        return Function(call)

    def __iter__(self) -> Iterator[str]:
        return iter(self._at.blocks)

    def __len__(self) -> int:
        return len(self._at.blocks)


class Templates:
    """Goes through templates of some folders, each with everything that it asks for.

    Afterwards ``chain`` is the first template with those that it extends, ``printed`` tells of
    every template that was read which of its blocks are printed, and ``contexts`` of every block
    where it is printed. ``unread`` says that one which is asked for cannot be read. ``fields`` are
    those that inputs have besides the program's own.
    """

    def __init__(self, sources: Sources, record: LintRecord) -> None:
        self.record = record
        self.chain: list[TemplateSource] = []
        self.printed: dict[TemplateSource, set[str]] = {}
        self.contexts: dict[str, list[BlockContext]] = {}
        self.unread = False
        self._sources = sources
        self._listed = listed_sections(sources.roots)
        self.fields = fields_in(sources.roots)
        self._active: set[object] = set()
        elsewhere: dict[type[nodes.Node], Visit] = {
            nodes.Block: self._block,
            nodes.Extends: lambda *_: None,
            nodes.Import: self._import,
            nodes.FromImport: self._from_import,
            nodes.Include: self._include,
        }
        self.statements = Statements(sources.environment, record, elsewhere)

    def go_through(self, source: TemplateSource, *, loose: bool = False) -> None:
        """Go through a template as the program would render it.

        ``loose`` is for one that no kind uses: it may be a part of another, with names from there.
        """
        self._run(source, self._given(), loose=loose)

    def go_through_blocks(
        self, chain: list[TemplateSource], contexts: dict[str, list[BlockContext]]
    ) -> None:
        """Go through blocks of the first template of a chain where those below print them."""
        self.chain = chain
        blocks = definitions(chain)
        for one in chain:
            self.printed.setdefault(one, set())
        for name, places in contexts.items():
            for found in places:
                scope = Scope(dict(found.names))
                at = Place(chain[0], scope, blocks, found.within, loose=found.loose)
                self._print(name, 0, scope.context, at)

    def _given(self) -> ShapesByName:
        """Return what every template can use: the program's names and Jinja's."""
        return {
            **context_shape(self.fields),
            "gap": Function(self._gap),
            "namespace": Function(lambda call: Notebook(dict(call.keywords))),
            "range": Function(lambda _: Listing(LEAF)),
            "joiner": Function(lambda _: Function(lambda _: LEAF)),
        }

    def _gap(self, call: Call) -> Shape:
        if isinstance(call.node, nodes.Call):
            for argument in call.node.args:
                self.statements.expressions.check_fact(argument, call.at)
        return LEAF

    def _run(
        self, source: TemplateSource, context: ShapesByName, *, loose: bool = False
    ) -> ShapesByName:
        """Go through a template and what it extends; return the names that its top level sets."""
        if source in self._active:
            return {}
        self._active.add(source)
        chain = self._chain(source)
        self.chain = self.chain or chain
        blocks = definitions(chain)
        for one in chain:
            self.printed.setdefault(one, set())
        for finding in lost_blocks(chain, self._listed):
            self.record.add(finding)
        loose = loose or chain[-1].parent is not None
        first: ShapesByName = {}
        for number, one in enumerate(chain):
            scope = Scope(context, top=True)
            at = Place(one, scope, blocks, loose=loose)
            scope.names["self"] = self._self(at)
            at = replace(at, silent=one.parent is not None)
            self.statements.walk(one.tree.body, at)
            own = {n: s for n, s in scope.names.items() if n != "self"}
            if not number:
                first = own
            elif source.path.name == LIBRARY:
                first = {**own, **first}
            if at.silent and one is chain[-1]:
                # What it extends is not known, so every block of its own may be printed.
                for node in outer_blocks(one):
                    self._print(node.name, 0, context, replace(at, silent=False))
        self._active.discard(source)
        return first

    def _chain(self, source: TemplateSource) -> list[TemplateSource]:
        """Return a template and those that it extends, as far as they can be known and read."""
        chain = [source]
        while tag := chain[-1].parent:
            at = Place(chain[-1], Scope({}))
            if not isinstance(tag.template, nodes.Const):
                self.record.lost(tag.template, at)
                break
            above = self._asked(str(tag.template.value), tag, at)
            if above in chain:
                self.record.fault("template/circle", tag, at, name=chain[0].path.name)
            if above is None or above in chain:
                break
            chain.append(above)
        return chain

    def _asked(self, name: str, node: nodes.Node, at: Place) -> TemplateSource | None:
        """Return the template of a name, or tell why there is none."""
        try:
            return self._sources.asked(name, at.source)
        except TemplateNotFound as error:
            self.record.add(missing(error, at.source.path, node.lineno))
        except TemplateError as error:
            for finding in error.findings:
                self.record.add(finding)
        self.unread = self.unread or not self.record.quiet
        return None

    def _block(self, node: nodes.Block, at: Place) -> None:
        if not at.silent:
            names = at.scope.visible() if node.scoped else at.scope.context
            self._print(node.name, 0, dict(names), at)

    def _print(self, name: str, number: int, context: ShapesByName, at: Place) -> None:
        """Go through the definition of a block, counted from the nearest."""
        node, source = at.blocks[name][number]
        if (node, id(at.blocks)) in self._active:
            return
        self._active.add((node, id(at.blocks)))
        if not number and not self.record.quiet:
            self.contexts.setdefault(name, []).append(
                BlockContext(dict(context), at.within, at.loose)
            )
        for _, defining in at.blocks[name]:
            self.printed.setdefault(defining, set()).add(name)
        scope = Scope(context)
        inside = Place(source, scope, at.blocks, (*at.within, name), loose=at.loose)
        scope.names["self"] = self._self(inside)
        scope.names["super"] = self._above(name, number + 1, inside)
        self.statements.walk(node.body, inside)
        self._active.discard((node, id(at.blocks)))

    def _above(self, name: str, number: int, at: Place) -> Function:
        """Return ``super`` of a block."""

        def call(call: Call) -> Shape:
            if number < len(at.blocks[name]):
                self._print(name, number, at.scope.context, at)
            if number < len(at.blocks[name]) or at.loose:
                return LEAF
            values = {"name": name, "template": at.source.path.name, "near": None}
            return self.record.fault("template/no-such-block", call.node, call.at, **values)

        further = number < len(at.blocks[name])
        return Function(call, {"super": self._above(name, number + 1, at)} if further else {})

    def _self(self, at: Place) -> Module:
        """Return ``self``, which prints blocks by name."""
        return Module(
            _Printing(self._print, at), at.source.path.name, blocks=True, listed=self._listed
        )

    def _import(self, node: nodes.Import, at: Place) -> None:
        at.scope.set(node.target, self._module(node, at))

    def _from_import(self, node: nodes.FromImport, at: Place) -> None:
        module = self._module(node, at)
        for entry in node.names:
            name, alias = entry if isinstance(entry, tuple) else (entry, entry)
            part: Shape = TOLD
            if isinstance(module, Module):
                found = module.parts.get(name)
                part = found if found is not None else self._not_there(name, module, node, at)
            at.scope.set(alias, part)

    def _not_there(self, name: str, module: Module, node: nodes.Node, at: Place) -> Shape:
        rule, known = "template/unknown-path", module.parts
        return self.record.unknown_name(rule, node, at, name, known, path=module.path)

    def _module(self, node: nodes.Import | nodes.FromImport, at: Place) -> Shape:
        for source in self._meant(node.template, node, at):
            names = self._run(source, self._handed(node.with_context, at))
            return Module(names, source.path.name)
        return TOLD

    def _include(self, node: nodes.Include, at: Place) -> None:
        if at.silent:
            self.statements.outside(node, at)
            return
        for source in self._meant(node.template, node, at, may_lack=node.ignore_missing):
            self._run(source, self._handed(node.with_context, at))

    def _handed(self, with_context: bool, at: Place) -> ShapesByName:
        if with_context:
            hidden = ("self", "super")
            return {name: s for name, s in at.scope.visible().items() if name not in hidden}
        return {name: self._given()[name] for name in _GLOBALS}

    def _meant(
        self, node: nodes.Expr, tag: nodes.Node, at: Place, *, may_lack: bool = False
    ) -> Iterator[TemplateSource]:
        """Yield the templates that a tag can mean."""
        names = list(written_names(node))
        if not names:
            self.record.lost(node, at)
        for name in names:
            if may_lack:
                with self.record:
                    source = self._asked(name, tag, at)
            else:
                source = self._asked(name, tag, at)
            if source:
                yield source
                if isinstance(node, nodes.List | nodes.Tuple):
                    return
