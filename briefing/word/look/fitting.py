"""What a standard lets through of a look: legal numbers are taken, others give way to a bound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from briefing.findings import Finding, LooksAt, Rule, Severity, rule
from briefing.layout.look import PLAIN, Look, StyleLook, TableLook
from briefing.layout.metrics import SINGLE
from briefing.layout.settings import SETTINGS, heading_key
from briefing.standards import (
    PROFILES,
    Allowed,
    BodyText,
    Component,
    OutlineLevel,
    Page,
    Standard,
    load_standard,
    same,
)
from briefing.values import record
from briefing.word.look.marks import remark_marks
from briefing.word.look.remarks import Remarks, number_text

_DECREE = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
MARGIN_TOP = rule("look/margin-top", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
MARGIN_BOTTOM = rule("look/margin-bottom", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
MARGIN_LEFT = rule("look/margin-left", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
MARGIN_RIGHT = rule("look/margin-right", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
OTHER_STANDARD = rule("look/other-standard", Severity.WARNING, looks_at=LooksAt.LOOK)
UNEVEN = rule("look/uneven", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
SIZE_FIXED = rule("look/size-fixed", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
SIZE = rule("look/size", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
SIZE_UNREGULATED = rule(
    "look/size-unregulated", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE
)
INDENT = rule("look/indent", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
SPACING = rule("look/spacing", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
LINE_SPACING = rule("look/line-spacing", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
FOLLOWS = rule("look/follows", Severity.WARNING, looks_at=LooksAt.LOOK)
SPACE = rule("look/space", Severity.WARNING, looks_at=LooksAt.LOOK)
SHADING = rule("look/shading", Severity.WARNING, looks_at=LooksAt.LOOK)

_SPACE = Allowed(0, 120, "")
"""Space around the parts of a document, in points: no law says more than that there is some."""

_READABLE = 7
"""The least contrast of black text on the fill of a table's head (WCAG 2, level AAA)."""


_Numbers = tuple[float, float, float]
"""Size, space between paragraphs, line spacing."""

_MARGIN_RULES = {
    "top": MARGIN_TOP,
    "bottom": MARGIN_BOTTOM,
    "left": MARGIN_LEFT,
    "right": MARGIN_RIGHT,
}


@record(eq=False)
class Fitted:
    """A standard with the legal numbers of a look, the rest of the look, and what was refused."""

    standard: Standard
    look: Look
    findings: tuple[Finding, ...]


# Hundreds of reports of one body share one standard and one look.
@lru_cache(maxsize=32)
def fit(standard: Standard, look: Look) -> Fitted:
    """Return what a document of this standard takes from a look.

    A number inside the legal range is taken; outside it the nearest bound is, with a finding.
    Font, colour, weight and alignment stay the standard's.
    """
    if look is PLAIN:
        return Fitted(standard, look, ())
    remarks = Remarks(look.file, list(look.faults))
    if look.issuers and look.issuers != standard.issuers:
        remarks.add(OTHER_STANDARD, own=standard.name)
        look = replace(look, styles={}, margins={})
    fitting = _Fitting(standard, look, remarks)
    fitted = replace(
        standard,
        components=fitting.components(),
        outline=tuple(fitting.level(*numbered) for numbered in enumerate(standard.outline, 1)),
        body=fitting.body(),
        page=fitting.page(),
    )
    remark_marks(standard, look, remarks)
    look = replace(look, styles=fitting.spaces(), table=fitting.table())
    return Fitted(fitted, look, tuple(remarks.findings))


class _Fitting:
    def __init__(self, standard: Standard, look: Look, remarks: Remarks) -> None:
        self._standard = standard
        self._styles = look.styles
        self._look = look
        self._remarks = remarks

    def components(self) -> dict[str, Component]:
        own = self._standard.components
        fitted = {name: self._component(name, component) for name, component in own.items()}
        together = self._standard.together
        if len({fitted[name].size - own[name].size for name in together}) > 1:
            self._remarks.add(
                UNEVEN,
                styles=", ".join(self._styles[name].name for name in together if self._has(name)),
                said=_sizes(fitted[name] for name in together),
                used=_sizes(own[name] for name in together),
                source=self._standard.together_source,
            )
            fitted |= {name: replace(fitted[name], size=own[name].size) for name in together}
        return fitted

    def _has(self, name: str) -> bool:
        return name in self._styles

    def _component(self, name: str, component: Component) -> Component:
        said = self._styles.get(name)
        if said is None:
            return component
        size = self._size(said, component.size, component.allowed)
        if component.allowed.source:
            return replace(component, size=size)
        return replace(
            component, size=size, bold=said.bold, italic=said.italic, underline=said.underline
        )

    def level(self, number: int, level: OutlineLevel) -> OutlineLevel:
        said = self._styles.get(heading_key(number))
        return replace(level, size=self._size(said, level.size, level.allowed)) if said else level

    def _size(self, said: StyleLook, own: float, allowed: Allowed) -> float:
        if same(said.size, own):
            return own
        broken = SIZE_FIXED if allowed.fixed else SIZE
        if not allowed.source:
            broken = SIZE_UNREGULATED
        return self._remarks.held(broken, said.size, allowed, said.name)

    def body(self) -> BodyText:
        own, said = self._standard.body, self._styles.get("body")
        if said is None:
            return own
        self._remark_items(said)
        size = self._standard.components["body"].allowed.nearest(said.size)
        # An exact height stays as it is where the size gives way to a legal one.
        lines = said.height / (SINGLE * size) if said.height else said.lines
        return replace(
            own,
            first_line_indent=self._number(
                INDENT, said.name, said.indent, own.first_line_indent, "first_line_indent"
            ),
            space_before=self._number(
                SPACING, said.name, _between(said), own.space_before, "space_before"
            ),
            line_spacing=self._number(
                LINE_SPACING, said.name, lines, own.line_spacing, "line_spacing"
            ),
        )

    def _number(self, broken: Rule, style: str, said: float, own: float, name: str) -> float:
        if same(said, own):
            return own
        return self._remarks.held(broken, said, self._standard.body.allowed[name], style)

    def _remark_items(self, body: StyleLook) -> None:
        """Tell of items that were changed alone: they are paragraphs of the text like others."""
        started = [self._of_a_start(profile) for profile in PROFILES]
        for name in ("dash_item", "letter_item"):
            said = self._styles.get(name)
            if said and not any(_alike(said, numbers) for numbers in (_numbers(body), *started)):
                self._remarks.add(FOLLOWS, style=said.name, body=body.name)

    def _of_a_start(self, profile: str) -> _Numbers:
        """Return the numbers of items in a document that nobody has changed yet."""
        own = load_standard(self._standard.id, profile)
        return own.components["body"].size, own.body.space_before, own.body.line_spacing

    def page(self) -> Page:
        page = self._standard.page
        for side, broken in _MARGIN_RULES.items():
            said = self._look.margins.get(side)
            if said is not None and not same(said, getattr(page, side)):
                used = self._remarks.held(broken, said, page.allowed[side])
                page = replace(page, **{side: used})  # type: ignore[arg-type] # sides are lengths
        return page

    def spaces(self) -> dict[str, StyleLook]:
        """Return the styles around which a look makes room, held within bounds."""
        parts = {name: said for name, said in self._styles.items() if name in SETTINGS}
        headings = {key: self._styles[key] for key in self._heading_keys() if self._has(key)}
        return {
            **{name: self._space(said) for name, said in parts.items()},
            **{name: self._heading_space(said) for name, said in headings.items()},
        }

    def _heading_keys(self) -> list[str]:
        return [heading_key(number) for number, _ in enumerate(self._standard.outline, start=1)]

    def _heading_space(self, said: StyleLook) -> StyleLook:
        allowed = self._standard.body.allowed["space_before"]
        before = self._remarks.held(SPACING, _between(said), allowed, said.name)
        return replace(said, before=before, after=0)

    def _space(self, said: StyleLook) -> StyleLook:
        before = self._remarks.held(SPACE, said.before, _SPACE, said.name)
        after = self._remarks.held(SPACE, said.after, _SPACE, said.name)
        return replace(said, before=before, after=after)

    def table(self) -> TableLook:
        """Return how tables are drawn; a fill on which black text is hard to read is left out."""
        table = self._look.table
        if not table.head_fill or _contrast(table.head_fill) >= _READABLE:
            return table
        self._remarks.add(SHADING, fill=f"#{table.head_fill}")
        return replace(table, head_fill="")


def _between(said: StyleLook) -> float:
    """Return the space between two paragraphs of a style: Word adds what is after and before."""
    return said.before + said.after


def _numbers(said: StyleLook) -> _Numbers:
    return said.size, _between(said), said.lines


def _alike(said: StyleLook, numbers: _Numbers) -> bool:
    return all(same(*pair) for pair in zip(_numbers(said), numbers, strict=True))


def _sizes(components: Iterable[Component]) -> str:
    return ", ".join(number_text(component.size) for component in components)


def _contrast(fill: str) -> float:
    """Return the contrast ratio of black text on a fill (WCAG 2, relative luminance)."""
    shares = [int(fill[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05
