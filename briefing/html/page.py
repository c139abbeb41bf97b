"""A page in the pieces that it is made of, so that who has shown one need not read all of the next.

A unit is a block, or of a table what it begins with, and then each of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from briefing.html.elements import element
from briefing.values import record

TABLE_END = "</tbody></table>"
"""What ends a table of which the rows are units."""

_ROW = "<tr"
_TAG = re.compile(r"<(/?)([a-z]\w*)[^>]*>")
_EMPTY = ("br", "col")
"""Elements without content or end."""


@record
class PagePart:
    """The main text or an annex: its class and its units."""

    kind: str
    units: tuple[str, ...]

    @property
    def html(self) -> Markup:
        """The section as it stands in a page."""
        units = Markup("".join(_ended(self.units)))  # noqa: S704 - all of them are markup
        return element("section", units, class_=self.kind)


@record
class HtmlPage:
    """One HTML page; ``rules`` set the document, those of ``paper`` lay it on paper."""

    title: str
    language: str
    rules: str
    paper: str
    parts: tuple[PagePart, ...]

    @property
    def html(self) -> str:
        """The whole page, which needs nothing else."""
        head = [
            Markup('<meta charset="utf-8">'),
            element("title", self.title),
            element("style", Markup(self.rules)),  # noqa: S704 - made of numbers
            element("style", Markup(self.paper)),  # noqa: S704 - made of numbers
        ]
        article = element("article", [part.html for part in self.parts], class_="document")
        both = [element("head", head), element("body", article)]
        return f"<!DOCTYPE html>\n{element('html', both, lang=self.language)}\n"


def elements_of(markup: str) -> Iterator[Markup]:
    """Yield the outermost elements of markup that holds nothing beside them."""
    begin = depth = 0
    for tag in _TAG.finditer(markup):
        if tag[2] in _EMPTY:
            continue
        depth += -1 if tag[1] else 1
        if not depth:
            yield Markup(markup[begin : tag.end()])  # noqa: S704 - a piece of markup
            begin = tag.end()


def _ended(units: Iterable[str]) -> Iterator[str]:
    """Yield units with the ends of the tables of which rows are units."""
    is_open = False
    for unit in units:
        if is_open and not unit.startswith(_ROW):
            yield TABLE_END
            is_open = False
        yield unit
        is_open = is_open or unit.endswith("<tbody>")
    if is_open:
        yield TABLE_END
