"""Reads a ``style.docx``: the styles by component, the margins, the tables, the crest."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from briefing.layout.look import Look, StyleLook
from briefing.layout.settings import TWINS, style_names
from briefing.word.look.cascade import Cascade, attribute, child, points, within
from briefing.word.look.crests import read_crest
from briefing.word.look.opening import StyleFile, open_style_file
from briefing.word.look.tables import read_tables

_MARGINS = ("top", "bottom", "left", "right")
_POINT = 25.4 / 72


def read_look(path: Path) -> Look:
    """Return what a ``style.docx`` says. Raises InputError when the file cannot be used."""
    file = open_style_file(path)
    cascade = Cascade(file.styles, file.fonts)
    styles = _styles(cascade)
    crest, faults = read_crest(file, str(path))
    return Look(
        file=str(path),
        styles=styles,
        margins=_margins(file),
        table=read_tables(cascade, file.body),
        crest=crest,
        issuers=_issuers(styles),
        faults=faults,
    )


def _styles(cascade: Cascade) -> dict[str, StyleLook]:
    found: dict[str, StyleLook] = {}
    for component, (style_id, name) in style_names().items():
        style = cascade.find("paragraph", style_id, name)
        if style is not None:
            found[component] = cascade.shown(style)
    for twin, shared in TWINS.items():
        if shared in found:
            found.setdefault(twin, found[shared])
    return found


def _issuers(styles: dict[str, StyleLook]) -> Literal["state", "party"] | None:
    """Return whose document the file was made from: each kind has a style the other lacks."""
    state, party = "national_name" in styles, "party_name" in styles
    if state == party:
        return None
    return "state" if state else "party"


def _margins(file: StyleFile) -> dict[str, float]:
    """Return the margins of the first section in millimetres, none of a page on its side."""
    section = next(within(file.body, "sectPr"), None)
    if attribute(child(section, "pgSz"), "orient") == "landscape":
        return {}
    said = {side: points(attribute(child(section, "pgMar"), side), 0.05) for side in _MARGINS}
    return {side: length * _POINT for side, length in said.items() if length is not None}
