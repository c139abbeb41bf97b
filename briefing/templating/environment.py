"""The Jinja environment: sandboxed, plain data only, every text printed as itself."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Template, Undefined, nodes, pass_eval_context
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.parser import Parser
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Joiner, Namespace, missing
from markupsafe import Markup

from briefing.document import escape_with_gaps
from briefing.templating import filters, plain
from briefing.templating.bytecode import ProgramBytecode
from briefing.templating.compiler import BudgetedCode, TokenLimit, template_line
from briefing.templating.jinja_filters import FILTERS as JINJA_FILTERS
from briefing.templating.jinja_filters import GroupedItems
from briefing.templating.jinja_tests import TESTS as JINJA_TESTS
from briefing.templating.limits import DIGITS, RANGE, Budget, budget, check_whole, spaced
from briefing.templating.loader import RootsLoader, is_template_name
from briefing.templating.marks import printed_together, words
from briefing.templating.on_demand import OnDemand
from briefing.templating.refusals import (
    RefusalError,
    UnfitError,
    refuse_name,
    shown,
    unknown_filter,
    unknown_test,
)
from briefing.templating.scopes import TemplateScope
from briefing.templating.undefined import AbsentPart, NamedGap
from briefing.tracing import Traced

_LOOP = {
    *("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"),
    *("previtem", "nextitem", "cycle", "changed"),
}
_WITH_ITEMS = (Mapping, list, tuple, range, str, Undefined)
_GROUPS = frozenset((dict, OnDemand))
_JINJAS_OWN = ("_loop_vars", "_block_vars")
_INSTEAD = "instead"
"""Where a macro keeps the one of a nearer pack that is called in its place."""

_OBJECT = 20
"""What a call may leave behind, in items of a list: a group of variables, a list of arguments."""


LIBRARY = "macros.md.j2"
"""The file of macros of which a pack overrides single ones."""


def extends_itself(node: nodes.Node) -> bool:
    """Say whether a tag of a file of macros asks for that of the next folder."""
    asked = node.template if isinstance(node, nodes.Extends) else None
    return isinstance(asked, nodes.Const) and asked.value == LIBRARY


class FreshTemplate(Template):
    """A template whose import remembers nothing of another rendering."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        self._module = None
        return super()._get_default_module(ctx)

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        """Return the macros of a template; a pack's ``macros.md.j2`` has those that it extends too.

        Its own stand in place of others of their names, in what these call as well.
        """
        if not isinstance(self.environment, ReportEnvironment):
            return super().make_module(vars, shared, locals)
        below = self.environment.inherited_by(self)
        if below is None:
            return super().make_module(vars, shared, locals)
        other = below.make_module(vars, shared, locals)
        inherited = {name: one for name, one in other.__dict__.items() if name[0] != "_"}
        own = super().make_module({**(vars or {}), **inherited}, shared, locals)
        for name, macro in inherited.items():
            mine = own.__dict__.setdefault(name, macro)
            if mine is not macro and isinstance(mine, Macro) and isinstance(macro, Macro):
                macro.__dict__[_INSTEAD] = mine
        return own


class ReportEnvironment(ImmutableSandboxedEnvironment):
    """Renders the templates of some folders, nearest first; compiled ones are kept."""

    loader: RootsLoader
    code_generator_class = BudgetedCode
    template_class = FreshTemplate
    context_class = TemplateScope
    intercepted_binops = frozenset(plain.OPERATORS)
    budget = staticmethod(budget)
    concatenated = staticmethod(plain.concatenated)
    concat = staticmethod(printed_together)
    key = staticmethod(plain.scalar)
    decimal = staticmethod(Decimal)

    def __init__(self, roots: tuple[Path, ...]) -> None:
        super().__init__(
            loader=RootsLoader(roots),
            # Values are escaped where they are printed, as Markdown; ``concat`` marks the outcome.
            autoescape=False,
            extensions=[TokenLimit],
            finalize=_no_constant,
            # Nothing of a template runs before there is a budget for it.
            optimized=False,
            undefined=NamedGap,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=ProgramBytecode(),
        )
        self.filters = {**JINJA_FILTERS, **filters.FILTERS}
        self.tests = {**JINJA_TESTS, **filters.TESTS}
        # What a template needs to count and to join; nothing that reads or makes anything else.
        self._inheriting: set[str] = set()
        self.globals = {"namespace": Namespace, "range": _range, "joiner": Joiner}
        self.binop_table.update(plain.OPERATORS)

    def open(self, name: str) -> Template:
        """Return the nearest template of a name; raises TemplateNotFound."""
        return self.get_template(self.loader.find(name))

    def inherited_by(self, template: Template) -> Template | None:
        """Return the template whose macros one of a pack has too, if it extends that."""
        if template.name not in self._inheriting:
            return None
        return self.get_template(self.loader.join(LIBRARY, str(template.name)))

    def join_path(self, template: str, parent: str) -> str:
        """Return which template another one means by a name."""
        budget().look()
        if isinstance(template, Undefined):
            raise RefusalError("template/undefined", name=shown(template._undefined_name))
        if not is_template_name(template):
            raise RefusalError("template/no-plain-name", name=shown(template))
        return self.loader.join(template, parent)

    def get_or_select_template(
        self,
        template_name_or_list: Any,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return the template of a name, or of the first name in a list that there is."""
        if not isinstance(template_name_or_list, list | tuple):
            return self.get_template(template_name_or_list, parent, globals)
        return self.select_template(template_name_or_list, parent, globals)

    def getattr(self, obj: Any, attribute: str, path: str = "") -> Any:
        """Return a value of the data by name; ``report.items`` is a fact, not a dict method.

        ``path`` is how the template calls the value that is asked.
        """
        kind = type(obj)
        if kind in _GROUPS or (kind is not Namespace and isinstance(obj, Mapping)):
            # Nearly all that templates ask for is there.
            try:
                return obj[attribute]
            except KeyError:
                if attribute in obj:
                    raise
                return self._absent(obj, attribute)
        if attribute.startswith("_"):
            refuse_name(attribute, self.filters)
        if isinstance(obj, Undefined):
            return getattr(obj, attribute)
        if obj is None:
            return AbsentPart(path or None, name=attribute)
        found = _named(obj, attribute)
        return self._absent(obj, attribute) if found is missing else found

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item of the data by its key or its position."""
        if type(argument) is str and type(obj) in _GROUPS:
            # What a filter asks of each group in a list.
            try:
                return obj[argument]
            except LookupError:
                return self._absent(obj, argument)
        if isinstance(argument, str) and not isinstance(obj, Mapping):
            return self.getattr(obj, argument)
        plain.scalar(argument)
        if obj is None:
            return AbsentPart(name=str(argument))
        obj = words(obj) if isinstance(obj, Markup) else obj
        try:
            return obj[argument] if isinstance(obj, _WITH_ITEMS) else self._absent(obj, argument)
        except LookupError:
            return self._absent(obj, argument)

    def _absent(self, obj: Any, name: Any) -> Any:
        """Return the gap of an unknown name; refuses a name that Python knows but data has not."""
        if isinstance(name, str) and (name.startswith("_") or hasattr(type(obj), name)):
            refuse_name(name, self.filters)
        return self.undefined(obj=obj, name=str(name))

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro or one of the few functions that templates have."""
        spent = budget()
        spent.step()
        if len(args) + len(kwargs) > _OBJECT:
            spent.gather(len(args) + len(kwargs))
        if type(obj) is Macro:
            return _from_macro(context, obj, args, kwargs)
        if isinstance(obj, Macro | BlockReference | LoopContext | Joiner | Undefined):
            return context.call(obj, *args, **kwargs)
        if obj is Namespace or obj is Joiner:
            spent.gather(_OBJECT)
            if not all(isinstance(arg, Mapping | str) for arg in args):
                raise RefusalError("template/not-text")
        else:
            named = [value for name, value in kwargs.items() if name not in _JINJAS_OWN]
            for value in map(plain.scalar, (*args, *named)):
                spent.write(len(value) if isinstance(value, str) else 0)
        return context.call(obj, *args, **kwargs)

    def call_filter(self, name: str, *arguments: Any, **named: Any) -> Any:
        """Apply the filter that ``map`` names."""
        if not isinstance(name, str) or name not in self.filters:
            raise unknown_filter(name, self.filters)
        return super().call_filter(name, *arguments, **named)

    def call_test(self, name: str, *arguments: Any, **named: Any) -> Any:
        """Apply the test that ``select`` and ``reject`` name."""
        if not isinstance(name, str) or name not in self.tests:
            raise unknown_test(name, self.tests)
        return super().call_test(name, *arguments, **named)

    def compared(self, left: Any, *operands: tuple[str, Any]) -> bool:
        """Return whether a chain of comparisons holds, item by item where there are items."""
        for name, right in operands:
            if not plain.COMPARISONS[name](left, right):
                return False
            left = right
        return True

    def cut(self, obj: Any, *ends: Any) -> Any:
        """Return a slice of a text or a list."""
        made = (words(obj) if isinstance(obj, Markup) else obj)[slice(*ends)]
        if isinstance(made, str):
            budget().write(len(made))
        elif isinstance(made, list | tuple):
            budget().gather(len(made))
        return made

    def made(self, count: int, values: Any) -> Any:
        """Return a list or a group that a template wrote out, having paid for it."""
        budget().gather(count + 5)
        return values

    @staticmethod
    def printed(spent: Budget, value: Any, path: str = "") -> str:
        """Return a printed value as Markdown: text from the data is data, never markup."""
        kind = type(value)
        if kind is str or kind is Traced:
            text: str = value if value.isalnum() else escape_with_gaps(value)
        elif kind is Markup:
            text = value
        elif kind is int:
            check_whole(value)
            text = str(value)
        else:
            text = plain.text_of(value, path)
            if not isinstance(text, Markup):
                text = escape_with_gaps(text)
        spent.text -= len(text)
        if spent.text < spent.next_text:
            spent.look()
        return text

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parser, rule, values = None, "template/too-deep", {}
        try:
            parser = Parser(self, source, name, filename)
            return self._of_macros(parser.parse(), name)
        except (RecursionError, MemoryError):
            pass
        except ValueError:  # Python reads no number of thousands of digits
            rule, values = "template/number-too-long", {"limit": DIGITS}
        raise UnfitError(rule, parser.stream.current.lineno if parser else 1, filename, **values)

    def _of_macros(self, tree: nodes.Template, name: str | None) -> nodes.Template:
        """Return a file of macros without the tag by which it has those of the next folder."""
        if name is None or name.partition(":")[2] != LIBRARY:
            return tree
        rest = [node for node in tree.body if not extends_itself(node)]
        self._inheriting.discard(name)
        if len(rest) < len(tree.body):
            self._inheriting.add(name)
            tree.body = rest
        return tree

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        try:
            return super()._generate(source, *args, **kwargs)
        except (RecursionError, MemoryError):
            pass
        raise UnfitError("template/too-deep", 0, args[1])

    def _compile(self, source: str, filename: str) -> CodeType:
        """Return the compiled code; what Python cannot compile is told as the template's."""
        rule, line, reason = "template/too-deep", 0, ""
        try:
            return super()._compile(source, filename)
        except SyntaxError as error:
            line, reason = template_line(source, error.lineno), error.msg
            rule = rule if "too many" in reason else "template/syntax"
        except (RecursionError, MemoryError):
            pass
        raise UnfitError(rule, line, filename, reason=reason)


def _from_macro(
    context: Context, macro: Macro, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Any:
    """Return what a macro makes, or the one of a nearer pack that stands in its place."""
    if kwargs:
        for name in _JINJAS_OWN:
            kwargs.pop(name, None)
    while _INSTEAD in macro.__dict__:
        macro = macro.__dict__[_INSTEAD]
    more = kwargs or macro.caller or macro.catch_kwargs or macro.catch_varargs
    if len(args) == macro._argument_count and not more:
        # Nothing is left for Jinja to sort into its place.
        return macro._func(*args)
    return macro(context.eval_ctx, *args, **kwargs)


@pass_eval_context
def _no_constant(_: EvalContext, value: Any) -> Any:
    """Stand for what is printed, so that Jinja works nothing out before there is a budget."""
    return value


def _attributes(namespace: Namespace) -> dict[str, Any]:
    held: dict[str, Any] = object.__getattribute__(namespace, "_Namespace__attrs")
    return held


def _named(obj: Any, name: str) -> Any:
    """Return what a thing of Jinja's has under a name; nothing else has names."""
    if isinstance(obj, Namespace):
        # Its own way of being asked looks at the name before it looks for it.
        return _attributes(obj).get(name, missing)
    if isinstance(obj, TemplateModule):
        return vars(obj).get(name, missing)
    if isinstance(obj, LoopContext):
        found = getattr(obj, name) if name in _LOOP else missing
        # Before the first item and after the last there is nothing, which is no mistake.
        return None if isinstance(found, Undefined) else found
    if isinstance(obj, TemplateReference):
        try:
            return obj[name]
        except LookupError:
            return missing
    if isinstance(obj, BlockReference):
        return obj.super if name == "super" else missing
    return getattr(obj, name) if isinstance(obj, GroupedItems) and name in obj._fields else missing


def _range(*ends: int) -> range:
    """Return the numbers of a range that is not too long."""
    numbers = range(*ends)
    check_whole(*ends)
    if numbers[RANGE:]:
        raise RefusalError("template/too-many-items", limit=spaced(RANGE))
    return numbers


@lru_cache(maxsize=64)
def environment_for(roots: tuple[Path, ...]) -> ReportEnvironment:
    """Return the environment of template folders, nearest first; changed ones are read again."""
    return ReportEnvironment(roots)
