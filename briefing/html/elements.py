"""The few pieces of HTML that every part is written with; whatever text goes in is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from briefing.document import Line, Run
from briefing.vietnamese import STIFF_HYPHEN

NOTHING = Markup()
BREAK = Markup("<br>")


def element(tag: str, content: str | Iterable[str] = (), **attributes: object) -> Markup:
    """Return an element; a trailing ``_`` of an attribute's name is dropped, ``_`` becomes ``-``.

    Content and values are escaped unless they are markup already; an empty value is left out.
    """
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value not in ("", None)
    )
    return _markup(f"<{tag}{said}>{joined(content)}</{tag}>")


def joined(content: str | Iterable[str]) -> Markup:
    """Return pieces one after another."""
    return escape(content) if isinstance(content, str) else _markup("".join(map(escape, content)))


def _markup(escaped: str) -> Markup:
    """Return what was made of markup and of escaped text alone as markup.

    A page has tens of thousands of elements: formatting each as markup escapes all of it again.
    """
    return Markup(escaped)  # noqa: S704 - nothing comes here that is not escaped


def css_class(component: str) -> str:
    """Return the class of a component's paragraphs."""
    return component.replace("_", "-")


SHIFTS = range(1, 49)
"""How far from the right figures may stand, in points: a strict page allows no styles."""


def shifted(points: float) -> list[str]:
    """Return the class of a paragraph that stands so far from the right, none for no distance."""
    nearest = min(round(points), SHIFTS[-1])
    return [f"shift-{nearest}"] if nearest in SHIFTS else []


class LineWriter:
    """Writes lines of runs; ``notes`` are those of the draft.

    ``traced`` puts each stretch that states a fact into a ``span`` with its ``data-path``.
    """

    def __init__(self, notes: Sequence[str] = (), *, traced: bool = False) -> None:
        self._notes = notes
        self.traced = traced

    def paragraph(self, component: str, line: Line, *more: str, tag: str = "p") -> Markup:
        """Return a paragraph of a component; ``more`` are further classes."""
        return element(tag, self.line(line), class_=" ".join([css_class(component), *more]))

    def line(self, line: Line) -> Markup:
        """Return the runs of a line."""
        return _markup("".join([self._run(run) for run in line]))

    def _run(self, run: Run) -> Markup:
        """Return a run; a gap of a draft is marked so that nobody overlooks it."""
        if run.footnote:
            return element("sup", str(run.footnote), title=run.text)
        if run.note >= 0:
            note = self._notes[run.note]
            return element("span", class_="note", title=note, data_note=run.note)
        text = _with_paths(run) if self.traced and run.facts else _whole(run.text)
        if run.italic:
            text = element("i", text)
        if run.bold or run.gap:
            text = element("b", text)
        return element("mark", text, data_gap=run.gap) if run.gap else text


def _with_paths(run: Run) -> Markup:
    """Return the text of a run, each stretch that states a fact in an element of its own."""
    opening: dict[int, str] = {}
    closing: dict[int, int] = {}
    stiff = STIFF_HYPHEN in run.text
    unbroken = [match.span() for match in _COMPOUND.finditer(run.text)] if stiff else []
    for start, end, path in run.facts:
        # The symbol of "/BC-UBND" is a fact, yet no line breaks behind the slash.
        start = next((first for first, last in unbroken if first < start < last), start)
        end = next((last for first, last in unbroken if first < end < last), end)
        opening[start] = f'{opening.get(start, "")}<span data-path="{escape(path)}">'
        closing[end] = closing.get(end, 0) + 1
    pieces: list[str] = []
    last = 0
    for at in sorted({*opening, *closing}):
        ends = "</span>" * closing.get(at, 0)
        pieces += (_whole(run.text[last:at]), ends, opening.get(at, ""))
        last = at
    return _markup("".join([*pieces, _whole(run.text[last:])]))


_COMPOUND = re.compile(rf"([\w/]*(?:{STIFF_HYPHEN}\w+)+)")


def _whole(text: str) -> Markup:
    """Return text with plain hyphens; compounds that no line breaks within are marked so."""
    if STIFF_HYPHEN not in text:
        return escape(text)
    pieces = [piece.replace(STIFF_HYPHEN, "-") for piece in _COMPOUND.split(text)]
    return joined(
        element("span", piece, class_="whole") if at % 2 else piece
        for at, piece in enumerate(pieces)
    )


def rule(length: float) -> Markup:
    """Return a drawn rule; length in points. Attributes, for a strict page allows no styles."""
    line = element("line", x1=0, y1=_DROP, x2="100%", y2=_DROP)
    return element("svg", line, class_="rule", width=f"{length:.2f}pt", aria_hidden="true")


_DROP = "2.5pt"


def columns(rows: Iterable[Sequence[str]], shares: Sequence[float], kind: str) -> Markup:
    """Return columns side by side, each of a share (0 to 1) of the width."""
    body = [element("tr", [element("td", cell) for cell in row]) for row in rows]
    grid = element("colgroup", map(column, shares))
    table = element("tbody", body)
    return element("table", [grid, table], class_=f"columns {kind}", role="presentation")


def column(share: float) -> Markup:
    """Return the column of a table that is a share of its width."""
    return _markup(f'<col width="{share * 100:.3f}%">')
