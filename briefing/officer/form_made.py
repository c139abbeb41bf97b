"""The form of a report as HTML; what is as it was when it was last asked for is not made anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from briefing.officer.filled import FormPart, Offered
from briefing.officer.sent_once import Form, Further
from briefing.values import record

Render = Callable[..., str]
"""Makes a page of its name and of what it shows."""


@record
class MadePiece:
    """A piece of a page, and what tells it from another of the same name."""

    name: str
    html: str
    digest: str

    @classmethod
    def of(cls, name: str, html: str) -> MadePiece:
        """Return a piece with its digest."""
        return cls(name, html, sha256(html.encode("utf-8")).hexdigest()[:16])


class FormMade:
    """Makes the sections of one report, and what is sent once beside them."""

    def __init__(self, render: Render) -> None:
        self._render = render
        self._lists: dict[Offered, str] = {}
        self._groups: tuple[Further, ...] | None = None
        self._empty = MadePiece.of("", "")
        self._sections: dict[str, tuple[FormPart, MadePiece]] = {}

    def values(self, form: Form, *, scriptless: bool) -> dict[str, Any]:
        """Return what the page shows of a form; ``scriptless`` with all that scripts add."""
        if scriptless:
            sections = [self._section(part, form, scriptless=True) for part in form.parts]
            return _shown(sections, MadePiece.of("", ""))
        if form.lists != self._lists:
            self._lists, self._groups, self._sections = dict(form.lists), None, {}
        if form.empty != self._groups:
            self._groups, once = form.empty, {"empty": form.empty, "lists": form.lists}
            self._empty = MadePiece.of("", self._render("empty", scriptless=False, **once))
        return _shown([self._known(part, form) for part in form.parts], self._empty)

    def _known(self, part: FormPart, form: Form) -> MadePiece:
        last = self._sections.get(part.section.name)
        if last is None or last[0] != part:
            last = part, self._section(part, form, scriptless=False)
            self._sections[part.section.name] = last
        return last[1]

    def _section(self, part: FormPart, form: Form, *, scriptless: bool) -> MadePiece:
        values = {"part": part, "lists": form.lists, "scriptless": scriptless}
        return MadePiece.of(part.section.name, self._render("section", **values))


def _shown(sections: list[MadePiece], empty: MadePiece) -> dict[str, Any]:
    digests = {one.name: one.digest for one in sections}
    return {"sections": sections, "sent": json.dumps(digests), "empty": empty}
