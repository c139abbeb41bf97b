"""The style sheet: every size, weight, margin and indent comes from the standard's data."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document import Alignment
from briefing.html.blocks.register import styles
from briefing.html.elements import SHIFTS, css_class
from briefing.layout.lists import DEEPEST, list_indent
from briefing.layout.look import Border, Look, TableLook
from briefing.layout.measures import Measures, text_room
from briefing.layout.metrics import SINGLE
from briefing.layout.settings import Setting, heading_key
from briefing.layout.spaces import SIGNATURE_SPACE, heading_space, settings_of
from briefing.layout.split import GUTTER
from briefing.standards import Component, OutlineLevel, Standard

_LIKE_TIMES = '"Liberation Serif", "Tinos", serif'
"""Fonts as wide as Times New Roman, for systems that lack it."""

_ALIGNMENTS: tuple[Alignment, ...] = ("left", "center", "right")
_MARK = "#ffff00"
_BORDERS = {"nil": "none", "none": "none", "double": "double", "dashed": "dashed"}
_BORDERS |= {"dotted": "dotted"}


def stylesheet(standard: Standard, look: Look) -> str:
    """Return the rules that set a document; all of them hold inside ``.document`` only."""
    deepest = max(3, len(standard.outline)) + 1
    heads = ", ".join(f"h{number}" for number in range(1, deepest + 1))
    parts = f"{heads}, p, table"
    rules = [
        _rule(":root", _page(standard)),
        _rule(".document", _document(standard)),
        _rule(_in(f":is({parts})"), "margin: 0; font-size: inherit; font-weight: inherit"),
        _rule(_in("p:empty::before"), "content: '\\200b'"),
        *_components(standard, look),
        *_texts(standard, look),
        *_closing_and_addressees(standard, look),
        *_stamps(standard),
        *_tables(look.table),
        _rule(_in(".keep"), _WHOLE),
        _rule(_in(".whole"), "white-space: nowrap"),
        _rule(_in("mark"), f"color: inherit; background: {_MARK}"),
    ]
    return "\n".join(rules)


def paper(standard: Standard, foot: float = 0.0) -> str:
    """Return the rules that lay a page on paper when it is shown or printed by itself.

    ``foot`` is how high what stands at the foot of the first sheet is, in points.
    """
    page = standard.page
    sides = " ".join(f"{_mm(side)}" for side in (page.top, page.right, page.bottom, page.left))
    width, height = _mm(page.width), _mm(page.height)
    return "\n".join(
        [
            f"@page {{ size: {width} {height}; margin: {sides} }}",
            f"@page landscape {{ size: {height} {width} }}",
            _rule(".landscape", "page: landscape"),
            _rule("section + section", "break-before: page"),
            _rule("body", "margin: 0"),
            "@media screen { body { background: #fff }"
            f" section {{ box-sizing: border-box; width: {width}; margin: auto; padding: {sides} }}"
            f" section.landscape {{ width: {height} }} }}",
            *(_foot(standard, foot) if foot else ()),
        ]
    )


def _foot(standard: Standard, foot: float) -> Iterator[str]:
    """Yield the rules for the foot of the first sheet: of the one that a screen shows, of paper.

    On paper it floats below a float without width that reaches down to it, and the text runs round
    both; no style sheet can say so of the foot of a page itself.
    """
    page, first = standard.page, "section:first-of-type"
    room = f"calc({_mm(page.bottom)} + {_pt(foot)} + 12pt)"
    sides = f"left: {_mm(page.left)}; right: {_mm(page.right)}; bottom: {_mm(page.bottom)}"
    yield (
        f"@media screen {{ {first} {{ position: relative; padding-bottom: {room} }}"
        f" .contacts {{ position: absolute; {sides} }} }}"
    )
    down = f"calc({_mm(page.height - page.top - page.bottom)} - {_pt(foot)})"
    yield (
        f"@media print {{ {first}::before {{ content: ''; float: left; height: {down} }}"
        f" .document .contacts {{ float: left; clear: left; width: 100%; margin: 0 }} }}"
    )


_WHOLE = "break-after: avoid; break-inside: avoid"


def _rule(selector: str, declarations: str) -> str:
    return f"{selector} {{ {declarations} }}"


def _in(selector: str) -> str:
    return f".document {selector}"


def _mm(length: float) -> str:
    return f"{length:g}mm"


def _pt(length: float) -> str:
    return f"{round(length, 2):g}pt"


def _page(standard: Standard) -> str:
    """Return the lengths of the page for whoever lays out sheets."""
    page = standard.page
    lengths = {
        "page-width": page.width,
        "page-height": page.height,
        "margin-top": page.top,
        "margin-right": page.right,
        "margin-bottom": page.bottom,
        "margin-left": page.left,
        "header-distance": page.header_distance,
    }
    return "; ".join(f"--{name}: {_mm(length)}" for name, length in lengths.items())


def _document(standard: Standard) -> str:
    size = standard.components["body"].size
    font = f'"{standard.page.font}", {_LIKE_TIMES}'
    return (
        f"font: {_pt(size)}/{SINGLE} {font}; color: #000; orphans: 2; widows: 2;"
        " hyphens: manual; overflow-wrap: break-word"
    )


def _face(rules: Component | OutlineLevel) -> str:
    said = [f"font-size: {_pt(rules.size)}"]
    said += ["font-weight: bold"] * rules.bold
    if isinstance(rules, Component):
        said += ["font-style: italic"] * rules.italic
        said += ["text-decoration: underline"] * rules.underline
        said += [f"color: {_colour(rules.colour)}"] * (rules.colour != "auto")
    return "; ".join(said)


def _components(standard: Standard, look: Look) -> Iterator[str]:
    for name, setting in settings_of(standard, look).items():
        said = f"{_face(standard.components[setting.of or name])}; {_place(setting)}"
        yield _rule(_in(f".{css_class(name)}"), said)
    # Lines of about one length, as in Word.
    yield _rule(_in(":is(.subject, .annex-reference)"), "text-wrap: balance")
    thickness = _pt(standard.rule_thickness)
    # As low as the paragraph that carries a rule in Word.
    yield _rule(_in(".rule"), f"display: block; margin: 0 auto; height: 6pt; {_WHOLE}")
    yield _rule(_in(".rule line"), f"stroke: #000; stroke-width: {thickness}")
    yield _rule(_in(".crest"), "display: block; margin: 0 auto 3pt")


def _place(setting: Setting) -> str:
    said = [f"text-align: {setting.align}"]
    said += [f"margin-top: {_pt(setting.before / 20)}"] * bool(setting.before)
    said += [f"margin-bottom: {_pt(setting.after / 20)}"] * bool(setting.after)
    said += [_WHOLE] * setting.keep_next
    return "; ".join(said)


def _texts(standard: Standard, look: Look) -> Iterator[str]:
    body = standard.body
    indent = f"text-indent: {_mm(body.first_line_indent)}; text-align: justify"
    lines = round(SINGLE * body.line_spacing, 4)
    size, before = _pt(standard.components["body"].size), _pt(body.space_before)
    said = f"font-size: {size}; line-height: {lines}; margin-top: {before}; {indent}"
    yield _rule(_in(".body"), said)
    for number, level in enumerate(standard.outline, start=1):
        space = f"margin-top: {_pt(heading_space(number, look) / 20)}"
        said = f"{_face(level)}; {space}; {indent}; {_WHOLE}"
        yield _rule(_in(f".{heading_key(number)}"), said)
    if any(level.apart for level in standard.outline):
        yield _rule(_in(".apart"), "text-align: center; text-indent: 0")


def _closing_and_addressees(standard: Standard, look: Look) -> Iterator[str]:
    # Above the name, the other post takes over the room for the signature.
    room = _pt(settings_of(standard, look)["signer"].before / 20)
    yield _rule(_in(".other-post"), f"margin-top: {room}")
    yield _rule(_in(".other-post + .signer"), "margin-top: 0")
    measures = Measures(standard, text_room(standard))
    yield _rule(_in(".addressees"), f"margin-left: {_pt(measures.addressees)}")
    yield _rule(_in(".addressee"), f"margin-top: 0; margin-left: {_pt(measures.addressee)}")
    for depth in range(1, DEEPEST + 1):
        yield _rule(_in(f".item.deep-{depth}"), f"margin-left: {_mm(list_indent(depth))}")
    tables = "width: 100%; table-layout: fixed; border-collapse: collapse"
    yield _rule(_in("table"), tables)
    yield _rule(_in(".columns"), "break-inside: avoid")
    yield _rule(_in(".columns td"), "padding: 0; vertical-align: top")
    yield _rule(_in(".columns.closing td"), f"padding-top: {_pt(SIGNATURE_SPACE / 20)}")
    yield _rule(_in(".columns td:not(:last-child)"), f"padding-right: {_pt(GUTTER)}")


def _stamps(standard: Standard) -> Iterator[str]:
    height = _mm(standard.stamp_height)
    frame = "border: 0.75pt solid; box-sizing: border-box; margin: 6pt auto 0"
    yield _rule(_in(".stamp"), f"{frame}; height: {height}; line-height: {height}")
    yield _rule(_in(".secrecy.stamp"), "border: 2.25pt double")
    for length in sorted(set(standard.stamps.values())):
        yield _rule(_in(f".stamp.long-{length:g}"), f"width: {_mm(length)}")
    yield _rule(_in(".circulation.stamp"), "width: fit-content; padding: 0 8pt; margin-right: 0")
    thickness = _pt(standard.rule_thickness)
    yield _rule(_in(".contacts"), f"margin-top: 12pt; border-top: {thickness} solid #000")


def _tables(look: TableLook) -> Iterator[str]:
    top, left, bottom, right, across, down = look.borders
    # A table touches the text above unless there is some space between.
    yield _rule(_in(".grid"), f"margin-top: 6pt; {_frame(top, right, bottom, left)}")
    padding = " ".join(_pt(side / 20) for side in (look.top, look.right, look.bottom, look.left))
    inner = f"border-top: {_line(across)}; border-left: {_line(down)}"
    cells = f"padding: {padding}; vertical-align: middle; {inner}"
    yield _rule(_in(".grid :is(td, th)"), cells)
    yield _rule(_in(".grid tr > :first-child"), "border-left: none")
    yield _rule(_in(".grid thead tr > *"), f"border-top: none; border-bottom: {_line(across)}")
    yield _rule(_in(".grid tr"), "break-inside: avoid")
    if look.head_fill:
        yield _rule(_in(".grid thead"), f"background: {_colour(look.head_fill)}")
    for points in SHIFTS:
        yield _rule(_in(f".grid .shift-{points}"), f"margin-right: {_pt(points)}")
    for side in _ALIGNMENTS:
        yield _rule(_in(f".grid .{side}"), f"text-align: {side}")
    yield from (_rule(_in(selector), said) for selector, said in styles())


def _frame(top: Border, right: Border, bottom: Border, left: Border) -> str:
    sides = {"top": top, "right": right, "bottom": bottom, "left": left}
    return "; ".join(f"border-{side}: {_line(border)}" for side, border in sides.items())


def _line(border: Border) -> str:
    kind = _BORDERS.get(border.line, "solid")
    return "none" if kind == "none" else f"{_pt(border.width / 8)} {kind} {_colour(border.colour)}"


def _colour(colour: str) -> str:
    return "#000" if colour == "auto" else f"#{colour}"
