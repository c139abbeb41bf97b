"""Font, colour, weight and alignment: the standard prescribes them, so a change is only told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from briefing.findings import LooksAt, Severity, rule
from briefing.layout.look import Align, Look, StyleLook
from briefing.layout.settings import SETTINGS, heading_key
from briefing.standards import STANDARDS, Standard, load_standard
from briefing.values import record
from briefing.word.look.remarks import Remarks

_DECREE = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
FONT = rule("look/font", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
COLOUR = rule("look/colour", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
WEIGHT = rule("look/weight", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
CAPITALS = rule("look/capitals", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)
ALIGNMENT = rule("look/alignment", Severity.WARNING, looks_at=LooksAt.LOOK, source=_DECREE)

LookMarks = tuple[bool, bool, bool]
"""Bold, italic, underlined."""

_UPRIGHT: LookMarks = (False, False, False)
_ITEMS = ("dash_item", "letter_item")
_BLACK = ("auto", "000000")
# Word's own keys say the same in every language.
_KEYS: dict[str, str] = {"left": "Ctrl+L", "center": "Ctrl+E", "right": "Ctrl+R", "both": "Ctrl+J"}
_BY_CONTENT = ("table", "table_head")
"""What is aligned cell by cell, not by its style."""


@record
class _Prescribed:
    """What a standard prescribes for one style; ``marks`` of all standards of its family."""

    marks: list[LookMarks]
    align: Align | str
    upper: bool
    source: str


def remark_marks(standard: Standard, look: Look, remarks: Remarks) -> None:
    """Add a finding for every style that a standard sets in another way."""
    fonts, colours = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for name, prescribed in _prescribed(standard):
        said = look.styles.get(name)
        if said is None or (name in _ITEMS and _follows(said, look.styles.get("body"))):
            continue
        if said.font.casefold() not in ("", standard.page.font.casefold()):
            fonts[said.font].append(said.name)
        own = standard.components.get(name)
        if said.colour not in (*_BLACK, own.colour if own else ""):
            colours[said.colour].append(said.name)
        _remark_style(said, prescribed, remarks)
    source, font = standard.font_source, standard.page.font
    for said_font, styles in fonts.items():
        listed = ", ".join(styles)
        remarks.add(FONT, styles=listed, said=said_font, used=font, source=source)
    for colour, styles in colours.items():
        remarks.add(COLOUR, styles=", ".join(styles), said=f"#{colour}", source=source)


def _follows(item: StyleLook, body: StyleLook | None) -> bool:
    """Say whether items look as the text does, on whose style theirs is based: told once."""
    return body is not None and replace(item, name=body.name, indent=body.indent) == body


def _remark_style(said: StyleLook, prescribed: _Prescribed, remarks: Remarks) -> None:
    marks = (said.bold, said.italic, said.underline)
    if prescribed.source and marks not in prescribed.marks:
        wanted = _letters(prescribed.marks[0])
        values = {"said": _letters(marks), "wanted": wanted, "source": prescribed.source}
        remarks.add(WEIGHT, style=said.name, **values)
    if said.capitals and not prescribed.upper:
        remarks.add(CAPITALS, style=said.name)
    if prescribed.align and said.align != prescribed.align:
        keys = {"said": _KEYS[said.align], "wanted": _KEYS[prescribed.align]}
        remarks.add(ALIGNMENT, style=said.name, **keys)


def _prescribed(standard: Standard) -> Iterator[tuple[str, _Prescribed]]:
    """Yield what is prescribed for each style that a look may name, in the order of the styles."""
    text = standard.components["body"].allowed.source
    for name in ("body", *_ITEMS):
        yield name, _Prescribed([_UPRIGHT], "both", False, text)
    for number, level in enumerate(standard.outline, start=1):
        marks = [(level.bold, False, False)]
        upper = level.case == "upper"
        yield heading_key(number), _Prescribed(marks, "both", upper, level.allowed.source)
    for name, setting in SETTINGS.items():
        component = standard.components.get(name)
        if component is not None:
            align = "" if name in _BY_CONTENT else setting.align
            upper, source = component.case == "upper", component.allowed.source
            yield name, _Prescribed(_marks(standard, name), align, upper, source)


def _marks(standard: Standard, name: str) -> list[LookMarks]:
    """Return the marks of a component, this standard's first, then those of its family.

    A ``style.docx`` made while an older law held is not at fault for what that law prescribed.
    """
    family = [load_standard(each) for each in STANDARDS]
    same = [standard, *(other for other in family if other.issuers == standard.issuers)]
    components = [other.components[name] for other in same]
    return [(each.bold, each.italic, each.underline) for each in components]


def _letters(marks: LookMarks) -> str:
    """Return marks as the letters on Word's buttons."""
    on = [letter for letter, is_on in zip("BIU", marks, strict=True) if is_on]
    return "+".join(on) or "–"
