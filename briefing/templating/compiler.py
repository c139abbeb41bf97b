"""How templates become Python: every step and character they cost is taken from the budget.

The compiled code takes literal text itself (``budget.text -= n``), for that is done most often;
everything else goes through methods of the environment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from briefing.characters import UNFIT, code
from briefing.patterns import Pattern
from briefing.templating.limits import DIGITS, TOKENS, spaced
from briefing.templating.marks import is_mark
from briefing.templating.refusals import RefusalError, UnfitError, unknown_filter, unknown_test
from briefing.templating.undefined import path_of

_LARGEST = 10**DIGITS
# In inputs these are blanks; between the lines of a template they would reach the document.
_LINE_END = Pattern("[\x0b\x0c\x85\u2028\u2029]")
_SCALAR = (str, int, float, type(None))
_DEBUG = Pattern(r"^debug_info = '([\d=&]*)'$", re.M)


class TokenLimit(Extension):
    """Refuses a template of too many signs before anything is made of them."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Return the tokens as they are, up to the limit."""
        for count, token in enumerate(stream):
            if count >= TOKENS:
                limit = spaced(TOKENS)
                raise UnfitError(
                    "template/too-many-signs", token.lineno, stream.filename, limit=limit
                )
            yield token


class BudgetedCode(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Count every entry of a template, of a block and of a round of a loop as a step."""
        self._counted: dict[int, nodes.Node] = {id(node.body): node}
        self._counted |= {id(loop.body): loop for loop in node.find_all(nodes.For)}
        self._counted |= {id(block.body): block for block in node.find_all(nodes.Block)}
        super().visit_Template(node, frame)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write a list of statements, behind the step that they cost."""
        if id(nodes) in self._counted:
            self.writeline("budget.step()", self._counted[id(nodes)])
        super().blockvisit(nodes, frame)

    def write_commons(self) -> None:
        """Give each function of the template the budget of the rendering it runs in."""
        super().write_commons()
        self.writeline("budget = environment.budget()")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Take the literal text that is about to be written."""
        size = 0
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self._check_text(child.data, child.lineno)
                size += len(child.data)
        if size:
            self.writeline(f"budget.text -= {size}", node)
        super().visit_Output(node, frame)

    def _output_child_pre(self, *_: object) -> None:
        """Write the printing of a value; it gives text that needs no further escaping."""
        self.write("environment.printed(budget, ")

    def _output_child_post(self, node: nodes.Expr, *_: object) -> None:
        path = path_of(node)
        self.write(f", {path!r})" if path else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write the part of a value, with how the template calls the value."""
        self.write("environment.getattr(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, {path_of(node.node)!r})")

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:
        """Write a constant, unless it is a text that no document can hold.

        What a template writes is Markdown, inside its tags as well as around them.
        """
        if isinstance(node.value, str):
            self._check_text(node.value, node.lineno)
            if is_mark(node.value):
                self.write(f"Markup({node.value!r})")
                return
        elif isinstance(node.value, int | float) and not abs(node.value) < _LARGEST:
            raise UnfitError("template/number-too-long", node.lineno, self.filename, limit=DIGITS)
        elif isinstance(node.value, float):
            # A tenth is a tenth, and goes together with the numbers of the input.
            self.write(f"environment.decimal({str(node.value)!r})")
            return
        super().visit_Const(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Write ``a ~ b``."""
        self.write("environment.concatenated((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:
        """Write a comparison; one with a plain constant is cheap whatever it is compared with."""
        ends = (node.expr, *(operand.expr for operand in node.ops))
        ordered = all(operand.op not in ("in", "notin") for operand in node.ops)
        constant = any(isinstance(e, nodes.Const) and isinstance(e.value, _SCALAR) for e in ends)
        if len(node.ops) == 1 and ordered and constant:
            super().visit_Compare(node, frame)
            return
        self.write("environment.compared(")
        self.visit(node.expr, frame)
        for operand in node.ops:
            self.write(f", ({operand.op!r}, ")
            self.visit(operand.expr, frame)
            self.write(")")
        self.write(")")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Write a subscript; a slice is taken by the environment too."""
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("environment.cut(")
        self.visit(node.node, frame)
        for end in (node.arg.start, node.arg.stop, node.arg.step):
            self.write(", ")
            self.visit(end or nodes.Const(None), frame)
        self.write(")")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:
        """Write a list, having paid for it."""
        self.write(f"environment.made({len(node.items)}, ")
        super().visit_List(node, frame)
        self.write(")")

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:
        """Write a tuple; one that names are set from is no value."""
        if node.ctx != "load":
            super().visit_Tuple(node, frame)
            return
        self.write(f"environment.made({len(node.items)}, ")
        super().visit_Tuple(node, frame)
        self.write(")")

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:
        """Write a group; only texts and numbers are keys."""
        self.write(f"environment.made({len(node.items)}, {{")
        for pair in node.items:
            self.write("environment.key(")
            self.visit(pair.key, frame)
            self.write("): ")
            self.visit(pair.value, frame)
            self.write(", ")
        self.write("})")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """Write a filter that there is."""
        if node.name not in self.environment.filters:
            self._unknown(unknown_filter(node.name, self.environment.filters), node.lineno)
        super().visit_Filter(node, frame)

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:
        """Write a block whose text goes through a filter; what comes out may be text again."""
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        self.enter_frame(inner)
        self.buffer(inner)
        self.blockvisit(node.body, inner)
        self.start_write(frame, node)
        self.write("environment.printed(budget, ")
        self.visit_Filter(node.filter, inner)
        self.write(")")
        self.end_write(frame)
        self.leave_frame(inner)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """Write a test that there is."""
        if node.name not in self.environment.tests:
            self._unknown(unknown_test(node.name, self.environment.tests), node.lineno)
        super().visit_Test(node, frame)

    def visit_ScopedEvalContextModifier(
        self,
        node: nodes.ScopedEvalContextModifier,
        frame: Frame,  # noqa: ARG002 - Jinja's signature
    ) -> None:
        """Refuse ``autoescape``: what is printed prints as itself, always."""
        raise UnfitError("template/forbidden", node.lineno, self.filename, name="autoescape")

    def _unknown(self, error: RefusalError, line: int) -> NoReturn:
        raise UnfitError(error.rule, line, self.filename, **error.values)

    def _check_text(self, text: str, line: int) -> None:
        if text.isascii() and text.isprintable():
            return
        found = _LINE_END.search(text) or UNFIT.search(text)
        if found:
            line += text.count("\n", 0, found.start())
            name = code(found[0])
            raise UnfitError("template/hidden-character", line, self.filename, character=name)


def template_line(code: str, line: int | None) -> int:
    """Return the template line that a line of compiled code comes from; 1 when none is known."""
    found = _DEBUG.search(code)
    pairs = found[1].split("&") if found and found[1] else []
    for own, made in (map(int, pair.split("=")) for pair in reversed(pairs)):
        if made <= (line or 0):
            return own
    return 1
